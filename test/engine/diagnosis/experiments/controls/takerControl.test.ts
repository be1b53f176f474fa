import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const router = (exported: string) => `import Koa from "koa";
import Router from "@koa/router";
const harvests = new Router({ prefix: "/harvests" });
harvests.get("/", (ctx) => {
  ctx.body = all();
});
harvests.get("/export", (ctx) => {
  ${exported}
});
harvests.get("/:year", (ctx) => {
  const harvest = one(ctx.params.year);
  if (!harvest) ctx.status = 404;
  ctx.body = harvest ?? { error: "not_found" };
});
new Koa().use(harvests.routes()).listen(3000);
`;

/** The build before `/export` was written: its `/:year` takes the word for a year. */
const older: Parameters<typeof investigate>[0]["server"] = ({ url = "" }, response) => {
  const isThere = url === "/harvests" || url === "/harvests/2025";
  const isRouted = url.startsWith("/harvests");
  response.writeHead(isThere ? 200 : 404, { "content-type": isRouted ? "application/json" : "text/plain" });
  response.end(isThere ? '{"tonnes":58}' : isRouted ? '{"error":"not_found"}' : "Not Found");
};

const http = "GET ORIGIN/harvests/export\n";

it("a route that the older build takes for an identifier of the route behind it is not deployed, though no answer names the word", async () => {
  const files = { "src/app.js": router("ctx.body = toCsv(all());") };
  const diagnosis = await investigate({ files, server: older, http });
  assert.equal(verdictOf(diagnosis), "route-not-served/not-deployed");
  assert.match(diagnosis.verdict.summary, /has no GET \/harvests\/export .* GET \/harvests\/\{year\}/);
});

it("a handler that may miss in these words itself proves nothing of the route", async () => {
  const files = { "src/app.js": router('const rows = all() ?? ctx.throw(404, "not_found"); ctx.body = toCsv(rows);') };
  const diagnosis = await investigate({ files, server: older, http });
  assert.notEqual(verdictOf(diagnosis), "route-not-served/not-deployed");
});
