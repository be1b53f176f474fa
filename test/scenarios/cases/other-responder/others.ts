import type { Scenario } from "../../scenario.ts";

const records: Scenario = {
  name: "clinic-behind-ingress",
  files: {
    "package.json": '{ "name": "records", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "named": { "origin": "http://localhost:PORT_OF_ingress" },
  "address": { "origin": "http://127.0.0.1:PORT_OF_ingress" }
}`,
    "records.http": `# @name record
GET {{origin}}/records/44
`,
    "records.js": `import express from "express";

const app = express();
app.get("/records/:id", (req, res) => {
  if (req.params.id !== "44") return res.status(404).json({ error: "no record" });
  res.json({ id: 44 });
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [
    { name: "api", entry: "records.js" },
    { name: "ingress", entry: "front:hostFront", env: { HOST: "localhost", UPSTREAM: "PORT_OF_api" } },
  ],
  ask: ["records.http#record", "--env", "address"],
  facts: ["ingress:GET /records/44 200 | Host: localhost", "ingress:GET /records/44 404 | Host: 127.0.0.1"],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    fixes: [{ url: "http://localhost:PORT_OF_ingress/records/44" }],
  },
};

const radio: Scenario = {
  name: "radio-programme",
  files: {
    "radio.http": `### programme of today
# @name programme
GET http://127.0.0.1:PORT_OF_api/programme
Host: radio.example.test
`,
    "radio.py": `import os

from flask import Flask

app = Flask(__name__, host_matching=True, static_host="localhost")


@app.route("/programme", host="api.radio.example.test")
def programme():
    return ["news", "jazz"]


app.run(port=int(os.environ.get("PORT", "5000")))
`,
  },
  servers: [{ name: "api", entry: "radio.py", needs: "flask" }],
  ask: ["radio.http#programme"],
  facts: ["GET /programme 404 | Host: radio.example.test", "GET /programme 200 | Host: api.radio.example.test"],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [{ file: "radio.py", text: '@app.route("/programme"' }],
  },
};

const metrics: Scenario = {
  name: "queue-metrics",
  files: {
    "package.json": '{ "name": "queue", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": `{
  "public": { "queue": "http://localhost:PORT_OF_public" },
  "management": { "queue": "http://localhost:PORT_OF_management" }
}`,
    "queue.http": `# @name depth
GET {{queue}}/metrics/depth
`,
    "public.js": `import fastify from "fastify";

const app = fastify();
app.get("/jobs", async () => []);
app.listen({ port: Number(process.env.PORT ?? 8080) });
`,
    "management.js": `import fastify from "fastify";

const app = fastify();
app.get("/metrics/depth", async () => ({ depth: 4 }));
app.listen({ port: Number(process.env.PORT ?? 9090) });
`,
  },
  servers: [
    { name: "public", entry: "public.js" },
    { name: "management", entry: "management.js" },
  ],
  ask: ["queue.http#depth", "--env", "public"],
  facts: ["public:GET /metrics/depth 404", "management:GET /metrics/depth 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [{ file: "management.js", text: '"/metrics/depth"' }],
    fixes: [{ url: "http://localhost:PORT_OF_management/metrics/depth" }],
  },
};

const root: Scenario = {
  name: "api-without-a-page",
  files: {
    "package.json": '{ "name": "podcasts", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "api": { "podcasts": "http://localhost:PORT_OF_api" },
  "site": { "podcasts": "http://localhost:PORT_OF_site" }
}`,
    "podcasts.http": `# @name episodes
GET {{podcasts}}/episodes/100/audio
`,
    "api.js": `import express from "express";

const app = express();
app.get("/episodes/:id/audio", (req, res) => res.json({ url: "/media/" + req.params.id }));
app.listen(process.env.PORT ?? 3001);
`,
    "site.js": `import express from "express";

express().use(express.static("pages")).listen(process.env.PORT ?? 3000);
`,
    "pages/index.html": "<!doctype html><title>Podcasts</title>",
  },
  servers: [
    { name: "api", entry: "api.js" },
    { name: "site", entry: "site.js" },
  ],
  ask: ["podcasts.http#episodes", "--env", "site"],
  facts: ["site:GET /episodes/100/audio 404", "api:GET /episodes/100/audio 200", "site:GET / 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-entrypoint"],
    links: [{ file: "api.js", text: '"/episodes/:id/audio"' }],
    fixes: [{ url: "http://localhost:PORT_OF_api/episodes/100/audio" }],
  },
};

const preview: Scenario = {
  name: "preview-of-the-site",
  files: {
    "package.json": '{ "name": "site", "dependencies": { "next": "^16.0.0" } }',
    "preview.http": `# @name preview
GET http://localhost:PORT_OF_edge/pricing
`,
    "app/pricing/page.tsx": "export function Pricing() {\n  return <h1>Pricing</h1>;\n}\n",
  },
  servers: [{ name: "edge", entry: "front:platformEdge", env: { PAGE: "deployment" } }],
  ask: ["preview.http#preview"],
  facts: ["GET /pricing 404", "GET / 404"],
  truth: { outcome: "not-found", kinds: ["platform-missing"] },
};

const dyno: Scenario = {
  name: "old-app-name",
  files: {
    "package.json": '{ "name": "coupons-web", "dependencies": { "express": "^5.0.0" } }',
    "web.http": `# @name offers
GET http://localhost:PORT_OF_edge/offers
`,
    "web.js": `const express = require("express");

const app = express();
app.get("/offers", (req, res) => res.json([]));
app.listen(process.env.PORT || 3000);
`,
  },
  servers: [{ name: "edge", entry: "front:platformEdge", env: { PAGE: "app" } }],
  ask: ["web.http#offers"],
  facts: ["GET /offers 404", "GET / 404"],
  truth: { outcome: "not-found", kinds: ["platform-missing"] },
};

const wellKnown: Scenario = {
  name: "security-contact",
  files: {
    "package.json": '{ "name": "contact", "dependencies": { "express": "^5.0.0" } }',
    "contact.http": `# @name contact
GET http://localhost:PORT_OF_site/.well-known/security.txt
`,
    "site.js": `const path = require("node:path");
const express = require("express");

const app = express();
app.use(express.static(path.join(__dirname, "public")));
app.listen(process.env.PORT || 3000);
`,
    "public/index.html": "<!doctype html><title>Contact</title>",
    "public/robots.txt": "User-agent: *\n",
    "public/.well-known/security.txt": "Contact: mailto:security@example.test\n",
  },
  servers: [{ name: "site", entry: "site.js" }],
  ask: ["contact.http#contact"],
  facts: ["GET /.well-known/security.txt 404", "GET /robots.txt 200"],
  truth: { outcome: "not-found", kinds: ["server-filter"], links: [{ file: "site.js", text: "express.static" }] },
};

/** Requests that something other than the service answers. */
export const others: readonly Scenario[] = [records, radio, metrics, root, preview, dyno, wellKnown];
