import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { noEnvironments } from "../../../src/engine/requests/environments/environmentSet.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import type { ResolveContext } from "../../../src/engine/requests/resolve/resolveContext.ts";
import { resolveRequest } from "../../../src/engine/requests/resolve/resolveRequest.ts";
import { outlineText } from "../../../src/report/diagnosis/outline.ts";
import type { OutlineNode } from "../../../src/report/diagnosis/outlineNode.ts";
import { requestNode } from "../../../src/report/requests/requestOutline.ts";
import { answered, movedOrder } from "../movedOrder.ts";

const text = `@base = http://localhost:3000/api
@tenant = acme
# @name getOrder
PUT {{base}}/v2/orders/{{start.response.body.$.id}}
X-Tenant: {{tenant}}
Authorization: Bearer {{start.response.body.$.token}}
Content-Type: application/json

{"tenant": "{{tenant}}"}

###
# @name start
GET {{base}}/start
`;

/** The node of the first request of the text above, after a response to `start`. */
function nodeOf(
  given: Partial<ResolveContext>,
  sent: "sent" | "not-sent",
): { node: OutlineNode; all: readonly OutlineNode[] } {
  const parsed = parseHttpFile(text);
  const body = '{"id": "8472", "token": "CANARY-5120"}';
  const responses = new Map([["start", { status: 200, headers: [], body }]]);
  const clock = { now: () => 0, elapsed: () => 0 };
  const base = { file: "api.http", text, parsed, environments: noEnvironments, environment: null, given: {}, clock };
  const [written] = parsed.requests;
  assert.ok(written);
  const request = resolveRequest(written, { ...base, responses, ...given });
  const exchange = sent === "sent" ? answered(request.url, 404) : null;
  const [hop] = exchange?.hops ?? [];
  const requestHeaders = [...request.headers, ["Host", "localhost:3000"] as const];
  const real = exchange && hop && { ...exchange, hops: [{ ...hop, requestHeaders }] };
  const node = requestNode({ ...movedOrder, request, exchange: real ?? null });
  return { node, all: flatten(node) };
}

suite("the request in the outline", () => {
  test("shows what was sent and where each part came from, secrets masked", () => {
    const { node } = nodeOf({}, "sent");
    const shown = outlineText(node).split("\n");
    assert.deepEqual(shown.slice(0, shown.indexOf("  Looked up")), [
      "Request as sent",
      "  PUT http://localhost:3000/api/v2/orders/8472",
      "    http://localhost:3000/api  {{base}} at api.http:1",
      "    /v2/orders/  written at api.http:4",
      "    8472  {{start.response.body.$.id}} from the response to start",
      "  X-Tenant: acme  {{tenant}} at api.http:2",
      "  Authorization: Bearer •••",
      "    •••  written at api.http:6",
      "    •••  {{start.response.body.$.token}} from the response to start",
      "  Content-Type: application/json  written at api.http:7",
      "  Host: localhost:3000  added in sending",
      "  Content  18 bytes",
      "    acme  {{tenant}} at api.http:2",
    ]);
  });

  test("opens the place that each part came from", () => {
    const { all } = nodeOf({}, "sent");
    const placeOf = (label: string) => {
      const place = all.find((node) => node.label.startsWith(label))?.location;
      return place && `${place.file}:${place.line}`;
    };
    assert.equal(placeOf("PUT "), "api.http:4");
    assert.equal(placeOf("http://localhost:3000/api"), "api.http:1");
    assert.equal(placeOf("/v2/orders/"), "api.http:4");
    assert.equal(placeOf("8472"), "api.http:13", "the earlier request");
    assert.equal(placeOf("X-Tenant"), "api.http:2");
    assert.equal(placeOf("Host"), null);
  });

  test("says what a request that was not sent lacks, and that it was not sent", () => {
    const { node } = nodeOf({ responses: new Map() }, "not-sent");
    const shown = outlineText(node);
    assert.match(shown, /^Request, not sent\n/);
    assert.match(shown, /\{\{start\.response\.body\.\$\.id\}\} {2}no value yet, used at api\.http:4/);
    assert.doesNotMatch(shown, /added in sending/);
  });

  test("holds no secret, and gives every node an id of its own and an icon", () => {
    const { all } = nodeOf({}, "sent");
    assert.ok(!JSON.stringify(all).includes("CANARY"));
    assert.equal(new Set(all.map(({ id }) => id)).size, all.length);
    assert.ok(all.every(({ icon }) => icon !== ""));
  });
});

function flatten(node: OutlineNode): readonly OutlineNode[] {
  return [node, ...node.children.flatMap(flatten)];
}
