import type { Scenario } from "../../scenario.ts";

const chunk: Scenario = {
  name: "chunk-of-the-wax-works",
  files: {
    "package.json":
      '{ "name": "wax-works", "private": true, "scripts": { "build": "next build" }, "dependencies": { "next": "^15.2.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }',
    "next.config.mjs": 'export default { output: "export" };\n',
    "app/layout.jsx":
      'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    "app/page.jsx": "export default function Page() {\n  return <h1>Wax works</h1>;\n}\n",
    "out/index.html": `<!DOCTYPE html><html lang="en"><head>
<script src="/_next/static/chunks/webpack-3f2a9c1b7d5e8046.js" async=""></script>
<script src="/_next/static/chunks/app/page-b81d0c4e6f2a9375.js" async=""></script>
</head><body><h1>Wax works</h1></body></html>
`,
    "out/_next/static/chunks/webpack-3f2a9c1b7d5e8046.js": "(()=>{})();\n",
    "out/_next/static/chunks/app/page-b81d0c4e6f2a9375.js":
      "(self.webpackChunk=self.webpackChunk||[]).push([[931],{}]);\n",
    "errors/sentry.http": `@wax = http://localhost:PORT_OF_site

### page
GET {{wax}}/

### from the report
# @name chunk
GET {{wax}}/_next/static/chunks/app/page-0a47e5d2c93f1b68.js
`,
  },
  servers: [{ name: "site", entry: "front:staticHost", env: { ROOT: "out" } }],
  ask: ["errors/sentry.http#chunk"],
  facts: [
    "GET / 200",
    "GET /_next/static/chunks/app/page-0a47e5d2c93f1b68.js 404",
    "GET /_next/static/chunks/app/page-b81d0c4e6f2a9375.js 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "out/index.html", text: "page-b81d0c4e6f2a9375.js" },
      { file: "out/_next/static/chunks/app/page-b81d0c4e6f2a9375.js", text: "webpackChunk" },
    ],
    fixes: [{ url: "/_next/static/chunks/app/page-b81d0c4e6f2a9375.js" }],
  },
};

const figure: Scenario = {
  name: "figure-of-wax",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "wax/__init__.py": "",
    "wax/repository.py": `import sqlite3

connection = sqlite3.connect(":memory:", check_same_thread=False)
connection.execute("CREATE TABLE figures (slug TEXT PRIMARY KEY, height INTEGER)")
connection.executemany("INSERT INTO figures VALUES (?, ?)", [("queen", 158), ("astronaut", 181)])


def by_slug(slug):
    return connection.execute("SELECT slug, height FROM figures WHERE slug = ?", (slug,)).fetchone()
`,
    "wax/main.py": `from fastapi import FastAPI, HTTPException

from wax.repository import by_slug

app = FastAPI()


@app.get("/figures/{slug}")
def figure(slug: str):
    row = by_slug(slug)
    if row is None:
        raise HTTPException(404, "Figure not found")
    return {"slug": row[0], "height": row[1]}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("wax.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "wax.http": `@figures = http://localhost:PORT_OF_api/figures

###
GET {{figures}}/queen

###
# @name diver
GET {{figures}}/deep-sea-diver
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["wax.http#diver"],
  facts: ["GET /figures/queen 200", "GET /figures/deep-sea-diver 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "wax/main.py", text: '@app.get("/figures/{slug}")' }],
  },
};

/** Wax works. */
export const waxWorks: readonly Scenario[] = [chunk, figure];
