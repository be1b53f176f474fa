import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Files, SourceFiles } from "../../../../src/engine/ports.ts";
import { createRouteReader, type RouteMemory } from "../../../../src/engine/routes/reading/routeReader.ts";
import { grammars } from "../workspace.ts";

const APP = `const app = require("express")(); app.use("/api", require("./users"));`;
const USERS = `const r = require("express").Router(); r.get("/users", (q, s) => s.end()); module.exports = r;`;

/** Files that may change between two readings, and what was read of them. */
class ChangingFiles implements Files {
  readonly texts = new Map<string, { text: string; modified: number }>();
  readonly read: Files["read"];
  asked: string[] = [];
  /** What version control ignores, so that it is not listed. */
  readonly ignored = new Set<string>();

  constructor() {
    this.read = async (file) => {
      const known = this.texts.get(file);
      if (known === undefined) return undefined;
      this.asked.push(file);
      return new TextEncoder().encode(known.text);
    };
  }

  set(file: string, text: string, modified = 1): void {
    this.texts.set(file, { text, modified });
  }

  async list() {
    const listed = [...this.texts].filter(([file]) => !this.ignored.has(file));
    return listed.map(([file, { text, modified }]) => ({ file, size: text.length, modified }));
  }
}

async function readWith(files: SourceFiles, before?: RouteMemory) {
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

  it("follows a .env file that is not listed, as it comes, changes and goes, and leaves nothing secret to remember", async () => {
    const files = new ChangingFiles();
    files.ignored.add("shop/.env");
    files.set("shop/package.json", "{}");
    files.set("shop/app.js", APP.replace('"/api"', 'process.env.API_ROOT ?? "/api"'));
    files.set("shop/users.js", USERS);
    const { reader, paths } = await readWith(files);
    assert.deepEqual(paths, ["/api/users"]);
    const withText = async (text: string) => {
      files.set("shop/.env", text);
      await reader.readAgain(["shop/.env"]);
      return (await reader.table()).routes.map((route) => route.path);
    };
    assert.deepEqual(await withText("API_ROOT=/v1\nDATABASE_PASSWORD=/hunter2\nMAIL=someone\n"), ["/v1/users"]);
    assert.deepEqual(await withText("API_ROOT=/v2\nDATABASE_PASSWORD=/hunter2\nMAIL=someone\n"), ["/v2/users"]);
    const memory = reader.memory();
    const left = JSON.stringify([...(memory?.facts() ?? [])]);
    assert.deepEqual([/\/v2/.test(left), /hunter2|someone/.test(left)], [true, false]);
    files.set("shop/.env", "API_ROOT=/v3\n");
    assert.deepEqual((await readWith(files, memory ?? undefined)).paths, ["/v3/users"]);
    files.texts.delete("shop/.env");
    await reader.readAgain(["shop/.env"]);
    assert.deepEqual(
      (await reader.table()).routes.map((route) => route.path),
      ["/api/users"],
    );
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

  it("leaves nothing to remember while a text is not saved, and nothing twice", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    files.set("users.js", USERS);
    const { reader } = await readWith(files);
    await reader.setText("users.js", USERS.replace("/users", "/people"));
    assert.deepEqual(
      (await reader.table()).routes.map((route) => route.path),
      ["/api/people"],
    );
    assert.equal(reader.memory(), null);
    await reader.setText("users.js", null);
    assert.deepEqual(
      (await reader.table()).routes.map((route) => route.path),
      ["/api/users"],
    );
    assert.equal(reader.memory()?.table, await reader.table());
    assert.equal(reader.memory(), null);
  });

  it("reads a file again that may have changed in the very moment it was read", async () => {
    const files = new ChangingFiles();
    const now = Date.now();
    files.set("app.js", APP, now);
    files.set("users.js", USERS, 1);
    const memory = (await readWith(files)).reader.memory();
    files.asked = [];
    files.set("app.js", APP.replace("/api", "/one"), now);
    const { paths } = await readWith(files, memory ?? undefined);
    assert.deepEqual([paths, files.asked], [["/one/users"], ["app.js"]]);
  });

  it("remembers files that matter only because another imports them", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP.replace('"/api"', 'require("./prefix").prefix'));
    files.set("users.js", USERS);
    files.set("prefix.js", `exports.prefix = "/v1";`);
    const first = await readWith(files);
    files.set("users.js", USERS.replace("/users", "/people"), 2);
    files.asked = [];
    const second = await readWith(files, first.reader.memory() ?? undefined);
    assert.deepEqual([first.paths, second.paths, files.asked], [["/v1/users"], ["/v1/people"], ["users.js"]]);
    files.set("prefix.js", `exports.prefix = "/v2";`, 2);
    assert.deepEqual((await readWith(files, second.reader.memory() ?? undefined)).paths, ["/v2/people"]);
  });

  it("reads everything again when the facts of the earlier run are lost", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    files.set("users.js", USERS);
    const memory = (await readWith(files)).reader.memory();
    assert.ok(memory !== null);
    const lost = { ...memory, facts: () => null };
    files.set("users.js", USERS.replace("/users", "/people"), 2);
    assert.deepEqual((await readWith(files, lost)).paths, ["/api/people"]);
    assert.deepEqual((await readWith(files, { ...lost, table: null })).paths, ["/api/people"]);
  });

  it("says what it skips, and no longer when that can be read", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    files.set("users.js", USERS);
    files.set("bundle.js", `${APP}${"var a=1;".repeat(4_000)}`);
    files.set("huge.py", "#".repeat(4_000_001));
    files.set("gone.js", "");
    const gone = files.texts.get("gone.js");
    assert.ok(gone !== undefined);
    const lent: SourceFiles = {
      list: () => files.list(),
      read: async (file) => (file === "gone.js" ? undefined : files.read(file)),
      skipped: () => [{ file: "loop", why: "link" }],
    };
    const { reader, paths } = await readWith(lent);
    assert.deepEqual(paths, ["/api/users"]);
    assert.deepEqual((await reader.table()).skipped, [
      { file: "loop", why: "link" },
      { file: "huge.py", why: "too-large" },
      { file: "gone.js", why: "unreadable" },
      { file: "bundle.js", why: "minified" },
    ]);
    files.set("bundle.js", APP.replace("/api", "/more"), 2);
    files.set("huge.py", "", 2);
    await reader.readAgain(["bundle.js", "huge.py"]);
    const { skipped, routes } = await reader.table();
    assert.deepEqual(
      [skipped?.map(({ file }) => file), routes.map(({ path }) => path)],
      [
        ["loop", "gone.js"],
        ["/api/users", "/more/users"],
      ],
    );
  });

  it("parses no bundle that an import leads to", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    files.set("users.js", `${USERS.replace('require("express")', 'require("./bundle")')}`);
    files.set("bundle.js", `module.exports = require("express");${"var a=1;".repeat(4_000)}`);
    const { reader } = await readWith(files);
    const { stats, skipped } = await reader.table();
    assert.deepEqual([stats.parsed, skipped], [2, [{ file: "bundle.js", why: "minified" }]]);
  });

  it("takes what was typed for saved until the file says otherwise", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    files.set("users.js", USERS);
    const { reader } = await readWith(files);
    const typed = USERS.replace("/users", "/people");
    await reader.setText("users.js", typed);
    const table = await reader.table();
    files.set("users.js", typed, 2);
    await reader.setText("users.js", null);
    assert.equal(await reader.table(), table);
    files.set("users.js", USERS, 3);
    await reader.readAgain(["users.js"]);
    assert.deepEqual(
      (await reader.table()).routes.map((route) => route.path),
      ["/api/users"],
    );
  });

  it("forgets what it is no longer told to look at, and reads what it is told to look at again", async () => {
    const files = new ChangingFiles();
    files.set("app.js", APP);
    files.set("users.js", USERS);
    files.set("old/app.js", APP.replace("./users", "../users").replace("/api", "/old"));
    const isWanted = (file: string) => !file.startsWith("old/");
    const first = createRouteReader(files, grammars);
    await first.readAll(() => {});
    await first.table();
    const second = createRouteReader(files, grammars, { before: first.memory() ?? undefined, isWanted });
    await second.readAll(() => {});
    const narrow = (await second.table()).routes.map((route) => route.path);
    const third = await readWith(files, second.memory() ?? undefined);
    assert.deepEqual([narrow, third.paths], [["/api/users"], ["/api/users", "/old/users"]]);
  });
});
