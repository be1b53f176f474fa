import type { Scenario } from "../../scenario.ts";

const frames: Scenario = {
  name: "frame-in-the-window",
  files: {
    "package.json": `{
  "name": "optician",
  "dependencies": { "express": "^5.0.0" }
}
`,
    "app.js": `const express = require("express");
const frames = require("./frames");

const app = express();
app.get("/api/health", (req, res) => res.send("ok"));
app.use("/api/frames", frames);
app.listen(process.env.PORT || 3000);
`,
    "frames.js": `const router = require("express").Router();

const frames = { 3: { id: 3, model: "Round", price: 120 }, 4: { id: 4, model: "Half-rim", price: 95 } };

router.get("/", (req, res) => res.json(Object.values(frames)));
router.get("/:id", (req, res) => {
  const frame = frames[req.params.id];
  if (!frame) return res.status(404).json({ error: "Frame not found" });
  res.json(frame);
});

module.exports = router;
`,
    "nginx.conf": `events { }

http {
  upstream backend { server 127.0.0.1:PORT_OF_api; }

  server {
    listen 80;
    gzip on;

    location /shop/ {
      proxy_pass http://backend/api;
      proxy_set_header X-Real-IP $remote_addr;
    }
  }
}
`,
    "shop.http": `@shop = http://localhost:PORT_OF_web/shop

### a frame
# @name frame
GET {{shop}}/frames/3
Accept: application/json
`,
  },
  servers: [
    { name: "api", entry: "app.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { RULES: '[{ "from": "^/shop/", "to": "/api", "port": "PORT_OF_api" }]' },
    },
  ],
  ask: ["shop.http#frame"],
  facts: [
    "web:GET /shop/frames/3 404",
    "api:GET /api/frames/3 200",
    "api:GET /apiframes/3 404",
    "web:GET /shop//frames/3 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "nginx.conf", text: "proxy_pass" },
      { file: "nginx.conf", text: "location /shop/" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const lenses: Scenario = {
  name: "lens-on-order",
  files: {
    "package.json": `{
  "name": "lenses",
  "type": "module",
  "dependencies": { "fastify": "^5.0.0" }
}
`,
    "src/index.ts": `import Fastify from "fastify";
import { lensRoutes } from "./lenses.ts";

const app = Fastify();
app.get("/healthz", async () => "ok");
await app.register(lensRoutes);
await app.listen({ port: Number(process.env.PORT ?? 8080), host: "::" });
`,
    "src/lenses.ts": `import type { FastifyInstance } from "fastify";

const lenses = [
  { sku: "SV-150", index: 1.5 },
  { sku: "SV-167", index: 1.67 },
];

export async function lensRoutes(app: FastifyInstance) {
  app.get("/lenses", async () => lenses);
  app.get<{ Params: { sku: string } }>("/lenses/:sku", async ({ params }, reply) => {
    return lenses.find(({ sku }) => sku === params.sku) ?? reply.code(404).send({ error: "Unknown lens" });
  });
}
`,
    "k8s/deployment.yaml": `apiVersion: apps/v1
kind: Deployment
metadata:
  name: lenses
spec:
  selector:
    matchLabels: { app: lenses }
  template:
    metadata:
      labels: { app: lenses }
    spec:
      containers:
        - name: lenses
          image: registry.example.com/lenses:1.4.0
          ports:
            - containerPort: 8080
`,
    "k8s/service.yaml": `apiVersion: v1
kind: Service
metadata:
  name: lenses
spec:
  selector: { app: lenses }
  ports:
    - port: 80
      targetPort: 8080
`,
    "k8s/ingress.yaml": `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: optician
  annotations:
    nginx.ingress.kubernetes.io/rewrite-target: /$2
spec:
  ingressClassName: nginx
  rules:
    - http:
        paths:
          - path: /stock
            pathType: Prefix
            backend:
              service:
                name: lenses
                port:
                  number: 80
`,
    "stock.http": `@cluster = http://localhost:PORT_OF_ingress

# @name lens
GET {{cluster}}/stock/lenses/SV-167
`,
  },
  servers: [
    { name: "api", entry: "src/index.ts" },
    {
      name: "ingress",
      entry: "front:ruleProxy",
      env: { RULES: '[{ "from": "^/stock(/.*)?$", "to": "/", "port": "PORT_OF_api" }]' },
    },
  ],
  ask: ["stock.http#lens"],
  facts: [
    "ingress:GET /stock/lenses/SV-167 404",
    "api:GET /lenses/SV-167 200",
    "ingress:GET /other 404",
    "ingress:GET /stock/healthz 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "k8s/ingress.yaml", text: "rewrite-target" },
      { file: "k8s/ingress.yaml", text: "path: /stock" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** Opticians and their telescopes: frames behind a proxy, lenses behind an ingress. */
export const opticians: readonly Scenario[] = [frames, lenses];
