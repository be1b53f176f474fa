import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { getRequestListener } from "@hono/node-server";
import type { RouteTable } from "../../../src/engine/model/route.ts";
import { readRoutes } from "../../../src/engine/routes/reading/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { installedAs, loadBuilt } from "./builtApp.ts";
import { changedUrls } from "./changedUrls.ts";
import { type Asked, disagreements, disagreementsOn } from "./runningApp.ts";
import { grammars } from "./workspace.ts";

interface SampleApp {
  readonly name: string;
  /** How its server is loaded when a plain import does not do. */
  load?(): unknown;
  start(module: { createApp(): never }): Server | Promise<Server>;
  /** The app's own list of its routes, as `METHOD /path`. */
  own?(): readonly string[];
  readonly paths: string;
  /** What the table is known to see otherwise. */
  isApart?(asked: Asked): boolean;
  /** The routes that the running app never serves, with the problem that says so. */
  readonly broken: readonly string[];
}

/** One layer of the router of Express 5, on which Nest registers. */
interface Layer {
  readonly route?: { readonly path: string; readonly methods: Readonly<Record<string, boolean>> };
}

/** The application that is running, for those that can list their routes. */
let running: unknown;

const apps: readonly SampleApp[] = [
  {
    name: "express4",
    load() {
      installedAs("express4", "express", "express4");
      return undefined;
    },
    start: ({ createApp }) => createServer(createApp()),
    paths: `/ /status /STATUS /status/ /users/7 /users/ada /users/ada/ /users/me /users/ /optional /optional/ /optional/2 /files /files/ /files/a
      /files/a/b /many /many/a /many/a/b /any /any/a /any/a/b /color /colour /colouur /flights/ams-lis /flights/ams /icons/cat.svg /icons/cat.png
      /abc /abbbc /ABC /abc/ /one /two /one/ /all /book/1 /Book/1 /api/v1/orders /api/v1/orders/ /api/v1/orders/latest /api/v1/orders/7
      /api/v1/orders/7/items/8 /API/v1/orders /shop/a/7 /shop/a /orders/7 /strict/Case /strict/case /strict/Case/ /strict/slash/ /strict/slash
      /missing /too-late /refunds /users/7%2F8 /%75sers/7 /users%2F7 /users/a%20b /?x=1`,
    // `:path+` and `:path*` take no empty segment, and the prefix of a router that tells letters apart is one of the app, which does not.
    isApart: ({ target }) =>
      /^\/m?any\b.*\/\//i.test(target) || (/^\/strict/i.test(target) && !target.startsWith("/strict")),
    broken: ["/refunds not-registered", "/status duplicate", "/too-late after-catch-all", "/users/me shadowed"],
  },
  {
    name: "hapi21",
    async start({ createApp }) {
      const app: { listener: Server } = await createApp();
      running = app;
      return app.listener;
    },
    own: () =>
      (running as { table(): { method: string; path: string }[] })
        .table()
        .map(({ method, path }) => `${method === "*" ? "ANY" : method} ${path}`),
    paths: `/ /status /STATUS /status/ /users/me /users/7 /users/7/ /users/ /optional /optional/ /optional/2 /files /files/ /files/a /files/a/b
      /two/a/b /two/a /two/a/b/c /icons/cat.svg /icons/cat.png /both /any /configured /listed /listed/1 /orders /orders/7 /api/v1/orders
      /api/v1/orders/7 /api/v1 /users/7%2F8 /%75sers/7 /users%2F7 /users/a%20b /?x=1 /nothing`,
    broken: [],
  },
  {
    name: "nest11",
    load: () => loadBuilt("nest11"),
    async start({ createApp }) {
      const app: { getHttpServer(): Server; getHttpAdapter(): { getInstance(): unknown } } = await createApp();
      running = app.getHttpAdapter().getInstance();
      return app.getHttpServer();
    },
    own: () =>
      (running as { router: { stack: readonly Layer[] } }).router.stack.flatMap(({ route }) => {
        const methods = Object.keys(route?.methods ?? {});
        const named = methods.length > 10 ? ["any"] : methods;
        return named.map((method) => `${method} ${route?.path}`);
      }),
    paths: `/health /health/ /HEALTH /api/health /api/ready /api/live /api/v1/ready /ready /api/any /callback/a /api/callback/a
      /api/v1/orders /api/v1/orders/ /api/v1/Orders /api/v1/orders/7 /api/v1/orders/7/8 /api/v1/orders/files/a /api/v1/orders/files/a/b /api/v1/orders/files
      /api/v2/orders /api/v2/orders/7 /api/v2/sales /api/v2/sales/7 /api/v1/sales /api/v3/orders /api/orders /orders /v1/orders /api/v1/admin/stats
      /api/admin/stats /api/v1/stats /api/v1/refunds /api/v1/orders/7%2F8 /api/v1/%6frders/7 /`,
    broken: ["/refunds not-registered"],
  },
  {
    name: "fastify5",
    async start({ createApp }) {
      const app: { ready(): Promise<void>; server: Server } = createApp();
      await app.ready();
      return app.server;
    },
    paths: `/ /status /STATUS /status/ /users/me /users/ME /users/7 /users/7/ /users/ /users /users/7/posts/8 /users/7%2F8 /%75sers/7 /users%2F7 /users/a%20b
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
      /strict/Case /strict/case /strict/Case/ /strict/slash/ /strict/slash /admin /admin/ /admin/stats /refunds /users/7%2F8 /%75sers/7 /users%2F7 /?x=1`,
    // The root takes a second slash.
    isApart: ({ target }) => /^\/\/(?:\?|$)/.test(target),
    broken: ["/refunds not-registered", "/users/me shadowed"],
  },
  {
    name: "hono4",
    start({ createApp }) {
      const app: { fetch: Parameters<typeof getRequestListener>[0] } = createApp();
      running = app;
      return createServer(getRequestListener(app.fetch));
    },
    paths: `/ /status /STATUS /status/ /users/me /users/7 /users/7/ /users/ /codes/12 /codes/ab /optional /optional/ /optional/2 /files/a /files/a/b
      /files/ /files /wild/a/end /wild/a/b/end /wild/end /slash/ /slash /both /one /two /any /chained /api/v1/orders /api/v1/orders/
      /api/v1/orders/latest /api/v1/orders/7 /api/v1/orders/7/items/8 /api/v1/orders/7/items/x /orders /admin /admin/ /admin/Stats /admin/stats
      /inner /inner/ /inner/deep/1 /refunds /users/7%2F8 /%75sers/7 /users%2F7 /users/a%20b /?x=1`,
    // A nameless segment in the middle takes nothing too.
    isApart: ({ target }) => /^\/wild\/+\//.test(target),
    broken: ["/refunds not-registered", "/users/me shadowed"],
  },
];

