import { type Case, checkCases } from "./cases.ts";

/** One file in which a router is mounted under what only a caller knows; its one route is `GET /a`. */
function mounted(name: string, file: string, text: string, place: string, unknown = "config.http.root"): Case {
  return { name, files: { [file]: text }, table: `GET /a ${file}:${place} ?${unknown}` };
}

const scripts: readonly Case[] = [
  mounted(
    "Express",
    "app.js",
    `import express from "express";
export function createApp(config) {
  const app = express();
  const own = express.Router();
  own.get("/a", (request, response) => response.end());
  app.use(config.http.root, own);
  return app;
}`,
    "5",
  ),
  mounted(
    "Fastify",
    "app.js",
    `import Fastify from "fastify";
export function createApp(config) {
  const app = Fastify();
  app.register(async (own) => { own.get("/a", async () => 1); }, { prefix: config.http.root });
  return app;
}`,
    "4",
  ),
  mounted(
    "Koa, by its option",
    "app.js",
    `import Koa from "koa";
import Router from "@koa/router";
export function createApp(config) {
  const app = new Koa();
  const own = new Router({ prefix: config.http.root });
  own.get("/a", (context) => { context.body = 1; });
  app.use(own.routes());
  return app;
}`,
    "6",
  ),
  mounted(
    "Koa, by koa-mount",
    "app.js",
    `import Koa from "koa";
import mount from "koa-mount";
import Router from "@koa/router";
export function createApp(config) {
  const app = new Koa();
  const own = new Router();
  own.get("/a", (context) => { context.body = 1; });
  app.use(mount(config.http.root, own.routes()));
  return app;
}`,
    "7",
  ),
  mounted(
    "Hono, by a base path",
    "app.js",
    `import { Hono } from "hono";
export function createApp(config) {
  const app = new Hono().basePath(config.http.root);
  app.get("/a", (context) => context.text(""));
  return app;
}`,
    "4",
  ),
  mounted(
    "hapi",
    "app.js",
    `import Hapi from "@hapi/hapi";
export async function createApp(config) {
  const server = Hapi.server();
  const own = { name: "own", register(inner) { inner.route({ method: "GET", path: "/a", handler: () => 1 }); } };
  await server.register({ plugin: own, routes: { prefix: config.http.root } });
  return server;
}`,
    "4",
  ),
  mounted(
    "NestJS",
    "main.ts",
    `import { NestFactory } from "@nestjs/core";
import { Controller, Get, Module } from "@nestjs/common";
@Controller("a")
class Own {
  @Get() all() {}
}
@Module({ controllers: [Own] })
class Whole {}
export async function boot(config) {
  const app = await NestFactory.create(Whole);
  app.setGlobalPrefix(config.http.root);
  await app.listen(3000);
}`,
    "5",
  ),
  mounted(
    "Elysia",
    "app.js",
    `import { Elysia } from "elysia";
export function createApp(config) {
  const own = new Elysia({ prefix: config.http.root }).get("/a", () => 1);
  return new Elysia().use(own).listen(3000);
}`,
    "3",
  ),
];

const python: readonly Case[] = [
  mounted(
    "Flask",
    "app.py",
    `from flask import Flask, Blueprint
def create_app(config):
    app = Flask(__name__)
    own = Blueprint("own", __name__)
    @own.get("/a")
    def a(): return ""
    app.register_blueprint(own, url_prefix=config.root)
    return app
`,
    "5 -> app.py:6",
    "config.root",
  ),
  mounted(
    "FastAPI",
    "app.py",
    `from fastapi import FastAPI, APIRouter
def create_app(config):
    app = FastAPI()
    own = APIRouter(prefix=config["root"])
    @own.get("/a")
    def a(): return ""
    app.include_router(own)
    return app
`,
    "5 -> app.py:6",
    "config.root",
  ),
  mounted(
    "Starlette",
    "app.py",
    `from starlette.applications import Starlette
from starlette.routing import Mount, Route
def a(request): return ""
def create_app(config):
    return Starlette(routes=[Mount(config.root, routes=[Route("/a", a, methods=["GET"])])])
`,
    "5 -> app.py:3",
    "config.root",
  ),
  mounted(
    "aiohttp",
    "app.py",
    `from aiohttp import web
async def a(request): return web.Response()
def create_app(config):
    app = web.Application()
    own = web.Application()
    own.add_routes([web.get("/a", a)])
    app.add_subapp(config.root, own)
    return app
`,
    "6 -> app.py:2",
    "config.root",
  ),
  mounted(
    "Bottle",
    "app.py",
    `from bottle import Bottle
def create_app(config):
    app = Bottle()
    own = Bottle()
    @own.get("/a")
    def a(): return ""
    app.mount(config.root, own)
    return app
`,
    "5 -> app.py:6",
    "config.root",
  ),
  mounted(
    "Sanic",
    "app.py",
    `from sanic import Sanic, Blueprint
def create_app(config):
    app = Sanic("x")
    own = Blueprint("own")
    @own.get("/a")
    def a(request): return ""
    app.blueprint(own, url_prefix=config.root)
    return app
`,
    "5 -> app.py:6",
    "config.root",
  ),
];

checkCases("a prefix that cannot be followed, which is said to be unknown: JavaScript", scripts);
checkCases("a prefix that cannot be followed, which is said to be unknown: Python", python);

checkCases("what stands before a router in Express", [
  {
    name: "is a middleware when its words do not say that it is a path",
    files: {
      "app.js": `import express from "express";
import { ensureUser } from "@acme/users";
export function createApp({ sessions, config }) {
  const app = express();
  const own = express.Router();
  own.get("/a", (request, response) => response.end());
  app.use(ensureUser, own);
  app.use(config.auth, own);
  app.use(sessions, own);
  return app;
}`,
    },
    table: "GET /a app.js:6",
  },
]);
