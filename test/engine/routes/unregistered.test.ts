import { type Case, checkCases } from "./cases.ts";

const doubtful: readonly Case[] = [
  {
    name: "its package publishes it",
    files: {
      "package.json": `{ "name": "auth-kit", "main": "lib/index.js", "dependencies": { "express": "^4" } }
`,
      "lib/index.js": `exports.authRouter = require("./auth");
`,
      "lib/auth.js": `const router = require("express").Router();
router.post("/login", (req, res) => res.json({}));
module.exports = router;
`,
      "example/app.js": `const express = require("express");
const app = express();
app.get("/", (req, res) => res.send("x"));
app.listen(1);
`,
    },
    table: `
      GET / example/app.js:3
      POST /login lib/auth.js:2 ?mounted by who imports its package`,
  },
  {
    name: "an import that was not found may mean it",
    files: {
      "package.json": `{ "name": "x", "dependencies": { "express": "^4" } }
`,
      "src/app.ts": `import express from "express";
import { users } from "#app/routes/users";
const app = express();
app.use("/users", users);
app.listen(1);
`,
      "src/routes/users.ts": `import { Router } from "express";
export const users = Router();
users.get("/:id", (req, res) => { res.send("x"); });
`,
    },
    table: `
      GET /{id} src/routes/users.ts:3 ?may be what an import of src/app.ts means that was not found`,
  },
  {
    name: "no application of its package is in sight",
    files: {
      "package.json": `{ "name": "root", "private": true, "workspaces": ["packages/*"] }
`,
      "packages/web/package.json": `{ "name": "web", "dependencies": { "express": "^4" } }
`,
      "packages/web/server.js": `const express = require("express");
const app = express();
app.get("/", (req, res) => res.send("x"));
app.listen(1);
`,
      "packages/orders/package.json": `{ "name": "orders", "dependencies": { "express": "^4" } }
`,
      "packages/orders/src/routes.js": `const router = require("express").Router();
router.get("/orders", (req, res) => res.json([]));
module.exports = router;
`,
    },
    table: `
      GET / packages/web/server.js:3
      GET /orders packages/orders/src/routes.js:2 ?no application of its package mounts it`,
  },
  {
    name: "a name that is put together may load it from another folder",
    files: {
      "package.json": `{ "name": "x", "dependencies": { "express": "^4" } }
`,
      "src/server.js": `const express = require("express");
const app = express();
require("./loaders/routes")(app);
app.listen(1);
`,
      "src/loaders/routes.js": `const { folders } = require("../settings");
module.exports = (app) => { for (const name of process.env.MODULES.split(",")) app.use(require(\`../modules/\${name}/\${folders.routes}\`)); };
`,
      "src/modules/users/routes.js": `const router = require("express").Router();
router.get("/users", (req, res) => res.json([]));
module.exports = router;
`,
    },
    table: `
      GET /users src/modules/users/routes.js:2 ?may be loaded by a computed name in src/loaders/routes.js`,
  },
  {
    name: "a condition chooses between it and another",
    files: {
      "package.json": `{ "name": "x", "private": true, "dependencies": { "express": "^4" } }
`,
      "server.js": `const express = require("express");
const app = express();
const real = require("./real");
const fake = require("./fake");
app.use("/pay", process.env.FAKE ? fake : real);
app.listen(1);
`,
      "real.js": `const router = require("express").Router();
router.post("/charge", (req, res) => res.json({}));
module.exports = router;
`,
      "fake.js": `const router = require("express").Router();
router.post("/charges", (req, res) => res.json({}));
module.exports = router;
`,
    },
    table: `
      POST /pay/charges fake.js:2
      POST /charge real.js:2 ?a condition chooses between it and another`,
  },
  {
    name: "a module of NestJS that a condition passes over",
    files: {
      "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";
async function bootstrap() { const app = await NestFactory.create(AppModule); app.setGlobalPrefix("api"); await app.listen(1); }
bootstrap();
`,
      "src/app.module.ts": `import { Module } from "@nestjs/common";
import { LocalModule, CloudModule, Forgotten } from "./files";
const uploader = process.env.DRIVER === "local" ? LocalModule : CloudModule;
@Module({ imports: [uploader] })
export class AppModule {}
`,
      "src/files.ts": `import { Controller, Module, Post } from "@nestjs/common";
@Controller("files") class Local { @Post("upload") upload() {} }
@Controller("cloud") class Cloud { @Post("upload") upload() {} }
@Controller("lost") export class Lost { @Post() lose() {} }
@Module({ controllers: [Local] }) export class LocalModule {}
@Module({ controllers: [Cloud] }) export class CloudModule {}
`,
    },
    table: `
      POST /api/files/upload src/files.ts:2
      POST /api/cloud/upload src/files.ts:3 ?mounted where it cannot be followed (src/files.ts:3)
      POST /lost src/files.ts:4 !not-registered`,
  },
  {
    name: "a pattern names it in another letter case",
    files: {
      "package.json": `{ "name": "x", "private": true, "dependencies": { "fastify": "^4", "glob": "^10" } }
`,
      "src/server.ts": `import Fastify from "fastify";
import path from "path";
import { glob } from "glob";
const server = Fastify();
glob.sync(path.resolve(__dirname, "routes/**/*.route.@(js|ts)")).forEach((file) => server.register(require(file), { prefix: "/api" }));
server.listen({ port: 1 });
`,
      "src/routes/tag.route.ts": `import type { FastifyInstance } from "fastify";
export default async (server: FastifyInstance) => { server.get("/tags", async () => []); };
`,
      "src/routes/User.Route.ts": `import type { FastifyInstance } from "fastify";
export default async (server: FastifyInstance) => { server.get("/user", async () => []); };
`,
    },
    table: `
      GET /api/tags src/routes/tag.route.ts:2
      GET /user src/routes/User.Route.ts:2 ?may be loaded by a computed name in src/server.ts`,
  },
  {
    name: "a package loads folders by name",
    files: {
      "package.json": `{ "name": "x", "dependencies": { "express": "^4", "consign": "1" } }
`,
      "server.js": `const app = require("express")();
const consign = require("consign");
consign().include("models").then("routes").into(app);
app.listen(1);
`,
      "routes/b.js": `module.exports = (app) => { app.get("/b", (req, res) => res.json([])); };
`,
      "routes/c.js": `const router = require("express").Router();
router.get("/c", (req, res) => res.json([]));
module.exports = router;
`,
    },
    table: `
      GET /b routes/b.js:1 ?may be loaded by a computed name in server.js
      GET /c routes/c.js:2 ?may be loaded by a computed name in server.js`,
  },
  {
    name: "a container is given a pattern of files",
    files: {
      "package.json": `{ "name": "x", "dependencies": { "express": "^4" } }
`,
      "server.js": `const app = require("express")();
const container = require("awilix").createContainer();
container.loadModules(["./routes/*.js"]);
app.use(container.resolve("all"));
app.listen(1);
`,
      "routes/c.js": `const router = require("express").Router();
router.get("/c", (req, res) => res.json([]));
module.exports = router;
`,
    },
    table: `
      GET /c routes/c.js:2 ?may be loaded by a computed name in server.js`,
  },
  {
    name: "a decorator may instantiate the class that holds it",
    files: {
      "package.json": `{ "name": "x", "dependencies": { "express": "^4" } }
`,
      "src/server.ts": `import express from "express";
import { container } from "tsyringe";
const app = express();
for (const each of container.resolveAll<{ router: express.Router }>("Routes")) app.use(each.router);
app.listen(1);
`,
      "src/users.ts": `import { Router } from "express";
import { injectable } from "tsyringe";
@injectable()
export class UserRoutes {
  router = Router();
  constructor() { this.router.get("/users", (req, res) => { res.json([]); }); }
}
`,
    },
    table: `
      GET /users src/users.ts:6 ?mounted where it cannot be followed (src/users.ts:4)`,
  },
  {
    name: "a table of hooks calls the function that is given the application, as a part of what it is given",
    files: {
      "package.json": `{ "name": "pads", "dependencies": { "express": "^5" } }
`,
      "server.js": `const express = require("express");
const app = express();
const hooks = require("./ep.json").hooks;
for (const hook of hooks) require(hook)("create", { app });
app.listen(1);
`,
      "hooks/health.ts": `export const create = (name: string, { app }: Given, done: Function) => {
  app.get("/health", (req, res) => { res.json({}); });
  done();
};
`,
      "hooks/pads.ts": `export const create = (name: string, args: any) => {
  args.app.get("/p/:pad", (req, res) => { res.send("x"); });
  args.store.get("/p/none", (error, found) => { found.count(); });
};
`,
    },
    table: `
      GET /health hooks/health.ts:2 ?may be loaded by a computed name in server.js
      GET /p/{pad} hooks/pads.ts:2 ?may be loaded by a computed name in server.js`,
  },
];

const forgotten: readonly Case[] = [
  {
    name: "a loader of another folder says nothing of it",
    files: {
      "package.json": `{ "name": "x", "dependencies": { "express": "^4" } }
`,
      "server.js": `const express = require("express");
require("./models");
const app = express();
app.use("/a", require("./routes/a"));
app.listen(1);
`,
      "models/index.js": `const fs = require("fs"); const path = require("path");
fs.readdirSync(__dirname).forEach((file) => { const model = require(path.join(__dirname, file))(sequelize); });
`,
      "routes/a.js": `const router = require("express").Router();
router.get("/a", (req, res) => res.json([]));
module.exports = router;
`,
      "routes/b.js": `const router = require("express").Router();
router.get("/b", (req, res) => res.json([]));
module.exports = router;
`,
    },
    table: `
      GET /a/a routes/a.js:2 !doubled-prefix
      GET /b routes/b.js:2 !not-registered`,
  },
  {
    name: "a class that nothing instantiates holds it",
    files: {
      "package.json": `{ "name": "x", "dependencies": { "express": "^4" } }
`,
      "src/server.ts": `import express from "express";
const app = express();
app.listen(1);
`,
      "src/users.ts": `import { Router } from "express";
export class UserRoutes {
  router = Router();
  constructor() { this.router.get("/users", (req, res) => { res.json([]); }); }
}
`,
    },
    table: `
      GET /users src/users.ts:4 !not-registered`,
  },
  {
    name: "an application of Hono that only an uncalled function makes",
    files: {
      "package.json": `{ "name": "optician", "type": "module", "dependencies": { "hono": "^4.0.0" } }
`,
      "src/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { modules } from "./modules/index.ts";
const app = new Hono().basePath("/optician");
for (const [name, make] of Object.entries(modules)) {
  app.route(\`/\${name}\`, make());
}
serve({ fetch: app.fetch, port: 3000 });
`,
      "src/modules/index.ts": `import { frames } from "./frames.ts";
export const modules = { frames };
export { feeds } from "./feeds.ts";
`,
      "src/modules/frames.ts": `import { Hono } from "hono";
export const frames = () => new Hono().get("/:model", (c) => c.json({}));
`,
      "src/modules/feeds.ts": `import { Hono } from "hono";
export const feeds = () => {
  const router = new Hono();
  router.get("/suppliers", (c) => c.json({}));
  return router;
};
`,
    },
    table: `
      GET /optician/frames/{model} src/modules/frames.ts:2
      GET /suppliers src/modules/feeds.ts:4 !not-registered`,
  },
  {
    name: "a router that only an uncalled function makes",
    files: {
      "package.json": `{ "name": "o", "dependencies": { "express": "^4.0.0" } }
`,
      "src/main.ts": `import express from "express";
import { a } from "./a";
const app = express();
app.use("/a", a());
app.listen(3);
`,
      "src/a.ts": `import { Router } from "express";
export function a() { const r = Router(); r.get("/x", (q, s) => { s.send(""); }); return r; }
export function b(db) { const r = Router(); r.get("/y", (q, s) => { s.send(""); }); return r; }
`,
    },
    table: `
      GET /a/x src/a.ts:2
      GET /y src/a.ts:3 !not-registered`,
  },
  {
    name: "beside an application that mounts none",
    files: {
      "package.json": `{ "name": "o", "dependencies": { "express": "^4.0.0" } }
`,
      "server.js": `const express = require("express");
const app = express();
const b = express.Router();
b.get("/b", (req, res) => res.send(1));
app.get("/a", (req, res) => res.send(1));
app.listen(1);
`,
    },
    table: `
      GET /a server.js:5
      GET /b server.js:4 !not-registered`,
  },
  {
    name: "claims of no router that it is left out which a function gives in some case",
    files: {
      "app.py": `from fastapi import APIRouter, FastAPI
def chosen():
    if client:
        real = APIRouter()
        real.add_api_route("/real", show)
        return real
    mock = APIRouter()
    mock.add_api_route("/mock", show)
    return mock
def show(): ...
app = FastAPI()
app.include_router(chosen(), prefix="/auth")
`,
    },
    table: `
      GET /auth/real app.py:5 -> app.py:10
      GET /mock app.py:8 -> app.py:10 ?a condition chooses between it and another`,
  },
];

checkCases("a router that nothing mounts, where that is doubtful", doubtful);
checkCases("a router that was forgotten", forgotten);
