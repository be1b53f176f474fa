import assert from "node:assert/strict";
import { copyFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, type TestContext, test } from "node:test";
import { createArchive } from "../../src/node/archive.ts";
import { createWorkspaceIndex } from "../../src/node/workspaceIndex.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const source = join(import.meta.dirname, "../../src/node");

async function routesOf(test: TestContext, root: string, cacheFile: string): Promise<readonly string[]> {
  const index = createWorkspaceIndex({ root, workerFile: join(source, "indexer.ts"), cacheFile });
  test.after(() => index.close());
  const { routes } = await index.table();
  await index.settled();
  await index.close();
  return routes.map(({ method, path }) => `${method} ${path}`);
}

const app = (path: string) => `const app = require("express")(); app.get("${path}", (q, s) => s.end());`;

suite("what another machine or another folder stored", () => {
  test("gives a workspace no route that is not its own", async (context) => {
    const storage = await temporaryFolder(context, {});
    const [there, here] = [join(storage, "there"), join(storage, "here")];
    const other = await temporaryFolder(context, { "app.js": app("/theirs"), "gone.js": app("/gone") });
    assert.deepEqual(await routesOf(context, other, there), ["GET /theirs", "GET /gone"]);
    await copyFile(there, here);
    const own = await temporaryFolder(context, { "app.js": app("/mine/1"), "more.js": app("/more") });
    assert.deepEqual(await routesOf(context, own, here), ["GET /mine/1", "GET /more"]);
  });

  test("is text to a history: what names files or prototypes is shown as it is and opens nothing", async (context) => {
    const hop = {
      method: "GET",
      url: "http://there/../../x",
      requestHeaders: [["__proto__", "../../etc/passwd"]],
      requestText: null,
      startedAt: 1,
      ms: 1,
      response: null,
      failure: { code: "refused", message: "file:///etc/passwd" },
    };
    const subject = { id: "../../x", outcome: "404", place: { uri: "file:///another/machine/api.http", line: 1 } };
    const text = `{"subject":${JSON.stringify(subject)},"hops":[${JSON.stringify(hop)}],"__proto__":{"polluted":true}}\n`;
    const folder = await temporaryFolder(context, { "exchanges.jsonl": text });
    const historyFile = join(folder, "exchanges.jsonl");
    const archive = createArchive({ workerFile: join(source, "archiver.ts"), historyFile });
    context.after(() => archive.close());
    const { entries, damaged, problem } = await archive.list();
    assert.deepEqual([damaged, problem], [0, null]);
    assert.deepEqual(entries, [{ subject, method: "GET", url: hop.url, at: 1 }]);
    assert.match((await archive.print("../../x")) ?? "", /__proto__: \.\.\/\.\.\/etc\/passwd/);
    assert.equal(Object.hasOwn(Object.prototype, "polluted"), false);
  });
});
