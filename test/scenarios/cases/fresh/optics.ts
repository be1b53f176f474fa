import type { Scenario } from "../../scenario.ts";

const prescription: Scenario = {
  name: "prescription-of-a-customer",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_config.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "site_config/__init__.py": "",
    "site_config/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "site_config.urls"
INSTALLED_APPS = ["rest_framework"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["prescriptions.branches.BranchToken"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
`,
    "site_config/urls.py": `from django.urls import include, path

urlpatterns = [path("api/v1/", include("prescriptions.urls"))]
`,
    "prescriptions/__init__.py": "",
    "prescriptions/branches.py": `from rest_framework.authentication import BaseAuthentication, get_authorization_header


class Branch:
    is_authenticated = True

    def __init__(self, code):
        self.code = code


BRANCHES = {"br-4471ce": Branch("lindau"), "hq-20b9f3": Branch("*")}


class BranchToken(BaseAuthentication):
    def authenticate(self, request):
        scheme, _, token = get_authorization_header(request).decode().partition(" ")
        branch = BRANCHES.get(token)
        return (branch, token) if branch else None

    def authenticate_header(self, request):
        return "Bearer"
`,
    "prescriptions/urls.py": `from rest_framework.routers import DefaultRouter

from prescriptions.views import PrescriptionViewSet

router = DefaultRouter()
router.register("prescriptions", PrescriptionViewSet, basename="prescription")
urlpatterns = router.urls
`,
    "prescriptions/views.py": `from django.http import Http404
from rest_framework.response import Response
from rest_framework.viewsets import ViewSet

from prescriptions.store import PRESCRIPTIONS


class PrescriptionViewSet(ViewSet):
    lookup_value_regex = "[0-9a-f-]{36}"

    def get_queryset(self):
        code = self.request.user.code
        return [row for row in PRESCRIPTIONS if code in ("*", row["branch"])]

    def list(self, request):
        rows = self.get_queryset()
        return Response({"count": len(rows), "next": None, "results": rows})

    def retrieve(self, request, pk):
        for row in self.get_queryset():
            if row["id"] == pk:
                return Response(row)
        raise Http404
`,
    "prescriptions/store.py": `PRESCRIPTIONS = [
    {"id": "0b7d5c1e-64a0-4f2b-9c55-1d8e3f7a2b60", "branch": "lindau", "right": -1.25},
    {"id": "c3e19f84-2d07-4b6a-8f13-7a90b5d2e4c1", "branch": "lindau", "right": 0.75},
    {"id": "9f4a7b20-81c6-4d3e-a25f-60c1d8e7b394", "branch": "bregenz", "right": -3.0},
]
`,
    "http-client.env.json": `{
  "branch": { "api": "http://localhost:PORT_OF_api/api/v1" },
  "head-office": { "api": "http://localhost:PORT_OF_api/api/v1" }
}
`,
    "http-client.private.env.json": `{ "branch": { "token": "br-4471ce" }, "head-office": { "token": "hq-20b9f3" } }
`,
    "prescriptions.http": `### of today
GET {{api}}/prescriptions/
Authorization: Bearer {{token}}

### known
GET {{api}}/prescriptions/0b7d5c1e-64a0-4f2b-9c55-1d8e3f7a2b60/
Authorization: Bearer {{token}}

### from the letter
# @name letter
GET {{api}}/prescriptions/7c2e6d18-90b5-4a3f-8e41-5b6d9c0f1a27/
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["prescriptions.http#letter", "--env", "branch"],
  facts: [
    "GET /api/v1/prescriptions/ 200 | Authorization: Bearer br-4471ce",
    "GET /api/v1/prescriptions/0b7d5c1e-64a0-4f2b-9c55-1d8e3f7a2b60/ 200 | Authorization: Bearer br-4471ce",
    "GET /api/v1/prescriptions/7c2e6d18-90b5-4a3f-8e41-5b6d9c0f1a27/ 404 | Authorization: Bearer br-4471ce",
    "GET /api/v1/prescriptions/7c2e6d18-90b5-4a3f-8e41-5b6d9c0f1a27/ 404 | Authorization: Bearer hq-20b9f3",
    "GET /api/v1/prescriptions/9f4a7b20-81c6-4d3e-a25f-60c1d8e7b394/ 200 | Authorization: Bearer hq-20b9f3",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "prescriptions/views.py", text: "def retrieve" },
      { file: "prescriptions/views.py", text: "class PrescriptionViewSet" },
      { file: "prescriptions/urls.py", text: "router.register(" },
    ],
  },
  credentials: [
    { value: "br-4471ce", servers: ["api"] },
    { value: "hq-20b9f3", servers: ["api"] },
  ],
};

