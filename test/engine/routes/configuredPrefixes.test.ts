import { type Case, checkCases } from "./cases.ts";

const settingsThatASchemaReadsFromTheEnvironment: readonly Case[] = [
  {
    name: "zod",
    files: {
      "env.ts": `import { z } from "zod";
const schema = z.object({ PORT: z.coerce.number().default(3000), API_PREFIX: z.string().optional().default("/api"), NAMED: z.string().min(1).default("/named").describe("x") });
export const env = schema.parse(process.env);
const parsed = schema.safeParse(process.env);
if (!parsed.success) throw new Error("x");
export const safe = parsed.data;
`,
      "server.ts": `import express from "express";
import { env, safe } from "./env";
const app = express();
const router = express.Router();
router.get("/x", (req, res) => { res.send(""); });
app.use(env.API_PREFIX, router);
app.use(safe.NAMED, router);
app.listen(env.PORT);
`,
    },
    table: `
      GET /api/x server.ts:5
      GET /named/x server.ts:5`,
  },
  {
    name: "envalid and t3-env",
    files: {
      ".env": `VERSION_PREFIX=/v7
`,
      "env.ts": `import { cleanEnv, str, port } from "envalid";
import { createEnv } from "@t3-oss/env-core";
import { z } from "zod";
export const env = cleanEnv(process.env, { PORT: port({ default: 3000 }), API_PREFIX: str({ default: "/api" }), VERSION_PREFIX: str({ default: "/v1" }) });
export const other = createEnv({ server: { ADMIN_PREFIX: z.string().default("/admin") }, runtimeEnv: process.env });
`,
      "server.ts": `import express from "express";
import { env, other } from "./env";
const app = express();
const router = express.Router();
router.get("/x", (req, res) => { res.send(""); });
app.use(env.API_PREFIX, router);
app.use(env.VERSION_PREFIX, router);
app.use(other.ADMIN_PREFIX, router);
app.listen(env.PORT);
`,
    },
    table: `
      GET /api/x server.ts:5
      GET /v7/x server.ts:5
      GET /admin/x server.ts:5`,
  },
  {
    name: "joi and convict",
    files: {
      "env.ts": `import Joi from "joi";
const envVarsSchema = Joi.object().keys({ PORT: Joi.number().default(3000), API_PREFIX: Joi.string().default("/api") }).unknown();
const { value: envVars, error } = envVarsSchema.validate(process.env);
export default { port: envVars.PORT, prefix: envVars.API_PREFIX };
`,
      "conv.ts": `import convict from "convict";
export const config = convict({ api: { prefix: { doc: "x", format: String, default: "/conv", env: "CONV" } } });
`,
      "server.ts": `import express from "express";
import config from "./env";
import { config as conv } from "./conv";
const app = express();
const router = express.Router();
router.get("/x", (req, res) => { res.send(""); });
app.use(config.prefix, router);
app.use(conv.get("api.prefix"), router);
app.listen(1);
`,
    },
    table: `
      GET /api/x server.ts:6
      GET /conv/x server.ts:6`,
  },
];

const settingsThatAreNested: readonly Case[] = [
  {
    name: "pydantic",
    files: {
      "settings.py": `from pydantic import BaseModel, Field
from pydantic_settings import BaseSettings

class ApiV1Prefix(BaseModel):
    prefix: str = "/v1"
    users: str = "/users"

class ApiPrefix(BaseModel):
    prefix: str = "/api"
    v1: ApiV1Prefix = ApiV1Prefix()

class Settings(BaseSettings):
    api: ApiPrefix = ApiPrefix()
    other: ApiV1Prefix = Field(default_factory=ApiV1Prefix)

settings = Settings()
`,
      "main.py": `from fastapi import FastAPI, APIRouter
from settings import settings

app = FastAPI()
router = APIRouter(prefix=settings.api.v1.prefix)
users = APIRouter(prefix=settings.other.users)

@users.get("/{id}")
def one(id: int): ...

router.include_router(users)
app.include_router(router, prefix=settings.api.prefix)
`,
    },
    table: `
      GET /api/v1/users/{id} main.py:8 -> main.py:9`,
  },
];

const controllersWhosePrefixAFileSays: readonly Case[] = [
  {
    name: "tsoa",
    files: {
      "tsoa.json": `{ "entryFile": "src/app.ts", "routes": { "routesDir": "build", "basePath": "/v1" } }
`,
      "src/users.ts": `import { Controller, Get, Path, Route } from "tsoa";
@Route("users")
export class UsersController extends Controller {
  @Get("{userId}") public async getUser(@Path() userId: number) { return {}; }
}
`,
    },
    table: `
      GET /v1/users/{userId} src/users.ts:4`,
  },
  {
    name: "Midway",
    files: {
      "package.json": `{ "dependencies": { "@midwayjs/core": "^3", "@midwayjs/koa": "^3" } }
`,
      "src/config/config.default.ts": `import { MidwayConfig } from "@midwayjs/core";
export default { keys: "1", koa: { port: 7001, globalPrefix: "/rest" } } as MidwayConfig;
`,
      "src/controller/home.ts": `import { Controller, Get } from "@midwayjs/core";
@Controller("/home")
export class HomeController {
  @Get("/") async home() { return "x"; }
}
`,
    },
    table: `
      GET /rest/home src/controller/home.ts:4`,
  },
  {
    name: "LoopBack",
    files: {
      "src/application.ts": `import { ApplicationConfig } from "@loopback/core";
import { RestApplication } from "@loopback/rest";
import { BootMixin } from "@loopback/boot";
export class Shop extends BootMixin(RestApplication) {
  constructor(options: ApplicationConfig = {}) {
    super(options);
    this.basePath("/shop");
  }
}
`,
      "src/controllers/ping.ts": `import { get } from "@loopback/rest";
export class PingController {
  @get("/ping") ping() { return {}; }
}
`,
    },
    table: `
      GET /shop/ping src/controllers/ping.ts:3`,
  },
];

checkCases("settings that a schema reads from the environment", settingsThatASchemaReadsFromTheEnvironment);
checkCases("settings that are nested", settingsThatAreNested);
checkCases("controllers whose prefix a file says", controllersWhosePrefixAFileSays);
