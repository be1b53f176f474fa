import type { Scenario } from "../../scenario.ts";

const calibre: Scenario = {
  name: "page-of-a-calibre",
  files: {
    "package.json":
      '{ "name": "calibres", "private": true, "type": "module", "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }',
    ".gitignore": "node_modules/\n.next/\n",
    "server.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
createServer(app.getRequestHandler()).listen(process.env.PORT ?? 3000);
`,
    "pages/index.jsx": `import calibres from "../data/calibres.json";

export default function Home() {
  return <p>{calibres.length} calibres</p>;
}
`,
    "pages/calibres/[ref].jsx": `import calibres from "../../data/calibres.json";

export async function getStaticPaths() {
  return {
    paths: calibres.filter(({ year }) => year < 1970).map(({ ref }) => ({ params: { ref } })),
    fallback: false,
  };
}

export async function getStaticProps({ params }) {
  return { props: { calibre: calibres.find(({ ref }) => ref === params.ref) } };
}

export default function Calibre({ calibre }) {
  return <h1>{calibre.name}</h1>;
}
`,
    "data/calibres.json": `[
  { "ref": "cal-321", "name": "Calibre 321", "year": 1946 },
  { "ref": "cal-861", "name": "Calibre 861", "year": 1968 },
  { "ref": "cal-1120", "name": "Calibre 1120", "year": 1996 }
]
`,
    "calibres.http": `@shop = http://localhost:PORT_OF_web

### old
GET {{shop}}/calibres/cal-321

### newer
# @name newer
GET {{shop}}/calibres/cal-1120
`,
  },
  servers: [{ name: "web", entry: "server.mjs", env: { NEXT_TELEMETRY_DISABLED: "1" } }],
  before: ["GET /calibres/cal-321 200", "GET /calibres/cal-1120 404"],
  ask: ["calibres.http#newer"],
  facts: ["GET /calibres/cal-321 200", "GET /calibres/cal-1120 404", "GET /calibres/never 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "pages/calibres/[ref].jsx", text: "fallback: false" },
      { file: "pages/calibres/[ref].jsx", text: "export async function getStaticPaths()" },
      { file: "pages/calibres/[ref].jsx", text: "paths: calibres.filter" },
    ],
  },
};

const notice: Scenario = {
  name: "notice-published-at-noon",
  files: {
    "requirements.txt": "flask\n",
    "notices.py": `import os

from flask import Flask, abort, jsonify, request

app = Flask(__name__)
NOTICES = {"closing-days": {"slug": "closing-days", "text": "Closed on Monday."}}


@app.get("/notices/<slug>")
def read(slug):
    if slug not in NOTICES:
        abort(404)
    return jsonify(NOTICES[slug])


@app.post("/notices/<slug>")
def publish(slug):
    NOTICES[slug] = {"slug": slug, "text": request.get_data(as_text=True)}
    return jsonify(NOTICES[slug]), 201


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "varnish/default.vcl": `vcl 4.1;

backend default {
    .host = "127.0.0.1";
    .port = "PORT_OF_api";
}

sub vcl_backend_response {
    set beresp.ttl = 1h;
}
`,
    "notices.http": `@site = http://localhost:PORT_OF_edge

### days
GET {{site}}/notices/closing-days

### the one of noon
# @name sale
GET {{site}}/notices/spring-sale
`,
  },
  servers: [
    { name: "api", entry: "notices.py", needs: "flask" },
    { name: "edge", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_api", FIELDS: "x-cache" }, passesOn: true },
  ],
  before: ["edge:GET /notices/spring-sale 404", "api:POST /notices/spring-sale 201"],
  ask: ["notices.http#sale"],
  facts: [
    "edge:GET /notices/spring-sale 404",
    "edge:GET /notices/spring-sale?fresh=1 200",
    "api:GET /notices/spring-sale 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["shared-cache"],
    links: [
      { file: "varnish/default.vcl", text: "set beresp.ttl = 1h;" },
      { file: "notices.py", text: '@app.get("/notices/<slug>")' },
    ],
  },
};

const repairs: Scenario = {
  name: "repair-of-last-year",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "bench/__init__.py": "",
    "bench/repairs.json": `[
  { "id": 9001, "watch": "Speedster", "status": "archived", "archived_on": "2025-12-31" },
  { "id": 9102, "watch": "Diver", "status": "active" },
  { "id": 9103, "watch": "Pilot", "status": "active" }
]
`,
    "bench/api.py": `import json
from pathlib import Path

from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/repairs")
REPAIRS = json.loads(Path(__file__).with_name("repairs.json").read_text())


def visible(include_archived: bool):
    return [repair for repair in REPAIRS if include_archived or repair["status"] != "archived"]


@router.get("")
def list_repairs(include_archived: bool = False):
    return visible(include_archived)


@router.get("/{repair_id}")
def read_repair(repair_id: int, include_archived: bool = False):
    for repair in visible(include_archived):
        if repair["id"] == repair_id:
            return repair
    raise HTTPException(status_code=404, detail="Repair not found")
`,
    "bench/main.py": `from fastapi import FastAPI

from bench.api import router

app = FastAPI(title="Bench")
app.include_router(router)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("bench.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "bench.http": `@bench = http://localhost:PORT_OF_api

### diver
GET {{bench}}/repairs/9102

### the customer came back with this number
# @name old
GET {{bench}}/repairs/9001
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["bench.http#old"],
  facts: ["GET /repairs/9102 200", "GET /repairs/9001 404", "GET /repairs/9001?include_archived=true 200"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "bench/repairs.json", text: '"id": 9001' },
      { file: "bench/api.py", text: 'include_archived or repair["status"] != "archived"' },
      { file: "bench/api.py", text: '@router.get("/{repair_id}")' },
    ],
  },
};

/** At the watchmaker's. */
export const watchmakers: readonly Scenario[] = [calibre, notice, repairs];
