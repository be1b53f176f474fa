import type { Scenario } from "../../scenario.ts";

const sites: Scenario = {
  name: "sites-by-name",
  files: {
    "package.json": `{ "name": "nursery-shop", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/index.js": `import { serve } from "@hono/node-server";
import { shop } from "./shop.js";

serve({ fetch: shop.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/shop.js": `import { Hono } from "hono";

const plants = { "acer-palmatum": { name: "Japanese maple", price: 48 }, buxus: { name: "Box", price: 12 } };

export const shop = new Hono();

shop.get("/api/plants", (c) => c.json(Object.keys(plants)));
shop.get("/api/plants/:slug", (c) => {
  const plant = plants[c.req.param("slug")];
  return plant ? c.json(plant) : c.json({ error: "plant not found" }, 404);
});
`,
    "nginx/nginx.conf": `events {}

http {
  server {
    listen 80 default_server;
    return 404;
  }

  server {
    listen 80;
    server_name shop.nursery.example;

    location / {
      proxy_pass http://127.0.0.1:PORT_OF_shop;
      proxy_set_header Host $host;
    }
  }
}
`,
    "shop.http": `# on the machine itself
@shop = http://127.0.0.1:PORT_OF_web

GET {{shop}}/api/plants

###
# @name maple
GET {{shop}}/api/plants/acer-palmatum
`,
  },
  deployed: {
    "edge.mjs": `import { createServer, request } from "node:http";

const page = "<html>\\r\\n<head><title>404 Not Found</title></head>\\r\\n<body>\\r\\n<center><h1>404 Not Found</h1></center>\\r\\n<hr><center>nginx/1.27.3</center>\\r\\n</body>\\r\\n</html>\\r\\n";

createServer((incoming, outgoing) => {
  const host = (incoming.headers.host ?? "").replace(/:\\d+$/, "");
  if (host !== "shop.nursery.example") {
    return outgoing.writeHead(404, { server: "nginx/1.27.3", "content-type": "text/html" }).end(page);
  }
  const sent = request({ host: "localhost", port: process.env.UPSTREAM, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, { ...answer.headers, server: "nginx/1.27.3" });
    answer.pipe(outgoing);
  });
  incoming.pipe(sent);
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "shop", entry: "src/index.js" },
    { name: "web", entry: "deployed:edge.mjs", env: { UPSTREAM: "PORT_OF_shop" }, passesOn: true },
  ],
  ask: ["shop.http#maple"],
  facts: [
    "web:GET /api/plants/acer-palmatum 404",
    "web:GET /api/plants/acer-palmatum 200 | Host: shop.nursery.example",
    "web:GET /api/plants 404",
    "shop:GET /api/plants/acer-palmatum 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [{ file: "nginx/nginx.conf", text: "server_name" }],
    fixes: [{ kind: "edit-request" }],
  },
};

const device: Scenario = {
  name: "device-in-a-greenhouse",
  files: {
    "package.json": `{ "name": "climate-devices", "dependencies": { "express": "^5.0.0" } }
`,
    "index.js": `const express = require("express");
const { createDevices } = require("./devices");

const devices = createDevices();
const app = express();

app.get("/v1/devices", (req, res) => {
  res.json({ devices: devices.list() });
});

app.get("/v1/devices/:uuid", (req, res) => {
  const device = devices.get(req.params.uuid);
  if (!device) return res.status(404).json({ error: "Device not registered" });
  res.json(device);
});

app.listen(process.env.PORT || 3000);
`,
    "devices.js": `exports.createDevices = () => {
  const byId = new Map();
  for (const [uuid, house] of [
    ["3f2b8a1c-9d47-4e5b-8c1a-6f0e2d9b7a55", "Orchids"],
    ["b81c5e0d-2a6f-4c3e-9f7d-1e4a8b6c0d22", "Ferns"],
  ]) {
    byId.set(uuid, { uuid, house, humidity: 71 });
  }
  return { list: () => [...byId.values()], get: (uuid) => byId.get(uuid) };
};
`,
    "devices.http": `@api = http://localhost:PORT_OF_api/v1

### all
GET {{api}}/devices

### orchids, number from the sticker
# @name orchids
GET {{api}}/devices/3f2b8a1c9d474e5b8c1a6f0e2d9b7a55
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["devices.http#orchids"],
  facts: [
    "GET /v1/devices 200",
    "GET /v1/devices/3f2b8a1c9d474e5b8c1a6f0e2d9b7a55 404",
    "GET /v1/devices/3f2b8a1c-9d47-4e5b-8c1a-6f0e2d9b7a55 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [
      { file: "index.js", text: 'app.get("/v1/devices/:uuid"' },
      { file: "devices.http", text: "3f2b8a1c9d474e5b8c1a6f0e2d9b7a55" },
    ],
    fixes: [{ url: "/v1/devices/3f2b8a1c-9d47-4e5b-8c1a-6f0e2d9b7a55" }],
  },
};

const plan: Scenario = {
  name: "plan-in-a-folder",
  files: {
    "package.json": `{ "name": "plan-store", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server/app.js": `import Fastify from "fastify";
import { plans } from "./plans.js";

const app = Fastify();

app.get("/plans", async () => [...plans.keys()]);
app.get("/plans/:path", async (request, reply) => {
  const plan = plans.get(request.params.path);
  if (plan === undefined) {
    return reply.code(404).send({ message: "No plan of that name" });
  }
  return plan;
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "server/plans.js": `export const plans = new Map([
  ["2026/spring", { rows: 18, crop: "Lettuce" }],
  ["2026/summer", { rows: 24, crop: "Tomatoes" }],
]);
`,
    "client/address.js": `export function addressOf(origin, ...segments) {
  return \`\${origin}/\${segments.map(encodeURIComponent).join("/")}\`;
}
`,
    "client/plans.js": `import { addressOf } from "./address.js";

export async function loadPlan(origin, path) {
  const response = await fetch(addressOf(origin, "plans", encodeURIComponent(path)));
  return response.json();
}
`,
  },
  servers: [{ name: "api", entry: "server/app.js" }],
  ask: ["--curl", "curl 'http://localhost:PORT_OF_api/plans/2026%252Fspring' -H 'accept: */*' --compressed"],
  facts: [
    "GET /plans 200",
    "GET /plans/2026%252Fspring 404",
    "GET /plans/2026%2Fspring 200",
    "GET /plans/2020 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "server/app.js", text: 'app.get("/plans/:path"' },
      { file: "client/plans.js", text: "encodeURIComponent(path)" },
      { file: "client/address.js", text: "segments.map" },
    ],
    fixes: [{ url: "/plans/2026%2Fspring" }],
  },
};

/** Greenhouses of a nursery: sites by name, a device by its number, a file of a folder. */
export const greenhouses: readonly Scenario[] = [sites, device, plan];
