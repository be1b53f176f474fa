import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createExchanger } from "../../../../src/engine/exchange/exchanger.ts";
import type { Exchange } from "../../../../src/engine/model/exchange.ts";
import { type RecordingServer, respond, startRecordingServer } from "../recordingServer.ts";
import { never, realClock, request } from "../requests.ts";

const exchanger = createExchanger({ clock: realClock });
after(() => exchanger.close());

/** Answers `/redirect/STATUS/REST` with that status and the Location given, everything else with 404. */
function startRedirecting(locate: (path: string) => string): Promise<RecordingServer> {
  return startRecordingServer((socket, head) => {
    const path = head.split(" ")[1] ?? "";
    const status = /^\/redirect\/(\d+)/.exec(path)?.[1];
    socket.write(status === undefined ? respond(404) : respond(Number(status), [`Location: ${locate(path)}`]));
  });
}

function requestLines(server: RecordingServer): readonly string[] {
  return server.requests.map((text) => text.slice(0, text.indexOf("\r\n")));
}

function lineOf(exchange: Exchange): readonly string[] {
  return exchange.hops.map((hop) => `${hop.method} ${hop.target} ${hop.response?.status}`);
}

const rules: readonly (readonly [number, string, string, "kept" | "dropped"])[] = [
  [301, "POST", "GET", "dropped"],
  [302, "POST", "GET", "dropped"],
  [303, "POST", "GET", "dropped"],
  [307, "POST", "POST", "kept"],
  [308, "POST", "POST", "kept"],
  [301, "PUT", "PUT", "kept"],
  [302, "DELETE", "DELETE", "kept"],
  [303, "PUT", "GET", "dropped"],
  [303, "HEAD", "HEAD", "dropped"],
  [301, "GET", "GET", "kept"],
  [301, "HEAD", "HEAD", "kept"],
];
for (const [status, method, then, content] of rules) {
  test(`${status} after ${method} goes on as ${then}, its content ${content}`, async () => {
    const server = await startRedirecting(() => "/end");
    const headers = [["Content-Type", "text/x"]] as const;
    const body = method === "HEAD" || method === "GET" ? null : Buffer.from("body");
    const exchange = await exchanger.send(
      request(method, `${server.origin}/redirect/${status}`, { headers, body }),
      never,
    );
    await server.close();
    assert.deepEqual(requestLines(server), [`${method} /redirect/${status} HTTP/1.1`, `${then} /end HTTP/1.1`]);
    const second = server.requests[1] ?? "";
    assert.equal(/^Content-Type: text\/x\r$/m.test(second), content === "kept");
    assert.equal(second.endsWith("body"), content === "kept" && body !== null);
    assert.equal(exchange.response?.status, 404);
  });
}

for (const status of [300, 304, 305, 306, 399]) {
  test(`${status} is an answer, not a redirect`, async () => {
    const server = await startRedirecting(() => "/end");
    const exchange = await exchanger.send(request("GET", `${server.origin}/redirect/${status}`), never);
    await server.close();
    assert.equal(exchange.response?.status, status);
    assert.equal(exchange.hops.length, 1);
  });
}

test("@no-redirect stops at the first answer", async () => {
  const server = await startRedirecting(() => "/end");
  const directives = { "no-redirect": "" };
  const exchange = await exchanger.send(request("GET", `${server.origin}/redirect/302`, { directives }), never);
  await server.close();
  assert.equal(exchange.response?.status, 302);
  assert.equal(requestLines(server).length, 1);
});

test("a redirect to itself stops after one request, a ping-pong after two, and both are named", async () => {
  const self = await startRedirecting((path) => path);
  const alone = await exchanger.send(request("GET", `${self.origin}/redirect/302`), never);
  await self.close();
  assert.equal(alone.failure?.code, "too-many-redirects");
  assert.match(alone.failure?.message ?? "", /circle: .*\/redirect\/302 comes again/);
  assert.equal(alone.response, null);
  assert.equal(alone.hops[0]?.response?.status, 302);
  assert.equal(requestLines(self).length, 1);
  const pair = await startRedirecting((path) => (path.endsWith("a") ? "/redirect/302/b" : "/redirect/302/a"));
  const both = await exchanger.send(request("GET", `${pair.origin}/redirect/302/a`), never);
  await pair.close();
  assert.equal(both.failure?.code, "too-many-redirects");
  assert.equal(requestLines(pair).length, 2);
});

