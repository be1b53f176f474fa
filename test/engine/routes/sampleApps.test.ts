import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { getRequestListener } from "@hono/node-server";
import type { RouteTable } from "../../../src/engine/model/route.ts";
import { readRoutes } from "../../../src/engine/routes/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { disagreements } from "./runningApp.ts";
import { grammars } from "./workspace.ts";

interface SampleApp {
  readonly name: string;
  start(module: { createApp(): never }): Server | Promise<Server>;
  readonly paths: string;
  /** The routes that the running app never serves, with the problem that says so. */
  readonly broken: readonly string[];
}

const apps: readonly SampleApp[] = [
  {
    name: "fastify5",
    async start({ createApp }) {
      const app: { ready(): Promise<void>; server: Server } = createApp();
      await app.ready();
      return app.server;
    },
    paths: `/ /status /STATUS /status/ /users/me /users/ME /users/7 /users/7/ /users/ /users /users/7/posts/8 /users/7%2F8 /users/a%20b
      /codes/12 /codes/ab /codes/ /flights/ams-lis /flights/ams /optional /optional/ /optional/2 /files/a /files/a/b /files/ /files
      /icons/cat.svg /icons/cat.png /name:verb /both /any /api/v1/orders /api/v1/orders/ /api/v1/orders/7 /api/v1/orders/7/ /api/v2/orders/7
      /orders /inventory /inventory/ab /outer /outer/ /outer/deep/orders /outer/deep/orders/7 /listed /listed/3 /refunds /?x=1 /status?a=/b`,
    broken: ["/refunds not-registered"],
  },
  {
    name: "koa3",
    start({ createApp }) {
      const app: { callback(): () => void } = createApp();
      return createServer(app.callback());
    },
    paths: `/ /status /STATUS /status/ /named/1 /users/me /users/7 /users/7/ /users /one /two/ /three /files/a /files/a/b /files/ /files
      /docs /docs/ /docs/intro /docs/intro/more /abc /abbbc /ac /ABC /any /gone/1 /flights/ams-lis /flights/ams
      /api/v1/orders /api/v1/orders/ /api/v1/orders/7 /api/v1/orders/7/items /api/v1/orders/7/items/ /api/v1/orders/7/items/8 /orders/7
      /strict/Case /strict/case /strict/Case/ /strict/slash/ /strict/slash /admin /admin/ /admin/stats /refunds /users/7%2F8 /?x=1`,
    broken: ["/refunds not-registered", "/users/me shadowed"],
  },
  {
    name: "hono4",
    start({ createApp }) {
      const app: { fetch: Parameters<typeof getRequestListener>[0] } = createApp();
      return createServer(getRequestListener(app.fetch));
    },
    paths: `/ /status /STATUS /status/ /users/me /users/7 /users/7/ /users/ /codes/12 /codes/ab /optional /optional/ /optional/2 /files/a /files/a/b
      /files/ /files /wild/a/end /wild/a/b/end /wild/end /slash/ /slash /both /one /two /any /chained /api/v1/orders /api/v1/orders/
      /api/v1/orders/latest /api/v1/orders/7 /api/v1/orders/7/items/8 /api/v1/orders/7/items/x /orders /admin /admin/ /admin/Stats /admin/stats
      /inner /inner/ /inner/deep/1 /refunds /users/7%2F8 /users/a%20b /?x=1`,
    broken: ["/refunds not-registered", "/users/me shadowed"],
  },
];

for (const { name, start, paths, broken } of apps) {
  describe(`the table of the sample app ${name}`, () => {
    const root = join(import.meta.dirname, "../../apps", name);
    let table: RouteTable;
    let server: Server;
    before(async () => {
      server = await start(await import(join(root, "src/server.js")));
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      table = await readRoutes(createDiskFiles(root), grammars);
    });
    after(() => server.close());

    it("answers every path and method as the running app does", async () => {
      const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];
      assert.deepEqual(await disagreements(table, server, paths.trim().split(/\s+/), methods), []);
    });

    it("calls broken exactly those routes that the running app never serves", () => {
      const found = table.routes.filter((route) => route.problems.length > 0);
      assert.deepEqual(found.map((route) => `${route.path} ${route.problems.join()}`).sort(), broken);
    });
  });
}
