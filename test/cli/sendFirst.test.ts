import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, beforeEach, suite, test } from "node:test";
import { assertDiagnosis } from "./contract.ts";
import { type CliRun, runCli } from "./runCli.ts";
import { openShop, type Shop } from "./shop.ts";
import { runOnTerminal, skipTerminal } from "./terminal.ts";

let shop: Shop;
let server: Server;
const asked: string[] = [];

const token = "CANARY-token-91c2";

before(async () => {
  shop = await openShop();
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? "-"}`);
    if (request.url === "/login") {
      response.end(JSON.stringify({ token, order: "8472" }));
    } else {
      response.writeHead(request.url === "/orders/8472" ? 200 : 404).end("{}");
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  await shop.write(
    "chain.http",
    `# @name start
GET ${base}/login

###
# @name login
POST ${base}/login
Content-Type: application/json

{ "user": "{{start.response.body.$.order}}" }

### order
GET ${base}/orders/{{start.response.body.$.order}}
Authorization: Bearer {{start.response.body.$.token}}

### guarded
GET ${base}/orders/{{login.response.body.$.order}}

### wrong
GET ${base}/orders/{{start.response.body.$.nothing}}

### hopeless
GET ${base}/{{nowhere}}/{{start.response.body.$.order}}

### circle
GET ${base}/{{circle.response.body.$.id}}
`,
  );
});

after(async () => {
  server.closeAllConnections();
  server.close();
  await shop.close();
});

beforeEach(() => {
  asked.length = 0;
});

async function diagnose(name: string, ...words: readonly string[]) {
  const run = await runCli(shop.folder, "diagnose", `chain.http#${name}`, "--json", ...words);
  const document = JSON.parse(run.stdout);
  assertDiagnosis(document);
  return { ...run, document };
}

function assertNotSent({ status, document }: CliRun & { readonly document: { outcome: string } }): void {
  assert.deepEqual([status, document.outcome], [3, "not-sent"]);
}

suite("a request that takes values from an earlier response", () => {
  test("is not sent where nobody agrees, and says what to do", async () => {
    const run = await diagnose("order");
    assertNotSent(run);
    assert.match(run.document.verdict.summary, /response of start, which is not at hand\. Send start first/);
    assert.match(run.stderr, /^start was not sent first: --send-first sends it \(GET\)\.$/m);
    assert.deepEqual(asked, []);
  });

  test("with --send-first the named request goes first, and is said to; its token stays unseen", async () => {
    const run = await diagnose("order", "--send-first");
    assert.deepEqual([run.status, run.document.outcome], [0, "answered"]);
    assert.deepEqual(asked, ["GET /login -", `GET /orders/8472 Bearer ${token}`]);
    assert.match(run.stderr, /^Sending start first: GET http:\/\/127\.0\.0\.1:\d+\/login$/m);
    assert.doesNotMatch(run.stdout + run.stderr, /CANARY/);
  });

  test("an unsafe one needs --allow-unsafe besides, also where it needs another one itself", async () => {
    const refused = await diagnose("guarded", "--send-first");
    assertNotSent(refused);
    assert.match(refused.stderr, /^login was not sent first: --allow-unsafe sends it \(POST\)\.$/m);
    assert.deepEqual(asked, ["GET /login -"]);
    asked.length = 0;
    const sent = await diagnose("guarded", "--send-first", "--allow-unsafe");
    assert.equal(sent.document.outcome, "answered");
    assert.deepEqual(asked, ["GET /login -", "POST /login -", "GET /orders/8472 -"]);
  });

  test("a response that does not hold the value is named, and the request is not sent", async () => {
    const run = await diagnose("wrong", "--send-first");
    assertNotSent(run);
    assert.match(run.document.verdict.summary, /response of start \(status 200\) holds nothing/);
    assert.deepEqual(asked, ["GET /login -"]);
  });

  test("nothing is sent first for a request that lacks something else, or that waits for itself", async () => {
    assertNotSent(await diagnose("hopeless", "--send-first"));
    assertNotSent(await diagnose("circle", "--send-first"));
    assert.deepEqual(asked, []);
  });

  test("the option belongs to diagnose", async () => {
    const run = await runCli(shop.folder, "routes", "--send-first");
    assert.equal(run.status, 2);
    assert.match(run.stderr, /--send-first belongs to diagnose/);
  });
});

suite("at a terminal", { skip: skipTerminal }, () => {
  test("the request that would be sent first is shown, and a yes sends it", async () => {
    const shown = await runOnTerminal(shop.folder, ["diagnose", "chain.http#order"], "y\n");
    assert.match(
      shown,
      /takes a value from the response to start:\s+GET http:\/\/127\.0\.0\.1:\d+\/login\s+Send start first\? \[y\/N\]/,
    );
    assert.match(shown, /The request answers 200/);
    assert.deepEqual(asked, ["GET /login -", `GET /orders/8472 Bearer ${token}`]);
    assert.doesNotMatch(shown, /CANARY/);
  });

  test("a no sends nothing", async () => {
    const shown = await runOnTerminal(shop.folder, ["diagnose", "chain.http#order"], "n\n");
    assert.match(shown, /was not sent/);
    assert.deepEqual(asked, []);
  });
});
