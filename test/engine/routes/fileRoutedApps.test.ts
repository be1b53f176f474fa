import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { RouteTable } from "../../../src/engine/model/route.ts";
import { matchUrl } from "../../../src/engine/routes/match/matchUrl.ts";
import { rewritePath } from "../../../src/engine/routes/match/rewritePath.ts";
import { readRoutes } from "../../../src/engine/routes/reading/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { changedUrls } from "./changedUrls.ts";
import { type Asked, ask, disagreements, disagreementsOn, type ServingApp, startServing } from "./runningApp.ts";
import { grammars } from "./workspace.ts";

interface SampleApp {
  readonly name: string;
  readonly paths: string;
  /** Pages that are rendered on demand: the framework gives them for any method, and a table names what a browser asks. */
  readonly pages?: string;
  /** What the table is known to see otherwise. */
  isApart?(asked: Asked): boolean;
}

const apps: readonly SampleApp[] = [
  {
    name: "kit2",
    paths: `/shop/ /shop /shop/about /shop/about/ /shop/About /shop/%61bout /shop/orders/7 /shop/orders/7/ /shop/orders/latest /shop/files /shop/files/
      /shop/files/a/b /shop/optional/page /shop/optional/de/page /shop/optional/de/fr/page /shop/codes/12 /shop/codes/ab /shop/form /shop/api/both
      /shop/api/all /shop/icons/a.svg /shop/icons/a.png /shop/x-1-2 /shop/x-1 /orders/7 /shop/orders/7%2F8 /shop/orders/a%20b /shop/?x=1`,
    // Vite looks for the base in the path as it is written, and a query that begins with a slash names the action of a form.
    isApart: ({ target }) => !target.startsWith("/shop") || target.includes("?/"),
  },
  {
    name: "reactRouter8",
    paths: `/ /about /About /about/ /%61bout /framed /framed/1 /framed/1/2 /api/orders /api/orders/ /api/orders/7 /orders /parent /parent/child /files
      /files/ /files/a/b /teams/a/members /teams /settings /plain/settings /dated.json /help /de/help /users/new /users /nothing
      /api/orders/a%2Fb /?x=1`,
    // Vite answers every OPTIONS.
    isApart: ({ method }) => method === "OPTIONS",
  },
  {
    name: "next16",
    paths: `/shop /shop/ / /about /shop/about /shop/About /shop/about/ /shop/%61bout /shop/grouped /shop/docs /shop/help
      /shop/api/orders/7 /shop/api/orders/7/ /shop/api/orders/latest /shop/api/orders /shop/api/orders/7/8
      /shop/api/Orders/7 /shop/api/any /shop/api/grouped /shop/api/files /shop/api/files/a /shop/api/files/a/b /shop/_private
      /shop/api/items/3 /shop/api/items /shop/api/plain /shop/api/plain/ /shop/api/optional /shop/api/optional/a/b /api/plain
      /shop/api/orders/a%2Fb /shop/api/orders/a%20b /shop/nothing /shop/about?x=1`,
    // Pages, as above; and the redirect that takes a last slash away does not tell letters apart.
    isApart: ({ method, target }) =>
      !(/^(?:GET|HEAD)$/.test(method) || target.startsWith("/shop/api")) ||
      /^\/(?!shop)[Ss][Hh][Oo][Pp]\//.test(target),
    pages: "/shop/docs/a /shop/docs/a/b /shop/optional /shop/optional/a/b",
  },
  {
    name: "nitro3",
    paths: `/api/orders /api/orders/ /%61pi/orders /api/orders/7 /api/orders/7/ /api/orders/7/8 /api/orders/latest
      /api/Orders /api/items /api/any /api/files /api/files/a /api/files/a/b /api/teams/a/members
      /api/teams/a /health /health/ /inside /deep /deep/ /nothing / /listed /listed/ /listed/a /listed/a/b
      /api/orders/a%2Fb /api/orders/a%20b /health?x=1`,
    // A parameter takes nothing too, but where the path ends in one slash.
    isApart: ({ target }) => target.includes("//"),
  },
];

for (const { name, paths, pages = "", isApart } of apps) {
  describe(`the table of the sample app ${name}`, () => {
    const root = join(import.meta.dirname, "../../apps", name);
    let table: RouteTable;
    let app: ServingApp;
    before(async () => {
      app = await startServing(process.execPath, "serve.js", root);
      table = await readRoutes(createDiskFiles(root), grammars);
    });
    after(() => app.stop());

    it("answers every path and method as the running app does", async () => {
      const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];
      assert.deepEqual(await disagreements(table, app.port, paths.trim().split(/\s+/), methods), []);
      assert.deepEqual(await disagreements(table, app.port, pages.split(" ").filter(Boolean), ["GET", "HEAD"]), []);
    });

    it("answers changed URLs as the running app does", async () => {
      assert.deepEqual(await disagreementsOn(table, app.port, changedUrls(table, isApart)), []);
    });

    it("calls nothing broken that the running app serves", () => {
      const found = [...table.routes, ...(table.pages ?? [])].filter((route) => route.problems.length > 0);
      assert.deepEqual(
        found.map((route) => `${route.path} ${route.problems.join()}`),
        [],
      );
    });

    if (name === "next16") {
      it("leads a rewritten path to the handler that answers it", async () => {
        const rewrite = table.rewrites.find(({ kind }) => kind === "next-rewrite");
        assert.ok(rewrite);
        const led = rewritePath(rewrite, "/shop/old/7");
        assert.equal(matchUrl(table, "GET", led?.path ?? "").matched?.file, "app/api/orders/[id]/route.js");
        assert.equal((await ask(app.port, "GET", "/shop/old/7")).where, "route.js:2");
      });
    }
  });
}
