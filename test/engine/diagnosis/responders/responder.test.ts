import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { identifyResponder } from "../../../../src/engine/diagnosis/responders/responder.ts";
import { matchesRule, prepareResponse } from "../../../../src/engine/diagnosis/responders/responderMatch.ts";
import { responderRules } from "../../../../src/engine/diagnosis/responders/rules/all.ts";
import type { ResponderRule } from "../../../../src/engine/diagnosis/responders/rules/rule.ts";
import { assertLinear } from "../../../growth.ts";
import { makeExchange, makeResponse, noRecordings, readRecordings } from "../recordedResponses.ts";

function answer(status: number, fields: Readonly<Record<string, string>>, body: string, url = "http://127.0.0.1/x") {
  return identifyResponder(makeExchange(makeResponse(status, Object.entries(fields), body), "GET", url));
}

describe("the table of rules", () => {
  test("has at least eighty rules, each with an id of its own", () => {
    assert.ok(responderRules.length >= 80);
    assert.equal(new Set(responderRules.map(({ id }) => id)).size, responderRules.length);
  });

  for (const rule of responderRules) {
    test(`${rule.id} recognises its own example, and no rule before it does`, () => {
      const { status, fields, body } = rule.example;
      assert.equal(answer(status, fields, body).rule, rule.id);
      assert.ok(rule.confidence > 0 && rule.confidence < 1);
    });
  }
});

describe("the author of an answer that no rule knows", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ['{"error":"order_not_found"}', "/orders/1", "application", "handler"],
    ['{"code":"CUSTOMER_NOT_FOUND"}', "/customers/1", "application", "handler"],
    ['{"code":"OrderNotFound","message":"Nothing here"}', "/orders/1", "application", "handler"],
    ['{"message":"No such invoice: 7"}', "/invoices/7", "application", "handler"],
    ['{"message":"Invoice 7 does not exist"}', "/invoices/7", "application", "handler"],
    ['{"message":"Could not find a shipment with id 7"}', "/shipments/7", "application", "handler"],
    ['{"message":"Page 7 not found"}', "/pages/7", "application", "handler"],
    ['{"message":"Delivery route not found"}', "/routes/7", "application", "handler"],
    ['{"message":"Payment method not found"}', "/payments/7", "application", "handler"],
    ['{"message":"Endpoint not found"}', "/orders/1", "router", "router"],
    ['{"error":"route_not_found"}', "/orders/1", "router", "router"],
    ['{"error":"Unknown path"}', "/orders/1", "router", "router"],
    ['{"error":"No route for GET /routes/7"}', "/routes/7", "router", "router"],
    ['{"error":"Not Found","path":"/orders/1"}', "/orders/1", "application", "unknown"],
    ['{"error":"The requested resource was not found"}', "/orders/1", "application", "unknown"],
    ["<html><h1>Oops! Page not found</h1></html>", "/orders/1", "application", "unknown"],
    ["<html><h1>Order not found</h1></html>", "/orders/1", "application", "handler"],
    ["backend miss", "/orders/1", "unknown", "unknown"],
  ];
  for (const [body, path, layer, miss] of cases) {
    test(`${body} at ${path}`, () => {
      const finding = answer(404, {}, body, `http://api.example.com${path}`);
      assert.deepEqual([finding.rule, finding.responder.layer, finding.miss], [null, layer, miss]);
    });
  }

  test("an answer without words is known by X-Powered-By where there is one", () => {
    const named = answer(302, { "x-powered-by": "Express", location: "/x" }, "Found").responder;
    assert.deepEqual([named.name, named.because], ["the Express application", "X-Powered-By: Express"]);
    assert.equal(answer(302, { location: "/x" }, "Found").responder.because, "nothing in the answer names its author");
  });

  test("a detail with the methods of a view is Django REST framework's, whether it renders one media type or several", () => {
    const detail = '{"detail":"No such loan."}';
    for (const fields of [{}, { vary: "Accept" }]) {
      assert.equal(answer(404, { allow: "GET, HEAD, OPTIONS", ...fields }, detail).rule, "drf-detail");
    }
    assert.equal(answer(404, {}, detail).rule, "fastapi-exception");
  });

  test("a refused method speaks for a router that knows the path", () => {
    assert.equal(answer(405, { allow: "POST" }, "").responder.layer, "router");
  });

  test("without a response nobody answered", () => {
    const failure = { code: "refused", message: "Nothing listens there." } as const;
    const finding = identifyResponder({ hops: [], response: null, failure, ms: 1 });
    assert.deepEqual([finding.responder.name, finding.author, finding.miss], ["nobody", null, "unknown"]);
  });

  test("the answer to HEAD is never taken for an empty page", () => {
    const exchange = makeExchange(makeResponse(404, [["Content-Length", "153"]], "", 0), "HEAD");
    assert.equal(identifyResponder(exchange).rule, null);
  });
});

