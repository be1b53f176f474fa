import type { Scenario } from "../../scenario.ts";

const objects: Scenario = {
  name: "objects-behind-the-gateway",
  files: {
    "package.json": '{ "name": "collection", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "deploy/nginx.conf": `events {}
http {
  upstream collection {
    server 127.0.0.1:PORT_OF_api;
  }
  server {
    listen PORT_OF_web;
    server_name collection.museum.test;

    location /healthz {
      return 200 "ok";
    }
    location /api/ {
      proxy_set_header Host $host;
      proxy_set_header X-Forwarded-Proto $scheme;
      proxy_pass http://collection/;
    }
    location / {
      root /srv/www;
      try_files $uri $uri/ =404;
    }
  }
}
`,
    "deploy/compose.yaml": `services:
  web:
    image: nginx:1.27
    volumes: ["./nginx.conf:/etc/nginx/nginx.conf:ro"]
    ports: ["PORT_OF_web:PORT_OF_web"]
  collection:
    build: ..
    ports: ["PORT_OF_api:PORT_OF_api"]
`,
    "collection.http": `@collection = http://localhost:PORT_OF_web

### what is on display
GET {{collection}}/api/objects?display=yes

### one object
# @name object
GET {{collection}}/api/objects/A-1190
Accept: application/json
`,
    "src/server.js": `import fastify from "fastify";
import { objects } from "./objects.js";
import { loans } from "./loans.js";

const app = fastify();
app.register(
  async (api) => {
    api.register(objects, { prefix: "/objects" });
    api.register(loans, { prefix: "/loans" });
  },
  { prefix: "/api" },
);
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/objects.js": `const catalogue = [
  { id: "A-1190", title: "Astrolabe", display: true },
  { id: "A-1204", title: "Sextant", display: false },
];

export async function objects(app) {
  app.get("/", async ({ query }) => catalogue.filter(({ display }) => query.display !== "yes" || display));
  app.get("/:id", async (request, reply) => {
    const found = catalogue.find(({ id }) => id === request.params.id);
    return found ?? reply.code(404).send({ error: "no object " + request.params.id });
  });
}
`,
    "src/loans.js": `export async function loans(app) {
  app.get("/", async () => []);
}
`,
  },
  servers: [
    { name: "api", entry: "src/server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        RULES: JSON.stringify([
          { from: "^/healthz$", status: 200 },
          { from: "^/api/", to: "/", port: "PORT_OF_api" },
        ]),
      },
    },
  ],
  ask: ["collection.http#object"],
  facts: [
    "web:GET /api/objects/A-1190 404",
    "api:GET /api/objects/A-1190 200",
    "api:GET /objects/A-1190 404",
    "web:GET /healthz 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "deploy/nginx.conf", text: "proxy_pass http://collection/;" },
      { file: "deploy/nginx.conf", text: "location /api/ {" },
    ],
  },
};

const titles: Scenario = {
  name: "titles-on-loan",
  files: {
    "requirements.txt": "flask\n",
    "run.py": `import os

from lending import create_app

create_app().run(port=int(os.environ.get("PORT", "5000")))
`,
    "lending/__init__.py": `from flask import Flask

from lending.titles import titles


def create_app():
    app = Flask(__name__)
    app.register_blueprint(titles, url_prefix="/titles")
    return app
`,
    "lending/titles.py": `from flask import Blueprint, abort, jsonify, request

from lending.stock import load_titles

titles = Blueprint("titles", __name__)


def visible(everything):
    if request.args.get("archived") == "true":
        return everything
    return [title for title in everything if title["status"] != "archived"]


@titles.get("")
def list_titles():
    return jsonify([{"isbn": title["isbn"], "name": title["name"]} for title in visible(load_titles())])


@titles.get("/<isbn>")
def read_title(isbn):
    for title in visible(load_titles()):
        if title["isbn"] == isbn:
            return jsonify(title)
    abort(404)
`,
    "lending/stock.py": `import json
from pathlib import Path


def load_titles():
    return json.loads(Path(__file__).with_name("stock.json").read_text())
`,
    "lending/stock.json": `[
  { "isbn": "9780140449136", "name": "The Odyssey", "copies": 0, "status": "archived" },
  { "isbn": "9780553213119", "name": "Moby-Dick", "copies": 3, "status": "lendable" },
  { "isbn": "9780486280615", "name": "Huckleberry Finn", "copies": 1, "status": "lendable" }
]
`,
    "lending.http": `@lending = http://localhost:PORT_OF_api

### what can be borrowed
GET {{lending}}/titles

### from the reading list of the school
# @name title
GET {{lending}}/titles/9780140449136
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["lending.http#title"],
  facts: [
    "GET /titles 200",
    "GET /titles/9780140449136 404",
    "GET /titles/9780140449136?archived=true 200",
    "GET /titles/9780553213119 200",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["archived"],
    links: [
      { file: "lending/titles.py", text: '@titles.get("/<isbn>")' },
      { file: "lending/titles.py", text: 'title["status"] != "archived"' },
      { file: "lending/stock.json", text: "9780140449136" },
    ],
  },
};

const rehearsals: Scenario = {
  name: "rehearsal-times",
  files: {
    "package.json":
      '{ "name": "stage-door", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    ".vscode/settings.json":
      '{ "rest-client.environmentVariables": { "$shared": {}, "local": { "stage": "http://localhost:PORT_OF_api" } } }',
    "stage-door.http": `### times as planned
GET {{stage}}/productions/p-12/rehearsal

### one hour later
# @name later
PATCH {{stage}}/productions/p-12/rehearsal
Content-Type: application/json

{ "from": "15:00", "to": "18:00", "room": "B" }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { productions } from "./productions/routes.ts";

const app = new Hono();
app.get("/", (c) => c.text("stage door"));
app.route("/productions", productions);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/productions/routes.ts": `import { Hono } from "hono";
import { plan } from "./plan.ts";

export const productions = new Hono();

productions.get("/", (c) => c.json([...plan.keys()]));

productions.get("/:production/rehearsal", (c) => {
  const times = plan.get(c.req.param("production"));
  return times ? c.json(times) : c.json({ error: "unknown production" }, 404);
});

productions.put("/:production/rehearsal", async (c) => {
  plan.set(c.req.param("production"), await c.req.json());
  return c.body(null, 204);
});
`,
    "src/productions/plan.ts": `export const plan = new Map([["p-12", { from: "14:00", to: "17:00", room: "B" }]]);
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["stage-door.http#later", "--env", "local", "--allow-unsafe"],
  facts: [
    "GET /productions/p-12/rehearsal 200",
    "PATCH /productions/p-12/rehearsal 404",
    "GET /productions/p-99/rehearsal 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "src/productions/routes.ts", text: 'productions.put("/:production/rehearsal"' }],
    fixes: [{ method: "PUT", url: "/productions/p-12/rehearsal" }],
  },
  consented: ["PATCH /productions/p-12/rehearsal"],
};

/** Objects of a museum, titles of a library, rehearsals of a theatre. */
export const culture: readonly Scenario[] = [objects, titles, rehearsals];
