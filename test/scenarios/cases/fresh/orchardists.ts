import type { Scenario } from "../../scenario.ts";

const crate: Scenario = {
  name: "crate-of-apples",
  files: {
    "package.json": `{ "name": "crates", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server.js": `import Fastify from "fastify";
import { crates } from "./crates.js";

const app = Fastify();

app.get("/crates", async () => crates.map(({ id }) => ({ id })));

app.get("/crates/:id", {
  schema: { params: { type: "object", properties: { id: { type: "integer" } } } },
  handler: async (request, reply) => {
    const crate = crates.find(({ id }) => id === String(request.params.id));
    return crate ?? reply.code(404).send({ error: "crate not found" });
  },
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "crates.js": `export const crates = [
  { id: "812345678901234567", variety: "Boskoop" },
  { id: "812345678901234791", variety: "Elstar" },
];
`,
    "crates.http": `@store = http://localhost:PORT_OF_api

GET {{store}}/crates

###
# @name crate
GET {{store}}/crates/812345678901234567
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["crates.http#crate"],
  facts: [
    "GET /crates 200",
    "GET /crates/812345678901234567 404",
    "GET /crates/812345678901234791 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["precision-loss"],
    links: [
      { file: "server.js", text: 'type: "integer"' },
      { file: "server.js", text: "String(request.params.id)" },
      { file: "server.js", text: 'app.get("/crates/:id"' },
    ],
  },
};

const tree: Scenario = {
  name: "tree-of-the-orchard",
  files: {
    "package.json": `{ "name": "orchard", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `const express = require("express");
const trees = require("./trees.json");

const app = express();

app.get("/rows/:row/trees", (req, res) => {
  res.json(trees.filter(({ row }) => row === req.params.row));
});

app.get("/rows/:row/trees/:position", (req, res) => {
  const tree = trees.find(({ row, position }) => row === req.params.row && position === Number(req.params.position));
  if (!tree) return res.status(404).json({ error: "No tree stands there" });
  res.json(tree);
});

app.listen(process.env.PORT || 3000);
`,
    "trees.json": `[
  { "row": "C", "position": 1, "variety": "Topaz" },
  { "row": "C", "position": 2, "variety": "Topaz" },
  { "row": "D", "position": 1, "variety": "Elstar" }
]
`,
    "trees.http": `# @name tree
GET http://localhost:PORT_OF_api/rows/C/trees/14
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["trees.http#tree"],
  facts: [
    "GET /rows/C/trees 200",
    "GET /rows/C/trees/14 404",
    "GET /rows/C/trees/2 200",
    "GET /rows/D/trees/14 404",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "app.js", text: '"/rows/:row/trees/:position"' }],
  },
};

/** Orchardists: a crate by a rounded number, a tree that nobody planted. */
export const orchardists: readonly Scenario[] = [crate, tree];
