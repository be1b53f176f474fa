import type { Scenario } from "../../scenario.ts";

const jobs: Scenario = {
  name: "jobs-of-a-translator",
  files: {
    "README.md": `# Translation desk

One process serves the desk's page and its API.

    pip install -r requirements.txt
    python run.py

The API is described under \`/api/docs\`.
`,
    "requirements.txt": "fastapi\nuvicorn[standard]\n",
    "run.py": `import os

import uvicorn

from desk import create_app

if __name__ == "__main__":
    uvicorn.run(create_app(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), log_level="warning")
`,
    "desk/__init__.py": `from fastapi import FastAPI

from desk import api, health, web


def create_app() -> FastAPI:
    app = FastAPI(title="Translation desk", docs_url="/api/docs", openapi_url="/api/openapi.json")
    for part in (health, web, api):
        part.install(app)
    return app
`,
    "desk/health.py": `from fastapi import FastAPI


def install(app: FastAPI) -> None:
    @app.get("/healthz", include_in_schema=False)
    def healthz():
        return {"status": "ok"}
`,
    "desk/web.py": `from pathlib import Path

from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles

PAGES = Path(__file__).resolve().parent.parent / "pages"


def install(app: FastAPI) -> None:
    app.mount("/", StaticFiles(directory=PAGES, html=True), name="pages")
`,
    "desk/api/__init__.py": `from fastapi import APIRouter, FastAPI

from desk.api import jobs, translators

router = APIRouter(prefix="/api")
router.include_router(translators.router)
router.include_router(jobs.router)


def install(app: FastAPI) -> None:
    app.include_router(router)
`,
    "desk/api/translators.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/translators", tags=["translators"])
TRANSLATORS = {"mkovac": ["hr", "en"], "ibauer": ["de", "en", "nl"]}


@router.get("")
def translators():
    return [{"login": login, "languages": languages} for login, languages in TRANSLATORS.items()]


@router.get("/{login}")
def translator(login: str):
    if login not in TRANSLATORS:
        raise HTTPException(404)
    return {"login": login, "languages": TRANSLATORS[login]}
`,
    "desk/api/jobs.py": `from fastapi import APIRouter, HTTPException

from desk.api.translators import TRANSLATORS

router = APIRouter(tags=["jobs"])
JOBS = [
    {"id": 731, "translator": "ibauer", "from": "de", "to": "nl", "words": 1240},
    {"id": 734, "translator": "mkovac", "from": "hr", "to": "en", "words": 310},
]


@router.get("/translators/{login}/jobs")
def jobs(login: str):
    if login not in TRANSLATORS:
        raise HTTPException(404)
    return [job for job in JOBS if job["translator"] == login]
`,
    "pages/index.html": `<!doctype html>
<html lang="en">
  <head><title>Desk</title><script type="module" src="/desk.js"></script></head>
  <body><ul id="jobs"></ul></body>
</html>
`,
    "pages/desk.js": `const login = new URLSearchParams(location.search).get("as") ?? "ibauer";
const response = await fetch(\`/api/translators/\${login}/jobs\`);
const list = document.querySelector("#jobs");
for (const job of await response.json()) {
  list.append(Object.assign(document.createElement("li"), { textContent: \`\${job.from} to \${job.to}: \${job.words}\` }));
}
`,
    "desk.http": `@desk = http://localhost:PORT_OF_api

### page
GET {{desk}}/

### is it up
GET {{desk}}/healthz

### jobs of one translator
# @name jobs
GET {{desk}}/api/translators/ibauer/jobs
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["desk.http#jobs"],
  facts: [
    "GET / 200",
    "GET /healthz 200",
    "GET /desk.js 200",
    "GET /api/openapi.json 200",
    "GET /api/translators 404",
    "GET /api/translators/ibauer/jobs 404",
    "GET /nothing 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all", "shadowed"],
    links: [
      { file: "desk/web.py", text: 'app.mount("/"' },
      { file: "desk/__init__.py", text: "for part in (health, web, api)" },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** A translation agency: its translators and their jobs. */
export const translationDesk: readonly Scenario[] = [jobs];
