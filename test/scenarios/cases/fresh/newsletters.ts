import type { Scenario } from "../../scenario.ts";

const issue: Scenario = {
  name: "issue-in-the-archive",
  files: {
    "package.json": `{ "name": "newsletter", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/server.js": `import express from "express";
import { archive } from "./archive.js";
import { subscribers } from "./subscribers.js";

const app = express();
app.use("/api/subscribers", subscribers);
app.use("/archive", archive);
app.use((req, res) => res.status(404).send("<!doctype html><title>Not here</title><p>We moved a lot in May."));
app.listen(process.env.PORT ?? 3000);
`,
    "src/archive.js": `import { Router } from "express";
import { layout } from "./layout.js";

const issues = {
  "2026-10": { subject: "Leaves", html: "<p>Rake them.</p>" },
  "2026-11": { subject: "Not found: the sun", html: "<p>404 hours of rain in November. Page not found? The sun neither.</p>" },
};

export const archive = Router();
archive.get("/:month", (req, res, next) => {
  const issue = issues[req.params.month];
  if (!issue) return next();
  res.send(layout(issue.subject, \`<div id="app">\${issue.html}</div>\`));
});
`,
    "src/layout.js": `export const layout = (title, body) => \`<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>\${title}</title><script src="/app.js" defer></script></head>
  <body>\${body}</body>
</html>\`;
`,
    "src/subscribers.js": `import { Router } from "express";

export const subscribers = Router();
subscribers.get("/", (req, res) => res.json({ total: 1204 }));
`,
    "news.http": `@site = http://localhost:PORT_OF_site

### how many read it
GET {{site}}/api/subscribers

### the last issue, as it stands in the archive
# @name last
GET {{site}}/archive/2026-11
`,
  },
  servers: [{ name: "site", entry: "src/server.js" }],
  ask: ["news.http#last"],
  facts: ["GET /archive/2026-11 200", "GET /archive/2026-01 404", "GET /api/subscribers 200"],
  truth: { outcome: "answered", kinds: [] },
};

const desk: Scenario = {
  name: "desk-of-the-editors",
  files: {
    "package.json": `{ "name": "editorial", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "src/server.ts": `import Fastify from "fastify";
import { drafts } from "./drafts.ts";
import { identify } from "./identify.ts";
import { issues } from "./issues.ts";

const app = Fastify();
app.decorateRequest("staff", null);
app.addHook("onRequest", identify);
app.register(issues, { prefix: "/v1/issues" });
app.register(drafts, { prefix: "/v1/drafts" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/identify.ts": `import type { FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyRequest {
    staff: { name: string; role: "author" | "editor" } | null;
  }
}

const keys = new Map<string, { name: string; role: "author" | "editor" }>([
  ["nk_4d2a90aa", { name: "Bo", role: "author" }],
  ["nk_c81f37be", { name: "Maren", role: "editor" }],
]);

export async function identify(request: FastifyRequest) {
  request.staff = keys.get(String(request.headers["x-api-key"])) ?? null;
}
`,
    "src/issues.ts": `import type { FastifyInstance } from "fastify";

export async function issues(app: FastifyInstance) {
  app.get("/", async () => ({ issues: ["2026-10", "2026-11"] }));
}
`,
    "src/drafts.ts": `import type { FastifyInstance } from "fastify";

export async function drafts(app: FastifyInstance) {
  // outsiders need not know that there is a desk
  app.addHook("preHandler", async (request, reply) => {
    if (request.staff?.role !== "editor") reply.callNotFound();
  });
  app.get("/", async () => ({ drafts: [{ month: "2026-12", title: "Snow" }] }));
  app.get("/:month", async () => ({ month: "2026-12", title: "Snow" }));
}
`,
    "http-client.env.json": `{
  "bo": { "host": "http://localhost:PORT_OF_api" },
  "maren": { "host": "http://localhost:PORT_OF_api" }
}
`,
    "http-client.private.env.json": `{ "bo": { "key": "nk_4d2a90aa" }, "maren": { "key": "nk_c81f37be" } }
`,
    "desk.http": `### published
GET {{host}}/v1/issues
X-Api-Key: {{key}}

### what is being written
# @name written
GET {{host}}/v1/drafts
X-Api-Key: {{key}}
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["desk.http#written", "--env", "bo"],
  facts: [
    "GET /v1/issues 200 | X-Api-Key: nk_4d2a90aa",
    "GET /v1/drafts 404 | X-Api-Key: nk_4d2a90aa",
    "GET /v1/drafts 200 | X-Api-Key: nk_c81f37be",
    "GET /v1/drafts 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "src/drafts.ts", text: "callNotFound()" },
      { file: "src/drafts.ts", text: 'app.addHook("preHandler"' },
      { file: "src/drafts.ts", text: 'app.get("/", async' },
    ],
  },
  credentials: [
    { value: "nk_4d2a90aa", servers: ["api"] },
    { value: "nk_c81f37be", servers: ["api"] },
  ],
};

/** Newsletters: issues in the archive and the desk of the editors. */
export const newsletters: readonly Scenario[] = [issue, desk];
