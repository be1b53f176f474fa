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
      GET /lazy/{id} lazy.ts:3
      GET /plain app.ts:5`,
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
];

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
];

const shapesOfPythonApplicationsThatAreReadInPart: readonly Case[] = [
  {
    name: "takes decorators of an application that another package holds",
    files: {
      "views.py": `from flask import request
from elsewhere import app, db

@app.route("/x/<int:id>", methods=["GET", "POST"])
def x(id):
    return db.get("/not-a-route")
`,
      "api.py": `from fastapi import Depends
from elsewhere.api import router

@router.get("/y/{id}")
def y(id: int):
    return requests.get("/not-a-route")
`,
    },
    table: `
      GET /y/{id} api.py:4 -> api.py:5 ?no application of this workspace mounts it
      GET /x/{id} views.py:4 -> views.py:5 ?no application of this workspace mounts it
      POST /x/{id} views.py:4 -> views.py:5 ?no application of this workspace mounts it`,
  },
  {
    name: "puts the routes of a router class below the prefix it gives its base",
    files: {
      "main.py": `from fastapi import APIRouter, FastAPI

class Orders(APIRouter):
    def __init__(self):
        super().__init__(prefix="/orders")
        self.add_api_route("/{id}", self.show, methods=["GET"])

    def show(self, id):
        return id

app = FastAPI()
app.include_router(Orders(), prefix="/api")
`,
    },
    table: `
      GET /api/orders/{id} main.py:6 -> main.py:8`,
  },
  {
    name: "names RESTX namespaces after themselves, and decorates resources",
    files: {
      "app.py": `from flask import Flask
from flask_restx import Api, Resource

app = Flask(__name__)
api = Api(app, prefix="/v1")
todos = api.namespace("todos")
cats = api.namespace("cats", path="/kittens")

@todos.route("/<int:id>", "/old/<int:id>")
class Todo(Resource):
    def get(self, id):
        return {}

@cats.route("/")
class Cats(Resource):
    def post(self):
        return {}
`,
      "restful.py": `from flask import Flask
from flask_restful import Api, Resource

app = Flask("restful")
api = Api(app)

@api.resource("/deco")
class Deco(Resource):
    def put(self):
        return {}
`,
    },
    table: `
      GET /v1/todos/{id} app.py:9 -> app.py:11
      POST /v1/kittens/ app.py:14 -> app.py:16
      PUT /deco restful.py:7 -> restful.py:9`,
  },
  {
    name: "copies blueprints of Sanic, whose prefix may stand in second place, and serves one file",
    files: {
      "app.py": `from sanic import Blueprint, Sanic

app = Sanic("shop")
orders = Blueprint("orders", "/orders", version=1)

@orders.get("/<id>")
async def show(request, id):
    return None

app.blueprint(orders)
app.blueprint(orders.copy("next", url_prefix="/buy", version=2))
app.static("/robots.txt", "./robots.txt")
`,
    },
    table: `
      GET /v1/orders/{id} app.py:6 -> app.py:7
      GET /v2/buy/{id} app.py:6 -> app.py:7
      GET /robots.txt app.py:12`,
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

checkCases("shapes of Express applications", shapesOfExpressApplications);
checkCases("shapes of Koa applications", shapesOfKoaApplications);
checkCases("shapes of Python applications that are read in part", shapesOfPythonApplicationsThatAreReadInPart);
checkCases("shapes of Nuxt and Next", shapesOfNuxtAndNext);
checkCases("shapes of other scripts", shapesOfOtherScripts);
