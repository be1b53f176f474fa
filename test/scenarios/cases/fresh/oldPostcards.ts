import type { Scenario } from "../../scenario.ts";

const chunk: Scenario = {
  name: "chunk-of-the-postcard-shop",
  files: {
    "requirements.txt": "flask\n",
    "shop/__init__.py": `from pathlib import Path

from flask import Flask, jsonify, send_from_directory

DIST = Path(__file__).parent.parent / "web" / "dist"


def create_app():
    app = Flask(__name__, static_folder=None)

    @app.get("/api/cards")
    def cards():
        return jsonify([{"id": 1, "town": "Lucerne", "year": 1908}])

    @app.get("/", defaults={"path": ""})
    @app.get("/<path:path>")
    def client(path):
        if path and (DIST / path).is_file():
            return send_from_directory(DIST, path)
        return send_from_directory(DIST, "index.html")

    return app
`,
    "serve.py": `import os

from shop import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "web/package.json":
      '{ "name": "cards-web", "private": true, "type": "module", "devDependencies": { "vite": "^6.2.0" } }',
    "web/index.html":
      '<!doctype html><html><body><div id="app"></div><script type="module" src="/src/main.js"></script></body></html>\n',
    "web/src/main.js": 'const { album } = await import("./album.js");\nalbum();\n',
    "web/src/album.js": 'export const album = () => document.querySelector("#app").append("Lucerne");\n',
    "web/dist/index.html": `<!doctype html>
<html>
  <head>
    <script type="module" crossorigin src="/assets/main-C1pQ7xYd.js"></script>
    <link rel="modulepreload" href="/assets/album-Bz4Tq0Wn.js">
  </head>
  <body><div id="app"></div></body>
</html>
`,
    "web/dist/assets/main-C1pQ7xYd.js": 'import("/assets/album-Bz4Tq0Wn.js").then(({ album }) => album());\n',
    "web/dist/assets/album-Bz4Tq0Wn.js":
      'export const album = () => document.querySelector("#app").append("Lucerne");\n',
    "web/errors.http": `@shop = http://localhost:PORT_OF_web

### cards
GET {{shop}}/api/cards

### ChunkLoadError of Tuesday
# @name chunk
GET {{shop}}/assets/album-D9kLm2Rv.js
Accept: text/javascript
`,
  },
  servers: [{ name: "web", entry: "serve.py", needs: "flask" }],
  ask: ["web/errors.http#chunk"],
  facts: ["GET /api/cards 200", "GET /assets/album-D9kLm2Rv.js 200", "GET /assets/album-Bz4Tq0Wn.js 200"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "web/dist/index.html", text: "album-Bz4Tq0Wn.js" },
      { file: "web/dist/assets/album-Bz4Tq0Wn.js", text: "export const album" },
      { file: "shop/__init__.py", text: '@app.get("/<path:path>")' },
    ],
    fixes: [{ url: "/assets/album-Bz4Tq0Wn.js" }],
  },
};

const me: Scenario = {
  name: "who-collects-postcards",
  files: {
    "web/package.json":
      '{ "name": "collectors-web", "private": true, "type": "module", "devDependencies": { "vite": "^6.2.0" } }',
    "web/vite.config.ts": `import { defineConfig } from "vite";

export default defineConfig({
  server: {
    proxy: {
      "/api": "http://localhost:PORT_OF_api",
    },
  },
});
`,
    "web/src/session.ts": `export async function me(): Promise<{ name: string }> {
  const answer = await fetch("/auth/me");
  return answer.json();
}
`,
    "server/requirements.txt": "fastapi\nuvicorn\n",
    "server/main.py": `import os

import uvicorn
from fastapi import APIRouter, FastAPI

auth = APIRouter(prefix="/auth")
api = APIRouter(prefix="/api")


@auth.get("/me")
def me():
    return {"name": "Greta"}


@api.get("/albums")
def albums():
    return [{"town": "Lucerne"}]


app = FastAPI()
app.include_router(auth)
app.include_router(api)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "dev.http": `@dev = http://localhost:PORT_OF_dev

### albums
GET {{dev}}/api/albums

### me
# @name me
GET {{dev}}/auth/me
Accept: application/json
`,
  },
  servers: [
    { name: "api", entry: "server/main.py", needs: "fastapi" },
    { name: "dev", entry: "front:devProxy", env: { PREFIX: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["dev.http#me"],
  facts: ["dev:GET /api/albums 200", "dev:GET /auth/me 200", "api:GET /auth/me 200", "dev:GET /nothing 200"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "web/vite.config.ts", text: '"/api":' },
      { file: "web/vite.config.ts", text: "proxy: {" },
      { file: "server/main.py", text: '@auth.get("/me")' },
    ],
  },
};

const towns: Scenario = {
  name: "towns-on-postcards",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "towns.py": `import os

import uvicorn
from fastapi import FastAPI

app = FastAPI()
app.router.redirect_slashes = False

TOWNS = ["Lucerne", "Merano"]


@app.get("/towns")
def towns():
    return TOWNS


@app.get("/towns/{name}/cards")
def cards(name: str):
    return [{"town": name, "year": 1908}]


if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "import/towns.py": `import json
import urllib.request

BASE = "http://localhost:PORT_OF_api"

with urllib.request.urlopen(f"{BASE}/towns/") as answer:
    print(json.load(answer))
`,
    "towns.http": `### as the import asks
# @name towns
GET http://localhost:PORT_OF_api/towns/
`,
  },
  servers: [{ name: "api", entry: "towns.py", needs: "fastapi" }],
  ask: ["towns.http#towns"],
  facts: ["GET /towns/ 404", "GET /towns 200"],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [{ file: "towns.py", text: '@app.get("/towns")' }],
    fixes: [{ url: "/towns" }],
  },
};

/** Old postcards. */
export const oldPostcards: readonly Scenario[] = [chunk, me, towns];
