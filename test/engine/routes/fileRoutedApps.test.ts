import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { RouteTable } from "../../../src/engine/model/route.ts";
import { readRoutes } from "../../../src/engine/routes/reading/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { disagreements, type ServingApp, startServing } from "./runningApp.ts";
import { grammars } from "./workspace.ts";

// Next and Nitro are left out: installing them takes longer (28 s and 68 s) than all other sample apps together. What they answered
// when they were asked by hand is held in matchUrl.test.ts.
const apps: readonly { readonly name: string; readonly paths: string }[] = [
  {
    name: "kit2",
    paths: `/shop/ /shop /shop/about /shop/about/ /shop/About /shop/orders/7 /shop/orders/7/ /shop/orders/latest /shop/files /shop/files/
      /shop/files/a/b /shop/optional/page /shop/optional/de/page /shop/optional/de/fr/page /shop/codes/12 /shop/codes/ab /shop/form /shop/api/both
      /shop/api/all /shop/icons/a.svg /shop/icons/a.png /shop/x-1-2 /shop/x-1 /orders/7 /shop/orders/7%2F8 /shop/orders/a%20b /shop/?x=1`,
  },
  {
    name: "reactRouter8",
    paths: `/ /about /About /about/ /framed /framed/1 /framed/1/2 /api/orders /api/orders/ /api/orders/7 /orders /parent /parent/child /files
      /files/ /files/a/b /teams/a/members /teams /settings /plain/settings /dated.json /help /de/help /users/new /users /nothing
      /api/orders/a%2Fb /?x=1`,
  },
];

for (const { name, paths } of apps) {
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
    });

    it("calls nothing broken that the running app serves", () => {
      const found = [...table.routes, ...(table.pages ?? [])].filter((route) => route.problems.length > 0);
      assert.deepEqual(
        found.map((route) => `${route.path} ${route.problems.join()}`),
        [],
      );
    });
  });
}
