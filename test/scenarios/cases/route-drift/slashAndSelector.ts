import type { Scenario } from "../../scenario.ts";

const sensors: Scenario = {
  name: "greenhouse-sensors",
  files: {
    "package.json": '{ "name": "greenhouse", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "greenhouse.http": `# @name sensors
GET http://localhost:PORT_OF_api/greenhouse/sensors/
Accept: application/json
`,
    "app.js": `import fastify from "fastify";

const app = fastify();
app.register(
  async (scope) => {
    scope.get("/sensors", async () => [{ id: "t1", celsius: 21 }]);
    scope.get("/valves", async () => []);
  },
  { prefix: "/greenhouse" },
);
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["greenhouse.http#sensors"],
  facts: ["GET /greenhouse/sensors/ 404", "GET /greenhouse/sensors 200"],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [{ file: "app.js", text: 'scope.get("/sensors"' }],
    fixes: [{ url: "/greenhouse/sensors" }],
  },
};

const recipes: Scenario = {
  name: "recipe-steps",
  files: {
    "package.json":
      '{ "name": "recipes", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "recipes.http": `@kitchen = http://localhost:PORT_OF_api/recipes/

### Steps of the goulash
# @name steps
GET {{kitchen}}goulash/steps/
`,
    "kitchen.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const steps = new Map<string, string[]>([["goulash", ["Chop the onions", "Wait"]]]);

function recipes() {
  const router = new Hono();
  router.get("/", (c) => c.json([...steps.keys()]));
  router.get("/:recipe/steps", (c) => {
    const found = steps.get(c.req.param("recipe"));
    return found === undefined ? c.notFound() : c.json(found);
  });
  return router;
}

const app = new Hono().route("/recipes", recipes());
serve({ fetch: app.fetch, port: Number(process.env["PORT"] ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "kitchen.ts" }],
  ask: ["recipes.http#steps"],
  facts: ["GET /recipes/goulash/steps/ 404", "GET /recipes/goulash/steps 200", "GET /recipes/borscht/steps 404"],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [{ file: "kitchen.ts", text: '"/:recipe/steps"' }],
    fixes: [{ url: "/recipes/goulash/steps" }],
  },
};

const shelves: Scenario = {
  name: "archive-shelves",
  files: {
    "archive.http": `# @name shelf
GET http://127.0.0.1:PORT_OF_api/shelves/12/
`,
    "archive/__init__.py": `from flask import Flask

from .shelves import shelves


def create_app():
    app = Flask(__name__)
    app.register_blueprint(shelves, url_prefix="/shelves")
    return app
`,
    "archive/shelves.py": `from flask import Blueprint, abort, jsonify

shelves = Blueprint("shelves", __name__)
BOXES = {12: ["letters"], 13: ["maps", "plans"]}


@shelves.get("/<int:shelf>")
def show(shelf):
    if shelf not in BOXES:
        abort(404)
    return jsonify(BOXES[shelf])
`,
    "serve.py": `import os

from archive import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "flask" }],
  ask: ["archive.http#shelf"],
  facts: ["GET /shelves/12/ 404", "GET /shelves/12 200", "GET /shelves/99 404"],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [{ file: "archive/shelves.py", text: '@shelves.get("/<int:shelf>")' }],
    fixes: [{ url: "/shelves/12" }],
  },
};

const timetable: Scenario = {
  name: "train-timetable",
  files: {
    "package.json": '{ "name": "trains", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "trains.http": `@trains = http://localhost:PORT_OF_api

### board of one station
# @name board
GET {{trains}}/stations/8503000/board
Accept: application/json

### the app sends this
# @name boardOfTheApp
GET {{trains}}/stations/8503000/notices
Accept: application/json
Accept-Version: 2.x
`,
    "lib/server.js": `import Fastify from "fastify";
import board from "./board.js";

const server = Fastify();
await server.register(board);
await server.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "lib/board.js": `export default async function board(server) {
  server.route({
    method: "GET",
    url: "/stations/:uic/board",
    constraints: { version: "2.1.0" },
    handler: async (request) => ({ station: request.params.uic, departures: ["IC 8 10:02"] }),
  });
  server.route({
    method: "GET",
    url: "/stations/:uic/notices",
    constraints: { version: "2.0.0" },
    handler: async () => [],
  });
}
`,
  },
  servers: [{ name: "api", entry: "lib/server.js" }],
  ask: ["trains.http#board"],
  facts: [
    "GET /stations/8503000/board 404",
    "GET /stations/8503000/board 200 | Accept-Version: 2.x",
    "GET /stations/8503000/notices 200 | Accept-Version: 2.x",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "lib/board.js", text: 'url: "/stations/:uic/board"' },
      { file: "lib/board.js", text: 'version: "2.1.0"' },
      { file: "lib/board.js", text: "handler: async (request)" },
    ],
  },
};

const vaults: Scenario = {
  name: "key-vaults",
  files: {
    "package.json": '{ "name": "vaults", "dependencies": { "express": "^5.0.0" } }',
    "vaults.http": `@vaults = http://localhost:PORT_OF_api

### keys of one vault
# @name keys
GET {{vaults}}/vaults/main/keys

### all vaults
# @name all
GET {{vaults}}/vaults?api-version=2025-03-01
`,
    "index.js": `const express = require("express");
const SUPPORTED = ["2024-10-01", "2025-03-01"];

const app = express();
app.use((req, res, next) => {
  res.set("api-supported-versions", SUPPORTED.join(", "));
  if (SUPPORTED.includes(req.query["api-version"])) return next();
  res.status(404).json({ error: { code: "UnsupportedApiVersion", message: "No resource matches the request." } });
});
app.get("/vaults", (req, res) => res.json([{ name: "main" }]));
app.get("/vaults/:vault/keys", (req, res) => res.json([{ kid: "k1" }]));
app.listen(process.env.PORT || 3000);
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["vaults.http#keys"],
  facts: ["GET /vaults/main/keys 404", "GET /vaults/main/keys?api-version=2025-03-01 200"],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    fixes: [{ url: "/vaults/main/keys?api-version=2025-03-01" }, { url: "/vaults/main/keys?api-version=2024-10-01" }],
  },
};

/** Requests that miss by the last slash, or by the version that travels beside the path. */
export const slashAndSelector: readonly Scenario[] = [sensors, recipes, shelves, timetable, vaults];
