import type { Scenario } from "../../scenario.ts";

const commission: Scenario = {
  name: "commission-bids",
  files: {
    "package.json": '{ "name": "bidding", "type": "module" }',
    "bids/server.js": `import { createServer } from "node:http";
import { commissionBids, who } from "./handlers.js";

const table = [
  ["GET", /^\\/v1\\/who$/, who],
  ["GET", /^\\/v1\\/bidders\\/([\\w-]+)\\/commission-bids$/, commissionBids],
];

createServer((request, response) => {
  const path = new URL(request.url, "http://bids").pathname;
  for (const [method, pattern, handle] of table) {
    const match = pattern.exec(path);
    if (match !== null && request.method === method) return handle(request, response, ...match.slice(1));
  }
  response.writeHead(404).end();
}).listen(process.env.PORT ?? 4000);
`,
    "bids/handlers.js": `import { accountOf } from "./accounts.js";

const bids = { "pad-204": [{ lot: "0112", most: 900 }], "pad-311": [{ lot: "0147", most: 150 }] };

const send = (response, status, value) =>
  response.writeHead(status, { "content-type": "application/json" }).end(value && JSON.stringify(value));

export function who(request, response) {
  const account = accountOf(request);
  send(response, account ? 200 : 401, account);
}

export function commissionBids(request, response, paddle) {
  const account = accountOf(request);
  if (!account) return send(response, 401);
  const mayRead = account.office || account.paddle === paddle;
  if (!mayRead || !bids[paddle]) return response.writeHead(404).end();
  send(response, 200, { bids: bids[paddle] });
}
`,
    "bids/accounts.js": `const accounts = { "of-57d1c2": { office: true }, "bd-90ae44": { paddle: "pad-311" } };

export const accountOf = (request) => accounts[(request.headers.authorization ?? "").replace("Bearer ", "")];
`,
    "web/server.js": `import { createServer, request as ask } from "node:http";

const bids = new URL(process.env.BIDS ?? "http://localhost:4000");

createServer((request, response) => {
  if (!request.url.startsWith("/bff/")) return response.writeHead(200, { "content-type": "text/html" }).end("<main>");
  const headers = { authorization: request.headers.authorization ?? "" };
  const upstream = ask(new URL(request.url.replace("/bff", "/v1"), bids), { method: request.method, headers });
  upstream.on("response", (answer) => {
    response.writeHead(answer.statusCode, { "content-type": answer.headers["content-type"] ?? "text/plain" });
    answer.pipe(response);
  });
  request.pipe(upstream);
}).listen(process.env.PORT ?? 3000);
`,
    "http-client.env.json": `{ "office": { "web": "http://localhost:PORT_OF_web" }, "bidder": { "web": "http://localhost:PORT_OF_web" } }
`,
    "http-client.private.env.json": `{ "office": { "token": "of-57d1c2" }, "bidder": { "token": "bd-90ae44" } }
`,
    "bidding.http": `### signed in as
GET {{web}}/bff/who
Authorization: Bearer {{token}}

### written bids
# @name written
GET {{web}}/bff/bidders/pad-204/commission-bids
Authorization: Bearer {{token}}
`,
  },
  servers: [
    { name: "bids", entry: "bids/server.js" },
    { name: "web", entry: "web/server.js", env: { BIDS: "http://localhost:PORT_OF_bids" }, passesOn: true },
  ],
  ask: ["bidding.http#written", "--env", "bidder"],
  facts: [
    "web:GET /bff/who 200 | Authorization: Bearer bd-90ae44",
    "web:GET /bff/bidders/pad-204/commission-bids 404 | Authorization: Bearer bd-90ae44",
    "web:GET /bff/bidders/pad-999/commission-bids 404 | Authorization: Bearer bd-90ae44",
    "web:GET /bff/bidders/pad-204/commission-bids 200 | Authorization: Bearer of-57d1c2",
    "web:GET /bff/bidders/pad-204/commission-bids 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "bids/handlers.js", text: "if (!mayRead" },
      { file: "bids/handlers.js", text: "const mayRead" },
      { file: "bids/handlers.js", text: "export function commissionBids" },
      { file: "bids/server.js", text: "commissionBids]," },
    ],
  },
  credentials: [
    { value: "of-57d1c2", servers: ["web", "bids"] },
    { value: "bd-90ae44", servers: ["web", "bids"] },
  ],
};

