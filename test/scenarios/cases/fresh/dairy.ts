import type { Scenario } from "../../scenario.ts";

const wheel: Scenario = {
  name: "wheel-in-the-cellar",
  files: {
    "package.json": '{ "name": "cellar", "type": "module" }',
    "src/main.js": `import { createServer } from "node:http";
import { answer } from "./router.js";

createServer(answer).listen(process.env.PORT ?? 3000);
`,
    "src/router.js": `import { listWheels, readWheel } from "./wheels.js";

export function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url, "http://cellar");
  const [area, collection, id, ...more] = pathname.split("/").slice(1);
  if (area === "cellar" && collection === "wheels" && more.length === 0 && request.method === "GET") {
    return id === undefined ? listWheels(response, searchParams) : readWheel(response, id);
  }
  problem(response, "No such address");
}

export function problem(response, title) {
  response.writeHead(404, { "content-type": "application/problem+json" });
  response.end(JSON.stringify({ type: "about:blank", title, status: 404 }));
}
`,
    "src/wheels.js": `import { readFileSync } from "node:fs";
import { problem } from "./router.js";

const wheels = JSON.parse(readFileSync(new URL("../data/wheels.json", import.meta.url), "utf8"));
const present = wheels.filter((wheel) => wheel.removedAt === null);

const send = (response, value) =>
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));

export function listWheels(response, query) {
  const size = Number(query.get("size") ?? 2);
  send(response, { content: present.slice(0, size), totalElements: present.length });
}

export function readWheel(response, id) {
  const wheel = present.find((one) => one.id === id);
  if (wheel === undefined) return problem(response, "No such wheel");
  send(response, wheel);
}
`,
    "data/wheels.json": `[
  { "id": "w-2024-0031", "milk": "cow", "shelf": "C4", "removedAt": null },
  { "id": "w-2024-0032", "milk": "cow", "shelf": "C4", "removedAt": "2026-10-30T06:12:00Z" },
  { "id": "w-2024-0040", "milk": "goat", "shelf": "A1", "removedAt": null },
  { "id": "w-2025-0007", "milk": "ewe", "shelf": "B2", "removedAt": null }
]
`,
    "cellar.http": `@cellar = http://localhost:PORT_OF_api/cellar

### what lies there
GET {{cellar}}/wheels?size=2

### the one to be turned
GET {{cellar}}/wheels/w-2024-0031

### its neighbour
# @name neighbour
GET {{cellar}}/wheels/w-2024-0032
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["cellar.http#neighbour"],
  facts: [
    "GET /cellar/wheels?size=2 200",
    "GET /cellar/wheels/w-2024-0031 200",
    "GET /cellar/wheels/w-2024-0032 404",
    "GET /cellar/wheels/w-2024-9999 404",
    "GET /cellar/vats 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "src/wheels.js", text: "wheel.removedAt === null" },
      { file: "src/wheels.js", text: "export function readWheel" },
      { file: "data/wheels.json", text: "w-2024-0032" },
    ],
  },
};

const article: Scenario = {
  name: "cheese-by-its-barcode",
  files: {
    "wsgi.py": `import os

from shop import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "shop/__init__.py": `from flask import Flask

from shop.articles import articles
from shop.errors import register_errors


def create_app():
    app = Flask(__name__)
    app.register_blueprint(articles, url_prefix="/shop/articles")
    register_errors(app)
    return app
`,
    "shop/errors.py": `def register_errors(app):
    @app.errorhandler(404)
    def not_found(error):
        return {"message": "not found"}, 404
`,
    "shop/articles.py": `import os

from flask import Blueprint, abort, jsonify, request

articles = Blueprint("articles", __name__)
NAMES = dict(line.split("=") for line in os.environ.get("ARTICLES", "").split(","))


@articles.get("")
def page():
    start = request.args.get("start", 0, type=int)
    codes = sorted(NAMES)[start : start + 3]
    return jsonify(data=[{"ean": code, "name": NAMES[code]} for code in codes], meta={"total": len(NAMES)})


@articles.get("/<ean>")
def one(ean):
    if ean not in NAMES:
        abort(404)
    return jsonify(ean=ean, name=NAMES[ean])
`,
    "tools/labels.py": `import csv
import urllib.request

SHOP = "http://localhost:PORT_OF_api/shop"


def print_labels(path):
    with open(path, newline="") as stock:
        for row in csv.DictReader(stock):
            ean = int(row["ean"])
            with urllib.request.urlopen(f"{SHOP}/articles/{ean}") as answer:
                print(answer.read().decode())
`,
    "shop.http": `@shop = http://localhost:PORT_OF_api/shop

### on sale
GET {{shop}}/articles

### a label that was not printed
# @name label
GET {{shop}}/articles/401234500128
`,
  },
  servers: [
    {
      name: "api",
      entry: "wsgi.py",
      needs: "flask",
      env: { ARTICLES: "0401234500128=Brie,0401234500135=Tomme,7610032000416=Gruyere" },
    },
  ],
  ask: ["shop.http#label"],
  facts: [
    "GET /shop/articles 200",
    "GET /shop/articles/401234500128 404",
    "GET /shop/articles/0401234500128 200",
    "GET /shop/articles/9999999999999 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "shop/articles.py", text: '@articles.get("/<ean>")' },
      { file: "shop/articles.py", text: "def one" },
      { file: "tools/labels.py", text: 'int(row["ean"])' },
      { file: "tools/labels.py", text: "urlopen(" },
    ],
    fixes: [{ url: "/shop/articles/0401234500128" }],
  },
};

