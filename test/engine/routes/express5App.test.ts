import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { RouteTable } from "../../../src/engine/model/route.ts";
import { readRoutes } from "../../../src/engine/routes/reading/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { listRoutes } from "../../../src/report/routes/listRoutes.ts";
import { changedUrls } from "./changedUrls.ts";
import { ask, disagreements, disagreementsOn } from "./runningApp.ts";
import { grammars } from "./workspace.ts";

const root = join(import.meta.dirname, "../../apps/express5");
const { createApp } = createRequire(import.meta.url)(join(root, "src/server.js"));
const server = createServer(createApp());

const PATHS = `
  / /status /STATUS /status/ /health /healthz /health/ /nothing /legacy /Legacy
  /api/v1/orders /api/v1/orders/ /api/v1/orders/7 /api/v1/orders/latest /api/v1/orders/7/items /api/v1/orders/7/items/ /api/v1/orders/7/items/8
  /api/v2/orders/7 /orders/7 /API/V1/ORDERS/7 /api/v1//orders/7 /api/v1/orders/7%2F8 /api/v1/orders/a%20b /api/v1/orders/7/items/8/9
  /api/v1/users/me /api/v1/users/ME /api/v1/users/ada /api/v1/users/ada/ /api/v1/users/ada/posts /api/v1/users/ada/posts/ /api/v1/users/ada/Posts/
  /admin /admin/ /admin/stats /admin/deep/entries /audit/entries /log/entries /log
  /catalog/books /catalog/books/1 /catalog/magazines /one/first /two/second /one
  /files/a /files/a/b/c /files/ /files /docs /docs/ /docs/intro /docs/intro/more /abc /abbbc /ac /ABC /abc/
  /flights/ams-lis /flights/ams /noslash /anything /api/api/twice /api/twice /too-late /orphan /caf%C3%A9 /?x=1 /status?next=/orders`
  .trim()
  .split(/\s+/);

describe("the table of the Express 5 sample app", () => {
  let table: RouteTable;
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    table = await readRoutes(createDiskFiles(root), grammars);
  });
  after(() => server.close());

  it("answers every path and method as the running app does", async () => {
    const methods = ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"];
    assert.deepEqual(await disagreements(table, server, PATHS, methods), []);
  });

  it("answers changed URLs as the running app does", async () => {
    // The prefix of a router that tells letters apart is one of the app, which does not.
    const isApart = ({ target }: { target: string }) =>
      /^\/api\/v1\/users/i.test(target) && !target.startsWith("/api/v1/users");
    assert.deepEqual(await disagreementsOn(table, server, changedUrls(table, isApart)), []);
  });

  it("calls broken exactly those routes that the running app never serves", async () => {
    const broken = table.routes.filter((route) => route.problems.some((problem) => problem !== "doubled-prefix"));
    const found = broken.map((route) => `${route.path} ${route.problems.join()}`);
    assert.deepEqual(found.sort(), [
      "/api/v1/orders/latest shadowed",
      "/api/v1/orders/{orderId} duplicate",
      "/health duplicate",
      "/noslash missing-slash",
      "/orphan not-registered",
      "/too-late after-catch-all",
    ]);
    for (const route of broken) {
      const { where } = await ask(server, "GET", route.path.replace(/\{\w+\}/g, "7"));
      const own = route.handler ?? route;
      assert.notEqual(where, `${own.file.replace(/^.*\//, "")}:${own.line}`);
    }
  });

  it("lists what a group makes optional as one row", () => {
    const listed = listRoutes(table.routes).filter(({ path }) => path.startsWith("/docs"));
    assert.deepEqual(
      listed.map(({ path }) => path),
      ["/docs{/page}"],
    );
  });

  it("gives every served route its whole chain of mounts", () => {
    const items = table.routes.find((route) => route.path.endsWith("/items/{itemId}"));
    assert.deepEqual(
      items?.mounts.map(({ file, line, prefix }) => `${file}:${line} ${prefix}`),
      ["src/server.js:17 /api/v1/orders", "src/routes/orders.js:11 /{id}/items"],
    );
  });
});
