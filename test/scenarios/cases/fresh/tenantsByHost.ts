import type { Scenario } from "../../scenario.ts";

const menus: Scenario = {
  name: "menu-of-a-bistro-at-home",
  files: {
    "package.json": `{ "name": "menus", "private": true, "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    "src/main.js": `import Koa from "koa";
import { menus } from "./menus.js";
import { house } from "./house.js";

const app = new Koa();
app.use(house);
app.use(menus.routes()).use(menus.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "src/house.js": `import { readFileSync } from "node:fs";

const houses = JSON.parse(readFileSync(new URL("../houses.json", import.meta.url), "utf8"));

export async function house(ctx, next) {
  ctx.state.house = houses[ctx.hostname]?.id ?? null;
  await next();
}
`,
    "src/menus.js": `import Router from "@koa/router";

const all = [
  { id: 5, house: "bistro", dish: "Quiche" },
  { id: 6, house: "krone", dish: "Knödel" },
];
export const menus = new Router({ prefix: "/menus" });

menus.get("/", (ctx) => {
  ctx.body = all.filter((menu) => menu.house === ctx.state.house);
});

menus.get("/:id", (ctx) => {
  const menu = all.find((each) => each.house === ctx.state.house && each.id === Number(ctx.params.id));
  ctx.assert(menu, 404, "menu not found");
  ctx.body = menu;
});
`,
    "houses.json": `{
  "bistro.tischlein.example": { "id": "bistro" },
  "krone.tischlein.example": { "id": "krone" }
}
`,
    "menus.http": `@site = http://localhost:PORT_OF_web

### quiche
# @name quiche
GET {{site}}/menus/5

### the other house
GET {{site}}/menus/6
Host: krone.tischlein.example
`,
  },
  servers: [{ name: "web", entry: "src/main.js" }],
  ask: ["menus.http#quiche"],
  facts: [
    "GET /menus 200",
    "GET /menus/5 404",
    "GET /menus/5 200 | Host: bistro.tischlein.example",
    "GET /menus/5 404 | Host: krone.tischlein.example",
    "GET /menus/6 200 | Host: krone.tischlein.example",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant"],
    links: [
      { file: "src/house.js", text: "ctx.hostname" },
      { file: "houses.json", text: "bistro.tischlein" },
      { file: "src/menus.js", text: "each.house === ctx.state.house" },
      { file: "src/menus.js", text: 'menus.get("/:id"' },
    ],
  },
};

const drafts: Scenario = {
  name: "usage-of-the-drafting-model",
  files: {
    "package.json": `{ "name": "drafting", "private": true, "type": "module" }
`,
    "src/usage.js": `const { AI_ENDPOINT, AI_KEY, AI_MODEL } = process.env;

export async function usage() {
  const answer = await fetch(\`\${AI_ENDPOINT}/openai/deployments/\${AI_MODEL}/usage?api-version=2024-10-21\`, {
    headers: { "api-key": AI_KEY },
  });
  return answer.json();
}
`,
    ".env": `AI_ENDPOINT=http://localhost:PORT_OF_ai
AI_MODEL=gpt-4.1
`,
    "README.md": `# Drafting

The answers are drafted by GPT 4.1. \`AI_MODEL\` says by which model.
`,
    "usage.http": `@ai = {{$dotenv AI_ENDPOINT}}
@model = {{$dotenv AI_MODEL}}

### what is there
GET {{ai}}/openai/deployments?api-version=2024-10-21

### of today
# @name today
GET {{ai}}/openai/deployments/{{model}}/usage?api-version=2024-10-21
`,
  },
  deployed: {
    "ai.mjs": `import Fastify from "fastify";

const deployments = [
  { id: "drafts-prod", object: "deployment", model: "gpt-4.1", status: "succeeded" },
  { id: "embed-prod", object: "deployment", model: "text-embedding-3-small", status: "succeeded" },
];
const app = Fastify();
app.get("/openai/deployments", async () => ({ object: "list", data: deployments }));
app.get("/openai/deployments/:id/usage", async ({ params }, reply) => {
  if (!deployments.some(({ id }) => id === params.id)) {
    return reply.code(404).send({
      error: {
        code: "DeploymentNotFound",
        message: "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.",
      },
    });
  }
  return { deployment: params.id, tokens: 48211 };
});
app.setNotFoundHandler((_request, reply) => reply.code(404).send({ error: { code: "404", message: "Resource not found" } }));
await app.listen({ port: Number(process.env.PORT) });
`,
  },
  servers: [{ name: "ai", entry: "deployed:ai.mjs" }],
  ask: ["usage.http#today"],
  facts: [
    "GET /openai/deployments?api-version=2024-10-21 200",
    "GET /openai/deployments/gpt-4.1/usage?api-version=2024-10-21 404",
    "GET /openai/deployments/drafts-prod/usage?api-version=2024-10-21 200",
    "GET /openai/other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [
      { file: ".env", text: "AI_MODEL" },
      { file: "usage.http", text: "@model" },
      { file: "usage.http", text: "{{model}}/usage" },
    ],
    fixes: [{ url: "/openai/deployments/drafts-prod/usage?api-version=2024-10-21" }],
  },
};

