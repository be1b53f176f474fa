import type { Scenario } from "../../scenario.ts";

const seeds: Scenario = {
  name: "seeds-in-a-region",
  files: {
    "package.json": '{ "name": "seed-bank", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": `{
  "nordic": { "bank": "http://localhost:PORT_OF_api", "region": "nordic" },
  "alpine": { "bank": "http://localhost:PORT_OF_api", "region": "alpine" }
}`,
    "seeds.http": `### accession
# @name accession
GET {{bank}}/accessions/ac-3390
X-Region: {{region}}
`,
    "server.js": `import fastify from "fastify";
import { vault } from "./vault.js";

const app = fastify();
app.get("/accessions/:accession", async (request, reply) => {
  const drawer = vault[request.headers["x-region"]];
  if (!drawer) return reply.code(400).send({ error: "X-Region names no vault" });
  return drawer[request.params.accession] ?? reply.code(404).send({ error: "no accession" });
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "vault.js": `export const vault = {
  nordic: { "ac-1001": { species: "rye" } },
  alpine: { "ac-3390": { species: "einkorn" } },
};
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["seeds.http#accession", "--env", "nordic"],
  facts: [
    "GET /accessions/ac-3390 404 | X-Region: nordic",
    "GET /accessions/ac-3390 200 | X-Region: alpine",
    "GET /accessions/ac-3390 400",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    links: [
      { file: "server.js", text: '"/accessions/:accession"' },
      { file: "http-client.env.json", text: '"nordic":' },
      { file: "http-client.env.json", text: '"alpine":' },
    ],
    fixes: [{ url: "/accessions/ac-3390" }],
  },
};

const plots: Scenario = {
  name: "plots-of-the-allotment",
  files: {
    "requirements.txt": "flask\n",
    "allotment/__init__.py": `from flask import Flask

from allotment import plots, sheds


def create_app():
    app = Flask(__name__)
    app.register_blueprint(plots.bp)
    app.register_blueprint(sheds.bp)
    return app
`,
    "allotment/plots.py": `from flask import Blueprint, abort, jsonify

bp = Blueprint("plots", __name__, url_prefix="/plots")
PLOTS = {12: "beans", 14: "fallow"}


@bp.get("/<int:number>/crop")
def crop(number):
    return jsonify(PLOTS[number]) if number in PLOTS else abort(404)
`,
    "allotment/sheds.py": `from flask import Blueprint, jsonify

bp = Blueprint("sheds", __name__, url_prefix="/sheds")


@bp.get("")
def sheds():
    return jsonify([])
`,
    "run.py": `import os

from allotment import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "allotment.http": `# @name crop
GET http://localhost:PORT_OF_api/plot/12/crop
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["allotment.http#crop"],
  facts: ["GET /plot/12/crop 404", "GET /plots/12/crop 200", "GET /plots/99/crop 404"],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "allotment/plots.py", text: '@bp.get("/<int:number>/crop")' }],
    fixes: [{ url: "/plots/12/crop" }],
  },
};

const beds: Scenario = {
  name: "beds-with-a-slash",
  files: {
    "package.json":
      '{ "name": "beds", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "beds.http": `@garden = http://localhost:PORT_OF_api

### beds
GET {{garden}}/beds

### one bed
# @name bed
GET {{garden}}/beds/rose/soil/?depth=30
`,
    "src/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { beds } from "./beds.ts";

const app = new Hono();
app.route("/beds", beds);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/beds.ts": `import { Hono } from "hono";

const soil: Record<string, string> = { rose: "loam", herb: "sand" };

export const beds = new Hono();
beds.get("/", (c) => c.json(Object.keys(soil)));
beds.get("/:bed/soil", (c) => {
  const found = soil[c.req.param("bed")];
  return found ? c.json({ soil: found }) : c.notFound();
});
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["beds.http#bed"],
  facts: ["GET /beds 200", "GET /beds/rose/soil/?depth=30 404", "GET /beds/rose/soil?depth=30 200"],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [{ file: "src/beds.ts", text: 'beds.get("/:bed/soil"' }],
    fixes: [{ url: "/beds/rose/soil?depth=30" }],
  },
};

const tools: Scenario = {
  name: "tool-that-was-put-away",
  files: {
    "package.json": '{ "name": "tool-library", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "tools.http": `@tools = http://localhost:PORT_OF_api

### tools
GET {{tools}}/tools

### the one on the shelf label
# @name label
GET {{tools}}/tools/t-88
`,
    "server.js": `import express from "express";
import { tools } from "./tools.js";

express().use("/tools", tools).listen(process.env.PORT ?? 3000);
`,
    "tools.js": `import { Router } from "express";
import { rows } from "./rows.js";

export const tools = Router();
const wanted = ({ state = "active" }) => rows.filter((row) => state === "all" || row.state === state);

tools.get("/", (req, res) => res.json(wanted(req.query)));
tools.get("/:id", (req, res) => {
  const tool = wanted(req.query).find(({ id }) => id === req.params.id);
  return tool ? res.json(tool) : res.sendStatus(404);
});
`,
    "rows.js": `export const rows = [
  { id: "t-87", name: "spade", state: "active" },
  { id: "t-88", name: "scythe", state: "archived" },
  { id: "t-89", name: "rake", state: "active" },
];
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["tools.http#label"],
  facts: ["GET /tools 200", "GET /tools/t-88 404", "GET /tools/t-88?state=archived 200", "GET /tools/t-87 200"],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "tools.js", text: 'tools.get("/:id"' },
      { file: "tools.js", text: "row.state === state" },
      { file: "rows.js", text: "scythe" },
    ],
  },
};

/** Seeds, plots, beds and tools. */
export const garden: readonly Scenario[] = [seeds, plots, beds, tools];
