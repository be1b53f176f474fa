import type { Scenario } from "../../scenario.ts";

const relays: Scenario = {
  name: "relay-behind-the-declared-gateway",
  files: {
    "gateway/kong.yml": `_format_version: "3.0"

services:
  - name: relays
    url: http://localhost:PORT_OF_relays
    routes:
      - name: relays
        paths:
          - /api
        methods: [GET]
`,
    "relays/package.json": `{ "name": "relays", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "relays/server.js": `import Fastify from "fastify";
import relays from "./relays.js";

const app = Fastify();
await app.register(relays, { prefix: "/api/relays" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "relays/relays.js": `const all = { k1: { coil: "24V" }, k2: { coil: "12V" } };

export default async function relays(app) {
  app.get("/", async () => all);
  app.get("/:id", async ({ params }, reply) => all[params.id] ?? reply.code(404).send({ error: "relay unknown" }));
}
`,
    "http-client.env.json": `{ "plant": { "gateway": "http://localhost:PORT_OF_kong" } }
`,
    "relays.http": `### first relay
# @name first
GET {{gateway}}/api/relays/k1
`,
  },
  servers: [
    { name: "relays", entry: "relays/server.js" },
    {
      name: "kong",
      entry: "front:ruleProxy",
      env: { SERVER: "kong/3.7.1", RULES: '[{ "from": "^/api/?", "to": "/", "port": "PORT_OF_relays" }]' },
    },
  ],
  ask: ["relays.http#first", "--env", "plant"],
  facts: [
    "kong:GET /api/relays/k1 404",
    "relays:GET /api/relays/k1 200",
    "kong:GET /api/api/relays/k1 200",
    "kong:GET /x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [
      { file: "gateway/kong.yml", text: "- /api" },
      { file: "gateway/kong.yml", text: "paths:" },
      { file: "gateway/kong.yml", text: "url: http" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const vouchers: Scenario = {
  name: "voucher-of-a-spa-town",
  files: {
    "envoy/envoy.yaml": `static_resources:
  listeners:
    - address: { socket_address: { address: 0.0.0.0, port_value: 8080 } }
      filter_chains:
        - filters:
            - name: envoy.filters.network.http_connection_manager
              typed_config:
                "@type": type.googleapis.com/envoy.extensions.filters.network.http_connection_manager.v3.HttpConnectionManager
                stat_prefix: spa
                route_config:
                  virtual_hosts:
                    - name: spa
                      domains: ["*"]
                      routes:
                        - match: { prefix: "/spa/" }
                          route: { cluster: vouchers, prefix_rewrite: "/internal" }
  clusters:
    - name: vouchers
      load_assignment:
        cluster_name: vouchers
        endpoints:
          - lb_endpoints:
              - endpoint: { address: { socket_address: { address: localhost, port_value: PORT_OF_vouchers } } }
`,
    "requirements.txt": "flask\n",
    "vouchers.py": `import os

from flask import Blueprint, Flask, abort, jsonify

internal = Blueprint("internal", __name__, url_prefix="/internal")
VOUCHERS = {"MUD-50": 50, "SALT-20": 20}


@internal.route("/vouchers/<code>")
def voucher(code):
    if code not in VOUCHERS:
        abort(404)
    return jsonify(code=code, euro=VOUCHERS[code])


app = Flask(__name__)
app.register_blueprint(internal)

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "spa.http": `@spa = http://localhost:PORT_OF_envoy/spa

### mud
# @name mud
GET {{spa}}/vouchers/MUD-50
`,
  },
  servers: [
    { name: "vouchers", entry: "vouchers.py", needs: "flask" },
    {
      name: "envoy",
      entry: "front:ruleProxy",
      env: { SERVER: "envoy", RULES: '[{ "from": "^/spa/", "to": "/internal", "port": "PORT_OF_vouchers" }]' },
    },
  ],
  ask: ["spa.http#mud"],
  facts: [
    "envoy:GET /spa/vouchers/MUD-50 404",
    "vouchers:GET /internal/vouchers/MUD-50 200",
    "envoy:GET /spa//vouchers/MUD-50 200",
    "envoy:GET /x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-joins-wrong"],
    links: [
      { file: "envoy/envoy.yaml", text: "prefix_rewrite" },
      { file: "envoy/envoy.yaml", text: 'prefix: "/spa/"' },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const underscore: Scenario = {
  name: "script-of-a-published-garden",
  files: {
    "package.json": `{ "name": "garden-pages", "private": true, "scripts": { "build": "next build" }, "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }
`,
    "next.config.mjs": `export default { output: "export", images: { unoptimized: true } };
`,
    ".github/workflows/pages.yml": `name: pages
on:
  push:
    branches: [main]
jobs:
  publish:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: npm ci && npm run build
      - uses: peaceiris/actions-gh-pages@v4
        with:
          github_token: \${{ secrets.GITHUB_TOKEN }}
          publish_dir: ./out
          enable_jekyll: true
`,
    "out/index.html": `<!doctype html><html lang="en"><head><title>Garden</title><script src="/_next/static/chunks/main-4f2a.js" defer></script></head><body>Garden</body></html>
`,
    "out/robots.txt": `User-agent: *
`,
    "out/_next/static/chunks/main-4f2a.js": `document.body.append("!");
`,
    "garden.http": `@pages = http://localhost:PORT_OF_pages

###
GET {{pages}}/

### the script that does not come
# @name script
GET {{pages}}/_next/static/chunks/main-4f2a.js
`,
  },
  deployed: {
    "pages.mjs": `import { createServer } from "node:http";

const files = new Map([
  ["/", ["text/html; charset=utf-8", '<!doctype html><html lang="en"><head><title>Garden</title><script src="/_next/static/chunks/main-4f2a.js" defer></script></head><body>Garden</body></html>']],
  ["/robots.txt", ["text/plain; charset=utf-8", "User-agent: *\\n"]],
]);
const missing = '<!DOCTYPE html><html><head><title>Page not found &middot; GitHub Pages</title></head><body><h1>404</h1><p><strong>File not found</strong></p><p>The site configured at this address does not contain the requested file.</p></body></html>';

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://pages");
  const [type, body] = files.get(pathname) ?? ["text/html; charset=utf-8", missing];
  response.writeHead(files.has(pathname) ? 200 : 404, { server: "GitHub.com", "content-type": type, "x-github-request-id": "8C1A:2F0B:1D4E" });
  response.end(body);
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "pages", entry: "deployed:pages.mjs" }],
  ask: ["garden.http#script"],
  facts: ["GET / 200", "GET /robots.txt 200", "GET /_next/static/chunks/main-4f2a.js 404", "GET /index 404"],
  truth: {
    outcome: "not-found",
    kinds: ["server-filter"],
    links: [
      { file: ".github/workflows/pages.yml", text: "enable_jekyll" },
      { file: "out/_next/static/chunks/main-4f2a.js", text: "document.body" },
      { file: "out/index.html", text: "_next/static" },
    ],
  },
};

const namespaces: Scenario = {
  name: "service-in-another-namespace",
  files: {
    "deploy/web.yaml": `apiVersion: v1
kind: Service
metadata:
  name: till
  namespace: kiosk
spec:
  selector: { app: till }
  ports: [{ port: 80 }]
`,
    "ops/endpoints.py": `import json
import os
import urllib.request

API = os.environ.get("KUBE_API", "http://localhost:PORT_OF_cluster")


def service(name, namespace="default"):
    with urllib.request.urlopen(f"{API}/api/v1/namespaces/{namespace}/services/{name}") as answer:
        return json.load(answer)
`,
    "cluster.http": `@kube = http://localhost:PORT_OF_cluster

### all of them
GET {{kube}}/api/v1/services

### the till
# @name till
GET {{kube}}/api/v1/namespaces/default/services/till
`,
  },
  deployed: {
    "cluster.mjs": `import Fastify from "fastify";

const services = [
  { metadata: { name: "kubernetes", namespace: "default" } },
  { metadata: { name: "till", namespace: "kiosk" } },
];
const app = Fastify();
const status = (message, details) => ({ kind: "Status", apiVersion: "v1", metadata: {}, status: "Failure", message, reason: "NotFound", details, code: 404 });
app.get("/api/v1/services", async () => ({ kind: "ServiceList", apiVersion: "v1", items: services }));
app.get("/api/v1/namespaces", async () => ({ kind: "NamespaceList", apiVersion: "v1", items: ["default", "kiosk"].map((name) => ({ metadata: { name } })) }));
app.get("/api/v1/namespaces/:namespace/services", async ({ params }) => ({
  kind: "ServiceList",
  apiVersion: "v1",
  items: services.filter(({ metadata }) => metadata.namespace === params.namespace),
}));
app.get("/api/v1/namespaces/:namespace/services/:name", async ({ params }, reply) => {
  const found = services.find(({ metadata }) => metadata.namespace === params.namespace && metadata.name === params.name);
  if (!found) return reply.code(404).send(status(\`services "\${params.name}" not found\`, { name: params.name, kind: "services" }));
  return { kind: "Service", apiVersion: "v1", ...found };
});
app.setNotFoundHandler((_request, reply) => reply.code(404).send(status("the server could not find the requested resource", {})));
await app.listen({ port: Number(process.env.PORT) });
`,
  },
  servers: [{ name: "cluster", entry: "deployed:cluster.mjs" }],
  ask: ["cluster.http#till"],
  facts: [
    "GET /api/v1/services 200",
    "GET /api/v1/namespaces/default/services/till 404",
    "GET /api/v1/namespaces/kiosk/services/till 200",
    "GET /api/v1/namespaces/kiosk/services/x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project", "wrong-tenant"],
    links: [
      { file: "deploy/web.yaml", text: "namespace: kiosk" },
      { file: "cluster.http", text: "/namespaces/default/services/till" },
      { file: "ops/endpoints.py", text: 'namespace="default"' },
    ],
    fixes: [{ url: "/api/v1/namespaces/kiosk/services/till" }],
  },
};

const forge: Scenario = {
  name: "repository-asked-without-a-name",
  files: {
    "release/notes.py": `import json
import os
import urllib.request

FORGE = os.environ.get("FORGE", "http://localhost:PORT_OF_forge")


def releases(owner, repository):
    with urllib.request.urlopen(f"{FORGE}/repos/{owner}/{repository}/releases") as answer:
        return json.load(answer)
`,
    "http-client.env.json": `{ "forge": { "forge": "http://localhost:PORT_OF_forge" } }
`,
    "http-client.private.env.json": `{ "forge": { "token": "fg_4b7e11c09a" } }
`,
    "forge.http": `### the repository
GET {{forge}}/repos/bootshaus/plans
Authorization: Bearer {{token}}

### its releases
# @name releases
GET {{forge}}/repos/bootshaus/plans/releases
Accept: application/json
`,
  },
  deployed: {
    "forge.mjs": `import express from "express";

const app = express();
app.disable("x-powered-by");
const may = (request) => request.get("authorization") === \`Bearer \${process.env.TOKEN}\`;
const missing = { message: "Not Found", documentation_url: "https://docs.forge.example/rest", status: "404" };

app.get("/repos/:owner/:repository", (request, response) => {
  const { owner, repository } = request.params;
  const there = \`\${owner}/\${repository}\` === "bootshaus/plans" && may(request);
  response.status(there ? 200 : 404).json(there ? { full_name: "bootshaus/plans", private: true } : missing);
});
app.get("/repos/:owner/:repository/releases", (request, response) => {
  const { owner, repository } = request.params;
  const there = \`\${owner}/\${repository}\` === "bootshaus/plans" && may(request);
  response.status(there ? 200 : 404).json(there ? [{ tag_name: "v3" }] : missing);
});
app.use((_request, response) => response.status(404).json(missing));
app.listen(process.env.PORT);
`,
  },
  servers: [{ name: "forge", entry: "deployed:forge.mjs", env: { TOKEN: "fg_4b7e11c09a" } }],
  ask: ["forge.http#releases", "--env", "forge"],
  facts: [
    "GET /repos/bootshaus/plans 200 | Authorization: Bearer fg_4b7e11c09a",
    "GET /repos/bootshaus/plans/releases 404",
    "GET /repos/bootshaus/plans/releases 200 | Authorization: Bearer fg_4b7e11c09a",
    "GET /repos/bootshaus/other/releases 404 | Authorization: Bearer fg_4b7e11c09a",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource", "masked-endpoint"],
    links: [
      { file: "forge.http", text: "/releases" },
      { file: "forge.http", text: "Authorization" },
      { file: "release/notes.py", text: "/releases" },
    ],
  },
  credentials: [{ value: "fg_4b7e11c09a", servers: ["forge"] }],
};

/** Rules of Kong and Envoy, folders that a host of pages leaves out, a namespace of a cluster, a repository asked without a name. */
export const declaredGateways: readonly Scenario[] = [relays, vouchers, underscore, namespaces, forge];
