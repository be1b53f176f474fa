import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { findHolders } from "../../../src/engine/diagnosis/workspace/records/holders.ts";
import type { Diagnosis } from "../../../src/engine/model/diagnosis.ts";
import { type Recorder, startRecorder } from "./recorder.ts";
import { diagnoseWorkspace, filesOf, kindOf } from "./workspaceDiagnosis.ts";

/** The evidence of step identifier as `statement @ file:line`. */
function traced({ evidence }: Diagnosis): readonly string[] {
  return evidence
    .filter(({ step }) => step === "identifier")
    .map(({ statement, location }) => `${statement} @ ${location?.file}:${location?.line}`);
}

describe("the trace of an identifier", () => {
  let server: Recorder;

  before(async () => {
    server = await startRecorder(({ url }, response) => {
      const isListed = /^\/orders\/(1001|1002)$/.test(url ?? "");
      response.writeHead(isListed ? 200 : 404, { "content-type": "application/json" });
      response.end(isListed ? '{"id":1001}' : '{"error":"order not found"}');
    });
  });
  after(() => server.close());

  it("leads to the variable of the environment that gave it", async () => {
    const environments = `{\n  "dev": {\n    "base": "${server.origin}",\n    "order": "8472"\n  }\n}`;
    const texts = { "api.http": "GET {{base}}/orders/{{order}}\n", "http-client.env.json": environments };
    const [source] = traced(await diagnoseWorkspace(texts, "dev"));
    const says = 'The orderId "8472" comes from {{order}} of environment dev, http-client.env.json:4.';
    assert.equal(source, `${says} @ http-client.env.json:4`);
  });

  it("leads to the variable of the file, to the earlier response, and to the line itself", async () => {
    const ofFile = `@order = 8472\n\nGET ${server.origin}/orders/{{order}}\n`;
    const [variable] = traced(await diagnoseWorkspace({ "api.http": ofFile }, null));
    assert.match(variable ?? "", /comes from \{\{order\}\}, api\.http:1\. @ api\.http:1$/);

    const chained = `GET ${server.origin}/orders/{{create.response.body.$.id}}\n\n###\n# @name create\nPOST ${server.origin}/orders\n`;
    const response = { status: 201, headers: [], body: '{"id":8472}' };
    const taken = await diagnoseWorkspace({ "api.http": chained }, null);
    assert.equal(taken.outcome, "not-sent");
    const given = await diagnoseWorkspace({ "api.http": chained }, null, undefined, new Map([["create", response]]));
    assert.match(traced(given)[0] ?? "", /orderId "8472" comes from the response to create/);

    const [written] = traced(await diagnoseWorkspace({ "api.http": `GET ${server.origin}/orders/8472\n` }, null));
    assert.match(written ?? "", /The orderId "8472" is written in api\.http:1\. @ api\.http:1$/);
  });

  it("names what else holds it, each with its line: a recorded response, data, a document, code", async () => {
    const text = `GET ${server.origin}/orders/8472

###
GET ${server.origin}/orders

HTTP/1.1 200 OK
Content-Type: application/json

[{ "id": 8472 }]
`;
    const diagnosis = await diagnoseWorkspace(
      {
        "api.http": text,
        "fixtures/orders.json": '[\n  { "id": 8471 },\n  { "id": 8472 }\n]\n',
        "http-client.env.json": '{ "prod": { "order": "8472" } }\n',
        "mail/receipt.html": '<a href="https://shop.test/orders/8472">Your order</a>\n',
        "src/links.js": 'export const sample = "/orders/8472";\n',
        "dist/links.js": 'const sample = "/orders/8472";\n',
        "numbers.csv": "18472\n84720\n8472.5\n",
      },
      null,
    );
    assert.deepEqual(
      diagnosis.evidence
        .filter(({ statement }) => / holds 8472 as well/.test(statement))
        .map(({ statement }) => statement),
      [
        "A data file holds 8472 as well: fixtures/orders.json:3.",
        "A variable of an environment holds 8472 as well: http-client.env.json:1.",
        "A document holds 8472 as well: mail/receipt.html:1.",
        "Code holds 8472 as well: src/links.js:1.",
      ],
    );
    const recorded = diagnosis.evidence.find(({ statement }) => statement.startsWith("A recorded response holds 8472"));
    assert.deepEqual([recorded?.step, recorded?.location], ["existence", { file: "api.http", line: 9, column: 10 }]);
  });

  it("names the earlier responses of this session that speak of it, those of the same host only", async () => {
    const at = Date.UTC(2026, 3, 12, 9, 30, 0);
    const response = (url: string, text: string) => ({ method: "GET", url, at, text });
    const diagnosis = await diagnoseWorkspace({ "api.http": `GET ${server.origin}/orders/8472\n` }, null, () => ({
      earlier: [
        response(`${server.origin}/customers/7`, '{"last":"/orders/8472"}'),
        response(`${server.origin}/totals`, '{"ids":[8472]}'),
        response(`${server.origin}/others`, '{"ids":[84720, "x8472"],"link":"/orders/8472-1"}'),
        response("http://elsewhere.test/customers/7", '{"last":"/orders/8472"}'),
      ],
    }));
    const said = diagnosis.evidence.filter(({ step }) => step === "existence").map(({ statement }) => statement);
    assert.deepEqual(
      said.filter((statement) => statement.startsWith("The response to")),
      [
        "The response to GET /customers/7 at 09:30:00 UTC linked to this very path.",
        "The response to GET /totals at 09:30:00 UTC held 8472.",
      ],
    );
  });

  it("compares its shape with what the other requests of the route ask for", async () => {
    const text = ["order-x7", "1001", "1002"].map((id) => `GET ${server.origin}/orders/${id}\n`).join("\n###\n");
    const said = traced(await diagnoseWorkspace({ "api.http": text }, null)).join("\n");
    assert.match(said, /ask for identifiers like 1001; "order-x7" does not look like one\. @ api\.http:4/);
  });

  it("links the digits that a double rounded, the one that the collection lists instead, and the constraint that it breaks", async () => {
    const listing = await startRecorder(({ url }, response) => {
      const isFound = url === "/posts" || url === "/posts/1234567890123456789";
      response.writeHead(isFound ? 200 : 404, { "content-type": "application/json" });
      const post = '{"id":1234567890123456789}';
      response.end(url === "/posts" ? `[${post},{"id":1234567890123456001}]` : isFound ? post : '{"error":"no post"}');
    });
    const text = `@post = 1234567890123456800\n\nGET ${listing.origin}/posts/{{post}}\n`;
    const rounded = await diagnoseWorkspace({ "api.http": text }, null);
    await listing.close();
    assert.equal(kindOf(rounded), "stale-identifier/precision-loss");
    const lost = rounded.evidence.find(({ statement }) => /looks rounded/.test(statement));
    assert.deepEqual([lost?.location?.file, lost?.location?.line], ["api.http", 1]);
    const answering = rounded.evidence.find(({ statement }) =>
      /The postId "1234567890123456789", .* answers 200/.test(statement),
    );
    assert.ok(rounded.probes.some(({ id }) => id === answering?.probe));

    const typed =
      'from flask import Flask\napp = Flask(__name__)\n\n@app.route("/invoices/<int:number>")\ndef show(number): ...\n';
    const asked = { "api.http": `GET ${server.origin}/invoices/2026-A\n`, "app.py": typed };
    const said = traced(await diagnoseWorkspace(asked, null, () => ({ sending: "nothing" }))).join("\n");
    assert.match(said, /takes only .* not "2026-A"\. @ app\.py:4/);
  });

  it("is the same whether or not anything may be sent", async () => {
    const texts = {
      "api.http": `GET ${server.origin}/orders/8472\n`,
      "seed.sql": "insert into orders values (8472);\n",
    };
    const seen = server.log.length;
    const said = traced(await diagnoseWorkspace(texts, null, () => ({ sending: "nothing" }))).join("\n");
    assert.match(said, /A data file holds 8472 as well: seed\.sql:1/);
    assert.equal(server.log.length, seen);
  });
});

