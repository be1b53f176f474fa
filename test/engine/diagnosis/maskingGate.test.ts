import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const files = {
  "app.js": `import express from "express";
const app = express();
app.get("/rooms", rooms);
app.use((req, res, next) => {
  if (req.user?.role !== "warden") return next("router");
  next();
});
app.get("/keys", keys);
app.get("/keys/lost", lost);
app.listen(3000);
`,
};

/** Serves some paths, and misses as a router does. */
function serve(paths: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "", method }, response) => {
    const isThere = paths.includes(url);
    response.writeHead(isThere ? 200 : 404, {
      "content-type": isThere ? "application/json" : "text/html",
      "x-powered-by": "Express",
    });
    response.end(isThere ? '["a"]' : `<!DOCTYPE html><html><body><pre>Cannot ${method} ${url}</pre></body></html>`);
  };
}

it("where nothing behind code that asks who is calling answers, that code may hide the endpoint", async () => {
  const diagnosis = await investigate({
    files,
    server: serve(["/rooms"]),
    http: "GET ORIGIN/keys/lost\n\n###\nGET ORIGIN/rooms\n",
  });
  assert.equal(verdictOf(diagnosis), "access-masking/masked-endpoint", diagnosis.verdict.summary);
  assert.match(diagnosis.verdict.summary, /app\.js:5 asks who is calling/);
  assert.ok(diagnosis.verdict.confidence < 0.9);
});

it("where something behind it answers, it hides nothing", async () => {
  const diagnosis = await investigate({
    files,
    server: serve(["/rooms", "/keys"]),
    http: "GET ORIGIN/keys/lost\n\n###\nGET ORIGIN/keys\n",
  });
  assert.notEqual(verdictOf(diagnosis), "access-masking/masked-endpoint");
});
