import type { Scenario } from "../../scenario.ts";

const weighings: Scenario = {
  name: "weighings-at-a-bridge",
  files: {
    "README.md":
      "# Weighbridge\n\nTerminals at the gates write and read weighings. They cannot follow redirects, so the service gives none.\n",
    "requirements.txt": "fastapi\nuvicorn\n",
    "serve.py": `import os

import uvicorn

from bridge.service import service

uvicorn.run(service, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "bridge/__init__.py": "",
    "bridge/service.py": `from fastapi import FastAPI

from bridge import lorries, weighings

service = FastAPI(title="Weighbridge", docs_url=None)
service.router.redirect_slashes = False
service.include_router(lorries.router, prefix="/lorries")
service.include_router(weighings.router, prefix="/weighings")
`,
    "bridge/lorries.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("")
def lorries():
    return [{"plate": "KR-4410"}, {"plate": "KR-9102"}]
`,
    "bridge/weighings.py": `from fastapi import APIRouter, HTTPException

router = APIRouter()
WEIGHINGS = {"KR-4410": [{"gross": 18240, "tare": 9120}], "KR-9102": []}


@router.get("/")
def weighings():
    return [{"plate": plate, "count": len(rows)} for plate, rows in WEIGHINGS.items()]


@router.get("/{plate}/")
def of_lorry(plate: str):
    if plate not in WEIGHINGS:
        raise HTTPException(404, "lorry not known at this bridge")
    return WEIGHINGS[plate]
`,
    "terminal/terminal.py": `import json
from urllib.request import urlopen


def load(base, plate):
    with urlopen(f"{base}/weighings/{plate}") as response:
        return json.load(response)
`,
    "bridge.http": `@bridge = http://localhost:PORT_OF_api

### lorries
GET {{bridge}}/lorries

### all weighings
GET {{bridge}}/weighings/

### what the terminal at gate 2 shows
# @name gate
GET {{bridge}}/weighings/KR-4410
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["bridge.http#gate"],
  facts: [
    "GET /lorries 200",
    "GET /weighings/ 200",
    "GET /weighings/KR-4410 404",
    "GET /weighings/KR-4410/ 200",
    "GET /weighings/XX-1/ 404",
    "GET /lorries/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [
      { file: "bridge/weighings.py", text: '@router.get("/{plate}/")' },
      { file: "bridge/service.py", text: "redirect_slashes = False" },
      { file: "terminal/terminal.py", text: "urlopen(f" },
    ],
    fixes: [{ url: "/weighings/KR-4410/" }],
  },
};

/** A weighbridge and the terminals at its gates. */
export const weighbridges: readonly Scenario[] = [weighings];
