import type { Scenario } from "../../scenario.ts";

const meters: Scenario = {
  name: "meter-of-an-organisation",
  files: {
    "package.json":
      '{ "name": "water-meters", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "http-client.env.json": `{
  "acme": { "water": "http://localhost:PORT_OF_api", "org": "acme" },
  "globex": { "water": "http://localhost:PORT_OF_api", "org": "globex" }
}`,
    "water.http": `### meters
GET {{water}}/meters?org={{org}}

### the one in the e-mail
# @name mail
GET {{water}}/meters/wm-6620/readings?org={{org}}&last=3
`,
    "app.js": `import Koa from "koa";
import { meters } from "./meters.js";

new Koa().use(meters.routes()).listen(Number(process.env.PORT ?? 3000));
`,
    "meters.js": `import Router from "@koa/router";

const installed = {
  acme: { "wm-5001": [4, 4, 5] },
  globex: { "wm-6620": [9, 8, 9], "wm-6621": [1] },
};

export const meters = new Router({ prefix: "/meters" });
meters.param("meter", (meter, ctx, next) => {
  ctx.readings = installed[ctx.query.org]?.[meter];
  return ctx.readings ? next() : undefined;
});
meters.get("/", (ctx) => {
  ctx.body = Object.keys(installed[ctx.query.org] ?? {});
});
meters.get("/:meter/readings", (ctx) => {
  ctx.body = ctx.readings.slice(-Number(ctx.query.last ?? 1));
});
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["water.http#mail", "--env", "acme"],
  facts: [
    "GET /meters?org=acme 200",
    "GET /meters/wm-6620/readings?org=acme&last=3 404",
    "GET /meters/wm-6620/readings?org=globex&last=3 200",
    "GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "meters.js", text: '"/:meter/readings"' },
      { file: "http-client.env.json", text: '"acme":' },
      { file: "http-client.env.json", text: '"globex":' },
    ],
    fixes: [{ url: "/meters/wm-6620/readings?org=globex&last=3" }],
  },
};

const gauges: Scenario = {
  name: "gauge-on-one-replica",
  files: {
    "requirements.txt": "flask\n",
    "gauges.py": `import os

from flask import Flask, abort, jsonify

app = Flask(__name__)
GAUGES = {"g-1": 212, "g-2": 187}


@app.get("/gauges/<gauge>")
def read(gauge):
    if gauge not in GAUGES:
        abort(404)
    return jsonify(level=GAUGES[gauge])


@app.put("/gauges/<gauge>")
def install(gauge):
    GAUGES[gauge] = 0
    return "", 204


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "gauges.http": `@gauges = http://localhost:PORT_OF_web

### known for years
GET {{gauges}}/gauges/g-1

### installed this morning
# @name installed
GET {{gauges}}/gauges/g-3
`,
  },
  servers: [
    { name: "first", entry: "gauges.py", needs: "flask" },
    { name: "second", entry: "gauges.py", needs: "flask" },
    { name: "web", entry: "front:roundRobin", env: { UPSTREAMS: "PORT_OF_first,PORT_OF_second" } },
  ],
  before: ["second:PUT /gauges/g-3 204"],
  ask: ["gauges.http#installed"],
  facts: ["web:GET /gauges/g-3 404", "web:GET /gauges/g-3 200", "web:GET /gauges/g-3 404", "web:GET /gauges/g-1 200"],
  truth: {
    outcome: "not-found",
    kinds: ["not-yet-visible"],
    links: [{ file: "gauges.py", text: '@app.get("/gauges/<gauge>")' }],
  },
};

const wells: Scenario = {
  name: "private-wells",
  files: {
    "package.json": '{ "name": "wells", "type": "module", "dependencies": { "koa": "^3.0.0" } }',
    "http-client.env.json": `{
  "visitor": { "wells": "http://localhost:PORT_OF_api", "session": "vis-20" },
  "owner": { "wells": "http://localhost:PORT_OF_api", "session": "own-77" }
}`,
    "wells.http": `### wells
GET {{wells}}/wells
Cookie: session={{session}}

### the well behind the barn
# @name barn
GET {{wells}}/wells/barn/samples
Cookie: session={{session}}
`,
    "server.js": `import Koa from "koa";
import { person } from "./person.js";
import { wells } from "./wells.js";

new Koa().use(person).use(wells).listen(Number(process.env.PORT ?? 3000));
`,
    "person.js": `const sessions = { "vis-20": "visitor", "own-77": "hanna" };

export async function person(ctx, next) {
  ctx.state.person = sessions[ctx.cookies.get("session")];
  await next();
}
`,
    "wells.js": `import { samplesFor, visibleTo } from "./register.js";

export async function wells(ctx) {
  const [, area, well, part] = ctx.path.split("/");
  if (area !== "wells") return;
  if (!well) ctx.body = visibleTo(ctx.state.person);
  else if (part === "samples") ctx.body = samplesFor(ctx.state.person, well) ?? ctx.throw(404);
}
`,
    "register.js": `const register = [
  { well: "square", open: true, samples: ["ok"] },
  { well: "barn", open: false, owner: "hanna", samples: ["nitrate"] },
];
const mayRead = (person) => (entry) => entry.open || entry.owner === person;

export const visibleTo = (person) => register.filter(mayRead(person)).map(({ well }) => well);
export const samplesFor = (person, well) => register.filter(mayRead(person)).find((entry) => entry.well === well)?.samples;
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["wells.http#barn", "--env", "visitor"],
  facts: [
    "GET /wells 200 | Cookie: session=vis-20",
    "GET /wells/barn/samples 404 | Cookie: session=vis-20",
    "GET /wells/barn/samples 200 | Cookie: session=own-77",
    "GET /wells/square/samples 200 | Cookie: session=vis-20",
  ],
  truth: { outcome: "not-found", kinds: ["masked-resource"] },
  credentials: [
    { value: "vis-20", servers: ["api"] },
    { value: "own-77", servers: ["api"] },
  ],
};

const pumps: Scenario = {
  name: "pump-behind-a-good-proxy",
  files: {
    "package.json": '{ "name": "pumps", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "nginx.conf": `events {}
http {
  server {
    listen PORT_OF_web;
    location /works/ {
      proxy_pass http://127.0.0.1:PORT_OF_api/;
    }
  }
}
`,
    "pumps.http": `@works = http://localhost:PORT_OF_web/works

### pumps
GET {{works}}/pumps

### stopped, says the guard
# @name stopped
GET {{works}}/pumps/p-9
`,
    "server.js": `import fastify from "fastify";

const pumps = { "p-1": { rpm: 900 }, "p-2": { rpm: 0 } };
const app = fastify();
app.get("/pumps", async () => Object.keys(pumps));
app.get("/pumps/:pump", async ({ params }, reply) => pumps[params.pump] ?? reply.code(404).send({ message: "unknown pump" }));
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [
    { name: "api", entry: "server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { RULES: JSON.stringify([{ from: "^/works/", to: "/", port: "PORT_OF_api" }]) },
    },
  ],
  ask: ["pumps.http#stopped"],
  facts: [
    "web:GET /works/pumps 200",
    "web:GET /works/pumps/p-9 404",
    "web:GET /works/pumps/p-1 200",
    "web:GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "server.js", text: 'app.get("/pumps/:pump"' }],
  },
};

/** Meters, gauges, wells and pumps. */
export const water: readonly Scenario[] = [meters, gauges, wells, pumps];
