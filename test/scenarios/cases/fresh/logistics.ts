import type { Scenario } from "../../scenario.ts";

const consignments: Scenario = {
  name: "consignment-from-the-console",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "main.py": `import os

import uvicorn
from fastapi import FastAPI, HTTPException

from consignments import BOOKED

app = FastAPI(title="Consignments")


@app.get("/consignments")
def booked():
    return [{"id": number, "to": one["to"]} for number, one in BOOKED.items()]


@app.get("/consignments/{number}/label")
def label(number: int):
    if number not in BOOKED:
        raise HTTPException(404)
    return {"id": number, "lines": [BOOKED[number]["to"], "fragile" if BOOKED[number]["fragile"] else ""]}


uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "consignments.py": `BOOKED = {
    1184467440737095519: {"to": "Oslo", "fragile": True},
    1184467440737131008: {"to": "Turin", "fragile": False},
}
`,
    "labels.http": `@labels = http://localhost:PORT_OF_api

### booked today
GET {{labels}}/consignments

### label for the second parcel, number as the console showed it
# @name label
GET {{labels}}/consignments/ROUNDED/label
`.replace("ROUNDED", String(Number("1184467440737095519"))),
  },
  servers: [{ name: "api", entry: "main.py", needs: "fastapi" }],
  ask: ["labels.http#label"],
  facts: [
    "GET /consignments 200",
    `GET /consignments/${Number("1184467440737095519")}/label 404`,
    "GET /consignments/1184467440737095519/label 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [{ file: "main.py", text: '@app.get("/consignments/{number}/label")' }],
    fixes: [{ url: "/consignments/1184467440737095519/label" }],
  },
};

const alarms: Scenario = {
  name: "alarms-of-a-tank",
  files: {
    "requirements.txt": "flask\n",
    "plant.py": `import os

from flask import Flask

from plant_sites import sites

app = Flask(__name__)
app.register_blueprint(sites, url_prefix="/sites")

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "plant_sites.py": `from flask import Blueprint, abort, jsonify

from installed import SITES

sites = Blueprint("sites", __name__)


def tanks_of(site):
    if site not in SITES:
        abort(404)
    return SITES[site]


@sites.get("")
def all_sites():
    return jsonify([{"site": site} for site in SITES])


@sites.get("/<site>/tanks")
def tanks(site):
    return jsonify(sorted(tanks_of(site)))


@sites.get("/<site>/tanks/<tank>/alarms")
def alarms(site, tank):
    found = tanks_of(site).get(tank)
    if found is None:
        abort(404)
    return jsonify(found)
`,
    "installed.py": `SITES = {
    "harbour": {"tk-11": ["level high"], "tk-12": []},
    "quay": {"tk-19": ["temperature"], "tk-20": []},
}
`,
    "plant.http": `@plant = http://localhost:PORT_OF_api

### sites
GET {{plant}}/sites

### tanks of the harbour
GET {{plant}}/sites/harbour/tanks

### the tank that rang
# @name alarms
GET {{plant}}/sites/harbour/tanks/tk-19/alarms
`,
  },
  servers: [{ name: "api", entry: "plant.py", needs: "flask" }],
  ask: ["plant.http#alarms"],
  facts: [
    "GET /sites 200",
    "GET /sites/harbour/tanks/tk-19/alarms 404",
    "GET /sites/quay/tanks/tk-19/alarms 200",
    "GET /sites/harbour/tanks/tk-11/alarms 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [{ file: "plant_sites.py", text: '@sites.get("/<site>/tanks/<tank>/alarms")' }],
    fixes: [{ url: "/sites/quay/tanks/tk-19/alarms" }],
  },
};

const berths: Scenario = {
  name: "history-of-a-berth",
  files: {
    "package.json": '{ "name": "marina", "type": "module", "dependencies": { "koa": "^3.0.0" } }',
    "openapi.json": `{
  "openapi": "3.0.3",
  "info": { "title": "Marina", "version": "4" },
  "paths": {
    "/berths": { "get": { "operationId": "listBerths", "responses": { "200": { "description": "Berths" } } } },
    "/berths/{berth}": {
      "parameters": [{ "name": "berth", "in": "path", "required": true, "schema": { "type": "string" } }],
      "get": { "operationId": "readBerth", "responses": { "200": { "description": "One berth" } } }
    },
    "/berths/{berth}/history": {
      "parameters": [{ "name": "berth", "in": "path", "required": true, "schema": { "type": "string" } }],
      "get": { "operationId": "readBerthHistory", "responses": { "200": { "description": "Who lay there" } } }
    }
  }
}
`,
    "src/main.js": `import Koa from "koa";
import { operations } from "./operations.js";
import * as handlers from "./handlers/index.js";

const app = new Koa();
app.use(async (ctx) => {
  const operation = operations.find(({ method, pattern }) => method === ctx.method && pattern.test(ctx.path));
  const handler = operation && handlers[operation.id];
  if (!handler) ctx.throw(404);
  const { groups } = operation.pattern.exec(ctx.path);
  ctx.body = (await handler({ ...groups })) ?? ctx.throw(404);
});
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/operations.js": `import { readFileSync } from "node:fs";

const { paths } = JSON.parse(readFileSync(new URL("../openapi.json", import.meta.url), "utf8"));

/** Every operation of the description, with a pattern for its path. */
export const operations = Object.entries(paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => method !== "parameters")
    .map(([method, { operationId }]) => ({
      id: operationId,
      method: method.toUpperCase(),
      pattern: new RegExp("^" + path.replace(/\\{(\\w+)\\}/g, "(?<$1>[^/]+)") + "$"),
    })),
);
`,
    "src/handlers/index.js": `export { listBerths, readBerth } from "./berths.js";
export { berthHistory } from "./history.js";
`,
    "src/handlers/berths.js": `const berths = { "c-4": { length: 11 }, "c-5": { length: 9 } };

export const listBerths = () => Object.keys(berths);
export const readBerth = ({ berth }) => berths[berth];
`,
    "src/handlers/history.js": `export const berthHistory = ({ berth }) => ({ berth, boats: ["Alma", "Njord"] });
`,
    "marina.http": `@marina = http://localhost:PORT_OF_api

### a berth
GET {{marina}}/berths/c-4

### who lay there
# @name history
GET {{marina}}/berths/c-4/history
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["marina.http#history"],
  facts: ["GET /berths/c-4 200", "GET /berths/c-4/history 404", "GET /berths/c-5/history 404", "GET /none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["missing-handler"],
    links: [
      { file: "openapi.json", text: '"/berths/{berth}/history"' },
      { file: "openapi.json", text: "readBerthHistory" },
      { file: "src/handlers/index.js", text: "berthHistory" },
      { file: "src/main.js", text: "handlers[operation.id]" },
    ],
  },
};

/** Consignments, tanks and berths. */
export const logistics: readonly Scenario[] = [consignments, alarms, berths];
