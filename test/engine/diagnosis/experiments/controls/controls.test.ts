import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

it("a path that shows what a missing route looks like is one that no route takes with its parameters", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const app = require("express")();
app.get("/packages/:name", (req, res) => res.json({}));
app.get("/packages/:name/:version", (req, res) => find(req, res));
app.listen(3000);
`,
    },
    server: ({ url = "" }, response) => {
      const parts = url.split("/").length - 1;
      const isThere = url === "/packages/lute" || url === "/packages/lute/2.0.1";
      const isRouted = url.startsWith("/packages/") && parts < 4;
      const missed = isRouted ? '{"error":"unknown version"}' : '{"message":"no route"}';
      response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
      response.end(isThere ? '{"name":"lute"}' : missed);
    },
    http: "GET ORIGIN/packages/lute/2.1.0\n\n###\nGET ORIGIN/packages/lute/2.0.1\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id", diagnosis.verdict.summary);
  const below = diagnosis.log.filter((line) => /^GET \/packages\/no-such/.test(line));
  assert.ok(
    below.every((line) => line.split("/").length > 4),
    below.join(", "),
  );
});

it("the control stays within the stage of a gateway, which refuses otherwise where it has none", async () => {
  const { outcome, log } = await investigate({
    server: ({ url = "" }, response) => {
      const said = url.startsWith("/prod/") ? "Missing Authentication Token" : "Forbidden";
      response.writeHead(403, { "content-type": "application/json", "x-amz-apigw-id": "Kq1ZcF0uFiAEV7w=" });
      response.end(JSON.stringify({ message: said }));
    },
    http: "GET ORIGIN/prod/sheds/s1/keys\n",
  });
  assert.equal(outcome, "soft-not-found");
  assert.ok(log.some((line) => /^GET \/prod\/no-such-path-\d+\/s1\/keys$/.test(line)));
});
