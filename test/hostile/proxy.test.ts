import assert from "node:assert/strict";
import { createServer as createTcpServer, type Socket } from "node:net";
import { after, test } from "node:test";
import { createExchanger, type ExchangeOptions, type Exchanger } from "../../src/engine/exchange/exchanger.ts";
import { respond, startRecordingServer } from "../engine/exchange/recordingServer.ts";
import { never, realClock, request } from "../engine/exchange/requests.ts";
import { type Certificates, makeCertificates } from "./certificates.ts";
import { type ProxyServer, startProxy } from "./proxyServer.ts";
import { listen, type SecureOrigin, startSecureOrigin } from "./secureOrigin.ts";

const made = makeCertificates();
const skip = typeof made === "string" ? made : false;
const certificates = made as Certificates;
const authorities = typeof made === "string" ? [] : [made.authority];
const closing: (() => Promise<void>)[] = [];
after(async () => {
  for (const close of closing.toReversed()) await close();
});

async function proxy(terms: Parameters<typeof startProxy>[0] = {}): Promise<ProxyServer> {
  const server = await startProxy(terms);
  closing.push(server.close);
  return server;
}

/** The names of these tests exist nowhere, so that an answer proves that the proxy was asked for them; nothing but loopback is dialled. */
function through(url: string, rest: Partial<ExchangeOptions> = {}): Exchanger {
  const proxies = { http: url, https: url, noProxy: "direct.example", ...rest.proxies };
  const allowsAddress = (address: string) => address === "127.0.0.1" || address === "::1";
  const exchanger = createExchanger({ clock: realClock, authorities, allowsAddress, ...rest, proxies });
  closing.push(exchanger.close);
  return exchanger;
}

async function origin(
  answer: Parameters<typeof startRecordingServer>[0] = (socket) => socket.write(respond(404, [], "gone")),
) {
  const server = await startRecordingServer(answer);
  closing.push(server.close);
  return server;
}

/** An https origin under the name `other.example`. */
async function secureOrigin(): Promise<SecureOrigin> {
  const server = await startSecureOrigin(certificates.wrongHost);
  closing.push(server.close);
  return server;
}

test("http goes through the proxy by its whole URL, and the proxy's credentials end there", async () => {
  const server = await origin();
  const between = await proxy({ credentials: "me:canary-proxy" });
  const exchanger = through(`http://me:canary-proxy@${between.authority}`);
  const url = `http://origin.example:${server.port}/a/../b//%2F?q`;
  const exchange = await exchanger.send(request("GET", url, { headers: [["X-Case", "Kept"]] }), never);
  assert.equal(exchange.response?.text, "gone", JSON.stringify(exchange.failure));
  assert.deepEqual(between.lines, [`GET ${url}`]);
  assert.match(
    between.received(),
    new RegExp(`^GET ${url.replace("?", "\\?")} HTTP/1.1\r\nHost: origin.example:${server.port}\r\nX-Case: Kept\r\n`),
  );
  assert.match(server.received(), /^GET \/a\/\.\.\/b\/\/%2F\?q HTTP\/1\.1\r\n/);
  assert.doesNotMatch(server.received(), /proxy-|bWU6Y2FuYXJ5/i);
  assert.deepEqual(exchange.hops[0]?.notes, [{ kind: "proxied", by: between.authority }]);
  assert.equal(exchange.hops[0]?.remoteAddress, undefined);
  assert.doesNotMatch(JSON.stringify(exchange), /canary|bWU6Y2FuYXJ5/);
});

for (const kind of ["http", "https"] as const) {
  test(`https goes through an ${kind} proxy in a tunnel of which the proxy knows host and port only`, {
    skip,
  }, async () => {
    const server = await secureOrigin();
    const between = await proxy({
      credentials: "me:canary-proxy",
      ...(kind === "https" ? { identity: certificates.good } : {}),
    });
    const exchanger = through(`${kind}://me:canary-proxy@localhost:${between.port}`);
    const url = `https://other.example:${server.port}/hidden`;
    const headers = [["Authorization", "Bearer canary-origin"]] as const;
    for (let round = 0; round < 2; round++) {
      const exchange = await exchanger.send(request("GET", url, { headers }), never);
      assert.equal(exchange.response?.text, "no", JSON.stringify(exchange.failure));
      assert.deepEqual(exchange.hops[0]?.timings?.tls === null, round === 1);
    }
    assert.deepEqual(between.lines, [`CONNECT other.example:${server.port}`]);
    assert.doesNotMatch(between.received(), /hidden|canary-origin/);
    const head = between.received().split("\r\n\r\n")[0]?.split("\r\n") ?? [];
    const basic = Buffer.from("me:canary-proxy").toString("base64");
    const fields = [
      `host: other.example:${server.port}`,
      `proxy-authorization: basic ${basic}`.toLowerCase(),
      "connection: close",
    ];
    assert.deepEqual(
      head
        .slice(1)
        .map((line) => line.toLowerCase())
        .toSorted(),
      fields.toSorted(),
    );
    assert.match(
      server.received(),
      /^GET \/hidden HTTP\/1\.1\r\nHost: other\.example:\d+\r\nAuthorization: Bearer canary-origin/,
    );
    assert.doesNotMatch(server.received(), /proxy-|bWU6Y2FuYXJ5/i);
  });
}

