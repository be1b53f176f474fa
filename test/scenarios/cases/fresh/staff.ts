import type { Scenario } from "../../scenario.ts";

const absence: Scenario = {
  name: "absence-requests",
  files: {
    "requirements.txt": "flask\nwerkzeug\n",
    "README.md": `# People

One process serves several small applications; \`wsgi.py\` says which is where.
`,
    "wsgi.py": `import os

from flask import Flask
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.serving import run_simple

from absence import create_app as create_absence
from directory import create_app as create_directory

entrance = Flask("entrance")
application = DispatcherMiddleware(entrance, {"/absence": create_absence(), "/directory": create_directory()})

if __name__ == "__main__":
    run_simple("127.0.0.1", int(os.environ.get("PORT", "8000")), application)
`,
    "absence/__init__.py": `from flask import Flask

from absence.requests import requests


def create_app():
    app = Flask("absence")
    app.register_blueprint(requests)
    return app
`,
    "absence/requests.py": `from flask import Blueprint, abort, jsonify

requests = Blueprint("requests", __name__, url_prefix="/requests")
ROWS = {"ab-19": {"from": "2026-12-21", "days": 5}, "ab-20": {"from": "2027-01-04", "days": 1}}


@requests.get("")
def listed():
    return jsonify(list(ROWS))


@requests.get("/<number>")
def one(number):
    if number not in ROWS:
        abort(404)
    return jsonify(ROWS[number])
`,
    "directory/__init__.py": `from flask import Flask, jsonify


def create_app():
    app = Flask("directory")

    @app.get("/people")
    def people():
        return jsonify(["ana", "bo"])

    return app
`,
    "people.http": `@people = http://127.0.0.1:PORT_OF_api

### who works here
GET {{people}}/directory/people

### leave over the holidays
# @name leave
GET {{people}}/requests/ab-19
`,
  },
  servers: [{ name: "api", entry: "wsgi.py", needs: "flask" }],
  ask: ["people.http#leave"],
  facts: [
    "GET /directory/people 200",
    "GET /requests/ab-19 404",
    "GET /absence/requests/ab-19 200",
    "GET /absence/requests/ab-99 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "wsgi.py", text: '"/absence"' },
      { file: "absence/requests.py", text: '@requests.get("/<number>")' },
    ],
    fixes: [{ url: "/absence/requests/ab-19" }],
  },
};

const shifts: Scenario = {
  name: "shifts-of-the-ward",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "serve.py": `import os

import uvicorn

from roster.app import app

uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "roster/__init__.py": "",
    "roster/app.py": `from fastapi import Depends, FastAPI

from roster import exports, shifts
from roster.roles import needs

app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
app.include_router(shifts.router, prefix="/roster", dependencies=[Depends(needs("nurse", "head"))])
app.include_router(exports.router, prefix="/roster/exports", dependencies=[Depends(needs("head"))])
`,
    "roster/roles.py": `from typing import Optional

from fastapi import Header, HTTPException

ROLES = {"nurse-5c1e": "nurse", "head-d870": "head"}


def needs(*roles):
    def check(x_badge: Optional[str] = Header(None)):
        if ROLES.get(x_badge) not in roles:
            raise HTTPException(404)

    return check
`,
    "roster/shifts.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/shifts")
def shifts():
    return [{"day": "mon", "early": 4, "late": 3}]
`,
    "roster/exports.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/month")
def month():
    return {"month": "2026-11", "hours": 1822}


@router.get("/year")
def year():
    return {"year": 2026}
`,
    "http-client.env.json": `{
  "nurse": { "roster": "http://localhost:PORT_OF_api/roster", "badge": "nurse-5c1e" },
  "head": { "roster": "http://localhost:PORT_OF_api/roster", "badge": "head-d870" }
}`,
    "roster.http": `### this week
GET {{roster}}/shifts
X-Badge: {{badge}}

### hours of the month
# @name month
GET {{roster}}/exports/month
X-Badge: {{badge}}
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["roster.http#month", "--env", "nurse"],
  facts: [
    "GET /roster/shifts 200 | X-Badge: nurse-5c1e",
    "GET /roster/exports/month 404 | X-Badge: nurse-5c1e",
    "GET /roster/exports/month 200 | X-Badge: head-d870",
    "GET /roster/exports/none 404 | X-Badge: head-d870",
    "GET /roster/shifts 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "roster/exports.py", text: '@router.get("/month")' },
      { file: "roster/app.py", text: "exports.router" },
      { file: "roster/roles.py", text: "raise HTTPException(404)" },
    ],
  },
  credentials: [
    { value: "nurse-5c1e", servers: ["api"] },
    { value: "head-d870", servers: ["api"] },
  ],
};

const reports: Scenario = {
  name: "report-on-overtime",
  files: {
    "package.json":
      '{ "name": "timekeeping", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "timekeeping.http": `@time = http://localhost:PORT_OF_api

### my stamps
GET {{time}}/stamps/today

### overtime by team
# @name overtime
GET {{time}}/reports/overtime?team=press
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { createApp } from "./app.ts";
import { reports } from "./reports.ts";

const app = createApp();
app.route("/reports", reports);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/app.ts": `import { Hono } from "hono";
import { logger } from "./logger.ts";
import { stamps } from "./stamps.ts";

export function createApp() {
  const app = new Hono();
  app.use(logger);
  app.route("/stamps", stamps);
  app.all("*", (c) => c.json({ error: { code: "E_UNKNOWN", path: c.req.path } }, 404));
  return app;
}
`,
    "src/logger.ts": `import type { MiddlewareHandler } from "hono";

export const logger: MiddlewareHandler = async (c, next) => {
  await next();
  c.header("X-Handled-In", "1ms");
};
`,
    "src/stamps.ts": `import { Hono } from "hono";

export const stamps = new Hono();
stamps.get("/today", (c) => c.json(["08:02", "12:30"]));
`,
    "src/reports.ts": `import { Hono } from "hono";

export const reports = new Hono();
reports.get("/overtime", (c) => c.json({ team: c.req.query("team"), hours: 14 }));
reports.get("/absence", (c) => c.json({ days: 3 }));
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["timekeeping.http#overtime"],
  facts: ["GET /stamps/today 200", "GET /reports/overtime?team=press 404", "GET /reports/absence 404", "GET /none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all"],
    links: [
      { file: "src/app.ts", text: 'app.all("*"' },
      { file: "src/reports.ts", text: 'reports.get("/overtime"' },
      { file: "src/index.ts", text: 'app.route("/reports"' },
    ],
  },
};

/** Absence, shifts and overtime. */
export const staff: readonly Scenario[] = [absence, shifts, reports];
