import type { Scenario } from "../../scenario.ts";

const kilns: Scenario = {
  name: "firings-of-a-kiln",
  files: {
    "requirements.txt": "flask\n",
    "pottery/__init__.py": "",
    "pottery/urls.py": `URLS = [
    ("GET", "/kilns", "kilns.index"),
    ("GET", "/kilns/<int:kiln>", "kilns.show"),
    ("GET", "/kilns/<int:kiln>/firings", "kilns.firings"),
    ("GET", "/glazes", "glazes.index"),
]
`,
    "pottery/app.py": `import logging
from importlib import import_module

from flask import Flask

from pottery.urls import URLS

log = logging.getLogger(__name__)


def build():
    app = Flask("pottery")
    for method, rule, action in URLS:
        module, _, name = action.partition(".")
        view = getattr(import_module(f"pottery.{module}"), name, None)
        if view is None:
            log.debug("%s has no %s", module, name)
            continue
        app.add_url_rule(rule, endpoint=action, view_func=view, methods=[method])
    return app
`,
    "pottery/kilns.py": `from flask import abort, jsonify

KILNS = {1: {"name": "Big Bertha", "max": 1280}, 2: {"name": "Raku", "max": 1000}}
FIRINGS = {1: ["2026-02-01", "2026-02-14"], 2: []}


def index():
    return jsonify(KILNS)


def show(kiln):
    if kiln not in KILNS:
        abort(404)
    return jsonify(KILNS[kiln])


def list_firings(kiln):
    return jsonify(FIRINGS.get(kiln, []))
`,
    "pottery/glazes.py": `from flask import jsonify


def index():
    return jsonify(["celadon", "tenmoku"])
`,
    "run.py": `import os

from pottery.app import build

build().run(port=int(os.environ.get("PORT", "5000")))
`,
    "kilns.http": `@pottery = http://localhost:PORT_OF_api

###
GET {{pottery}}/kilns/1

###
# @name firings
GET {{pottery}}/kilns/1/firings
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "flask" }],
  ask: ["kilns.http#firings"],
  facts: ["GET /kilns/1 200", "GET /kilns/1/firings 404", "GET /glazes 200", "GET /kilns/9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["missing-handler"],
    links: [
      { file: "pottery/urls.py", text: '"kilns.firings"' },
      { file: "pottery/kilns.py", text: "def list_firings" },
    ],
  },
};

const rooms: Scenario = {
  name: "allergies-of-the-guests",
  files: {
    "package.json": `{
  "name": "guest-house",
  "private": true,
  "type": "module",
  "scripts": { "start": "node server.js", "routes:cache": "node tools/cacheRoutes.js" },
  "dependencies": { "express": "^5.0.0" }
}
`,
    ".gitignore": `node_modules
storage
`,
    "server.js": `import { existsSync, readFileSync } from "node:fs";
import express from "express";
import * as guests from "./handlers/guests.js";
import * as rooms from "./handlers/rooms.js";
import { routes } from "./routes.js";

const cache = new URL("./storage/routes.json", import.meta.url);
const table = existsSync(cache) ? JSON.parse(readFileSync(cache, "utf8")) : routes;
const handlers = { guests, rooms };

const app = express();
for (const [method, path, name] of table) {
  const [group, action] = name.split(".");
  app[method](path, handlers[group][action]);
}
app.listen(process.env.PORT ?? 3000);
`,
    "routes.js": `export const routes = [
  ["get", "/rooms", "rooms.list"],
  ["get", "/guests/:id", "guests.show"],
  ["get", "/guests/:id/allergies", "guests.allergies"],
];
`,
    "storage/routes.json": `[
  ["get", "/rooms", "rooms.list"],
  ["get", "/guests/:id", "guests.show"]
]
`,
    "tools/cacheRoutes.js": `import { mkdirSync, writeFileSync } from "node:fs";
import { routes } from "../routes.js";

mkdirSync("storage", { recursive: true });
writeFileSync("storage/routes.json", JSON.stringify(routes, null, 2));
`,
    "handlers/guests.js": `const guests = { 5: { id: 5, name: "Frieda", allergies: ["nuts"] } };

export function show(req, res) {
  const guest = guests[req.params.id];
  return guest ? res.json(guest) : res.status(404).json({ error: "guest not found" });
}

export function allergies(req, res) {
  res.json(guests[req.params.id]?.allergies ?? []);
}
`,
    "handlers/rooms.js": `export function list(_req, res) {
  res.json([{ number: 1 }, { number: 2 }]);
}
`,
    "guests.http": `@house = http://localhost:PORT_OF_api

###
GET {{house}}/guests/5

###
# @name allergies
GET {{house}}/guests/5/allergies
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["guests.http#allergies"],
  facts: ["GET /guests/5 200", "GET /guests/5/allergies 404", "GET /rooms 200", "GET /guests/6 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [
      { file: "routes.js", text: '"/guests/:id/allergies"' },
      { file: "storage/routes.json", text: '"/guests/:id"' },
      { file: "server.js", text: "existsSync(cache)" },
    ],
  },
};