test("a kept connection that the proxy just closed is made anew once if the request is safe, and written credentials come first", async () => {
  for (const method of ["GET", "POST"]) {
    const between = await origin((socket, _head, count) => {
      if (count === 1) socket.destroy();
      else socket.write(respond(404, [], "gone"));
    });
    const exchanger = through(`http://me:canary-proxy@127.0.0.1:${between.port}`);
    const headers = [["Proxy-Authorization", "Bearer written"]] as const;
    await exchanger.send(request(method, "http://a.example/1", { headers }), never);
    const second = await exchanger.send(request(method, "http://a.example/2"), never);
    assert.equal(second.failure?.code, method === "GET" ? undefined : "proxy");
    assert.deepEqual(
      between.requests.map((text) => text.split(" ")[1]?.slice(-2)),
      method === "GET" ? ["/1", "/2", "/2"] : ["/1", "/2"],
    );
    assert.equal(
      second.hops[0]?.notes?.some(({ kind }) => kind === "sent-twice"),
      method === "GET",
    );
    assert.deepEqual(between.requests[0]?.match(/proxy-authorization: .*/gi), ["Proxy-Authorization: Bearer written"]);
  }
});

test("what NO_PROXY names, and this machine, are reached without the proxy", async () => {
  const server = await origin();
  const between = await proxy();
  const exchanger = through(`http://${between.authority}`);
  const local = await exchanger.send(request("GET", `${server.origin}/`), never);
  assert.equal(local.response?.text, "gone");
  const named = await exchanger.send(request("GET", `http://sub.direct.example:${server.port}/`), never);
  assert.equal(named.failure?.code, "no-such-host");
  assert.deepEqual(between.lines, []);
});

test("this machine goes through the proxy where that is asked for", async () => {
  const server = await origin();
  const between = await proxy();
  const settings = { http: `http://${between.authority}`, https: null, noProxy: null, loopback: "proxied" } as const;
  const exchange = await through("", { proxies: settings }).send(request("GET", `${server.origin}/x`), never);
  assert.equal(exchange.response?.text, "gone");
  assert.deepEqual(between.lines, [`GET ${server.origin}/x`]);
});

test("a redirect from behind the proxy reaches no loopback, and takes no credential to another origin", async () => {
  const goal = await origin();
  const server = await origin((socket, head) => {
    const to = head.startsWith("GET /in") ? `http://127.0.0.1:${goal.port}/` : `http://second.example:${goal.port}/`;
    socket.write(respond(302, [`Location: ${to}`]));
  });
  const between = await proxy();
  const exchanger = through(`http://${between.authority}`);
  const headers = [["X-Api-Key", "canary"]] as const;
  const into = await exchanger.send(request("GET", `http://first.example:${server.port}/in`, { headers }), never);
  assert.equal(into.failure?.code, "blocked");
  assert.equal(goal.received(), "");
  const out = await exchanger.send(request("GET", `http://first.example:${server.port}/out`, { headers }), never);
  assert.equal(out.response?.text, "gone");
  assert.match(between.received(), /GET http:\/\/second\.example/);
  assert.doesNotMatch(goal.received(), /canary/);
});

test("wrong credentials, a refused way and a proxy that is down are the proxy's failures", { skip }, async () => {
  const between = await proxy({ credentials: "me:right" });
  const server = await origin();
  const secure = await secureOrigin();
  for (const url of [`http://origin.example:${server.port}/`, `https://other.example:${secure.port}/`]) {
    const asked = await through(`http://me:canary@${between.authority}`).send(request("GET", url), never);
    assert.equal(asked.failure?.code, "proxy");
    assert.match(asked.failure?.message ?? "", /asks for credentials \(407\); put .*\.$/);
    assert.equal(asked.response, null);
    assert.doesNotMatch(JSON.stringify(asked), /canary|bWU6/);
  }
  assert.equal(server.received() + secure.received(), "");
  const open = await proxy();
  const closed = await startProxy();
  await closed.close();
  for (const scheme of ["http", "https"]) {
    const nowhere = request("GET", `${scheme}://nowhere.example:${closed.port}/`);
    const unreached = await through(`http://${open.authority}`).send(nowhere, never);
    assert.equal(unreached.failure?.code, "proxy");
    assert.match(unreached.failure?.message ?? "", /\(502\); look at its log\.$/);
    const down = await through(`http://${closed.authority}`).send(nowhere, never);
    assert.equal(down.failure?.code, "proxy");
    assert.match(down.failure?.message ?? "", /^The proxy 127\.0\.0\.1:\d+ is not running/);
  }
});

