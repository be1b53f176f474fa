import type { Scenario } from "../../scenario.ts";

const paper: Scenario = {
  name: "paper-to-be-signed",
  files: {
    "package.json": `{ "name": "signing", "type": "module", "dependencies": { "@koa/router": "^15.0.0", "koa": "^3.0.0" } }
`,
    "src/index.js": `import Koa from "koa";
import { authenticate } from "./auth.js";
import { documents } from "./documents/router.js";

const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (error) {
    ctx.status = error.status ?? 500;
    ctx.body = { error: { status: ctx.status, title: error.expose ? error.message : "Internal error" } };
  }
});
app.use(authenticate);
app.use(documents.routes());
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/auth.js": `import { people } from "./people.js";

export async function authenticate(ctx, next) {
  const [, token] = /^Bearer (.+)$/.exec(ctx.get("authorization")) ?? [];
  const person = people.find((one) => one.token === token);
  if (!person) ctx.throw(401, "Sign in first");
  ctx.state.person = person;
  await next();
}
`,
    "src/people.js": `export const people = [
  { email: "sandra@acme.example", token: process.env.TOKEN_SANDRA ?? "tk-5f1c0e77b2" },
  { email: "li@acme.example", token: process.env.TOKEN_LI ?? "tk-a90d34c61e" },
];
`,
    "src/documents/router.js": `import Router from "@koa/router";
import { findDocument, inbox } from "./store.js";

export const documents = new Router({ prefix: "/v1/documents" });

documents.get("/", (ctx) => {
  ctx.body = { items: inbox(ctx.state.person.email) };
});

documents.get("/:documentId", (ctx) => {
  const document = findDocument(ctx.params.documentId, ctx.state.person.email);
  ctx.assert(document, 404, "Document not found");
  ctx.body = document;
});

documents.post("/:documentId/signature", (ctx) => {
  ctx.status = 202;
});
`,
    "src/documents/store.js": `const documents = [
  { id: "d-3391", title: "Lease", sender: "sandra@acme.example", signers: ["li@acme.example"] },
  { id: "d-3402", title: "Severance", sender: "li@acme.example", signers: ["hr@acme.example"] },
];

const takesPart = (document, email) => document.sender === email || document.signers.includes(email);

export const inbox = (email) => documents.filter((document) => takesPart(document, email));
export const findDocument = (id, email) => inbox(email).find((document) => document.id === id);
`,
    "http/http-client.env.json": `{
  "sandra": { "api": "http://localhost:PORT_OF_api/v1" },
  "li": { "api": "http://localhost:PORT_OF_api/v1" }
}
`,
    "http/http-client.private.env.json": `{
  "sandra": { "token": "tk-5f1c0e77b2" },
  "li": { "token": "tk-a90d34c61e" }
}
`,
    "http/documents.http": `### what waits for me
GET {{api}}/documents
Authorization: Bearer {{token}}

### the lease
GET {{api}}/documents/d-3391
Authorization: Bearer {{token}}

### the one of the reminder mail
# @name reminder
GET {{api}}/documents/d-3402
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["http/documents.http#reminder", "--env", "sandra"],
  facts: [
    "GET /v1/documents/d-3391 200 | Authorization: Bearer tk-5f1c0e77b2",
    "GET /v1/documents/d-3402 404 | Authorization: Bearer tk-5f1c0e77b2",
    "GET /v1/documents/d-3402 200 | Authorization: Bearer tk-a90d34c61e",
    "GET /v1/documents/d-9 404 | Authorization: Bearer tk-a90d34c61e",
    "GET /v1/documents 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "src/documents/store.js", text: "const takesPart" },
      { file: "src/documents/store.js", text: "export const findDocument" },
      { file: "src/documents/store.js", text: "export const inbox" },
      { file: "src/documents/router.js", text: "findDocument(ctx" },
      { file: "src/documents/router.js", text: 'documents.get("/:documentId"' },
    ],
  },
  credentials: [
    { value: "tk-5f1c0e77b2", servers: ["api"] },
    { value: "tk-a90d34c61e", servers: ["api"] },
  ],
};

