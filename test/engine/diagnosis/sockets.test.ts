import assert from "node:assert/strict";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { it } from "node:test";
import { investigate, verdictOf } from "./investigate.ts";

const files = {
  "main.py": `from fastapi import FastAPI, WebSocket
app = FastAPI()

@app.get("/races/{race}")
async def show(race: str): ...

@app.websocket("/races/{race}/live")
async def live(socket: WebSocket, race: str): ...
`,
};

const server: Parameters<typeof investigate>[0]["server"] = (request, response) => {
  const found = /^\/races\/[a-f]$/.test(request.url ?? "");
  response.writeHead(found ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify(found ? { race: "a" } : { detail: "Not Found" }));
};

it("a plain GET of what is a WebSocket is told so, by the line that serves it", async () => {
  const diagnosis = await investigate({ files, server, http: "GET ORIGIN/races/a/live\n" });
  assert.equal(verdictOf(diagnosis), "method-mismatch/upgrade-lost");
  assert.match(diagnosis.verdict.summary, /\/races\/\{race\}\/live is a WebSocket \(main\.py:7\)/);
  assert.ok(diagnosis.links.some(({ file, line }) => file === "main.py" && line === 7));
  assert.match(diagnosis.fixes[0]?.title ?? "", /as a WebSocket/);
});

it("a handshake that gets a plain miss names the line that should have answered it", async () => {
  const http = `GET ORIGIN/races/a/live
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==
`;
  const diagnosis = await investigate({ files, server, http });
  assert.equal(verdictOf(diagnosis), "method-mismatch/upgrade-lost");
  assert.match(JSON.stringify(diagnosis.evidence), /gets a plain miss, though main\.py:7 answers it/);
});

it("a handshake that the service behind the proxy answers is lost before it, whatever the handler asks of the request", async () => {
  const behind = createServer((_request, response) => response.writeHead(404).end());
  behind.on("upgrade", (_request, socket) =>
    socket.end("HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n"),
  );
  await new Promise<void>((resolve) => behind.listen(0, "127.0.0.1", resolve));
  const { port } = behind.address() as AddressInfo;
  try {
    const diagnosis = await investigate({
      files: {
        "line/server.py": `from aiohttp import web

async def live(request):
    socket = web.WebSocketResponse()
    if not socket.can_prepare(request):
        raise web.HTTPNotFound()
    await socket.prepare(request)
    return socket

app = web.Application()
app.add_routes([web.get("/live/{post}", live)])
`,
        "nginx/line.conf": `server {\n    location / {\n        proxy_pass http://127.0.0.1:${port};\n    }\n}\n`,
      },
      server,
      http: "GET ORIGIN/live/bridge\nConnection: Upgrade\nUpgrade: websocket\n",
    });
    assert.equal(verdictOf(diagnosis), "method-mismatch/upgrade-lost", diagnosis.verdict.summary);
    assert.match(diagnosis.verdict.summary, new RegExp(`:${port} answers the same handshake with 101`));
    assert.ok(!diagnosis.evidence.some(({ statement }) => /belongs to the caller/.test(statement)));
  } finally {
    behind.closeAllConnections();
    behind.close();
  }
});
