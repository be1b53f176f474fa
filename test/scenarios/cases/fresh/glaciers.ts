import type { Scenario } from "../../scenario.ts";

const readings: Scenario = {
  name: "readings-of-a-stake",
  files: {
    "README.md": `# Fieldbook

Ablation stakes on the glacier. \`sync/\` runs every night on the hut's computer and mails what went wrong; \`fieldbook/\` is the server in the valley.
`,
    "requirements.txt": "fastapi\nuvicorn\nrequests\n",
    "serve.py": `import os

import uvicorn

from fieldbook.app import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "fieldbook/__init__.py": "",
    "fieldbook/app.py": `from fastapi import FastAPI

from fieldbook import stakes

app = FastAPI(title="Fieldbook", openapi_url="/fieldbook/api/openapi.json", docs_url="/fieldbook/api/docs")
app.include_router(stakes.router, prefix="/fieldbook/api")
`,
    "fieldbook/stakes.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/stakes")
READINGS = {
    "S3": [{"on": "2026-08-02", "cm": 141}, {"on": "2026-08-16", "cm": 178}],
    "S4": [{"on": "2026-08-02", "cm": 133}],
}


@router.get("")
def stakes():
    return sorted(READINGS)


@router.get("/{stake}/readings")
def readings(stake: str):
    if stake not in READINGS:
        raise HTTPException(404, f"There is no stake {stake}")
    return READINGS[stake]
`,
    "sync/settings.toml": `[server]
base = "http://localhost:PORT_OF_api/fieldbook/api/"
timeout = 30

[stakes]
all = ["S3", "S4"]
`,
    "sync/__main__.py": `import tomllib
from pathlib import Path

from client import Fieldbook

settings = tomllib.loads((Path(__file__).parent / "settings.toml").read_text())
book = Fieldbook(settings["server"]["base"], settings["server"]["timeout"])
for stake in settings["stakes"]["all"]:
    print(stake, len(book.readings(stake)))
`,
    "sync/client.py": `from urllib.parse import urljoin

import requests


class Fieldbook:
    def __init__(self, base, timeout):
        self.base = base
        self.session = requests.Session()
        self.timeout = timeout

    def readings(self, stake):
        url = urljoin(self.base, f"/stakes/{stake}/readings")
        response = self.session.get(url, timeout=self.timeout)
        response.raise_for_status()
        return response.json()
`,
    "logs/sync.log": `2026-11-22 02:00:04 INFO  sync started
2026-11-22 02:00:04 ERROR requests.exceptions.HTTPError: 404 Client Error: Not Found for url: http://localhost:PORT_OF_api/stakes/S3/readings
2026-11-22 02:00:04 INFO  sync ended
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["--url", "http://localhost:PORT_OF_api/stakes/S3/readings"],
  facts: [
    "GET /stakes/S3/readings 404",
    "GET /fieldbook/api/stakes/S3/readings 200",
    "GET /fieldbook/api/stakes 200",
    "GET /fieldbook/api/stakes/S9/readings 404",
    "GET / 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["dropped-segment"],
    links: [
      { file: "sync/client.py", text: "url = urljoin(" },
      { file: "sync/settings.toml", text: "base = " },
    ],
    fixes: [{ url: "/fieldbook/api/stakes/S3/readings" }],
  },
};

/** Glaciologists and the readings of their stakes. */
export const glaciers: readonly Scenario[] = [readings];
