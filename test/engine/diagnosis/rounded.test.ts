import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, type Setting, verdictOf } from "./investigate.ts";

const long = "7034512288816201733";
const missing =
  (text: string): Setting["server"] =>
  (_request, response) => {
    response.writeHead(404, { "content-type": "application/json" }).end(JSON.stringify({ message: text }));
  };
const app = (handler: string) => ({
  "app.js": `const app = require("express")();
app.get("/hives/:id", (request, response) => {
  ${handler}
  response.json(hive);
});
app.listen(3000);
`,
});
const stored = { "hives.js": `exports.hives = [{ id: "${long}" }, { id: "7034512288816201801" }];\n` };

it("an answer that names the rounded number says that the service rounds", async () => {
  const server = missing("Hive 7034512288816202000 not found");
  const diagnosis = await investigate({
    files: app("const hive = find(request.params.id);"),
    server,
    http: `GET ORIGIN/hives/${long}\n`,
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/precision-loss");
  assert.match(diagnosis.verdict.summary, /7034512288816202000 was looked up/);
});

it("a handler that makes a number of what data holds is linked by its line", async () => {
  const files = { ...app("const hive = find(String(Number(request.params.id)));"), ...stored };
  const diagnosis = await investigate({
    files,
    server: ({ url = "" }, response) => {
      const isList = url === "/hives";
      response.writeHead(isList ? 200 : 404, { "content-type": "application/json" });
      response.end(
        isList ? `[{"id":"${long}"}]` : url.startsWith("/hives/") ? '{"error":"no hive"}' : '{"error":"no path"}',
      );
    },
    http: `GET ORIGIN/hives/${long}\n`,
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/precision-loss");
  assert.ok(diagnosis.links.some(({ file, line }) => file === "app.js" && line === 3));
  assert.match(diagnosis.fixes[0]?.title ?? "", /in the service/);
});

it("a schema that makes a number of it is linked by its line", async () => {
  const files = {
    "app.js": `const app = require("fastify")();
app.get("/hives/:id", {
  schema: { params: { type: "object", properties: { id: { type: "integer" } } } },
}, async (request) => find(request.params.id));
app.listen({ port: 3000 });
`,
    ...stored,
  };
  const diagnosis = await investigate({ files, server: missing("no hive"), http: `GET ORIGIN/hives/${long}\n` });
  assert.equal(verdictOf(diagnosis), "stale-identifier/precision-loss");
  assert.match(diagnosis.verdict.summary, /app\.js:3/);
});

it("a collection of long numbers of which none is found is rounded somewhere", async () => {
  const diagnosis = await investigate({
    files: app("const hive = hook(request);"),
    server: ({ url = "" }, response) => {
      const isList = url === "/hives";
      response.writeHead(isList ? 200 : 404, { "content-type": "application/json" });
      const miss = url.startsWith("/hives/") ? '{"error":"no hive"}' : '{"error":"no path"}';
      response.end(isList ? `[{"id":"${long}"},{"id":"7034512288816201801"}]` : miss);
    },
    http: `GET ORIGIN/hives/${long}\n`,
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/precision-loss");
});

it("a number that a double holds, and a handler that keeps the text, are not blamed", async () => {
  const short = await investigate({
    files: app("const hive = find(Number(request.params.id));"),
    server: missing("no hive"),
    http: "GET ORIGIN/hives/7034512\n",
  });
  assert.notEqual(short.verdict.kind, "precision-loss");
  const kept = await investigate({
    files: { ...app("const hive = find(request.params.id);"), ...stored },
    server: missing("no hive"),
    http: `GET ORIGIN/hives/${long}\n`,
  });
  assert.notEqual(kept.verdict.kind, "precision-loss");
});