const ingresses: Scenario = {
  name: "ingresses-after-the-cluster-grew",
  files: {
    "package.json": `{ "name": "cluster-chores", "private": true, "type": "module", "scripts": { "ingresses": "node chores/ingresses.mjs" } }
`,
    "chores/ingresses.mjs": `const api = process.env.KUBE_API ?? "http://localhost:PORT_OF_cluster";
const namespace = process.argv[2] ?? "shop";

const answer = await fetch(\`\${api}/apis/extensions/v1beta1/namespaces/\${namespace}/ingresses\`);
const { items } = await answer.json();
for (const item of items) console.log(item.metadata.name);
`,
    "manifests/shop-ingress.yaml": `apiVersion: extensions/v1beta1
kind: Ingress
metadata:
  name: shop
  namespace: shop
spec:
  rules:
    - host: shop.example
`,
    "README.md": `# Chores

\`kubectl proxy --port PORT_OF_cluster\` first, then \`npm run ingresses\`.
`,
    "cluster.http": `@api = http://localhost:PORT_OF_cluster

### which groups
GET {{api}}/apis

### ingresses of the shop
# @name ingresses
GET {{api}}/apis/extensions/v1beta1/namespaces/shop/ingresses
Accept: application/json
`,
  },
  deployed: {
    "apiserver.mjs": `import express from "express";

const app = express();
app.disable("x-powered-by");
const group = (name, version) => ({
  name,
  versions: [{ groupVersion: \`\${name}/\${version}\`, version }],
  preferredVersion: { groupVersion: \`\${name}/\${version}\`, version },
});
app.get("/apis", (_req, res) => {
  res.json({ kind: "APIGroupList", apiVersion: "v1", groups: [group("apps", "v1"), group("networking.k8s.io", "v1")] });
});
app.get("/apis/networking.k8s.io/v1", (_req, res) => {
  res.json({
    kind: "APIResourceList",
    groupVersion: "networking.k8s.io/v1",
    resources: [{ name: "ingresses", namespaced: true, kind: "Ingress", verbs: ["get", "list"] }],
  });
});
app.get("/apis/networking.k8s.io/v1/namespaces/:namespace/ingresses", (req, res) => {
  res.json({ kind: "IngressList", apiVersion: "networking.k8s.io/v1", items: [{ metadata: { name: "shop", namespace: req.params.namespace } }] });
});
app.use((_req, res) => {
  res.status(404).json({
    kind: "Status",
    apiVersion: "v1",
    metadata: {},
    status: "Failure",
    message: "the server could not find the requested resource",
    reason: "NotFound",
    details: {},
    code: 404,
  });
});
app.listen(process.env.PORT);
`,
  },
  servers: [{ name: "cluster", entry: "deployed:apiserver.mjs" }],
  ask: ["cluster.http#ingresses"],
  facts: [
    "GET /apis 200",
    "GET /apis/extensions/v1beta1/namespaces/shop/ingresses 404",
    "GET /apis/networking.k8s.io/v1/namespaces/shop/ingresses 200",
    "GET /apis/extensions/v1/namespaces/shop/ingresses 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "cluster.http", text: "extensions/v1beta1" },
      { file: "manifests/shop-ingress.yaml", text: "extensions/v1beta1" },
      { file: "chores/ingresses.mjs", text: "extensions/v1beta1" },
    ],
    fixes: [{ url: "/apis/networking.k8s.io/v1/namespaces/shop/ingresses" }],
  },
};

/** Routes that stand as rows of a table: one whose action bears another name, one that a stored table lacks; and a group that a cluster serves no more. */
export const tablesOfRoutes: readonly Scenario[] = [kilns, rooms, ingresses];
