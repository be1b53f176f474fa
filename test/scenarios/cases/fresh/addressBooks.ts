import type { Scenario } from "../../scenario.ts";

const person: Scenario = {
  name: "person-by-mail",
  files: {
    "package.json": `{ "name": "people", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "people.js": `import Fastify from "fastify";

const people = [
  { mail: "ada@example.org", phone: "112" },
  { mail: "grace@example.org", phone: "117" },
];
const app = Fastify();

app.get("/people", async () => people);
app.get("/people/:mail", async ({ params }, reply) => people.find(({ mail }) => mail === params.mail) ?? reply.code(404).send({ error: "Nobody has that address" }));

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "people.http": `@book = http://localhost:PORT_OF_api

# @name alan
GET {{book}}/people/alan@example.org
`,
  },
  servers: [{ name: "api", entry: "people.js" }],
  ask: ["people.http#alan"],
  facts: ["GET /people 200", "GET /people/alan@example.org 404", "GET /people/ada@example.org 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "people.js", text: 'app.get("/people/:mail"' }],
  },
};

const country: Scenario = {
  name: "country-of-two-letters",
  files: {
    "package.json": `{ "name": "countries", "dependencies": { "express": "^5.0.0" } }
`,
    "index.js": `const express = require("express");
const countries = require("./countries");

const app = express();
app.get("/api/countries", (req, res) => res.json(countries));
app.get("/api/countries/:code", (req, res) => {
  const country = countries.find(({ code }) => code === req.params.code);
  if (!country) return res.status(404).json({ error: "country not served" });
  res.json(country);
});
app.listen(process.env.PORT || 3000);
`,
    "countries.js": `module.exports = [
  { code: "de", name: "Germany" },
  { code: "nl", name: "Netherlands" },
];
`,
    "countries.http": `### countries
GET http://localhost:PORT_OF_api/api/countries

### Belgium
# @name belgium
GET http://localhost:PORT_OF_api/api/countries/be
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["countries.http#belgium"],
  facts: ["GET /api/countries 200", "GET /api/countries/be 404", "GET /api/countries/nl 200", "GET /api/other 404"],
  truth: { outcome: "not-found", kinds: ["unknown-id"], links: [{ file: "index.js", text: '"/api/countries/:code"' }] },
};

const document: Scenario = {
  name: "document-by-its-name",
  files: {
    "package.json": `{ "name": "documents", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/main.ts": `import express from "express";
import { Documents } from "./documents.ts";

const documents = new Documents();
const app = express();

app.get("/documents", (_req, res) => {
  res.json(documents.list());
});
app.get("/documents/:name", (req, res) => {
  const text = documents.read(req.params.name);
  if (text === undefined) {
    res.status(404).json({ error: "There is no such document" });
    return;
  }
  res.type("text/plain").send(text);
});

app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/documents.ts": `export class Documents {
  private readonly texts = new Map([
    ["minutes-may.txt", "Present: all."],
    ["minutes-june.txt", "Present: most."],
  ]);

  list(): readonly { name: string }[] {
    return [...this.texts.keys()].map((name) => ({ name }));
  }

  read(name: string): string | undefined {
    return this.texts.get(name);
  }
}
`,
    "documents.http": `# @name july
GET http://localhost:PORT_OF_api/documents/minutes-july.txt
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["documents.http#july"],
  facts: [
    "GET /documents 200",
    "GET /documents/minutes-july.txt 404",
    "GET /documents/minutes-may.txt 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/main.ts", text: 'app.get("/documents/:name"' }],
  },
};

/** Address books: a person by mail, a country by two letters, a document by its file's name, a post by its date and slug. */
export const addressBooks: readonly Scenario[] = [person, country, document];
