import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { findCondition } from "../../../../../src/engine/diagnosis/workspace/handlers/condition.ts";
import { findGate } from "../../../../../src/engine/diagnosis/workspace/handlers/gates.ts";
import { readTable } from "../../../routes/workspace.ts";
import { filesOf } from "../../workspaceDiagnosis.ts";

type Texts = Readonly<Record<string, string>>;

async function routeOf(texts: Texts, end: string) {
  const { routes } = await readTable(texts);
  const route = routes.find(({ path }) => path.endsWith(end));
  assert.ok(route, `${end} is none of ${routes.map(({ path }) => path).join(", ")}`);
  return route;
}

async function gateOf(texts: Texts, end: string): Promise<string | null> {
  const gate = await findGate(await routeOf(texts, end), filesOf(texts));
  return gate && `${gate.location.file}:${gate.location.line} ${gate.asks}`;
}

const fastify = (hook: string): Texts => ({
  "app.js":
    'import Fastify from "fastify";\nimport { drafts } from "./drafts.js";\nconst app = Fastify();\napp.register(drafts, { prefix: "/drafts" });\napp.listen({ port: 3000 });\n',
  "drafts.js": `export async function drafts(app) {\n${hook}\n  app.get("/all", async () => []);\n}\n`,
});

describe("code on the way to a handler", () => {
  it("is a hook of the same plugin that asks who is calling", async () => {
    const hook =
      '  app.addHook("preHandler", async (request, reply) => {\n    if (request.staff?.role !== "editor") reply.callNotFound();\n  });';
    assert.equal(await gateOf(fastify(hook), "/all"), "drafts.js:3 caller");
  });

  it("is none where the hook never misses, or stands behind the route", async () => {
    const logging = '  app.addHook("onRequest", async (request) => {\n    request.log.info("asked");\n  });';
    assert.equal(await gateOf(fastify(logging), "/all"), null);
    const behind = fastify("");
    const text = `${behind["drafts.js"]}`.replace(
      /\}\n$/,
      '  app.addHook("preHandler", async (request, reply) => {\n    if (!request.user) reply.callNotFound();\n  });\n}\n',
    );
    assert.equal(await gateOf({ ...behind, "drafts.js": text }, "/all"), null);
  });

  it("is middleware that a mount names, in the file that it is imported from", async () => {
    const texts = {
      "app.js":
        'import express from "express";\nimport { staffOnly } from "./staff.js";\nimport { rooms } from "./rooms.js";\nconst app = express();\napp.use("/rooms", staffOnly, rooms);\napp.listen(3000);\n',
      "staff.js":
        'export function staffOnly(req, res, next) {\n  if (!req.user?.isStaff) {\n    return next("router");\n  }\n  next();\n}\n',
      "rooms.js": 'import { Router } from "express";\nexport const rooms = Router();\nrooms.get("/free", list);\n',
    };
    assert.equal(await gateOf(texts, "/free"), "staff.js:2 caller");
  });

  it("is not what the handler itself answers", async () => {
    const texts = {
      "app.js":
        'import express from "express";\nconst app = express();\nfunction show(req, res) {\n  if (!rooms.has(req.params.room)) return res.status(404).end();\n  res.json({});\n}\napp.get("/rooms/:room", show);\napp.listen(3000);\n',
    };
    assert.equal(await gateOf(texts, "/{room}"), null);
  });

  it("is middleware above a mount, and what is mounted above it passes none", async () => {
    const texts = {
      "app.js":
        'import express from "express";\nimport { rooms } from "./rooms.js";\nimport { keys } from "./keys.js";\nconst app = express();\napp.use("/rooms", rooms);\napp.use((req, res, next) => {\n  if (!req.user) return res.sendStatus(404);\n  next();\n});\napp.use("/keys", keys);\napp.listen(3000);\n',
      "rooms.js": 'import { Router } from "express";\nexport const rooms = Router();\nrooms.get("/free", list);\n',
      "keys.js": 'import { Router } from "express";\nexport const keys = Router();\nkeys.get("/lost", list);\n',
    };
    assert.equal(await gateOf(texts, "/free"), null);
    assert.equal(await gateOf(texts, "/lost"), "app.js:7 caller");
  });

  it("is what wraps the handler, in the file that it is imported from", async () => {
    const texts = {
      "app.js":
        'import Koa from "koa";\nimport Router from "@koa/router";\nimport { withPin } from "./pin.js";\nimport { roster } from "./handlers.js";\nconst router = new Router();\nrouter.get("/roster", withPin(roster));\nnew Koa().use(router.routes()).listen(3000);\n',
      "handlers.js": "export function roster(ctx) {\n  ctx.body = [];\n}\n",
      "pin.js":
        'export const withPin = (handler) => (ctx) => {\n  const who = pins.get(ctx.get("x-pin"));\n  if (who === undefined) {\n    ctx.status = 404;\n    return;\n  }\n  return handler(ctx);\n};\n',
    };
    assert.equal(await gateOf(texts, "/roster"), "pin.js:3 caller");
  });

  it("is what passes a router over by an expression", async () => {
    const texts = {
      "app.js":
        'import express from "express";\nimport { rooms } from "./rooms.js";\nconst app = express();\napp.use("/rooms", rooms);\napp.listen(3000);\n',
      "rooms.js":
        'import { Router } from "express";\nexport const rooms = Router();\nrooms.use((req, res, next) => next(knows(req.get("x-rooms-key")) ? undefined : "router"));\nrooms.get("/free", list);\n',
    };
    assert.equal(await gateOf(texts, "/free"), "rooms.js:3 caller");
  });

  it("is middleware of the same path alone", async () => {
    const texts = {
      "app.js":
        'import express from "express";\nconst app = express();\napp.use("/staff", (req, res, next) => (req.user ? next() : res.sendStatus(404)));\napp.get("/rooms", list);\napp.get("/staff/rooms", list);\napp.listen(3000);\n',
    };
    assert.equal(await gateOf(texts, "/rooms"), null);
    assert.equal(await gateOf(texts, "/staff/rooms"), "app.js:3 caller");
  });

  const python = (route: string, guard: string) =>
    `from flask import Flask, abort, g\n\napp = Flask(__name__)\n\n\n${guard}\n\n\n${route}\ndef drafts():\n    return []\n`;

  it("is a decorator, or what is asked before every request, in Python", async () => {
    const decorator =
      "def staff_only(view):\n    def wrapped(*args):\n        if g.user.role != 'editor':\n            abort(404)\n        return view(*args)\n    return wrapped";
    const decorated = { "app.py": python('@app.get("/drafts")\n@staff_only', decorator) };
    assert.equal(await gateOf(decorated, "/drafts"), "app.py:8 caller");
    const before = "@app.before_request\ndef check():\n    if not g.user:\n        abort(404)";
    assert.equal(await gateOf({ "app.py": python('@app.get("/drafts")', before) }, "/drafts"), "app.py:8 caller");
  });

  it("is a dependency of FastAPI", async () => {
    const texts = {
      "app.py":
        'from fastapi import Depends, FastAPI, HTTPException, Request\n\napp = FastAPI()\n\n\ndef editor(request: Request):\n    if request.state.role != "editor":\n        raise HTTPException(404)\n\n\n@app.get("/drafts")\ndef drafts(_=Depends(editor)):\n    return []\n\n\n@app.get("/issues")\ndef issues():\n    return []\n',
    };
    assert.equal(await gateOf(texts, "/drafts"), "app.py:7 caller");
    assert.equal(await gateOf(texts, "/issues"), null);
  });

  it("is a guard of a controller", async () => {
    const texts = {
      "editors.guard.ts":
        'import { CanActivate, Injectable, NotFoundException } from "@nestjs/common";\n\n@Injectable()\nexport class EditorsGuard implements CanActivate {\n  canActivate(context) {\n    if (context.switchToHttp().getRequest().user?.role !== "editor") throw new NotFoundException();\n    return true;\n  }\n}\n',
      "drafts.controller.ts":
        'import { Controller, Get, UseGuards } from "@nestjs/common";\nimport { EditorsGuard } from "./editors.guard";\n\n@Controller("drafts")\n@UseGuards(EditorsGuard)\nexport class DraftsController {\n  @Get("all")\n  all() {\n    return [];\n  }\n}\n',
    };
    assert.equal(await gateOf(texts, "/all"), "editors.guard.ts:6 caller");
  });

  it("is middleware of Koa that ends without a body", async () => {
    const texts = {
      "app.js":
        'import Koa from "koa";\nimport Router from "@koa/router";\nconst router = new Router();\nrouter.use(async (ctx, next) => {\n  if (!ctx.state.user) return;\n  await next();\n});\nrouter.get("/drafts", (ctx) => {\n  ctx.body = [];\n});\nnew Koa().use(router.routes()).listen(3000);\n',
    };
    assert.equal(await gateOf(texts, "/drafts"), "app.js:5 caller");
  });

  it("is what asks a field of the request's own that a line above reads", async () => {
    const texts = {
      "app.ts":
        'import { Hono } from "hono";\nimport { clerkOnly } from "./roles.ts";\nconst app = new Hono();\napp.use("/office/*", clerkOnly);\napp.get("/office/audit", (c) => c.json([]));\n',
      "roles.ts":
        'import { createMiddleware } from "hono/factory";\nexport const clerkOnly = createMiddleware(async (c, next) => {\n  const badge = c.req.header("x-badge");\n  if (!badges.has(badge)) return c.notFound();\n  await next();\n});\n',
    };
    assert.equal(await gateOf(texts, "/audit"), "roles.ts:4 caller");
    const ofRelease = { ...texts, "roles.ts": texts["roles.ts"].replace("x-badge", "x-app-version") };
    assert.equal(await gateOf(ofRelease, "/audit"), "roles.ts:4 else");
  });

  const aiohttp = {
    "net.py":
      'from aiohttp import web\n\n\ndef from_house(request):\n    return request.remote in HOUSE\n\n\n@web.middleware\nasync def back_rooms(request, handler):\n    if request.path.startswith("/back/") and not from_house(request):\n        raise web.HTTPNotFound()\n    return await handler(request)\n',
    "rooms.py":
      'from aiohttp import web\n\n\nasync def show(request):\n    return web.json_response({})\n\n\ndef rooms():\n    return [web.get("/pool", show), web.get("/back/boiler", show)]\n',
    "main.py":
      "from aiohttp import web\n\nfrom net import back_rooms\nfrom rooms import rooms\n\napp = web.Application(middlewares=[back_rooms])\napp.add_routes(rooms())\nweb.run_app(app)\n",
  };

  it("is middleware of the application, for the paths that it speaks of", async () => {
    assert.equal(await gateOf(aiohttp, "/back/boiler"), "net.py:10 caller");
    assert.equal(await gateOf(aiohttp, "/pool"), null);
  });

  it("is no middleware of one application among several", async () => {
    const other = { ...aiohttp, "other.py": "from aiohttp import web\n\napp = web.Application()\n" };
    assert.equal(await gateOf(other, "/back/boiler"), null);
  });

  const starlette = (made: string) => ({
    "app.py": `from fastapi import FastAPI, Request\nfrom fastapi.responses import JSONResponse\n${made}\n\n\n@app.get("/drafts")\ndef drafts():\n    return []\n`,
    "house.py":
      "class House:\n    async def dispatch(self, request, call_next):\n        if not request.user.is_staff:\n            return JSONResponse({}, status_code=404)\n        return await call_next(request)\n",
  });

  it("is middleware that FastAPI is given by a decorator, a call, or a list", async () => {
    const decorated = starlette(
      'app = FastAPI()\n\n\n@app.middleware("http")\nasync def house(request: Request, call_next):\n    if not request.headers.get("x-house-key"):\n        return JSONResponse({}, status_code=404)\n    return await call_next(request)',
    );
    assert.equal(await gateOf(decorated, "/drafts"), "app.py:8 caller");
    const called = starlette("from house import House\napp = FastAPI()\napp.add_middleware(House)");
    assert.equal(await gateOf(called, "/drafts"), "house.py:3 caller");
    const listed = starlette("from house import House\napp = FastAPI(\n    middleware=[Middleware(House)],\n)");
    assert.equal(await gateOf(listed, "/drafts"), "house.py:3 caller");
  });

  it("is middleware of Django that the settings name", async () => {
    const texts = {
      "site/settings.py":
        'ROOT_URLCONF = "site.urls"\nMIDDLEWARE = [\n    "django.middleware.common.CommonMiddleware",\n    "site.house.House",\n]\n',
      "site/urls.py":
        'from django.urls import path\n\nfrom site.views import drafts\n\nurlpatterns = [path("drafts/", drafts)]\n',
      "site/views.py": "def drafts(request):\n    return JsonResponse([])\n",
      "site/house.py":
        "from django.http import Http404\n\n\nclass House:\n    def __call__(self, request):\n        if not request.user.is_staff:\n            raise Http404\n        return self.get_response(request)\n",
    };
    assert.equal(await gateOf(texts, "/drafts/"), "site/house.py:6 caller");
  });

  const till = (body: string): Texts => ({
    "kiosk/settings.py": 'ROOT_URLCONF = "kiosk.urls"\n',
    "kiosk/urls.py":
      'from django.urls import path\n\nfrom kiosk.views import Till\n\nurlpatterns = [path("till/", Till.as_view())]\n',
    "kiosk/views.py": `from rest_framework.views import APIView\n\nfrom kiosk.permissions import Day, OwnerOrNothing\n\n\nclass Till(APIView):\n${body}\n    def get(self, request):\n        return Response([])\n\n\nclass Other(APIView):\n    permission_classes = [Day, OwnerOrNothing]\n`,
    "kiosk/permissions.py": `from django.http import Http404


class OwnerOrNothing(BasePermission):
    def has_permission(self, request, view):
        token = request.headers.get("Authorization", "")
        if token != settings.OWNER_TOKEN:
            raise Http404
        return True
`,
  });

  it("is a permission that the class of a view names, and the secret that it compares is no switch", async () => {
    const texts = till("    permission_classes = [Day, OwnerOrNothing]\n");
    assert.equal(await gateOf(texts, "/till/"), "kiosk/permissions.py:7 caller");
    assert.equal(await findCondition(await routeOf(texts, "/till/"), filesOf(texts)), null);
    assert.equal(await gateOf(till(""), "/till/"), null);
  });

  it("is a condition where it asks a switch", async () => {
    const hook =
      '  app.addHook("onRequest", async (_request, reply) => {\n    if (process.env.DRAFTS_ENABLED !== "true") return reply.callNotFound();\n  });';
    const texts = { ...fastify(hook), ".env": "DRAFTS_ENABLED=false\n" };
    const found = await findCondition(await routeOf(texts, "/all"), filesOf(texts));
    assert.deepEqual(found && [found.kind, found.location.file, found.location.line, found.set?.isServed], [
      "guard",
      "drafts.js",
      3,
      false,
    ]);
  });
});

