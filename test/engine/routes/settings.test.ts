import { checkCases } from "./cases.ts";
import type { Workspace } from "./workspace.ts";

const ROUTER = `export const own = Router();
own.get("/a", (request, response) => response.end());
`;

/** An Express application in `src/app.js` whose router is mounted under what `lines` give as `prefix`. */
function express(lines: string, others: Workspace = {}): Workspace {
  return {
    "src/app.js": `import express from "express";
import { own } from "./own.js";
${lines}
express().use(prefix, own);
`,
    "src/own.js": `import { Router } from "express";
${ROUTER}`,
    ...others,
  };
}

/** A FastAPI application in `src/app.py` whose router is included under what `lines` give as `prefix`. */
function fastapi(lines: string, others: Workspace = {}): Workspace {
  return {
    "src/app.py": `from fastapi import FastAPI
from own import own
${lines}
app = FastAPI()
app.include_router(own, prefix=prefix)
`,
    "src/own.py": `from fastapi import APIRouter
own = APIRouter()
@own.get("/a")
def a(): return ""
`,
    ...others,
  };
}

const served = "GET /shop/api/a src/own.js:3";
const servedByPython = "GET /shop/api/a src/own.py:3 -> src/own.py:4";
const json = '{ "http": { "root": "/shop/api" }, "secret": "/not/for/paths" }';

checkCases("prefixes in settings files: JavaScript", [
  {
    name: "JSON read beside the module",
    files: express(
      `import { readFileSync } from "node:fs";
const { http } = JSON.parse(readFileSync(new URL("../config/default.json", import.meta.url), "utf8"));
const prefix = http.root;`,
      { "config/default.json": json },
    ),
    table: served,
  },
  {
    name: "JSON read below __dirname, and through a path that is joined and awaited",
    files: express(
      `import { readFile } from "node:fs/promises";
import path from "node:path";
const text = await readFile(path.join(import.meta.dirname, "..", "config", "default.json"));
const prefix = JSON.parse(text.toString()).http.root;`,
      { "config/default.json": json },
    ),
    table: served,
  },
  {
    name: "JSON read from where the program is started",
    files: express(
      `import fs from "node:fs";
import path from "node:path";
const prefix = JSON.parse(fs.readFileSync(path.join(process.cwd(), "config/default.json"), "utf8")).http.root;`,
      { "config/default.json": json },
    ),
    table: served,
  },
  {
    name: "JSON imported",
    files: express(
      `import settings from "./settings.json" with { type: "json" };\nconst prefix = settings.http.root;`,
      {
        "src/settings.json": json,
      },
    ),
    table: served,
  },
  {
    name: "JSON required",
    files: {
      "app.js": `const express = require("express");
const { http: { root } } = require("./settings.json");
const own = express.Router();
own.get("/a", (request, response) => response.end());
express().use(root, own);
`,
      "settings.json": json,
    },
    table: "GET /shop/api/a app.js:4",
  },
  {
    name: "YAML and TOML taken apart",
    files: express(
      `import { readFileSync } from "node:fs";
import YAML from "yaml";
import { parse } from "smol-toml";
const yaml = YAML.parse(readFileSync("settings.yaml", "utf8"));
const toml = parse(readFileSync("settings.toml", "utf8"));
const prefix = yaml.http.root + toml.http.tail;`,
      {
        "settings.yaml": "http:\n  root: /shop\n",
        "settings.toml": '# where\n[http]\nport = 80\ntail = "/api" # end\n',
      },
    ),
    table: served,
  },
  {
    name: "the package config",
    files: express(`import config from "config";\nconst prefix = config.get("http.root");`, {
      "config/default.json": json,
    }),
    table: served,
  },
  {
    name: "the package config, whose settings are code",
    files: express(`import config from "config";\nconst prefix = config.get("http.root");`, {
      "config/default.js": 'module.exports = { http: { root: "/shop/api" } };\n',
    }),
    table: served,
  },
  {
    name: "settings that the program which is started hands on",
    files: {
      "package.json": '{ "name": "shop", "scripts": { "serve": "node --enable-source-maps src/launch.ts" } }',
      "config/default.json": json,
      "src/createApp.ts": `import Fastify from "fastify";
export function createApp(config: { http: { root: string } }) {
  const app = Fastify();
  app.register(async (inner) => { inner.get("/a", async () => 1); }, { prefix: config.http.root });
  return app;
}
`,
      "src/launch.ts": `import { readFileSync } from "node:fs";
import { createApp } from "./createApp.ts";
await createApp(JSON.parse(readFileSync("config/default.json", "utf8"))).listen({ port: 3000 });
`,
    },
    table: "GET /shop/api/a src/createApp.ts:4",
  },
]);

checkCases("settings files that say nothing of a path", [
  {
    name: "leave it unknown when the entry is not there",
    files: express(`import settings from "./settings.json";\nconst prefix = settings.http.prefix;`, {
      "src/settings.json": json,
    }),
    table: "GET /a src/own.js:3 ?prefix",
  },
  {
    name: "are never asked for what their names call secret",
    files: express(`import settings from "./settings.json";\nconst prefix = "/x" + settings.secret;`, {
      "src/settings.json": json,
    }),
    table: "GET /x{src_settings_json_secret}/a src/own.js:3 ?src_settings.json.secret",
  },
  {
    name: "leave it unknown when they are no settings",
    files: express(`import settings from "./settings.json";\nconst prefix = settings.http.root;`, {
      "src/settings.json": "{ not json",
    }),
    table: "GET /a src/own.js:3 ?http.root",
  },
  {
    name: "leave it unknown when the file is not there",
    files: express(
      `import { readFileSync } from "node:fs";\nconst prefix = JSON.parse(readFileSync("x.json")).http.root;`,
    ),
    table: "GET /a src/own.js:3 ?JSON.parse_.http.root",
  },
]);