describe("the chain of servers", () => {
  const page = "<html>\n<head><title>Error</title>\n</head>\n<body>\n<pre>Cannot GET /x</pre>\n</body>\n</html>\n";
  const senders: readonly (readonly [Readonly<Record<string, string>>, string | null])[] = [
    [{}, null],
    [{ server: "nginx/1.22.1" }, "nginx"],
    [{ server: "Apache/2.4.71 (Debian)" }, "Apache"],
    [{ server: "Python/3.11 aiohttp/3.8.4" }, "aiohttp"],
    [{ server: "nginx", via: "1.1 varnish (Varnish/7.1)" }, "Varnish"],
    [{ server: "AmazonS3", via: "1.1 0123abcd.cloudfront.net (CloudFront)" }, "CloudFront"],
    [{ server: "cloudflare", via: "1.1 vegur" }, "cloudflare"],
    [{ server: "gunicorn", via: "1.1 vegur, 1.1 proxy.example.com" }, "proxy.example.com"],
  ];
  for (const [fields, sender] of senders) {
    test(`${JSON.stringify(fields)} is sent by ${sender}`, () =>
      assert.equal(answer(404, fields, page).sentBy, sender));
  }

  test("a body of one product under the name of another says that it was passed on", () => {
    const finding = answer(404, { server: "nginx", "x-powered-by": "Express" }, page);
    assert.equal(finding.responder.name, "Express");
    assert.match(finding.responder.because, /passed on by nginx/);
  });

  test("what a shared cache had stored is answered by the cache, and keeps its author", () => {
    const finding = answer(
      404,
      { "x-varnish": "32770 3", via: "1.1 varnish (Varnish/7.1)", age: "12", "x-powered-by": "Express" },
      page,
    );
    assert.deepEqual([finding.responder.layer, finding.responder.name], ["cache", "Varnish"]);
    assert.deepEqual([finding.author?.layer, finding.author?.name], ["router", "Express"]);
  });

  test("a framework's own page cache is not a cache in front of it", () => {
    const finding = answer(
      404,
      { "x-nextjs-cache": "HIT", "x-nextjs-prerender": "1", "x-powered-by": "Next.js" },
      "<html></html>",
    );
    assert.deepEqual([finding.responder.layer, finding.miss], ["router", "router"]);
  });
});

describe("hostile input", () => {
  test("identifying never throws", () => {
    const body = fc.oneof(fc.string({ unit: "binary" }), fc.json(), fc.constant("<pre>Cannot GET "));
    const field = fc.tuple(fc.constantFrom("Server", "Via", "X-Varnish", "Content-Type", "Cache-Status"), fc.string());
    fc.assert(
      fc.property(
        fc.constantFrom(200, 400, 403, 404, 405, 503),
        fc.array(field, { maxLength: 5 }),
        body,
        (status, fields, content) => {
          const finding = identifyResponder(makeExchange(makeResponse(status, fields, content)));
          assert.ok(finding.confidence >= 0 && finding.confidence <= 1);
        },
      ),
      { numRuns: 500 },
    );
  });

  const large: readonly (readonly [string, number, (count: number) => string])[] = [
    ["one letter", 150_000, (count) => "a".repeat(count)],
    ["openings of a known page", 10_000, (count) => "<pre>Cannot GET /".repeat(count)],
    [
      "openings of a debug page",
      2_500,
      (count) => "<title>Page not found at HTTP Status 404 – <title>Not Found</title>".repeat(count),
    ],
    [
      "openings of a store's error",
      2_500,
      (count) => "<Code>NoSuchKey</Code>Guru Meditation<h2>HTTP ERROR 404".repeat(count),
    ],
    ["white space", 150_000, (count) => " ".repeat(count)],
    ["brackets", 150_000, (count) => "[".repeat(count)],
    ["a message", 4_000, (count) => JSON.stringify({ message: "no page ".repeat(count) })],
  ];
  for (const [what, count, make] of large) {
    test(`twice as much of ${what} takes about twice the time`, () => {
      assertLinear(
        (size) => answer(404, { "x-amz-request-id": "1", "x-powered-by": "Express" }, make(size)),
        count,
        what,
      );
    });
  }
});