const slots: Scenario = {
  name: "slots-of-an-evening",
  files: {
    "package.json": '{ "name": "slots", "type": "module", "dependencies": { "@hapi/hapi": "^21.0.0" } }',
    "config/default.json": '{ "basePath": "/booking/api" }\n',
    "lib/server.js": `import { readFileSync } from "node:fs";
import Hapi from "@hapi/hapi";
import { plugins } from "./plugins.js";

const { basePath } = JSON.parse(readFileSync(new URL("../config/default.json", import.meta.url), "utf8"));
const server = Hapi.server({ port: process.env.PORT ?? 3000, host: "localhost" });
for (const plugin of plugins) {
  await server.register({ plugin }, { routes: { prefix: basePath } });
}
await server.start();
`,
    "lib/plugins.js": `import { slots } from "./slots.js";
import { visitors } from "./visitors.js";

export const plugins = [slots, visitors];
`,
    "lib/slots.js": `const free = (request) => ({ day: request.params.day, slots: [{ from: "18:00", free: 4 }] });

export const slots = {
  name: "slots",
  register(server) {
    server.route([
      { method: "GET", path: "/time-slots/{day}", handler: free },
      { method: "POST", path: "/time-slots/{day}/bookings", handler: (_request, h) => h.response().code(201) },
    ]);
  },
};
`,
    "lib/visitors.js": `export const visitors = {
  name: "visitors",
  register: (server) => server.route({ method: "GET", path: "/visitors/now", handler: () => ({ inside: 61 }) }),
};
`,
    "README.md": "Is it running? `curl http://localhost:PORT_OF_api/booking/api/visitors/now`\n",
  },
  servers: [{ name: "api", entry: "lib/server.js" }],
  ask: [
    "--curl",
    "curl -s 'http://localhost:PORT_OF_api/booking/api/timeslots/2026-11-23' -H 'Accept: application/json'",
  ],
  facts: [
    "GET /booking/api/visitors/now 200",
    "GET /booking/api/timeslots/2026-11-23 404",
    "GET /booking/api/time-slots/2026-11-23 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "lib/slots.js", text: 'method: "GET", path: "/time-slots/{day}"' }],
    fixes: [{ url: "/booking/api/time-slots/2026-11-23" }],
  },
};

const deliveries: Scenario = {
  name: "deliveries-of-a-farm",
  files: {
    "package.json": '{ "name": "milk-collection", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "src/app.js": `import express from "express";
import { farmRoutes } from "./farms/routes.js";

const app = express();
const { API_ROOT = "/collection/api" } = process.env;
app.use(API_ROOT, farmRoutes({ tankers: ["t-1", "t-2"] }));
app.use((req, res) => res.status(404).type("html").send("<h1>Milk collection</h1><p>There is no such page.</p>"));
app.listen(process.env.PORT ?? 3000);
`,
    "src/farms/routes.js": `import { Router } from "express";

export function farmRoutes({ tankers }) {
  const router = Router();
  router.get("/tankers", (_req, res) => res.json(tankers));
  router.get("/farms/:farm/deliveries", (req, res) => {
    res.json({ farm: req.params.farm, data: [{ litres: 812, tanker: tankers[0] }], links: { next: null } });
  });
  return router;
}
`,
    "http-client.env.json": `{
  "local": { "api": "http://localhost:PORT_OF_api/collection/api", "farm": "f-12" }
}
`,
    "collection.http": `### tankers
GET {{api}}/tankers

### what came this week
# @name week
GET {{api}}/api/farms/{{farm}}/deliveries?week=47
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["collection.http#week", "--env", "local"],
  facts: [
    "GET /collection/api/tankers 200",
    "GET /collection/api/api/farms/f-12/deliveries?week=47 404",
    "GET /collection/api/farms/f-12/deliveries?week=47 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "src/farms/routes.js", text: 'router.get("/farms/:farm/deliveries"' },
      { file: "src/app.js", text: "app.use(API_ROOT" },
      { file: "http-client.env.json", text: '"local"' },
    ],
    fixes: [{ url: "/collection/api/farms/f-12/deliveries?week=47" }],
  },
};

const grind: Scenario = {
  name: "lens-to-be-ground",
  files: {
    "deploy/edge.conf": `upstream frames { server localhost:PORT_OF_frames; }
upstream lenses { server localhost:PORT_OF_lenses; }

server {
  listen 8080;

  location /api/frames/ {
    proxy_pass http://frames/frames/;
  }

  location /api/lenses/ {
    proxy_pass http://lenses/;
  }
}
`,
    "frames/package.json": '{ "name": "frames", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "frames/index.js": `import express from "express";

const app = express();
app.get("/frames/:frame", (req, res) => res.json({ frame: req.params.frame, bridge: 18 }));
app.listen(process.env.PORT ?? 3001);
`,
    "lenses/package.json": '{ "name": "lenses", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "lenses/index.js": `import Fastify from "fastify";
import { lenses } from "./lenses.js";

const app = Fastify();
app.get("/health", async () => "ok");
app.register(lenses, { prefix: "/lenses" });
await app.listen({ port: Number(process.env.PORT ?? 3002) });
`,
    "lenses/lenses.js": `export async function lenses(app) {
  app.setNotFoundHandler((_request, reply) => reply.code(404).send());
  app.get("/:lens", async (request) => ({ lens: request.params.lens, sphere: -1.25 }));
}
`,
    "workshop.http": `@edge = http://localhost:PORT_OF_edge/api

### the frame
GET {{edge}}/frames/round-48

### what goes into it
# @name lens
GET {{edge}}/lenses/l-5502
`,
  },
  servers: [
    { name: "frames", entry: "frames/index.js" },
    { name: "lenses", entry: "lenses/index.js" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: {
        RULES:
          '[{"from":"^/api/frames/","to":"/frames/","port":"PORT_OF_frames"},{"from":"^/api/lenses/","to":"/","port":"PORT_OF_lenses"}]',
      },
    },
  ],
  ask: ["workshop.http#lens"],
  facts: [
    "edge:GET /api/frames/round-48 200",
    "edge:GET /api/lenses/l-5502 404",
    "lenses:GET /lenses/l-5502 200",
    "lenses:GET /l-5502 404",
    "edge:GET /api/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "deploy/edge.conf", text: "proxy_pass http://lenses/;" },
      { file: "deploy/edge.conf", text: "location /api/lenses/ {" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** What is asked at a desk: bids written in advance, slots of an evening, deliveries of a farm, and a lens for the workshop. */
export const desks: readonly Scenario[] = [commission, slots, deliveries, grind];
