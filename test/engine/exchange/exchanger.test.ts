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
  ["X-Empty", ""],
  ["X-Name", "grün\tweiß"],
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
    const exchange = await exchanger.send(
      request("PURGE-x", `${server.origin}${target}#frag`, { headers: everyField, body }),
      never,
    );
    await server.close();
    const head = everyField.map(([name, value]) => `${name}: ${value}\r\n`).join("");
    const expected = Buffer.concat([
      Buffer.from(`PURGE-x ${target} HTTP/1.1\r\n${head}Content-Length: 5\r\n\r\n`),
      body,
    ]);
    assert.deepEqual(server.connections[0]?.bytes, expected);
    assert.equal(exchange.hops[0]?.target, target);
    assert.deepEqual(exchange.hops[0]?.requestHeaders, [...everyField, ["Content-Length", "5"]]);
  });
}

const lines: readonly (readonly [string, string, string])[] = [
  [
    "a space and letters beyond ASCII are percent-encoded as UTF-8",
    "/a b/grün/e\u0301/日本?q=ü x",
    "/a%20b/gr%C3%BCn/e%CC%81/%E6%97%A5%E6%9C%AC?q=%C3%BC%20x",
  ],
  ["an empty path becomes a slash", "", "/"],
  ["a query without a path follows a slash", "?a=1", "/?a=1"],
];
for (const [name, written, wire] of lines) {
  test(name, async () => {
    const server = await startRecordingServer((socket) => socket.write(respond(200)));
    await exchanger.send(request("GET", `${server.origin}${written}`), never);
    await server.close();
    assert.equal(server.received().split("\r\n")[0], `GET ${wire} HTTP/1.1`);
  });
}

test("content without a length gets one, POST without content says 0, and chunked is framed as asked", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(200)));
  const post = (headers: [string, string][], body: string | null) =>
    exchanger.send(
      request("POST", `${server.origin}/`, { headers, body: body === null ? null : Buffer.from(body) }),
      never,
    );
  await post([], null);
  await post([["content-length", "3"]], "abc");
  await post([["Transfer-Encoding", "chunked"]], "0123456789abcdef");
  await server.close();
  const [empty, sized, chunked] = server.received().split(/(?=POST )/);
  assert.match(empty ?? "", /\r\nContent-Length: 0\r\n\r\n$/);
  assert.match(sized ?? "", /\r\ncontent-length: 3\r\n.*\r\n\r\nabc$/s);
  assert.equal(sized?.match(/content-length/gi)?.length, 1);
  assert.match(chunked ?? "", /Transfer-Encoding: chunked\r\n.*\r\n\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n$/s);
  assert.doesNotMatch(chunked ?? "", /content-length/i);
});

test("user information in the URL becomes Authorization, unless that is written", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(200)));
  const url = `http://us%20er:p%40ss@127.0.0.1:${server.port}/`;
  await exchanger.send(request("GET", url), never);
  await exchanger.send(request("GET", url, { headers: [["authorization", "Bearer x"]] }), never);
  await server.close();
  const basic = Buffer.from("us er:p@ss").toString("base64");
  const [first, second] = server.received().split(/(?=GET )/);
  assert.match(
    first ?? "",
    new RegExp(`^GET / HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\n.*Authorization: Basic ${basic}`, "s"),
  );
  assert.match(second ?? "", /\r\nauthorization: Bearer x\r\n/);
  assert.doesNotMatch(second ?? "", /Basic/);
});

const refused: readonly (readonly [string, Parameters<typeof request>, string])[] = [
  ["a line break in the target", ["GET", "http://127.0.0.1:1/a\r\nX: y"], "invalid-request"],
  ["a NUL in the target", ["GET", "http://127.0.0.1:1/a\0"], "invalid-request"],
  ["half a character pair", ["GET", "http://127.0.0.1:1/\ud800"], "invalid-request"],
  ["a method with a space", ["GET /x", "http://127.0.0.1:1/"], "invalid-request"],
  ["an empty method", ["", "http://127.0.0.1:1/"], "invalid-request"],
  ["CONNECT", ["CONNECT", "http://127.0.0.1:1/"], "invalid-request"],
  [
    "a header value with a line break",
    ["GET", "http://127.0.0.1:1/", { headers: [["X", "a\r\nInjected: 1"]] }],
    "invalid-request",
  ],
  ["a header value with a NUL", ["GET", "http://127.0.0.1:1/", { headers: [["X", "a\0"]] }], "invalid-request"],
  ["a header name with a space", ["GET", "http://127.0.0.1:1/", { headers: [["X Y", "a"]] }], "invalid-request"],
  [
    "a header value with half a character pair",
    ["GET", "http://127.0.0.1:1/", { headers: [["X", "a\udc00"]] }],
    "invalid-request",
  ],
  ["an empty header name", ["GET", "http://127.0.0.1:1/", { headers: [["", "a"]] }], "invalid-request"],
  [
    "a length that is not the body's",
    ["POST", "http://127.0.0.1:1/", { headers: [["Content-Length", "9"]], body: Buffer.from("abc") }],
    "invalid-request",
  ],
  [
    "length and chunked together",
    [
      "POST",
      "http://127.0.0.1:1/",
      {
        headers: [
          ["Content-Length", "3"],
          ["Transfer-Encoding", "chunked"],
        ],
        body: Buffer.from("abc"),
      },
    ],
    "invalid-request",
  ],
  ["no scheme", ["GET", "/only/a/path"], "invalid-request"],
  ["a host and port alone", ["GET", "localhost:3000/x"], "invalid-request"],
  ["port 0", ["GET", "http://127.0.0.1:0/"], "invalid-request"],
  ["port 65536", ["GET", "http://127.0.0.1:65536/"], "invalid-request"],
  ["no host", ["GET", "http:///x"], "invalid-request"],
  ["ftp", ["GET", "ftp://127.0.0.1/x"], "unsupported-scheme"],
  ["file", ["GET", "file:///etc/passwd"], "unsupported-scheme"],
  ["javascript", ["GET", "javascript:alert(1)"], "unsupported-scheme"],
  ["data", ["GET", "data:text/plain,x"], "unsupported-scheme"],
  ["vscode", ["GET", "vscode://file/etc/passwd"], "unsupported-scheme"],
  ["ws", ["GET", "ws://127.0.0.1/"], "unsupported-scheme"],
];
for (const [name, parts, code] of refused) {
  test(`${name} is refused before anything is sent`, async () => {
    const asked: string[] = [];
    const guarded = createExchanger({ clock: realClock, allowsAddress: (address) => asked.push(address) === 0 });
    const exchange = await guarded.send(request(...parts), never);
    await guarded.close();
    assert.equal(exchange.failure?.code, code);
    assert.match(exchange.failure?.message ?? "", /^[A-Z0-9].*\.$/);
    assert.equal(exchange.hops.length, 1);
    assert.equal(exchange.hops[0]?.failure, exchange.failure);
    assert.deepEqual(asked, []);
  });
}

