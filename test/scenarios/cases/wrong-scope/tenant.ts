import type { Scenario } from "../../scenario.ts";

const support: Scenario = {
  name: "support-link",
  files: {
    "package.json": '{ "name": "crm", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "http-client.env.json": `{
  "$shared": { "crm": "http://localhost:PORT_OF_api" },
  "northwind": { "tenant": "northwind", "token": "nw-5512" },
  "contoso": { "tenant": "contoso", "token": "co-9034" }
}`,
    "support.http": `### link from the support chat
# @name contact
GET {{crm}}/t/{{tenant}}/contacts/3381
Authorization: Bearer {{token}}
`,
    "src/crm.js": `import express from "express";
import { contacts } from "./contacts.js";

const tokens = { northwind: "nw-5512", contoso: "co-9034" };
const app = express();

app.use("/t/:tenant", (req, res, next) => {
  if (req.get("authorization") !== "Bearer " + tokens[req.params.tenant]) return res.status(401).end();
  req.tenant = req.params.tenant;
  next();
});
app.use("/t/:tenant/contacts", contacts);
app.listen(process.env.PORT ?? 3000);
`,
    "src/contacts.js": `import { Router } from "express";

const rows = [
  { tenant: "northwind", id: "3381", name: "Farid" },
  { tenant: "northwind", id: "3382", name: "Greta" },
  { tenant: "contoso", id: "7001", name: "Hugo" },
];
export const contacts = Router();

contacts.get("/", (req, res) => res.json(rows.filter((row) => row.tenant === req.tenant)));
contacts.get("/:id", (req, res) => {
  const row = rows.find((one) => one.tenant === req.tenant && one.id === req.params.id);
  if (!row) return res.status(404).json({ error: "contact not found" });
  res.json({ id: row.id, name: row.name });
});
`,
  },
  servers: [{ name: "api", entry: "src/crm.js" }],
  ask: ["support.http#contact", "--env", "contoso"],
  facts: [
    "GET /t/contoso/contacts/3381 404 | Authorization: Bearer co-9034",
    "GET /t/northwind/contacts/3381 200 | Authorization: Bearer nw-5512",
    "GET /t/contoso/contacts/7001 200 | Authorization: Bearer co-9034",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "src/contacts.js", text: 'contacts.get("/:id"' },
      { file: "http-client.env.json", text: '"contoso":' },
      { file: "http-client.env.json", text: '"northwind":' },
    ],
    fixes: [{ url: "/t/northwind/contacts/3381" }],
  },
  credentials: [
    { value: "nw-5512", servers: ["api"] },
    { value: "co-9034", servers: ["api"] },
  ],
};

const meters: Scenario = {
  name: "utility-meters",
  files: {
    "package.json": '{ "name": "meters", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": `{
  "stadtwerke": { "api": "http://localhost:PORT_OF_api", "utility": "stadtwerke" },
  "alpenstrom": { "api": "http://localhost:PORT_OF_api", "utility": "alpenstrom" },
  "nordgas": { "api": "http://localhost:PORT_OF_api", "utility": "nordgas" }
}`,
    "meters.http": `# @name meter
GET {{api}}/meters/M-5520/usage
X-Tenant-Id: {{utility}}
Accept: application/json
`,
    "meters.js": `import fastify from "fastify";

const usage = {
  stadtwerke: { "M-1001": 20 },
  alpenstrom: { "M-5520": 311, "M-5521": 87 },
  nordgas: { "M-9000": 4 },
};
const app = fastify();

app.addHook("onRequest", async (request, reply) => {
  const tenant = request.headers["x-tenant-id"];
  if (!usage[tenant]) return reply.code(400).send({ error: "X-Tenant-Id is needed" });
  request.meters = usage[tenant];
});
app.get("/meters", async (request) => Object.keys(request.meters));
app.get("/meters/:meter/usage", async (request, reply) => {
  const kwh = request.meters[request.params.meter];
  return kwh === undefined ? reply.code(404).send({}) : { kwh };
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "meters.js" }],
  ask: ["meters.http#meter", "--env", "stadtwerke"],
  facts: [
    "GET /meters/M-5520/usage 404 | X-Tenant-Id: stadtwerke",
    "GET /meters/M-5520/usage 200 | X-Tenant-Id: alpenstrom",
    "GET /meters/M-5520/usage 404 | X-Tenant-Id: nordgas",
    "GET /meters/M-1001/usage 200 | X-Tenant-Id: stadtwerke",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "meters.js", text: '"/meters/:meter/usage"' },
      { file: "http-client.env.json", text: '"stadtwerke"' },
      { file: "http-client.env.json", text: '"alpenstrom"' },
    ],
  },
};

const builds: Scenario = {
  name: "build-of-a-project",
  files: {
    "package.json":
      '{ "name": "ci", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "ci.http": `@ci = http://localhost:PORT_OF_api

### projects
# @name projects
GET {{ci}}/projects

### log of a build
# @name build
GET {{ci}}/projects/compiler/builds/4410
`,
    "ci.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";

const builds = { compiler: [4401, 4402], runtime: [4409, 4410], website: [88] };
const app = new Hono();

app.get("/projects", (c) => c.json(Object.keys(builds).map((id) => ({ id }))));
app.get("/projects/:project/builds", (c) => c.json(builds[c.req.param("project")] ?? []));
app.get("/projects/:project/builds/:build", (c) => {
  const { project, build } = c.req.param();
  if (!builds[project]?.includes(Number(build))) return c.json({ message: "build not found" }, 404);
  return c.json({ project, build: Number(build), state: "green" });
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "ci.js" }],
  ask: ["ci.http#build"],
  facts: [
    "GET /projects/compiler/builds/4410 404",
    "GET /projects/runtime/builds/4410 200",
    "GET /projects/compiler/builds/4401 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [{ file: "ci.js", text: 'app.get("/projects/:project/builds/:build"' }],
    fixes: [{ url: "/projects/runtime/builds/4410" }],
  },
};

const albums: Scenario = {
  name: "album-of-an-artist",
  files: {
    "package.json": '{ "name": "music", "dependencies": { "express": "^5.0.0" } }',
    "music.http": `@music = http://localhost:PORT_OF_api

### artists
# @name artists
GET {{music}}/api/artists

### one album
# @name album
GET {{music}}/api/artists/holiday/albums/strange-fruit
`,
    "music.js": `const express = require("express");

const artists = {
  holiday: { name: "Billie Holiday", albums: ["lady-in-satin"] },
  simone: { name: "Nina Simone", albums: ["pastel-blues", "strange-fruit"] },
};
const api = express.Router();
api.get("/artists", (req, res) => {
  res.json({ items: Object.entries(artists).map(([id, { name }]) => ({ id, name })) });
});
api.get("/artists/:artist/albums/:album", (req, res) => {
  const { artist, album } = req.params;
  if (artists[artist]?.albums.includes(album)) return res.json({ artist, album });
  return res.status(404).json({ error: "album_not_found" });
});

express().use("/api", api).listen(process.env.PORT || 3000);
`,
  },
  servers: [{ name: "api", entry: "music.js" }],
  ask: ["music.http#album"],
  facts: ["GET /api/artists/holiday/albums/strange-fruit 404", "GET /api/artists/simone/albums/strange-fruit 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [{ file: "music.js", text: 'api.get("/artists/:artist/albums/:album"' }],
    fixes: [{ url: "/api/artists/simone/albums/strange-fruit" }],
  },
};

/** Requests for a record that another tenant or another parent holds. */
export const tenant: readonly Scenario[] = [support, meters, builds, albums];
