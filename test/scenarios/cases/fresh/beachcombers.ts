import type { Scenario } from "../../scenario.ts";

const finds: Scenario = {
  name: "finds-on-a-beach",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "beach/__init__.py": "",
    "beach/tenancy.py": `from fastapi import Request

from beach.store import BEACHES


def current_beach(request: Request) -> dict:
    subdomain = (request.url.hostname or "").split(".")[0]
    return BEACHES.get(subdomain, {})
`,
    "beach/store.py": `BEACHES = {
    "skagen": {"f-1": "amber", "f-2": "bottle"},
    "texel": {"f-9": "whale bone"},
}
`,
    "beach/main.py": `from fastapi import Depends, FastAPI, HTTPException

from beach.tenancy import current_beach

app = FastAPI(title="Beachcombers")


@app.get("/finds/{find}")
def find(find: str, beach: dict = Depends(current_beach)):
    if find not in beach:
        raise HTTPException(status_code=404, detail="Find not found")
    return {"id": find, "what": beach[find]}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("beach.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "finds.http": `### amber
GET http://localhost:PORT_OF_api/finds/f-1
Host: skagen.finds.test

### bottle
# @name bottle
GET http://localhost:PORT_OF_api/finds/f-2
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["finds.http#bottle"],
  facts: [
    "GET /finds/f-1 200 | Host: skagen.finds.test",
    "GET /finds/f-2 404",
    "GET /finds/f-2 200 | Host: skagen.finds.test",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "beach/tenancy.py", text: "subdomain = (request.url.hostname" },
      { file: "beach/tenancy.py", text: "BEACHES.get(subdomain" },
      { file: "beach/store.py", text: '"skagen": {' },
      { file: "beach/main.py", text: "Depends(current_beach)" },
    ],
  },
};

const tides: Scenario = {
  name: "tides-for-beachcombers",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "coast/__init__.py": "",
    "coast/router.py": `from fastapi import APIRouter

router = APIRouter(prefix="/api")
`,
    "coast/winds.py": `from coast.router import router


@router.get("/winds")
def winds():
    return [{"at": "06:00", "knots": 12}]
`,
    "coast/tides.py": `from coast.router import router


@router.get("/tides")
def tides():
    return [{"at": "03:12", "metres": 2.1}]


@router.get("/tides/next")
def following():
    return {"at": "09:31", "metres": 0.4}
`,
    "coast/app.py": `from fastapi import FastAPI

import coast.winds
from coast.router import router

app = FastAPI(title="Coast")
app.include_router(router)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("coast.app:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "coast.http": `@coast = http://localhost:PORT_OF_api/api

### winds
GET {{coast}}/winds

### next tide
# @name next
GET {{coast}}/tides/next
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["coast.http#next"],
  facts: ["GET /api/winds 200", "GET /api/tides/next 404", "GET /api/tides 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "coast/tides.py", text: '@router.get("/tides/next")' },
      { file: "coast/app.py", text: "import coast.winds" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

const badge: Scenario = {
  name: "badge-of-the-beachcombers",
  files: {
    "svelte.config.js": `import adapter from "@sveltejs/adapter-static";

/** @type {import('@sveltejs/kit').Config} */
const config = {
  kit: {
    adapter: adapter({ pages: "build/club", assets: "build/club" }),
    paths: { base: "/club" },
  },
};

export default config;
`,
    "package.json":
      '{ "name": "club", "private": true, "type": "module", "devDependencies": { "@sveltejs/kit": "^2.20.0", "@sveltejs/adapter-static": "^3.0.8" } }',
    "src/routes/+page.svelte": '<img src="/badge.svg" alt="Badge" />\n',
    "static/badge.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle r="3"/></svg>\n',
    "build/club/index.html": '<!doctype html><img src="/badge.svg" alt="Badge">\n',
    "build/club/badge.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle r="3"/></svg>\n',
    "club.http": `@site = http://localhost:PORT_OF_site

### page
GET {{site}}/club/index.html

### its badge
# @name badge
GET {{site}}/badge.svg
`,
  },
  servers: [{ name: "site", entry: "front:staticHost", env: { ROOT: "build" } }],
  ask: ["club.http#badge"],
  facts: ["GET /club/index.html 200", "GET /badge.svg 404", "GET /club/badge.svg 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "svelte.config.js", text: 'paths: { base: "/club" }' },
      { file: "src/routes/+page.svelte", text: 'src="/badge.svg"' },
    ],
    fixes: [{ url: "/club/badge.svg" }],
  },
};

/** On the beach. */
export const beachcombers: readonly Scenario[] = [finds, tides, badge];
