import type { Scenario } from "../../scenario.ts";

const feeding: Scenario = {
  name: "feeding-plan-of-a-tank",
  files: {
    "package.json": `{
  "name": "aquarium-feeding",
  "type": "module",
  "dependencies": { "koa": "^2.15.3", "@koa/router": "^13.1.0" }
}
`,
    "server.js": `import Router from "@koa/router";
import Koa from "koa";
import { loadPlans } from "./plans.js";

const plans = loadPlans(process.env.PLANS ?? "data/local.json");
const app = new Koa();
const router = new Router({ prefix: "/api/feeding-plans" });

router.get("/", (ctx) => {
  ctx.body = plans.map(({ id, tank }) => ({ id, tank }));
});

router.get("/:id", (ctx) => {
  const plan = plans.find(({ id }) => id === Number(ctx.params.id));
  if (!plan) {
    ctx.status = 404;
    ctx.body = { error: "feeding plan not found" };
    return;
  }
  ctx.body = plan;
});

app.use(router.routes()).use(router.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "plans.js": `import { readFileSync } from "node:fs";

export function loadPlans(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
`,
    "data/local.json": `[{ "id": 1, "tank": "Test tank", "times": ["08:00"] }]
`,
    ".vscode/settings.json": `{
  "editor.tabSize": 2,
  "rest-client.environmentVariables": {
    "$shared": {
      "version": "1"
    },
    "staging": {
      "baseUrl": "http://localhost:PORT_OF_staging"
    },
    "production": {
      "baseUrl": "http://localhost:PORT_OF_production"
    }
  }
}
`,
    "requests.http": `### Plans
GET {{baseUrl}}/api/feeding-plans

### Plan of the reef tank
# @name reef
GET {{baseUrl}}/api/feeding-plans/5531
Accept: application/json
`,
  },
  deployed: {
    "server.js": `import Router from "@koa/router";
import Koa from "koa";
import { loadPlans } from "./plans.js";

const plans = loadPlans(process.env.PLANS ?? "data/local.json");
const app = new Koa();
const router = new Router({ prefix: "/api/feeding-plans" });

router.get("/", (ctx) => {
  ctx.body = plans.map(({ id, tank }) => ({ id, tank }));
});

router.get("/:id", (ctx) => {
  const plan = plans.find(({ id }) => id === Number(ctx.params.id));
  if (!plan) {
    ctx.status = 404;
    ctx.body = { error: "feeding plan not found" };
    return;
  }
  ctx.body = plan;
});

app.use(router.routes()).use(router.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "plans.js": `import { readFileSync } from "node:fs";

export function loadPlans(file) {
  return JSON.parse(readFileSync(file, "utf8"));
}
`,
    "production.json": `[
  { "id": 5102, "tank": "Kelp forest", "times": ["09:00", "16:00"] },
  { "id": 5110, "tank": "Rays", "times": ["11:00"] }
]
`,
    "staging.json": `[
  { "id": 5102, "tank": "Kelp forest", "times": ["09:00", "16:00"] },
  { "id": 5531, "tank": "Reef", "times": ["08:30", "17:00"] }
]
`,
  },
  servers: [
    { name: "staging", entry: "deployed:server.js", env: { PLANS: "staging.json" } },
    { name: "production", entry: "deployed:server.js", env: { PLANS: "production.json" } },
  ],
  ask: ["requests.http#reef", "--env", "production"],
  facts: [
    "production:GET /api/feeding-plans/5531 404",
    "staging:GET /api/feeding-plans/5531 200",
    "production:GET /api/feeding-plans/5102 200",
    "production:GET /api/feeding-plans 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: ".vscode/settings.json", text: "PORT_OF_production" },
      { file: ".vscode/settings.json", text: "PORT_OF_staging" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_staging/api/feeding-plans/5531" }],
  },
};

const labels: Scenario = {
  name: "label-writer-models",
  files: {
    "package.json": `{
  "name": "tank-labels",
  "type": "module",
  "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" }
}
`,
    "gateway/server.mjs": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { bearerAuth } from "hono/bearer-auth";

const models = [
  { id: "label-small", object: "model", owned_by: "aquarium" },
  { id: "label-large", object: "model", owned_by: "aquarium" },
];

const v1 = new Hono();
v1.use(bearerAuth({ token: process.env.GATEWAY_KEY ?? "aq-local-key" }));
v1.get("/models", (c) => c.json({ object: "list", data: models }));
v1.post("/chat/completions", async (c) => {
  const { model } = await c.req.json();
  return c.json({ object: "chat.completion", model, choices: [{ message: { role: "assistant", content: "…" } }] });
});

const app = new Hono();
app.get("/healthz", (c) => c.text("ok"));
app.route("/v1", v1);
app.notFound((c) =>
  c.json({ error: { message: \`Unknown request URL: \${c.req.method} \${c.req.path}\`, type: "invalid_request_error", code: "unknown_url" } }, 404),
);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 4000) });
`,
    "writer/write.mjs": `import { readFile } from "node:fs/promises";

const { OPENAI_BASE_URL, OPENAI_API_KEY } = process.env;

export async function writeLabel(species) {
  const prompt = await readFile(new URL("./prompt.txt", import.meta.url), "utf8");
  const response = await fetch(\`\${OPENAI_BASE_URL}/chat/completions\`, {
    method: "POST",
    headers: { "content-type": "application/json", authorization: \`Bearer \${OPENAI_API_KEY}\` },
    body: JSON.stringify({ model: "label-small", messages: [{ role: "user", content: \`\${prompt}\\n\${species}\` }] }),
  });
  if (!response.ok) throw new Error(\`\${response.status} \${await response.text()}\`);
  const { choices } = await response.json();
  return choices[0].message.content;
}
`,
    "writer/prompt.txt": `Write a label of forty words for the tank of this species.
`,
    ".env": `OPENAI_BASE_URL=http://localhost:PORT_OF_gateway
OPENAI_API_KEY=aq-local-key
`,
    "models.http": `# @name models
GET {{$dotenv OPENAI_BASE_URL}}/models
Authorization: Bearer {{$dotenv OPENAI_API_KEY}}
`,
  },
  servers: [{ name: "gateway", entry: "gateway/server.mjs" }],
  ask: ["models.http#models"],
  facts: [
    "GET /models 404 | Authorization: Bearer aq-local-key",
    "GET /v1/models 200 | Authorization: Bearer aq-local-key",
    "GET /v1/models 401",
    "GET /healthz 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "gateway/server.mjs", text: 'v1.get("/models"' },
      { file: "gateway/server.mjs", text: 'app.route("/v1"' },
      { file: ".env", text: "OPENAI_BASE_URL" },
    ],
    fixes: [{ url: "/v1/models" }],
  },
};

/** Public aquarium and its shop: feeding plans, tickets, fish and the labels of tanks. */
export const aquariums: readonly Scenario[] = [feeding, labels];
