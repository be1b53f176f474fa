import type { Scenario } from "../../scenario.ts";

const bundle: Scenario = {
  name: "bundle-of-the-allotments",
  files: {
    "package.json":
      '{ "name": "allotments-web", "private": true, "type": "module", "scripts": { "dev": "vite", "build": "vite build" }, "devDependencies": { "vite": "^6.0.0" } }',
    "vite.config.js": `import { defineConfig } from "vite";

export default defineConfig({
  build: { outDir: "dist", sourcemap: false },
});
`,
    "index.html": `<!doctype html>
<html lang="en">
  <head><title>Allotments</title></head>
  <body>
    <div id="app"></div>
    <script type="module" src="/src/main.js"></script>
  </body>
</html>
`,
    "src/main.js": `import { listPlots } from "./plots.js";

document.querySelector("#app").append(listPlots());
`,
    "src/plots.js": `export function listPlots() {
  const list = document.createElement("ul");
  for (const plot of ["A1", "A2", "B7"]) {
    const item = document.createElement("li");
    item.textContent = plot;
    list.append(item);
  }
  return list;
}
`,
    "dist/index.html": `<!doctype html>
<html lang="en">
  <head>
    <title>Allotments</title>
    <script type="module" crossorigin src="/assets/index-DkT4vQ2a.js"></script>
    <link rel="stylesheet" crossorigin href="/assets/index-9sLmN0ce.css">
  </head>
  <body><div id="app"></div></body>
</html>
`,
    "dist/assets/index-DkT4vQ2a.js": 'document.querySelector("#app").append("A1, A2, B7");\n',
    "dist/assets/index-9sLmN0ce.css": "body { margin: 2rem; }\n",
    "requests/site.http": `@site = http://localhost:PORT_OF_web

### start page
GET {{site}}/

### script, as reported by a visitor
# @name script
GET {{site}}/assets/index-B7xwPq1Z.js
Accept: */*
`,
  },
  servers: [{ name: "web", entry: "front:staticHost", env: { ROOT: "dist" } }],
  ask: ["requests/site.http#script"],
  facts: ["GET / 200", "GET /assets/index-B7xwPq1Z.js 404", "GET /assets/index-DkT4vQ2a.js 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "dist/index.html", text: "index-DkT4vQ2a.js" },
      { file: "requests/site.http", text: "index-B7xwPq1Z.js" },
    ],
    fixes: [{ url: "/assets/index-DkT4vQ2a.js" }],
  },
};

const courts: Scenario = {
  name: "booking-of-a-squash-court",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "club/__init__.py": "",
    "club/main.py": `from pathlib import Path

from fastapi import FastAPI
from fastapi.responses import FileResponse
from fastapi.staticfiles import StaticFiles

from club.routers import bookings, members

WEB = Path(__file__).parent.parent / "web"

app = FastAPI(title="Squash club")
app.mount("/assets", StaticFiles(directory=WEB / "assets"), name="assets")


@app.get("/healthz")
def healthz():
    return {"ok": True}


@app.get("/{page:path}", include_in_schema=False)
def client(page: str):
    return FileResponse(WEB / "index.html")


app.include_router(bookings.router, prefix="/api")
app.include_router(members.router, prefix="/api")
`,
    "club/routers/__init__.py": "",
    "club/routers/bookings.py": `from fastapi import APIRouter, HTTPException

from club.store import BOOKINGS

router = APIRouter(prefix="/bookings", tags=["bookings"])


@router.get("")
def list_bookings():
    return list(BOOKINGS.values())


@router.get("/{number}")
def read_booking(number: int):
    if number not in BOOKINGS:
        raise HTTPException(404, "No such booking")
    return BOOKINGS[number]
`,
    "club/routers/members.py": `from fastapi import APIRouter

from club.store import MEMBERS

router = APIRouter(prefix="/members", tags=["members"])


@router.get("")
def list_members():
    return MEMBERS
`,
    "club/store.py": `BOOKINGS = {
    418: {"number": 418, "court": 2, "from": "18:30"},
    419: {"number": 419, "court": 1, "from": "19:15"},
}
MEMBERS = ["Ines", "Tom", "Yusuf"]
`,
    "serve.py": `import os

import uvicorn

from club.main import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "web/index.html": `<!doctype html>
<html>
  <head><title>Squash club</title></head>
  <body><div id="root"></div><script type="module" src="/assets/app.js"></script></body>
</html>
`,
    "web/assets/app.js": 'fetch("/api/bookings").then((r) => r.json()).then(console.log);\n',
    "club.http": `### is it up
GET http://localhost:PORT_OF_api/healthz

### one booking
# @name booking
GET http://localhost:PORT_OF_api/api/bookings/418
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["club.http#booking"],
  facts: ["GET /healthz 200", "GET /api/bookings/418 200", "GET /nowhere 200"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["spa-fallback", "after-catch-all", "shadowed"],
    links: [
      { file: "club/main.py", text: '@app.get("/{page:path}"' },
      { file: "club/main.py", text: "app.include_router(bookings.router" },
    ],
  },
};

const ticketDesk: Scenario = {
  name: "ticket-desk-in-development",
  files: {
    "web/package.json":
      '{ "name": "desk-web", "private": true, "type": "module", "scripts": { "dev": "vite" }, "devDependencies": { "vite": "^6.0.0" } }',
    "web/vite.config.ts": `import { defineConfig } from "vite";

export default defineConfig({
  server: {
    port: 5173,
    proxy: {
      "/api": {
        target: "http://localhost:PORT_OF_api",
        changeOrigin: true,
        rewrite: (path) => path.replace(/^\\/api/, ""),
      },
    },
  },
});
`,
    "web/src/api.ts": `export async function openTickets(): Promise<unknown> {
  const response = await fetch("/api/tickets?state=open");
  return response.json();
}
`,
    "api/requirements.txt": "fastapi\nuvicorn\n",
    "api/server.py": `import os

import uvicorn
from fastapi import FastAPI

from tickets import router as tickets

app = FastAPI()


@app.get("/health")
def health():
    return "ok"


app.include_router(tickets, prefix="/api")

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "api/tickets.py": `from fastapi import APIRouter

router = APIRouter(prefix="/tickets")

TICKETS = [{"id": 1, "state": "open", "subject": "Printer on floor 3"}, {"id": 2, "state": "done", "subject": "Key"}]


@router.get("")
def tickets(state: str = "open"):
    return [ticket for ticket in TICKETS if ticket["state"] == state]
`,
    "dev.http": `@web = http://localhost:PORT_OF_dev

### the page
GET {{web}}/

### what is open
# @name open
GET {{web}}/api/tickets?state=open
`,
  },
  servers: [
    { name: "api", entry: "api/server.py", needs: "fastapi" },
    { name: "dev", entry: "front:devProxy", env: { PREFIX: "/api", STRIP: "/api", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["dev.http#open"],
  facts: ["dev:GET / 200", "dev:GET /api/tickets?state=open 404", "api:GET /api/tickets?state=open 200"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "web/vite.config.ts", text: "rewrite: (path)" },
      { file: "web/vite.config.ts", text: '"/api": {' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** On the allotments and in the club. */
export const allotments: readonly Scenario[] = [bundle, courts, ticketDesk];
