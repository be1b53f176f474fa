import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { diagnosisJson } from "../../../src/report/diagnosis/diagnosisJson.ts";
import { diagnosisText } from "../../../src/report/diagnosis/diagnosisText.ts";
import { plainPaint } from "../../../src/report/terminalText.ts";
import { answered, movedOrder } from "../movedOrder.ts";

const view = { paint: plainPaint, width: 80 };
const mask = (text: string) => text.replaceAll("hunter22", "•••");

suite("diagnosis as text", () => {
  test("reads from the verdict to the fix", () => {
    assert.equal(
      diagnosisText(diagnosisJson(movedOrder, mask), view),
      `Orders are served under v1, not v2.
route-drift / version-moved, confidence 94 %

Request     GET http://localhost:3000/api/v2/orders/8472?key=•••
From        getOrder, requests/orders.http:4, environment dev
Answer      404 after 4.0 ms
Answered by express (router), body: Cannot GET …

Because
  - The same path is routed under v1. (service/routes/orders.js:11:1)
  - Under v1 the server answers 200. (p1)

Steps
  ✓ capture     GET /api/v2/orders/8472?key=••• was sent.
  ✓ existence   done
  - identifier  The router missed before an identifier was looked up.
  ! routing     The same path is routed under v1.
  ? masking     inconclusive
  ! comparison  finding

Probes, each with one coordinate changed
  p1  GET  version  200  4.0 ms  http://localhost:3000/api/v1/orders/8472?key=•••

Where to look
  candidate route  service/routes/orders.js:11:1  GET /api/v1/orders/{id}
  mount            service/app.js:12:3            mounted under /api/v1

Fixes
  ✓ Ask for /api/v1/orders/8472 (94 %, verified: replayed, no 404)
    requests/orders.http:4: GET {{baseUrl}}/api/v1/orders/8472

What to avoid
  - Do not purge caches: no cache answered.

How to verify
  - Replay the request.
`,
    );
  });

  test("tells what each redirect changed, how long each part took, and where a page would lead", () => {
    const timings = { dns: null, connect: 0.12, tls: null, sent: 0.3, firstByte: 12.4, content: 2 };
    const hops = ["http://a/api/old", "http://a/old/"].map((url, index) => ({
      ...answered(url, index === 0 ? 301 : 404).hops[0],
      ...{ method: "GET", url, requestHeaders: [], failure: null, startedAt: 0, ms: 15, timings },
      response: answered(url, index === 0 ? 301 : 404).response,
      notes: index === 0 ? [] : [{ kind: "soft-redirect" as const, to: "/login", by: "refresh" as const }],
    }));
    const exchange = { ...answered("http://a/old/", 404), hops };
    const text = diagnosisText(diagnosisJson({ ...movedOrder, exchange }, mask), { ...view, width: 100 });
    assert.ok(
      text.includes(`Redirect    301 from http://a/api/old to http://a/old/
            drops the prefix /api
            adds a trailing slash
            connect 0.1 ms, sent 0.3 ms, first byte 12 ms, content 2.0 ms
Answer      404 after 4.0 ms
            connect 0.1 ms, sent 0.3 ms, first byte 12 ms, content 2.0 ms
            A Refresh field leads to /login; it was not followed.
`),
      text,
    );
  });

  test("says so when the evidence decides nothing, and cites none", () => {
    const verdict = { cause: null, kind: null, confidence: 0.2, summary: "No observation tells the causes apart." };
    const text = diagnosisText(diagnosisJson({ ...movedOrder, verdict }, mask), view);
    assert.match(text, /^No observation tells the causes apart\.\ninconclusive/);
    assert.doesNotMatch(text, /Because/);
  });

  test("calls unverified what could have been verified, and not what is to be found out", () => {
    const edit = {
      ...movedOrder.fixes[0],
      kind: "edit-request" as const,
      title: "Use it",
      confidence: 0.9,
      verified: false,
    };
    const ask = { ...edit, kind: "ask" as const, title: "Find out", request: null, edit: null };
    const fixes = [{ ...edit, request: null, edit: null }, ask];
    const text = diagnosisText(diagnosisJson({ ...movedOrder, fixes }, mask), view);
    assert.match(text, /Fixes\n {2}- Use it \(90 %, not verified\)\n {2}- Find out \(90 %\)\n/);
  });

  test("is short for a request that answers", () => {
    const verdict = { cause: null, kind: null, confidence: 1, summary: "The request answers 200." };
    const empty = { causes: [], evidence: [], probes: [], links: [], fixes: [], avoid: [], verify: [] };
    const text = diagnosisText(diagnosisJson({ ...movedOrder, ...empty, verdict, outcome: "answered" }, mask), view);
    assert.match(text, /^The request answers 200\.\n\nRequest/);
    assert.doesNotMatch(text, /inconclusive|Steps/);
  });

  test("keeps within its width, but for words that are longer", () => {
    const summary = "Each of these words is short, and there are many of them. ".repeat(6);
    const text = diagnosisText(
      diagnosisJson({ ...movedOrder, verdict: { ...movedOrder.verdict, summary } }, mask),
      view,
    );
    const prose = text.split("\n\n")[0]?.split("\n") ?? [];
    assert.ok(prose.length > 4);
    assert.ok(prose.every((line) => line.length <= 80));
  });

  test("nothing that a server says reaches the terminal as a command", () => {
    const hostile = "gone\u001b]0;owned\u0007 \u009b31m \u202egnp.exe\nforged line";
    const responder = { layer: "unknown" as const, name: "x", because: hostile };
    const links = movedOrder.links.map((link) => ({ ...link, label: hostile }));
    const document = diagnosisJson({ ...movedOrder, responder, links }, mask);
    const text = diagnosisText(document, view).replaceAll("\n", "");
    assert.doesNotMatch(text, /[\p{Cc}\u202e]/u);
    assert.doesNotMatch(diagnosisText(document, view), /^forged line/m);
  });
});
