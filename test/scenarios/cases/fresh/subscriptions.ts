import type { Scenario } from "../../scenario.ts";

const box: Scenario = {
  name: "box-of-the-month",
  files: {
    "README.md": `# boxes

    npm run all

- edge: http://localhost:8080 (what the shop talks to)
- catalog, boxes: inside only
`,
    "package.json": `{ "name": "boxes-all", "private": true, "workspaces": ["edge", "apps/*"], "scripts": { "all": "node --run start --workspaces" } }
`,
    "edge/package.json": `{ "name": "edge", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "edge/config.json": `{
  "routes": [
    { "path": "/catalog", "to": "catalog", "keepPath": true },
    { "path": "/boxes", "to": "boxes", "keepPath": true }
  ]
}
`,
    "edge/src/server.js": `import { readFileSync } from "node:fs";
import Fastify from "fastify";

const { routes } = JSON.parse(readFileSync(new URL("../config.json", import.meta.url), "utf8"));
const hosts = { catalog: process.env.CATALOG_HOST, boxes: process.env.BOXES_HOST };

const app = Fastify();
app.get("/edge/health", async () => "ok");
for (const { path, to, keepPath } of routes) {
  app.all(\`\${path}/*\`, async (request, reply) => {
    const target = keepPath ? request.url : request.url.slice(path.length);
    const answer = await fetch(\`http://\${hosts[to]}\${target}\`, { method: request.method });
    reply.code(answer.status).type(answer.headers.get("content-type") ?? "text/plain");
    return reply.send(await answer.text());
  });
}
await app.listen({ port: Number(process.env.PORT ?? 8080) });
`,
    "apps/catalog/package.json": `{ "name": "catalog", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^2.0.0" } }
`,
    "apps/catalog/src/index.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const app = new Hono().basePath("/catalog");
app.get("/teas", (c) => c.json(["assam", "sencha"]));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 4701) });
`,
    "apps/boxes/package.json": `{ "name": "boxes", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "apps/boxes/src/index.js": `import express from "express";
import { findBox } from "./store.js";

const app = express();
app.get("/months/:month", (req, res) => {
  const box = findBox(req.params.month);
  if (!box) return res.status(404).json({ code: "no_box" });
  res.json(box);
});
app.listen(process.env.PORT ?? 4702);
`,
    "apps/boxes/src/store.js": `const packed = { "2026-11": { teas: ["assam"], extra: "spoon" }, "2026-12": { teas: ["sencha"], extra: "tin" } };

export const findBox = (month) => packed[month];
`,
    "shop.http": `@edge = http://localhost:PORT_OF_edge

### teas
GET {{edge}}/catalog/teas

### box
# @name box
GET {{edge}}/boxes/months/2026-11
`,
  },
  servers: [
    { name: "catalog", entry: "apps/catalog/src/index.js" },
    { name: "boxes", entry: "apps/boxes/src/index.js" },
    {
      name: "edge",
      entry: "edge/src/server.js",
      env: { CATALOG_HOST: "localhost:PORT_OF_catalog", BOXES_HOST: "localhost:PORT_OF_boxes" },
      passesOn: true,
    },
  ],
  ask: ["shop.http#box"],
  facts: [
    "edge:GET /catalog/teas 200",
    "edge:GET /boxes/months/2026-11 404",
    "boxes:GET /months/2026-11 200",
    "boxes:GET /boxes/months/2026-11 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "edge/config.json", text: '"/boxes"' },
      { file: "edge/src/server.js", text: "keepPath ?" },
      { file: "apps/boxes/src/index.js", text: '"/months/:month"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const profile: Scenario = {
  name: "profile-of-a-subscriber",
  files: {
    "package.json": `{ "name": "profile", "type": "module", "dependencies": { "@hono/node-server": "^2.0.0", "hono": "^4.6.0" } }
`,
    "api/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { boxesOf, findSubscriber, session } from "./subscribers.ts";

const app = new Hono();
app.get("/api/session", (c) => c.json(session()));
app.get("/api/subscribers/:subscriberId/boxes", (c) => {
  const subscriber = findSubscriber(c.req.param("subscriberId"));
  if (!subscriber) return c.json({ title: "Subscriber does not exist" }, 404);
  return c.json(boxesOf(subscriber));
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "api/subscribers.ts": `const subscribers = [{ subscriberId: "sub_3k9", name: "Yuna" }];

export const session = () => ({ user: { subscriberId: "sub_3k9" } });
export const findSubscriber = (id: string) => subscribers.find(({ subscriberId }) => subscriberId === id);
export const boxesOf = (subscriber: { name: string }) => [{ for: subscriber.name, month: "2026-11" }];
`,
    "web/profile.js": `export async function showBoxes(list) {
  const { user } = await fetch("/api/session").then((answer) => answer.json());
  const boxes = await fetch(\`/api/subscribers/\${user.id}/boxes\`).then((answer) => answer.json());
  list.replaceChildren(...boxes.map(({ month }) => new Option(month)));
}
`,
    "profile.http": `@host = http://localhost:PORT_OF_api

### who am I
GET {{host}}/api/session

### copied from the network panel
# @name boxes
GET {{host}}/api/subscribers/undefined/boxes
`,
  },
  servers: [{ name: "api", entry: "api/index.ts" }],
  ask: ["profile.http#boxes"],
  facts: ["GET /api/session 200", "GET /api/subscribers/undefined/boxes 404", "GET /api/subscribers/sub_3k9/boxes 200"],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "web/profile.js", text: "user.id" },
      { file: "profile.http", text: "undefined" },
    ],
  },
};

/** Boxes that people subscribe to: their contents behind a gateway, and the profile page that asks for them. */
export const subscriptions: readonly Scenario[] = [box, profile];
