import type { Scenario } from "../../scenario.ts";

const donation: Scenario = {
  name: "donation-of-a-donor",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "run.py": `import os

import uvicorn

from bloodbank.main import app

uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "bloodbank/__init__.py": "",
    "bloodbank/main.py": `from fastapi import FastAPI

from bloodbank.routers import donors, stock

app = FastAPI(title="Blood bank")
app.include_router(donors.router)
app.include_router(stock.router)
`,
    "bloodbank/routers/__init__.py": "",
    "bloodbank/routers/donors.py": `from fastapi import APIRouter, HTTPException

from bloodbank import register

router = APIRouter(prefix="/donors", tags=["donors"])


@router.get("/{donor}/donations")
def donations(donor: str):
    if donor not in register.DONORS:
        raise HTTPException(status_code=404)
    return list(register.DONORS[donor])


@router.get("/{donor}/donations/{number}")
def donation(donor: str, number: int):
    found = register.DONORS.get(donor, {}).get(number)
    if found is None:
        raise HTTPException(status_code=404)
    return found
`,
    "bloodbank/routers/stock.py": `from fastapi import APIRouter

router = APIRouter(prefix="/stock")


@router.get("")
def stock():
    return {"0-": 12, "A+": 40}
`,
    "bloodbank/register.py": `DONORS = {
    "D-2210": {1: {"ml": 450}, 2: {"ml": 500}, 3: {"ml": 450}},
    "D-2217": {1: {"ml": 450}},
}
`,
    "donors.http": `@bank = http://localhost:PORT_OF_api

### on the shelf
GET {{bank}}/stock

### printed on the card
# @name card
GET {{bank}}/donors/D-2210/donations/7
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["donors.http#card"],
  facts: [
    "GET /donors/D-2210/donations/7 404",
    "GET /donors/D-2210/donations 200",
    "GET /donors/D-2210/donations/3 200",
    "GET /donors/D-2217/donations/7 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "bloodbank/routers/donors.py", text: '@router.get("/{donor}/donations/{number}")' }],
  },
};

const pharmacy: Scenario = {
  name: "lot-in-a-pharmacy",
  files: {
    "package.json":
      '{ "name": "pharmacies", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "main.js": `import Koa from "koa";
import { branch } from "./src/branch.js";
import { lots } from "./src/lots.js";

const app = new Koa();
app.use(branch);
app.use(lots.routes());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/branch.js": `import { stock } from "./stock.js";

/** Whose shelves the request is about. */
export async function branch(ctx, next) {
  const shelves = stock.get(ctx.get("X-Pharmacy"));
  if (shelves === undefined) {
    ctx.throw(400, "X-Pharmacy is needed");
  }
  ctx.state.shelves = shelves;
  await next();
}
`,
    "src/lots.js": `import Router from "@koa/router";

export const lots = new Router({ prefix: "/lots" });

lots.get("/", (ctx) => {
  ctx.body = [...ctx.state.shelves.keys()];
});
lots.get("/:lot", (ctx) => {
  const lot = ctx.state.shelves.get(ctx.params.lot);
  if (lot === undefined) {
    ctx.throw(404);
  }
  ctx.body = lot;
});
`,
    "src/stock.js": `export const stock = new Map([
  ["harbour", new Map([["LOT-7702", { item: "ibuprofen", packs: 30 }], ["LOT-7709", { item: "saline", packs: 8 }]])],
  ["station", new Map([["LOT-7731", { item: "insulin", packs: 4 }], ["LOT-7740", { item: "plasters", packs: 90 }]])],
]);
`,
    "http-client.env.json": `{
  "harbour": { "api": "http://localhost:PORT_OF_api", "pharmacy": "harbour" },
  "station": { "api": "http://localhost:PORT_OF_api", "pharmacy": "station" }
}`,
    "lots.http": `### what is there
GET {{api}}/lots/
X-Pharmacy: {{pharmacy}}

### recalled by the maker
# @name recalled
GET {{api}}/lots/LOT-7731
X-Pharmacy: {{pharmacy}}
`,
  },
  servers: [{ name: "api", entry: "main.js" }],
  ask: ["lots.http#recalled", "--env", "harbour"],
  facts: [
    "GET /lots/LOT-7731 404 | X-Pharmacy: harbour",
    "GET /lots/LOT-7731 200 | X-Pharmacy: station",
    "GET /lots/LOT-7702 200 | X-Pharmacy: harbour",
    "GET /lots/LOT-7702 404 | X-Pharmacy: station",
    "GET /lots/LOT-7731 400",
  ],
  truth: { outcome: "not-found", kinds: ["wrong-tenant"] },
};

/** A blood bank and a chain of pharmacies. */
export const care: readonly Scenario[] = [donation, pharmacy];
