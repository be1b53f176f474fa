import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createExchanger } from "../../src/engine/exchange/exchanger.ts";
import type { Exchange } from "../../src/engine/model/exchange.ts";
import { respond, startRecordingServer } from "../engine/exchange/recordingServer.ts";
import { never, realClock, request } from "../engine/exchange/requests.ts";
import { makeCertificates } from "./certificates.ts";
import { startSecureOrigin } from "./secureOrigin.ts";
import { type SocksTerms, startSocks } from "./socksServer.ts";

const origin = await startRecordingServer((socket) => socket.write(respond(404, [], "no")));
after(() => origin.close());

/** Sends one GET through a SOCKS server and closes all but the origin. */
async function sendThrough(
  terms: SocksTerms,
  url = `http://origin.example:${origin.port}/a`,
  userinfo = "",
  authorities: readonly string[] = [],
): Promise<{ exchange: Exchange; places: readonly string[]; credentials: readonly string[] }> {
  const socks = await startSocks(terms);
  const proxy = `socks5://${userinfo}${socks.authority}`;
  const exchanger = createExchanger({
    clock: realClock,
    authorities,
    limits: { totalMs: 5_000 },
    proxies: { http: proxy, https: proxy, noProxy: null, loopback: "proxied" },
  });
  const exchange = await exchanger.send(request("GET", url), never);
  await exchanger.close();
  await socks.close();
  return { exchange, places: socks.places, credentials: socks.credentials };
}

test("a request goes through a SOCKS proxy, which looks the name up, and reads at the origin as if it came directly", async () => {
  const before = origin.requests.length;
  const { exchange, places } = await sendThrough({ piece: 1 });
  assert.equal(exchange.response?.status, 404, JSON.stringify(exchange.failure));
  assert.deepEqual(places, [`origin.example:${origin.port}`]);
  assert.match(origin.requests[before] ?? "", /^GET \/a HTTP\/1\.1\r\nHost: origin\.example:\d+\r\n/i);
  assert.deepEqual(exchange.hops[0]?.notes?.[0]?.kind, "proxied");
});

test("credentials go to the SOCKS proxy and to nobody else, and wrong ones are told without being shown", async () => {
  const before = origin.requests.length;
  const right = await sendThrough({ credentials: "me:canary-socks" }, undefined, "me:canary-socks@");
  assert.equal(right.exchange.response?.status, 404, JSON.stringify(right.exchange.failure));
  assert.deepEqual(right.credentials, ["me:canary-socks"]);
  assert.doesNotMatch(origin.requests[before] ?? "", /canary|authorization/i);
  for (const userinfo of ["me:canary-wrong@", ""]) {
    const { exchange } = await sendThrough({ credentials: "me:canary-socks" }, undefined, userinfo);
    assert.equal(exchange.failure?.code, "proxy");
    assert.match(exchange.failure?.message ?? "", /asks for credentials/);
    assert.doesNotMatch(JSON.stringify(exchange), /canary/);
  }
});

test("TLS is spoken with the origin, not with the SOCKS proxy", async (context) => {
  const made = makeCertificates();
  if (typeof made === "string") return context.skip(made);
  const secure = await startSecureOrigin(made.good);
  const { exchange } = await sendThrough({}, `https://localhost:${secure.port}/s`, "", [made.authority]);
  await secure.close();
  assert.equal(exchange.response?.status, 404, JSON.stringify(exchange.failure));
  assert.match(secure.received(), /^GET \/s HTTP\/1\.1\r\n/);
});

const failures: readonly (readonly [string, SocksTerms, RegExp])[] = [
  ["nothing listens behind it", { status: 5 }, /opens no way to origin\.example:\d+: it was refused/],
  ["its rules forbid it", { status: 2 }, /does not allow it/],
  ["it speaks HTTP", { greeting: Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n") }, /does not speak SOCKS 5/],
  ["it closes at once", { greeting: Buffer.alloc(0) }, /closed the connection/],
];
for (const [title, terms, says] of failures) {
  test(`a SOCKS proxy fails as itself: ${title}`, async () => {
    const { exchange } = await sendThrough(terms);
    assert.equal(exchange.failure?.code, "proxy");
    assert.match(exchange.failure?.message ?? "", says);
  });
}
