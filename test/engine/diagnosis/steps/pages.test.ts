import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

const shell = '<!doctype html><div id="app"></div><script type="module" src="/assets/main.js"></script>';

/** A host of a page and its data: the page stands at `/`, the data of a night below `/api`, and nothing else is answered. */
function ask(files: Readonly<Record<string, string>>, accept: string, page = shell) {
  return investigate({
    files,
    server: ({ url }, response) => {
      const isData = url === "/api/nights/12";
      const found = isData ? '{"beds":4}' : url === "/" ? page : undefined;
      response.writeHead(found ? 200 : 404, { "content-type": isData ? "application/json" : "text/html" });
      response.end(found ?? "<h1>Not here</h1>");
    },
    http: `GET ORIGIN/nights/12\nAccept: ${accept}\n`,
  });
}

const express = {
  "app.js":
    'const app = require("express")();\napp.get("/api/nights/:night", (req, res) => res.json(read(req)));\napp.listen(3000);\n',
};
const browser = "text/html,application/xhtml+xml,*/*;q=0.8";

describe("a page that a browser is sent to", () => {
  it("lacks the fallback to the application's page, though its data answers below a prefix", async () => {
    const diagnosis = await ask(express, browser);
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/spa-fallback", diagnosis.verdict.summary);
    assert.ok(
      diagnosis.evidence.some(({ statement }) => /asks for a page .* \/api\/nights\/12 answers/.test(statement)),
    );
  });

  it("is data below that prefix where data was asked for", async () => {
    assert.equal(verdictOf(await ask(express, "application/json")), "rewrite-mismatch/base-path");
  });

  it("is data below that prefix where the root is no application's page", async () => {
    assert.equal(verdictOf(await ask(express, browser, "<h1>Nights</h1>")), "rewrite-mismatch/base-path");
  });

  it("lacks the fallback where a mount of files takes every path", async () => {
    const files = {
      "app.py":
        'from fastapi import FastAPI\nfrom fastapi.staticfiles import StaticFiles\napp = FastAPI()\napp.mount("/", StaticFiles(directory="dist", html=True))\n',
      "src/router.ts":
        'import { createRouter } from "vue-router";\nexport const router = createRouter({ routes: [{ path: "/nights/:night" }] });\n',
    };
    const diagnosis = await ask(files, browser);
    assert.equal(verdictOf(diagnosis), "rewrite-mismatch/spa-fallback", diagnosis.verdict.summary);
    assert.ok(diagnosis.links.some(({ file }) => file === "src/router.ts"));
  });
});
