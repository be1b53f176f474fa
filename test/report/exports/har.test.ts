import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createExchanger } from "../../../src/engine/exchange/exchanger.ts";
import type { Exchange } from "../../../src/engine/model/exchange.ts";
import { createMask } from "../../../src/engine/secrets.ts";
import { exportHar } from "../../../src/report/exports/har.ts";
import { respond, startRecordingServer } from "../../engine/exchange/recordingServer.ts";
import { never, realClock, request } from "../../engine/exchange/requests.ts";
import { startHostileServer } from "../../hostile/hostileServer.ts";
import { assertHarSchema } from "../harSchema.ts";
import { assertHar } from "../harStructure.ts";

const exchanger = createExchanger({ clock: realClock });
after(() => exchanger.close());

test("a redirect, an answer and a failure make a valid archive, every hop an entry, and no secret in it", async () => {
  const server = await startRecordingServer((socket, head) => {
    const isFirst = head.startsWith("POST");
    const echo = JSON.stringify({ password: "canary-6", seen: "canary-1-value" });
    const fields = ["Set-Cookie: sid=canary-5; Path=/", "Content-Type: application/json"];
    socket.write(isFirst ? respond(303, ["Location: /end?token=canary-4"]) : respond(404, fields, echo));
  });
  const asked = request("POST", `http://u:canary-7@127.0.0.1:${server.port}/a?api_key=canary-2&b=1`, {
    headers: [
      ["Authorization", "Bearer canary-1-value"],
      ["Cookie", "c=canary-3"],
      ["Content-Type", "application/json"],
    ],
    body: Buffer.from('{"secret":"canary-8","open":"stays"}'),
    secrets: ["canary-1-value"],
  });
  const answered = await exchanger.send(asked, never);
  await server.close();
  const refused = await exchanger.send(request("GET", `http://127.0.0.1:${server.port}/`), never);
  const text = exportHar([answered, refused], createMask(asked.secrets));
  const har = JSON.parse(text);
  assertHar(text);
  assertHarSchema(text);
  assert.doesNotMatch(text, /canary/);
  const [first, second, third] = har.log.entries;
  assert.equal(har.log.entries.length, 3);
  assert.equal(first.request.method, "POST");
  assert.equal(first.request.postData.text, '{"secret":"•••","open":"stays"}');
  assert.deepEqual(first.request.queryString, [
    { name: "api_key", value: "•••" },
    { name: "b", value: "1" },
  ]);
  assert.deepEqual(first.request.cookies, [{ name: "c", value: "•••" }]);
  assert.equal(first.response.redirectURL, "/end?token=•••");
  assert.equal(second.response.status, 404);
  assert.equal(second.response.content.text, '{"password":"•••","seen":"•••"}');
  assert.deepEqual(second.response.cookies, [{ name: "sid", value: "•••" }]);
  assert.equal(second.timings.connect, -1);
  assert.equal(third.response.status, 0);
  assert.match(third._error, /^refused: Nothing listens/);
});

test("whatever target is sent, masked or not, its URL is a URI, and what was sent stands beside it", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(404)));
  const targets = [
    "/a|b^c`d",
    "/{x}/[1]?q[]=1&z=%zz",
    '/"<>\\',
    "/Ü/日本?ü=ä b",
    "/a//../%2F;x=1",
    "/reset/canary-1-value/x",
  ];
  const exchanges: Exchange[] = [];
  for (const target of targets) exchanges.push(await exchanger.send(request("GET", server.origin + target), never));
  await server.close();
  const text = exportHar(exchanges, createMask(["canary-1-value"]));
  assertHar(text);
  assertHarSchema(text);
  const sent: readonly { url: string; _url?: string }[] = JSON.parse(text).log.entries.map(
    (entry: { request: unknown }) => entry.request,
  );
  assert.equal(sent[4]?.url, `${server.origin}/a//../%2F;x=1`);
  assert.deepEqual(
    sent.map((one) => (one._url ?? one.url).slice(server.origin.length)),
    [...targets.slice(0, 5), "/reset/•••/x"],
  );
  assert.doesNotMatch(text, /canary/);
});

test("every way a server can misbehave still makes a valid archive", async () => {
  const server = await startHostileServer();
  const quick = createExchanger({
    clock: realClock,
    limits: { totalMs: 150, wireBytes: 2_000_000, keptBytes: 100_000 },
  });
  const names = [
    "silence",
    "reset-mid-body",
    "gzip-lie",
    "gzip-bomb",
    "header-latin1",
    "status-999",
    "status-000",
    "early-hints",
  ];
  names.push("huge-page", "status-no-reason", "bad-trailers", "endless-status-line", "http-1.0", "drip-body");
  const exchanges: Exchange[] = [];
  for (const name of names) exchanges.push(await quick.send(request("GET", `${server.origin}/${name}`), never));
  exchanges.push(await quick.send(request("GET", "http://127.0.0.1:1/\u0000"), never).then(withUrl));
  const bytes = Buffer.from([0, 255, 1]);
  exchanges.push(await quick.send(request("PUT", `${server.origin}/status-600`, { body: bytes }), never));
  await quick.close();
  await server.close();
  const text = exportHar(exchanges, createMask([]));
  assertHar(text);
  assertHarSchema(text);
  const entries = JSON.parse(text).log.entries;
  const [silence] = entries;
  assert.ok(silence.timings.wait >= 100 && silence.time >= 100, "the time that was waited in vain is there");
  assert.match(entries[names.indexOf("early-hints")].comment, /103/);
  assert.deepEqual(entries.at(-1).request.postData, { mimeType: "", params: [], comment: "3 bytes that are no text" });
});

/** A URL that cannot be sent cannot stand in an archive either; the failure is what is looked at. */
function withUrl(exchange: Exchange): Exchange {
  return { ...exchange, hops: exchange.hops.map((hop) => ({ ...hop, url: "http://127.0.0.1:1/" })) };
}

test("the checks of archives fail for one that breaks a rule", async () => {
  const server = await startHostileServer();
  const good = exportHar([await exchanger.send(request("GET", `${server.origin}/status-600`), never)], createMask([]));
  await server.close();
  assertHar(good);
  const faults: readonly (readonly [RegExp, string])[] = [
    [/"version": "1.2"/, '"version": "1.1"'],
    [/"startedDateTime": "[^"]+"/, '"startedDateTime": "yesterday"'],
    [/"time": [\d.]+/, '"time": 99999'],
    [/"send": [\d.]+/, '"send": -1'],
    [/"ssl": -1/, '"ssl": 99999'],
    [/"httpVersion": "HTTP\/1.1",/, ""],
    [/"cache": \{\},/, ""],
    [/"redirectURL": "",/, '"redirect": "",'],
    [/"pages": \[\]/, '"pages": [{}]'],
  ];
  assertHarSchema(good);
  for (const name of ["startedDateTime", "redirectURL", "httpVersion", "cache", "send"]) {
    assert.throws(() => assertHarSchema(good.replace(`"${name}"`, `"no ${name}"`)), assert.AssertionError, name);
  }
  for (const [pattern, replacement] of faults) {
    assert.match(good, pattern);
    assert.throws(() => assertHar(good.replace(pattern, replacement)), assert.AssertionError, String(pattern));
  }
});
