import assert from "node:assert/strict";
import type { Server } from "node:http";
import { describe, it } from "node:test";
import { readRoutes } from "../../../src/engine/routes/reading/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { appFolder, loadBuilt } from "./builtApp.ts";
import { ask } from "./runningApp.ts";
import { grammars } from "./workspace.ts";

interface NestApp {
  getHttpServer(): Server;
}

describe("versions that a NestJS app asks for without switching versioning on", () => {
  it("are called unreachable, and the routes answer without them", async () => {
    const { createApp } = loadBuilt("nestUnversioned") as { createApp(): Promise<NestApp> };
    const server = (await createApp()).getHttpServer();
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const table = await readRoutes(createDiskFiles(appFolder("nestUnversioned")), grammars);
    const statusOf = async (path: string) => (await ask(server, "GET", path)).status;
    for (const { path, problems } of table.routes) {
      const version = path === "/cats" ? "/v2" : "/v3";
      const isVersionLost = (await statusOf(version + path)) === 404;
      assert.equal(await statusOf(path), 200);
      assert.deepEqual(problems, path === "/dogs" ? [] : ["unreachable-version"]);
      assert.equal(isVersionLost, true);
    }
    assert.deepEqual(
      table.routes.map((route) => route.path),
      ["/cats", "/cats/one", "/dogs"],
    );
    server.close();
  });
});
