import assert from "node:assert/strict";
import { once } from "node:events";
import { existsSync, watch } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, it, type TestContext } from "node:test";
import type { RouteTable } from "../../src/engine/model/route.ts";
import { createWorkspaceIndex, type WorkspaceIndex } from "../../src/node/workspaceIndex.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const workerFile = join(import.meta.dirname, "../../src/node/indexer.ts");

const FILES = {
  "app.js": `const express = require("express"); const app = express(); app.use("/api", require("./users"));`,
  "users.js": `const r = require("express").Router(); r.get("/users", (q, s) => s.end()); module.exports = r;`,
};

function pathsOf(table: RouteTable): string[] {
  return table.routes.map((route) => `${route.method} ${route.path}`);
}

function open(test: TestContext, root: string, cacheFile?: string): WorkspaceIndex {
  const index = createWorkspaceIndex({ root, workerFile, ...(cacheFile === undefined ? {} : { cacheFile }) });
  test.after(() => index.close());
  return index;
}

/** The next table the index tells of after something is done. */
function nextTable(index: WorkspaceIndex, act: () => void): Promise<RouteTable> {
  return new Promise((resolve) => {
    const stop = index.onDidChange((table) => {
      stop();
      resolve(table);
    });
    act();
  });
}

/** Waits until the cache was written; it follows the first table. */
async function written(cacheFile: string): Promise<void> {
  const watcher = watch(dirname(dirname(cacheFile)), { recursive: true });
  while (!existsSync(cacheFile)) await once(watcher, "change");
  watcher.close();
}

