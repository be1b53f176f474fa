import type { Scenario } from "../../scenario.ts";

const bids: Scenario = {
  name: "bids-at-the-fish-market",
  files: {
    "requirements.txt": "fastapi\nuvicorn[standard]\n",
    "market/__init__.py": "",
    "market/app.py": `from fastapi import FastAPI

from market import lots, live

app = FastAPI(title="Fish market")
app.include_router(lots.router)
app.include_router(live.router)
`,
    "market/lots.py": `from fastapi import APIRouter

router = APIRouter(prefix="/lots")


@router.get("")
def lots():
    return [{"lot": 12, "fish": "plaice", "kg": 80}, {"lot": 13, "fish": "cod", "kg": 210}]
`,
    "market/live.py": `from fastapi import APIRouter, WebSocket, WebSocketDisconnect

router = APIRouter()


@router.websocket("/live/bids")
async def bids(socket: WebSocket):
    await socket.accept()
    try:
        while True:
            offer = await socket.receive_json()
            await socket.send_json({"highest": offer})
    except WebSocketDisconnect:
        pass
`,
    "serve.py": `import os

import uvicorn

uvicorn.run("market.app:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "nginx/default.conf": `server {
    listen 80;
    server_name market.local;

    gzip on;
    gzip_types application/json;

    location / {
        proxy_pass http://127.0.0.1:PORT_OF_api;
        proxy_set_header Host $host;
        proxy_set_header X-Real-IP $remote_addr;
    }
}
`,
    "web/live.js": `export function follow(onBid) {
  const socket = new WebSocket(\`ws://\${location.host}/live/bids\`);
  socket.addEventListener("message", (event) => onBid(JSON.parse(event.data)));
  return () => socket.close();
}
`,
    "market.http": `@market = http://localhost:PORT_OF_edge

### lots of today
GET {{market}}/lots

### what the page opens
# @name live
GET {{market}}/live/bids
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
`,
  },
  servers: [
    { name: "api", entry: "serve.py", needs: "fastapi" },
    { name: "edge", entry: "front:headerFilter", env: { UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["market.http#live"],
  facts: [
    "edge:GET /lots 200",
    "edge:GET /live/bids 404 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "api:GET /live/bids 101 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["upgrade-lost"],
    links: [
      { file: "nginx/default.conf", text: "proxy_pass http://127.0.0.1" },
      { file: "nginx/default.conf", text: "location / {" },
      { file: "market/live.py", text: '@router.websocket("/live/bids")' },
    ],
  },
};

const smokehouse: Scenario = {
  name: "shop-of-the-smokehouse",
  files: {
    Procfile: "web: gunicorn shop:app\n",
    "runtime.txt": "python-3.11.9\n",
    "requirements.txt": "flask\ngunicorn\n",
    "shop.py": `from flask import Flask, jsonify

app = Flask(__name__)

GOODS = [{"sku": "EEL-250", "price": 14.5}, {"sku": "TROUT-1", "price": 9}]


@app.get("/")
def home():
    return "<h1>Smokehouse</h1>"


@app.get("/api/goods")
def goods():
    return jsonify(GOODS)
`,
    "tests/test_shop.py": `from shop import app


def test_goods():
    assert app.test_client().get("/api/goods").status_code == 200
`,
    "http-client.env.json": '{ "production": { "shop": "http://localhost:PORT_OF_edge" } }',
    "shop.http": `### goods
# @name goods
GET {{shop}}/api/goods
Accept: application/json
`,
  },
  servers: [{ name: "edge", entry: "front:platformEdge", env: { PAGE: "app" } }],
  ask: ["shop.http#goods", "--env", "production"],
  facts: ["GET /api/goods 404", "GET / 404"],
  truth: { outcome: "not-found", kinds: ["platform-missing"] },
};

const handbook: Scenario = {
  name: "handbook-of-the-smokehouse",
  files: {
    "mkdocs.yml": `site_name: Handbook
docs_dir: docs
site_dir: site
nav:
  - Home: index.md
  - Smoking: smoking/index.md
  - Cleaning: cleaning.md
`,
    "docs/index.md": "# Handbook\n",
    "docs/smoking/index.md": "# Smoking\n\nTwelve hours over beech.\n",
    "docs/cleaning.md": "# Cleaning\n\nSee [smoking](smoking/index.md).\n",
    "deploy.sh": `#!/bin/sh
set -e
mkdocs build
aws s3 sync site "s3://$BUCKET" --delete
`,
    "site/index.html": '<!doctype html><title>Handbook</title><a href="smoking/">Smoking</a>\n',
    "site/smoking/index.html": "<!doctype html><title>Smoking</title><p>Twelve hours over beech.</p>\n",
    "site/cleaning/index.html": "<!doctype html><title>Cleaning</title>\n",
    "check.http": `@docs = http://localhost:PORT_OF_bucket

###
GET {{docs}}/

### chapter
# @name smoking
GET {{docs}}/smoking/
Accept: text/html
`,
  },
  servers: [{ name: "bucket", entry: "front:staticHost", env: { ROOT: "site" } }],
  ask: ["check.http#smoking"],
  facts: ["GET / 200", "GET /smoking/ 404", "GET /smoking/index.html 200", "GET /cleaning/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["directory-index"],
    links: [{ file: "site/smoking/index.html", text: "<!doctype html>" }],
    fixes: [{ url: "/smoking/index.html" }],
  },
};

/** At the fish market and the smokehouse. */
export const fishMarket: readonly Scenario[] = [bids, smokehouse, handbook];
