import { type Case, checkCases } from "./cases.ts";

const expressWhoseFolderIsLoadedByName: readonly Case[] = [
  {
    name: "leaves out what the loader names itself, and takes names apart",
    files: {
      "package.json": `{ "dependencies": { "express": "^4" } }
`,
      "server.js": `const express = require("express");
const app = express();
app.use(require("./app/routes"));
app.listen(1);
`,
      "app/utils/index.js": `const { removeExtensionFromFile } = require("./removeExtensionFromFile");
module.exports = { removeExtensionFromFile };
`,
      "app/utils/removeExtensionFromFile.js": `const removeExtensionFromFile = (file) => file.split(".").slice(0, -1).join(".").toString();
module.exports = { removeExtensionFromFile };
`,
      "app/routes/index.js": `const express = require("express");
const router = express.Router();
const fs = require("fs");
const routesPath = \`\${__dirname}/\`;
const { removeExtensionFromFile } = require("../utils");
router.use("/", require("./auth"));
fs.readdirSync(routesPath).filter((file) => {
  const routeFile = removeExtensionFromFile(file);
  return routeFile !== "index" && routeFile !== "auth" ? router.use(\`/\${routeFile}\`, require(\`./\${routeFile}\`)) : "";
});
module.exports = router;
`,
      "app/routes/auth.js": `const router = require("express").Router();
router.post("/login", (req, res) => res.json({}));
module.exports = router;
`,
      "app/routes/users.js": `const router = require("express").Router();
router.get("/:id", (req, res) => res.json({}));
module.exports = router;
`,
    },
    table: `
      POST /login app/routes/auth.js:2
      GET /users/{id} app/routes/users.js:2`,
  },
  {
    name: "loads only the names that its filter lets through",
    files: {
      "server.js": `const express = require("express");
const { loadRoutes } = require("./loadRoutes");
const app = express();
loadRoutes(app);
app.listen(1);
`,
      "loadRoutes.js": `const fs = require("fs");
const path = require("path");
exports.loadRoutes = (app) => {
  const folder = path.join(__dirname, "routes");
  for (const file of fs.readdirSync(folder).filter((name) => name.endsWith(".routes.js") || name.endsWith(".route.ts"))) {
    app.use("/api", require(path.join(folder, file)));
  }
  fs.readdirSync(path.join(__dirname, "admin")).forEach((file) => {
    if (/\\.admin\\.js$/.test(file)) app.use("/admin", require(path.join(__dirname, "admin", file)));
  });
};
`,
      "routes/offers.routes.js": `const router = require("express").Router();
router.get("/offers", (req, res) => res.json([]));
module.exports = router;
`,
      "routes/news.route.ts": `const router = require("express").Router();
router.get("/news", (req, res) => res.json([]));
module.exports = router;
`,
      "routes/interviews.route.js": `const router = require("express").Router();
router.get("/interviews", (req, res) => res.json([]));
module.exports = router;
`,
      "admin/a.admin.js": `const router = require("express").Router();
router.get("/a", (req, res) => res.json([]));
module.exports = router;
`,
      "admin/b.js": `const router = require("express").Router();
router.get("/b", (req, res) => res.json([]));
module.exports = router;
`,
    },
    table: `
      GET /api/news routes/news.route.ts:2
      GET /api/offers routes/offers.routes.js:2
      GET /admin/a admin/a.admin.js:2
      GET /b admin/b.js:2 !not-registered
      GET /interviews routes/interviews.route.js:2 !not-registered`,
  },
];

const fastifyWhichItsCommandLineStarts: readonly Case[] = [
  {
    name: "registers the plugin that a script starts",
    files: {
      "package.json": `{ "type": "module", "scripts": { "start": "fastify start -l info app.js", "dev": "fastify start -w app.js" }, "dependencies": { "fastify": "^4", "fastify-cli": "5", "@fastify/autoload": "5", "desm": "1" } }
`,
      "app.js": `import AutoLoad from "@fastify/autoload";
import { join } from "desm";
export default async function (fastify, opts) {
  await fastify.register(AutoLoad, { dir: join(import.meta.url, "routes"), dirNameRoutePrefix: false, options: Object.assign({}, opts) });
}
`,
      "routes/status/index.js": `export default async function status(fastify, opts) {
  fastify.get("/status", async () => ({ ok: true }));
}
`,
    },
    table: `
      GET /status routes/status/index.js:2`,
  },
];

