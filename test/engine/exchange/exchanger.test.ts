import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createExchanger } from "../../../src/engine/exchange/exchanger.ts";
import { respond, startRecordingServer } from "./recordingServer.ts";
import { never, realClock, request } from "./requests.ts";

const exchanger = createExchanger({ clock: realClock });
after(() => exchanger.close());

test("a plain GET has Host in front and the defaults behind, and nothing else", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(404, ["X-Kept: Yes"], "gone")));
  const exchange = await exchanger.send(request("GET", `${server.origin}/a`), never);
  await server.close();
  assert.equal(
    server.received(),
    `GET /a HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nUser-Agent: diagnose-404/0.1.0\r\nAccept: */*\r\nAccept-Encoding: gzip, deflate, br, zstd\r\n\r\n`,
  );
  assert.equal(exchange.failure, null);
  assert.equal(exchange.response?.status, 404);
  assert.equal(exchange.response?.text, "gone");
  assert.deepEqual(exchange.response?.headers, [
    ["X-Kept", "Yes"],
    ["Content-Length", "4"],
  ]);
  assert.equal(exchange.hops.length, 1);
});

const everyField = [
  ["x-lower", "1"],
  ["X-UPPER", "2"],
  ["accept", "text/plain"],
  ["X-Twice", "a"],
  ["User-Agent", "me"],
  ["x-twice", "b"],
  ["HOST", "other.example:1"],
  ["Accept-Encoding", "identity"],
  ["X-Ümlaut-Value".replace("Ü", "U"), "grün"],
  ["Connection", "keep-alive"],
] as const;

for (const target of [
  "/a/../b//c/./d",
  "/a%2Fb/%2e%2e/c/%252F",
  "/A;v=1/B,c=d/e:f@g",
  "//double/",
  "/q?a=b&a=c&=&x=%zz&empty",
  "/?",
  "/'quote\"<>|^`{}\\",
]) {
  test(`the target ${target} stands on the wire as written, with every header in its case and order`, async () => {
    const server = await startRecordingServer((socket) => socket.write(respond(200)));
    const body = Buffer.from([0, 255, 13, 10, 128]);
    await exchanger.send(request("PURGE-x", `${server.origin}${target}#frag`, { headers: everyField, body }), never);
    await server.close();
    const head = everyField.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const expected = Buffer.concat([
      Buffer.from(`PURGE-x ${target} HTTP/1.1\r\n${head}Content-Length: 5\r\n\r\n`),
      body,
    ]);
    assert.deepEqual(server.connections[0]?.bytes, expected);
  });
}
