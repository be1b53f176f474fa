import type { Scenario } from "../../scenario.ts";

const photographs: Scenario = {
  name: "photograph-of-a-room",
  files: {
    "package.json": `{
  "name": "museum-media",
  "type": "module",
  "dependencies": { "express": "^5.1.0" }
}
`,
    "api/server.js": `import express from "express";
import { rooms } from "./rooms.js";

const app = express();
app.get("/api/rooms", (req, res) => res.json(rooms));
app.get("/api/rooms/:number", (req, res) => {
  const room = rooms.find(({ number }) => number === Number(req.params.number));
  if (!room) return res.status(404).json({ error: "room not found" });
  res.json(room);
});
app.listen(process.env.PORT ?? 3000);
`,
    "api/rooms.js": `export const rooms = [
  { number: 4, title: "Bronze age", photograph: "/images/room-4.svg" },
  { number: 5, title: "Glass", photograph: "/images/room-5.svg" },
];
`,
    "media/room-4.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="peru"/></svg>
`,
    "media/room-5.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="teal"/></svg>
`,
    "nginx/museum.conf": `server {
  listen 80;

  location /api/ {
    proxy_pass http://127.0.0.1:PORT_OF_api;
  }

  location /images/ {
    root /srv/museum/media;
    expires 7d;
  }
}
`,
    Dockerfile: `FROM nginx:1.27
COPY nginx/museum.conf /etc/nginx/conf.d/default.conf
COPY media /srv/museum/media
`,
    "museum.http": `@museum = http://localhost:PORT_OF_web

### rooms
GET {{museum}}/api/rooms

### its photograph
# @name photograph
GET {{museum}}/images/room-4.svg
`,
  },
  deployed: {
    "edge.mjs": `import { existsSync, readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { join } from "node:path";

const page = "<html>\\r\\n<head><title>404 Not Found</title></head>\\r\\n<body>\\r\\n<center><h1>404 Not Found</h1></center>\\r\\n<hr><center>nginx/1.27.3</center>\\r\\n</body>\\r\\n</html>\\r\\n";

createServer((incoming, outgoing) => {
  const [path] = incoming.url.split("?");
  if (path.startsWith("/api/")) {
    const sent = request({ host: "127.0.0.1", port: process.env.UPSTREAM, method: incoming.method, path: incoming.url, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, { ...answer.headers, server: "nginx/1.27.3" });
      answer.pipe(outgoing);
    });
    incoming.pipe(sent);
    return;
  }
  const file = join("media", path);
  if (path.startsWith("/images/") && existsSync(file)) {
    outgoing.writeHead(200, { server: "nginx/1.27.3", "content-type": "image/svg+xml" }).end(readFileSync(file));
    return;
  }
  outgoing.writeHead(404, { server: "nginx/1.27.3", "content-type": "text/html" }).end(page);
}).listen(process.env.PORT);
`,
    "media/room-4.svg": `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><rect width="8" height="8" fill="peru"/></svg>
`,
  },
  servers: [
    { name: "api", entry: "api/server.js" },
    { name: "web", entry: "deployed:edge.mjs", env: { UPSTREAM: "PORT_OF_api" }, passesOn: true },
  ],
  ask: ["museum.http#photograph"],
  facts: [
    "web:GET /api/rooms 200",
    "web:GET /images/room-4.svg 404",
    "web:GET /images/other.svg 404",
    "web:GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "nginx/museum.conf", text: "root /srv" },
      { file: "nginx/museum.conf", text: "location /images/" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const tickets: Scenario = {
  name: "tickets-of-an-evening",
  files: {
    "package.json": `{
  "name": "ticketing",
  "type": "module",
  "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" }
}
`,
    "src/server.mjs": `import Koa from "koa";
import evenings from "./evenings.mjs";

const app = new Koa({ proxy: true });
app.use(evenings.routes());
app.listen(process.env.PORT ?? 8080);
`,
    "src/evenings.mjs": `import Router from "@koa/router";

const router = new Router();
const evenings = { "2026-06-04": { title: "Late opening", left: 41 } };

router.get("/evenings", (ctx) => {
  ctx.body = Object.keys(evenings);
});
router.get("/evenings/:date", (ctx) => {
  ctx.body = evenings[ctx.params.date] ?? ctx.throw(404, "no such evening");
});

export default router;
`,
    "k8s/ticketing.yaml": `apiVersion: v1
kind: Service
metadata:
  name: ticketing
spec:
  selector:
    app: ticketing
  ports:
    - port: 80
      targetPort: 8080
---
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: ticketing
spec:
  ingressClassName: nginx
  rules:
    - host: tickets.museum.example
      http:
        paths:
          - path: /
            pathType: Prefix
            backend:
              service:
                name: ticketing
                port:
                  number: 80
`,
    "tickets.http": `# kubectl -n ingress-nginx port-forward svc/ingress-nginx-controller PORT_OF_ingress:80
@cluster = http://localhost:PORT_OF_ingress

### One evening
# @name evening
GET {{cluster}}/evenings/2026-06-04
`,
  },
  servers: [
    { name: "api", entry: "src/server.mjs" },
    { name: "ingress", entry: "front:hostFront", env: { HOST: "tickets.museum.example", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["tickets.http#evening"],
  facts: [
    "ingress:GET /evenings/2026-06-04 404",
    "ingress:GET /evenings/2026-06-04 200 | Host: tickets.museum.example",
    "api:GET /evenings/2026-06-04 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [{ file: "k8s/ticketing.yaml", text: "host: tickets.museum.example" }],
    fixes: [{ kind: "edit-request" }],
  },
};

const guide: Scenario = {
  name: "audio-guide-on-a-laptop",
  files: {
    "package.json": `{
  "name": "audio-guide",
  "type": "module",
  "dependencies": { "fastify": "^5.0.0" }
}
`,
    ".env": `PORT=3000
PUBLIC_HOST=guide.museum.example
`,
    "src/server.ts": `import Fastify from "fastify";
import { settings } from "./settings.ts";
import { tours } from "./tours.ts";

const app = Fastify();

app.get("/healthz", async () => ({ ok: true }));
app.register(tours, { host: settings.publicHost });

await app.listen({ port: settings.port });
`,
    "src/settings.ts": `export const settings = {
  port: Number(process.env.PORT ?? 3000),
  publicHost: process.env.PUBLIC_HOST ?? "guide.museum.example",
};
`,
    "src/tours.ts": `import type { FastifyInstance } from "fastify";

const stops = { highlights: ["Bronze horse", "Blue vase"], children: ["Dinosaur"] };

export async function tours(app: FastifyInstance, { host }: { host: string }) {
  app.get("/tours", { constraints: { host } }, async () => Object.keys(stops));

  app.get<{ Params: { tour: keyof typeof stops } }>(
    "/tours/:tour/stops",
    { constraints: { host } },
    async (request, reply) => stops[request.params.tour] ?? reply.code(404).send({ error: "tour unknown" }),
  );
}
`,
    "guide.http": `### Alive?
GET http://localhost:PORT_OF_api/healthz

### Stops
# @name stops
GET http://localhost:PORT_OF_api/tours/highlights/stops
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["guide.http#stops"],
  facts: [
    "GET /healthz 200",
    "GET /tours/highlights/stops 404",
    "GET /tours/highlights/stops 200 | Host: guide.museum.example",
    "GET /tours/none/stops 404 | Host: guide.museum.example",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "src/tours.ts", text: '"/tours/:tour/stops"' },
      { file: "src/settings.ts", text: "publicHost" },
      { file: ".env", text: "PUBLIC_HOST" },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

/** A museum: photographs on disk, tickets behind an ingress, an audio guide for one host. */
export const museums: readonly Scenario[] = [photographs, tickets, guide];