for (const host of ["2130706433", "0x7f.1", "127.1", "0177.0.0.1"]) {
  test(`the host ${host} is read as the address it is`, async () => {
    const server = await startRecordingServer((socket) => socket.write(respond(200)));
    const exchange = await exchanger.send(request("GET", `http://${host}:${server.port}/`), never);
    await server.close();
    assert.equal(exchange.hops[0]?.remoteAddress, "127.0.0.1");
    assert.match(server.received(), /\r\nHost: 127\.0\.0\.1:/);
  });
}

test("a host beyond ASCII goes out in punycode, and a port loses its leading zeros", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(200)));
  const exchange = await exchanger.send(request("GET", `http://Bücher.localhost:00${server.port}/`), never);
  await server.close();
  assert.equal(exchange.failure, null);
  assert.match(server.received(), new RegExp(`\r\nHost: xn--bcher-kva\\.localhost:${server.port}\r\n`));
});

for (const host of ["127.0.0.1", "::1"]) {
  test(`localhost reaches a server that listens on ${host} only`, async (context) => {
    const server = await startRecordingServer((socket) => socket.write(respond(200)), host).catch(() => undefined);
    if (server === undefined) return context.skip(`${host} does not exist here`);
    const exchange = await exchanger.send(request("GET", `http://localhost:${server.port}/`), never);
    await server.close();
    assert.equal(exchange.failure, null);
    assert.equal(exchange.hops[0]?.remoteAddress, host);
  });
}

test("a second request goes over the same connection, and one the server just closed is tried anew once if it is safe", async () => {
  const server = await startRecordingServer((socket, _head, count) => {
    if (count === 2) socket.destroy();
    else socket.write(respond(200));
  });
  const one = await exchanger.send(request("GET", `${server.origin}/1`), never);
  const two = await exchanger.send(request("GET", `${server.origin}/2`), never);
  assert.equal(server.connections.length, 1);
  assert.equal(one.hops[0]?.timings?.connect === null, false);
  assert.equal(two.hops[0]?.timings?.connect, null);
  const three = await exchanger.send(request("GET", `${server.origin}/3`), never);
  await server.close();
  assert.equal(three.response?.status, 200);
  assert.deepEqual(three.hops[0]?.notes, [{ kind: "sent-twice", reason: "the server had closed the kept connection" }]);
});

test("a POST is never sent twice", async () => {
  const server = await startRecordingServer((socket, _head, count) => {
    if (count === 1) socket.destroy();
    else socket.write(respond(200));
  });
  await exchanger.send(request("GET", `${server.origin}/1`), never);
  const post = await exchanger.send(request("POST", `${server.origin}/2`), never);
  await server.close();
  assert.equal(post.failure?.code, "reset");
  assert.equal(server.received().match(/POST /g)?.length, 1);
});

test("HEAD, 204 and 304 have no content, whatever their fields say", async () => {
  const server = await startRecordingServer((socket, head) => {
    if (head.startsWith("HEAD"))
      socket.write("HTTP/1.1 404 Not Found\r\nContent-Length: 10\r\nContent-Encoding: gzip\r\n\r\n");
    else socket.end("HTTP/1.1 204 No Content\r\nContent-Encoding: br\r\n\r\n");
  });
  const head = await exchanger.send(request("HEAD", `${server.origin}/`), never);
  const none = await exchanger.send(request("GET", `${server.origin}/`), never);
  await server.close();
  for (const exchange of [head, none]) {
    assert.equal(exchange.response?.size, 0);
    assert.equal(exchange.response?.truncated, false);
    assert.equal(exchange.response?.contentFailure, undefined);
  }
});

test("each part of a hop is timed, and the parts come to no more than the whole", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(200, [], "x")));
  const exchange = await exchanger.send(request("GET", `http://localhost:${server.port}/`), never);
  await server.close();
  const timings = exchange.hops[0]?.timings;
  assert.ok(timings);
  for (const part of ["dns", "connect", "sent", "firstByte", "content"] as const) {
    assert.ok((timings[part] ?? -1) >= 0, part);
  }
  assert.equal(timings.tls, null);
  const sum = Object.values(timings).reduce((total: number, part) => total + (part ?? 0), 0);
  assert.ok(sum <= (exchange.hops[0]?.ms ?? 0) + 1);
});
