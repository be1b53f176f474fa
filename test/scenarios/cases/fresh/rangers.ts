import type { Scenario } from "../../scenario.ts";

const permit: Scenario = {
  name: "permit-out-of-a-file",
  files: {
    "package.json": `{ "name": "permits", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `const express = require("express");
const permits = require("./permits.json");

const app = express();

app.get("/permits", (req, res) => res.json(permits.map((permit) => permit.number)));

app.get("/permits/:number", (req, res) => {
  const permit = permits.find(({ number }) => number === req.params.number);
  if (!permit) {
    res.status(404).json({ message: \`Permit \${req.params.number} is unknown\` });
    return;
  }
  res.json(permit);
});

app.listen(process.env.PORT || 3000);
`,
    "permits.json": `[
  { "number": "WP-2026-0031", "area": "North rim", "people": 4 },
  { "number": "WP-2026-0032", "area": "Lakes", "people": 2 }
]
`,
    "scripts/last.txt": `WP-2026-0032
`,
    "scripts/show.py": `import urllib.parse
import urllib.request

number = open("scripts/last.txt").read()
url = "http://localhost:PORT_OF_api/permits/" + urllib.parse.quote(number)
print(urllib.request.urlopen(url).read().decode())
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["--url", "http://localhost:PORT_OF_api/permits/WP-2026-0032%0A"],
  facts: [
    "GET /permits/WP-2026-0032%0A 404",
    "GET /permits/WP-2026-0032 200",
    "GET /permits 200",
    "GET /permits/WP-1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [
      { file: "app.js", text: 'app.get("/permits/:number"' },
      { file: "scripts/show.py", text: "urllib.parse.quote(number)" },
      { file: "scripts/last.txt", text: "WP-2026-0032" },
    ],
    fixes: [{ url: "/permits/WP-2026-0032" }],
  },
};

const trail: Scenario = {
  name: "trail-opened-today",
  files: {
    "package.json": `{ "name": "trails", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "src/server.js": `import Router from "@koa/router";
import Koa from "koa";
import { Trails } from "./trails.js";

const trails = new Trails();
const router = new Router();

router.get("/trails", (ctx) => {
  ctx.body = trails.open();
});
router.get("/trails/:name", (ctx) => {
  const trail = trails.find(ctx.params.name);
  ctx.assert(trail, 404, "Trail is closed or unknown");
  ctx.body = trail;
});
router.put("/trails/:name/open", (ctx) => {
  trails.reopen(ctx.params.name);
  ctx.status = 204;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "src/trails.js": `export class Trails {
  #all = new Map([
    ["ridge", { name: "ridge", km: 11, closed: false }],
    ["falls", { name: "falls", km: 6, closed: true }],
  ]);

  open() {
    return [...this.#all.values()].filter(({ closed }) => !closed);
  }

  find(name) {
    return this.open().find((trail) => trail.name === name);
  }

  reopen(name) {
    this.#all.get(name).closed = false;
  }
}
`,
    "trails.http": `@park = http://localhost:PORT_OF_cdn

# @name falls
GET {{park}}/trails/falls
`,
  },
  servers: [
    { name: "origin", entry: "src/server.js" },
    { name: "cdn", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_origin", FIELDS: "x-cache" } },
  ],
  before: ["cdn:GET /trails/falls 404", "origin:PUT /trails/falls/open 204"],
  ask: ["trails.http#falls"],
  facts: [
    "cdn:GET /trails/falls 404",
    "origin:GET /trails/falls 200",
    "cdn:GET /trails 200",
    "cdn:GET /trails/none 404",
  ],
  truth: { outcome: "not-found", kinds: ["shared-cache"], fixes: [{ kind: "wait" }, { kind: "ask" }] },
};

const rate: Scenario = {
  name: "rate-of-a-currency",
  files: {
    "notes.md": `The rates come from a bank. We have the two requests of its guide, nothing else.
`,
    "rates.http": `@bank = http://localhost:PORT_OF_bank/v2

### works
GET {{bank}}/rates/EUR

### does not
# @name dinar
GET {{bank}}/rates/YUD
`,
  },
  deployed: {
    "bank.mjs": `import { createServer } from "node:http";

const rates = { EUR: 1, USD: 1.08, CHF: 0.94 };

createServer((request, response) => {
  const send = (status, body) => response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  const [, code] = /^\\/v2\\/rates\\/([A-Z]{3})$/.exec(request.url) ?? [];
  if (code === undefined) return send(404, { title: "Not Found", status: 404 });
  if (rates[code] === undefined) return send(404, { title: "No rate for this currency", status: 404, currency: code });
  send(200, { currency: code, rate: rates[code] });
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "bank", entry: "deployed:bank.mjs" }],
  ask: ["rates.http#dinar"],
  facts: ["GET /v2/rates/EUR 200", "GET /v2/rates/YUD 404", "GET /v2/other 404"],
  truth: { outcome: "not-found", kinds: ["unknown-id"] },
};

const tree: Scenario = {
  name: "tree-in-the-register",
  files: {
    "package.json": `{ "name": "tree-register", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/server.ts": `import Fastify from "fastify";
import { TreeRegister } from "./register.ts";

const register = new TreeRegister("trees.json");
const app = Fastify();

app.get<{ Params: { district: string; tree: string } }>("/districts/:district/trees/:tree", async ({ params }, reply) => {
  const tree = register.find(params.district, Number(params.tree));
  if (tree === null) return reply.code(404).send({ error: "Not Found", message: "Tree not found" });
  return tree;
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/register.ts": `import { readFileSync } from "node:fs";

interface Tree {
  readonly district: string;
  readonly number: number;
  readonly species: string;
}

export class TreeRegister {
  private readonly trees: readonly Tree[];

  constructor(file: string) {
    this.trees = JSON.parse(readFileSync(file, "utf8")) as Tree[];
  }

  find(district: string, number: number): Tree | null {
    return this.trees.find((tree) => tree.district === district && tree.number === number) ?? null;
  }
}
`,
    "trees.json": `[
  { "district": "west", "number": 118, "species": "Acer platanoides" },
  { "district": "west", "number": 119, "species": "Tilia cordata" },
  { "district": "east", "number": 14, "species": "Quercus robur" }
]
`,
    "trees.http": `# @name tree
GET http://localhost:PORT_OF_api/districts/west/trees/190
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["trees.http#tree"],
  facts: [
    "GET /districts/west/trees/190 404",
    "GET /districts/west/trees/118 200",
    "GET /districts/east/trees/190 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/server.ts", text: '"/districts/:district/trees/:tree"' }],
  },
};

/** Ranger stations: a permit out of a file, a trail kept by a cache, a foreign rate, a tree that nobody planted. */
export const rangers: readonly Scenario[] = [permit, trail, rate, tree];
