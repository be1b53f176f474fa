import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findHolders } from "../../../src/engine/diagnosis/workspace/records/holders.ts";
import { investigate, type Setting, verdictOf } from "./investigate.ts";

const serve = (known: readonly string[]): Setting["server"] => {
  return ({ url = "" }, response) => {
    const isFound = known.includes(url);
    response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
    response.end(isFound ? "{}" : url.split("/").length > 2 ? '{"detail":"no such page"}' : '{"detail":"Not Found"}');
  };
};

describe("what FastAPI serves by itself", () => {
  const app = (argument: string) => ({
    "main.py": `from fastapi import FastAPI

app = FastAPI(
    title="Dome",
    ${argument}
)

@app.get("/shutters")
def shutters(): ...
`,
  });
  const ask = async (argument: string, path: string) =>
    investigate({ files: app(argument), server: serve(["/shutters"]), http: `GET ORIGIN${path}\n` });

  it("is off where an argument takes it away, always or under a condition", async () => {
    const always = await ask("docs_url=None,", "/docs");
    assert.equal(verdictOf(always), "lifecycle/feature-off");
    assert.ok(always.links.some(({ file, line }) => file === "main.py" && line === 5));
    assert.equal(verdictOf(await ask('docs_url="/docs" if show else None,', "/docs")), "lifecycle/feature-off");
    assert.equal(verdictOf(await ask("openapi_url=None,", "/redoc")), "lifecycle/feature-off");
  });

  it("is not off for another argument, or another path", async () => {
    assert.notEqual((await ask("redoc_url=None,", "/docs")).verdict.kind, "feature-off");
    assert.notEqual((await ask("docs_url=None,", "/manual")).verdict.kind, "feature-off");
  });
});

it("Django's development server serves no files while DEBUG is off", async () => {
  const settings = (debug: string) => ({
    "shop/settings.py": `DEBUG = ${debug}\nINSTALLED_APPS = ["django.contrib.staticfiles"]\nSTATIC_URL = "/static/"\n`,
  });
  const http = "GET ORIGIN/static/shop/site.css\n";
  const off = await investigate({ files: settings("False"), server: serve([]), http });
  assert.equal(verdictOf(off), "lifecycle/feature-off");
  assert.ok(off.links.some(({ file, line }) => file === "shop/settings.py" && line === 1));
  assert.match(off.fixes[0]?.title ?? "", /DEBUG stays off/);
  const on = await investigate({ files: settings("True"), server: serve([]), http });
  assert.notEqual(on.verdict.kind, "feature-off");
});

it("a record of redirects leads a path to another, each with a slash at its end", async () => {
  const diagnosis = await investigate({
    files: {
      "fixtures/redirects.json": '[{ "old_path": "/news/4200-metres/", "new_path": "/news/record-height/" }]\n',
    },
    server: serve(["/news/record-height/"]),
    http: "GET ORIGIN/news/4200-metres/\n",
  });
  assert.equal(verdictOf(diagnosis), "stale-identifier/renamed-slug");
  assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/news\/record-height\/$/);
});

it("a folder whose index document was built is asked for by it, with a last slash or without one", async () => {
  for (const path of ["/signs", "/signs/"]) {
    const diagnosis = await investigate({
      files: { "dist/signs/index.html": "<h1>Signs</h1>\n" },
      server: serve(["/signs/index.html"]),
      http: `GET ORIGIN${path}\n`,
    });
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/directory-index", path);
  }
});

it("a database that holds an identifier is no place to read", async () => {
  const encode = (text: string) => new TextEncoder().encode(text);
  const texts: Readonly<Record<string, Uint8Array>> = {
    "db.sqlite3": encode("SQLite format 3\0 cellular-kites"),
    "kites.json": encode('["cellular-kites"]'),
  };
  const files = {
    read: async (file: string) => texts[file],
    list: async () => Object.keys(texts).map((file) => ({ file, size: 40, modified: 0 })),
  };
  const holders = await findHolders("cellular-kites", files, []);
  assert.deepEqual(
    holders.map(({ location }) => location.file),
    ["kites.json"],
  );
});

it("a variable that is empty leaves a gap, which has no shape", async () => {
  const diagnosis = await investigate({
    files: {
      "app.js": 'const app = require("express")();\napp.get("/collectors/:id/rounds", list);\napp.listen(3000);\n',
    },
    server: serve(["/collectors/c-5/rounds"]),
    http: "@collector =\n\nGET ORIGIN/collectors/{{collector}}/rounds\n",
  });
  assert.equal(verdictOf(diagnosis), "request-built-wrong/unresolved-variable");
  assert.match(diagnosis.verdict.summary, /collector is empty at ask\.http:1/);
});
