import type { Scenario } from "../../scenario.ts";

const admin: Scenario = {
  name: "icon-of-the-tablet-admin",
  files: {
    "package.json":
      '{ "name": "tablets-admin", "private": true, "type": "module", "devDependencies": { "vite": "^6.2.0" } }',
    "vite.config.js": `import { defineConfig } from "vite";

export default defineConfig({
  base: "/admin/",
  build: { outDir: "public_html/admin", emptyOutDir: true },
});
`,
    "index.html":
      '<!doctype html><link rel="icon" href="/icons/tablet.svg"><div id="app"></div><script type="module" src="/src/main.js"></script>\n',
    "src/main.js": 'document.querySelector("#app").append("Tablets");\n',
    "public/icons/tablet.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h8v8z"/></svg>\n',
    "public_html/index.html": "<!doctype html><title>Museum</title>\n",
    "public_html/admin/index.html":
      '<!doctype html><link rel="icon" href="/admin/icons/tablet.svg"><div id="app"></div>\n',
    "public_html/admin/icons/tablet.svg": '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h8v8z"/></svg>\n',
    "admin.http": `@museum = http://localhost:PORT_OF_site

### page
GET {{museum}}/admin/index.html

### icon
# @name icon
GET {{museum}}/icons/tablet.svg
`,
  },
  servers: [{ name: "site", entry: "front:staticHost", env: { ROOT: "public_html" } }],
  ask: ["admin.http#icon"],
  facts: ["GET /admin/index.html 200", "GET /icons/tablet.svg 404", "GET /admin/icons/tablet.svg 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "vite.config.js", text: 'base: "/admin/"' },
      { file: "public_html/admin/icons/tablet.svg", text: "<svg" },
    ],
    fixes: [{ url: "/admin/icons/tablet.svg" }],
  },
};

const railway: Scenario = {
  name: "readings-of-clay-tablets",
  files: {
    "railway.json":
      '{ "$schema": "https://railway.com/railway.schema.json", "deploy": { "startCommand": "uvicorn app:app --host 0.0.0.0 --port $PORT" } }',
    "requirements.txt": "fastapi\nuvicorn\n",
    "app.py": `from fastapi import FastAPI

app = FastAPI(title="Tablets")


@app.get("/tablets")
def tablets():
    return [{"id": "BM-1", "text": "barley"}]
`,
    ".env": "TABLETS=http://localhost:PORT_OF_edge\n",
    "tablets.http": `### all
# @name all
GET {{$dotenv TABLETS}}/tablets
Accept: application/json
`,
  },
  deployed: {
    "edge.py": `import os

from aiohttp import web


async def nothing(request):
    body = {"status": "error", "code": 404, "message": "Application not found", "request_id": "b3Jq0vT9Q1Wk2mXc"}
    headers = {"X-Railway-Fallback": "true", "Server": "railway-edge"}
    return web.json_response(body, status=404, headers=headers)


app = web.Application()
app.router.add_route("*", "/{path:.*}", nothing)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  },
  servers: [{ name: "edge", entry: "deployed:edge.py", needs: "aiohttp" }],
  ask: ["tablets.http#all"],
  facts: ["GET /tablets 404", "GET / 404"],
  truth: { outcome: "not-found", kinds: ["platform-missing"] },
};

const guide: Scenario = {
  name: "guide-to-clay-tablets",
  files: {
    "package.json":
      '{ "name": "guide", "private": true, "scripts": { "build": "astro build" }, "dependencies": { "astro": "^5.5.0" } }',
    "astro.config.mjs":
      'import { defineConfig } from "astro/config";\n\nexport default defineConfig({ site: "https://guide.example.test" });\n',
    "src/pages/index.astro": '<a href="/signs">Signs</a>\n',
    "src/pages/signs/index.astro": "<h1>Signs</h1>\n",
    "dist/index.html": '<!doctype html><a href="/signs">Signs</a>\n',
    "dist/signs/index.html": "<!doctype html><h1>Signs</h1>\n",
    "guide.http": `### start
GET http://localhost:PORT_OF_bucket/

### signs
# @name signs
GET http://localhost:PORT_OF_bucket/signs
`,
  },
  servers: [{ name: "bucket", entry: "front:staticHost", env: { ROOT: "dist" } }],
  ask: ["guide.http#signs"],
  facts: ["GET / 200", "GET /signs 404", "GET /signs/ 404", "GET /signs/index.html 200"],
  truth: {
    outcome: "not-found",
    kinds: ["directory-index"],
    links: [
      { file: "dist/signs/index.html", text: "<h1>Signs</h1>" },
      { file: "src/pages/signs/index.astro", text: "<h1>Signs</h1>" },
      { file: "src/pages/index.astro", text: 'href="/signs"' },
    ],
    fixes: [{ url: "/signs/index.html" }],
  },
};

/** Tablets of clay. */
export const clayTablets: readonly Scenario[] = [admin, railway, guide];
