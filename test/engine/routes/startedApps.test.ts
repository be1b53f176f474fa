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

checkCases("Express, whose folder is loaded by name", expressWhoseFolderIsLoadedByName);
checkCases("Fastify, which its command line starts", fastifyWhichItsCommandLineStarts);
checkCases("NestJS, whose prefix its configuration says", nestJSWhosePrefixItsConfigurationSays);
checkCases("Koa, whose application becomes a middleware", koaWhoseApplicationBecomesAMiddleware);