const nestJSWhosePrefixItsConfigurationSays: readonly Case[] = [
  {
    name: "reads a namespace of registerAs",
    files: {
      "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { ConfigService } from "@nestjs/config";
import { VersioningType } from "@nestjs/common";
import { AppModule } from "./app.module";
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  const configService = app.get(ConfigService<AllConfigType>);
  app.setGlobalPrefix(configService.getOrThrow("app.apiPrefix", { infer: true }), { exclude: ["/"] });
  await app.listen(3000);
}
void bootstrap();
`,
      "src/app.config.ts": `import { registerAs } from "@nestjs/config";
export default registerAs<AppConfig>("app", () => {
  return { apiPrefix: process.env.API_PREFIX || "api" };
});
`,
      "src/app.module.ts": `import { Module } from "@nestjs/common";
import { ConfigModule } from "@nestjs/config";
import appConfig from "./app.config";
import { Cats } from "./cats";
@Module({ imports: [ConfigModule.forRoot({ isGlobal: true, load: [appConfig] })], controllers: [Cats] })
export class AppModule {}
`,
      "src/cats.ts": `import { Controller, Get } from "@nestjs/common";
@Controller("cats") export class Cats { @Get() all() { return []; } }
`,
    },
    table: `
      GET /api/cats src/cats.ts:2`,
  },
  {
    name: "reads a function that the module loads, and a default",
    files: {
      "src/main.ts": `import { NestFactory } from "@nestjs/core";
import { ConfigService } from "@nestjs/config";
import { AppModule } from "./app.module";
async function bootstrap() {
  const app = await NestFactory.create(AppModule);
  const config = app.get(ConfigService);
  app.setGlobalPrefix(\`\${config.get("http.prefix")}/\${config.get<string>("VERSION_PREFIX", "v1")}\`);
  await app.listen(3000);
}
bootstrap();
`,
      "src/configuration.ts": `export default () => ({ http: { prefix: "rest", port: 1 } });
`,
      "src/app.module.ts": `import { Module } from "@nestjs/common";
import { ConfigModule } from "@nestjs/config";
import configuration from "./configuration";
import { Cats } from "./cats";
@Module({ imports: [ConfigModule.forRoot({ load: [configuration] })], controllers: [Cats] })
export class AppModule {}
`,
      "src/cats.ts": `import { Controller, Get } from "@nestjs/common";
@Controller("cats") export class Cats { @Get() all() { return []; } }
`,
    },
    table: `
      GET /rest/v1/cats src/cats.ts:2`,
  },
];

const koaWhoseApplicationBecomesAMiddleware: readonly Case[] = [
  {
    name: "serves an application that a getter hands on by itself",
    files: {
      "src/tenant.ts": `import Koa from "koa";
import mount from "koa-mount";
import { initApis } from "./apis";
export class Tenant {
  app: Koa;
  constructor(public id: string) {
    const app = new Koa();
    app.use(mount("/api", initApis(id)));
    this.app = app;
  }
  get run() { return this.id ? mount("/" + this.id, this.app) : mount(this.app); }
}
export const pool = { get: async (id: string) => new Tenant(id) };
`,
      "src/apis.ts": `import Koa from "koa";
import Router from "koa-router";
const createRouters = (id) => {
  const router = new Router();
  router.get("/users", (ctx) => { ctx.body = []; });
  return [router];
};
export function initApis(id): Koa {
  const apis = new Koa();
  for (const router of createRouters(id)) apis.use(router.routes()).use(router.allowedMethods());
  return apis;
}
`,
      "src/index.ts": `import Koa from "koa";
import { pool } from "./tenant";
const app = new Koa();
app.use(async (ctx, next) => { const tenant = await pool.get(ctx.host); await tenant.run(ctx, next); });
app.listen(1);
`,
    },
    table: `
      GET /api/users src/apis.ts:5`,
  },
];

const expressBesideALibraryOfItsOwn: readonly Case[] = [
  {
    name: "finds routes where functions of a library call each other in turn",
    files: {
      "app.js": `const express = require("express");
const { walk } = require("./lib/walk");
const app = express();
walk(() => {});
app.use("/api", require("./routes"));
app.listen(1);
`,
      "lib/walk.js": `// express is served with this
function step0(done) { step1(done); step1(() => done()); }
function step1(done) { step2(done); step2(() => done()); }
function step2(done) { step3(done); step3(() => done()); }
function step3(done) { step4(done); step4(() => done()); }
function step4(done) { step5(done); step5(() => done()); }
function step5(done) { step6(done); step6(() => done()); }
function step6(done) { step7(done); step7(() => done()); }
function step7(done) { step8(done); step8(() => done()); }
function step8(done) { step9(done); step9(() => done()); }
function step9(done) { step10(done); step10(() => done()); }
function step10(done) { step11(done); step11(() => done()); }
function step11(done) { step12(done); step12(() => done()); }
function step12(done) { step13(done); step13(() => done()); }
function step13(done) { step14(done); step14(() => done()); }
function step14(done) { step15(done); step15(() => done()); }
function step15(done) { step16(done); step16(() => done()); }
function step16(done) { step17(done); step17(() => done()); }
function step17(done) { step18(done); step18(() => done()); }
function step18(done) { step19(done); step19(() => done()); }
function step19(done) { step20(done); step20(() => done()); }
function step20(done) { step21(done); step21(() => done()); }
function step21(done) { step22(done); step22(() => done()); }
function step22(done) { step23(done); step23(() => done()); }
function step23(done) { step24(done); step24(() => done()); }
function step24(done) { done(); }
module.exports = { walk: step0 };
`,
      "routes.js": `const router = require("express").Router();
router.get("/users", (req, res) => res.json([]));
module.exports = router;
`,
    },
    table: `
      GET /api/users routes.js:2`,
  },
];

const koaWhoseFolderIsLoadedByName: readonly Case[] = [
  {
    name: "passes over the names that a guard keeps out",
    files: {
      "src/server.js": `import Koa from "koa";
import { loadRoutes } from "./loadRoutes.js";
const app = new Koa();
await loadRoutes(app, new URL("./routes/", import.meta.url));
app.listen(3000);
`,
      "src/loadRoutes.js": `import { readdir } from "node:fs/promises";
export async function loadRoutes(app, folder) {
  const names = await readdir(folder);
  for (const name of names.sort()) {
    if (!name.endsWith(".routes.js")) continue;
    const { default: router } = await import(new URL(name, folder).href);
    app.use(router.routes());
  }
}
`,
      "src/routes/offers.routes.js": `import Router from "@koa/router";
const router = new Router({ prefix: "/api/offers" });
router.get("/", (ctx) => { ctx.body = []; });
export default router;
`,
      "src/routes/interviews.route.js": `import Router from "@koa/router";
const router = new Router({ prefix: "/api/interviews" });
router.get("/:week", (ctx) => { ctx.body = []; });
export default router;
`,
    },
    table: `
      GET /api/offers src/routes/offers.routes.js:3
      GET /api/interviews/{week} src/routes/interviews.route.js:3 !not-registered`,
  },
];

checkCases("Express, whose folder is loaded by name", expressWhoseFolderIsLoadedByName);
checkCases("Fastify, which its command line starts", fastifyWhichItsCommandLineStarts);
checkCases("NestJS, whose prefix its configuration says", nestJSWhosePrefixItsConfigurationSays);
checkCases("Koa, whose application becomes a middleware", koaWhoseApplicationBecomesAMiddleware);
checkCases("Express beside a library of its own", expressBesideALibraryOfItsOwn);
checkCases("Koa, whose folder is loaded by name", koaWhoseFolderIsLoadedByName);
