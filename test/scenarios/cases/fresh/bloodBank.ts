import type { Scenario } from "../../scenario.ts";

const donation: Scenario = {
  name: "unit-of-a-blood-bank",
  files: {
    "README.md": `# Blood bank

Clinics see the units that are reserved for them, the bank sees all.
`,
    "requirements.txt": "fastapi\nuvicorn\n",
    "run.py": `import os

import uvicorn

from bank.api import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "bank/__init__.py": "",
    "bank/api.py": `from fastapi import Depends, FastAPI, HTTPException

from bank.callers import Caller, current_caller
from bank.units import all_units

app = FastAPI(title="Units", openapi_url=None)


def visible_units(caller: Caller = Depends(current_caller)):
    if caller.role == "bank":
        return all_units()
    return [unit for unit in all_units() if unit["clinic"] == caller.clinic]


@app.get("/v2/units")
def units(visible=Depends(visible_units)):
    return {"total": len(visible), "units": visible}


@app.get("/v2/units/{din}")
def unit(din: str, visible=Depends(visible_units)):
    for one in visible:
        if one["din"] == din:
            return one
    raise HTTPException(404, "unit not found")
`,
    "bank/callers.py": `import json
from pathlib import Path
from typing import NamedTuple, Optional

from fastapi import Header, HTTPException

KEYS = json.loads((Path(__file__).parent / "keys.json").read_text())


class Caller(NamedTuple):
    role: str
    clinic: Optional[str]


def current_caller(x_api_key: str = Header("")) -> Caller:
    if x_api_key not in KEYS:
        raise HTTPException(401, "key missing or unknown")
    return Caller(**KEYS[x_api_key])
`,
    "bank/keys.json": `{
  "k-stmary-5d1f0a": { "role": "clinic", "clinic": "st-mary" },
  "k-bank-90c3e7": { "role": "bank", "clinic": null }
}
`,
    "bank/units.py": `UNITS = [
    {"din": "G1517-26-000114", "type": "O-", "clinic": "st-mary"},
    {"din": "G1517-26-000115", "type": "A+", "clinic": "st-mary"},
    {"din": "G1517-26-000131", "type": "AB-", "clinic": "north"},
]


def all_units():
    return UNITS
`,
    "http/http-client.env.json": `{
  "clinic": { "bank": "http://localhost:PORT_OF_api/v2" },
  "bank": { "bank": "http://localhost:PORT_OF_api/v2" }
}
`,
    "http/http-client.private.env.json": `{
  "clinic": { "key": "k-stmary-5d1f0a" },
  "bank": { "key": "k-bank-90c3e7" }
}
`,
    "http/units.http": `### units one may see
GET {{bank}}/units
X-Api-Key: {{key}}

### in the fridge
GET {{bank}}/units/G1517-26-000114
X-Api-Key: {{key}}

### on the delivery note
# @name note
GET {{bank}}/units/G1517-26-000131
X-Api-Key: {{key}}
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["http/units.http#note", "--env", "clinic"],
  facts: [
    "GET /v2/units 401",
    "GET /v2/units 200 | X-Api-Key: k-stmary-5d1f0a",
    "GET /v2/units/G1517-26-000114 200 | X-Api-Key: k-stmary-5d1f0a",
    "GET /v2/units/G1517-26-000131 404 | X-Api-Key: k-stmary-5d1f0a",
    "GET /v2/units/G1517-26-000131 200 | X-Api-Key: k-bank-90c3e7",
    "GET /v2/units/G1517-26-999999 404 | X-Api-Key: k-bank-90c3e7",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "bank/api.py", text: 'if unit["clinic"] == caller.clinic' },
      { file: "bank/api.py", text: "def visible_units(" },
      { file: "bank/api.py", text: '@app.get("/v2/units/{din}")' },
      { file: "bank/api.py", text: "def unit(din" },
    ],
  },
  credentials: [
    { value: "k-stmary-5d1f0a", servers: ["api"] },
    { value: "k-bank-90c3e7", servers: ["api"] },
  ],
};

/** A blood bank: units and the clinics they are reserved for. */
export const bloodBank: readonly Scenario[] = [donation];
