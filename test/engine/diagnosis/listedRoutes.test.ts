import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const serve = (routes: readonly string[]): Parameters<typeof investigate>[0]["server"] => {
  return ({ method = "", url = "" }, response) => {
    const isFound = /^\/dev\/flights(?:\/f-2)?$/.test(url);
    response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
    const miss = { error: "route not found", currentRoute: `${method.toLowerCase()} - ${url}`, existingRoutes: routes };
    response.end(JSON.stringify(isFound ? {} : miss));
  };
};

it("an answer that lists its routes below a stage says what the path lacks", async () => {
  const server = serve(["get - /dev/flights", "get - /dev/flights/{id}"]);
  const diagnosis = await investigate({ server, http: "GET ORIGIN/flights/f-2\n" });
  assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path");
  assert.deepEqual(
    [diagnosis.fixes[0]?.verified, diagnosis.fixes[0]?.request?.url.endsWith("/dev/flights/f-2")],
    [true, true],
  );
});

it("a list that holds the path itself, or other paths, leads nowhere else", async () => {
  for (const routes of [
    ["get - /flights/{id}", "get - /dev/flights/{id}"],
    ["get - /dev/crews/{id}", "get - /dev/crews"],
  ]) {
    const diagnosis = await investigate({ server: serve(routes), http: "GET ORIGIN/flights/f-2\n" });
    assert.ok(!diagnosis.log.includes("GET /dev/flights/f-2"), JSON.stringify(diagnosis.log));
  }
});
