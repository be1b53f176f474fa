import type { Scenario } from "../../scenario.ts";

const listing: Scenario = {
  name: "listing-of-a-bicycle",
  files: {
    "requirements.txt": "flask\n",
    "market.py": `import os

from flask import Flask, render_template_string

from listings import GONE, LISTINGS

app = Flask(__name__)
PAGE = "<!doctype html><title>{{ title }}</title><h1>{{ title }}</h1><p>{{ text }}</p>"


@app.get("/listings")
def listings():
    links = " ".join(f'<a href="/listings/{number}">{title}</a>' for number, title in LISTINGS.items())
    return f"<!doctype html><title>Listings</title>{links}"


@app.get("/listings/<int:number>")
def listing(number):
    if number in LISTINGS:
        return render_template_string(PAGE, title=LISTINGS[number], text="Pick up only.")
    text = "The seller has deleted this listing." if number in GONE else "We do not know this listing."
    return render_template_string(PAGE, title="Not here", text=text), 404


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "listings.py": `LISTINGS = {8101: "Desk lamp", 8107: "Cargo bicycle"}
GONE = {7950, 7951}
`,
    "market.http": `@market = http://localhost:PORT_OF_api

### everything
GET {{market}}/listings

### the one in the chat
# @name bicycle
GET {{market}}/listings/7950
Accept: text/html
`,
  },
  servers: [{ name: "api", entry: "market.py", needs: "flask" }],
  ask: ["market.http#bicycle"],
  facts: ["GET /listings 200", "GET /listings/7950 404", "GET /listings/8101 200", "GET /listings/1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [{ file: "market.py", text: '@app.get("/listings/<int:number>")' }],
  },
};

const members: Scenario = {
  name: "member-of-two-clubs",
  files: {
    "package.json": '{ "name": "members", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "members.http": `@members = http://localhost:PORT_OF_api/v3

### members
GET {{members}}/members

### number on the old card
# @name card
GET {{members}}/members/10442
`,
    "server.js": `import express from "express";
import { members } from "./members.js";

const app = express();
app.use("/v3/members", members);
app.use((_req, res) => res.status(404).json({ reason: "absent" }));
app.listen(process.env.PORT ?? 3000);
`,
    "members.js": `import { Router } from "express";

const current = { 20017: "R. Adeyemi", 20018: "S. Holm" };
const joined = { 10442: 20018 };

export const members = Router();
members.get("/", (_req, res) => res.json(Object.keys(current).map(Number)));
members.get("/:number", (req, res, next) => {
  const { number } = req.params;
  if (current[number]) return res.json({ number: Number(number), name: current[number] });
  if (joined[number]) res.set("Link", "</v3/members/" + joined[number] + '>; rel="canonical"');
  next();
});
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["members.http#card"],
  facts: ["GET /v3/members 200", "GET /v3/members/10442 404", "GET /v3/members/20018 200", "GET /v3/members/5 404"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [{ file: "members.js", text: 'members.get("/:number"' }],
    fixes: [{ url: "/v3/members/20018" }],
  },
};

const stalls: Scenario = {
  name: "stall-under-its-old-name",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "main.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

from stalls import STALLS

app = FastAPI(openapi_url=None)


@app.get("/stalls")
def stalls():
    return {"items": [{"slug": slug, "name": stall["name"], "formerly": stall["formerly"]} for slug, stall in STALLS.items()]}


@app.get("/stalls/{slug}")
def stall(slug: str):
    if slug not in STALLS:
        raise HTTPException(404)
    return STALLS[slug]


uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "stalls.py": `STALLS = {
    "bee-and-barrow": {"name": "Bee & Barrow", "formerly": [], "goods": ["honey"]},
    "alder-farm": {"name": "Alder Farm", "formerly": ["hill-cheese", "hill-dairy"], "goods": ["cheese"]},
}
`,
    "stalls.http": `@fair = http://localhost:PORT_OF_api

### stalls
GET {{fair}}/stalls

### printed on the map
# @name map
GET {{fair}}/stalls/hill-dairy
`,
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["stalls.http#map"],
  facts: ["GET /stalls 200", "GET /stalls/hill-dairy 404", "GET /stalls/alder-farm 200", "GET /stalls/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [{ file: "main.py", text: '@app.get("/stalls/{slug}")' }],
    fixes: [{ url: "/stalls/alder-farm" }],
  },
};

const invoices: Scenario = {
  name: "invoice-nobody-wrote",
  files: {
    "package.json":
      '{ "name": "invoices", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "invoices.http": `@invoices = http://localhost:PORT_OF_api

### invoices
GET {{invoices}}/invoices

### as read on the telephone
# @name spoken
GET {{invoices}}/invoices/inv-1042
`,
    "index.js": `import Router from "@koa/router";
import Koa from "koa";
import { find, numbers } from "./book.js";

const router = new Router();
router.get("/invoices", (ctx) => {
  ctx.body = numbers();
});
router.get("/invoices/:number", (ctx) => {
  const invoice = find(ctx.params.number);
  ctx.status = invoice ? 200 : 404;
  ctx.body = invoice ?? { message: "This invoice was deleted, archived, moved, or never existed." };
});
new Koa().use(router.routes()).listen(Number(process.env.PORT ?? 3000));
`,
    "book.js": `const book = new Map([["inv-1024", { sum: 80 }], ["inv-1031", { sum: 12 }]]);

export const numbers = () => [...book.keys()];
export const find = (number) => book.get(number);
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["invoices.http#spoken"],
  facts: ["GET /invoices 200", "GET /invoices/inv-1042 404", "GET /invoices/inv-1024 200", "GET /invoices/x 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "index.js", text: 'router.get("/invoices/:number"' }],
  },
};

/** Listings, members, stalls and invoices. */
export const market: readonly Scenario[] = [listing, members, stalls, invoices];
