import type { Scenario } from "../../scenario.ts";

const box: Scenario = {
  name: "box-of-a-fonds",
  files: {
    "requirements.txt": "django\n",
    "serve.py": `import os
from wsgiref.simple_server import make_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "reading_room.settings")

from django.core.wsgi import get_wsgi_application

make_server("", int(os.environ.get("PORT", "8000")), get_wsgi_application()).serve_forever()
`,
    "reading_room/__init__.py": "",
    "reading_room/settings.py": `SECRET_KEY = "reading-room-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "reading_room.urls"
INSTALLED_APPS = []
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "reading_room/urls.py": `from django.urls import include, path

urlpatterns = [
    path("fonds/", include("fonds.urls")),
]
`,
    "fonds/__init__.py": "",
    "fonds/urls.py": `from django.urls import path

from fonds import views

urlpatterns = [
    path("", views.fonds_list),
    path("<slug:fonds>/boxes/<int:number>/", views.box_detail),
]
`,
    "fonds/views.py": `from django.http import Http404, JsonResponse

from fonds.holdings import HOLDINGS


def fonds_list(request):
    return JsonResponse({"fonds": sorted(HOLDINGS)})


def box_detail(request, fonds, number):
    try:
        title = HOLDINGS[fonds][number]
    except KeyError:
        raise Http404("No box matches")
    return JsonResponse({"fonds": fonds, "number": number, "title": title})
`,
    "fonds/holdings.py": `HOLDINGS = {
    "harbour-board": {11: "Minutes 1901-1907", 12: "Minutes 1908-1914"},
    "tramways": {4: "Timetables"},
}
`,
    "reading-room.http": `@room = http://localhost:PORT_OF_api

### minutes before the war
GET {{room}}/fonds/harbour-board/boxes/12/

### minutes after the war
# @name after
GET {{room}}/fonds/harbour-board/boxes/21/
`,
  },
  servers: [{ name: "api", entry: "serve.py", needs: "django" }],
  ask: ["reading-room.http#after"],
  facts: [
    "GET /fonds/ 200",
    "GET /fonds/harbour-board/boxes/12/ 200",
    "GET /fonds/harbour-board/boxes/21/ 404",
    "GET /fonds/tramways/boxes/21/ 404",
    "GET /fonds/harbour-board/boxes/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "fonds/urls.py", text: 'path("<slug:fonds>/boxes/<int:number>/"' },
      { file: "fonds/views.py", text: "def box_detail(" },
      { file: "fonds/views.py", text: "raise Http404" },
    ],
  },
};

const plates: Scenario = {
  name: "plates-of-an-edition",
  files: {
    "package.json":
      '{ "name": "facsimiles", "type": "module", "dependencies": { "hono": "^4.0.0", "@hono/node-server": "^2.0.0" } }',
    "src/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { editions } from "./editions.ts";

const app = new Hono().basePath("/facsimiles");
app.route("/editions", editions);
app.notFound((c) => c.json({ code: "not_found", path: c.req.path }, 404));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/editions.ts": `import { Hono } from "hono";

const plates: Record<string, string[]> = { "1584": ["frontispiece", "i", "ii"], "1612": ["frontispiece"] };

export const editions = new Hono();

editions.get("/:year", (c) => c.json({ year: c.req.param("year"), plates: plates[c.req.param("year")]?.length ?? 0 }));
editions.get("/:year/plates", (c) => c.json(plates[c.req.param("year")] ?? []));
`,
    "facsimiles.http": `@facsimiles = http://localhost:PORT_OF_api/facsimiles

### the edition
GET {{facsimiles}}/editions/1584

### its plates, for the viewer
# @name plates
GET {{facsimiles}}/editions/1584/plates/?size=thumb
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["facsimiles.http#plates"],
  facts: [
    "GET /facsimiles/editions/1584 200",
    "GET /facsimiles/editions/1584/plates/?size=thumb 404",
    "GET /facsimiles/editions/1584/plates?size=thumb 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [{ file: "src/editions.ts", text: 'editions.get("/:year/plates"' }],
    fixes: [{ url: "/facsimiles/editions/1584/plates?size=thumb" }],
  },
};

const publisher: Scenario = {
  name: "publisher-of-a-map",
  files: {
    "package.json": '{ "name": "authority-file", "type": "module" }',
    "src/server.mjs": `import { createServer } from "node:http";
import { agents } from "./agents.mjs";
import { sendJson } from "./sendJson.mjs";

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://authority.local");
  const [, id] = /^\\/agents\\/([A-Z]\\d+)$/.exec(pathname) ?? [];
  if (request.method === "GET" && pathname === "/agents") {
    const current = [...agents].filter(([, agent]) => !agent.mergedInto).map(([key]) => key);
    return sendJson(response, 200, { agents: current });
  }
  const agent = agents.get(id);
  if (request.method !== "GET" || agent === undefined) return sendJson(response, 404, { error: "not found" });
  if (agent.mergedInto) return sendJson(response, 404, { error: "superseded", mergedInto: agent.mergedInto });
  sendJson(response, 200, { id, ...agent });
}).listen(process.env.PORT ?? 3000);
`,
    "src/agents.mjs": `export const agents = new Map([
  ["P118", { name: "Homann, Johann Baptist" }],
  ["P240", { name: "Homännische Erben", mergedInto: "P377" }],
  ["P377", { name: "Homann Heirs" }],
]);
`,
    "src/sendJson.mjs": `export function sendJson(response, status, value) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
`,
    "catalogue/maps.json": `[
  { "title": "Tabula Frisiae", "publisher": "P240" },
  { "title": "Insula Malta", "publisher": "P118" }
]
`,
    "authority.http": `@authority = http://localhost:PORT_OF_api

### agents
GET {{authority}}/agents

### publisher of Tabula Frisiae
# @name publisher
GET {{authority}}/agents/P240
`,
  },
  servers: [{ name: "api", entry: "src/server.mjs" }],
  ask: ["authority.http#publisher"],
  facts: [
    "GET /agents 200",
    "GET /agents/P240 404",
    "GET /agents/P377 200",
    "GET /agents/P118 200",
    "GET /agents/P1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "src/server.mjs", text: "if (agent.mergedInto)" },
      { file: "src/server.mjs", text: "const [, id] = " },
      { file: "src/agents.mjs", text: '["P240"' },
      { file: "catalogue/maps.json", text: '"P240"' },
    ],
    fixes: [{ url: "/agents/P377" }],
  },
};

/** Boxes in a reading room, plates of old atlases, and who published them. */
export const archives: readonly Scenario[] = [box, plates, publisher];
