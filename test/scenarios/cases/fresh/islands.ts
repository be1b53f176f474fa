import type { Scenario } from "../../scenario.ts";

const lighthouse: Scenario = {
  name: "lighthouse-that-went-dark",
  files: {
    "package.json": '{ "name": "lighthouses", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "lights.http": `@lights = http://localhost:PORT_OF_api

### lights
GET {{lights}}/lights

### on the old chart
# @name chart
GET {{lights}}/lights/lt-19
`,
    "app.js": `import fastify from "fastify";
import { lit, purged } from "./lights.js";

const app = fastify();
app.get("/lights", async () => lit.map(({ id }) => ({ id })));
app.get("/lights/:light", async ({ params }, reply) => {
  const light = lit.find(({ id }) => id === params.light);
  if (light) return light;
  const since = purged.get(params.light);
  return reply.code(404).send(since ? { error: "E_LIGHT", reason: "purged", since } : { error: "E_LIGHT", reason: "unlisted" });
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "lights.js": `export const lit = [{ id: "lt-03", nm: 18 }, { id: "lt-22", nm: 11 }];
export const purged = new Map([["lt-19", "2025-12-01"]]);
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["lights.http#chart"],
  facts: ["GET /lights 200", "GET /lights/lt-19 404", "GET /lights/lt-03 200", "GET /lights/x 404"],
  truth: { outcome: "not-found", kinds: ["deleted"], links: [{ file: "app.js", text: 'app.get("/lights/:light"' }] },
};

const ferry: Scenario = {
  name: "ferry-nobody-booked",
  files: {
    "requirements.txt": "flask\n",
    "ferry.py": `import os

from flask import Flask, jsonify, request

from crossings import CROSSINGS

app = Flask(__name__)


def shown():
    return [one for one in CROSSINGS if request.args.get("all") == "yes" or one["state"] != "archived"]


@app.get("/crossings")
def crossings():
    return jsonify([{"id": one["id"]} for one in shown()])


@app.get("/crossings/<number>")
def crossing(number):
    for one in shown():
        if one["id"] == number:
            return jsonify(one)
    return "<!doctype html><title>404</title><p>This crossing may have been deleted or archived.</p>", 404


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "crossings.py": `CROSSINGS = [
    {"id": "fx-1", "to": "Amrum", "state": "open"},
    {"id": "fx-2", "to": "Juist", "state": "archived"},
    {"id": "fx-3", "to": "Pellworm", "state": "open"},
]
`,
    "ferry.http": `@ferry = http://localhost:PORT_OF_api

### crossings
GET {{ferry}}/crossings

### on the ticket
# @name ticket
GET {{ferry}}/crossings/fx-9
`,
  },
  servers: [{ name: "api", entry: "ferry.py", needs: "flask" }],
  ask: ["ferry.http#ticket"],
  facts: [
    "GET /crossings/fx-9 404",
    "GET /crossings/fx-9?all=yes 404",
    "GET /crossings/fx-2 404",
    "GET /crossings/fx-1 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "ferry.py", text: '@app.get("/crossings/<number>")' }],
  },
};

const tide: Scenario = {
  name: "tide-of-the-second-version",
  files: {
    "package.json": '{ "name": "tides", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "tides.http": `@tides = http://localhost:PORT_OF_api

### tide
# @name tide
GET {{tides}}/tides/husum
Accept-Version: 1.x
`,
    "app.js": `import fastify from "fastify";
import { tides } from "./tides.js";

const app = fastify();
app.route({
  method: "GET",
  url: "/tides/:harbour",
  constraints: { version: "2.1.0" },
  handler: async ({ params }, reply) => tides[params.harbour] ?? reply.code(404).send({ error: "no tides here" }),
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "tides.js": `export const tides = { husum: { high: "03:12" }, cuxhaven: { high: "02:40" } };
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["tides.http#tide"],
  facts: [
    "GET /tides/husum 404 | Accept-Version: 1.x",
    "GET /tides/husum 200 | Accept-Version: 2.x",
    "GET /tides/none 404 | Accept-Version: 2.x",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "app.js", text: "constraints" },
      { file: "app.js", text: "app.route(" },
      { file: "app.js", text: 'url: "/tides/:harbour"' },
    ],
  },
};

const shells: Scenario = {
  name: "shells-behind-apache",
  files: {
    "package.json": '{ "name": "shells", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "apache/shells.conf": `<VirtualHost *:PORT_OF_web>
  ServerName shells.island.test
  ProxyPreserveHost On
  ProxyPass "/finds/" "http://127.0.0.1:PORT_OF_api/v1/finds"
  ProxyPass "/" "http://127.0.0.1:PORT_OF_api/"
</VirtualHost>
`,
    "shells.http": `@beach = http://localhost:PORT_OF_web

### a find
# @name find
GET {{beach}}/finds/f-55
`,
    "server.js": `import express from "express";
import { finds } from "./finds.js";

const v1 = express.Router();
v1.use("/finds", finds);
express().use("/v1", v1).listen(process.env.PORT ?? 3000);
`,
    "finds.js": `import { Router } from "express";

const found = { "f-55": "whelk", "f-56": "razor" };

export const finds = Router();
finds.get("/:find", (req, res) => (found[req.params.find] ? res.json({ shell: found[req.params.find] }) : res.status(404).json({ error: "not found" })));
`,
  },
  servers: [
    { name: "api", entry: "server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        SERVER: "Apache/2.4.62 (Debian)",
        RULES: JSON.stringify([
          { from: "^/finds/", to: "/v1/finds", port: "PORT_OF_api" },
          { from: "^/", to: "/", port: "PORT_OF_api" },
        ]),
      },
    },
  ],
  ask: ["shells.http#find"],
  facts: ["web:GET /finds/f-55 404", "api:GET /v1/finds/f-55 200", "web:GET /v1/finds/f-55 200"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [{ file: "apache/shells.conf", text: 'ProxyPass "/finds/"' }],
  },
};

/** Lights, ferries, tides and shells of the islands. */
export const islands: readonly Scenario[] = [lighthouse, ferry, tide, shells];
