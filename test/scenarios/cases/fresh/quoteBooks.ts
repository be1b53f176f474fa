import type { Scenario } from "../../scenario.ts";

const quotes: Scenario = {
  name: "search-in-a-quote-book",
  files: {
    "package.json": `{ "name": "quote-book", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/quotes.ts": `import type { FastifyPluginAsync } from "fastify";

const quotes = [
  { id: "q1", by: "Seneca", text: "While we wait for life, life passes." },
  { id: "q2", by: "Busch", text: "Das Gute steht fest." },
];

export const quoteRoutes: FastifyPluginAsync = async (app) => {
  app.get<{ Params: { id: string } }>("/:id", async (request, reply) => {
    const quote = quotes.find(({ id }) => id === request.params.id);
    if (!quote) {
      reply.status(404);
      return { message: \`no quote \${request.params.id}\` };
    }
    return quote;
  });

  app.post<{ Body: { by?: string } }>("/search", async (request) => {
    const by = request.body?.by ?? "";
    return quotes.filter((quote) => quote.by.includes(by));
  });
};
`,
    "src/main.ts": `import Fastify from "fastify";
import { quoteRoutes } from "./quotes.ts";

const app = Fastify();
app.register(quoteRoutes, { prefix: "/quotes" });
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "quotes.http": `@book = http://localhost:PORT_OF_api

### one
GET {{book}}/quotes/q1

### by Seneca
# @name seneca
GET {{book}}/quotes/search?by=Seneca
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["quotes.http#seneca"],
  facts: ["GET /quotes/q1 200", "GET /quotes/search?by=Seneca 404", "POST /quotes/search 200", "GET /quotes/q9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "src/quotes.ts", text: '"/search"' }],
    fixes: [{ method: "POST" }],
  },
};

const packages: Scenario = {
  name: "package-with-a-capital",
  files: {
    "package.json": `{ "name": "registry", "private": true, "dependencies": { "express": "^5.0.0" } }
`,
    "registry/index.js": `const express = require("express");
const { packages } = require("./packages");

const app = express();

app.get("/-/all", (_req, res) => {
  res.json(packages.map(({ name }) => name));
});

app.get("/packages/:name/latest", (req, res) => {
  const found = packages.find(({ name }) => name === req.params.name);
  if (found === undefined) {
    return res.status(404).json({ error: "document not found" });
  }
  res.json({ name: found.name, version: found.version });
});

app.listen(process.env.PORT || 4873);
`,
    "registry/packages.js": `exports.packages = [
  { name: "colour-wheel", version: "2.0.1" },
  { name: "paper-sizes", version: "1.4.0" },
];
`,
    "docs/install.md": `# Install

    get Paper-Sizes

See http://localhost:PORT_OF_registry/packages/Paper-Sizes/latest
`,
    "registry.http": `@registry = http://localhost:PORT_OF_registry

### all
GET {{registry}}/-/all

### as the page says
# @name sizes
GET {{registry}}/packages/Paper-Sizes/latest
`,
  },
  servers: [{ name: "registry", entry: "registry/index.js" }],
  ask: ["registry.http#sizes"],
  facts: [
    "GET /-/all 200",
    "GET /packages/Paper-Sizes/latest 404",
    "GET /packages/paper-sizes/latest 200",
    "GET /packages/x/latest 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format", "case"],
    links: [
      { file: "registry.http", text: "Paper-Sizes" },
      { file: "docs/install.md", text: "/packages/Paper-Sizes" },
      { file: "registry/packages.js", text: "paper-sizes" },
      { file: "registry/index.js", text: '"/packages/:name/latest"' },
    ],
    fixes: [{ url: "/packages/paper-sizes/latest" }],
  },
};

/** A search that is posted and was got, a package with a capital. */
export const quoteBooks: readonly Scenario[] = [quotes, packages];
