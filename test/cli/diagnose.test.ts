import assert from "node:assert/strict";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { after, before, beforeEach, suite, test } from "node:test";
import { startProxy } from "../hostile/proxyServer.ts";
import { assertDiagnosis, fieldsOf } from "./contract.ts";
import { runCli, startCli } from "./runCli.ts";
import { openShop, type Shop } from "./shop.ts";

let shop: Shop;
let seen = 0;

before(async () => {
  shop = await openShop();
});

after(() => shop.close());

beforeEach(() => {
  seen = shop.log.length;
});

/** Runs `diagnose … --json`, checks the document against the contract, and gives it with the exit status. */
async function diagnose(...words: readonly string[]) {
  const run = await runCli(shop.folder, "diagnose", ...words, "--json");
  assert.notEqual(run.status, 2, run.stdout);
  const document = JSON.parse(run.stdout);
  assertDiagnosis(document);
  return { status: run.status, document, text: run.stdout, sent: shop.log.slice(seen) };
}

suite("what is asked for first", () => {
  test("a GET with # @note is sent only by somebody who allows it", async () => {
    await shop.write("noted.http", "# @note\nGET {{baseUrl}}/api/v1/orders/8472\n");
    const refused = await diagnose("noted.http");
    assert.deepEqual([refused.status, refused.document.outcome, refused.sent], [3, "refused-by-policy", []]);
    assert.match(refused.document.verdict.summary, /# @note asks first/);
    const allowed = await diagnose("noted.http", "--allow-unsafe");
    assert.deepEqual([allowed.status, allowed.sent], [0, ["GET /api/v1/orders/8472"]]);
  });

  test("an environment that looks like production is compared with only when --allow-host names it", async () => {
    const server = createServer((_asked, answer) => answer.writeHead(404).end("no")).listen(0, "127.0.0.1");
    await once(server, "listening");
    const proxy = await startProxy();
    const { port } = server.address() as AddressInfo;
    const environments = {
      dev: { base: `http://shop.example:${port}` },
      prod: { base: `http://shop-eu.example:${port}` },
      staging: { base: `http://shop-staging.example:${port}` },
    };
    await shop.write("far/http-client.env.json", JSON.stringify(environments));
    await shop.write("far/a.http", "GET {{base}}/orders/8472\n");
    const words = ["diagnose", "far/a.http", "--env", "dev", "--json", "--max-probes", "24"];
    const hosts = async (...more: readonly string[]) => {
      const before = proxy.lines.length;
      await startCli(shop.folder, [...words, ...more], { HTTP_PROXY: `http://${proxy.authority}` }).ended;
      return new Set(proxy.lines.slice(before).map((line) => new URL(line.split(" ")[1] ?? "").hostname));
    };
    const guarded = await hosts();
    const named = await hosts("--allow-host", "shop-eu.example");
    await proxy.close();
    server.close();
    assert.deepEqual([...guarded].toSorted(), ["shop-staging.example", "shop.example"]);
    assert.deepEqual([...named].toSorted(), ["shop-eu.example", "shop-staging.example", "shop.example"]);
  });
});

test("--max-body says how much of a response is kept", async () => {
  const server = createServer((_asked, answer) => answer.writeHead(404).end("x".repeat(50_000))).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  await runCli(shop.folder, "diagnose", "--url", url, "--no-probes", "--max-body", "1000", "--export", "kept.har");
  server.close();
  const [entry] = JSON.parse(await readFile(join(shop.folder, "kept.har"), "utf8")).log.entries;
  assert.deepEqual([entry.response.content.size, entry.response.bodySize], [1000, 50_000]);
});

suite("redirects on the way", () => {
  test("are told with what they dropped and how long each part took, in JSON and in text", async () => {
    const server = createServer((asked, answer) => {
      const isOld = asked.url?.startsWith("/api/");
      answer.writeHead(isOld ? 308 : 404, isOld ? { location: "/orders/7" } : { "content-type": "text/html" });
      answer.end(isOld ? "" : '<script>window.location.href = "/login"</script>');
    });
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const words = ["--url", `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/orders/7`, "--no-probes"];
    const { document } = await diagnose(...words);
    const text = (await runCli(shop.folder, "diagnose", ...words)).stdout;
    server.close();
    const [hop] = document.response.hops;
    assert.deepEqual(hop.changes, [{ kind: "prefix-dropped", prefix: "/api" }]);
    for (const { timings } of [hop, document.response]) {
      assert.ok(timings.firstByte > 0 && timings.content >= 0, JSON.stringify(timings));
      assert.equal(timings.tls, null);
    }
    assert.ok(hop.timings.connect > 0, "the first hop made the connection");
    assert.match(text, /Redirect +308 from [^R]*\n +drops the prefix \/api\n +.*connect .* ms, .*first byte .* ms/);
    assert.match(text, /\n +A script of the page leads to \/login; it was not followed\./);
  });
});

suite("a request that answers", () => {
  test("ends with status 0 and one request", async () => {
    const { status, document, sent } = await diagnose("api.http#getOrder");
    assert.equal(status, 0);
    assert.equal(document.outcome, "answered");
    assert.equal(document.response.status, 200);
    assert.deepEqual(document.request, {
      method: "GET",
      url: `${shop.origin}/api/v1/orders/8472`,
      name: "getOrder",
      file: "api.http",
      line: 3,
      environment: "dev",
    });
    assert.deepEqual(sent, ["GET /api/v1/orders/8472"]);
  });

  test("the same by any of its lines, by URL, by curl and with a given variable", async () => {
    for (const words of [
      ["api.http:4"],
      ["--url", `${shop.origin}/api/v1/orders/8473`],
      ["--curl", `curl -H 'Accept: application/json' '${shop.origin}/api/v1/orders/8473'`],
      ["api.http#tenantOrder", "--var", "tenant=orders", "--no-probes"],
    ]) {
      const { document } = await diagnose(...words);
      assert.equal(document.outcome, words[0] === "api.http#tenantOrder" ? "not-found" : "answered", words.join(" "));
    }
  });
});

suite("requests in other files", () => {
  const entry = (url: string, status: number) => ({
    startedDateTime: "2026-04-12T09:30:00Z",
    time: 4,
    request: { method: "GET", url, headers: [{ name: "Accept", value: "application/json" }] },
    response: { status, headers: [], content: { text: "" } },
  });

  test("the one miss of a HAR file, and an entry by its number", async () => {
    const entries = [entry(`${shop.origin}/api/v1/orders/8472`, 200), entry(`${shop.origin}/api/v2/orders/8472`, 404)];
    await shop.write("site.har", JSON.stringify({ log: { entries } }));
    const missed = await diagnose("site.har", "--no-probes");
    assert.equal(missed.status, 1);
    assert.equal(missed.document.request.name, "site.har:2");
    assert.equal(missed.document.request.file, null);
    assert.deepEqual(missed.sent, ["GET /api/v2/orders/8472"]);
    assert.equal((await diagnose("site.har:1")).status, 0);
    const unknown = await runCli(shop.folder, "diagnose", "site.har:7");
    assert.equal(unknown.status, 2);
    assert.match(unknown.stderr, /no entry 7; it has:\n {2}site\.har:2 {2}GET .* 404/);
  });

  test("a block of Markdown, by a line of it", async () => {
    await shop.write("notes.md", "# Notes\n\n```http\nGET {{baseUrl}}/api/v1/orders/8473\n```\n");
    const { status, document } = await diagnose("notes.md:4");
    assert.equal(status, 0);
    assert.deepEqual([document.request.file, document.request.line], ["notes.md", 4]);
  });

  test("a body that stands in a file is sent", async () => {
    await shop.write("order.json", '{ "total": 5 }');
    await shop.write("body.http", "POST {{baseUrl}}/api/v1/orders\nContent-Type: application/json\n\n< ./order.json\n");
    const { status, document } = await diagnose("body.http", "--allow-unsafe");
    assert.equal(status, 0);
    assert.equal(document.response.status, 201);
    assert.deepEqual(shop.bodies.at(-1), { total: 5 });
  });
});

suite("a request that misses", () => {
  test("ends with status 1, a cause with its evidence, and a verified fix", async () => {
    const { status, document } = await diagnose("api.http#oldOrder", "--env", "dev");
    assert.equal(status, 1);
    assert.equal(document.outcome, "not-found");
    assert.equal(document.response.status, 404);
    assert.deepEqual([document.verdict.cause, document.verdict.kind], ["route-drift", "version-moved"]);
    assert.ok(document.causes[0].evidence.length > 0);
    const links: { role: string; file: string; line: number }[] = document.links;
    assert.ok(
      links.some((link) => link.role === "candidate-route" && link.file === "src/orders.js" && link.line === 9),
    );
    const fix = document.fixes.find((found: { kind: string }) => found.kind === "edit-request");
    assert.equal(fix.verified, true);
    assert.equal(fix.request.url, `${shop.origin}/api/v1/orders/8472`);
    assert.deepEqual(fix.edit, {
      file: "api.http",
      line: 8,
      oldText: "GET {{baseUrl}}/api/v2/orders/8472",
      newText: "GET {{baseUrl}}/api/v1/orders/8472",
    });
  });

  test("sends only the replay with --no-probes, and no more probes than allowed", async () => {
    const replayed = await diagnose("api.http#oldOrder", "--no-probes");
    assert.equal(replayed.status, 1);
    assert.deepEqual(replayed.sent, ["GET /api/v2/orders/8472"]);
    seen = shop.log.length;
    const limited = await diagnose("api.http#oldOrder", "--max-probes", "2");
    assert.ok(limited.sent.length <= 3, limited.sent.join());
  });

  test("the text says the verdict first", async () => {
    const run = await runCli(shop.folder, "diagnose", "api.http#oldOrder");
    assert.equal(run.status, 1);
    assert.match(
      run.stdout,
      /^This path is served under v1, not v2[\s\S]{0,160}\.\nroute-drift \/ version-moved, confidence \d+ %\n/,
    );
    assert.match(run.stdout, /^Steps$/m);
    assert.match(run.stdout, /src\/orders\.js:9:\d+/);
    assert.ok(!run.stdout.includes("\u001b"));
    assert.match(run.stderr, /^capture: /);
  });
});

suite("a request that is not completed", () => {
  test("nothing listens: status 3 and a sentence", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    const { status, document } = await diagnose("--url", `http://127.0.0.1:${port}/a`);
    assert.equal(status, 3);
    assert.equal(document.outcome, "unreachable");
    assert.equal(document.response, null);
    assert.equal(document.failure.code, "refused");
  });

  test("the variable that named the host which cannot be reached is told and linked", async () => {
    await shop.write("down/api.http", "GET {{down}}/orders/8472\n");
    await shop.write("down/http-client.env.json", JSON.stringify({ dev: { down: "http://127.0.0.1:1" } }));
    const { status, document } = await diagnose("down/api.http", "--env", "dev");
    const { verdict, links } = document;
    assert.equal(status, 3);
    assert.match(
      verdict.summary,
      /^Nothing listens on 127\.0\.0\.1 port 1; .* The host comes from \{\{down\}\} of environment dev, down\/http-client\.env\.json:1\.$/,
    );
    assert.deepEqual(
      [links[0].role, links[0].file, links[0].label],
      ["variable", "down/http-client.env.json", "{{down}}"],
    );
  });

  test("no answer in time: status 3", async () => {
    const server = createServer(() => {}).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const { port } = server.address() as AddressInfo;
      const { status, document } = await diagnose("--url", `http://127.0.0.1:${port}/a`, "--timeout", "150");
      assert.equal(status, 3);
      assert.equal(document.failure.code, "timed-out");
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });

  test("a variable that nothing defines: status 3, and nothing is sent", async () => {
    const { status, document, sent } = await diagnose("api.http#tenantOrder");
    assert.equal(status, 3);
    assert.equal(document.outcome, "not-sent");
    assert.equal(document.verdict.kind, "unresolved-variable");
    assert.match(document.verdict.summary, /tenant/);
    assert.deepEqual(sent, []);
  });

  test("a method that may change state, without consent: status 3, and nothing is sent", async () => {
    const { status, document, text, sent } = await diagnose("api.http#addOrder");
    assert.equal(status, 3);
    assert.equal(document.outcome, "refused-by-policy");
    assert.deepEqual(sent, []);
    assert.doesNotMatch(text, /CANARY/);
  });

  test("with --allow-unsafe it is sent once", async () => {
    const { status, document, sent } = await diagnose("api.http#addOrder", "--allow-unsafe");
    assert.equal(status, 0);
    assert.equal(document.outcome, "answered");
    assert.deepEqual(sent, ["POST /api/v1/orders"]);
  });
});

