import type { Scenario } from "../../scenario.ts";

const audit: Scenario = {
  name: "audit-of-lost-property",
  files: {
    "package.json": `{ "name": "lost-property", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^2.0.0" } }
`,
    "src/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { audit } from "./audit.ts";
import { items } from "./items.ts";
import { clerkOnly } from "./roles.ts";

const app = new Hono();
app.get("/items", (c) => c.json(items.filter((item) => !item.collected)));
app.use("/back-office/*", clerkOnly);
app.route("/back-office/audit", audit);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/roles.ts": `import { createMiddleware } from "hono/factory";

const badges = new Set(["badge-5512"]);

export const clerkOnly = createMiddleware(async (c, next) => {
  const badge = c.req.header("x-badge");
  if (badge === undefined || !badges.has(badge)) return c.notFound();
  await next();
});
`,
    "src/audit.ts": `import { Hono } from "hono";
import { items } from "./items.ts";

export const audit = new Hono();
audit.get("/", (c) => c.json({ items: items.length, collected: items.filter(({ collected }) => collected).length }));
`,
    "src/items.ts": `export const items = [
  { no: 1, what: "umbrella", collected: false },
  { no: 2, what: "left glove", collected: true },
];
`,
    "http-client.env.json": `{ "counter": { "host": "http://localhost:PORT_OF_api" } }
`,
    "lost.http": `### public list
GET {{host}}/items

### numbers for the yearly report
# @name audit
GET {{host}}/back-office/audit
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["lost.http#audit", "--env", "counter"],
  facts: ["GET /items 200", "GET /back-office/audit 404", "GET /back-office/audit 200 | X-Badge: badge-5512"],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "src/roles.ts", text: "return c.notFound()" },
      { file: "src/server.ts", text: 'app.use("/back-office/*", clerkOnly)' },
      { file: "src/audit.ts", text: 'audit.get("/"' },
      { file: "src/roles.ts", text: 'c.req.header("x-badge")' },
    ],
  },
};

/** At the lost property office. */
export const lostProperty: readonly Scenario[] = [audit];
