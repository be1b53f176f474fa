import type { Scenario } from "../../scenario.ts";

const number: Scenario = {
  name: "number-of-a-customer",
  files: {
    "package.json": '{ "name": "portal", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "service/index.js": `import express from "express";
import { customers } from "./customers.js";
import { numbers } from "./numbers.js";

const app = express();
const api = express.Router();
api.use("/customers", customers);
api.use("/numbers", numbers);
app.use("/api", api);
app.listen(process.env.PORT ?? 3000);
`,
    "service/customers.js": `import { Router } from "express";

export const customers = Router();
customers.get("/:customer", (req, res) => res.json({ customer: req.params.customer, since: 2019 }));
`,
    "service/numbers.js": `import { Router } from "express";

export const numbers = Router();
const held = new Map([["498920071", { customer: "k-2201", ported: false }]]);
numbers.get("/:number", (req, res) => {
  const found = held.get(req.params.number);
  return found ? res.json(found) : res.status(404).json({ code: "no_such_number" });
});
`,
    "portal/passed-on.json": '["/api/customers"]\n',
    "portal/front.js": `import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";

const here = (name) => readFileSync(new URL(name, import.meta.url), "utf8");
const passedOn = JSON.parse(here("./passed-on.json"));
const page = here("./index.html");

createServer((incoming, outgoing) => {
  if (!passedOn.some((prefix) => incoming.url.startsWith(prefix))) {
    outgoing.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(page);
    return;
  }
  const { method, url: path, headers } = incoming;
  const upstream = request({ host: "localhost", port: process.env.SERVICE_PORT, method, path, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode, answer.headers);
    answer.pipe(outgoing);
  });
  upstream.on("error", () => outgoing.writeHead(502).end());
  incoming.pipe(upstream);
}).listen(process.env.PORT ?? 8080);
`,
    "portal/index.html": `<!doctype html>
<html lang="de">
  <head><title>Kundenportal</title><script type="module" src="/assets/portal.js"></script></head>
  <body><div id="portal"></div></body>
</html>
`,
    "portal.http": `@portal = http://localhost:PORT_OF_front

### customer
GET {{portal}}/api/customers/k-2201
Accept: application/json

### whose number is it
# @name number
GET {{portal}}/api/numbers/498920071
Accept: application/json
`,
  },
  servers: [
    { name: "service", entry: "service/index.js" },
    { name: "front", entry: "portal/front.js", env: { SERVICE_PORT: "PORT_OF_service" }, passesOn: true },
  ],
  ask: ["portal.http#number"],
  facts: [
    "front:GET /api/customers/k-2201 200",
    "front:GET /api/numbers/498920071 200",
    "front:GET /none 200",
    "service:GET /api/numbers/498920071 200",
    "service:GET /none 404",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "portal/passed-on.json", text: "/api/customers" },
      { file: "portal/front.js", text: '"text/html; charset=utf-8"' },
      { file: "portal/front.js", text: "if (!passedOn.some(" },
      { file: "service/numbers.js", text: 'numbers.get("/:number"' },
      { file: "service/index.js", text: 'api.use("/numbers"' },
    ],
  },
};

const receipt: Scenario = {
  name: "receipt-of-a-message",
  files: {
    ".env": "MESSAGES_KEY=mk_live_90c2d7e1\n",
    "sync/receipts.py": `import os

import requests

BASE = "http://localhost:PORT_OF_carrier/2025-11"


def receipt(message):
    answer = requests.get(f"{BASE}/messages/{message}", headers={"X-Api-Key": os.environ["MESSAGES_KEY"]}, timeout=5)
    answer.raise_for_status()
    return answer.json()["state"]
`,
    "messages.http": `@carrier = http://localhost:PORT_OF_carrier/2025-11

### sent today
GET {{carrier}}/messages?limit=2
X-Api-Key: {{$dotenv MESSAGES_KEY}}

### did it arrive
# @name receipt
GET {{carrier}}/messages/01JD3M8ZK5Q7T2V9X4B6N8P0RA
X-Api-Key: {{$dotenv MESSAGES_KEY}}
`,
  },
  deployed: {
    "carrier.mjs": `import { createServer } from "node:http";

const messages = ["01JD3KXA7W2E4R6T8Y0M1N3P5Q", "01JD3KY0B9S2D4F6G8H1J3K5M7", "01JD3KZC4V6B8N0M2Q4W6E8R0T"];

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://carrier");
  const say = (status, body, type = "application/json") =>
    response.writeHead(status, { "content-type": type, "x-trace": crypto.randomUUID() }).end(JSON.stringify(body));
  const problem = (status, type, title) => say(status, { type, title, status }, "application/problem+json");
  if (request.headers["x-api-key"] !== "mk_live_90c2d7e1") return problem(401, "/problems/key", "Key needed");
  if (request.method !== "GET") return problem(405, "/problems/method", "Method not allowed");
  if (pathname === "/2025-11/messages") return say(200, { items: messages.slice(0, 2).map((id) => ({ id })), next: "c2" });
  const [, id] = /^\\/2025-11\\/messages\\/([^/]+)$/.exec(pathname) ?? [];
  if (id === undefined) return problem(404, "/problems/operation", "No such operation");
  return messages.includes(id) ? say(200, { id, state: "delivered" }) : problem(404, "/problems/message", "Message not found");
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "carrier", entry: "deployed:carrier.mjs" }],
  ask: ["messages.http#receipt"],
  facts: [
    "GET /2025-11/messages?limit=2 200 | X-Api-Key: mk_live_90c2d7e1",
    "GET /2025-11/messages/01JD3M8ZK5Q7T2V9X4B6N8P0RA 404 | X-Api-Key: mk_live_90c2d7e1",
    "GET /2025-11/messages/01JD3KXA7W2E4R6T8Y0M1N3P5Q 200 | X-Api-Key: mk_live_90c2d7e1",
    "GET /2025-11/none 404 | X-Api-Key: mk_live_90c2d7e1",
    "GET /2025-11/messages/01JD3M8ZK5Q7T2V9X4B6N8P0RA 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "messages.http", text: "GET {{carrier}}/messages/01JD3M8ZK5Q7T2V9X4B6N8P0RA" }],
  },
  credentials: [{ value: "mk_live_90c2d7e1", servers: ["carrier"] }],
};

