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

it("what decorates a view that is registered in another file stands before it, and so does a field of the request's own", async () => {
  const django = (condition: string) => ({
    "canal/settings.py": 'ROOT_URLCONF = "canal.urls"\n',
    "canal/urls.py":
      'from django.urls import path\nfrom tolls import views\nurlpatterns = [path("rates/", views.rates), path("takings/", views.takings)]\n',
    "canal/guards.py": `from django.http import Http404

def guarded(view):
    def wrapped(request):
        ${condition}
            raise Http404
        return view(request)
    return wrapped
`,
    "tolls/views.py":
      "from canal.guards import guarded\n\ndef rates(request):\n    return None\n\n@guarded\ndef takings(request):\n    return None\n",
  });
  const page =
    '<!doctype html>\n<html lang="en">\n<head>\n  <title>Not Found</title>\n</head>\n<body>\n  <h1>Not Found</h1><p>The requested resource was not found on this server.</p>\n</body>\n</html>\n';
  const ask = (condition: string) =>
    investigate({
      files: django(condition),
      server: ({ url = "" }, response) => {
        const isThere = url === "/rates/";
        response.writeHead(isThere ? 200 : 404, { "content-type": isThere ? "application/json" : "text/html" });
        response.end(isThere ? "{}" : page);
      },
      http: "GET ORIGIN/takings/\n\n###\nGET ORIGIN/rates/\n",
    });
  for (const condition of ["if request.staff is None:", 'if request.headers.get("X-Keeper") not in KEEPERS:']) {
    const diagnosis = await ask(condition);
    assert.equal(verdictOf(diagnosis), "access-masking/masked-endpoint", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, /canal\/guards\.py:5 asks who is calling/);
  }
  const other = await ask('if request.headers.get("X-Beta-Features") is None:');
  assert.notEqual(verdictOf(other), "access-masking/masked-endpoint", other.verdict.summary);
});

it("what a router of FastAPI depends on stands before all of its routes", async () => {
  const files = (parameter: string) => ({
    "main.py":
      "from fastapi import FastAPI\nimport keeper, public\n\napp = FastAPI()\napp.include_router(public.router)\napp.include_router(keeper.router)\n",
    "public.py":
      'from fastapi import APIRouter\nrouter = APIRouter()\n\n@router.get("/races")\ndef races():\n    return []\n',
    "guards.py": `from fastapi import Header, HTTPException

def guard(${parameter}: str | None = Header(default=None)):
    if ${parameter} not in KNOWN:
        raise HTTPException(status_code=404)
`,
    "keeper.py":
      'from fastapi import APIRouter, Depends\nfrom guards import guard\n\nrouter = APIRouter(\n    prefix="/keeper",\n    dependencies=[Depends(guard)],\n)\n\n@router.get("/pigeons")\ndef pigeons():\n    return []\n',
  });
  const ask = (parameter: string) =>
    investigate({
      files: files(parameter),
      server: ({ url = "" }, response) => {
        response.writeHead(url === "/races" ? 200 : 404, { "content-type": "application/json" });
        response.end(url === "/races" ? "[]" : '{"detail":"Not Found"}');
      },
      http: "GET ORIGIN/keeper/pigeons\n\n###\nGET ORIGIN/races\n",
    });
  const diagnosis = await ask("x_keeper_card");
  assert.equal(verdictOf(diagnosis), "access-masking/masked-endpoint", diagnosis.verdict.summary);
  assert.match(diagnosis.verdict.summary, /guards\.py:4 asks who is calling/);
  assert.notEqual(verdictOf(await ask("x_api_version")), "access-masking/masked-endpoint");
});
