import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { after, test } from "node:test";
import { createExchanger } from "../../../../src/engine/exchange/exchanger.ts";
import { HostLimits, type HostLimitsPlan } from "../../../../src/engine/exchange/probes/hostLimits.ts";
import { createProbeSender, isRefusal, type ProbeRefusal } from "../../../../src/engine/exchange/probes/probeSender.ts";
import type { Exchange } from "../../../../src/engine/model/exchange.ts";
import { respond, startRecordingServer } from "../recordingServer.ts";
import { never, realClock, request } from "../requests.ts";

const exchanger = createExchanger({ clock: realClock });
after(() => exchanger.close());

/** The terms of a sender with limits of its own, fast where a test does not say how fast. */
const at = (limits: Partial<HostLimitsPlan> = {}) => {
  const clock = limits.clock ?? realClock;
  return { exchanger, clock, hosts: new HostLimits({ perSecond: 100_000, ...limits, clock }) };
};

function kindOf(result: Exchange | ProbeRefusal): string {
  return isRefusal(result) ? result.kind : `${result.response?.status ?? result.failure?.code}`;
}

test("no method but GET, HEAD and OPTIONS is ever probed, and overrides are taken out", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(404)));
  const sender = createProbeSender({ ...at(), origins: [server.origin] });
  for (const method of ["POST", "PUT", "PATCH", "DELETE", "get", "TRACE", "PROPFIND", "CONNECT"]) {
    assert.equal(kindOf(await sender.send(request(method, `${server.origin}/`), never)), "unsafe-method");
  }
  const headers = [
    ["X-HTTP-Method-Override", "DELETE"],
    ["x-method-override", "PUT"],
    ["X-Kept", "1"],
  ] as const;
  for (const method of ["GET", "OPTIONS"]) {
    assert.equal(kindOf(await sender.send(request(method, `${server.origin}/`, { headers }), never)), "404");
  }
  await server.close();
  assert.equal(server.requests.length, 2);
  assert.doesNotMatch(server.received(), /override/i);
  assert.match(server.received(), /X-Kept: 1/);
});

test("what reads as acting on a GET is not probed", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(404)));
  const sender = createProbeSender({ ...at(), origins: [server.origin] });
  for (const target of ["/logout", "/users/7/delete", "/Unsubscribe?token=1", "/x?_method=DELETE"]) {
    assert.equal(kindOf(await sender.send(request("GET", `${server.origin}${target}`), never)), "side-effect");
  }
  await server.close();
  assert.equal(server.requests.length, 0);
});

test("of an answer to a probe no more than 2 MB are kept, of whatever was sent", async () => {
  const page = "x".repeat(2_500_000);
  const server = await startRecordingServer((socket) => socket.write(respond(404, [], page)));
  const sender = createProbeSender({ ...at(), origins: [server.origin] });
  const answer = await sender.send(request("GET", `${server.origin}/`), never);
  await server.close();
  assert.ok(!isRefusal(answer));
  assert.deepEqual([answer.response?.body.byteLength, answer.response?.truncated], [2_000_000, true]);
  assert.equal(answer.response?.size, page.length);
});

test("only named origins are probed, and a redirect does not lead out of them", async () => {
  const other = await startRecordingServer((socket) => socket.write(respond(200)));
  const server = await startRecordingServer((socket) => socket.write(respond(302, [`Location: ${other.origin}/`])));
  const sender = createProbeSender({ ...at(), origins: [`${server.origin}/some/path`] });
  assert.equal(kindOf(await sender.send(request("GET", `${other.origin}/`), never)), "other-origin");
  assert.equal(kindOf(await sender.send(request("GET", `${server.origin}/`), never)), "302");
  assert.equal(other.requests.length, 0);
  const wide = createProbeSender({ ...at(), origins: [server.origin, other.origin] });
  assert.equal(kindOf(await wide.send(request("GET", `${server.origin}/`), never)), "200");
  await server.close();
  await other.close();
});

test("the budget is what the server's log shows, redirects included", async () => {
  const server = await startRecordingServer((socket, head) =>
    socket.write(head.includes(" /go") ? respond(302, ["Location: /end"]) : respond(404)),
  );
  const sender = createProbeSender({ ...at(), origins: [server.origin], budget: 5 });
  const kinds: string[] = [];
  for (const path of ["/go", "/1", "/2", "/3", "/4", "/5"]) {
    kinds.push(kindOf(await sender.send(request("GET", `${server.origin}${path}`), never)));
  }
  await server.close();
  assert.deepEqual(kinds, ["404", "404", "404", "404", "budget", "budget"]);
  assert.equal(server.requests.length, 5);
  assert.equal(sender.remaining(), 0);
});

