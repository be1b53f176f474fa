import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const app = (routes: string) => ({
  "app.js": `import express from "express";\nconst app = express();\n${routes}\napp.listen(3000);\n`,
});

/** Serves the paths that are named, by GET alone. */
function serve(paths: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "", method }, response) => {
    const isThere = method === "GET" && paths.includes(url);
    response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(isThere ? { path: url } : { error: "nothing here" }));
  };
}

it("a path that is routed for another method has the right words, whatever its siblings answer", async () => {
  const diagnosis = await investigate({
    files: app('app.put("/trips/:trip/leader", set);\napp.get("/trips/:trip/rota", rota);'),
    server: serve(["/trips/7/rota"]),
    http: "GET ORIGIN/trips/7/leader\n",
  });
  assert.equal(verdictOf(diagnosis), "method-mismatch/wrong-method");
  assert.ok(!diagnosis.log.includes("GET /trips/7/rota"));
});

it("of siblings with another word there, the one that shares a part of it is meant", async () => {
  const diagnosis = await investigate({
    files: app(
      'app.get("/trips/:trip/rota", rota);\napp.get("/trips/:trip/packing-list", list);\napp.get("/trips/:trip/costs", costs);',
    ),
    server: serve(["/trips/7/rota", "/trips/7/packing-list", "/trips/7/costs"]),
    http: "GET ORIGIN/trips/7/list\n",
  });
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/trips\/7\/packing-list$/);
  const sum = diagnosis.causes.reduce((total, { confidence }) => total + confidence, 0);
  assert.ok(sum <= 1.01, JSON.stringify(diagnosis.causes));
});