describe("the index of a workspace", () => {
  it("reads the table in a worker, and again after files change or go", async (test) => {
    const root = await temporaryFolder(test, FILES);
    const index = open(test, root);
    assert.deepEqual(pathsOf(await index.table()), ["GET /api/users"]);
    await writeFile(join(root, "app.js"), FILES["app.js"].replace("/api", "/v2"));
    const changed = await nextTable(index, () => index.update([join(root, "app.js")]));
    assert.deepEqual(pathsOf(changed), ["GET /v2/users"]);
    assert.equal(await index.table(), changed);
    await rm(join(root, "users.js"));
    assert.deepEqual(pathsOf(await nextTable(index, () => index.update(["users.js"]))), []);
  });

  it("hears of new files unless ignore rules leave them out", async (test) => {
    const root = await temporaryFolder(test, { ...FILES, ".gitignore": "made\n" });
    const index = open(test, root);
    await index.table();
    const more = FILES["app.js"].replace("/api", "/more");
    await mkdir(join(root, "made"));
    await writeFile(join(root, "made/app.js"), more);
    const before = await index.table();
    index.update(["made/app.js"]);
    await index.settled();
    assert.equal(await index.table(), before);
    await writeFile(join(root, "more.js"), more);
    const grown = await nextTable(index, () => index.update(["more.js"]));
    assert.deepEqual(pathsOf(grown), ["GET /api/users", "GET /more/users"]);
  });

  it("reads what a folder holds that came, whoever tells of it, and forgets what one held that went", async (test) => {
    const root = await temporaryFolder(test, FILES);
    const index = open(test, root);
    await index.table();
    await mkdir(join(root, "more/inner"), { recursive: true });
    await writeFile(
      join(root, "more/inner/app.js"),
      FILES["app.js"].replace("./users", "../../users").replace("/api", "/more"),
    );
    for (const told of [["more"], ["more", "more/inner", "more/inner/app.js"], ["app.js", "more"]]) {
      index.update(told);
      await index.settled();
      assert.deepEqual(pathsOf(await index.table()), ["GET /api/users", "GET /more/users"]);
    }
    await rm(join(root, "more"), { recursive: true });
    index.update(["more"]);
    await index.settled();
    assert.deepEqual(pathsOf(await index.table()), ["GET /api/users"]);
  });

  it("says nothing of edits that concern no route", async (test) => {
    const root = await temporaryFolder(test, { ...FILES, "limits.ts": "export const limit = 3;" });
    const index = open(test, root);
    await index.table();
    let tables = 0;
    index.onDidChange(() => tables++);
    index.updateText("limits.ts", "export const limit = 4;");
    index.updateText("users.js", FILES["users.js"].replace("s.end()", "s.end(1)"));
    await index.settled();
    assert.equal(tables, 0);
  });

  it("looks for routes where it is told to, follows their imports elsewhere, and never where it must not look", async (test) => {
    const root = await temporaryFolder(test, {
      "api/app.js": `const app = require("express")(); app.use("/api", require("../lib/users")); app.get("/health", h);`,
      "lib/users.js": FILES["users.js"],
      "old/app.js": FILES["app.js"],
      "api/old/app.js": `require("express")().get("/old", h);`,
    });
    const read = async (options: { include?: string[]; exclude?: string[] }) => {
      const index = createWorkspaceIndex({ root, workerFile, ...options });
      test.after(() => index.close());
      return pathsOf(await index.table()).toSorted();
    };
    assert.deepEqual(await read({ include: ["api/**"], exclude: ["**/old"] }), ["GET /api/users", "GET /health"]);
    assert.deepEqual(await read({ include: ["api/*.js"] }), ["GET /api/users", "GET /health"]);
    assert.deepEqual(await read({ exclude: ["api"] }), ["GET /users"]);
  });

  it("shows nothing that lies elsewhere and is found by its place: pages, documents, rewrites", async (test) => {
    const cacheFile = join(await temporaryFolder(test, {}), "cache");
    const root = await temporaryFolder(test, {
      "api/app.js": `const app = require("express")(); app.get("/health", h);`,
      "web/package.json": '{ "dependencies": { "next": "15.0.0" } }',
      "web/next.config.js": 'module.exports = { rewrites: () => [{ source: "/a/:b", destination: "http://h/:b" }] };',
      "web/app/items/route.js": "export function GET() {}",
      "web/app/about/page.js": "export default function About() {}",
      "docs/api.yaml": "openapi: 3.1.0\npaths:\n  /described:\n    get: {}\n",
    });
    const read = async (include: string[]) => {
      const index = createWorkspaceIndex({ root, workerFile, cacheFile, include });
      test.after(() => index.close());
      await index.settled();
      const table = await index.table();
      return [
        ...pathsOf(table),
        ...pathsOf({ ...table, routes: table.pages ?? [] }),
        ...table.rewrites.map(({ from }) => from),
      ].toSorted();
    };
    const all = ["/a/{b}", "GET /about", "GET /described", "GET /health", "GET /items"];
    assert.deepEqual(await read([]), all);
    assert.deepEqual(await read(["api/**"]), ["GET /health"]);
    assert.deepEqual(await read(["api/**", "docs/**"]), ["GET /described", "GET /health"]);
    assert.deepEqual(await read(["web/**"]), ["/a/{b}", "GET /about", "GET /items"]);
    assert.deepEqual(await read([]), all);
  });

  it("follows what is left out by .gitignore, and takes no text of such a file", async (test) => {
    const other = `require("express")().get("/other", h);`;
    const root = await temporaryFolder(test, { ...FILES, "made/other.js": other });
    const index = open(test, root);
    assert.deepEqual(pathsOf(await index.table()), ["GET /api/users", "GET /other"]);
    await writeFile(join(root, ".gitignore"), "made\n");
    assert.deepEqual(pathsOf(await nextTable(index, () => index.update([".gitignore"]))), ["GET /api/users"]);
    index.updateText("made/other.js", other);
    index.updateText("users.js", FILES["users.js"].replace('"/users"', '"/people"'));
    await index.settled();
    assert.deepEqual(pathsOf(await index.table()), ["GET /api/people"]);
    await writeFile(join(root, ".gitignore"), "\n");
    const again = await nextTable(index, () => index.update([".gitignore"]));
    assert.deepEqual(pathsOf(again), ["GET /api/people", "GET /other"]);
  });

  it("takes a text of a new file that nobody told of, and none that is larger than what is read", async (test) => {
    const root = await temporaryFolder(test, FILES);
    const index = open(test, root);
    await index.table();
    const typed = `require("express")().get("/new", h);\n`;
    await writeFile(join(root, "new.js"), "");
    const table = await nextTable(index, () => index.updateText("new.js", typed));
    assert.deepEqual(pathsOf(table), ["GET /api/users", "GET /new"]);
    const large = typed + "// one line of many\n".repeat(210_000);
    assert.deepEqual(pathsOf(await nextTable(index, () => index.updateText("new.js", large))), ["GET /api/users"]);
  });

  it("reads texts that are not saved in place of the files", async (test) => {
    const root = await temporaryFolder(test, FILES);
    const index = open(test, root);
    await index.table();
    const typed = FILES["users.js"].replace('"/users"', '"/people"');
    assert.deepEqual(pathsOf(await nextTable(index, () => index.updateText("users.js", typed))), ["GET /api/people"]);
    const closed = await nextTable(index, () => index.updateText("users.js", null));
    assert.deepEqual(pathsOf(closed), ["GET /api/users"]);
  });

  it("answers a burst of changes with one table", async (test) => {
    const root = await temporaryFolder(test, FILES);
    const index = open(test, root);
    await index.table();
    let tables = 0;
    index.onDidChange(() => tables++);
    await nextTable(index, () => {
      for (let round = 0; round < 20; round++)
        index.updateText("users.js", FILES["users.js"].replace("/users", `/u${round}`));
    });
    assert.equal(tables, 1);
    assert.deepEqual(pathsOf(await index.table()), ["GET /api/u19"]);
  });

  it("sees on the next start what changed, came and went while nobody looked", async (test) => {
    const root = await temporaryFolder(test, FILES);
    const cacheFile = join(await temporaryFolder(test, {}), "facts");
    const start = async () => {
      const index = open(test, root, cacheFile);
      await index.settled();
      const table = await index.table();
      await index.close();
      return pathsOf(table);
    };
    assert.deepEqual(await start(), ["GET /api/users"]);
    assert.deepEqual(await start(), ["GET /api/users"]);
    await writeFile(join(root, "app.js"), FILES["app.js"].replace("/api", "/v2"));
    assert.deepEqual(await start(), ["GET /v2/users"]);
    await writeFile(join(root, "more.js"), FILES["app.js"].replace("/api", "/more"));
    assert.deepEqual(await start(), ["GET /v2/users", "GET /more/users"]);
    assert.deepEqual(await start(), ["GET /v2/users", "GET /more/users"]);
    await rm(join(root, "users.js"));
    assert.deepEqual(await start(), []);
  });

  it("shows on the next start what it knew at once, and tells what became of it", async (test) => {
    const root = await temporaryFolder(test, FILES);
    const cacheFile = join(await temporaryFolder(test, {}), "facts");
    const start = async (options: { include?: string[] } = {}) => {
      const index = createWorkspaceIndex({ root, workerFile, cacheFile, ...options });
      test.after(() => index.close());
      const told: string[][] = [];
      index.onDidChange((table) => told.push(pathsOf(table)));
      const shown = index.shown();
      const tables = [await shown, await index.table(), await index.shown()];
      await index.settled();
      await index.close();
      return { tables: tables.map(pathsOf), told, stats: tables.map(({ stats }) => stats.files) };
    };
    const before = ["GET /api/users"];
    assert.deepEqual((await start()).tables, [before, before, before]);
    const again = await start();
    assert.deepEqual([again.tables, again.told], [[before, before, before], []]);
    await writeFile(join(root, "app.js"), FILES["app.js"].replace("/api", "/v2"));
    await writeFile(join(root, "limits.js"), "");
    const now = ["GET /v2/users"];
    const changed = await start();
    assert.deepEqual([changed.tables, changed.told, changed.stats], [[before, now, now], [now], [2, 3, 3]]);
    assert.deepEqual((await start({ include: ["lib/**"] })).tables, [[], [], []]);
  });

  it("keeps facts in a cache, and rebuilds one that is corrupt", async (test) => {
    const root = await temporaryFolder(test, FILES);
    const cacheFile = join(root, ".cache", "facts");
    const first = open(test, root, cacheFile);
    await first.table();
    await written(cacheFile);
    await first.close();
    const whole = await readFile(cacheFile);
    assert.deepEqual(pathsOf(await open(test, root, cacheFile).table()), ["GET /api/users"]);
    for (const bytes of [whole.subarray(0, whole.length / 2), Buffer.from("{}"), Buffer.alloc(0)]) {
      await writeFile(cacheFile, bytes);
      assert.deepEqual(pathsOf(await open(test, root, cacheFile).table()), ["GET /api/users"]);
    }
  });

  it("tells of its progress, and rejects when it is closed before the first table", async (test) => {
    const root = await temporaryFolder(test, FILES);
    const told: string[] = [];
    const onProgress = (done: number, total: number) => told.push(`${done}/${total}`);
    const index = createWorkspaceIndex({ root, workerFile, onProgress });
    test.after(() => index.close());
    await index.table();
    assert.deepEqual(told, ["2/2"]);
    const early = createWorkspaceIndex({ root, workerFile });
    const table = early.table();
    await early.close();
    await assert.rejects(table, /closed/);
  });
});
