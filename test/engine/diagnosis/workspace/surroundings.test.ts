import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const app = `const express = require("express");
const app = express();
app.get("/boats/:boat", (req, res) => show(req, res));
app.listen(3000);
`;
const boats = (path: string) => (path === "/boats/b-2" ? { boat: "b-2" } : undefined);

function serve(answer: (path: string) => unknown): Parameters<typeof investigate>[0]["server"] {
  return (request, response) => {
    const path = request.url ?? "";
    const content = answer(path);
    const missing = path.startsWith("/boats/") ? { error: "no such boat" } : { error: "no route" };
    response.writeHead(content === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(content ?? missing));
  };
}

describe("what the workspace says of the very thing that misses", () => {
  it("a record that data holds as archived is shown by the parameter of that name", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": app,
        "fleet.json": '[{ "boat": "b-1", "status": "archived" }, { "boat": "b-2", "status": "afloat" }]',
      },
      server: serve((path) => (path === "/boats/b-1?status=archived" ? {} : boats(path))),
      http: "GET ORIGIN/boats/b-1\n\n###\nGET ORIGIN/boats/b-2\n",
    });
    assert.equal(verdictOf(diagnosis), "lifecycle/archived");
    assert.ok(diagnosis.links.some(({ file }) => file === "fleet.json"));
  });

  it("a neighbour's state in the same line says nothing", async () => {
    const diagnosis = await investigate({
      files: {
        "app.js": app,
        "fleet.json": '[{ "boat": "b-1", "status": "afloat" }, { "boat": "b-9", "status": "archived" }]',
      },
      server: serve(boats),
      http: "GET ORIGIN/boats/b-1\n\n###\nGET ORIGIN/boats/b-2\n",
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/unknown-id");
  });

  it("a file of the same stem that was built later is the one to ask for", async () => {
    const diagnosis = await investigate({
      files: {
        "public/css/site.77ab01cd.css": "a{}",
        "public/index.html": '<!doctype html>\n<link rel="stylesheet" href="/assets/site.77ab01cd.css">\n',
      },
      server: serve((path) => (path === "/assets/site.77ab01cd.css" ? {} : undefined)),
      http: "GET ORIGIN/assets/site.0099aabb.css\n",
    });
    assert.equal(verdictOf(diagnosis), "stale-identifier/stale-asset");
    assert.match(diagnosis.fixes[0]?.request?.url ?? "", /site\.77ab01cd\.css$/);
    assert.match(diagnosis.fixes[1]?.title ?? "", /keep the assets of the last build/);
    const naming = diagnosis.links.filter(({ label }) => label === "names site.77ab01cd.css");
    assert.deepEqual(
      naming.map(({ file, line }) => `${file}:${line}`),
      ["public/index.html:2"],
    );
  });

  it("an operation that no code is named after is without a handler", async () => {
    const operation = (name: string) => ({ get: { operationId: name, responses: { 200: { description: "" } } } });
    const paths = { "/ropes": operation("listRopes"), "/ropes/{rope}/load": operation("readLoad") };
    const diagnosis = await investigate({
      files: {
        "openapi.json": JSON.stringify({ openapi: "3.1.0", info: { title: "Ropes", version: "1" }, paths }, null, 2),
        "handlers.js": "export const listRopes = () => [];\n",
      },
      server: serve((path) => (path === "/ropes" ? [] : undefined)),
      http: "GET ORIGIN/ropes/r-1/load\n",
    });
    assert.equal(verdictOf(diagnosis), "route-not-served/missing-handler");
    assert.match(diagnosis.verdict.summary, /readLoad/);
  });

  it("an operation that names a function of a module is without one where the module lacks it", async () => {
    const operation = (name: string) => ({ get: { operationId: name, responses: { 200: { description: "" } } } });
    const paths = { "/ropes": operation("ropes.list_ropes"), "/ropes/{rope}/load": operation("load.read_load") };
    const diagnosis = await investigate({
      files: {
        "openapi.json": JSON.stringify({ openapi: "3.0.3", info: { title: "Ropes", version: "1" }, paths }, null, 2),
        "ropes.py": "def list_ropes():\n    return []\n",
        "load.py": "def load_of_rope(rope):\n    return {}\n",
      },
      server: serve((path) => (path === "/ropes" ? [] : undefined)),
      http: "GET ORIGIN/ropes/r-1/load\n",
    });
    assert.equal(verdictOf(diagnosis), "route-not-served/missing-handler", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /openapi\.json:\d+ names it read_load/);
  });
});
