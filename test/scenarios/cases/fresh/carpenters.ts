import type { Scenario } from "../../scenario.ts";

const plan: Scenario = {
  name: "plan-of-a-staircase",
  files: {
    "package.json": `{ "name": "plans", "type": "module", "dependencies": { "@koa/router": "^15.0.0", "koa": "^3.0.0" } }
`,
    "src/index.js": `import Koa from "koa";
import { router } from "./router.js";
import { signIn } from "./signIn.js";

new Koa().use(signIn).use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "src/signIn.js": `const people = { "k-11aa07": { name: "Wim", foreman: false }, "k-92fe31": { name: "Truus", foreman: true } };

export async function signIn(ctx, next) {
  ctx.state.person = people[ctx.get("x-key")];
  if (!ctx.state.person) ctx.throw(401);
  await next();
}
`,
    "src/router.js": `import Router from "@koa/router";
import { plans } from "./plans.js";

export const router = new Router();

router.get("/plans", (ctx) => {
  ctx.body = plans.filter(({ draft }) => !draft || ctx.state.person.foreman).map(({ id }) => id);
});

router.get("/plans/:id", (ctx) => {
  const plan = plans.find(({ id }) => id === ctx.params.id);
  if (!plan || (plan.draft && !ctx.state.person.foreman)) {
    ctx.status = 404;
    ctx.body = { error: "no plan" };
    return;
  }
  ctx.body = plan;
});
`,
    "src/plans.js": `export const plans = [
  { id: "pl-60", what: "kitchen", draft: false },
  { id: "pl-61", what: "staircase", draft: true },
];
`,
    "http-client.env.json": `{ "wim": { "host": "http://localhost:PORT_OF_api" } }
`,
    "http-client.private.env.json": `{ "wim": { "key": "k-11aa07" } }
`,
    "plans.http": `### all
GET {{host}}/plans
X-Key: {{key}}

### staircase
# @name stairs
GET {{host}}/plans/pl-61
X-Key: {{key}}
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["plans.http#stairs", "--env", "wim"],
  facts: [
    "GET /plans 200 | X-Key: k-11aa07",
    "GET /plans/pl-60 200 | X-Key: k-11aa07",
    "GET /plans/pl-61 404 | X-Key: k-11aa07",
    "GET /plans/pl-61 200 | X-Key: k-92fe31",
    "GET /plans/pl-99 404 | X-Key: k-92fe31",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "src/router.js", text: "if (!plan || (plan.draft" },
      { file: "src/plans.js", text: '"pl-61"' },
      { file: "src/router.js", text: '"/plans/:id"' },
    ],
  },
  credentials: [{ value: "k-11aa07", servers: ["api"] }],
};

const offcut: Scenario = {
  name: "offcuts-of-oak",
  files: {
    "package.json": `{ "name": "offcuts", "type": "module", "dependencies": { "@hono/node-server": "^2.0.0", "hono": "^4.6.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { app } from "./app.ts";

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8787) });
`,
    "src/app.ts": `import { Hono } from "hono";
import { offcuts } from "./offcuts.ts";
import { tools } from "./tools.ts";

export const app = new Hono();

app.route("/api/tools", tools);

app.all("/api/*", (c) => c.json({ success: false, message: \`\${c.req.method} \${c.req.path} is not available\` }, 404));

app.route("/api/offcuts", offcuts);
app.get("/", (c) => c.html("<h1>Workshop</h1>"));
`,
    "src/tools.ts": `import { Hono } from "hono";

export const tools = new Hono().get("/", (c) => c.json(["plane", "chisel"]));
`,
    "src/offcuts.ts": `import { Hono } from "hono";

const wood: Record<string, { lengths: number[] }> = { oak: { lengths: [40, 65] }, ash: { lengths: [] } };

export const offcuts = new Hono();
offcuts.get("/:wood", (c) => {
  const found = wood[c.req.param("wood")];
  return found ? c.json(found) : c.json({ success: false, message: "no such wood" }, 404);
});
`,
    "offcuts.http": `@api = http://localhost:PORT_OF_api/api

### tools
GET {{api}}/tools

### oak
# @name oak
GET {{api}}/offcuts/oak
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["offcuts.http#oak"],
  facts: ["GET / 200", "GET /api/tools 200", "GET /api/offcuts/oak 404", "GET /api/offcuts 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all"],
    links: [
      { file: "src/app.ts", text: 'app.all("/api/*"' },
      { file: "src/app.ts", text: 'app.route("/api/offcuts"' },
      { file: "src/offcuts.ts", text: 'offcuts.get("/:wood"' },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** Carpenters: their plans and offcuts. */
export const carpenters: readonly Scenario[] = [plan, offcut];
