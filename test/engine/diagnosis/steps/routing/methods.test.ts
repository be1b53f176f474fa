import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "../../investigate.ts";

const files = {
  "src/app.js": `import express from "express";
const app = express();
app.get("/quotes/:id", (req, res) => {
  const quote = quotes[req.params.id];
  return quote ? res.json(quote) : res.status(404).json({ message: "no such quote" });
});
app.post("/quotes/search", (req, res) => res.json(search(req.body)));
app.listen(3000);
`,
};

const server: Parameters<typeof investigate>[0]["server"] = ({ url = "", method }, response) => {
  const isThere = method === "GET" && url === "/quotes/q1";
  response.writeHead(isThere ? 200 : 404, { "content-type": "application/json" });
  const missed = url.startsWith("/quotes/") ? "no such quote" : "Not Found";
  response.end(isThere ? '{"by":"Seneca"}' : JSON.stringify({ message: missed }));
};

it("a word that another method's route is written with is no unknown identifier of the route that took it", async () => {
  const http = "GET ORIGIN/quotes/search?by=Seneca\n\n###\nGET ORIGIN/quotes/q1\n";
  const diagnosis = await investigate({ files, server, http });
  assert.equal(verdictOf(diagnosis), "method-mismatch/wrong-method");
  assert.match(diagnosis.verdict.summary, /POST \(src\/app\.js:7\) is, and GET \/quotes\/\{id\} takes its word/);
  assert.equal(
    diagnosis.fixes[0]?.edit?.newText,
    "POST ORIGIN/quotes/search?by=Seneca".replace("ORIGIN", new URL(diagnosis.request.url).origin),
  );
});

it("any other word is one", async () => {
  const http = "GET ORIGIN/quotes/searching\n\n###\nGET ORIGIN/quotes/q1\n";
  assert.equal(verdictOf(await investigate({ files, server, http })), "stale-identifier/unknown-id");
});

it("what takes every path looks up no word of it", async () => {
  const covered = {
    "src/app.js": `import express from "express";
const app = express();
app.get("/{*page}", (req, res) => res.sendFile("index.html", { root: "dist" }));
app.get("/quotes/:id", (req, res) => res.json(quotes[req.params.id]));
app.post("/quotes/:id", (req, res) => res.json(change(req.params.id, req.body)));
app.listen(3000);
`,
  };
  const diagnosis = await investigate({
    files: covered,
    server: (_, response) =>
      response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><div id=app>"),
    http: "GET ORIGIN/quotes/q1\nAccept: application/json\n",
  });
  assert.equal(diagnosis.verdict.kind, "after-catch-all");
});
