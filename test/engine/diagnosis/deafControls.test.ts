import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

type Answers = (path: string) => unknown;

/** Serves JSON where `answers` gives something, and misses alike everywhere else. */
function serve(answers: Answers): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    const body = answers(url);
    response.writeHead(body === undefined ? 404 : 200, { "content-type": "application/json" });
    response.end(JSON.stringify(body ?? { error: "nothing here" }));
  };
}

const app = (routes: string) => ({
  "app.js": `import express from "express";\nconst app = express();\n${routes}\napp.listen(3000);\n`,
});
const controls = (log: readonly string[]) =>
  log.filter((line) => line.includes("no-such-path") && / \/(?!no-such-path)/.test(line));
const yards = app('app.get("/yards/:yard", one);\napp.get("/yards/:yard/crew/:sailor", one);');
const answerYards =
  (answer: (yard: string) => unknown): Answers =>
  (path) => {
    const yard = /^\/yards\/([^/]+)$/.exec(path)?.[1];
    return yard === undefined ? undefined : answer(yard);
  };

it("a segment too many is no proof where the route answers for any word", async () => {
  const diagnosis = await investigate({
    files: yards,
    server: serve(answerYards((yard) => ({ yard }))),
    http: "GET ORIGIN/yards/north/slipway\n",
  });
  assert.equal(controls(diagnosis.log).length, 1);
  assert.notEqual(verdictOf(diagnosis), "route-drift/path-moved");
});

it("it stays a proof where a made-up word is answered in another form", async () => {
  const diagnosis = await investigate({
    files: yards,
    server: serve(answerYards((yard) => (yard === "slipway" ? { yard, berths: 4 } : {}))),
    http: "GET ORIGIN/yards/north/slipway\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/path-moved");
});

it("another spelling of a route's own word needs no such control", async () => {
  const diagnosis = await investigate({
    files: app('app.get("/yards/:yard/slipways", all);'),
    server: serve((path) => (/^\/yards\/[^/]+\/slipways$/.test(path) ? [{ length: 12 }] : undefined)),
    http: "GET ORIGIN/yards/north/slipwyas\n",
  });
  assert.equal(verdictOf(diagnosis), "route-drift/path-typo");
  assert.deepEqual(controls(diagnosis.log), []);
});
