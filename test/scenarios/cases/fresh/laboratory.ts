import type { Scenario } from "../../scenario.ts";

const samples: Scenario = {
  name: "results-of-a-sample",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "serve.py": `import os

import uvicorn

uvicorn.run("laboratory.main:app", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "laboratory/__init__.py": "",
    "laboratory/main.py": `from fastapi import FastAPI

from laboratory import results, samples

app = FastAPI(title="Laboratory", root_path="")
app.include_router(samples.router)
app.include_router(results.router)
`,
    "laboratory/samples.py": `from fastapi import APIRouter, HTTPException

from laboratory.bench import SAMPLES

router = APIRouter(prefix="/samples")


@router.get("")
def list_samples(limit: int = 50):
    return [{"code": code, "kind": sample["kind"]} for code, sample in SAMPLES.items()][:limit]


@router.get("/{code}")
def read_sample(code: str):
    if code not in SAMPLES:
        raise HTTPException(404)
    return SAMPLES[code]
`,
    "laboratory/results.py": `from fastapi import APIRouter, HTTPException

from laboratory.bench import SAMPLES

router = APIRouter(prefix="/samples/{code}/results")


@router.get("")
def read_results(code: str):
    sample = SAMPLES.get(code)
    if sample is None:
        raise HTTPException(404)
    return sample["results"]
`,
    "laboratory/bench.py": `SAMPLES = {
    "LB-2026-0188": {"kind": "serum", "results": {"ferritin": 41}},
    "LB-2026-0192": {"kind": "plasma", "results": {"ferritin": 12}},
    "LB-2026-0193": {"kind": "serum", "results": {}},
}
`,
    "laboratory.http": `@host = http://localhost:PORT_OF_api
@code = LB20260192

### worklist
GET {{host}}/samples?limit=20

### results, code read by the scanner
# @name results
GET {{host}}/samples/{{code}}/results
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["laboratory.http#results"],
  facts: [
    "GET /samples?limit=20 200",
    "GET /samples/LB20260192/results 404",
    "GET /samples/LB-2026-0192/results 200",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "laboratory/results.py", text: '@router.get("")' },
      { file: "laboratory/results.py", text: "def read_results" },
      { file: "laboratory.http", text: "@code" },
    ],
    fixes: [{ url: "/samples/LB-2026-0192/results" }],
  },
};

const benches: Scenario = {
  name: "benches-of-a-lab",
  files: {
    "package.json":
      '{ "name": "lab-booking", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "http-client.env.json": `{
  "campus": { "booking": "http://localhost:PORT_OF_api", "lab": "L-07\u200b" }
}`,
    "booking.http": `### labs
GET {{booking}}/labs

### benches that are free today
# @name benches
GET {{booking}}/labs/{{lab}}/benches?free=true
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { benches } from "./benches.ts";
import { labs } from "./labs.ts";

const app = new Hono();
app.route("/labs", labs);
app.route("/labs/:lab/benches", benches);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/labs.ts": `import { Hono } from "hono";

export const rooms: Record<string, string[]> = { "L-07": ["b1", "b2"], "L-11": ["b1"] };
export const labs = new Hono();
labs.get("/", (c) => c.json(Object.keys(rooms)));
labs.get("/:lab", (c) => {
  const lab = c.req.param("lab");
  return lab in rooms ? c.json({ lab, benches: rooms[lab]?.length }) : c.notFound();
});
`,
    "src/benches.ts": `import { Hono } from "hono";
import { rooms } from "./labs.ts";

export const benches = new Hono();
benches.get("/", (c) => {
  const found = rooms[c.req.param("lab") ?? ""];
  return found ? c.json(found) : c.notFound();
});
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["booking.http#benches", "--env", "campus"],
  facts: [
    "GET /labs 200",
    "GET /labs/L-07%E2%80%8B/benches?free=true 404",
    "GET /labs/L-07/benches?free=true 200",
    "GET /labs/L-99/benches 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [
      { file: "http-client.env.json", text: '"campus"' },
      { file: "src/benches.ts", text: "benches.get" },
      { file: "booking.http", text: "{{lab}}" },
    ],
    fixes: [{ url: "/labs/L-07/benches?free=true" }],
  },
};

const exports: Scenario = {
  name: "nightly-export",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "main.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException
from fastapi.responses import PlainTextResponse

from readings import latest, by_day

app = FastAPI()


@app.get("/exports/latest.csv", response_class=PlainTextResponse)
def export_latest():
    return latest()


@app.get("/exports/{day}.csv", response_class=PlainTextResponse)
def export_day(day: str):
    rows = by_day(day)
    if rows is None:
        raise HTTPException(404, "no export of that day")
    return rows


uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "readings.py": `DAYS = {"2026-11-20": "sensor,value\\na,4\\n", "2026-11-21": "sensor,value\\na,5\\n"}


def latest():
    return DAYS[max(DAYS)]


def by_day(day):
    return DAYS.get(day)
`,
    "exports.http": `@exports = http://localhost:PORT_OF_api/exports

### what the uptime monitor sends
# @name monitor
HEAD {{exports}}/latest.csv
User-Agent: uptime/2.1

### one day
GET {{exports}}/2026-11-20.csv
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["exports.http#monitor"],
  facts: ["HEAD /exports/latest.csv 405", "GET /exports/latest.csv 200", "GET /exports/2026-01-01.csv 404"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["head-not-routed"],
    links: [{ file: "main.py", text: '@app.get("/exports/latest.csv"' }],
    fixes: [{ method: "GET", url: "/exports/latest.csv" }],
  },
};

/** Samples, benches and nightly exports of a laboratory. */
export const laboratory: readonly Scenario[] = [samples, benches, exports];
