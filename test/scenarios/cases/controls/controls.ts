import type { Scenario } from "../../scenario.ts";

const zooFiles = {
  "package.json": '{ "name": "zoo", "type": "module", "dependencies": { "express": "^5.0.0" } }',
  "zoo.js": `import express from "express";

const animals = { 3: "otter", 4: "lynx" };
const app = express();
app.get("/animals", (_req, res) => res.json(Object.keys(animals)));
app.get("/animals/:id", (req, res) => {
  animals[req.params.id] ? res.json({ name: animals[req.params.id] }) : res.status(404).json({ error: "animal not found" });
});
app.delete("/animals/:id", (req, res) => res.status(204).end());
app.listen(process.env.PORT ?? 3000);
`,
};

const otter: Scenario = {
  name: "the-otter",
  files: { ...zooFiles, "zoo.http": "# @name animal\nGET http://localhost:PORT_OF_api/animals/3\n" },
  servers: [{ name: "api", entry: "zoo.js" }],
  ask: ["zoo.http#animal"],
  facts: ["GET /animals/3 200"],
  truth: { outcome: "answered", kinds: [] },
};

const moved: Scenario = {
  name: "polite-redirect",
  files: {
    ...zooFiles,
    "zoo.http": "# @name animal\nGET http://localhost:PORT_OF_old/beasts/4\n",
  },
  servers: [
    { name: "api", entry: "zoo.js" },
    {
      name: "old",
      entry: "front:redirectFront",
      env: { FROM: "^/beasts/", TO: "http://localhost:PORT_OF_api/animals/", STATUS: "308", UPSTREAM: "PORT_OF_api" },
    },
  ],
  ask: ["zoo.http#animal"],
  facts: ["old:GET /beasts/4 308", "api:GET /animals/4 200"],
  truth: { outcome: "answered", kinds: [] },
};

const down: Scenario = {
  name: "service-is-down",
  files: { ...zooFiles, "zoo.http": "# @name animal\nGET http://localhost:PORT_OF_api/animals/4\n" },
  servers: [{ name: "api", entry: "zoo.js", stopped: true }],
  ask: ["zoo.http#animal"],
  facts: [],
  truth: { outcome: "unreachable", kinds: [] },
};

const release: Scenario = {
  name: "release-an-animal",
  files: { ...zooFiles, "zoo.http": "# @name release\nDELETE http://localhost:PORT_OF_api/animals/4\n" },
  servers: [{ name: "api", entry: "zoo.js" }],
  ask: ["zoo.http#release"],
  facts: ["GET /animals/4 200"],
  truth: { outcome: "refused-by-policy", kinds: [] },
};

const nowhere: Scenario = {
  name: "nothing-like-it",
  files: { ...zooFiles, "zoo.http": "# @name page\nGET http://localhost:PORT_OF_api/quarterly/figures/export.csv\n" },
  servers: [{ name: "api", entry: "zoo.js" }],
  ask: ["zoo.http#page"],
  facts: ["GET /quarterly/figures/export.csv 404"],
  truth: { outcome: "not-found", kinds: [] },
};

const partner: Scenario = {
  name: "partner-api",
  files: {
    "README.md": "Calls to our partner.\n",
    "partner.http": "# @name rate\nGET http://localhost:PORT_OF_partner/rates/chf-eur\nAccept: application/json\n",
  },
  deployed: {
    "partner.js": `import { createServer } from "node:http";

createServer((_request, response) => {
  response.writeHead(404, { "content-type": "application/json" }).end('{"message":"Not Found"}');
}).listen(process.env.PORT);
`,
    "package.json": '{ "type": "module" }',
  },
  servers: [{ name: "partner", entry: "deployed:partner.js" }],
  ask: ["partner.http#rate"],
  facts: ["GET /rates/chf-eur 404", "GET / 404"],
  truth: { outcome: "not-found", kinds: [] },
};

const bothVersions: Scenario = {
  name: "parcel-nobody-knows",
  files: {
    "package.json": '{ "name": "parcels", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": `{
  "north": { "parcels": "http://localhost:PORT_OF_north", "depot": "north" },
  "south": { "parcels": "http://localhost:PORT_OF_south", "depot": "south" }
}`,
    "parcels.http": `### parcels
# @name parcels
GET {{parcels}}/v2/depots/{{depot}}/parcels

### one
# @name parcel
GET {{parcels}}/v2/depots/{{depot}}/parcels/p-404
`,
    "parcels.js": `import fastify from "fastify";

const app = fastify();
const parcels = ["p-400", "p-401"];
for (const version of ["v1", "v2"]) {
  app.get("/" + version + "/depots/:depot/parcels", async () => parcels.map((id) => ({ id })));
  app.get("/" + version + "/depots/:depot/parcels/:parcel", async ({ params }, reply) => {
    if (!parcels.includes(params.parcel)) return reply.code(404).send({ error: "no such parcel" });
    return { id: params.parcel };
  });
}
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [
    { name: "north", entry: "parcels.js" },
    { name: "south", entry: "parcels.js" },
  ],
  ask: ["parcels.http#parcel", "--env", "north"],
  facts: [
    "north:GET /v2/depots/north/parcels/p-404 404",
    "south:GET /v2/depots/south/parcels/p-404 404",
    "north:GET /v1/depots/north/parcels/p-404 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "parcels.js", text: '/depots/:depot/parcels/:parcel"' }],
  },
};

const curlAsked: Scenario = {
  name: "asked-on-the-command-line",
  files: { ...zooFiles },
  servers: [{ name: "api", entry: "zoo.js" }],
  ask: ["--url", "http://localhost:PORT_OF_api/animal/3"],
  facts: ["GET /animal/3 404", "GET /animals/3 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [{ file: "zoo.js", text: 'app.get("/animals/:id"' }],
    fixes: [{ url: "/animals/3" }],
  },
};

/** Requests with nothing to diagnose, nothing to blame, or a plain cause beside tempting ones. */
export const controls: readonly Scenario[] = [otter, moved, down, release, nowhere, partner, bothVersions, curlAsked];
