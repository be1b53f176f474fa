import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { RouteTable } from "../../../src/engine/model/route.ts";
import { readRoutes } from "../../../src/engine/routes/reading/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { changedUrls } from "./changedUrls.ts";
import { type Asked, disagreements, disagreementsOn, type ServingApp, startServing } from "./runningApp.ts";
import { grammars } from "./workspace.ts";

interface PythonApp {
  readonly name: string;
  /** The modules it needs, which Debian's packages bring. */
  readonly needs: readonly string[];
  readonly paths: string;
  /** What the table is known to see otherwise. */
  isApart?(asked: Asked): boolean;
  readonly broken: readonly string[];
  /** Django lists paths without methods. */
  readonly listsMethods: boolean;
}

const apps: readonly PythonApp[] = [
  {
    name: "flask2",
    needs: ["flask"],
    paths: `/ /status /STATUS /status/ /slash/ /slash /both /users/7 /users/ada /users/me /users/ /users/7/ /files/a /files/a/b /files/ /files
      /prices/1.5 /prices/1 /kinds/red /kinds/green /loose /loose/ /stock/ab /stock/ab/ /api/v1/orders/ /api/v1/orders /api/v1/orders/7
      /api/v1/orders/x /orders /admin/reports/123e4567-e89b-12d3-a456-426614174000 /admin/reports/7 /refunds
      /users/7%2F8 /%75sers/7 /users%2F7 /users/a%20b //users/7 /files//a /api//v1//orders/7 /?x=1`,
    // `http.server`, on which the development server stands, makes one of the slashes at the start.
    isApart: ({ target }) => /^\/(?:\/|%2f)\/*/i.test(target),
    broken: ["/refunds not-registered", "/status duplicate"],
    listsMethods: true,
  },
  {
    name: "fastapi0",
    needs: ["fastapi", "uvicorn"],
    paths: `/ /status /STATUS /status/ /slash/ /slash /apart /apart/ /apart// /users/7 /users/ada /users/me /users/ /users/7/ /files/a /files/a/b /files/ /files /both /head
      /v1/api/kinds/red.json /v1/api/kinds/red /v1/api/orders /v1/api/orders/ /v1/api/orders/7 /orders /admin/stats /inner/deep/plain/7
      /inner/deep/plain/x /inner/plain/7 /inner/late /v1/api/later /live/7 /inner/wire /refunds
      /users/7%2F8 /%75sers/7 /users%2F7 /users/a%20b //users/7 /files//a /api//v1//orders/7 /?x=1`,
    // A redirect names the decoded path, so that an encoded question mark begins a query.
    isApart: ({ target }) => target.includes("%3F"),
    broken: [
      "/inner/late after-catch-all",
      "/refunds not-registered",
      "/status duplicate",
      "/users/me shadowed",
      "/v1/api/later not-registered",
    ],
    listsMethods: true,
  },
  {
    name: "django3",
    needs: ["django", "rest_framework"],
    paths: `/ /status /STATUS /status/ /slash/ /slash /users/7/ /users/7 /users/ada/ /users/me/ /users/ /files/a /files/a/b /files/latest /files/ /files
      /years/2026/ /years/26/ /years/2026 /api/v1/ping/ /api/v1/ping /api/v1/orders/ /api/v1/orders /api/v1/orders/7/ /api/v1/orders/x/
      /api/v1/orders/latest/ /api/v1/orders/7/cancel-now/ /api/v1/readers/ /api/v1/readers/x/ /api/v1/readers/x.y/ /admin/stats/ /admin/stats /?x=1`,
    // `http.server`, on which the server of the sample stands, makes one of the slashes at the start.
    isApart: ({ target }) => target.startsWith("//"),
    broken: ["/files/latest after-catch-all", "/slash/ duplicate", "/users/me/ shadowed"],
    listsMethods: false,
  },
  {
    name: "aiohttp3",
    needs: ["aiohttp"],
    paths: `/ /users/7 /users/ada /users/ /users/7/ /files/a /files/a/b /files/ /files /any /ANY /patch /stock/ab /stock/ /resource/a-b /resource/a
      /orders /orders/ /presses/p2/runs/r-1 /presses/p2/runs/latest /admin/stats /admin/stats/ /admin/a/rows/1 /admin/a/rows/first /stats /refunds
     
      /users/7%2F8 /%75sers/7 /users%2F7 /users/a%20b //users/7 /files//a /api//v1//orders/7 /?x=1`,
    // The prefix of a mounted application is looked for where dots are resolved, its routes where they are not.
    isApart: ({ target }) => /\/\.\.?(?:[/?]|$)/.test(target),
    broken: ["/admin/{table}/rows/first shadowed", "/presses/{press}/runs/latest shadowed", "/refunds not-registered"],
    listsMethods: true,
  },
];

const folder = join(import.meta.dirname, "../../apps");
const environment = { PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: "1" };

/** The Python that has the modules: Debian's own first, because another one on the path rarely has them. */
function pythonWith(modules: readonly string[]): string | undefined {
  const isFit = (python: string) => spawnSync(python, ["-c", `import ${modules.join()}`]).status === 0;
  return ["/usr/bin/python3", "python3", "python"].find(isFit);
}

/** One route in a spelling that does not tell how a framework writes its parameters. */
function spelled(route: string): string {
  const plain = route.replace(/\(\?P<\w+>[^)]*\)|<[^>]*>|\{[^}]*\}/g, "{}").replace(/[\^$]/g, "");
  return plain.includes("/") && /^(?:[A-Z]+ )?\//.test(plain) ? plain : `/${plain}`;
}

const sorted = (lines: readonly string[]) => [...new Set(lines)].sort();

for (const { name, needs, paths, isApart, broken, listsMethods } of apps) {
  const python = pythonWith(needs);
  const isOwed = process.env["CI"] === "true";
  const skip =
    python === undefined && !isOwed && `Python has no ${needs.join(" and no ")}; Debian's packages bring them`;
  describe(`the table of the sample app ${name}`, { skip }, () => {
    const root = join(folder, name);
    let table: RouteTable;
    let started: ServingApp;
    before(async () => {
      assert.ok(python !== undefined, `Python has no ${needs.join(" and no ")}`);
      started = await startServing(python, "serve.py", root, environment);
      table = await readRoutes(createDiskFiles(root), grammars);
    });
    after(() => started.stop());

    it("answers every path and method as the running app does", async () => {
      const methods = ["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD"];
      assert.deepEqual(await disagreements(table, started.port, paths.trim().split(/\s+/), methods), []);
    });

    it("answers changed URLs as the running app does", async () => {
      assert.deepEqual(await disagreementsOn(table, started.port, changedUrls(table, isApart)), []);
    });

    it("lists what the running app lists itself", () => {
      const ours = table.routes.filter((route) => !route.problems.includes("not-registered"));
      const lines = ours.map((route) => (listsMethods ? `${route.method} ${route.path}` : route.path));
      assert.deepEqual(sorted(lines.map(spelled)), sorted(started.routes.map(spelled)));
    });

    it("calls broken exactly those routes that the running app never serves", () => {
      const found = table.routes.filter((route) => route.problems.length > 0);
      assert.deepEqual(sorted(found.map((route) => `${route.path} ${route.problems.join()}`)), broken);
    });
  });
}
