import type { Scenario } from "../../scenario.ts";

const sessions: Scenario = {
  name: "sessions-of-an-ice-rink",
  files: {
    "README.md": `# Ice rink

Versions are applications of their own, so that their documents (\`/v1/docs\`, \`/v2/docs\`) stay apart.
`,
    "requirements.txt": "fastapi\nuvicorn\n",
    "serve.py": `import os

import uvicorn

from rink.site import site

uvicorn.run(site, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "rink/__init__.py": "",
    "rink/site.py": `from fastapi import FastAPI

from rink.v1 import api as v1
from rink.v2 import api as v2

site = FastAPI(docs_url=None, openapi_url=None)
site.mount("/v1", v1)
site.mount("/v2", v2)


@site.get("/")
def versions():
    return {"versions": ["v1", "v2"]}
`,
    "rink/v1.py": `from fastapi import APIRouter, FastAPI

from rink.times import SESSIONS

api = FastAPI(title="Ice rink 1")
router = APIRouter()


@router.get("/sessions")
def sessions():
    return [{"day": day, "at": at} for day, times in SESSIONS.items() for at in times]


api.include_router(router)
`,
    "rink/v2.py": `from fastapi import APIRouter, FastAPI, HTTPException

from rink.times import SESSIONS

api = FastAPI(title="Ice rink 2")
router = APIRouter(prefix="/v2")


@router.get("/sessions/{day}")
def sessions(day: str):
    if day not in SESSIONS:
        raise HTTPException(404, "The rink is closed on this day")
    return {"day": day, "times": SESSIONS[day]}


api.include_router(router)
`,
    "rink/times.py": `SESSIONS = {"saturday": ["10:00", "14:00"], "sunday": ["10:00"]}
`,
    "rink.http": `@rink = http://localhost:PORT_OF_api

### versions
GET {{rink}}/

### all sessions, as the old display reads them
GET {{rink}}/v1/sessions

### Saturday, for the new display
# @name saturday
GET {{rink}}/v2/sessions/saturday
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["rink.http#saturday"],
  facts: [
    "GET / 200",
    "GET /v1/sessions 200",
    "GET /v2/sessions/saturday 404",
    "GET /v2/v2/sessions/saturday 200",
    "GET /v2/openapi.json 200",
    "GET /v1/sessions/saturday 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "rink/v2.py", text: 'router = APIRouter(prefix="/v2")' },
      { file: "rink/site.py", text: 'site.mount("/v2", v2)' },
      { file: "rink/v2.py", text: "api.include_router(router)" },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** An ice rink and its sessions. */
export const iceRinks: readonly Scenario[] = [sessions];