test("a chain stops at 20 redirects and keeps every hop, or goes on as far as the limit says", async () => {
  const step = (path: string) => `/redirect/302/${Number(path.split("/")[3]) + 1}`;
  const server = await startRedirecting((path) => (path === "/redirect/302/50" ? "/end" : step(path)));
  const stopped = await exchanger.send(request("GET", `${server.origin}/redirect/302/0`), never);
  assert.equal(stopped.failure?.code, "too-many-redirects");
  assert.match(stopped.failure?.message ?? "", /after 20 redirects, and more follow/);
  assert.equal(stopped.hops.length, 21);
  const patient = createExchanger({ clock: realClock, limits: { redirects: 60 } });
  const whole = await patient.send(request("GET", `${server.origin}/redirect/302/0`), never);
  await patient.close();
  await server.close();
  assert.equal(whole.response?.status, 404);
  assert.deepEqual(
    lineOf(whole).slice(0, 51),
    Array.from({ length: 51 }, (_, index) => `GET /redirect/302/${index} 302`),
  );
});

const credentials = [
  ["Authorization", "Bearer canary-1-abcdef"],
  ["Cookie", "sid=canary-2"],
  ["X-Api-Key", "canary-3"],
  ["Proxy-Authorization", "Basic canary-4"],
  ["X-Session-Token", "canary-5"],
  ["X-Client-Secret", "canary-6"],
  ["X-Innocent", "prefix canary-7-known suffix"],
  ["X-Encoded", Buffer.from("me:canary-7-known").toString("base64")],
  ["Referer", "http://h/?token=canary-8"],
  ["Host", "written.example"],
] as const;

test("to another origin no credential and no known secret goes along, and none comes back", async () => {
  const home: { origin: string } = { origin: "" };
  const other = await startRedirecting(() => `${home.origin}/end`);
  const server = await startRedirecting((path) =>
    path.endsWith("same") ? "/redirect/302" : `${other.origin}/redirect/302`,
  );
  home.origin = server.origin;
  const exchange = await exchanger.send(
    request("GET", `${server.origin}/redirect/302/same`, {
      headers: [...credentials, ["X-Plain", "stays"]],
      secrets: ["canary-7-known"],
    }),
    never,
  );
  await server.close();
  await other.close();
  assert.equal(exchange.hops.length, 4);
  assert.doesNotMatch(other.received(), /canary|written\.example/);
  assert.match(other.received(), /X-Plain: stays/);
  const atHome = server.received().split(/(?=GET )/);
  assert.match(atHome[1] ?? "", /canary-1.*canary-7/s);
  assert.doesNotMatch(atHome[2] ?? "", /canary/);
  assert.deepEqual(exchange.hops[2]?.notes, [
    {
      kind: "credentials-dropped",
      fields: [
        "Authorization",
        "Cookie",
        "X-Api-Key",
        "Proxy-Authorization",
        "X-Session-Token",
        "X-Client-Secret",
        "X-Innocent",
        "X-Encoded",
        "Referer",
      ],
    },
  ]);
});

test("a request that may change something is not sent on to another origin", async () => {
  const other = await startRedirecting(() => "/");
  const server = await startRedirecting(() => `${other.origin}/end`);
  const body = Buffer.from("x");
  const kept = await exchanger.send(request("POST", `${server.origin}/redirect/307`, { body }), never);
  assert.equal(kept.failure?.code, "blocked");
  assert.equal(kept.hops[0]?.response?.status, 307);
  assert.equal(other.received(), "");
  const turned = await exchanger.send(request("POST", `${server.origin}/redirect/303`, { body }), never);
  await server.close();
  await other.close();
  assert.equal(turned.response?.status, 404);
  assert.deepEqual(requestLines(other), ["GET /end HTTP/1.1"]);
});

test("content, which may hold what only the first origin is to know, is not sent on to another one", async () => {
  const other = await startRedirecting(() => "/");
  const server = await startRedirecting(() => `${other.origin}/end`);
  const body = Buffer.from('{"password":"canary"}');
  for (const status of [301, 302, 307, 308]) {
    const kept = await exchanger.send(request("GET", `${server.origin}/redirect/${status}`, { body }), never);
    assert.equal(kept.failure?.code, "blocked");
    assert.match(kept.failure?.message ?? "", /^GET with content is not sent on to 127\.0\.0\.1:\d+ by a redirect/);
  }
  assert.equal(other.received(), "");
  const asked = await exchanger.send(request("GET", `${server.origin}/redirect/303`, { body }), never);
  await server.close();
  await other.close();
  assert.equal(asked.response?.status, 404);
  assert.doesNotMatch(other.received(), /canary|content-length/i);
});

for (const location of ["file:///etc/passwd", "javascript:alert(1)", "ftp://127.0.0.1/", "data:text/plain,x"]) {
  test(`a redirect to ${location.split(":")[0]}: stops and keeps its hop`, async () => {
    const server = await startRedirecting(() => location);
    const exchange = await exchanger.send(request("GET", `${server.origin}/redirect/302`), never);
    await server.close();
    assert.equal(exchange.failure?.code, "unsupported-scheme");
    assert.equal(exchange.hops.length, 1);
    assert.equal(exchange.hops[0]?.response?.status, 302);
    assert.deepEqual(exchange.hops[0]?.response?.headers[0], ["Location", location]);
  });
}

