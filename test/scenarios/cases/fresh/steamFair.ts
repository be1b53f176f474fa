import type { Scenario } from "../../scenario.ts";

const engine: Scenario = {
  name: "engine-at-the-steam-fair",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "fair/__init__.py": "",
    "fair/auth.py": `from fastapi import Header

EXHIBITORS = {"ex-44": "Ruston & Sons"}


def exhibitor(authorization: str = Header(None)):
    if authorization is None:
        return None
    return EXHIBITORS.get(authorization.removeprefix("Bearer "))
`,
    "fair/main.py": `from fastapi import Body, Depends, FastAPI, HTTPException

from fair.auth import exhibitor

app = FastAPI(title="Fair")
ENGINES = {"ruston-4": {"id": "ruston-4", "year": 1911}}


@app.get("/engines/{engine}")
def read(engine: str):
    if engine not in ENGINES:
        raise HTTPException(status_code=404, detail="Engine not found")
    return ENGINES[engine]


@app.put("/engines/{engine}")
def write(engine: str, body: dict = Body(), who: str = Depends(exhibitor)):
    if who is None:
        raise HTTPException(status_code=404, detail="Engine not found")
    ENGINES[engine] = {"id": engine, "by": who, **body}
    return ENGINES[engine]
`,
    "run.py": `import os

import uvicorn

uvicorn.run("fair.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "fair.http": `@fair = http://localhost:PORT_OF_api

### as it stands
GET {{fair}}/engines/ruston-4

### correct the year
# @name correct
PUT {{fair}}/engines/ruston-4
Content-Type: application/json

{ "year": 1912 }
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["fair.http#correct", "--allow-unsafe"],
  facts: ["GET /engines/ruston-4 200", "GET /engines/other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "fair/main.py", text: "if who is None:" },
      { file: "fair/main.py", text: '@app.put("/engines/{engine}")' },
      { file: "fair/auth.py", text: "if authorization is None" },
    ],
  },
  consented: ["PUT /engines/ruston-4"],
};

const audit: Scenario = {
  name: "audit-log-of-a-stallholder",
  files: {
    "requirements.txt": "flask\n",
    "stalls/__init__.py": "",
    "stalls/accounts.py": `ACCOUNTS = {
    "acc_3": {"id": "acc_3", "name": "Toffee apples", "plan": "pro"},
    "acc_4": {"id": "acc_4", "name": "Coconut shy", "plan": "free"},
}
`,
    "stalls/plans.py": `PLANS = {
    "free": {"invoices"},
    "pro": {"invoices", "audit_log", "export"},
}


def includes(account, feature):
    return feature in PLANS[account["plan"]]
`,
    "stalls/app.py": `from flask import Flask, abort, jsonify

from stalls.accounts import ACCOUNTS
from stalls.plans import includes

app = Flask(__name__)


def account_or_404(account_id):
    if account_id not in ACCOUNTS:
        abort(404)
    return ACCOUNTS[account_id]


@app.get("/accounts/<account_id>")
def account(account_id):
    return jsonify(account_or_404(account_id))


@app.get("/accounts/<account_id>/audit-log")
def audit_log(account_id):
    account = account_or_404(account_id)
    if not includes(account, "audit_log"):
        abort(404)
    return jsonify(account=account_id, entries=["price changed"])
`,
    "run.py": `import os

from stalls.app import app

app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "stalls.http": `@stalls = http://localhost:PORT_OF_api/accounts

### toffee apples
GET {{stalls}}/acc_3/audit-log

### coconut shy
GET {{stalls}}/acc_4

###
# @name log
GET {{stalls}}/acc_4/audit-log
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["stalls.http#log"],
  facts: ["GET /accounts/acc_3/audit-log 200", "GET /accounts/acc_4 200", "GET /accounts/acc_4/audit-log 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "stalls/app.py", text: 'if not includes(account, "audit_log")' },
      { file: "stalls/plans.py", text: '"free": {"invoices"}' },
      { file: "stalls/accounts.py", text: '"acc_4": {' },
    ],
  },
};

/** At the steam fair. */
export const steamFair: readonly Scenario[] = [engine, audit];