/** One route in a spelling that does not tell how a framework writes its parameters. */
function spelled(route: string): string {
  const [method = "", path = ""] = route.split(" ");
  const plain = path
    .replace(/\{(\w+)\*2\}/g, "{$11}/{$12}")
    .replace(/\{?\*\w+\}?|\{\w+\*\}/g, "**")
    .replace(/:\w+|\{\w+\??\}/g, "{}");
  return `${method.toUpperCase()} ${plain}`;
}

const sorted = (lines: readonly string[]) => [...new Set(lines)].sort();

for (const { name, load, start, own, paths, isApart, broken } of apps) {
  describe(`the table of the sample app ${name}`, () => {
    const root = join(import.meta.dirname, "../../apps", name);
    let table: RouteTable;
    let server: Server;
    before(async () => {
      const loaded = load?.() ?? (await import(join(root, "src/server.js")));
      server = await start(loaded as { createApp(): never });
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      table = await readRoutes(createDiskFiles(root), grammars);
    });
    after(() => server.close());

    it("answers every path and method as the running app does", async () => {
      const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "QUERY"];
      assert.deepEqual(await disagreements(table, server, paths.trim().split(/\s+/), methods), []);
    });

    it("answers changed URLs as the running app does", async () => {
      assert.deepEqual(await disagreementsOn(table, server, changedUrls(table, isApart)), []);
    });

    if (own !== undefined) {
      it("lists what the running app lists itself", () => {
        const ours = table.routes.filter((route) => !route.problems.includes("not-registered"));
        const lines = ours.map((route) => spelled(`${route.method} ${route.path}`));
        assert.deepEqual(sorted(lines), sorted(own().map(spelled)));
      });
    }

    it("calls broken exactly those routes that the running app never serves", () => {
      const found = table.routes.filter((route) => route.problems.length > 0);
      assert.deepEqual(found.map((route) => `${route.path} ${route.problems.join()}`).sort(), broken);
    });
  });
}
