import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const files = {
  "src/app.js": `import express from "express";
const app = express();
app.get("/games/:id", speaks("application/vnd.clocks.v2+json"), (req, res) => res.json(games[req.params.id]));
app.get("/teams/:id", speaks("application/vnd.teams.v1+json"), (req, res) => res.json(teams[req.params.id]));
app.listen(3000);
`,
};

/** Passes a request on to no handler where it asks for another version, as a router does that tells versions by Accept. */
const server: Parameters<typeof investigate>[0]["server"] = ({ url, headers }, response) => {
  const isThere = url === "/games/4401" && headers.accept === "application/vnd.clocks.v2+json";
  response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
  response.end(isThere ? '{"moves":31}' : '{"error":"Not Found"}');
};

it("a miss under one version of a media type is asked under the one that the code names", async () => {
  const http = "GET ORIGIN/games/4401\nAccept: application/vnd.clocks.v1+json;q=0.9\n";
  const diagnosis = await investigate({ files, server, http });
  assert.equal(verdictOf(diagnosis), "route-drift/version-selector");
  assert.match(
    diagnosis.verdict.summary,
    /with Accept: application\/vnd\.clocks\.v2\+json the same request answers 200/,
  );
});

it("what asks for no vendor's type is asked under the one that is named nearest to its route, and for another version of one only under that", async () => {
  const json = await investigate({ files, server, http: "GET ORIGIN/games/4401\nAccept: application/json\n" });
  assert.equal(verdictOf(json), "route-drift/version-selector", json.verdict.summary);
  assert.equal(json.probes.filter(({ varies }) => varies === "negotiation").length, 1);
  const vendor = "GET ORIGIN/games/4401\nAccept: application/vnd.boats.v1+json\n";
  const { probes } = await investigate({ files, server, http: vendor });
  assert.ok(!probes.some(({ varies }) => varies === "negotiation"));
});
