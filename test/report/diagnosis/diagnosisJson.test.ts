import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Exchange } from "../../../src/engine/model/exchange.ts";
import { diagnosisJson } from "../../../src/report/diagnosis/diagnosisJson.ts";
import { answered, movedOrder } from "../movedOrder.ts";

const plain = (text: string) => text;
const mask = (text: string) => text.replaceAll("hunter22", "•••");

suite("diagnosis as JSON", () => {
  test("holds what was found, without headers, bodies and weights", () => {
    const document = diagnosisJson(movedOrder, mask);
    assert.equal(document.schema, "diagnose-404/diagnosis@1");
    assert.deepEqual(document.request, {
      method: "GET",
      url: "http://localhost:3000/api/v2/orders/8472?key=•••",
      name: "getOrder",
      file: "requests/orders.http",
      line: 4,
      environment: "dev",
    });
    assert.deepEqual(document.response, { status: 404, reason: "", hops: [], ms: 4, timings: null, notes: [] });
    assert.deepEqual(document.evidence[0], {
      id: "e1",
      step: "routing",
      statement: "The same path is routed under v1.",
      probe: null,
      location: { file: "service/routes/orders.js", line: 11, column: 1 },
    });
    const { url, varies, status } = document.probes[0] ?? {};
    assert.deepEqual([url, varies, status], ["http://localhost:3000/api/v1/orders/8472?key=•••", "version", 200]);
    assert.doesNotMatch(JSON.stringify(document), /hunter22|weighs|headers|"body"/);
  });

  test("shows each redirect with both of its ends, what it changed and its times, and the times of the answer", () => {
    const timings = { dns: null, connect: 0.123, tls: null, sent: 0.26, firstByte: 1.04, content: 2 };
    const first = answered("http://a/old", 301).hops.map((hop) => ({ ...hop, timings }));
    const last = answered("http://a/new?x=1", 404);
    const notes = [{ kind: "soft-redirect" as const, to: "/login", by: "script" as const }];
    const hops = [...first, ...last.hops.map((hop) => ({ ...hop, timings, notes }))];
    const { response } = diagnosisJson({ ...movedOrder, exchange: { ...last, hops } }, plain);
    const rounded = { ...timings, connect: 0.1, sent: 0.3, firstByte: 1 };
    assert.deepEqual(response?.hops, [
      {
        status: 301,
        from: "http://a/old",
        to: "http://a/new?x=1",
        method: "GET",
        changes: [
          { kind: "segment-changed", from: "old", to: "new", index: 0 },
          { kind: "query-added", names: ["x"] },
        ],
        ms: 4,
        timings: rounded,
        notes: [],
      },
    ]);
    assert.deepEqual(response?.timings, rounded);
    assert.deepEqual(response?.notes, ["A script of the page leads to /login; it was not followed."]);
  });

  test("has no response where none came, and says why", () => {
    const failure = { code: "refused" as const, message: "Nothing listens there." };
    const sent = answered("http://a/", 200);
    const exchange: Exchange = {
      hops: sent.hops.map((hop) => ({ ...hop, response: null, failure })),
      response: null,
      failure,
      ms: 1,
    };
    const document = diagnosisJson({ ...movedOrder, outcome: "unreachable", exchange }, plain);
    assert.equal(document.response, null);
    assert.deepEqual(document.failure, failure);
    assert.equal(diagnosisJson({ ...movedOrder, outcome: "not-sent", exchange: null }, plain).response, null);
  });

  test("a circle of redirects shows the status it was seen with", () => {
    const failure = { code: "too-many-redirects" as const, message: "They turn in a circle." };
    const exchange: Exchange = { ...answered("http://a/", 302), response: null, failure };
    const document = diagnosisJson({ ...movedOrder, outcome: "soft-not-found", exchange }, plain);
    assert.equal(document.response?.status, 302);
    assert.equal(document.failure?.code, "too-many-redirects");
  });

  test("a secret that is a word of the vocabulary leaves the vocabulary alone", () => {
    const document = diagnosisJson(movedOrder, (text) =>
      text.replaceAll("version", "•••").replaceAll("routing", "•••"),
    );
    assert.equal(document.verdict.kind, "version-moved");
    assert.equal(document.probes[0]?.varies, "version");
    assert.equal(document.evidence[0]?.step, "routing");
    assert.equal(document.steps[3]?.id, "routing");
  });
});