const schedule: Scenario = {
  name: "schedule-of-a-porting",
  files: {
    "http-client.env.json": '{ "partner": { "exchange": "http://localhost:PORT_OF_exchange" } }\n',
    "porting.http": `### when will it be ours
# @name when
GET {{exchange}}/porting/requests/PR-2026-00418/schedule
Accept: application/json
`,
  },
  deployed: {
    "exchange.mjs": `import { createServer } from "node:http";

createServer((request, response) => {
  request.resume();
  response.writeHead(404, { "cache-control": "no-store" }).end();
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "exchange", entry: "deployed:exchange.mjs" }],
  ask: ["porting.http#when", "--env", "partner"],
  facts: ["GET /porting/requests/PR-2026-00418/schedule 404", "GET / 404", "OPTIONS /porting 404", "GET /porting 404"],
  truth: { outcome: "not-found", kinds: [] },
};

const tariffs: Scenario = {
  name: "tariffs-in-german",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "site_de.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "site_de/__init__.py": "",
    "site_de/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "site_de.urls"
USE_I18N = True
LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("fr", "Français")]
MIDDLEWARE = ["django.middleware.locale.LocaleMiddleware", "django.middleware.common.CommonMiddleware"]
`,
    "site_de/urls.py": `from django.conf.urls.i18n import i18n_patterns
from django.urls import path

from site_de.pages import tariffs

urlpatterns = i18n_patterns(path("tariffs/", tariffs))
`,
    "site_de/pages.py": `from django.http import HttpResponse


def tariffs(request):
    return HttpResponse(f"<!doctype html><html lang='{request.LANGUAGE_CODE}'><h1>Tarife</h1><p>19,90</p></html>")
`,
    "pages.http": `@site = http://localhost:PORT_OF_site

### linked from the newsletter
# @name tariffs
GET {{site}}/tariffs/
Accept: text/html
Accept-Language: de
`,
  },
  servers: [{ name: "site", entry: "manage.py", needs: "django" }],
  ask: ["pages.http#tariffs"],
  facts: ["GET /tariffs/ 302 | Accept-Language: de", "GET /de/tariffs/ 200", "GET /none 404"],
  truth: { outcome: "answered", kinds: [] },
};

/** Portals: one of customers, messages by a carrier, the porting of numbers, a site in two languages. */
export const portals: readonly Scenario[] = [number, receipt, schedule, tariffs];
