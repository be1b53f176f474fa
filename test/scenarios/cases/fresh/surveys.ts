import type { Scenario } from "../../scenario.ts";

const invitation: Scenario = {
  name: "invitation-to-a-survey",
  files: {
    "package.json": `{
  "name": "invitations",
  "type": "module",
  "dependencies": { "fastify": "^5.2.0" }
}
`,
    "src/start.js": `import { app } from "./app.js";

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/app.js": `import Fastify from "fastify";
import * as handlers from "./handlers.js";

export const app = Fastify({ logger: false });

const codeParams = {
  type: "object",
  required: ["code"],
  properties: { code: { type: "string", minLength: 6 } },
};

app.route({
  method: "GET",
  url: "/api/invitations/:code",
  schema: { params: codeParams },
  handler: handlers.showInvitation,
});

app.route({ method: "PUT", url: "/api/invitations/:code/answer",
  schema: { params: codeParams },
  handler: handlers.answerInvitation,
});

app.route({
  method: ["GET", "HEAD"],
  url: "/api/surveys/:survey/summary",
  handler: handlers.summarize,
});
`,
    "src/handlers.js": `const invitations = new Map([
  ["k7Qm2x", { survey: "onboarding-2026", answered: false }],
  ["Zp41vb", { survey: "exit", answered: true }],
]);

export async function showInvitation(request, reply) {
  const invitation = invitations.get(request.params.code);
  return invitation ?? reply.code(404).send({ error: "unknown invitation" });
}

export async function answerInvitation(request, reply) {
  const invitation = invitations.get(request.params.code);
  if (!invitation) return reply.code(404).send({ error: "unknown invitation" });
  invitation.answered = true;
  return reply.code(204).send();
}

export async function summarize(request) {
  const asked = [...invitations.values()].filter(({ survey }) => survey === request.params.survey);
  return { asked: asked.length, answered: asked.filter(({ answered }) => answered).length };
}
`,
    "mails/invitation.mjml": `<mjml>
  <mj-body>
    <mj-section>
      <mj-column>
        <mj-text>We would like to hear from you.</mj-text>
        <mj-button href="https://surveys.example.test/api/invitations/{{code}}/answer">Take part</mj-button>
      </mj-column>
    </mj-section>
  </mj-body>
</mjml>
`,
    "mails.http": `@host = http://localhost:PORT_OF_api

### what the invitation says
GET {{host}}/api/invitations/k7Qm2x

### how many took part
GET {{host}}/api/surveys/onboarding-2026/summary

### the button of the mail
# @name button
GET {{host}}/api/invitations/k7Qm2x/answer
`,
  },
  servers: [{ name: "api", entry: "src/start.js" }],
  ask: ["mails.http#button"],
  facts: [
    "GET /api/invitations/k7Qm2x 200",
    "GET /api/surveys/onboarding-2026/summary 200",
    "GET /api/invitations/k7Qm2x/answer 404",
    "PUT /api/invitations/k7Qm2x/answer 204",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-method"],
    links: [{ file: "src/app.js", text: 'url: "/api/invitations/:code/answer"' }],
    fixes: [{ method: "PUT", url: "/api/invitations/k7Qm2x/answer" }],
  },
};

const exported: Scenario = {
  name: "exported-answers",
  files: {
    "README.md": `# surveys

Three packages: \`gateway\` (public), \`services/surveys\`, \`services/exports\` (both only reachable inside).

    docker compose up

Requests for trying things: \`api.http\`.
`,
    "docker-compose.yml": `services:
  gateway:
    build: gateway
    ports: ["8080:8080"]
    environment:
      SURVEYS_URL: http://surveys:4100
      EXPORTS_URL: http://exports:4200
  surveys:
    build: services/surveys
  exports:
    build: services/exports
`,
    "gateway/package.json": `{ "name": "gateway", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "gateway/src/index.js": `import express from "express";
import { forward } from "./forward.js";
import { routes } from "./routes.config.js";

const app = express();
app.get("/healthz", (req, res) => res.send("ok"));
for (const { context, target, pathRewrite } of routes) {
  app.use(forward(context, target, pathRewrite));
}
app.listen(process.env.PORT ?? 8080);
`,
    "gateway/src/routes.config.js": `export const routes = [
  {
    context: "/api/surveys",
    target: process.env.SURVEYS_URL ?? "http://localhost:4100",
    pathRewrite: { "^/api": "" },
  },
  {
    context: "/api/exports",
    target: process.env.EXPORTS_URL ?? "http://localhost:4200",
    pathRewrite: { "^/api/exports": "" },
  },
];
`,
    "gateway/src/forward.js": `import { request } from "node:http";

export function forward(context, target, pathRewrite) {
  const rules = Object.entries(pathRewrite).map(([pattern, to]) => [new RegExp(pattern), to]);
  return (req, res, next) => {
    if (!req.originalUrl.startsWith(context)) return next();
    const path = rules.reduce((url, [pattern, to]) => url.replace(pattern, to), req.originalUrl);
    const upstream = request(new URL(path || "/", target), { method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode, answer.headers);
      answer.pipe(res);
    });
    upstream.on("error", () => res.status(502).end());
    req.pipe(upstream);
  };
}
`,
    "services/surveys/package.json": `{ "name": "surveys", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "services/surveys/src/server.js": `import express from "express";

const surveys = { exit: { questions: 12 }, "onboarding-2026": { questions: 7 } };
const app = express();
app.get("/surveys", (req, res) => res.json(Object.keys(surveys)));
app.get("/surveys/:slug", (req, res) => {
  const survey = surveys[req.params.slug];
  if (!survey) return res.status(404).json({ error: "no survey" });
  res.json(survey);
});
app.listen(process.env.PORT ?? 4100);
`,
    "services/exports/package.json": `{ "name": "exports", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "services/exports/src/server.js": `import express from "express";
import { exportRouter } from "./exportRouter.js";

const app = express();
app.use("/exports", exportRouter);
app.listen(process.env.PORT ?? 4200);
`,
    "services/exports/src/exportRouter.js": `import { Router } from "express";

const jobs = new Map([["ex-77", { state: "done", rows: 418 }]]);

export const exportRouter = Router();
exportRouter.get("/:job", (req, res) => {
  const job = jobs.get(req.params.job);
  return job ? res.json(job) : res.status(404).json({ error: "no export" });
});
`,
    "api.http": `@gateway = http://localhost:PORT_OF_gateway

### a survey
GET {{gateway}}/api/surveys/exit

### is the export done?
# @name done
GET {{gateway}}/api/exports/ex-77
`,
  },
  servers: [
    { name: "surveys", entry: "services/surveys/src/server.js" },
    { name: "exports", entry: "services/exports/src/server.js" },
    {
      name: "gateway",
      entry: "gateway/src/index.js",
      env: { SURVEYS_URL: "http://localhost:PORT_OF_surveys", EXPORTS_URL: "http://localhost:PORT_OF_exports" },
      passesOn: true,
    },
  ],
  ask: ["api.http#done"],
  facts: [
    "gateway:GET /api/surveys/exit 200",
    "gateway:GET /api/exports/ex-77 404",
    "exports:GET /exports/ex-77 200",
    "exports:GET /ex-77 404",
    "gateway:GET /api/exports/exports/ex-77 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "gateway/src/routes.config.js", text: '"^/api/exports"' },
      { file: "gateway/src/routes.config.js", text: 'context: "/api/exports"' },
      { file: "services/exports/src/server.js", text: 'app.use("/exports"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** Surveys: invitations and exports of answers. */
export const surveys: readonly Scenario[] = [invitation, exported];