describe("looking for what holds an identifier", () => {
  const names = (texts: Readonly<Record<string, string>>, value: string) =>
    findHolders(value, filesOf(texts), []).then((found) =>
      found.map(({ location: { file, line } }) => `${file}:${line}`),
    );

  it("takes whole identifiers only, decoded", async () => {
    const texts = {
      "a.md": "blue-chair\nblue-chair-2024\nold-blue-chair\n/c/blue-chair?x=1\n",
      "b.md": "group/name\n",
    };
    assert.deepEqual(await names(texts, "blue-chair"), ["a.md:1", "a.md:4"]);
    assert.deepEqual(await names(texts, "group%2Fname"), ["b.md:1"]);
  });

  it("does not look for what stands for much else", async () => {
    const texts = { "a.md": "41\nuser\n404\n" };
    for (const value of ["41", "user", "404"]) {
      assert.deepEqual(await names(texts, value), []);
    }
  });

  it("says little of a file that repeats itself, and ends", async () => {
    const texts = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`f${at}.md`, "8472\n".repeat(9)]));
    const found = await names(texts, "8472");
    assert.equal(found.filter((place) => place.startsWith("f0.md")).length, 3);
    assert.equal(found.length, 24);
  });

  it("lets others have their turn in a workspace of many files", async () => {
    const texts = Object.fromEntries(
      Array.from({ length: 3000 }, (_, at) => [`f${at}.txt`, `${"lorem ipsum ".repeat(800)}`]),
    );
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    const before = process.cpuUsage();
    await names(texts, "8472");
    clearInterval(timer);
    const { user, system } = process.cpuUsage(before);
    assert.ok(
      turns >= Math.floor((user + system) / 1000 / 50),
      `${turns} turns in ${(user + system) / 1000} ms of work`,
    );
  });
});
