import { type Case, checkCases } from "./cases.ts";

const shapesOfKoaApplications: readonly Case[] = [
  {
    name: "reads koa-route, combined routers, paths that middleware compares, and options given to super",
    files: {
      "app.ts": `import Koa from "koa";
import route from "koa-route";
import Router from "@koa/router";
import combineRouters from "koa-combine-routers";
const app = new Koa();
app.use(route.get("/pets/:name", (ctx, name) => { ctx.body = name; }));
class Mine extends Router {
  constructor() {
    super({ prefix: "/mine" });
    this.get("/x", (ctx) => { ctx.body = 1; });
  }
}
const other = new Router({ prefix: "/other" });
other.post("/y", (ctx) => { ctx.body = 1; });
app.use(combineRouters(new Mine(), other)());
app.use(async (ctx, next) => {
  if (ctx.method === "POST" && ctx.path === "/hook") { ctx.body = 1; return; }
  await next();
});
`,
    },
    table: `
      GET /pets/{name} app.ts:6
      GET /mine/x app.ts:10
      POST /other/y app.ts:14
      POST /hook app.ts:17`,
  },
  {
    name: "takes the application that a function makes where none is passed",
    files: {
      "web.ts": `import Koa from "koa";
import mount from "koa-mount";
import api from "./api";
export default function init(app: Koa = new Koa(), server?: Server) {
  app.use(mount("/api", api));
  return app;
}
`,
      "api.ts": `import Koa from "koa";
import Router from "koa-router";
const api = new Koa();
const router = new Router();
router.post("documents.list", (ctx) => { ctx.body = []; });
const outer = new Router();
outer.use("/", router.routes());
api.use(outer.routes());
export default api;
`,
    },
    table: `
      POST /api/documents.list api.ts:5`,
  },
  {
    name: "reads the routers of packages that build on Koa's own",
    files: {
      "app.ts": `import Koa from "koa";
import { SwaggerRouter } from "koa-swagger-decorator";
const router = new SwaggerRouter({ prefix: "/v1" });
router.get("/users/:id", (ctx) => { ctx.body = 1; });
router.mapDir(__dirname);
const app = new Koa();
app.use(router.routes());
`,
    },
    table: `
      GET /v1/users/{id} app.ts:4`,
  },
];

const shapesOfNuxtAndNext: readonly Case[] = [
  {
    name: "takes the router of h3 that a catch-all exports, and the methods of next-connect",
    files: {
      "package.json": `{ "dependencies": { "nuxt": "3", "next": "14" } }
`,
      "nuxt.config.ts": `export default defineNuxtConfig({});
`,
      "server/api/[...].ts": `import { createRouter, defineEventHandler, useBase } from "h3";
const router = createRouter();
router.get("/test", defineEventHandler(() => "x"));
export default useBase("/api", router.handler);
`,
      "pages/api/nc.ts": `import nc from "next-connect";
export default nc().get((req, res) => {}).post((req, res) => {});
`,
      "pages/api/made.ts": `import { createRouter } from "next-connect";
const router = createRouter();
router.use(check).delete(async (req, res) => { res.json({}); });
export default router.handler();
`,
    },
    table: `
      DELETE /api/made pages/api/made.ts:4
      GET /api/nc pages/api/nc.ts:2
      POST /api/nc pages/api/nc.ts:2
      GET /api/test server/api/[...].ts:3
      page GET /api/made pages/api/made.ts:1
      page GET /api/nc pages/api/nc.ts:1`,
  },
];

const shapesOfOtherScripts: readonly Case[] = [
  {
    name: "reads what stands behind a parameter in Remix's file names, and what Hono's factory makes",
    files: {
      "package.json": `{ "dependencies": { "@remix-run/node": "2" } }
`,
      "app/routes/reports.$id[.]json.tsx": `export const loader = async () => ({});
`,
      "hono.ts": `import { Hono } from "hono";
import { createFactory } from "hono/factory";
const factory = createFactory();
const made = factory.createApp().get("/g", (c) => c.text("x"));
const app = new Hono().route("/f", made);
export default app;
`,
    },
    table: `
      GET /f/g hono.ts:4
      GET /reports/{id}.json app/routes/reports.$id[.]json.tsx:1`,
  },
];

checkCases("shapes of Koa applications", shapesOfKoaApplications);
checkCases("shapes of Nuxt and Next", shapesOfNuxtAndNext);
checkCases("shapes of other scripts", shapesOfOtherScripts);
