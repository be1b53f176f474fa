import type { Scenario } from "../../scenario.ts";

const covers: Scenario = {
  name: "covers-of-the-library",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    Caddyfile: `:PORT_OF_web {
	encode gzip

	handle /library/* {
		reverse_proxy localhost:PORT_OF_api
	}

	handle {
		root * /srv/home
		file_server
	}
}
`,
    "library/__init__.py": "",
    "library/covers.py": `from fastapi import APIRouter, HTTPException

router = APIRouter(prefix="/covers", tags=["covers"])
COVERS = {"9780141439518": "blue", "9780679783268": "grey"}


@router.get("/{isbn}")
def cover(isbn: str):
    if isbn not in COVERS:
        raise HTTPException(status_code=404)
    return {"isbn": isbn, "cloth": COVERS[isbn]}
`,
    "library/shelves.py": `from fastapi import APIRouter

router = APIRouter(prefix="/shelves", tags=["shelves"])


@router.get("")
def shelves():
    return ["A", "B"]
`,
    "serve.py": `import os

import uvicorn
from fastapi import FastAPI

from library import covers, shelves

app = FastAPI(title="Library")
app.include_router(covers.router)
app.include_router(shelves.router)

uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "library.http": `@front = http://localhost:PORT_OF_web

### shelves
GET {{front}}/library/shelves

### cover, as the catalogue shows it
# @name cover
GET {{front}}/library/covers/9780141439518
`,
  },
  servers: [
    { name: "api", entry: "serve.py", needs: "fastapi" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { SERVER: "Caddy", RULES: JSON.stringify([{ from: "^/library/", to: "/library/", port: "PORT_OF_api" }]) },
    },
  ],
  ask: ["library.http#cover"],
  facts: [
    "web:GET /library/covers/9780141439518 404",
    "api:GET /covers/9780141439518 200",
    "api:GET /library/covers/9780141439518 404",
    "web:GET /none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "Caddyfile", text: "handle /library/*" },
      { file: "Caddyfile", text: "reverse_proxy" },
      { file: "library/covers.py", text: '@router.get("/{isbn}")' },
    ],
  },
};

const bookings: Scenario = {
  name: "booking-a-reading-room",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "rooms.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "rooms/__init__.py": "",
    "rooms/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "rooms.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "rooms/urls.py": `from django.urls import path

from rooms import views

urlpatterns = [
    path("rooms/", views.rooms),
    path("rooms/<slug:room>/bookings/", views.book),
]
`,
    "rooms/views.py": `import json

from django.http import Http404, JsonResponse
from django.views.decorators.http import require_GET, require_POST

ROOMS = {"carrel-4": [], "map-room": []}


@require_GET
def rooms(request):
    return JsonResponse({"rooms": list(ROOMS)})


@require_POST
def book(request, room):
    if room not in ROOMS:
        raise Http404
    ROOMS[room].append(json.loads(request.body or "{}"))
    return JsonResponse({"room": room, "place": len(ROOMS[room])}, status=201)
`,
    "rooms.http": `@rooms = http://localhost:PORT_OF_api

### rooms
GET {{rooms}}/rooms/

### book one
# @name book
POST {{rooms}}/rooms/carrel-4/bookings
Content-Type: application/json

{ "from": "10:00", "to": "12:00" }
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["rooms.http#book", "--allow-unsafe"],
  facts: [
    "GET /rooms/ 200",
    "POST /rooms/carrel-4/bookings 301",
    "GET /rooms/carrel-4/bookings/ 405",
    "POST /rooms/carrel-4/bookings/ 201",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["redirect-changes-method"],
    links: [{ file: "rooms/urls.py", text: "views.book)" }],
    fixes: [{ method: "POST", url: "/rooms/carrel-4/bookings/" }],
  },
  consented: ["POST /rooms/carrel-4/bookings"],
};

const scans: Scenario = {
  name: "scan-from-the-stacks",
  files: {
    "package.json": '{ "name": "scans", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "app.js": `import fastify from "fastify";
import { scans } from "./scans.js";

const app = fastify();
app.setErrorHandler((error, _request, reply) => reply.code(error.statusCode ?? 500).send({ error: error.message }));
app.register(scans, { prefix: "/scans" });
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "scans.js": `import { fetchFromTape, onDisk } from "./store.js";

export async function scans(app) {
  app.get("/:scan", async (request, reply) => {
    const { scan } = request.params;
    if (!onDisk.has(scan)) {
      const coming = fetchFromTape(scan);
      if (request.query.wait === "yes") await coming;
    }
    const found = onDisk.get(scan);
    return found ?? reply.code(404).send({ error: "no such scan" });
  });
}
`,
    "store.js": `import { setTimeout } from "node:timers/promises";

const tape = new Map([["sc-40771", { pages: 212 }], ["sc-40772", { pages: 18 }]]);
const coming = new Map();

/** What was asked for lately; the rest is on tape, and comes when somebody wants it. */
export const onDisk = new Map([["sc-50001", { pages: 4 }]]);

export function fetchFromTape(scan) {
  if (!coming.has(scan) && tape.has(scan)) {
    coming.set(scan, setTimeout(400).then(() => onDisk.set(scan, tape.get(scan))));
  }
  return coming.get(scan);
}
`,
    "scans.http": `@scans = http://localhost:PORT_OF_api/scans

### seen this week
GET {{scans}}/sc-50001

### ordered by a reader
# @name ordered
GET {{scans}}/sc-40771
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["scans.http#ordered"],
  facts: [
    "GET /scans/sc-50001 200",
    "GET /scans/sc-40771 404",
    "GET /scans/sc-40771?wait=yes 200",
    "GET /scans/sc-40771 200",
    "GET /scans/sc-1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-yet-visible"],
    links: [{ file: "scans.js", text: 'app.get("/:scan"' }],
  },
};

/** Covers, reading rooms and scans of a library. */
export const reading: readonly Scenario[] = [covers, bookings, scans];
