import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Files } from "../../../src/engine/ports.ts";
import { createRouteReader, type RouteMemory } from "../../../src/engine/routes/routeReader.ts";
import { grammars } from "./workspace.ts";

const APP = `const app = require("express")(); app.use("/api", require("./users"));`;
const USERS = `const r = require("express").Router(); r.get("/users", (q, s) => s.end()); module.exports = r;`;

/** Files that may change between two readings, and what was read of them. */
class ChangingFiles implements Files {
  readonly texts = new Map<string, { text: string; modified: number }>();
  readonly read: Files["read"];
  asked: string[] = [];

  constructor() {
    this.read = async (file) => {
      this.asked.push(file);
      const known = this.texts.get(file);
      return known === undefined ? undefined : new TextEncoder().encode(known.text);
    };
  }

  set(file: string, text: string, modified = 1): void {
    this.texts.set(file, { text, modified });
  }

  async list() {
    return [...this.texts].map(([file, { text, modified }]) => ({ file, size: text.length, modified }));
  }
}

async function readWith(files: Files, before?: RouteMemory) {
  const reader = createRouteReader(files, grammars, { before });
  await reader.readAll(() => {});
  const paths = (await reader.table()).routes.map((route) => route.path);
  return { reader, paths };
}

describe("a reader of routes", () => {
  it("reads nothing again that it remembers, and leaves nothing new to remember", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    files.set("users.js", USERS);
    const first = await readWith(files);
    const memory = first.reader.memory();
    assert.ok(memory !== null);
    files.asked = [];
    const second = await readWith(files, memory);
    assert.deepEqual([second.paths, files.asked, second.reader.memory()], [first.paths, [], null]);
  });

  it("builds a new table when a file that no import could reach before comes, goes and comes back", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    const { reader, paths } = await readWith(files);
    assert.deepEqual(paths, []);
    const again = async () => {
      await reader.readAll(() => {});
      return (await reader.table()).routes.map((route) => route.path);
    };
    for (let round = 0; round < 2; round++) {
      files.set("users.js", USERS);
      assert.deepEqual(await again(), ["/api/users"]);
      files.texts.delete("users.js");
      assert.deepEqual(await again(), []);
    }
  });

  it("keeps the table of a file that was only touched, and remembers that it was", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    files.set("users.js", USERS);
    const memory = (await readWith(files)).reader.memory();
    files.set("users.js", USERS, 2);
    const { reader, paths } = await readWith(files, memory ?? undefined);
    assert.deepEqual(paths, ["/api/users"]);
    assert.equal(reader.memory()?.files.get("users.js")?.modified, 2);
  });

  it("leaves no table to remember that a text not yet saved took part in", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    files.set("users.js", USERS);
    const { reader } = await readWith(files);
    await reader.setText("users.js", USERS.replace("/users", "/people"));
    assert.deepEqual(
      (await reader.table()).routes.map((route) => route.path),
      ["/api/people"],
    );
    assert.equal(reader.memory()?.table, null);
  });
});
