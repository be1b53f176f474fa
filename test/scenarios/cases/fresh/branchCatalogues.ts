import type { Scenario } from "../../scenario.ts";

const shelfmark: Scenario = {
  name: "book-at-the-branch-across-the-river",
  files: {
    "package.json": `{ "name": "branches", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "README.md": `# Branch catalogue

Every request says which branch it is about: \`?branch=east\` or \`?branch=west\`.
`,
    "server/index.ts": `import express from "express";
import { holdings } from "./holdings.ts";

const app = express();

app.use((req, res, next) => {
  const branch = String(req.query.branch ?? "");
  if (!(branch in holdings)) {
    res.status(400).json({ error: "which branch?" });
    return;
  }
  res.locals.books = holdings[branch];
  next();
});

app.get("/books", (_req, res) => {
  res.json(Object.keys(res.locals.books));
});

app.get("/books/:shelfmark", (req, res) => {
  const title = res.locals.books[req.params.shelfmark];
  if (!title) res.status(404).json({ error: "not held" });
  else res.json({ title });
});

app.listen(process.env.PORT ?? 3000);
`,
    "server/holdings.ts": `export const holdings: Record<string, Record<string, string>> = {
  east: { "Kx-114": "The Peregrine", "Kx-120": "Waterlog" },
  west: { "Lm-002": "Stone Age Economics" },
};
`,
    "books.http": `@catalogue = http://localhost:PORT_OF_api
@branch = west

### all of the west
GET {{catalogue}}/books?branch={{branch}}

### the falcon book
# @name falcon
GET {{catalogue}}/books/Kx-114?branch={{branch}}
`,
  },
  servers: [{ name: "api", entry: "server/index.ts" }],
  ask: ["books.http#falcon"],
  facts: [
    "GET /books?branch=west 200",
    "GET /books/Kx-114?branch=west 404",
    "GET /books/Kx-114?branch=east 200",
    "GET /books/Kx-114 400",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "books.http", text: "@branch = west" },
      { file: "server/holdings.ts", text: "east:" },
      { file: "server/index.ts", text: "req.query.branch" },
      { file: "server/index.ts", text: '"/books/:shelfmark"' },
    ],
    fixes: [{ url: "/books/Kx-114?branch=east" }],
  },
};

/** Branches of a library: a book that another branch holds. */
export const branchCatalogues: readonly Scenario[] = [shelfmark];