const acts: readonly (readonly [string, (socket: Socket) => void])[] = [
  ["hangs", () => undefined],
  ["talks junk", (socket) => socket.end("SSH-2.0-OpenSSH_9.6\r\n")],
  ["sends a header without end", (socket) => pourHeader(socket)],
  ["closes", (socket) => socket.end()],
  ["resets", (socket) => socket.resetAndDestroy()],
];

const ofOrigin: Readonly<Record<string, string>> = { hangs: "timed-out", "sends a header without end": "too-large" };

function pourHeader(socket: Socket): void {
  socket.write("HTTP/1.1 200 Go on\r\nX-Long: ");
  const more = () => {
    while (!socket.destroyed && socket.write("h".repeat(65_536)));
  };
  socket.on("drain", more);
  more();
}
for (const scheme of ["http", "https"]) {
  for (const [name, act] of acts) {
    test(`${scheme}: a proxy that ${name} is a failure in time, and not the origin's`, async () => {
      const server = createTcpServer((socket) => {
        socket.on("error", () => undefined);
        socket.once("data", () => act(socket));
        closing.push(async () => void socket.destroy());
      });
      const port = await listen(server);
      closing.push(async () => void server.close());
      const limits = { connectMs: 1_000, totalMs: 1_000 };
      const exchange = await through(`http://127.0.0.1:${port}`, { limits }).send(
        request("GET", `${scheme}://a.example/`),
        never,
      );
      // What a proxy that took a forwarded request is silent about, or sends too much of, may be the origin's.
      const code = (scheme === "http" ? ofOrigin[name] : undefined) ?? "proxy";
      assert.equal(exchange.failure?.code, code, JSON.stringify(exchange.failure));
      assert.match(
        exchange.failure?.message ?? "",
        code === "timed-out" ? /^a\.example / : /^The proxy 127\.0\.0\.1:\d+ .*\.$/,
      );
    });
  }
}

test("the certificate of an https proxy is judged, and no directive of the request lifts that", { skip }, async () => {
  const server = await origin();
  const between = await proxy({ identity: certificates.selfSigned });
  const url = `https://localhost:${between.port}`;
  const directives = { "no-reject-unauthorized": "" };
  const asked = request("GET", `http://origin.example:${server.port}/`, { directives });
  const strict = await through(url).send(asked, never);
  assert.equal(strict.failure?.code, "proxy");
  assert.match(strict.failure?.message ?? "", /certificate of the proxy localhost:\d+ is self-signed/);
  assert.deepEqual(between.lines, []);
  const lenient = await through(url, { rejectUnauthorized: "accept-any" }).send(asked, never);
  assert.equal(lenient.response?.text, "gone");
});

test("a certificate of the origin that does not hold is the origin's, tunnel or not", { skip }, async () => {
  const server = await secureOrigin();
  const between = await proxy();
  const exchange = await through(`http://${between.authority}`).send(
    request("GET", `https://wrong.example:${server.port}/`),
    never,
  );
  assert.equal(exchange.failure?.code, "tls");
  assert.match(exchange.failure?.message ?? "", /wrong\.example.*other names/);
  assert.equal(server.received(), "");
});

test("a proxy that cannot be used fails before anything is sent", async () => {
  const exchange = await through("socks5://me:canary@127.0.0.1:1").send(request("GET", "http://a.example/"), never);
  assert.equal(exchange.failure?.code, "proxy");
  assert.doesNotMatch(JSON.stringify(exchange), /canary/);
});

for (const stage of ["tunnel", "handshake"]) {
  test(`cancelling ends a ${stage} that is under way`, async () => {
    const stop = new AbortController();
    const closed = Promise.withResolvers<void>();
    const server = createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.on("close", closed.resolve);
      socket.once("data", () => {
        if (stage === "tunnel") return stop.abort();
        socket.once("data", () => stop.abort());
        socket.write("HTTP/1.1 200 Go on\r\n\r\n");
      });
    });
    const port = await listen(server);
    closing.push(async () => void server.close());
    const exchange = await through(`http://127.0.0.1:${port}`).send(request("GET", "https://a.example/"), stop.signal);
    assert.equal(exchange.failure?.code, "cancelled");
    await closed.promise;
  });
}
