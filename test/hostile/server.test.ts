import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createExchanger } from "../../src/engine/exchange/exchanger.ts";
import type { Exchange, Failure } from "../../src/engine/model/exchange.ts";
import { never, realClock, request } from "../engine/exchange/requests.ts";
import { misbehaviours } from "./cases.ts";
import { startHostileServer } from "./hostileServer.ts";

const totalMs = 250;
const limits = { totalMs, keptBytes: 1_000_000, wireBytes: 4_000_000, ratio: 50, ratioFloor: 100_000 };
const server = await startHostileServer();
const exchanger = createExchanger({ clock: realClock, limits });
/** For what must end by itself: only its own limit may end it, however busy the machine is. */
const patience = { ...limits, totalMs: 10_000 };
const patient = createExchanger({ clock: realClock, limits: patience });
after(async () => {
  await exchanger.close();
  await patient.close();
  await server.close();
});

type Code = Failure["code"];

/** What a misbehaviour comes to: a failure, or a response with its status and what is wrong with its content. */
type Outcome =
  | { readonly code: Code; readonly says?: RegExp }
  | { readonly status: number; readonly content?: Code; readonly text?: string };

const outcomes: Readonly<Record<string, Outcome>> = {
  silence: { code: "timed-out", says: /took the request and did not answer within 250 ms/ },
  "status-then-hang": { code: "timed-out" },
  "drip-headers": { code: "timed-out" },
  "drip-body": { status: 404, content: "timed-out" },
  "stall-body": { status: 404, content: "timed-out", text: "x".repeat(50) },
  "close-no-response": { code: "reset", says: /without answering/ },
  "reset-no-response": { code: "reset" },
  "reset-mid-headers": { code: "reset" },
  "close-mid-headers": { code: "reset" },
  "reset-mid-body": { status: 404, content: "reset", text: "x".repeat(50) },
  "close-mid-body": { status: 404, content: "reset", text: "x".repeat(50) },
  "close-mid-chunk": { status: 404, content: "reset", text: "x".repeat(20) },
  "until-close": { status: 404, text: "all of it" },
  "double-response": { status: 404, text: "one" },
  "keepalive-poison": { status: 404, text: "real" },
  "cl-negative": { code: "protocol", says: /Invalid character in Content-Length; look/ },
  "cl-hex": { code: "protocol", says: /Invalid character in Content-Length; look/ },
  "cl-huge": { code: "protocol", says: /Content-Length contradicts/ },
  "cl-list": { code: "protocol", says: /Content-Length contradicts/ },
  "cl-dup-diff": { code: "protocol", says: /Content-Length contradicts/ },
  "cl-and-te": { code: "protocol", says: /Content-Length contradicts/ },
  "chunk-bad-size": { status: 404, content: "protocol", text: "" },
  "endless-body": { status: 404, content: "too-large" },
  "endless-chunked": { status: 404, content: "too-large" },
  "endless-status-line": { code: "too-large" },
  "endless-header": { code: "too-large" },
  "endless-headers": { code: "too-large" },
  "endless-chunk-ext": { status: 404, content: "too-large" },
  "endless-trailers": { status: 404, content: "too-large" },
  "many-headers": { status: 404, content: "too-large" },
  "large-headers": { status: 404 },
  "flood-1xx": { code: "protocol", says: /keeps sending 102/ },
  "early-hints": { status: 404 },
  "continue-in-pieces": { status: 404 },
  "flood-100": { code: "protocol", says: /keeps sending 100/ },
  "endless-100": { code: "too-large" },
  "continue-unasked": { status: 404 },
  "switch-unasked": { code: "protocol", says: /unexpected upgrade/ },
  "gzip-bomb": { status: 404, content: "too-large" },
  "gzip-nested-bomb": { status: 404, content: "too-large" },
  "gzip-lie": { status: 404, content: "protocol", text: '{"plain":true}' },
  "gzip-truncated": { status: 404, content: "protocol" },
  "br-invalid": { status: 404, content: "protocol" },
  "deflate-as-gzip": { status: 404, content: "protocol" },
  "header-split": { status: 404 },
  "header-nul": { code: "protocol", says: /Invalid header value char/ },
  "header-bare-cr": { code: "protocol" },
  "header-no-colon": { code: "protocol", says: /Invalid header token/ },
  "header-latin1": { status: 404 },
  "status-000": { code: "protocol", says: /status 0/ },
  "status-099": { code: "protocol", says: /status 99/ },
  "status-600": { status: 600 },
  "status-999": { status: 999 },
  "status-4": { code: "protocol", says: /Invalid status code/ },
  "status-no-reason": { status: 404 },
  http09: { code: "protocol", says: /no HTTP response/ },
  "http-1.0": { status: 404, text: "old but fine" },
  "ssh-banner": { code: "protocol", says: /SSH/ },
  "smtp-banner": { code: "protocol", says: /mail/ },
  "tls-alert": { code: "protocol", says: /try https/ },
  "h2-preface": { code: "protocol", says: /HTTP\/2 only/ },
  "random-bytes": { code: "protocol", says: /no HTTP response/ },
  "bad-trailers": { status: 404, text: "x" },
  "length-in-trailers": { status: 404, content: "protocol", text: "x" },
  "deep-json": { status: 404 },
  "huge-page": { status: 404 },
};

test("every misbehaviour has an outcome to be held against", () => {
  assert.deepEqual(Object.keys(outcomes).toSorted(), Object.keys(misbehaviours).toSorted());
});

