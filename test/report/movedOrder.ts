import type { Diagnosis } from "../../src/engine/model/diagnosis.ts";
import type { Exchange } from "../../src/engine/model/exchange.ts";
import type { Match, Route } from "../../src/engine/model/route.ts";

/** An exchange of one hop that was answered with the given status. */
export function answered(url: string, status: number): Exchange {
  const response = {
    status,
    reason: "",
    headers: [],
    body: new Uint8Array(),
    text: "",
    size: 0,
    truncated: false,
  };
  const hop = { method: "GET", url, requestHeaders: [], response, failure: null, startedAt: 0, ms: 4 };
  return { hops: [hop], response, failure: null, ms: 4 };
}

const origin = "http://localhost:3000";

const requestLine = { file: "requests/orders.http", line: 4, column: 13 };

/** The worked example: a request for a version under which the orders are not served; its query holds a secret. */
export const movedOrder: Diagnosis = {
  id: "d1",
  outcome: "not-found",
  request: {
    method: "GET",
    url: `${origin}/api/v2/orders/8472?key=hunter22`,
    headers: [],
    body: null,
    urlParts: [],
    unresolved: [],
    secrets: ["hunter22"],
    problems: [],
    directives: {},
    name: "getOrder",
    file: "requests/orders.http",
    line: 4,
    environment: "dev",
  },
  exchange: answered(`${origin}/api/v2/orders/8472?key=hunter22`, 404),
  lookup: {
    path: "/api/v2/orders/8472",
    pattern: "/api/v1/orders/{id}",
    identifiers: [{ name: "id", value: "8472", from: [{ kind: "written", location: requestLine }] }],
    scope: { host: "localhost:3000", version: "v2", tenant: null, region: null },
    from: {
      path: [{ kind: "written", location: requestLine }],
      host: [{ kind: "environment", name: "base", environment: "dev", location: { ...requestLine, file: "env.json" } }],
      version: [{ kind: "written", location: requestLine }],
      tenant: [],
      region: [],
    },
    requestId: null,
    at: "2026-04-12T09:30:00Z",
  },
  responder: { layer: "router", name: "express", because: "body: Cannot GET …" },
  verdict: {
    cause: "route-drift",
    kind: "version-moved",
    confidence: 0.94,
    summary: "Orders are served under v1, not v2.",
  },
  causes: [{ cause: "route-drift", kind: "version-moved", confidence: 0.94, evidence: ["e1", "e2"] }],
  steps: [
    { id: "capture", status: "done", findings: ["GET /api/v2/orders/8472?key=hunter22 was sent."] },
    { id: "existence", status: "done", findings: [] },
    { id: "identifier", status: "skipped", findings: ["The router missed before an identifier was looked up."] },
    { id: "routing", status: "finding", findings: ["The same path is routed under v1."] },
    { id: "masking", status: "inconclusive", findings: [] },
    { id: "comparison", status: "finding", findings: [] },
  ],
  evidence: [
    {
      id: "e1",
      step: "routing",
      statement: "The same path is routed under v1.",
      weighs: [],
      probe: null,
      location: { file: "service/routes/orders.js", line: 11, column: 1 },
    },
    {
      id: "e2",
      step: "comparison",
      statement: "Under v1 the server answers 200.",
      weighs: [],
      probe: "p1",
      location: null,
    },
  ],
  probes: [
    {
      id: "p1",
      method: "GET",
      url: `${origin}/api/v1/orders/8472?key=hunter22`,
      varies: "version",
      why: "Does v1 answer?",
      exchange: answered(`${origin}/api/v1/orders/8472?key=hunter22`, 200),
    },
  ],
  links: [
    {
      role: "candidate-route",
      label: "GET /api/v1/orders/{id}",
      file: "service/routes/orders.js",
      line: 11,
      column: 1,
    },
    { role: "mount", label: "mounted under /api/v1", file: "service/app.js", line: 12, column: 3 },
  ],
  fixes: [
    {
      kind: "edit-request",
      title: "Ask for /api/v1/orders/8472",
      confidence: 0.94,
      verified: true,
      request: { method: "GET", url: `${origin}/api/v1/orders/8472?key=hunter22` },
      edit: {
        file: "requests/orders.http",
        line: 4,
        oldText: "GET {{baseUrl}}/api/v2/orders/8472",
        newText: "GET {{baseUrl}}/api/v1/orders/8472",
      },
    },
  ],
  avoid: ["Do not purge caches: no cache answered."],
  verify: ["Replay the request."],
};

/** The route that the worked example misses. */
export const orderRoute: Route = {
  method: "GET",
  path: "/api/v1/orders/{id}",
  framework: "express",
  file: "service/routes/orders.js",
  line: 11,
  column: 1,
  handler: null,
  mounts: [],
  problems: [],
  culprit: null,
  unresolved: null,
  test: false,
  caseSensitive: false,
  strictSlash: false,
  order: 1,
};

/** How the worked example fares against a table that holds only that route. */
export const nearOrder: Match = {
  url: "/api/v2/orders/8472",
  method: "GET",
  matched: null,
  params: [],
  near: [
    {
      route: orderRoute,
      differs: [{ what: "version", expected: "v1", actual: "v2", segment: 1 }],
      score: 0.93,
      corrected: "/api/v1/orders/8472",
    },
  ],
};
