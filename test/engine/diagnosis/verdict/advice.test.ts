import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const missing = (body: string) => `{"error":"${body}"}`;

it("what is to be verified is the corrected request, its query included", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const express = require("express");
const app = express();
app.get("/v1/orders/:order", (req, res) => res.json(orders.get(req.params.order)));
app.listen(3000);
`,
    },
    server: ({ url }, response) => {
      const isServed = url?.startsWith("/v1/orders/");
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(isServed ? '{"order":8472}' : missing("no such path"));
    },
    http: "GET ORIGIN/v2/orders/8472?lines=all\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/version-moved", diagnosis.verdict.summary);
  assert.match(diagnosis.verdict.summary, /^This path is served under v1, not v2: \/v1\/orders\/8472 answers 200\.$/);
  assert.match(
    diagnosis.verify[0] ?? "",
    /^Replay GET \/v1\/orders\/8472\?lines=all on 127\.0\.0\.1:\d+: it must not answer 404\.$/,
  );
  // Nobody's keys are at stake where none were sent.
  assert.doesNotMatch(diagnosis.avoid.join("\n"), /keys or grants/);
});

it("what is switched off is replayed unchanged, and no record is spoken of where none is asked for", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const express = require("express");
const flags = require("./flags.json");
const app = express();
if (flags.forecast) {
  app.get("/sales/forecast", (req, res) => res.json(forecast()));
}
app.get("/sales", (req, res) => res.json(sales()));
app.listen(3000);
`,
      "flags.json": '{ "forecast": false }\n',
    },
    server: ({ url, method }, response) => {
      const isServed = url === "/sales";
      response.writeHead(isServed ? 200 : 404, { "content-type": isServed ? "application/json" : "text/html" });
      response.end(isServed ? "[]" : `<!DOCTYPE html><html><body><pre>Cannot ${method} ${url}</pre></body></html>`);
    },
    http: "GET ORIGIN/sales/forecast\n",
  });
  assert.equal(verdictOf(diagnosis), "lifecycle/feature-off", diagnosis.verdict.summary);
  assert.match(diagnosis.verdict.summary, /only under the condition at app\.js:4, if \(flags\.forecast\)/);
  assert.match(diagnosis.verify[0] ?? "", /^Replay GET \/sales\/forecast on .* unchanged once it is switched on/);
  assert.doesNotMatch([...diagnosis.avoid, ...diagnosis.verify].join("\n"), /record|corrected/);
  assert.deepEqual(
    diagnosis.fixes.map(({ kind, title }) => [kind, title]),
    [["ask", "Switch it on, if it is meant to be served here: flags.json:1"]],
  );
});

it("the store that keeps a deleted record is not to be corrected, what else uses the record is", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const express = require("express");
const wheels = require("./data/wheels.json");
const app = express();
app.get("/wheels/:wheel", show);
app.listen(3000);
`,
      "data/wheels.json":
        '[\n  { "id": "w-3301", "removedAt": "2026-10-30" },\n  { "id": "w-3302", "removedAt": null }\n]\n',
      "docs/tour.md": "The tour ends at [the great wheel](/wheels/w-3301).\n",
    },
    server: ({ url }, response) => {
      const isServed = url === "/wheels/w-3302";
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(isServed ? "{}" : missing(url?.startsWith("/wheels/") ? "no wheel" : "no such path"));
    },
    http: "GET ORIGIN/wheels/w-3301\n\n###\nGET ORIGIN/wheels/w-3302\n",
  });
  assert.equal(verdictOf(diagnosis), "lifecycle/deleted", diagnosis.verdict.summary);
  const advice = diagnosis.verify.join("\n");
  assert.match(advice, /docs\/tour\.md:1/);
  assert.doesNotMatch(advice, /wheels\.json/);
});

it("the table that keeps a former name is not to be corrected, what still asks for it is", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": `const express = require("express");
const sheets = require("./sheets.json");
const app = express();
app.get("/sheets", (req, res) => res.json(sheets));
app.get("/sheets/:slug", show);
app.listen(3000);
`,
      "sheets.json": '[\n  { "slug": "mutual", "formerSlugs": ["nda-2023-final"] }\n]\n',
      "crm/send.mjs": "export const send = () => fetch(root + '/sheets/nda-2023-final');\n",
    },
    server: ({ url }, response) => {
      const listed =
        url === "/sheets" ? [{ slug: "mutual", formerSlugs: ["nda-2023-final"] }, { slug: "lease" }] : null;
      const isServed = listed !== null || url === "/sheets/mutual";
      response.writeHead(isServed ? 200 : 404, { "content-type": "application/json" });
      response.end(
        isServed ? JSON.stringify(listed ?? {}) : missing(url?.startsWith("/sheets/") ? "no sheet" : "no such path"),
      );
    },
    http: "GET ORIGIN/sheets/nda-2023-final\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/renamed-slug", diagnosis.verdict.summary);
  const advice = diagnosis.verify.join("\n");
  assert.match(advice, /crm\/send\.mjs:1/);
  assert.doesNotMatch(advice, /sheets\.json/);
});

it("what answered a page in the place of an API's answer may go on answering 200", async () => {
  const diagnosis = await investigate({
    files: {
      "app.py": `from fastapi import FastAPI
app = FastAPI()

@app.get("/{rest:path}")
def page(rest: str): ...

@app.get("/api/walks/today")
def today(): ...
`,
    },
    server: (_request, response) => {
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>Walks</title>");
    },
    http: "GET ORIGIN/api/walks/today\nAccept: application/json\n",
  });
  assert.equal(diagnosis.outcome, "soft-not-found");
  assert.match(diagnosis.verify[0] ?? "", /what was asked for, not the page that answers now\.$/);
});