describe("recorded servers", { skip: noRecordings }, () => {
  const answers = noRecordings === false ? readRecordings() : [];

  test("no rule holds for a server that neither its product nor its alternatives name", (t) => {
    const foreign = new Set<string>();
    const used = new Set<string>();
    for (const { server, method, scenario, response } of answers) {
      const seen = prepareResponse(response, method);
      for (const rule of responderRules) {
        if (!matchesRule(seen, rule.when)) continue;
        used.add(rule.id);
        if (!namesServer(rule, server)) foreign.add(`${rule.id} holds for ${server} (${scenario})`);
      }
    }
    t.diagnostic(`${responderRules.length} rules on ${answers.length} answers; ${used.size} hold for at least one`);
    assert.deepEqual([...foreign], []);
    assert.ok(used.size >= 60);
  });

  test("the default miss of a server is named", (t) => {
    const misses = answers.filter(({ scenario, response }) => scenario === "unknown-path" && response.status >= 400);
    const first: string[] = [];
    const together: string[] = [];
    const wrong: string[] = [];
    for (const { server, path, response } of misses) {
      const finding = identifyResponder(makeExchange(response, "GET", `http://127.0.0.1${path}`));
      const names = productsOf(server);
      if (names.includes(finding.responder.name)) first.push(server);
      else if (finding.alternatives.some(({ name }) => names.some((product) => name.includes(product))))
        together.push(server);
      else wrong.push(`${server}: ${finding.responder.name}`);
    }
    t.diagnostic(
      `${first.length} of ${misses.length} named, ${together.length} named among several, ${wrong.length} not: ${wrong.join("; ")}`,
    );
    assert.ok(first.length >= 0.8 * misses.length);
    assert.ok(first.length + together.length >= 0.97 * misses.length);
  });

  test("a miss is never called the router's where a handler answered, nor the reverse", (t) => {
    const wrong: string[] = [];
    let told = 0;
    let open = 0;
    for (const { server, layer, scenario, path, response } of answers) {
      const truth = tellMiss(layer, scenario, response.text);
      if (truth === null || response.status !== 404) continue;
      const { miss } = identifyResponder(makeExchange(response, "GET", `http://127.0.0.1${path}`));
      if (miss === "unknown") open++;
      else if (miss === truth) told++;
      // Their handlers hand a missing thing on to the router, whose page is then all there is.
      else if (!/^(?:fastify-callNotFound|connect)$/.test(server)) wrong.push(`${server} ${scenario}: ${miss}`);
    }
    t.diagnostic(`${told} told, ${open} left open, ${wrong.length} wrong`);
    assert.deepEqual(wrong, []);
    assert.ok(told >= 100);
  });
});

/** What the recordings say of a miss: a handler's own text, or a path that no application route has; null when they do not say. */
function tellMiss(layer: string, scenario: string, body: string): "router" | "handler" | null {
  if (scenario === "unknown-id" && layer === "app-router") return "handler";
  if (/order_not_found/.test(body)) return "handler";
  return scenario === "unknown-path" && layer === "app-router" ? "router" : null;
}

function namesServer(rule: ResponderRule, server: string): boolean {
  const named = [rule.product, ...rule.alternatives.map(({ name }) => name)];
  return productsOf(server).some((product) =>
    named.some((name) => name === product || name.split(/, | or /).includes(product)),
  );
}

/** The products that take part in an answer of a recorded server, under the names of the table. */
function productsOf(server: string): readonly string[] {
  return products.find(([start]) => server.startsWith(start))?.[1] ?? [server];
}

const products: readonly (readonly [string, readonly string[]])[] = [
  ["node-http", ["a plain Node handler", "a server that sends no page"]],
  ["express-static", ["express.static", "Express"]],
  ["express", ["Express"]],
  ["fastify", ["Fastify"]],
  ["koa", ["Koa"]],
  ["hono", ["Hono"]],
  ["nestjs", ["NestJS"]],
  ["polka", ["Polka"]],
  ["feathers", ["Feathers"]],
  ["loopback", ["LoopBack"]],
  ["apollo-standalone", ["Apollo Server"]],
  ["apollo-express5", ["Express"]],
  ["graphql-yoga", ["GraphQL Yoga"]],
  ["http-proxy-middleware", ["a proxy middleware without a match"]],
  ["connect", ["connect"]],
  ["serve", ["serve"]],
  ["live-server", ["live-server"]],
  ["flask", ["Flask"]],
  ["django", ["Django"]],
  ["drf", ["Django REST framework", "Django"]],
  ["fastapi", ["FastAPI"]],
  ["starlette", ["Starlette"]],
  ["tornado", ["Tornado"]],
  ["aiohttp", ["aiohttp"]],
  ["pyramid", ["Pyramid"]],
  ["cherrypy", ["CherryPy"]],
  ["twisted", ["Twisted Web"]],
  ["nginx", ["nginx"]],
  ["apache", ["Apache"]],
  ["python-http", ["Python http.server"]],
  ["uwsgi", ["uWSGI"]],
  ["caddy", ["Caddy"]],
  ["haproxy", ["HAProxy"]],
  ["busybox", ["BusyBox httpd"]],
  ["php-builtin", ["PHP development server"]],
  ["sinatra", ["Sinatra"]],
  ["rails", ["Rails"]],
  ["mojolicious", ["Mojolicious"]],
  ["dancer2", ["Dancer2"]],
  ["starman", ["Starman"]],
  ["symfony", ["Symfony"]],
  ["go-http.FileServer", ["Go http.FileServer"]],
  ["go-nethttp", ["Go net/http"]],
  ["gin", ["Gin"]],
  ["echo", ["Echo"]],
  ["next", ["Next.js"]],
  ["gorilla", ["chi, gorilla/mux or httprouter", "gorilla/mux"]],
  ["httprouter", ["chi, gorilla/mux or httprouter", "httprouter"]],
  ["vite", ["Vite"]],
];