const month: Scenario = {
  name: "cheese-of-the-month",
  files: {
    "serve.py": `import os

import uvicorn

from dairy.app import app

uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "dairy/__init__.py": "",
    "dairy/app.py": `from fastapi import FastAPI

from dairy import routers
from dairy.settings import PREFIX

app = FastAPI()
for router in routers.ALL:
    app.include_router(router, prefix=PREFIX)
`,
    "dairy/settings.py": `import os

PREFIX = os.environ.get("DAIRY_PREFIX", "/dairy")
`,
    "dairy/routers/__init__.py": `from dairy.routers.assortment import router as assortment
from dairy.routers.seasonal import router as seasonal

ALL = [assortment, seasonal]
`,
    "dairy/routers/assortment.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/cheeses")
CHEESES = {"gruyere": {"name": "Gruyere", "months": 12}, "tomme": {"name": "Tomme", "months": 2}}


@router.get("")
def cheeses():
    return {"cheeses": list(CHEESES), "page": 1}


@router.get("/{slug}")
def cheese(slug: str):
    if slug not in CHEESES:
        raise HTTPException(404, detail="Unknown cheese")
    return CHEESES[slug]
`,
    "dairy/routers/seasonal.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/cheeses/of-the-month")
def of_the_month():
    return {"slug": "tomme", "discount": 15}


@router.get("/seasons/current")
def season():
    return {"season": "autumn"}
`,
    "dairy.http": `@dairy = http://localhost:PORT_OF_api/dairy

### assortment
GET {{dairy}}/cheeses

### one
GET {{dairy}}/cheeses/gruyere

### season
GET {{dairy}}/seasons/current

### for the front page
# @name front
GET {{dairy}}/cheeses/of-the-month
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "fastapi" }],
  ask: ["dairy.http#front"],
  facts: [
    "GET /dairy/cheeses 200",
    "GET /dairy/cheeses/gruyere 200",
    "GET /dairy/seasons/current 200",
    "GET /dairy/cheeses/of-the-month 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed"],
    links: [
      { file: "dairy/routers/assortment.py", text: '@router.get("/{slug}")' },
      { file: "dairy/routers/seasonal.py", text: '@router.get("/cheeses/of-the-month")' },
    ],
  },
};

/** A cheese dairy: the wheels in its cellar, its articles by barcode, and the cheese of the month. */
export const dairy: readonly Scenario[] = [wheel, article, month];