test("probes that wait their turn do not overdraw the budget", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(404)));
  const sender = createProbeSender({ ...at({ concurrency: 2 }), origins: [server.origin], budget: 3 });
  const sent = Array.from({ length: 10 }, () => sender.send(request("GET", `${server.origin}/`), never));
  const kinds = (await Promise.all(sent)).map(kindOf);
  await server.close();
  assert.equal(server.requests.length, 3);
  assert.equal(kinds.filter((kind) => kind === "budget").length, 7);
});

test("no more requests are under way at a host than allowed", async () => {
  const held: Socket[] = [];
  let most = 0;
  const server = await startRecordingServer((socket) => {
    held.push(socket);
    most = Math.max(most, held.length);
    if (held.length === 3)
      setTimeout(
        () =>
          held.splice(0).forEach((one) => {
            one.write(respond(404));
          }),
        20,
      );
  });
  const sender = createProbeSender({ ...at({ concurrency: 3 }), origins: [server.origin] });
  await Promise.all(Array.from({ length: 21 }, () => sender.send(request("GET", `${server.origin}/`), never)));
  await server.close();
  assert.equal(server.requests.length, 21);
  assert.equal(most, 3);
});

test("starts are spaced by the rate, on a clock that stands still but for the waits", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(404)));
  let time = 0;
  const clock = { now: () => time, elapsed: () => time };
  const waits: number[] = [];
  const wait = async (ms: number) => {
    waits.push(ms);
    time += ms;
  };
  const sender = createProbeSender({ ...at({ clock, wait, perSecond: 4, concurrency: 1 }), origins: [server.origin] });
  for (let index = 0; index < 4; index++) await sender.send(request("GET", `${server.origin}/`), never);
  await server.close();
  assert.deepEqual(waits, [250, 250, 250]);
});

const pauses: readonly (readonly [string, number, readonly string[], number | null])[] = [
  ["429 alone pauses for ten seconds", 429, [], 10_000],
  ["503 alone pauses for ten seconds", 503, [], 10_000],
  ["seconds are honoured", 429, ["Retry-After: 3"], 3_000],
  ["a date is honoured", 503, [`Retry-After: ${new Date(1_000_000_005_000).toUTCString()}`], 5_000],
  ["a date gone by pauses no longer", 429, ["Retry-After: Thu, 01 Jan 1970 00:00:00 GMT"], null],
  ["junk counts as ten seconds", 429, ["Retry-After: soon"], 10_000],
  ["a fraction counts as junk", 429, ["Retry-After: 1.5"], 10_000],
  ["a moment since 1970 ends the probes", 429, ["Retry-After: 1700000000"], Number.POSITIVE_INFINITY],
  ["an hour ends the probes", 503, ["Retry-After: 3600"], Number.POSITIVE_INFINITY],
  ["Retry-After counts on any status", 404, ["Retry-After: 2"], 2_000],
  ["a plain 404 pauses nothing", 404, [], null],
];
for (const [name, status, fields, pause] of pauses) {
  test(name, async () => {
    const server = await startRecordingServer((socket) => socket.write(respond(status, fields)));
    let time = 1_000_000_000_000;
    const clock = { now: () => time, elapsed: () => time };
    const sender = createProbeSender({ ...at({ clock, wait: async () => undefined }), origins: [server.origin] });
    const send = async () => kindOf(await sender.send(request("GET", `${server.origin}/`), never));
    assert.equal(await send(), `${status}`);
    if (pause === null) assert.equal(await send(), `${status}`);
    else {
      assert.equal(await send(), "paused");
      time += Math.min(pause, 1e12) - 1;
      assert.equal(await send(), "paused");
      if (Number.isFinite(pause)) {
        time += 1;
        assert.equal(await send(), `${status}`);
      }
    }
    await server.close();
    assert.equal(server.requests.length, pause === Number.POSITIVE_INFINITY ? 1 : 2);
  });
}

test("a pause that comes while others wait their turn holds them as well", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(429)));
  const sender = createProbeSender({ ...at({ concurrency: 1 }), origins: [server.origin] });
  const sent = Array.from({ length: 6 }, () => sender.send(request("GET", `${server.origin}/`), never));
  const kinds = (await Promise.all(sent)).map(kindOf);
  await server.close();
  assert.deepEqual(kinds, ["429", "paused", "paused", "paused", "paused", "paused"]);
  assert.equal(server.requests.length, 1);
});

test("cancelling ends what is under way and sends nothing more", async () => {
  const stop = new AbortController();
  const arrived = Promise.withResolvers<void>();
  const server = await startRecordingServer((_socket, _head, count) => {
    if (count === 1) arrived.resolve();
  });
  const sender = createProbeSender({ ...at({ concurrency: 2 }), origins: [server.origin] });
  const sent = Array.from({ length: 8 }, () => sender.send(request("GET", `${server.origin}/`), stop.signal));
  await arrived.promise;
  stop.abort();
  const kinds = (await Promise.all(sent)).map(kindOf);
  assert.deepEqual(kinds, Array(8).fill("cancelled"));
  assert.equal(kindOf(await sender.send(request("GET", `${server.origin}/`), stop.signal)), "cancelled");
  await Promise.all(server.connections.map(({ closed }) => closed));
  await server.close();
  assert.equal(server.requests.length, 2);
});

