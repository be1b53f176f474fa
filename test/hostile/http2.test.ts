import assert from "node:assert/strict";
import { once } from "node:events";
import { createSecureServer, type IncomingHttpHeaders, type ServerHttp2Stream } from "node:http2";
import type { AddressInfo } from "node:net";
import { after, test } from "node:test";
import { createExchanger } from "../../src/engine/exchange/exchanger.ts";
import { never, realClock, request } from "../engine/exchange/requests.ts";
import { type Certificates, makeCertificates } from "./certificates.ts";

const made = makeCertificates();
const skip = typeof made === "string" ? made : false;
const certificates = made as Certificates;
const authorities = typeof made === "string" ? [] : [made.authority];
const trusting = createExchanger({ clock: realClock, authorities, limits: { totalMs: 2_000 } });
const closing: (() => Promise<void>)[] = [trusting.close];
after(async () => {
  for (const close of closing) await close();
});

/** An HTTP/2 server that speaks nothing else. */
async function startHttp2(
  answer: (stream: ServerHttp2Stream, headers: Record<string, unknown>, raw: readonly string[]) => void,
): Promise<string> {
  const server = createSecureServer({ ...certificates.good, allowHTTP1: false });
  server.on("sessionError", () => undefined);
  server.on(
    "stream",
    (stream: ServerHttp2Stream, headers: IncomingHttpHeaders, _flags: number, raw: readonly string[]) => {
      stream.on("error", () => undefined);
      answer(stream, headers, raw);
    },
  );
  const sessions = new Set<{ destroy(): void }>();
  server.on("session", (session) => sessions.add(session));
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  closing.push(() => {
    for (const session of sessions) session.destroy();
    return new Promise((resolve) => server.close(() => resolve()));
  });
  return `https://localhost:${port}`;
}

test("a server that speaks HTTP/2 only is spoken to in HTTP/2, unasked or asked", { skip }, async () => {
  const seen: Record<string, unknown>[] = [];
  const origin = await startHttp2((stream, headers) => {
    seen.push(headers);
    stream.respond({ ":status": 404, "x-kept": "yes" });
    stream.end("h2 body");
  });
  for (const version of [null, "HTTP/2"]) {
    const headers = [
      ["X-Upper", "grün"],
      ["Connection", "keep-alive"],
      ["Host", "named.example"],
    ] as const;
    const exchange = await trusting.send(
      request("POST", `${origin}/a/../b%2F?q`, { version, headers, body: Buffer.from("abc") }),
      never,
    );
    assert.equal(exchange.failure, null, JSON.stringify(exchange.failure));
    assert.equal(exchange.response?.text, "h2 body");
    assert.equal(exchange.hops[0]?.protocol, "HTTP/2");
    assert.ok(exchange.response?.headers.some(([name, value]) => name === "x-kept" && value === "yes"));
  }
  for (const headers of seen) {
    assert.equal(headers[":path"], "/a/../b%2F?q");
    assert.equal(headers[":authority"], "named.example");
    assert.equal(Buffer.from(String(headers["x-upper"]), "latin1").toString(), "grün");
  }
});

test("HTTP/2: fields keep their order, those of one name are one list (RFC 9110 5.3), and the content keeps its bytes", {
  skip,
}, async () => {
  let seen: readonly string[] = [];
  const content: Buffer[] = [];
  const origin = await startHttp2((stream, _headers, raw) => {
    seen = raw;
    stream.on("data", (piece: Buffer) => content.push(piece));
    stream.on("end", () => {
      stream.respond({ ":status": 404 });
      stream.end();
    });
  });
  const headers = [
    ["X-B", "1"],
    ["X-A", "2"],
    ["X-B", "3"],
    ["Cookie", "a=1; b=2"],
    ["Accept", "text/plain"],
  ] as const;
  const body = Buffer.from([0, 255, 13, 10, 128]);
  const exchange = await trusting.send(request("PUT", `${origin}/x`, { version: "HTTP/2", headers, body }), never);
  assert.equal(exchange.response?.status, 404, JSON.stringify(exchange.failure));
  assert.deepEqual(Buffer.concat(content), body);
  const pairs = seen.flatMap((name, index) => (index % 2 === 0 ? [`${name}: ${seen[index + 1]}`] : []));
  assert.deepEqual(
    pairs.filter((pair) => /^(?:x-|cookie|accept:)/.test(pair)),
    ["x-b: 1, 3", "x-a: 2", "cookie: a=1; b=2", "accept: text/plain"],
  );
});

test("HTTP/2: informational responses come before the final one and are noted", { skip }, async () => {
  const origin = await startHttp2((stream) => {
    stream.additionalHeaders({ ":status": 103, link: "</a>; rel=preload" });
    stream.additionalHeaders({ ":status": 102 });
    stream.respond({ ":status": 404 });
    stream.end("no");
  });
  const exchange = await trusting.send(request("GET", `${origin}/`, { version: "HTTP/2" }), never);
  assert.equal(exchange.response?.status, 404, JSON.stringify(exchange.failure));
  assert.equal(exchange.response?.text, "no");
  assert.deepEqual(exchange.hops[0]?.notes, [{ kind: "informational", statuses: [103, 102] }]);
});

for (const method of ["GET", "DELETE", "POST"]) {
  test(`HTTP/2: ${method} that is refused unprocessed goes out again only if it is safe, and that is noted`, {
    skip,
  }, async () => {
    const seen: unknown[] = [];
    const origin = await startHttp2((stream, headers) => {
      seen.push(headers[":method"]);
      if (seen.length === 1) return stream.close(7);
      stream.respond({ ":status": 404 });
      stream.end("no");
    });
    const body = method === "POST" ? Buffer.from("abc") : null;
    const exchange = await trusting.send(request(method, `${origin}/`, { version: "HTTP/2", body }), never);
    assert.deepEqual(seen, method === "GET" ? ["GET", "GET"] : [method]);
    assert.equal(exchange.response?.status, method === "GET" ? 404 : undefined);
    assert.equal(exchange.failure?.code, method === "GET" ? undefined : "reset");
    const reason = "the server had refused it unprocessed";
    assert.deepEqual(exchange.hops[0]?.notes, method === "GET" ? [{ kind: "sent-twice", reason }] : []);
  });
}

const http2Acts: readonly (readonly [string, (stream: ServerHttp2Stream) => void, readonly string[]])[] = [
  ["a stream that is reset", (stream) => stream.close(2), ["reset", "protocol"]],
  ["a stream that is refused", (stream) => stream.close(7), ["reset", "protocol"]],
  ["GOAWAY", (stream) => stream.session?.goaway(0), ["reset", "timed-out"]],
  ["a session that is destroyed", (stream) => stream.session?.destroy(), ["reset"]],
  ["silence", () => undefined, ["timed-out"]],
];
for (const [name, act, codes] of http2Acts) {
  test(`HTTP/2: ${name} is a failure in time`, { skip }, async () => {
    const origin = await startHttp2(act);
    const directives = { timeout: "300 ms" };
    const exchange = await trusting.send(request("GET", `${origin}/`, { directives, version: "HTTP/2" }), never);
    assert.ok(codes.includes(exchange.failure?.code ?? ""), JSON.stringify(exchange.failure));
  });
}
