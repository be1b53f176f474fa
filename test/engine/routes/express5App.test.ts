import assert from "node:assert/strict";
import { createServer, request } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import type { RouteTable } from "../../../src/engine/model/route.ts";
import { matchUrl } from "../../../src/engine/routes/matchUrl.ts";
import { readRoutes } from "../../../src/engine/routes/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { grammars } from "./workspace.ts";

const root = join(import.meta.dirname, "../../apps/express5");
const { createApp } = createRequire(import.meta.url)(join(root, "src/server.js"));
const server = createServer(createApp());

interface Answer {
  readonly status: number;
  readonly where: string;
}

/** Asks the running app, byte for byte as written. */
function ask(method: string, path: string): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, method, path, agent: false }, (response) => {
      let body = "";
      response.on("data", (chunk) => (body += chunk));
      response.on("end", () => {
        const status = response.statusCode ?? 0;
        const { file, line } =
          /^(?:HEAD|OPTIONS)$/.test(method) || status !== 200 || body === "" ? {} : JSON.parse(body);
        resolve({ status, where: file === undefined ? "" : `${file}:${line}` });
      });
    });
    sent.on("error", reject);
    sent.end();
  });
}

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
    const wrong: string[] = [];
    for (const path of PATHS) {
      for (const method of ["GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"]) {
        const { status, where } = await ask(method, path);
        const { matched } = matchUrl(table, method, path);
        const at = matched?.handler ?? matched;
        const said = matched === null ? "404" : `200 ${at?.file.replace(/^.*\//, "")}:${at?.line}`;
        const truth = status === 404 ? "404" : where === "" ? "200" : `200 ${where}`;
        // A body of several lines answers on the line after the one its handler starts on.
        const next = at === null ? "" : `200 ${at.file.replace(/^.*\//, "")}:${at.line + 1}`;
        if (!said.startsWith(truth) && next !== truth) wrong.push(`${method} ${path}: app ${truth}, table ${said}`);
      }
    }
    assert.deepEqual(wrong, []);
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
      const { where } = await ask("GET", route.path.replace(/\{\w+\}/g, "7"));
      const own = route.handler ?? route;
      assert.notEqual(where, `${own.file.replace(/^.*\//, "")}:${own.line}`);
    }
  });

  it("gives every served route its whole chain of mounts", () => {
    const items = table.routes.find((route) => route.path.endsWith("/items/{itemId}"));
    assert.deepEqual(
      items?.mounts.map(({ file, line, prefix }) => `${file}:${line} ${prefix}`),
      ["src/server.js:17 /api/v1/orders", "src/routes/orders.js:11 /{id}/items"],
    );
  });
});