checkCases("prefixes in settings files: Python", [
  {
    name: "JSON, TOML and YAML opened in a block, and a path of pathlib",
    files: fastapi(
      `import json, tomllib, yaml
from pathlib import Path
with open("settings.json") as file:
    first = json.load(file)
with open("settings.toml", "rb") as file:
    second = tomllib.load(file)
third = yaml.safe_load((Path(__file__).parent / "settings.yaml").read_text())
prefix = first["root"] + second["http"]["tail"] + third["end"]["path"]`,
      {
        "settings.json": '{ "root": "/shop" }',
        "settings.toml": '[http]\ntail = "/ap"\n',
        "src/settings.yaml": "end:\n  path: i\n",
      },
    ),
    table: servedByPython,
  },
  {
    name: "JSON beside the module",
    files: fastapi(
      `import json, os
prefix = json.load(open(os.path.join(os.path.dirname(__file__), "..", "settings.json")))["root"]`,
      { "settings.json": '{ "root": "/shop/api" }' },
    ),
    table: servedByPython,
  },
]);

const env = "# where\nexport SHOP_API_ROOT=/shop/api # the root\nSHOP_SECRET=/not/this\n";

checkCases("prefixes in the environment, which a .env file sets", [
  {
    name: "process.env, with a default that it wins over",
    files: express(`const prefix = process.env.SHOP_API_ROOT ?? "/";`, { ".env": env }),
    table: served,
  },
  {
    name: "process.env taken apart, with a default",
    files: express(`const { SHOP_API_ROOT: prefix = "/" } = process.env;`, { "src/.env.local": env }),
    table: served,
  },
  {
    name: "Bun, by the same name",
    files: express(`const prefix = Bun.env["SHOP_API_ROOT"] || "/";`, { ".env": env }),
    table: served,
  },
  {
    name: "a service for configuration",
    files: {
      ".env": env,
      "main.ts": `import { NestFactory } from "@nestjs/core";
import { ConfigService } from "@nestjs/config";
import { Controller, Get, Module } from "@nestjs/common";
@Controller("a")
class Own {
  @Get() all() {}
}
@Module({ controllers: [Own] })
class Whole {}
const app = await NestFactory.create(Whole);
const config = app.get(ConfigService);
app.setGlobalPrefix(config.get("SHOP_API_ROOT"));
await app.listen(3000);
`,
    },
    table: "GET /shop/api/a main.ts:6",
  },
  {
    name: "os.environ and os.getenv",
    files: fastapi(
      `import os
from os import environ
prefix = os.environ.get("SHOP_ROOT", "/x") + os.getenv("SHOP_TAIL", "/y") + environ["SHOP_END_PATH"]`,
      { ".env": "SHOP_ROOT=/shop\nSHOP_TAIL='/ap'\nSHOP_END_PATH=i\n" },
    ),
    table: servedByPython,
  },
  {
    name: "python-decouple, django-environ and Starlette's Config",
    files: fastapi(
      `from decouple import config
from starlette.config import Config
import environ
env = environ.Env()
environ.Env.read_env()
settings = Config(".env")
prefix = config("SHOP_ROOT", default="/x") + env("SHOP_TAIL", default="/y") + settings("SHOP_END_PATH", default="/z")`,
      { ".env": "SHOP_ROOT=/shop\nSHOP_TAIL=/ap\nSHOP_END_PATH=i\n" },
    ),
    table: servedByPython,
  },
  {
    name: "settings of pydantic 1, whose prefix stands in a class",
    files: fastapi(
      `from pydantic import BaseSettings
class Settings(BaseSettings):
    api_root: str = "/"
    class Config:
        env_prefix = "SHOP_"
prefix = Settings().api_root`,
      { ".env": env },
    ),
    table: servedByPython,
  },
  {
    name: "settings of pydantic 2, without a default, and under a name of their own",
    files: fastapi(
      `from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict
class Base(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="SHOP_", env_file=".env")
class Settings(Base):
    root: str
    tail: str = Field("/", validation_alias="TAIL_OF_SHOP")
settings = Settings()
prefix = settings.root + settings.tail`,
      { ".env": "SHOP_ROOT=/shop\nTAIL_OF_SHOP=/api\n" },
    ),
    table: servedByPython,
  },
]);

checkCases("prefixes in the environment, which nothing of the workspace sets", [
  {
    name: "are their default, which an example of a .env file does not change",
    files: express(`const prefix = process.env.SHOP_API_ROOT ?? "/api";`, {
      ".env.example": env,
      "other/.env": env,
    }),
    table: "GET /api/a src/own.js:3",
  },
  {
    name: "are unknown without a default",
    files: express("const prefix = process.env.SHOP_API_ROOT;", { ".env": "OTHER=/x\n" }),
    table: "GET /a src/own.js:3 ?process.env.SHOP_API_ROOT",
  },
  {
    name: "are the default of a settings class",
    files: fastapi(
      `from pydantic_settings import BaseSettings
class Settings(BaseSettings):
    api_root: str = "/api"
prefix = Settings().api_root`,
      { ".env": env },
    ),
    table: "GET /api/a src/own.py:3 -> src/own.py:4",
  },
]);
