import { type Case, checkCases } from "./cases.ts";

const shapesOfExpressApplications: readonly Case[] = [
  {
    name: "follows routers of modules that are imported when they are needed, and applications that a package handed on",
    files: {
      "app.ts": `import express from "express";
import expressWs from "express-ws";
const { app } = expressWs(express());
import("./lazy").then(({ router }) => app.use("/lazy", router));
app.get("/plain", (req, res) => res.send("x"));
`,
      "lazy.ts": `import { Router } from "express";
export const router = Router();
router.get("/:id", (req, res) => { res.send("x"); });
`,
    },
    table: `
      GET /plain app.ts:5
      GET /lazy/{id} lazy.ts:3`,
  },
  {
    name: "knows an application of a package outside the workspace by what its handlers do, and nothing else by it",
    files: {
      "app.ts": `import { createApp } from "@acme/server";
import { rest } from "msw";
import axios from "axios";
const app = createApp();
app.get("/orders", async (req, res) => { res.json([]); });
axios.get("/client", (response) => response.data);
rest.get("/mocked", (req, res, ctx) => res(ctx.status(200)));
app.get("/setting", someHandler);
`,
    },
    table: `
      GET /orders app.ts:5 ?no application of this workspace mounts it`,
  },
  {
    name: "instantiates a class that nobody does, with a router where its constructor takes one",
    files: {
      "routes.ts": `import { type Express, Router } from "express";
export class Routes {
  constructor(private readonly app: Express) {}
  register() { this.app.get("/held", (req, res) => { res.send("x"); }); }
}
export class Own {
  readonly router = Router();
  setUp() { this.router.get("/own", (req, res) => { res.send("x"); }); }
}
`,
    },
    table: `
      GET /held routes.ts:4 ?no application of this workspace mounts it
      GET /own routes.ts:8 ?no application of this workspace mounts it`,
  },
  {
    name: "follows a router of their own that collects its routes before it mounts them",
    files: {
      "promiseRouter.js": `import express from "express";
export default class PromiseRouter {
  constructor(routes = []) {
    this.routes = routes;
    this.mountRoutes();
  }
  mountRoutes() {}
  merge(router) {
    for (const route of router.routes) this.routes.push(route);
  }
  route(method, path, ...handlers) {
    this.routes.push({ path, method, handler: handlers[0] });
  }
  mountOnto(app) {
    this.routes.forEach((route) => {
      const method = route.method.toLowerCase();
      app[method].call(app, route.path, route.handler);
    });
    return app;
  }
  expressRouter() {
    return this.mountOnto(express.Router());
  }
}
`,
      "users.js": `import PromiseRouter from "./promiseRouter";
export class UsersRouter extends PromiseRouter {
  mountRoutes() {
    this.route("GET", "/users", (req) => this.find(req));
    this.route("PUT", "/users/:id", (req) => this.find(req));
  }
  find(req) {}
}
`,
      "server.js": `import express from "express";
import PromiseRouter from "./promiseRouter";
import { UsersRouter } from "./users";
function routes() {
  const all = [new UsersRouter()].reduce((memo, router) => memo.concat(router.routes), []);
  const router = new PromiseRouter(all);
  return router.expressRouter();
}
const app = express();
app.use("/parse", routes());
app.listen(1337);
`,
    },
    table: `
      GET /parse/users promiseRouter.js:17 -> users.js:4
      PUT /parse/users/{id} promiseRouter.js:17 -> users.js:5`,
  },
  {
    name: "reads the file that gives an application class its controllers, though it names no framework",
    files: {
      "src/app.ts": `import express, { type Application, Router } from "express";
export default class App {
  public app: Application;
  public router: Router;
  constructor(given: { port: number; controllers: any }) {
    this.app = express();
    this.router = Router();
    given.controllers.forEach((controller) => controller.initialize(this.router));
    this.app.use("/api", this.router);
  }
}
`,
      "src/server.ts": `import App from "./app";
import Users from "../controllers/users";
new App({ port: 1, controllers: [new Users()] });
`,
      "controllers/users.ts": `import type { Router } from "express";
export default class Users {
  initialize(router: Router) { router.post("/users", this.make); }
  make(req, res) { res.json({}); }
}
`,
    },
    table: `
      POST /api/users controllers/users.ts:3 -> controllers/users.ts:4`,
  },
  {
    name: "makes the router of a chained assignment once, walks generators, and reads expressions that are paths",
    files: {
      "app.js": `const express = require("express");
const app = express();
const reviews = require("./reviews");
app.use("/reviews", reviews);
app.get(/^\\/reports\\/(\\d{4})\\/(?<month>[a-z]+)$/, (req, res) => res.send("x"));
app.get(/fly$/, (req, res) => res.send("x"));
function* routes() {
  yield ["get", "/one"];
  yield* [["post", "/two"]];
}
for (const [verb, path] of routes()) app[verb](path, (req, res) => res.send("x"));
app.listen(3000);
`,
      "reviews.js": `const router = module.exports = require("express").Router();
router.get("/:id", (req, res) => res.json({}));
`,
    },
    table: `
      GET /reviews/{id} reviews.js:2
      GET /reports/{part1}/{month} app.js:5
      GET /{pattern*} app.js:6
      GET /one app.js:8 -> app.js:11
      POST /two app.js:9 -> app.js:11`,
  },
  {
    name: "takes the side that a switch chooses for each factory, and keeps what is switched off for all in its place",
    files: {
      "app.js": `const express = require("express");
const resource = require("./resource");
const app = express();
const flags = { beta: false };
app.use("/flours", resource("flour"));
if (flags.beta) app.get("/beta", (req, res) => res.send("x"));
app.use("/grains", resource("grain", { readonly: true }));
app.use((req, res) => res.status(404).end());
app.listen(3000);
`,
      "resource.js": `const express = require("express");
module.exports = (name, { readonly = false } = {}) => {
  const router = express.Router();
  router.get(readonly ? "/all" : "/", (req, res) => res.json([]));
  if (readonly) return router;
  router.post("/", (req, res) => res.json({}));
  return router;
};
`,
    },
    table: `
      GET /flours resource.js:4
      POST /flours resource.js:6
      GET /beta app.js:6
      GET /grains/all resource.js:4`,
  },
  {
    name: "takes the side that a comparison chooses, and registers the actions that a controller has",
    files: {
      "app.js": `const express = require("express");
const tickets = require("./tickets");
const settings = { stage: "live" };
const ACTIONS = { index: ["get", "/"], create: ["post", "/"], destroy: ["delete", "/:id"] };
function resource(controller, mode) {
  const router = express.Router();
  for (const action of Object.keys(ACTIONS)) {
    const [method, path] = ACTIONS[action];
    if (controller[action]) router[method](path, controller[action]);
  }
  if (mode === "full") router.get("/all", (req, res) => res.json([]));
  else router.get("/some", (req, res) => res.json([]));
  return router;
}
const app = express();
app.use("/tickets", resource(tickets, "full"));
app.use("/seats", resource(tickets, "small"));
if (settings.stage !== "live") app.get("/debug", (req, res) => res.json({}));
app.listen(3000);
`,
      "tickets.js": `exports.index = (req, res) => res.json([]);
exports.create = (req, res) => res.json({});
`,
    },
    table: `
      GET /tickets app.js:9 -> tickets.js:1
      POST /tickets app.js:9 -> tickets.js:2
      GET /tickets/all app.js:11
      GET /seats app.js:9 -> tickets.js:1
      POST /seats app.js:9 -> tickets.js:2
      GET /seats/some app.js:12
      GET /debug app.js:18`,
  },
  {
    name: "places a route where its path is named: in the row of a table, or at the call of the function that registers it",
    files: {
      "paths.js": `exports.PATHS = { two: "/two", four: "/four" };\n`,
      "app.js": `const express = require("express");
const { PATHS } = require("./paths");
const app = express();
const answer = (req, res) => res.send("x");
function add(path, handler) { app.get(path, handler); }
function crud(name, mounted) {
  app.get(\`/\${name}\`, answer);
  app.delete(\`/\${name}/:id\`, answer);
  app.post(\`/\${name}/search\`, answer);
  app.use("/" + name + "/more", mounted);
}
const rows = [
  { method: "get", path: "/three", handler: answer },
  { method: "put",
    path: PATHS.four, handler: answer },
];
for (const row of rows) app[row.method]("/rows" + row.path, row.handler);
for (const { path, handler } of rows) app.patch(path, handler);
rows.forEach((row) => { const { path } = row; app.delete(path, answer); });
[["/five", answer],
  ["/six", answer]].forEach(([path, handler]) => app.get(path, handler));
add("/one", answer);
add(PATHS.two, answer);
crud(
  "dogs",
  express.Router().get("/all", answer),
);
app.get(PATHS.four, answer);
app.listen(3000);
`,
    },
    table: `
      GET /rows/three app.js:13 -> app.js:4
      PUT /rows/four app.js:15 -> app.js:4
      PATCH /three app.js:13 -> app.js:4
      PATCH /four app.js:15 -> app.js:4
      DELETE /three app.js:13 -> app.js:4
      DELETE /four app.js:15 -> app.js:4
      GET /five app.js:20 -> app.js:4
      GET /six app.js:21 -> app.js:4
      GET /one app.js:22 -> app.js:4
      GET /two app.js:23 -> app.js:4
      GET /dogs app.js:25 -> app.js:4
      DELETE /dogs/{id} app.js:25 -> app.js:4
      POST /dogs/search app.js:9 -> app.js:4
      GET /dogs/more/all app.js:26 -> app.js:4
      GET /four app.js:28 -> app.js:4`,
  },
];

checkCases("shapes of Express applications", shapesOfExpressApplications);