test("cancelling ends the wait for one's turn at once", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(404)));
  const stop = new AbortController();
  const sender = createProbeSender({ ...at({ perSecond: 0.001 }), origins: [server.origin] });
  assert.equal(kindOf(await sender.send(request("GET", `${server.origin}/`), stop.signal)), "404");
  const waiting = sender.send(request("GET", `${server.origin}/`), stop.signal);
  setImmediate(() => stop.abort());
  assert.equal(kindOf(await waiting), "cancelled");
  await server.close();
  assert.equal(server.requests.length, 1);
});

/** A clock that moves only when somebody waits on it, or when it is told to. */
function createStillClock() {
  let now = 1_000_000;
  const wait = async (ms: number) => {
    now += ms;
  };
  return { clock: { now: () => now, elapsed: () => now }, wait };
}

test("a host that takes five a second is soon asked so that fewer than one answer in twenty is 429", async () => {
  const { clock, wait } = createStillClock();
  let starts: number[] = [];
  let isWarm = false;
  let [asked, refused] = [0, 0];
  const server = await startRecordingServer((socket) => {
    starts = [...starts.filter((start) => start > clock.now() - 1000), clock.now()];
    const isTooMuch = starts.length > 5;
    asked += Number(isWarm);
    refused += Number(isWarm && isTooMuch);
    socket.write(isTooMuch ? respond(429, ["Retry-After: 1"]) : respond(404));
  });
  const { hosts } = at({ clock, wait, perSecond: 10, concurrency: 1 });
  for (let round = 0; round < 40; round++) {
    isWarm = round >= 5;
    const sender = createProbeSender({ exchanger, clock, hosts, origins: [server.origin], budget: 12 });
    for (let count = 0; count < 12; count++) await sender.send(request("GET", `${server.origin}/`), never);
    // The pause that the host asked for passes before the next investigation.
    await wait(2_000);
  }
  await server.close();
  assert.ok(asked > 200, `${asked} were asked`);
  assert.ok(refused / asked < 0.05, `${refused} of ${asked} were refused`);
});

test("investigations that share the limits of hosts share one rate and one silence", async () => {
  const { clock, wait } = createStillClock();
  const times: number[] = [];
  const server = await startRecordingServer((socket, head) => {
    times.push(clock.now());
    socket.write(head.startsWith("GET /last") ? respond(429, ["Retry-After: 30"]) : respond(404));
  });
  const terms = { ...at({ clock, wait, perSecond: 4, concurrency: 1 }), origins: [server.origin] };
  const [one, other] = [createProbeSender(terms), createProbeSender(terms)];
  for (let count = 0; count < 4; count++) {
    await one.send(request("GET", `${server.origin}/one`), never);
    await other.send(request("GET", `${server.origin}/other`), never);
  }
  const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  assert.deepEqual(
    gaps.filter((gap) => gap < 240),
    [],
    "never closer than a quarter of a second, whoever asks",
  );
  await one.send(request("GET", `${server.origin}/last`), never);
  assert.equal(kindOf(await other.send(request("GET", `${server.origin}/`), never)), "paused");
  await server.close();
  assert.equal(times.length, 9);
});

test("a guarded origin is asked for once, before anything goes there, and a redirect leads there only after a yes", async () => {
  for (const answer of [true, false]) {
    const production = await startRecordingServer((socket) => socket.write(respond(404)));
    const target = [`Location: ${production.origin}/b`];
    const server = await startRecordingServer((socket) => socket.write(respond(302, target)));
    const asked: string[] = [];
    const sender = createProbeSender({
      ...at(),
      origins: [server.origin, production.origin],
      guarded: [production.origin],
      allows: async ({ url }) => {
        asked.push(url);
        return answer;
      },
    });
    assert.equal(kindOf(await sender.send(request("GET", `${server.origin}/`), never)), "302");
    assert.equal(production.requests.length, 0);
    const direct = [1, 2].map(() => sender.send(request("GET", `${production.origin}/a`), never));
    assert.deepEqual((await Promise.all(direct)).map(kindOf), answer ? ["404", "404"] : ["not-allowed", "not-allowed"]);
    assert.deepEqual(asked, [`${production.origin}/a`]);
    assert.equal(kindOf(await sender.send(request("GET", `${server.origin}/`), never)), answer ? "404" : "302");
    await server.close();
    await production.close();
    assert.equal(production.requests.length, answer ? 3 : 0);
  }
});
