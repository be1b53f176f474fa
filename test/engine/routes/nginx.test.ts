import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { nginx } from "../../../src/engine/routes/gateways/nginx.ts";
import { rewritePath } from "../../../src/engine/routes/match/rewritePath.ts";

const read = (text: string) => nginx.readText?.("nginx.conf", text) ?? [];
const show = (text: string) => read(text).map(({ kind, from, to, line }) => `${kind} ${from} -> ${to} :${line}`);
const pass = (text: string, path: string) => {
  const [rule] = read(text);
  return rule ? rewritePath(rule, path)?.path : undefined;
};

describe("nginx", () => {
  // The table of https://nginx.org/en/docs/http/ngx_http_proxy_module.html#proxy_pass, with the slashes people forget.
  const rows: readonly (readonly [location: string, target: string, asked: string, received: string])[] = [
    ["/app/", "http://up", "/app/users", "/app/users"],
    ["/app/", "http://up/", "/app/users", "/users"],
    ["/app", "http://up/", "/app/users", "//users"],
    ["/app/", "http://up/api", "/app/users", "/apiusers"],
    ["/app/", "http://up/api/", "/app/users", "/api/users"],
    ["/app", "http://up/api", "/app/users", "/api/users"],
    ["/", "http://up/v2/", "/users", "/v2/users"],
    ["^~ /app/", "http://up$request_uri", "/app/users", "/app/users"],
  ];
  for (const [location, target, asked, received] of rows) {
    it(`passes ${asked} on as ${received} by location ${location} and proxy_pass ${target}`, () => {
      assert.equal(pass(`server { location ${location} { proxy_pass ${target}; } }`, asked), received);
    });
  }

  it("names the upstream's address, the line, and passes over comments, quotes and templates", () => {
    const text = `# upstream none { server x; }
upstream shop {
  server 10.0.0.7:8080 max_fails=3; # the first
  server 10.0.0.8:8080;
}
http {
  server {
    listen \${PORT};
    location "/shop/" {
      proxy_set_header Host $host;
      proxy_pass http://shop/;
    }
    location = /health { proxy_pass http://127.0.0.1:9000/up; }
    location ~ \\.php$ { proxy_pass http://php; }
    location /static/ { root /var/www; }
  }
}`;
    assert.deepEqual(show(text), [
      "nginx-proxy /shop/* -> http://10.0.0.7:8080/* :11",
      "nginx-exact /health -> http://127.0.0.1:9000/up :13",
    ]);
  });

  it("reads a rewrite that ends in the same location", () => {
    const text = (rule: string) => `location /api/ { rewrite ${rule} break; proxy_pass http://up; }`;
    assert.equal(pass(text("^/api/(.*)$ /$1"), "/api/users"), "/users");
    assert.equal(pass(text("^/api(/.*)$ /v1$1"), "/api/users"), "/v1/users");
  });

  it("never throws and ends", () => {
    for (const text of [
      "location / {",
      "}}}}",
      "location / { proxy_pass ; }",
      `location ${"{".repeat(5000)}`,
      '"',
      "location /a { proxy_pass http://$up/; }",
    ]) {
      assert.ok(Array.isArray(read(text)));
    }
  });
});
