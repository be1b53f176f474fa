import assert from "node:assert/strict";
import { it } from "node:test";
import { findRoute, matchUrl } from "../../../src/engine/routes/match/matchUrl.ts";
import { createMask } from "../../../src/engine/secrets.ts";
import { routesJson } from "../../../src/report/routes/routesJson.ts";
import { type Case, checkCases } from "./cases.ts";
import { readTable } from "./workspace.ts";

const cases: readonly Case[] = [
  {
    name: "of Starlette and FastAPI, listed, decorated and added, beside a GET of the same path",
    files: {
      "main.py": `from fastapi import APIRouter, FastAPI, WebSocket
from starlette.applications import Starlette
from starlette.routing import Route, WebSocketRoute

router = APIRouter(prefix="/rooms")

@router.get("/{room}")
async def show(room: str): ...

@router.websocket("/{room}")
async def talk(socket: WebSocket, room: str): ...

async def wire(socket): ...

app = FastAPI()
app.include_router(router)
app.add_api_websocket_route("/added", wire)
app.mount("/inner", Starlette(routes=[WebSocketRoute("/wire/{id:int}", wire)]))
`,
    },
    table: `
      GET /rooms/{room} main.py:7 -> main.py:8
      WEBSOCKET /rooms/{room} main.py:10 -> main.py:11
      WEBSOCKET /added main.py:17 -> main.py:13
      WEBSOCKET /inner/wire/{id} main.py:18 -> main.py:13`,
  },
  {
    name: "of Quart",
    files: {
      "main.py": `from quart import Blueprint, Quart
app = Quart(__name__)
feed = Blueprint("feed", __name__, url_prefix="/feed")

@feed.websocket("/<int:run>")
async def follow(run): ...

app.register_blueprint(feed)
`,
    },
    table: "WEBSOCKET /feed/{run} main.py:5 -> main.py:6",
  },
  {
    name: "of Sanic",
    files: {
      "main.py": `from sanic import Sanic
app = Sanic("live")

@app.websocket("/feed/<run:int>")
async def follow(request, ws, run): ...
`,
    },
    table: "WEBSOCKET /feed/{run} main.py:4 -> main.py:5",
  },
  {
    name: "of Litestar",
    files: {
      "main.py": `from litestar import Litestar, websocket, websocket_listener

@websocket("/feed/{run:int}")
async def follow(socket, run: int) -> None: ...

@websocket_listener("/echo")
async def echo(data: str) -> str:
    return data

app = Litestar([follow, echo])
`,
    },
    table: `
      WEBSOCKET /feed/{run} main.py:3 -> main.py:4
      WEBSOCKET /echo main.py:6 -> main.py:7`,
  },
  {
    name: "of express-ws, which a route for all methods before it does not take",
    files: {
      "app.js": `const express = require("express");
const app = express();
require("express-ws")(app);
const router = express.Router();
router.all("/live", (req, res) => res.json({}));
router.ws("/live", (ws, req) => ws.send("hello"));
app.use("/api", router);
app.listen(3000);
`,
    },
    table: `
      ANY /api/live app.js:5
      WEBSOCKET /api/live app.js:6`,
  },
  {
    name: "of @fastify/websocket",
    files: {
      "app.js": `const app = require("fastify")();
app.register(require("@fastify/websocket"));
app.register(async function live(scope) {
  scope.get("/live", { websocket: true }, (socket) => socket.send("hello"));
  scope.get("/plain", { websocket: false }, async () => ({}));
});
app.listen({ port: 3000 });
`,
    },
    table: `
      WEBSOCKET /live app.js:4
      GET /plain app.js:5`,
  },
  {
    name: "of Elysia",
    files: {
      "app.ts": `import { Elysia } from "elysia";
new Elysia().ws("/live", { message(ws, text) { ws.send(text); } }).listen(3000);
`,
    },
    table: "WEBSOCKET /live app.ts:2",
  },
];

checkCases("WebSocket", cases);

it("a route for WebSocket is a GET with an upgrade in JSON, and no plain GET reaches it", async () => {
  const table = await readTable(cases[0]?.files ?? {});
  const [talk] = routesJson(table, createMask([]).text).routes.filter(({ upgrade }) => upgrade === "websocket");
  assert.deepEqual([talk?.method, talk?.path, talk?.line], ["GET", "/rooms/{room}", 10]);
  assert.equal(findRoute(table, "WEBSOCKET", "/added")?.line, 17);
  const plain = matchUrl(table, "GET", "/added");
  assert.equal(plain.matched, null);
  assert.deepEqual(plain.near[0]?.differs, [{ what: "method", expected: "WEBSOCKET", actual: "GET", segment: null }]);
});
