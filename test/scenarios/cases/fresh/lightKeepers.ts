import type { Scenario } from "../../scenario.ts";

const docs: Scenario = {
  name: "manual-page-of-the-live-service",
  files: {
    "requirements.txt": "fastapi\nuvicorn\npython-dotenv\n",
    ".env.example": `SHOW_DOCS=1
`,
    "lighthouse/__init__.py": "",
    "lighthouse/settings.py": `import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Settings:
    title: str = "Lighthouses"
    show_docs: bool = os.environ.get("SHOW_DOCS", "0") == "1"


settings = Settings()
`,
    "lighthouse/app.py": `from fastapi import FastAPI

from lighthouse.settings import settings

app = FastAPI(
    title=settings.title,
    docs_url="/manual" if settings.show_docs else None,
    redoc_url=None,
)


@app.get("/lights")
def lights():
    return [{"name": "Skagen", "seconds": 4}]
`,
    "run.py": `import os

import uvicorn

uvicorn.run("lighthouse.app:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "lights.http": `@lights = http://localhost:PORT_OF_api

### lights
GET {{lights}}/lights

### the page to try it on
# @name manual
GET {{lights}}/manual
Accept: text/html
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["lights.http#manual"],
  facts: ["GET /lights 200", "GET /manual 404", "GET /openapi.json 200", "GET /docs 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "lighthouse/app.py", text: "docs_url=" },
      { file: "lighthouse/settings.py", text: "show_docs" },
      { file: ".env.example", text: "SHOW_DOCS" },
    ],
  },
};

/** Keepers of lighthouses: a page that the framework serves where it is told to. */
export const lightKeepers: readonly Scenario[] = [docs];
