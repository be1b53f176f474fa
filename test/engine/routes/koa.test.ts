import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "joins prefixes of nested routers, named routes and mounts",
    files: {
      "app.js": `const Koa = require("koa"); const Router = require("@koa/router"); const mount = require("koa-mount");
        const app = new Koa();
        const api = new Router({ prefix: "/api" });
        api.get("user", "/users/:id", async (ctx) => { ctx.body = 1; });
        api.use("/orders", require("./orders").routes(), require("./orders").allowedMethods());
        app.use(api.routes()).use(api.allowedMethods());
        const other = new Koa();
        other.use(require("./late").middleware());
        app.use(mount("/late", other));
        app.use(async (ctx) => { ctx.status = 404; });`,
      "orders.js": `const Router = require("koa-router"); const router = new Router(); const c = require("./controller");
        router.get("/", c.list).del("/:id", c.remove);
        router.all("/:id/any", c.list);
        module.exports = router;`,
      "controller.js": `exports.list = async (ctx) => { ctx.body = []; };
        exports.remove = async (ctx, next) => { await next(); };`,
      "late.js": `const router = require("koa-router")(); router.prefix("/p"); router.get("/q", async (ctx) => { ctx.body = 1; }); module.exports = router;`,
    },
    table: `
      GET /api/users/{id} app.js:4
      GET /api/orders orders.js:2 -> controller.js:1
      DELETE /api/orders/{id} orders.js:2 -> controller.js:2
      ANY /api/orders/{id}/any orders.js:3 -> controller.js:1
      GET /late/p/q late.js:1`,
  },
  {
    name: "reads routers loaded in a loop, and says which were never used",
    files: {
      "index.ts": `import Koa from "koa"; import Router from "@koa/router"; import * as all from "./all";
        const app = new Koa(); const root = new Router();
        Object.values(all).forEach((router) => root.use(router.routes()));
        app.use(root.routes());
        const unused = new Router(); unused.get("/unused", (ctx) => { ctx.body = 1; });`,
      "all.ts": `import Router from "@koa/router";
        export const a = new Router(); a.get("/a", (ctx) => { ctx.body = 1; });
        export const b = new Router(); b.get("/b", (ctx) => { ctx.body = 1; });`,
    },
    table: `
      GET /a all.ts:2
      GET /b all.ts:3
      GET /unused index.ts:5 !not-registered`,
  },
  {
    name: "lists redirects of a router, but none whose source is the name of a route",
    files: {
      "app.js": `const Koa = require("koa"); const Router = require("@koa/router");
const app = new Koa(); const site = new Router({ prefix: "/site" });
site.get("home", "/", (ctx) => { ctx.body = 1; });
site.redirect("/start", "home");
site.redirect("home", "/elsewhere");
app.use(site.routes());
`,
    },
    table: `
      GET /site app.js:3
      ANY /site/start app.js:4`,
  },
  {
    name: "takes a table apart whose keys are methods with paths, beside a prefix",
    files: {
      "app.js": `const Koa = require("koa"); const Router = require("@koa/router");
function createRouter({ prefix = "", ...routes }) {
  const router = new Router();
  if (prefix) router.prefix(prefix);
  Object.keys(routes).forEach((key) => {
    const [method, path] = key.split(/\\s+/);
    router[method.toLowerCase()](path, ...[].concat(routes[key]));
  });
  return router;
}
const app = new Koa();
app.use(createRouter({ prefix: "/tanks", "GET /": (ctx) => { ctx.body = 1; }, "PUT  /:tank": [(ctx, next) => next(), (ctx) => { ctx.body = 1; }] }).routes());
app.use(createRouter({ "GET /fish": (ctx) => { ctx.body = 1; } }).routes());
`,
    },
    table: `
      GET /tanks app.js:7 -> app.js:12
      PUT /tanks/{tank} app.js:7 -> app.js:12
      GET /fish app.js:7 -> app.js:13`,
  },
  {
    name: "puts no prefix before a regular expression, as the router does not",
    files: {
      "app.js": `const Koa = require("koa"); const Router = require("@koa/router");
const app = new Koa(); const films = new Router({ prefix: "/films" });
films.get([/^\\/year-(\\d{4})$/, "/all"], (ctx) => { ctx.body = 1; });
films.query("/search", (ctx) => { ctx.body = 1; });
app.use(films.routes());
`,
    },
    table: `
      GET /films/all app.js:3
      GET /year-{part1} app.js:3
      QUERY /films/search app.js:4`,
  },
];

checkCases("koa", cases);
