import type { Scenario } from "../../scenario.ts";

const batch: Scenario = {
  name: "batch-in-the-cellar",
  files: {
    "package.json": `{ "name": "cellar", "type": "module", "scripts": { "start": "node src/main.js", "mock": "prism mock openapi.yaml -p 4010" }, "dependencies": { "fastify": "^5.2.0" } }
`,
    "openapi.yaml": `openapi: 3.0.3
info: { title: Cellar, version: "1.2" }
paths:
  /api/batches:
    get: { operationId: listBatches, responses: { "200": { description: Batches } } }
  /api/batches/{batch}:
    get:
      operationId: getBatch
      parameters: [{ name: batch, in: path, required: true, schema: { type: string } }]
      responses:
        "200":
          description: A batch
          content:
            application/json:
              example: { batch: B-1, style: Helles }
        "404": { description: There is none }
`,
    "src/main.js": `import Fastify from "fastify";
import { batches } from "./batches.js";

const app = Fastify();
app.register(batches, { prefix: "/api/batches" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/batches.js": `const tanks = [
  { batch: "B-2031", style: "Pils" },
  { batch: "B-2032", style: "Bock" },
];

export async function batches(app) {
  app.get("/", async () => ({ items: tanks }));
  app.get("/:batch", async ({ params }, reply) => {
    const found = tanks.find(({ batch }) => batch === params.batch);
    return found ?? reply.code(404).send({ message: \`No batch \${params.batch}\` });
  });
}
`,
    "http-client.env.json": `{
  "mock": { "cellar": "http://localhost:PORT_OF_mock" },
  "cellar": { "cellar": "http://localhost:PORT_OF_api" }
}
`,
    "cellar.http": `### all
GET {{cellar}}/api/batches

### from the label of the keg
# @name keg
GET {{cellar}}/api/batches/B-2013
`,
  },
  deployed: {
    "mock.mjs": `import { createServer } from "node:http";

createServer((request, response) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  response.end('{"batch":"B-1","style":"Helles"}');
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "api", entry: "src/main.js" },
    { name: "mock", entry: "deployed:mock.mjs" },
  ],
  ask: ["cellar.http#keg", "--env", "cellar"],
  facts: [
    "GET /api/batches 200",
    "GET /api/batches/B-2031 200",
    "GET /api/batches/B-2013 404",
    "mock:GET /api/batches/B-2013 200",
    "mock:GET /x/y 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "src/batches.js", text: 'app.get("/:batch"' },
      { file: "cellar.http", text: "B-2013" },
    ],
  },
};

const recipe: Scenario = {
  name: "recipe-of-the-week",
  files: {
    "package.json": `{ "name": "recipes", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/app.js": `import express from "express";
import { recipes } from "./recipes.js";

const app = express();
app.use("/api/recipes", recipes);
app.listen(process.env.PORT ?? 3000);
`,
    "src/recipes.js": `import { Router } from "express";
import * as book from "./book.js";

export const recipes = Router();

recipes.get("/", (req, res) => res.json({ recipes: book.titles() }));
recipes.get("/latest", (req, res) => res.json(book.latest()));
recipes.get("/:slug", (req, res) => {
  const recipe = book.find(req.params.slug);
  if (!recipe) return res.status(404).json({ error: "RECIPE_NOT_FOUND" });
  res.json(recipe);
});
`,
    "src/book.js": `const recipes = [
  { slug: "dark-lager", title: "Dark lager", hops: ["Saaz"] },
  { slug: "session-ipa", title: "Session IPA", hops: ["Citra", "Mosaic"] },
];

export const titles = () => recipes.map(({ slug, title }) => ({ slug, title }));
export const latest = () => recipes.at(-1);
export const find = (slug) => recipes.find((recipe) => recipe.slug === slug);
`,
    "widget/widget.js": `fetch("https://recipes.example.test/api/recipes/lastest")
  .then((answer) => answer.json())
  .then(({ title }) => document.querySelector("#recipe").append(title));
`,
    "recipes.http": `@api = http://localhost:PORT_OF_api/api

### all
GET {{api}}/recipes

### one
GET {{api}}/recipes/dark-lager

### what the widget shows
# @name widget
GET {{api}}/recipes/lastest
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["recipes.http#widget"],
  facts: [
    "GET /api/recipes 200",
    "GET /api/recipes/dark-lager 200",
    "GET /api/recipes/lastest 404",
    "GET /api/recipes/latest 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [
      { file: "src/recipes.js", text: '"/latest"' },
      { file: "widget/widget.js", text: "lastest" },
    ],
    fixes: [{ url: "/api/recipes/latest" }],
  },
};

/** A brewery: its batches, and the recipes it shares. */
export const brewing: readonly Scenario[] = [batch, recipe];