test("user information in a Location is neither used nor shown", async () => {
  const server = await startRedirecting((path) => (path.endsWith("x") ? "/end" : "PLACEHOLDER"));
  const other = await startRecordingServer((socket, head) =>
    socket.write(
      head.includes(" /go ")
        ? respond(302, [`Location: http://who:canary@127.0.0.1:${server.port}/end`])
        : respond(404),
    ),
  );
  const exchange = await exchanger.send(request("GET", `${other.origin}/go`), never);
  await server.close();
  await other.close();
  assert.equal(exchange.hops[1]?.url, `${server.origin}/end`);
  assert.doesNotMatch(server.received(), /Authorization|canary|who/);
});

test("a Location is resolved as browsers do, and what was sent stays next to it", async () => {
  const server = await startRecordingServer((socket, head) => {
    const isFirst = head.includes(" /dir/start ");
    socket.write(
      isFirst ? Buffer.from(respond(302, ["Location: ../ümläut/a b/./c%2Fd?x=ü#frag"]), "utf8") : respond(404),
    );
  });
  const exchange = await exchanger.send(request("GET", `${server.origin}/dir/start`), never);
  await server.close();
  assert.deepEqual(requestLines(server)[1], "GET /%C3%BCml%C3%A4ut/a%20b/c%2Fd?x=%C3%BC HTTP/1.1");
  assert.deepEqual(exchange.hops[0]?.response?.headers[0], ["Location", "../ümläut/a b/./c%2Fd?x=ü#frag"]);
});

test("a cookie set on the way is sent to the origin that set it, within its path, and to no other", async () => {
  const other = await startRecordingServer((socket) => socket.write(respond(404)));
  const server = await startRecordingServer((socket, head) => {
    const path = head.split(" ")[1];
    if (path === "/login") {
      socket.write(
        respond(302, [
          "Location: /in/home",
          "Set-Cookie: sid=abc; Path=/in; HttpOnly",
          "Set-Cookie: old=1; Max-Age=0",
          "Set-Cookie: far=1; Path=/elsewhere",
        ]),
      );
    } else if (path === "/in/home") socket.write(respond(302, [`Location: ${other.origin}/`]));
    else socket.write(respond(404));
  });
  const headers = [["Cookie", "mine=1; sid=stale"]] as const;
  await exchanger.send(request("GET", `${server.origin}/login`, { headers }), never);
  const without = { headers, directives: { "no-cookie-jar": "" } };
  await exchanger.send(request("GET", `${server.origin}/login`, without), never);
  await server.close();
  await other.close();
  const cookies = server.received().match(/^Cookie: .*$/gm);
  assert.deepEqual(cookies, [
    "Cookie: mine=1; sid=stale",
    "Cookie: mine=1; sid=abc",
    "Cookie: mine=1; sid=stale",
    "Cookie: mine=1; sid=stale",
  ]);
  assert.doesNotMatch(other.received(), /Cookie/i);
});

test("a Refresh field is told and not followed", async () => {
  const server = await startRecordingServer((socket) => socket.write(respond(200, ["Refresh: 0; url=/next"])));
  const exchange = await exchanger.send(request("GET", `${server.origin}/`), never);
  await server.close();
  assert.deepEqual(exchange.hops[0]?.notes, [{ kind: "soft-redirect", to: "/next", by: "refresh" }]);
  assert.equal(requestLines(server).length, 1);
});

test("a guard that refuses an address is asked for names as well, and nothing is connected", async () => {
  const server = await startRedirecting(() => "/");
  const guarded = createExchanger({ clock: realClock, allowsAddress: () => false });
  for (const host of ["localhost", "127.0.0.1"]) {
    const exchange = await guarded.send(request("GET", `http://${host}:${server.port}/`), never);
    assert.equal(exchange.failure?.code, "blocked");
  }
  await guarded.close();
  await server.close();
  assert.equal(server.connections.length, 0);
});

test("a redirect to the local link is refused before a connection is tried", async () => {
  const asked: string[] = [];
  const guarded = createExchanger({
    clock: realClock,
    allowsAddress: (address) => {
      asked.push(address);
      return address === "127.0.0.1";
    },
  });
  const server = await startRedirecting(() => "http://169.254.169.254/latest/meta-data/");
  const exchange = await guarded.send(request("GET", `${server.origin}/redirect/302`), never);
  await guarded.close();
  await server.close();
  assert.equal(exchange.failure?.code, "blocked");
  assert.equal(exchange.hops.length, 2);
  assert.equal(exchange.hops[1]?.remoteAddress, undefined);
});