const exportsFile: Scenario = {
  name: "export-of-a-month-that-was-not-run",
  files: {
    "exports/fetch.py": `import os
import sys
import urllib.request

base = os.environ.get("EXPORTS", "http://localhost:PORT_OF_store/turnover-exports")


def fetch(month):
    with urllib.request.urlopen(f"{base}/monthly/{month}.csv") as answer:
        return answer.read().decode()


if __name__ == "__main__":
    print(fetch(sys.argv[1]))
`,
    "iam/reader.json": `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject"],
      "Resource": "arn:aws:s3:::turnover-exports/*"
    }
  ]
}
`,
    "exports.http": `@bucket = http://localhost:PORT_OF_store/turnover-exports

### January
GET {{bucket}}/monthly/2026-01.csv

### February
# @name february
GET {{bucket}}/monthly/2026-02.csv
`,
  },
  deployed: {
    "store.mjs": `import { createServer } from "node:http";

const objects = new Map([["/turnover-exports/monthly/2026-01.csv", "day,sum\\n1,204.10\\n"]]);
let count = 0;

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://store");
  const id = (0x3f20c1a7 + ++count).toString(16).toUpperCase().padStart(16, "7");
  const fields = { server: "AmazonS3", "x-amz-request-id": id };
  const object = objects.get(pathname);
  if (object !== undefined) {
    response.writeHead(200, { ...fields, "content-type": "text/csv" }).end(object);
    return;
  }
  response.writeHead(403, { ...fields, "content-type": "application/xml" });
  response.end(\`<?xml version="1.0" encoding="UTF-8"?>\\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>\${id}</RequestId></Error>\`);
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "store", entry: "deployed:store.mjs" }],
  ask: ["exports.http#february"],
  facts: [
    "GET /turnover-exports/monthly/2026-01.csv 200",
    "GET /turnover-exports/monthly/2026-02.csv 403",
    "GET /turnover-exports/monthly/1999-01.csv 403",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "iam/reader.json", text: "s3:GetObject" },
      { file: "exports.http", text: "2026-02.csv" },
    ],
  },
};

const stalls: Scenario = {
  name: "stall-asked-in-the-wrong-town",
  files: {
    "package.json": `{ "name": "christmas-market", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/stalls.ts": `import { readFileSync } from "node:fs";
import { Hono } from "hono";

interface Stall {
  readonly id: number;
  readonly sells: string;
}

const town = process.env.TOWN ?? "dresden";
const stalls = JSON.parse(readFileSync(\`data/\${town}.json\`, "utf8")) as readonly Stall[];

export const api = new Hono();
api.get("/stalls", (c) => c.json(stalls));
api.get("/stalls/:id", (c) => {
  const stall = stalls.find(({ id }) => id === Number(c.req.param("id")));
  return stall ? c.json(stall) : c.notFound();
});
`,
    "src/serve.ts": `import { serve } from "@hono/node-server";
import { api } from "./stalls.ts";

serve({ fetch: api.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "data/dresden.json": `[{ "id": 11, "sells": "Stollen" }, { "id": 12, "sells": "pyramids" }]
`,
    "data/demo.json": `[{ "id": 9001, "sells": "test sausage" }]
`,
    "api/http-client.env.json": `{
  "dev": { "host": "http://localhost:PORT_OF_dresden" },
  "demo": { "host": "http://localhost:PORT_OF_demo" }
}
`,
    "api/http-client.private.env.json": `{
  "dev": { "host": "http://localhost:PORT_OF_demo" }
}
`,
    "api/stalls.http": `### Stollen
# @name stollen
GET {{host}}/stalls/11

### those of the demo
GET {{host}}/stalls/9001
`,
  },
  servers: [
    { name: "demo", entry: "src/serve.ts", env: { TOWN: "demo" } },
    { name: "dresden", entry: "src/serve.ts", env: { TOWN: "dresden" } },
  ],
  ask: ["api/stalls.http#stollen", "--env", "dev"],
  facts: [
    "demo:GET /stalls/11 404",
    "dresden:GET /stalls/11 200",
    "demo:GET /stalls/9001 200",
    "dresden:GET /stalls/9001 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "api/http-client.private.env.json", text: '"dev"' },
      { file: "api/http-client.env.json", text: '"dev"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_dresden/stalls/11" }],
  },
};

/** A menu whose house is told by the host, a deployment asked by its model, a store that tells nothing of what is missing, an environment that a private file overrides. */
export const tenantsByHost: readonly Scenario[] = [menus, drafts, exportsFile, stalls];
