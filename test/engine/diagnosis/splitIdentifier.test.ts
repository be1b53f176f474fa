import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const files = {
  "app.py": `from flask import Flask, abort, jsonify
app = Flask(__name__)


@app.get("/models")
def models():
    return jsonify(items=[{"key": key} for key in STORE])


@app.get("/models/<key>")
def model(key):
    return jsonify(STORE.get(key) or abort(404))
`,
};

/** A server that decodes the path before it routes, as WSGI does: a key with a slash reaches no route. */
function serve(keys: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return (request, response) => {
    const [, first, key, ...more] = decodeURIComponent(request.url ?? "").split("/");
    const isListing = first === "models" && key === undefined;
    const isThere = first === "models" && key !== undefined && more.length === 0 && keys.includes(key);
    response.writeHead(isListing || isThere ? 200 : 404, { "content-type": "application/json" });
    const items = keys.map((each) => ({ key: each }));
    response.end(JSON.stringify(isListing ? { items } : isThere ? { key } : { message: "Not Found" }));
  };
}

it("an encoded slash splits the identifier where the server decodes before it routes", async () => {
  const diagnosis = await investigate({
    files,
    server: serve(["boat.stl", "2026/11/spool.stl"]),
    http: "GET ORIGIN/models/2026%2F11%2Fspool.stl\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/id-encoding");
  assert.match(diagnosis.verdict.summary, /"2026\/11\/spool\.stl" holds a slash.*app\.py:10/);
  assert.match(diagnosis.fixes[0]?.title ?? "", /by <path:key>: app\.py:10$/);
  assert.ok(diagnosis.evidence.some(({ statement }) => /lists "2026\/11\/spool\.stl": it exists/.test(statement)));
  assert.ok(
    !diagnosis.log.some((line) => line.includes("%2f")),
    "digits of percent-encodings are alike in either case",
  );
});

it("an identifier without a slash that is not there stays unknown", async () => {
  const diagnosis = await investigate({
    files,
    server: serve(["boat.stl", "2026/11/spool.stl"]),
    http: "GET ORIGIN/models/plane.stl\n\n###\nGET ORIGIN/models/boat.stl\n",
  });
  assert.notEqual(verdictOf(diagnosis), "stale-identifier/id-encoding");
});
