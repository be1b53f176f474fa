import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { summarizeEarlier } from "../../../src/report/diagnosis/earlierOutcome.ts";
import { outline, outlineText } from "../../../src/report/diagnosis/outline.ts";
import type { OutlineNode } from "../../../src/report/diagnosis/outlineNode.ts";
import { movedOrder } from "../movedOrder.ts";

const mask = (text: string) => text.replaceAll("hunter22", "***");

suite("outline", () => {
  test("reads as a person reads the tree: run, verdict, six steps, evidence, links, probes", () => {
    assert.equal(
      outlineText(outline(movedOrder, mask)),
      [
        "GET /api/v2/orders/8472?key=***  404 · version moved · 94 %",
        "  Orders are served under v1, not v2.  route-drift / version-moved",
        "    Ask for /api/v1/orders/8472  verified",
        "    Mounted under /api/v1  service/app.js:12",
        "    What to avoid",
        "      Do not purge caches: no cache answered.",
        "    How to verify",
        "      Replay the request.",
        "  Capture  done",
        "    GET /api/v2/orders/8472?key=*** was sent.",
        "    Sent: GET http://localhost:3000/api/v2/orders/8472?key=***  404 · 4.0 ms",
        "  Existence  done",
        "  Identifier  skipped",
        "    The router missed before an identifier was looked up.",
        "  Routing  finding",
        "    The same path is routed under v1.",
        "      Candidate route: GET /api/v1/orders/{id}  service/routes/orders.js:11",
        "  Masking  inconclusive",
        "  Comparison  finding",
        "    Under v1 the server answers 200.",
        "      version: 200  GET /api/v1/orders/8472?key=***",
        "  Request as sent  dev",
        "    GET http://localhost:3000/api/v2/orders/8472?key=•••",
        "    Looked up",
        "      path: /api/v2/orders/8472  written at requests/orders.http:4",
        "      id: 8472  written at requests/orders.http:4",
        "      host: localhost:3000  {{base}} of environment dev at env.json:4",
        "      version: v2  written at requests/orders.http:4",
        "  Probes  1 sent",
        "    version: 200  GET /api/v1/orders/8472?key=***",
      ].join("\n"),
    );
  });

  test("gives every node its own id, an icon, and no secret anywhere", () => {
    const nodes = flatten(outline(movedOrder, mask));
    assert.equal(new Set(nodes.map((node) => node.id)).size, nodes.length);
    assert.deepEqual(
      nodes.filter((node) => node.icon === ""),
      [],
    );
    assert.ok(!JSON.stringify(nodes).includes("hunter22"));
  });

  test("links open the exact place and an applicable fix knows its position", () => {
    const nodes = flatten(outline(movedOrder, mask));
    const link = nodes.find((node) => node.label.startsWith("Candidate route"));
    assert.deepEqual(
      { file: link?.location?.file, line: link?.location?.line, column: link?.location?.column },
      { file: "service/routes/orders.js", line: 11, column: 1 },
    );
    assert.equal(nodes.find((node) => node.kind === "fix")?.fix, 0);
  });

  test("an answered request shows its status", () => {
    const run = outline({ ...movedOrder, outcome: "answered", exchange: movedOrder.probes[0]?.exchange ?? null }, mask);
    assert.equal(run.description, "200");
    assert.deepEqual(
      run.children.find(({ id }) => id === "identifier")?.children,
      [],
      "the verdict says why it was left out",
    );
    assert.equal(run.icon, "pass");
  });

  test("shows how it ended before beside how it ends now, masked", () => {
    const verify = [...movedOrder.verify, "Watch the access log."];
    const before = summarizeEarlier({ ...movedOrder, verify }, mask);
    const answered = { ...movedOrder, outcome: "answered" as const, exchange: movedOrder.probes[0]?.exchange ?? null };
    const run = outline(answered, mask, before);
    assert.equal(run.description, "200 · before: 404 · version moved");
    const node = run.children.find(({ kind }) => kind === "before");
    assert.deepEqual(node && outlineText(node).split("\n"), [
      "Before: GET /api/v2/orders/8472?key=***  404 · version moved · dev",
      "  Watch the access log.",
    ]);
    assert.match(node?.tooltip ?? "", /Orders are served under v1, not v2\./);
  });

  test("an environment to select can be applied like an edit", () => {
    const [fix] = movedOrder.fixes;
    assert.ok(fix);
    const choice = { ...fix, title: "Select environment eu", environment: "eu", edit: null };
    const nodes = flatten(outline({ ...movedOrder, fixes: [{ ...choice }, { ...fix, edit: null }] }, mask));
    assert.deepEqual(
      nodes.filter(({ kind }) => kind === "fix").map((node) => [node.fix, node.icon]),
      [
        [0, "lightbulb"],
        [null, "info"],
      ],
    );
  });

  test("a URL that is no URL is shown as written", () => {
    const request = { ...movedOrder.request, url: "{{baseUrl}}/orders" };
    assert.equal(outline({ ...movedOrder, request }, mask).label, "GET {{baseUrl}}/orders");
  });
});

function flatten(node: OutlineNode): OutlineNode[] {
  return [node, ...node.children.flatMap(flatten)];
}
