import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { apache } from "../../../src/engine/routes/gateways/apache.ts";
import { caddy } from "../../../src/engine/routes/gateways/caddy.ts";
import type { Gateway } from "../../../src/engine/routes/gateways/gateway.ts";
import { haproxy } from "../../../src/engine/routes/gateways/haproxy.ts";
import { ingress } from "../../../src/engine/routes/gateways/ingress.ts";
import { traefik } from "../../../src/engine/routes/gateways/traefik.ts";
import { isOnTheWay, rewritePath } from "../../../src/engine/routes/match/rewritePath.ts";

const show = (gateway: Gateway, text: string) =>
  (gateway.readText?.("proxy", text) ?? []).map(({ from, to, line }) => `${from} -> ${to} :${line}`);

describe("Traefik", () => {
  it("reads the routers and middlewares of labels, as a map and as a list", () => {
    const text = `services:
  till:
    labels:
      traefik.http.routers.till.rule: Host(\`shop.test\`) && PathPrefix(\`/till\`)
      traefik.http.routers.till.middlewares: bare@docker
      traefik.http.middlewares.bare.stripprefix.prefixes: /till
      traefik.http.services.till.loadbalancer.server.port: "8080"
  stock:
    labels:
      - "traefik.http.routers.stock.rule=PathPrefix(\`/stock\`) || PathPrefix(\`/depot\`)"
      - "traefik.http.routers.stock.middlewares=versioned"
      - "traefik.http.middlewares.versioned.addprefix.prefix=/v2"
`;
    assert.deepEqual(show(traefik, text), [
      "/till/* -> http://till:8080/* :6",
      "/stock/* -> /v2/stock/* :12",
      "/depot/* -> /v2/depot/* :12",
    ]);
  });

  it("reads dynamic configuration by its indentation", () => {
    const text = `http:
  routers:
    till:
      rule: "PathPrefix(\`/till\`)"
      middlewares:
        - bare
      service: till
  middlewares:
    bare:
      stripPrefix:
        prefixes:
          - "/till"
`;
    assert.deepEqual(show(traefik, text), ["/till/* -> /* :12"]);
  });
});

describe("Apache", () => {
  it("replaces the text of the path by that of the target, and the first rule wins", () => {
    const text = `<VirtualHost *:80>
  ProxyPass "/till/" "http://till:8080/v1/till"
  ProxyPass /docs !
  ProxyPass /desk http://desk:7000
  ProxyPass / http://web:3000/
  <Location "/stock/">
    ProxyPass "http://stock:9000/"
  </Location>
</VirtualHost>
`;
    assert.deepEqual(show(apache, text), [
      "/till/* -> http://till:8080/v1/till* :2",
      "/desk/* -> http://desk:7000/* :4",
      "/* -> http://web:3000/* :5",
      "/stock/* -> http://stock:9000/* :7",
    ]);
    const [rule] = apache.readText?.("proxy", text) ?? [];
    assert.equal(rule && rewritePath(rule, "/till/receipts")?.path, "/v1/tillreceipts");
  });
});

describe("Caddy", () => {
  it("takes a prefix away with handle_path and strip_prefix, and with nothing else", () => {
    const text = `shop.test {
  handle_path /till/* {
    reverse_proxy till:8080
  }
  handle /stock/* {
    reverse_proxy localhost:9000 # as it came
  }
  route /old/* {
    uri strip_prefix /old
    reverse_proxy :9100
  }
  @docs path /docs/*
  reverse_proxy @docs docs:80
  reverse_proxy web:3000
}
`;
    assert.deepEqual(show(caddy, text), [
      "/till/* -> http://till:8080/* :2",
      "/stock/* -> http://localhost:9000/stock/* :6",
      "/old/* -> http://localhost:9100/* :9",
      "/docs/* -> http://docs:80/docs/* :13",
      "/* -> http://web:3000/* :14",
    ]);
  });
});

describe("an ingress", () => {
  const file = (path: string, target: string | null) => `apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: shop
${target === null ? "" : `  annotations:\n    nginx.ingress.kubernetes.io/rewrite-target: ${target}\n`}spec:
  rules:
    - http:
        paths:
          - path: ${path}
            pathType: ImplementationSpecific
            backend: { service: { name: till, port: { number: 80 } } }
`;
  const rows: readonly (readonly [path: string, target: string | null, rule: string])[] = [
    ["/till(/|$)(.*)", "/$2", "/till/* -> /* :6"],
    ["/till/(.*)", "/v2/$1", "/till/* -> /v2/* :6"],
    ["/till", "/$2", "/till/* -> / :6"],
    ["/till", "/", "/till/* -> / :6"],
    ["/till", null, "/till/* -> /till/* :9"],
  ];
  for (const [path, target, rule] of rows) {
    it(`with path ${path} and target ${target ?? "of its own"} is ${rule}`, () => {
      assert.deepEqual(show(ingress, file(path, target)), [rule]);
    });
  }
});

it("a request straight to the port of a composed service does not pass the proxy", () => {
  const rewrite = { kind: "traefik-router", from: "/till/*", to: "http://till:8080/*", file: "c.yaml", line: 1 };
  assert.equal(isOnTheWay(rewrite, "http://localhost:8080"), false);
  assert.equal(isOnTheWay(rewrite, "http://localhost:80"), true);
  assert.equal(isOnTheWay(rewrite, "https://shop.test"), true);
});

it("files that are something else, or broken, give nothing and throw nothing", () => {
  for (const text of [
    "",
    "{",
    "a: [",
    "}}}",
    "kind: Ingress\nspec: 4",
    "kind: Ingress\nspec:\n  rules: [null, {http: {paths: [null]}}]",
    "PathPrefix(",
  ]) {
    for (const gateway of [traefik, caddy, ingress, apache]) {
      assert.deepEqual(show(gateway, text), [], `${gateway.name}: ${text}`);
    }
  }
});

describe("HAProxy", () => {
  it("reads what a frontend chooses a backend by, and what that makes of the path", () => {
    const text = `frontend public
    bind :80
    acl is_scores path_beg -i /scores /tables/   # evenings
    acl is_board path_dir /board
    use_backend scores if is_scores
    use_backend board if is_board !{ method POST }
    use_backend shop if { path_beg /shop }
    use_backend about if { path /about }
    default_backend pages
backend scores
    server s1 127.0.0.1:8001 check
backend board
    server b1 127.0.0.1:8002
backend shop
    http-request replace-path /shop(/)?(.*) /\\2
    server t1 shop:8003 check
backend about
    http-request set-path %[path,regsub(^/about,/pages/about)]
    server a1 about:8004
backend pages
    server p1 pages:8005
`;
    assert.deepEqual(show(haproxy, text), [
      "/scores/* -> http://127.0.0.1:8001/scores/* :5",
      "/tables/* -> http://127.0.0.1:8001/tables/* :5",
      "/shop/* -> http://shop:8003/* :7",
      "/about -> http://about:8004/pages/about :8",
      "/* -> http://pages:8005/* :9",
    ]);
  });

  it("leaves out what it does not understand: a backend without an address, a path that is set by variables, another configuration", () => {
    const front = "frontend f\n  use_backend b if { path_beg /b }\n";
    assert.deepEqual(show(haproxy, `${front}backend b\n  http-request redirect location /\n`), []);
    const set = "backend b\n  http-request set-path /x%[var(txn.rest)]\n  server s b:1\n";
    assert.deepEqual(show(haproxy, front + set), []);
    assert.deepEqual(show(haproxy, "[metadata]\nname = shop\n"), []);
  });
});
