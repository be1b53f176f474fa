import assert from "node:assert/strict";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const files = (more = "") => ({
  "app.py": `from fastapi import FastAPI
${more}
app = FastAPI(openapi_url="/api/openapi.json")


@app.get("/api/jobs/{day}")
def jobs(day: str):
    return {"day": day}
`,
});

/** A FastAPI server that misses everything but its own description, which lists the paths given. */
function serve(paths: readonly string[]): Parameters<typeof investigate>[0]["server"] {
  return ({ url = "" }, response) => {
    const isDescription = url === "/api/openapi.json";
    response.writeHead(isDescription ? 200 : 404, { "content-type": "application/json" });
    const described = { openapi: "3.1.0", paths: Object.fromEntries(paths.map((path) => [path, {}])) };
    response.end(JSON.stringify(isDescription ? described : { detail: "Not Found" }));
  };
}

it("a route that the server says it has, and misses like any path, is taken by something before it", async () => {
  const diagnosis = await investigate({
    files: files(),
    server: serve(["/api/jobs/{day}", "/api/health"]),
    http: "GET ORIGIN/api/jobs/monday\n",
  });
  assert.equal(verdictOf(diagnosis), "route-not-served/after-catch-all");
  assert.match(diagnosis.verdict.summary, /\/api\/openapi\.json lists the route/);
  assert.equal(diagnosis.fixes[0]?.title, "Register GET /api/jobs/{day} before what takes every path");
});

it("a route that the server does not list is not registered there", async () => {
  const diagnosis = await investigate({
    files: files(),
    server: serve(["/api/health"]),
    http: "GET ORIGIN/api/jobs/monday\n",
  });
  assert.equal(verdictOf(diagnosis), "route-not-served/not-deployed");
  assert.match(diagnosis.verdict.summary, /has not registered GET \/api\/jobs\/\{day\} \(app\.py:6\)/);
});

it("a description that leaves routes out says nothing of one that it lacks", async () => {
  const diagnosis = await investigate({
    files: files("hidden = APIRouter(include_in_schema=False)"),
    server: serve(["/api/health"]),
    http: "GET ORIGIN/api/jobs/monday\n",
  });
  assert.ok(diagnosis.evidence.every(({ statement }) => !/does not list/.test(statement)));
});
