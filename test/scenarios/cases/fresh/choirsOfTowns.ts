import type { Scenario } from "../../scenario.ts";

const singer: Scenario = {
  name: "singer-on-the-list",
  files: {
    "package.json": `{ "name": "singers", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/app.js": `import express from "express";
import { singers } from "./singers.js";

const app = express();

app.get("/singers", (_req, res) => {
  res.json(singers);
});

app.get("/singers/:id", (req, res) => {
  const singer = singers.find(({ id }) => id === req.params.id);
  if (!singer) {
    return res.status(404).json({ error: "singer not found" });
  }
  res.json(singer);
});

app.listen(process.env.PORT ?? 3000);
`,
    "src/singers.js": `export const singers = [
  { id: "s-3", voice: "alto" },
  { id: "s-4", voice: "bass" },
];
`,
    "singers.http": `@api = http://localhost:PORT_OF_api

GET {{api}}/singers

###
# @name seventh
GET {{api}}/singers/s-7
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["singers.http#seventh"],
  facts: ["GET /singers 200", "GET /singers/s-7 404", "GET /singers/s-4 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/app.js", text: 'app.get("/singers/:id"' }],
  },
};

const programme: Scenario = {
  name: "programme-in-another-file",
  files: {
    "package.json": `{ "name": "programmes", "type": "module", "scripts": { "dev": "node --env-file=.env.development src/main.ts" }, "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    ".env.development": `BASE_URL=http://localhost:PORT_OF_development
PROGRAMMES=data/development.json
`,
    ".env.production": `BASE_URL=http://localhost:PORT_OF_production
PROGRAMMES=data/production.json
`,
    "src/main.ts": `import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

interface Programme {
  readonly slug: string;
  readonly pieces: number;
}

const programmes: readonly Programme[] = JSON.parse(readFileSync(process.env.PROGRAMMES ?? "data/development.json", "utf8"));
const app = new Hono();

app.get("/programmes", (c) => c.json(programmes));
app.get("/programmes/:slug", (c) => {
  const programme = programmes.find(({ slug }) => slug === c.req.param("slug"));
  return programme ? c.json(programme) : c.json({ error: "Programme not found" }, 404);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "data/development.json": `[{ "slug": "example", "pieces": 2 }]
`,
    "data/production.json": `[{ "slug": "advent-2026", "pieces": 11 }, { "slug": "summer-2026", "pieces": 9 }]
`,
    "scripts/programme.mjs": `const { BASE_URL } = process.env;
const response = await fetch(\`\${BASE_URL}/programmes/\${process.argv[2]}\`);
console.log(response.status, await response.text());
`,
  },
  servers: [
    { name: "development", entry: "src/main.ts" },
    { name: "production", entry: "src/main.ts", env: { PROGRAMMES: "data/production.json" } },
  ],
  ask: ["--url", "http://localhost:PORT_OF_development/programmes/advent-2026"],
  facts: [
    "development:GET /programmes/advent-2026 404",
    "production:GET /programmes/advent-2026 200",
    "development:GET /programmes/example 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: ".env.development", text: "BASE_URL" },
      { file: ".env.production", text: "BASE_URL" },
      { file: "data/production.json", text: "advent-2026" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_production/programmes/advent-2026" }],
  },
};

const concert: Scenario = {
  name: "concert-of-the-region",
  files: {
    "package.json": `{ "name": "concerts", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "serverless.yml": `service: concerts
provider:
  name: aws
  stage: \${opt:stage, "test"}
  runtime: nodejs22.x
functions:
  concerts:
    handler: src/lambda.handler
    events:
      - http: ANY /
      - http: "ANY /{proxy+}"
`,
    "src/lambda.js": `import awsLambdaFastify from "@fastify/aws-lambda";
import { build } from "./app.js";

export const handler = awsLambdaFastify(build());
`,
    "src/app.js": `import Fastify from "fastify";

const concerts = [{ id: 14, town: "Leer", choirs: 5 }];

export function build() {
  const app = Fastify();
  app.get("/concerts", async () => concerts);
  app.get("/concerts/:id", async ({ params }, reply) => {
    return concerts.find(({ id }) => id === Number(params.id)) ?? reply.code(404).send({ error: "concert not found" });
  });
  return app;
}
`,
    "src/gateway.js": `import { build } from "./app.js";

await build().listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "concerts.http": `@gateway = http://localhost:PORT_OF_gateway

# @name leer
GET {{gateway}}/concerts/14
`,
  },
  deployed: {
    "gateway.mjs": `import { createServer } from "node:http";

createServer((request, response) => {
  const send = (status, body, type) => {
    const fields = { "content-type": "application/json", "x-amzn-requestid": "0b9a2c1e-77d0-4b39-9a50-c6c5d9fe1a20", "x-amz-apigw-id": "Nf3kJHvYliAEcAw=" };
    response.writeHead(status, type === undefined ? fields : { ...fields, "x-amzn-errortype": type }).end(JSON.stringify(body));
  };
  const [, stage, rest] = /^\\/([^/?]*)([^?]*)/.exec(request.url);
  if (stage !== "test") return send(403, { message: "Forbidden" }, "ForbiddenException");
  if (rest === "/concerts") return send(200, [{ id: 14, town: "Leer", choirs: 5 }]);
  if (rest === "/concerts/14") return send(200, { id: 14, town: "Leer", choirs: 5 });
  if (/^\\/concerts\\/[^/]+$/.test(rest)) return send(404, { error: "concert not found" });
  send(404, { message: \`Route GET:\${rest} not found\`, error: "Not Found", statusCode: 404 });
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "gateway", entry: "deployed:gateway.mjs" }],
  ask: ["concerts.http#leer"],
  facts: ["GET /concerts/14 403", "GET /test/concerts/14 200", "GET /test/concerts/15 404", "GET /other 403"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["base-path"],
    links: [
      { file: "serverless.yml", text: "stage:" },
      { file: "src/app.js", text: '"/concerts/:id"' },
    ],
    fixes: [{ url: "/test/concerts/14" }],
  },
};

/** Choirs of towns: a singer whom nobody knows, a programme of another stage, a concert behind a gateway. */
export const choirsOfTowns: readonly Scenario[] = [singer, programme, concert];