suite("what is shown", () => {
  test("a secret that the server echoes is masked in JSON, text and progress", async () => {
    const server = createServer((request, response) => {
      response.writeHead(404, { "content-type": "text/html", "x-echo": String(request.headers.authorization) });
      response.end(`<h1>no ${request.url} for ${request.headers.authorization}</h1>`);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const { port } = server.address() as AddressInfo;
      const url = `http://127.0.0.1:${port}/orders/CANARY-path-1?api_key=CANARY-query-2`;
      await shop.write("secret.http", `GET {{url}}\nAuthorization: Bearer CANARY-header-3\n`);
      await shop.write("http-client.private.env.json", JSON.stringify({ dev: { url } }));
      for (const words of [["--json"], []]) {
        const run = await runCli(shop.folder, "diagnose", "secret.http", ...words);
        assert.equal(run.status, 1, run.stderr);
        assert.doesNotMatch(run.stdout + run.stderr, /CANARY-(query|header)/);
      }
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});

suite("an interrupted run", {
  skip: process.platform === "win32" && "Windows has no SIGINT for child processes",
}, () => {
  test("ends with status 130, and the server hears nothing more", async () => {
    const heard: IncomingMessage[] = [];
    const server = createServer((request) => heard.push(request)).listen(0, "127.0.0.1");
    await once(server, "listening");
    try {
      const { port } = server.address() as AddressInfo;
      const { child, ended } = startCli(shop.folder, ["diagnose", "--url", `http://127.0.0.1:${port}/a`, "--json"]);
      const [request] = (await once(server, "request")) as [IncomingMessage];
      const closed = once(request.socket, "close");
      child.kill("SIGINT");
      const run = await ended;
      assert.equal(run.status, 130);
      const error = fieldsOf(fieldsOf(JSON.parse(run.stdout), "error")["error"], "code message");
      assert.equal(error["code"], "interrupted");
      await closed;
      assert.equal(heard.length, 1);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