for (const [name, outcome] of Object.entries(outcomes)) {
  test(`${name} ends within its limit as it should`, async () => {
    const isHeld = ("code" in outcome ? outcome.code : outcome.content) === "timed-out";
    const started = performance.now();
    const own = createExchanger({ clock: realClock, limits: isHeld ? limits : patience });
    const exchange = await own.send(request("GET", `${server.origin}/${name}`), never);
    await own.close();
    const ms = performance.now() - started;
    assert.ok(!isHeld || ms < patience.totalMs, `${ms} ms`);
    check(exchange, outcome);
    assert.equal(server.log.filter((line) => line.includes(`/${name} `)).length, 1);
  });
}

function check(exchange: Exchange, outcome: Outcome): void {
  const said = JSON.stringify(exchange.failure ?? exchange.response?.contentFailure);
  if ("code" in outcome) {
    assert.equal(exchange.failure?.code, outcome.code, said);
    assert.equal(exchange.response, null);
    assert.match(exchange.failure?.message ?? "", outcome.says ?? /^\S.*\.$/);
    return;
  }
  assert.equal(exchange.failure, null, said);
  assert.equal(exchange.response?.status, outcome.status);
  assert.equal(exchange.response?.contentFailure?.code, outcome.content, said);
  if (outcome.text !== undefined) assert.equal(exchange.response?.text, outcome.text);
  assert.ok((exchange.response?.body.byteLength ?? 0) <= limits.keptBytes);
}

test("a second response on an idle connection is never taken for the next request's", async () => {
  for (const name of ["double-response", "keepalive-poison"]) {
    const own = await startHostileServer();
    await patient.send(request("GET", `${own.origin}/${name}`), never);
    // What comes unasked on an idle connection ends it.
    await own.allClosed();
    const next = await patient.send(request("GET", `${own.origin}/until-close`), never);
    await own.close();
    assert.equal(next.response?.text, "all of it");
    assert.deepEqual(own.log, [`GET /${name} HTTP/1.1`, "GET /until-close HTTP/1.1"]);
  }
});

test("what is cut or left out is said: sizes, trailers, hints, bytes beyond ASCII", async () => {
  const send = (name: string) => exchanger.send(request("GET", `${server.origin}/${name}`), never);
  const huge = (await send("huge-page")).response;
  assert.deepEqual([huge?.size, huge?.body.byteLength, huge?.truncated], [3_000_000, 1_000_000, true]);
  const trailers = (await send("bad-trailers")).response;
  assert.deepEqual(trailers?.headers, [["Transfer-Encoding", "chunked"]]);
  assert.ok(trailers?.trailers?.some(([name]) => name === "X-Legal"));
  const hints = await send("early-hints");
  assert.deepEqual(hints.hops[0]?.notes, [{ kind: "informational", statuses: [103] }]);
  const asked = await patient.send(request("GET", `${server.origin}/continue-in-pieces`), never);
  assert.deepEqual(asked.hops[0]?.notes, [{ kind: "informational", statuses: [100, 102] }]);
  const latin = (await send("header-latin1")).response;
  assert.deepEqual(latin?.headers[0], ["X-Name", "grün"]);
  assert.equal((await send("gzip-truncated")).response?.truncated, true);
  assert.equal((await send("stall-body")).response?.truncated, true);
});

test("nothing listens, and no such host, are told apart", async () => {
  const closed = await startHostileServer();
  await closed.close();
  const refused = await exchanger.send(request("GET", `${closed.origin}/`), never);
  assert.equal(refused.failure?.code, "refused");
  assert.match(refused.failure?.message ?? "", new RegExp(`port ${closed.port}`));
});

test("cancelling closes the connection at once, whatever the server is doing", async () => {
  const own = await startHostileServer();
  let count = 0;
  for (const name of ["silence", "drip-headers", "drip-body", "endless-body", "endless-chunked", "stall-body"]) {
    const stop = new AbortController();
    const endless = createExchanger({ clock: realClock, limits: { wireBytes: Number.MAX_SAFE_INTEGER } });
    const sent = endless.send(request("GET", `${own.origin}/${name}`), stop.signal);
    await own.arrived(++count);
    stop.abort();
    const exchange = await sent;
    assert.equal(exchange.failure?.code, "cancelled", name);
    await own.allClosed();
    await endless.close();
  }
  await own.close();
  assert.equal(own.log.length, 6);
});

test("closing the exchanger ends what is under way, and nothing is sent after", async () => {
  const own = await startHostileServer();
  const closing = createExchanger({ clock: realClock });
  const sent = closing.send(request("GET", `${own.origin}/status-then-hang`), never);
  await own.arrived(1);
  await closing.close();
  assert.equal((await sent).failure?.code, "cancelled");
  const late = await closing.send(request("GET", `${own.origin}/silence`), never);
  assert.equal(late.failure?.code, "cancelled");
  await own.allClosed();
  await own.close();
  assert.equal(own.log.length, 1);
});

test("a run that is cancelled before it starts sends nothing", async () => {
  const own = await startHostileServer();
  const exchange = await exchanger.send(request("GET", `${own.origin}/silence`), AbortSignal.abort());
  await own.close();
  assert.equal(exchange.failure?.code, "cancelled");
  assert.deepEqual(own.log, []);
});

test("@timeout bounds the whole run", async () => {
  const started = performance.now();
  const directives = { timeout: "60 ms" };
  const exchange = await patient.send(request("GET", `${server.origin}/drip-headers`, { directives }), never);
  assert.equal(exchange.failure?.code, "timed-out");
  assert.match(exchange.failure?.message ?? "", /60 ms/);
  assert.ok(performance.now() - started < patience.totalMs);
});
