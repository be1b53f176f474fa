import type { Scenario } from "../../scenario.ts";

const depends: Scenario = {
  name: "ledger-behind-a-dependency",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "coop/__init__.py": "",
    "coop/auth.py": `import os

from fastapi import Header, HTTPException


def treasurer(authorization: str = Header(default="")):
    if authorization != f"Bearer {os.environ.get('TREASURER_TOKEN', '')}":
        raise HTTPException(status_code=404)
`,
    "coop/ledger.py": `from fastapi import APIRouter, Depends

from coop.auth import treasurer

router = APIRouter(prefix="/ledger", dependencies=[Depends(treasurer)])


@router.get("")
def years():
    return [2025, 2026]


@router.get("/{year}")
def ledger(year: int):
    return {"year": year, "cents": 98_120}
`,
    "coop/app.py": `from fastapi import FastAPI

from coop import ledger

app = FastAPI()
app.include_router(ledger.router)


@app.get("/opening-hours")
def opening_hours():
    return {"sat": "9-13"}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("coop.app:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "coop.http": `### hours
GET http://localhost:PORT_OF_api/opening-hours

### this year
# @name ledger
GET http://localhost:PORT_OF_api/ledger/2026
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi", env: { TREASURER_TOKEN: "tr-88aa" } }],
  ask: ["coop.http#ledger"],
  facts: [
    "GET /opening-hours 200",
    "GET /ledger/2026 404",
    "GET /ledger 404",
    "GET /ledger/2026 200 | Authorization: Bearer tr-88aa",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "coop/auth.py", text: "if authorization !=" },
      { file: "coop/auth.py", text: "raise HTTPException" },
      { file: "coop/ledger.py", text: "Depends(treasurer)" },
      { file: "coop/ledger.py", text: '"/{year}"' },
    ],
  },
};

/** Cooperatives: a dependency that hides what hangs on it. */
export const coopLedgers: readonly Scenario[] = [depends];