const template: Scenario = {
  name: "template-of-a-contract",
  files: {
    "package.json": `{ "name": "templates", "type": "module", "engines": { "node": ">=22" } }
`,
    "CHANGELOG.md": `# Changelog

## 3.4.0

- Templates have readable names now ("Mutual NDA" rather than "NDA 2023 FINAL v2").
- \`GET /v1/templates?q=\` searches titles.

## 3.3.1

- Faster list.
`,
    "server.mjs": `import { createServer } from "node:http";
import { match } from "./lib/match.mjs";
import { getTemplate, listTemplates } from "./lib/templates.mjs";

const table = [
  ["GET", "/v1/templates", listTemplates],
  ["GET", "/v1/templates/:slug", getTemplate],
];

const server = createServer(async (request, response) => {
  const url = new URL(request.url, "http://templates");
  const found = match(table, request.method, url.pathname);
  const { status = 200, body } = found
    ? await found.handler({ params: found.params, query: url.searchParams })
    : { status: 404, body: { type: "about:blank", title: "No such route" } };
  response.writeHead(status, { "Content-Type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
});
server.listen(process.env.PORT ?? 3000);
`,
    "lib/match.mjs": `export function match(table, method, pathname) {
  const segments = pathname.split("/");
  for (const [verb, pattern, handler] of table) {
    const parts = pattern.split("/");
    const fits = parts.every((part, index) => part.startsWith(":") || part === segments[index]);
    if (verb === method && fits && parts.length === segments.length) {
      const names = parts.flatMap((part, index) => (part.startsWith(":") ? [[part.slice(1), segments[index]]] : []));
      return { handler, params: Object.fromEntries(names) };
    }
  }
  return null;
}
`,
    "lib/templates.mjs": `import { readFileSync } from "node:fs";

const templates = JSON.parse(readFileSync(new URL("../data/templates.json", import.meta.url), "utf8"));

export function listTemplates({ query }) {
  const q = (query.get("q") ?? "").toLowerCase();
  return { body: { templates: templates.filter(({ title }) => title.toLowerCase().includes(q)) } };
}

export function getTemplate({ params }) {
  const template = templates.find(({ slug }) => slug === params.slug);
  return template ? { body: template } : { status: 404, body: { type: "about:blank", title: "No such template" } };
}
`,
    "data/templates.json": `[
  { "id": 11, "slug": "mutual-nda", "title": "Mutual NDA", "formerSlugs": ["nda-2023-final-v2"] },
  { "id": 12, "slug": "freelance", "title": "Freelance agreement", "formerSlugs": [] },
  { "id": 15, "slug": "lease", "title": "Lease of an office", "formerSlugs": ["lease-office-new"] }
]
`,
    "crm/sendNda.mjs": `const host = process.env.TEMPLATES_URL;

export async function sendNda(customer) {
  const template = await fetch(\`\${host}/v1/templates/nda-2023-final-v2\`).then((answer) => answer.json());
  return { to: customer.email, template: template.id };
}
`,
    "templates.http": `@host = http://localhost:PORT_OF_api

### search
GET {{host}}/v1/templates?q=nda

### freelance
GET {{host}}/v1/templates/freelance

### the one the CRM sends
# @name crm
GET {{host}}/v1/templates/nda-2023-final-v2
`,
  },
  servers: [{ name: "api", entry: "server.mjs" }],
  ask: ["templates.http#crm"],
  facts: [
    "GET /v1/templates 200",
    "GET /v1/templates/freelance 200",
    "GET /v1/templates/nda-2023-final-v2 404",
    "GET /v1/templates/mutual-nda 200",
    "GET /v1/nothing 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "data/templates.json", text: '"mutual-nda"' },
      { file: "crm/sendNda.mjs", text: "nda-2023-final-v2" },
      { file: "lib/templates.mjs", text: "slug === params.slug" },
      { file: "server.mjs", text: '"/v1/templates/:slug"' },
    ],
    fixes: [{ url: "/v1/templates/mutual-nda" }],
  },
};

/** Signing of documents: the documents themselves and the templates they are made from. */
export const signing: readonly Scenario[] = [paper, template];
