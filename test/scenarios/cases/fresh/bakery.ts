import type { Scenario } from "../../scenario.ts";

const orders: Scenario = {
  name: "orders-of-the-bakery",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "bakery.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "bakery/__init__.py": "",
    "bakery/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["orders.bakery.test", ".internal.bakery.test"]
ROOT_URLCONF = "bakery.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "bakery/urls.py": `from django.urls import path

from bakery import views

urlpatterns = [
    path("orders/", views.orders),
    path("orders/<int:number>/", views.order),
]
`,
    "bakery/views.py": `from django.http import Http404, JsonResponse

ORDERS = {311: {"loaves": 40}, 312: {"loaves": 12}}


def orders(request):
    return JsonResponse({"orders": list(ORDERS)})


def order(request, number):
    if number not in ORDERS:
        raise Http404
    return JsonResponse(ORDERS[number])
`,
    "bakery.http": `### through the front door
GET http://localhost:PORT_OF_api/orders/
Host: orders.bakery.test

### from my desk
# @name desk
GET http://localhost:PORT_OF_api/orders/311/
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["bakery.http#desk"],
  facts: [
    "GET /orders/311/ 400",
    "GET /orders/311/ 200 | Host: orders.bakery.test",
    "GET /orders/999/ 404 | Host: orders.bakery.test",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "bakery/settings.py", text: "ALLOWED_HOSTS" },
      { file: "bakery/urls.py", text: "views.order)" },
    ],
  },
};

const animals: Scenario = {
  name: "animal-at-the-vet",
  files: {
    "package.json":
      '{ "name": "vet-records", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    ".env": "VET_URL=http://localhost:PORT_OF_api/v1\n",
    "vet.http": `@vet = {{$dotenv VET_URL}}

### animals of the owner
GET {{vet}}/animals?owner=ow-7

### chip reader says
# @name chip
GET {{vet}}/animals/an-1180
`,
    "src/main.js": `import Koa from "koa";
import Router from "@koa/router";
import { animals } from "./animals.js";

const v1 = new Router({ prefix: "/v1" });
v1.use("/animals", animals.routes());
new Koa().use(v1.routes()).listen(Number(process.env.PORT ?? 3000));
`,
    "src/animals.js": `import Router from "@koa/router";
import { byOwner, resolve } from "./register.js";

export const animals = new Router();
animals.get("/", (ctx) => {
  ctx.body = byOwner(ctx.query.owner);
});
animals.get("/:animal", (ctx) => {
  const { animal, survivor } = resolve(ctx.params.animal);
  if (animal) {
    ctx.body = animal;
    return;
  }
  ctx.status = 404;
  ctx.body = survivor
    ? { code: "DUPLICATE_RESOLVED", survivor: { id: survivor } }
    : { code: "UNKNOWN" };
});
`,
    "src/register.js": `const animals = [
  { id: "an-2210", owner: "ow-7", name: "Mika" },
  { id: "an-2214", owner: "ow-9", name: "Otto" },
];
const duplicates = new Map([["an-1180", "an-2210"]]);

export const byOwner = (owner) => animals.filter((animal) => owner === undefined || animal.owner === owner);

export function resolve(id) {
  return { animal: animals.find((animal) => animal.id === id), survivor: duplicates.get(id) };
}
`,
  },
  servers: [{ name: "api", entry: "src/main.js" }],
  ask: ["vet.http#chip"],
  facts: [
    "GET /v1/animals?owner=ow-7 200",
    "GET /v1/animals/an-1180 404",
    "GET /v1/animals/an-2210 200",
    "GET /v1/animals/an-1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [{ file: "src/animals.js", text: 'animals.get("/:animal"' }],
    fixes: [{ url: "/v1/animals/an-2210" }],
  },
};

const tables: Scenario = {
  name: "table-by-its-link",
  files: {
    "package.json":
      '{ "name": "tables-web", "private": true, "dependencies": { "react": "^19.0.0", "react-router-dom": "^7.0.0" }, "scripts": { "build": "vite build", "serve": "python3 serve.py" } }',
    "serve.py": `import os
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

handler = partial(SimpleHTTPRequestHandler, directory="dist")
ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8080"))), handler).serve_forever()
`,
    "src/App.tsx": `import { BrowserRouter, Route, Routes } from "react-router-dom";
import { Booking } from "./Booking";
import { Floor } from "./Floor";

export function App() {
  return (
    <BrowserRouter>
      <Routes>
        <Route path="/" element={<Floor />} />
        <Route path="/tables/:table/bookings/:booking" element={<Booking />} />
      </Routes>
    </BrowserRouter>
  );
}
`,
    "src/Booking.tsx": "export const Booking = () => <article />;\n",
    "src/Floor.tsx": "export const Floor = () => <main />;\n",
    "dist/index.html":
      '<!doctype html><html><head><title>Tables</title></head><body><div id="root"></div><script type="module" src="/assets/index-C0ffee12.js"></script></body></html>',
    "dist/assets/index-C0ffee12.js": "document.title;\n",
    "tables.http": `@web = http://127.0.0.1:PORT_OF_site

### floor plan
GET {{web}}/
Accept: text/html

### the link guests get by mail
# @name guest
GET {{web}}/tables/12/bookings/bk-77
Accept: text/html,application/xhtml+xml
`,
  },
  servers: [{ name: "site", entry: "serve.py", needs: "http" }],
  ask: ["tables.http#guest"],
  facts: ["GET / 200", "GET /tables/12/bookings/bk-77 404", "GET /assets/index-C0ffee12.js 200"],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "src/App.tsx", text: "/tables/:table/bookings/:booking" },
      { file: "serve.py", text: "SimpleHTTPRequestHandler, directory" },
    ],
  },
};

/** A bakery, a vet, and the tables of a restaurant. */
export const bakery: readonly Scenario[] = [orders, animals, tables];
