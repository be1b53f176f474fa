import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { after, before, describe, it } from "node:test";
import { type Case, checkCases } from "../cases.ts";
import { ask } from "../runningApp.ts";

const express = `const express = require("express");
const app = express();
`;

const served: readonly Case[] = [
  {
    name: "on the two sides of one condition",
    files: {
      "app.js": `${express}const isNew = load();
const one = express.Router(); one.get("/x", (req, res) => res.send("1"));
const two = express.Router(); two.get("/x", (req, res) => res.send("2"));
if (isNew) app.get("/a", (req, res) => res.send("1")); else app.get("/a", (req, res) => res.send("2"));
if (isNew) { app.use("/r", one); } else { app.use("/r", two); }
if (isNew) { app.get("/b", (req, res) => res.send("1")); }
app.get("/b", (req, res) => res.send("2"));
if (isNew) { app.use((req, res) => res.status(404).end()); } else { app.get("/late", (req, res) => res.send("1")); }
app.listen(1);
`,
    },
    table: `
      GET /a app.js:6
      GET /a app.js:6
      GET /r/x app.js:4
      GET /r/x app.js:5
      GET /b app.js:8
      GET /b app.js:9 !duplicate by app.js:8
      GET /late app.js:10`,
  },
  {
    name: "behind a return that a condition decides about, and with handlers that are made without arguments and hand on",
    files: {
      "app.js": `${express}if (failed()) { app.get("*", (req, res) => res.send("1")); return; }
const check = () => (req, res, next) => { if (req.body) next(); else res.send("no"); };
const wrap = (run) => (req, res, next) => Promise.resolve(run(req, res, next)).catch(next);
app.post("/a", wrap(check()));
app.post("/a", (req, res) => res.send("1"));
app.listen(1);
`,
    },
    table: `
      GET /{path*} app.js:3
      POST /a app.js:6 -> app.js:4
      POST /a app.js:7`,
  },
  {
    name: "of what a parameter is asked that is a router by its name alone",
    files: {
      "app.js": `${express}app.get("/a", (req, res) => res.send("1"));
app.listen(1);
`,
      "version.js": `const express = require("express");
exports.versionOf = (app) => app.get("version") + app.get("storage").version;
`,
    },
    table: `
      GET /a app.js:3`,
  },
  {
    name: "of controllers in lists between which a condition chooses",
    files: {
      "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";
async function bootstrap() { const app = await NestFactory.create(AppModule); await app.listen(1); }
bootstrap();
`,
      "src/app.module.ts": `import { Controller, Get, Module } from "@nestjs/common";
@Controller("root") class Root { @Get() all() {} }
@Controller("orders") class Only { @Get() all() {} }
@Controller("orders") class Orders { @Get() all() {} }
const others = [Orders];
@Module({ controllers: process.env.ONLY ? [Only] : [Root, ...others] }) export class AppModule {}
`,
    },
    table: `
      GET /orders src/app.module.ts:3
      GET /root src/app.module.ts:2
      GET /orders src/app.module.ts:4`,
  },
  {
    name: "in tests, whatever they register and ask",
    files: {
      "package.json": `{ "dependencies": { "express": "^4" }, "devDependencies": { "supertest-as-promised": "^4" } }
`,
      "app.js": `${express}app.post("/login", (req, res) => res.send("1"));
app.listen(1);
module.exports = app;
`,
      "test/login.test.js": `const request = require("supertest-as-promised");
const app = require("../app");
const express = require("express");
const hooks = express.Router();
hooks.post("/hook", (req, res) => res.send("1"));
it("logs in", () => request(app).post("/login").expect(200));
app.post("/login", (req, res) => res.send("2"));
`,
    },
    table: `
      POST /login app.js:3
      POST /login test/login.test.js:7 (test)
      POST /hook test/login.test.js:5 (test)`,
  },
  {
    name: "behind a route of NestJS that hands on",
    files: {
      "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { AppModule } from "./app.module";
async function bootstrap() { const app = await NestFactory.create(AppModule); await app.listen(1); }
bootstrap();
`,
      "src/app.module.ts": `import { Controller, Get, Module, Next, Req, Res } from "@nestjs/common";
@Controller("*") class Pages {
  @Get("/") page(@Req() req, @Res() res, @Next() next) { if (req.url.startsWith("/api")) return next(); res.sendFile("index.html"); }
}
@Controller("api/orders") class Orders { @Get() all() { return []; } }
@Module({ controllers: [Pages, Orders] }) export class AppModule {}
`,
    },
    table: `
      GET /{path*} src/app.module.ts:3
      GET /api/orders src/app.module.ts:5`,
  },
  {
    name: "of a controller that only one of several applications of NestJS could reach",
    files: {
      "src/seed.ts": `import { NestFactory } from "@nestjs/core";
import { SeedModule } from "./seed.module";
async function seed() { const app = await NestFactory.create(SeedModule); await app.get(SeedModule).run(); }
seed();
`,
      "src/seed.module.ts": `import { Module } from "@nestjs/common";
@Module({}) export class SeedModule { run() {} }
`,
      "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { AppModule } from "./files";
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  app.setGlobalPrefix("api");
  app.enableVersioning();
  await app.listen(1);
}
bootstrap();
`,
      "src/files.ts": `import { Controller, Module, Post } from "@nestjs/common";
@Controller({ path: "files", version: "1" }) class Local { @Post() put() {} }
@Controller({ path: "cloud", version: "1" }) class Cloud { @Post() put() {} }
@Module({ controllers: [Local] }) class LocalModule {}
@Module({ controllers: [Cloud] }) class CloudModule {}
@Module({ imports: [config().local ? LocalModule : CloudModule] }) export class AppModule {}
`,
    },
    table: `
      POST /api/v1/files src/files.ts:2
      POST /api/v1/cloud src/files.ts:3 ?mounted where it cannot be followed (src/files.ts:3)`,
  },
  {
    name: "of a function of which a condition takes another",
    files: {
      "package.json": `{ "dependencies": { "fastify": "^5" } }
`,
      "server.ts": `import Fastify, { type FastifyInstance } from "fastify";
const app = Fastify();
const develop = (app: FastifyInstance) => { app.get("*", async () => "vite"); };
const serve = (app: FastifyInstance) => { app.get("*", async () => "built"); };
const pages = __DEV__ ? develop : serve;
pages(app);
app.listen({ port: 1 });
`,
    },
    table: `
      GET /{path*} server.ts:3
      GET /{path*} server.ts:4 ?a condition chooses between it and another`,
  },
  {
    name: "that a function registers on a router at a path, neither of which is known",
    files: {
      "app.py": `from fastapi import APIRouter, FastAPI
app = FastAPI()
def register(router: APIRouter, url: str, function):
    router.add_api_route(url, function)
`,
    },
    table: `
      GET / app.py:4 ?url`,
  },
];

checkCases("no fault is found with routes", served);

/** A case whose workspace is one file, which the real Express runs as well: what it says of the paths. */
function checkRunning(name: string, text: string, expected: Readonly<Record<string, string>>, table: string): void {
  describe(name, () => {
    const files = { "app.js": `${express}${text}` };
    const server = createServer(
      new Function("require", `${files["app.js"]}return app;`)(createRequire(import.meta.url)),
    );
    before(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
    after(() => server.close());

    for (const [path, where] of Object.entries(expected)) {
      it(`${path} is answered as the table says`, async () =>
        assert.equal((await ask(server, "GET", path)).where, where));
    }
    checkCases("one file of Express", [{ name, files, table }]);
  });
}

checkRunning(
  "what a middleware hands some requests to, by their host, is kept from no other",
  `const admin = express.Router();
admin.get("/status", (req, res) => res.json({ file: "app.js", line: 4 }));
admin.use((req, res) => res.status(404).end());
app.use((req, res, next) => {
  if (req.hostname !== "admin.example") return next();
  admin(req, res, next);
});
app.get("/status", (req, res) => res.json({ file: "app.js", line: 10 }));
app.get("/orders", (req, res) => res.json({ file: "app.js", line: 11 }));
`,
  { "/status": "app.js:10", "/orders": "app.js:11" },
  `
  GET /status app.js:4
  GET /status app.js:10
  GET /orders app.js:11`,
);

checkRunning(
  "a router that stands as a handler is given the whole path",
  `const orders = express.Router();
orders.get("/orders/:id", (req, res) => res.json({ file: "app.js", line: 4 }));
app.all("/orders/*rest", orders);
`,
  { "/orders/7": "app.js:4", "/7": "" },
  `
  GET /orders/{id} app.js:4`,
);
