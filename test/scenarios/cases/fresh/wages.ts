import type { Scenario } from "../../scenario.ts";

const statements: Scenario = {
  name: "pay-statements",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "serve.py": `import os

import uvicorn

from payroll.app import app

uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "payroll/__init__.py": "",
    "payroll/app.py": `from fastapi import FastAPI

from payroll import statements

app = FastAPI(title="Payroll", docs_url=None, redoc_url=None, openapi_url=None)
app.include_router(statements.router, prefix="/payroll/statements")
`,
    "payroll/people.py": `from typing import Optional

from fastapi import Header, HTTPException

TOKENS = {"jonas-3aa9": "e-0417", "miriam-71d0": "e-0388"}


def current_employee(authorization: Optional[str] = Header(None)) -> str:
    employee = TOKENS.get((authorization or "").replace("Bearer ", ""))
    if employee is None:
        raise HTTPException(status_code=401, headers={"WWW-Authenticate": "Bearer"})
    return employee
`,
    "payroll/statements.py": `from fastapi import APIRouter, Depends, HTTPException

from payroll.people import current_employee
from payroll.repository import Statements

router = APIRouter()


@router.get("")
def list_statements(employee: str = Depends(current_employee)):
    return [{"id": one["id"]} for one in Statements().of(employee)]


@router.get("/{statement_id}")
def read_statement(statement_id: str, employee: str = Depends(current_employee)):
    for one in Statements().of(employee):
        if one["id"] == statement_id:
            return one
    raise HTTPException(status_code=404)
`,
    "payroll/repository.py": `ROWS = [
    {"id": "st-2026-02-88", "employee": "e-0388", "net": 3120},
    {"id": "st-2026-02-91", "employee": "e-0417", "net": 2890},
]


class Statements:
    def of(self, employee):
        return [row for row in ROWS if row["employee"] == employee]
`,
    "http-client.env.json": `{
  "jonas": { "payroll": "http://localhost:PORT_OF_api/payroll" },
  "miriam": { "payroll": "http://localhost:PORT_OF_api/payroll" }
}`,
    "http-client.private.env.json": `{
  "jonas": { "token": "jonas-3aa9" },
  "miriam": { "token": "miriam-71d0" }
}`,
    "payroll.http": `### my statements
# @name mine
GET {{payroll}}/statements
Authorization: Bearer {{token}}

### February, from the mail
# @name february
GET {{payroll}}/statements/st-2026-02-88
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["payroll.http#february", "--env", "jonas"],
  facts: [
    "GET /payroll/statements/st-2026-02-88 404 | Authorization: Bearer jonas-3aa9",
    "GET /payroll/statements/st-2026-02-88 200 | Authorization: Bearer miriam-71d0",
    "GET /payroll/statements/st-2026-02-91 200 | Authorization: Bearer jonas-3aa9",
    "GET /payroll/statements/st-2026-02-88 401",
    "GET /payroll/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "payroll/statements.py", text: '@router.get("/{statement_id}")' },
      { file: "payroll/statements.py", text: "def read_statement(" },
    ],
  },
  credentials: [
    { value: "jonas-3aa9", servers: ["api"] },
    { value: "miriam-71d0", servers: ["api"] },
  ],
};

const permits: Scenario = {
  name: "search-for-a-permit",
  files: {
    "package.json": '{ "name": "permit-search", "type": "module", "dependencies": { "koa": "^3.0.0" } }',
    "search.js": `import Koa from "koa";
import { permitsOf } from "./permits.js";

const app = new Koa();
app.use((ctx) => {
  if (ctx.path !== "/search") return;
  const matches = permitsOf(ctx.query.plate);
  ctx.body = { matches, message: matches.length === 0 ? "not found" : "ok", status: matches.length === 0 ? 404 : 200 };
});
app.listen(Number(process.env.PORT ?? 3000));
`,
    "permits.js": `const permits = [{ plate: "HH-KL 204", zone: "B" }];

export const permitsOf = (plate) => permits.filter((permit) => permit.plate === plate);
`,
    "permits.http": `# @name search
GET http://localhost:PORT_OF_api/search
  ?plate=HH-KL%20999
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "search.js" }],
  ask: ["permits.http#search"],
  facts: ["GET /search?plate=HH-KL%20999 200", "GET /other 404"],
  truth: { outcome: "answered", kinds: [] },
};

/** What people are paid, and what the town sells them. */
export const wages: readonly Scenario[] = [statements, permits];
