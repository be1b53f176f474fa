import type { Scenario } from "../../scenario.ts";
import { surveys } from "./surveys.ts";
import { turnsOf } from "./turn.ts";

const vary = turnsOf([...surveys]);

/** Invitations and exports of the surveys, one thing turned in each. */
export const turnedSurveys: readonly Scenario[] = [
  vary("invitation-to-a-survey", "turned-invitation-array", {
    "src/app.js": `import Fastify from "fastify";
import * as handlers from "./handlers.js";

export const app = Fastify({ logger: false });

export const routes = [
  { method: "GET", url: "/api/invitations/:code", handler: handlers.showInvitation },
  { method: "PUT", url: "/api/invitations/:code/answer", handler: handlers.answerInvitation },
  { method: "GET", url: "/api/surveys/:survey/summary", handler: handlers.summarize },
];
routes.forEach((route) => app.route(route));
`,
  }),
  vary(
    "invitation-to-a-survey",
    "turned-invitation-koa",
    {
      "src/start.js": `import { app } from "./app.js";
app.listen(Number(process.env.PORT ?? 3000));
`,
      "src/handlers.js": `const invitations = new Map([["k7Qm2x", { survey: "onboarding-2026", answered: false }]]);
export const show = (ctx) => { ctx.body = invitations.get(ctx.params.code); };
export const answer = (ctx) => { ctx.status = invitations.has(ctx.params.code) ? 204 : 404; };
export const summarize = (ctx) => { ctx.body = { asked: 1 }; };
`,
      "src/app.js": `import Koa from "koa";
import Router from "@koa/router";
import { answer, show, summarize } from "./handlers.js";

const router = new Router();
router
  .get("/api/invitations/:code", show)
  .put("/api/invitations/:code/answer", answer)
  .get("/api/surveys/:survey/summary", summarize);

export const app = new Koa();
app.use(router.routes());
`,
    },
    { truth: { links: [{ file: "src/app.js", text: '"/api/invitations/:code/answer"' }] } },
  ),
  vary(
    "invitation-to-a-survey",
    "turned-method-plain",
    {
      "package.json": '{ "name": "invitations", "type": "module" }\n',
      "src/handlers.js": null,
      "src/app.js": null,
      "src/start.js": `import { createServer } from "node:http";

const json = (res, status, body) => res.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

createServer((req, res) => {
  const { pathname } = new URL(req.url, "http://x");
  const [, code, rest] = /^\\/api\\/invitations\\/(\\w+)(\\/answer)?$/.exec(pathname) ?? [];
  switch (\`\${req.method} \${rest ?? ""}\`) {
    case "GET ":
      if (code) return json(res, 200, { code });
      if (pathname.endsWith("/summary")) return json(res, 200, { asked: 2 });
      break;
    case "PUT /answer":
      return res.writeHead(204).end();
  }
  json(res, 404, { error: "no such endpoint" });
}).listen(process.env.PORT ?? 3000);
`,
    },
    {
      truth: {
        links: [
          { file: "src/start.js", text: '"PUT /answer"' },
          { file: "src/start.js", text: ".exec(pathname)" },
        ],
      },
    },
  ),
  vary(
    "invitation-to-a-survey",
    "turned-method-hono",
    {
      "src/start.js": `import { serve } from "@hono/node-server";
import { app } from "./app.js";

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
      "src/handlers.js": null,
      "src/app.js": `import { Hono } from "hono";

const invitations = new Hono();
invitations.get("/:code", (c) => c.json({ code: c.req.param("code") }));
invitations.on(["PUT", "PATCH"], "/:code/answer", (c) => c.body(null, 204));

export const app = new Hono().basePath("/api");
app.route("/invitations", invitations);
app.get("/surveys/:survey/summary", (c) => c.json({ asked: 2 }));
`,
    },
    { truth: { links: [{ file: "src/app.js", text: '"/:code/answer"' }] } },
  ),
  vary(
    "exported-answers",
    "turned-proxy-function",
    {
      "gateway/src/routes.config.js": `export const routes = [
  { context: "/api/surveys", target: process.env.SURVEYS_URL, rewrite: (path) => path.replace(/^\\/api/, "") },
  { context: "/api/exports", target: process.env.EXPORTS_URL, rewrite: (path) => path.replace(/^\\/api\\/exports/, "") },
];
`,
      "gateway/src/index.js": [
        ["{ context, target, pathRewrite }", "{ context, target, rewrite }"],
        ["target, pathRewrite)", "target, rewrite)"],
      ],
      "gateway/src/forward.js": `import { request } from "node:http";

export const forward = (context, target, rewrite) => (req, res, next) => {
  if (!req.originalUrl.startsWith(context)) return next();
  const upstream = request(new URL(rewrite(req.originalUrl) || "/", target), { method: req.method }, (answer) => {
    res.writeHead(answer.statusCode, answer.headers);
    answer.pipe(res);
  });
  req.pipe(upstream);
};
`,
    },
    {
      truth: {
        links: [
          { file: "gateway/src/routes.config.js", text: "/api/exports" },
          { file: "services/exports/src/server.js", text: 'app.use("/exports"' },
        ],
      },
    },
  ),
  vary("exported-answers", "turned-proxy-silent", {
    "services/exports/src/server.js": `import express from "express";
import { exportRouter } from "./exportRouter.js";

const app = express();
app.use("/exports", exportRouter);
app.use((req, res) => res.status(404).json({ error: "no such page" }));
app.listen(process.env.PORT ?? 4200);
`,
  }),
  vary(
    "exported-answers",
    "turned-proxy-strip-flag",
    {
      "gateway/src/routes.config.js": `export const routes = [
  { context: "/surveys", target: process.env.SURVEYS_URL, stripContext: false },
  { context: "/exports", target: process.env.EXPORTS_URL, stripContext: true },
];
`,
      "gateway/src/index.js": [
        ["{ context, target, pathRewrite }", "{ context, target, stripContext }"],
        ["target, pathRewrite)", "target, stripContext)"],
      ],
      "gateway/src/forward.js": `import { request } from "node:http";

export const forward = (context, target, stripContext) => (req, res, next) => {
  if (!req.originalUrl.startsWith(context)) return next();
  const path = stripContext ? req.originalUrl.slice(context.length) : req.originalUrl;
  const upstream = request(new URL(path || "/", target), { method: req.method }, (answer) => {
    res.writeHead(answer.statusCode, answer.headers);
    answer.pipe(res);
  });
  req.pipe(upstream);
};
`,
      "api.http": [
        ["/api/surveys", "/surveys"],
        ["/api/exports", "/exports"],
      ],
    },
    {
      facts: ["gateway:GET /surveys/exit 200", "gateway:GET /exports/ex-77 404", "exports:GET /exports/ex-77 200"],
      truth: {
        links: [
          { file: "gateway/src/routes.config.js", text: "/exports" },
          { file: "services/exports/src/server.js", text: 'app.use("/exports"' },
        ],
      },
    },
  ),
];
