import type { Scenario } from "../../scenario.ts";

const licences: Scenario = {
  name: "fishing-licences",
  files: {
    "package.json": '{ "name": "fishing", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "ops/nginx.conf": `events {}
http {
  server {
    listen PORT_OF_web;

    location /permits/ {
      rewrite ^/permits/(.*)$ /licences/$1 break;
      proxy_pass http://127.0.0.1:PORT_OF_api;
    }
    location /waters/ {
      proxy_pass http://127.0.0.1:PORT_OF_api;
    }
  }
}
`,
    "fishing.http": `@fishing = http://localhost:PORT_OF_web

### waters
GET {{fishing}}/waters/elbe

### the permit of the angler
# @name permit
GET {{fishing}}/permits/F-1907
`,
    "src/server.js": `import express from "express";
import { permits } from "./permits.js";
import { waters } from "./waters.js";

const app = express();
app.use("/permits", permits);
app.use("/waters", waters);
app.listen(process.env.PORT ?? 3000);
`,
    "src/permits.js": `import { Router } from "express";

const held = { "F-1907": { until: "2026-12-31" }, "F-1911": { until: "2027-03-31" } };

export const permits = Router();
permits.get("/:number", (req, res) => {
  const permit = held[req.params.number];
  return permit ? res.json(permit) : res.status(404).json({ error: "no permit of that number" });
});
`,
    "src/waters.js": `import { Router } from "express";

export const waters = Router();
waters.get("/:water", (req, res) => res.json({ water: req.params.water, closed: false }));
`,
  },
  servers: [
    { name: "api", entry: "src/server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        RULES: JSON.stringify([
          { from: "^/permits/(.*)$", to: "/licences/$1", port: "PORT_OF_api" },
          { from: "^/waters/", to: "/waters/", port: "PORT_OF_api" },
        ]),
      },
    },
  ],
  ask: ["fishing.http#permit"],
  facts: [
    "web:GET /waters/elbe 200",
    "web:GET /permits/F-1907 404",
    "api:GET /permits/F-1907 200",
    "api:GET /licences/F-1907 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "ops/nginx.conf", text: "rewrite ^/permits/" },
      { file: "ops/nginx.conf", text: "location /permits/" },
    ],
  },
};

const buoys: Scenario = {
  name: "log-of-a-buoy",
  files: {
    "package.json": '{ "name": "buoys", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "proxy/default.conf": `server {
  listen PORT_OF_web default_server;
  server_tokens on;

  location ~* \\.(bak|sql|log|swp)$ {
    return 404;
  }

  location / {
    proxy_set_header Host $http_host;
    proxy_pass http://127.0.0.1:PORT_OF_api;
  }
}
`,
    "buoys.http": `@buoys = http://localhost:PORT_OF_web

### buoys at sea
GET {{buoys}}/buoys

### position and state
GET {{buoys}}/buoys/b-04

### what it wrote in March
# @name march
GET {{buoys}}/buoys/b-04/2026-03.log
`,
    "src/app.js": `import fastify from "fastify";
import { buoys } from "./buoys.js";

const app = fastify({ exposeHeadRoutes: true });
app.register(buoys, { prefix: "/buoys" });
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/buoys.js": `import { logOf, states } from "./states.js";

export async function buoys(app) {
  app.get("/", async () => Object.keys(states));
  app.get("/:buoy", async (request, reply) => states[request.params.buoy] ?? reply.code(404).send({ error: "unknown buoy" }));
  app.get("/:buoy/:month.log", async (request, reply) => {
    const text = logOf(request.params.buoy, request.params.month);
    return text === undefined ? reply.code(404).send({ error: "no log" }) : reply.type("text/plain").send(text);
  });
}
`,
    "src/states.js": `export const states = { "b-04": { lat: 54.1, waves: 1.4 }, "b-05": { lat: 54.3, waves: 0.9 } };

const logs = { "b-04": { "2026-03": "03-01 1.1\\n03-02 1.7\\n" } };
export const logOf = (buoy, month) => logs[buoy]?.[month];
`,
  },
  servers: [
    { name: "api", entry: "src/app.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        RULES: JSON.stringify([
          { from: "(?i:\\.(bak|sql|log|swp))(?=\\?|$)", status: 404 },
          { from: "^/", to: "/", port: "PORT_OF_api" },
        ]),
      },
    },
  ],
  ask: ["buoys.http#march"],
  facts: [
    "web:GET /buoys/b-04 200",
    "web:GET /buoys/b-04/2026-03.log 404",
    "api:GET /buoys/b-04/2026-03.log 200",
    "web:GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["server-filter"],
    links: [
      { file: "proxy/default.conf", text: "bak|sql|log" },
      { file: "proxy/default.conf", text: "return 404" },
    ],
  },
};

const trails: Scenario = {
  name: "trail-in-two-languages",
  files: {
    "package.json": '{ "name": "trails", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "trails.http": `@trails = http://localhost:PORT_OF_api

### all trails
GET {{trails}}/trails.json

### one trail
# @name trail
GET {{trails}}/trails/ridge
Accept-Language: de
`,
    "src/server.js": `import express from "express";
import { cleanAddress } from "./cleanAddress.js";
import { inLanguage } from "./inLanguage.js";
import { trails } from "./trails.js";

const app = express();
app.use(cleanAddress);
app.get("/trails.json", (_req, res) => res.json(["ridge", "lake"]));
app.use("/trails", inLanguage, trails);
app.listen(process.env.PORT ?? 3000);
`,
    "src/cleanAddress.js": `const KEPT = new Set(["page", "sort", "q"]);

/** Addresses are kept free of what newsletters and campaigns append. */
export function cleanAddress(req, res, next) {
  const url = new URL(req.originalUrl, "http://trails");
  const foreign = [...url.searchParams.keys()].filter((name) => !KEPT.has(name));
  if (foreign.length === 0) return next();
  for (const name of foreign) url.searchParams.delete(name);
  res.redirect(301, url.pathname + url.search);
}
`,
    "src/inLanguage.js": `export function inLanguage(req, res, next) {
  if (["de", "en"].includes(req.query.lang)) return next();
  const lang = req.acceptsLanguages("de", "en") || "en";
  const sign = req.originalUrl.includes("?") ? "&" : "?";
  res.redirect(302, req.originalUrl + sign + "lang=" + lang);
}
`,
    "src/trails.js": `import { Router } from "express";

const names = { ridge: { de: "Gratweg", en: "Ridge trail" }, lake: { de: "Seeweg", en: "Lake trail" } };

export const trails = Router();
trails.get("/:trail", (req, res) => {
  const trail = names[req.params.trail];
  return trail ? res.json({ name: trail[req.query.lang] }) : res.sendStatus(404);
});
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["trails.http#trail"],
  facts: ["GET /trails.json 200", "GET /trails/ridge 302", "GET /trails/ridge?lang=de 301"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/cleanAddress.js", text: "res.redirect" },
      { file: "src/inLanguage.js", text: "res.redirect" },
      { file: "src/trails.js", text: 'trails.get("/:trail"' },
      { file: "src/server.js", text: "app.use(cleanAddress)" },
    ],
  },
};

/** Licences, buoys and trails. */
export const nature: readonly Scenario[] = [licences, buoys, trails];