const frame: Scenario = {
  name: "frame-at-the-wholesaler",
  files: {
    "import/wholesaler.py": `import json
import urllib.request

WHOLESALER = "http://localhost:PORT_OF_api/open/v3"


def frame(gtin):
    with urllib.request.urlopen(f"{WHOLESALER}/products/{gtin}.json") as answer:
        return json.load(answer)["product"]
`,
    "import/wholesaler.http": `@wholesaler = http://localhost:PORT_OF_api/open/v3

### one that came through
GET {{wholesaler}}/products/8719564320173.json

### one that did not
# @name missed
GET {{wholesaler}}/products/5012345678900.json
`,
  },
  deployed: {
    "server.js": `import { createServer } from "node:http";

const products = new Map([["8719564320173", "Rimless 52"], ["4006381333931", "Round 48"]]);

createServer((request, response) => {
  const [, gtin] = /^\\/open\\/v3\\/products\\/(\\d{8,14})\\.json$/.exec(request.url.split("?")[0]) ?? [];
  if (gtin === undefined) {
    response.writeHead(404, { "content-type": "text/html" }).end("<html><body>Page not found</body></html>");
    return;
  }
  const product = products.get(gtin);
  response.writeHead(product ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify(product ? { status: 1, product } : { status: 0, code: gtin, product: null }));
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "api", entry: "deployed:server.js" }],
  ask: ["import/wholesaler.http#missed"],
  facts: [
    "GET /open/v3/products/8719564320173.json 200",
    "GET /open/v3/products/5012345678900.json 404",
    "GET /open/v3/products/5012345678900 404",
    "GET /open/v2/products/5012345678900.json 404",
  ],
  truth: { outcome: "not-found", kinds: ["unknown-id"] },
};

const feed: Scenario = {
  name: "feed-for-the-suppliers",
  files: {
    "package.json": '{ "name": "optician", "type": "module", "dependencies": { "hono": "^4.0.0" } }',
    "src/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { modules } from "./modules/index.ts";

const app = new Hono().basePath("/optician");
for (const [name, make] of Object.entries(modules)) {
  app.route(\`/\${name}\`, make());
}
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/modules/index.ts": `import { frames } from "./frames.ts";
import { lenses } from "./lenses.ts";

export const modules = { frames, lenses };
export { feeds } from "./feeds.ts";
`,
    "src/modules/frames.ts": `import { Hono } from "hono";

export const frames = () => new Hono().get("/:model", (c) => c.json({ model: c.req.param("model"), width: 52 }));
`,
    "src/modules/lenses.ts": `import { Hono } from "hono";

export const lenses = () => new Hono().get("/", (c) => c.json([{ index: 1.6 }]));
`,
    "src/modules/feeds.ts": `import { Hono } from "hono";

export const feeds = () => {
  const router = new Hono();
  router.get("/suppliers", (c) => c.json({ entries: [{ supplier: "s-3", lenses: 40 }] }));
  return router;
};
`,
    "optician.http": `@optician = http://localhost:PORT_OF_api/optician

### a frame
GET {{optician}}/frames/round-48

### for the wholesalers
# @name suppliers
GET {{optician}}/feeds/suppliers
`,
  },
  servers: [{ name: "api", entry: "src/main.ts" }],
  ask: ["optician.http#suppliers"],
  facts: ["GET /optician/frames/round-48 200", "GET /optician/lenses 200", "GET /optician/feeds/suppliers 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "src/modules/feeds.ts", text: 'router.get("/suppliers"' },
      { file: "src/modules/index.ts", text: "export const modules" },
      { file: "src/main.ts", text: "app.route(" },
    ],
  },
};

/** An optician: the prescriptions of its customers, frames at a wholesaler, and a feed for suppliers. */
export const optics: readonly Scenario[] = [prescription, frame, feed];
