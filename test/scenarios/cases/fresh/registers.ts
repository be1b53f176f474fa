import type { Scenario } from "../../scenario.ts";

const deeds: Scenario = {
  name: "deed-of-a-house",
  files: {
    "package.json": '{ "name": "deeds", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "index.js": `import express from "express";
import { deeds } from "./routes/deeds.js";

const app = express();
app.use("/deeds", deeds);
app.use((_req, res) => res.status(404).json({ error: "not_found" }));
app.listen(process.env.PORT ?? 3000);
`,
    "routes/deeds.js": `import { Router } from "express";
import { findDeed, listDeeds } from "../services/deeds.js";

export const deeds = Router();

deeds.get("/", (_req, res) => res.json(listDeeds()));
deeds.get("/:folio", (req, res, next) => {
  const deed = findDeed(req.params.folio);
  return deed ? res.json(deed) : next();
});
`,
    "services/deeds.js": `import { readFileSync } from "node:fs";

const rows = JSON.parse(readFileSync(new URL("../data/deeds.json", import.meta.url), "utf8"));
const current = () => rows.filter((row) => row.deletedAt === null);

export const listDeeds = () => current().map(({ folio, street }) => ({ folio, street }));
export const findDeed = (folio) => current().find((row) => row.folio === folio);
`,
    "data/deeds.json": `[
  { "folio": "F-1180", "street": "Mill Lane 4", "deletedAt": null },
  { "folio": "F-1181", "street": "Mill Lane 6", "deletedAt": "2026-09-02T07:41:10Z" },
  { "folio": "F-1182", "street": "Mill Lane 8", "deletedAt": null }
]
`,
    "deeds.http": `@registry = http://localhost:PORT_OF_api

### the neighbours
GET {{registry}}/deeds/F-1180

### from the notary's letter
# @name letter
GET {{registry}}/deeds/F-1181
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["deeds.http#letter"],
  facts: ["GET /deeds/F-1180 200", "GET /deeds/F-1181 404", "GET /deeds/F-1182 200", "GET /deeds/F-9999 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "services/deeds.js", text: "row.deletedAt === null" },
      { file: "routes/deeds.js", text: 'deeds.get("/:folio"' },
      { file: "data/deeds.json", text: '"F-1181"' },
    ],
  },
};

const overdue: Scenario = {
  name: "tools-that-are-overdue",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "main.py": `import os

import uvicorn
from fastapi import FastAPI

from library import rentals, reminders, tools

app = FastAPI()
app.include_router(tools.router, prefix="/tools")
app.include_router(rentals.router, prefix="/rentals")
app.include_router(reminders.router, prefix="/rentals")

if __name__ == "__main__":
    uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "library/__init__.py": "",
    "library/tools.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("")
def tools():
    return ["drill", "ladder"]
`,
    "library/rentals.py": `from fastapi import APIRouter, HTTPException

router = APIRouter()
RENTALS = {"r81": {"tool": "drill", "due": "2026-11-20"}, "r82": {"tool": "ladder", "due": "2026-12-01"}}


@router.get("/{rental}")
def one(rental: str):
    if rental not in RENTALS:
        raise HTTPException(404, "We have no such rental")
    return RENTALS[rental]
`,
    "library/reminders.py": `from datetime import date

from fastapi import APIRouter

from library.rentals import RENTALS

router = APIRouter()


@router.get("/overdue")
def overdue():
    return [number for number, rental in RENTALS.items() if rental["due"] < date.today().isoformat()]
`,
    "tools.http": `@tools = http://localhost:PORT_OF_api

### one rental
GET {{tools}}/rentals/r81

### whom to call
# @name call
GET {{tools}}/rentals/overdue
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["tools.http#call"],
  facts: ["GET /rentals/r81 200", "GET /rentals/overdue 404", "GET /rentals/r99 404", "GET /tools 200"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "library/rentals.py", text: '@router.get("/{rental}")' },
      { file: "library/reminders.py", text: '@router.get("/overdue")' },
      { file: "main.py", text: "rentals.router" },
    ],
  },
};

const brewery: Scenario = {
  name: "batch-of-the-cellar-book",
  files: {
    "package.json":
      '{ "name": "brewery", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "src/server.ts": `import { serve } from "@hono/node-server";
import { app } from "./app.ts";

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/app.ts": `import { Hono } from "hono";
import { batches } from "./batches.ts";
import { tanks } from "./tanks.ts";

const api = new Hono();
api.route("/batches", batches);
api.route("/tanks", tanks);

export const app = new Hono();
app.get("/health", (c) => c.text("ok"));
app.route("/v3", api);
`,
    "src/batches.ts": `import { Hono } from "hono";

const gravity = new Map([["B-117", [1.052, 1.031, 1.014]], ["B-118", [1.048]]]);
export const batches = new Hono();

batches.get("/:batch/gravity", (c) => {
  const readings = gravity.get(c.req.param("batch"));
  return readings ? c.json(readings) : c.json({ message: "unknown batch" }, 404);
});
`,
    "src/tanks.ts": `import { Hono } from "hono";

export const tanks = new Hono();
tanks.get("/", (c) => c.json([{ tank: 4, batch: "B-117" }]));
`,
    "cellar.http": `@host = http://localhost:PORT_OF_api
@cellar = {{host}}/v2

### up?
GET {{host}}/health

### is it done
# @name done
GET {{cellar}}/batches/B-117/gravity
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["cellar.http#done"],
  facts: [
    "GET /health 200",
    "GET /v2/batches/B-117/gravity 404",
    "GET /v3/batches/B-117/gravity 200",
    "GET /v3/batches/B-999/gravity 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/batches.ts", text: 'batches.get("/:batch/gravity"' },
      { file: "src/app.ts", text: 'app.route("/v3"' },
    ],
    fixes: [{ url: "/v3/batches/B-117/gravity" }],
  },
};

/** Deeds, lent tools and a brewery. */
export const registers: readonly Scenario[] = [deeds, overdue, brewery];