describe("a guard that asks what code before it noted of the caller", () => {
  const guarded = (noting: string): Texts => ({
    "app.js": `import express from "express";
import { patterns } from "./patterns.js";
const app = express();
app.use((req, res, next) => {
  ${noting}
  next();
});
app.use("/patterns", patterns);
app.listen(3000);
`,
    "patterns.js": `import { Router } from "express";
export const patterns = Router();
patterns.get("/:name", (req, res) => res.json({}));
patterns.use((req, res, next) => next(req.knitter === null ? "router" : undefined));
patterns.put("/:name", (req, res) => res.json({}));
`,
  });

  it("asks who is calling where that was read from a credential, by whatever name it is kept", async () => {
    const { routes } = await readTable(guarded('req.knitter = whoIs(req.get("authorization"));'));
    const put = routes.find(({ method }) => method === "PUT");
    assert.ok(put);
    const gate = await findGate(put, filesOf(guarded('req.knitter = whoIs(req.get("authorization"));')));
    assert.deepEqual([gate?.location.line, gate?.asks], [4, "caller"]);
  });

  it("asks something else where it was read from anything else", async () => {
    const texts = guarded("req.knitter = seasonOf(new Date());");
    const put = (await readTable(texts)).routes.find(({ method }) => method === "PUT");
    assert.ok(put);
    assert.equal((await findGate(put, filesOf(texts)))?.asks, "else");
  });
});
