import type { Scenario } from "../../scenario.ts";

const episodes: Scenario = {
  name: "episode-of-a-podcast",
  files: {
    "package.json": '{ "name": "podcasts", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "varnish/default.vcl": `vcl 4.1;

backend podcasts {
  .host = "127.0.0.1";
  .port = "PORT_OF_api";
}

sub vcl_backend_response {
  set beresp.ttl = 15m;
}
`,
    "podcasts.http": `@public = http://localhost:PORT_OF_web

### all episodes
GET {{public}}/shows/tides/episodes

### the one announced this morning
# @name episode
GET {{public}}/shows/tides/episodes/41
Accept: application/json
`,
    "src/server.js": `import express from "express";
import { episodes } from "./episodes.js";

const app = express();
app.use("/shows/:show/episodes", episodes);
app.listen(process.env.PORT ?? 3000);
`,
    "src/episodes.js": `import { Router } from "express";

const tides = new Map([
  [40, { title: "Spring tide", published: true }],
  [41, { title: "Slack water", published: false }],
]);

export const episodes = Router({ mergeParams: true });
episodes.get("/", (req, res) => res.json([...tides].filter(([, { published }]) => published).map(([number]) => number)));
episodes.get("/:number", (req, res) => {
  const episode = tides.get(Number(req.params.number));
  if (!episode?.published) return res.status(404).json({ error: "There is no such episode." });
  res.json(episode);
});
episodes.post("/:number/publication", (req, res) => {
  tides.get(Number(req.params.number)).published = true;
  res.status(204).end();
});
`,
  },
  deployed: {
    "varnish.mjs": `import { createServer, request } from "node:http";

const objects = new Map();
let last = 32769;

createServer((incoming, outgoing) => {
  const id = ++last;
  const hit = objects.get(incoming.url);
  if (hit) {
    const age = String(Math.max(1, Math.round((Date.now() - hit.at) / 1000)));
    outgoing.writeHead(hit.status, { ...hit.headers, "x-varnish": id + " " + hit.id, age, via: "1.1 varnish (Varnish/7.5)" });
    return outgoing.end(hit.body);
  }
  const upstream = request({ host: "localhost", port: process.env.UPSTREAM, path: incoming.url, headers: incoming.headers }, (answer) => {
    const parts = [];
    answer.on("data", (part) => parts.push(part));
    answer.on("end", () => {
      const { "content-type": type = "text/plain" } = answer.headers;
      const entry = { status: answer.statusCode, headers: { "content-type": type }, body: Buffer.concat(parts), at: Date.now(), id };
      objects.set(incoming.url, entry);
      outgoing.writeHead(entry.status, { ...entry.headers, "x-varnish": String(id), age: "0", via: "1.1 varnish (Varnish/7.5)" });
      outgoing.end(entry.body);
    });
  });
  upstream.end();
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "api", entry: "src/server.js" },
    { name: "web", entry: "deployed:varnish.mjs", env: { UPSTREAM: "PORT_OF_api" }, passesOn: true },
  ],
  before: ["web:GET /shows/tides/episodes/41 404", "api:POST /shows/tides/episodes/41/publication 204"],
  ask: ["podcasts.http#episode"],
  facts: [
    "web:GET /shows/tides/episodes/41 404",
    "api:GET /shows/tides/episodes/41 200",
    "web:GET /shows/tides/episodes/41?again=1 200",
    "web:GET /shows/tides/episodes/41 404 | Cache-Control: no-cache",
  ],
  truth: { outcome: "not-found", kinds: ["shared-cache"] },
};

const pages: Scenario = {
  name: "wine-of-a-vineyard",
  files: {
    "package.json": '{ "name": "vineyard", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "README.md": `# Vineyard

\`/shop\` is the shop, \`/press\` the press corner. Addresses have no slash at the end; older links are redirected.
`,
    "vineyard.http": `@vineyard = http://localhost:PORT_OF_api

### wines
GET {{vineyard}}/shop/wines

### from the leaflet
# @name wine
GET {{vineyard}}/shop/wines/riesling-2024/
`,
    "src/server.js": `import express from "express";
import { oneAddress } from "./oneAddress.js";
import { press } from "./press.js";
import { shop } from "./shop.js";

const app = express();
app.use("/shop", oneAddress, shop);
app.use("/press", oneAddress, press);
app.use((req, res) => res.status(404).send("<!doctype html><title>Page not found</title><h1>Page not found</h1>"));
app.listen(process.env.PORT ?? 3000);
`,
    "src/oneAddress.js": `/** One address for one page: without a slash at the end. */
export function oneAddress(req, res, next) {
  if (req.path.length > 1 && req.path.endsWith("/")) {
    return res.redirect(301, req.path.slice(0, -1));
  }
  next();
}
`,
    "src/shop.js": `import { Router } from "express";

const wines = { "riesling-2024": { price: 11.5 }, "merlot-2022": { price: 14 } };

export const shop = Router();
shop.get("/wines", (_req, res) => res.json(Object.keys(wines)));
shop.get("/wines/:wine", (req, res, next) => {
  const wine = wines[req.params.wine];
  return wine ? res.json(wine) : next();
});
`,
    "src/press.js": `import { Router } from "express";

export const press = Router();
press.get("/photos", (_req, res) => res.json([]));
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["vineyard.http#wine"],
  facts: [
    "GET /shop/wines/riesling-2024/ 301",
    "GET /wines/riesling-2024 404",
    "GET /shop/wines/riesling-2024 200",
    "GET /shop/wines/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/oneAddress.js", text: "res.redirect" },
      { file: "src/server.js", text: 'app.use("/shop"' },
      { file: "src/shop.js", text: 'shop.get("/wines/:wine"' },
    ],
    fixes: [{ url: "/shop/wines/riesling-2024" }, { kind: "edit-rewrite" }],
  },
};

/** Podcasts behind a cache, a shop with one address for each page. */
export const media: readonly Scenario[] = [episodes, pages];
