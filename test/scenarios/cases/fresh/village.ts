import type { Scenario } from "../../scenario.ts";

const market: Scenario = {
  name: "market-day",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "village.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "village/__init__.py": "",
    "village/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["market.village.test", "localhost"]
ROOT_URLCONF = "village.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "village/urls.py": `from django.urls import path

from village import views

urlpatterns = [path("market-days/", views.market_days), path("market-days/<str:day>/", views.market_day)]
`,
    "village/views.py": `from datetime import date

from django.http import Http404, JsonResponse

DAYS = {date(2026, 11, 28): ["cheese", "wool"]}


def market_days(request):
    return JsonResponse({"days": [day.isoformat() for day in DAYS]})


def market_day(request, day):
    try:
        wanted = date.fromisoformat(day)
    except ValueError:
        return JsonResponse({"error": "day is to be written like 2026-11-28"}, status=400)
    if wanted not in DAYS:
        raise Http404
    return JsonResponse({"stalls": DAYS[wanted]})
`,
    "market.http": `@village = http://localhost:PORT_OF_api

### days
GET {{village}}/market-days/

### stalls
# @name stalls
GET {{village}}/market-days/28.11.2026/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["market.http#stalls"],
  facts: ["GET /market-days/ 200", "GET /market-days/28.11.2026/ 400", "GET /market-days/2026-11-28/ 200"],
  truth: { outcome: "answered", kinds: [] },
};

const chapelFiles = {
  "package.json": '{ "name": "chapels", "type": "module", "dependencies": { "express": "^5.0.0" } }',
  "chapels.http": `@chapels = http://localhost:PORT_OF_api

### chapels
GET {{chapels}}/chapels

### heard of in the pub
# @name heard
GET {{chapels}}/chapels/st-kevin
`,
  "server.js": `import { readFileSync } from "node:fs";
import express from "express";

const chapels = JSON.parse(readFileSync(new URL("./chapels.json", import.meta.url), "utf8"));
const app = express();
app.get("/chapels", (_req, res) => res.json(chapels.map(({ slug }) => ({ slug }))));
app.get("/chapels/:slug", (req, res) => {
  const chapel = chapels.find(({ slug }) => slug === req.params.slug);
  return chapel ? res.json(chapel) : res.status(404).json({ message: "Not Found" });
});
app.listen(process.env.PORT ?? 3000);
`,
};

const chapel: Scenario = {
  name: "chapel-that-never-was",
  files: {
    ...chapelFiles,
    "chapels.json":
      '[\n  { "id": 1, "slug": "st-brigid", "built": 1710 },\n  { "id": 2, "slug": "holy-well", "built": 1844 }\n]\n',
  },
  history: [
    {
      message: "Chapels of the valley",
      files: {
        ...chapelFiles,
        "chapels.json":
          '[\n  { "id": 1, "slug": "st-bride", "built": 1710 },\n  { "id": 2, "slug": "holy-well", "built": 1844 }\n]\n',
      },
    },
  ],
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["chapels.http#heard"],
  facts: ["GET /chapels 200", "GET /chapels/st-kevin 404", "GET /chapels/st-brigid 200", "GET /none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "server.js", text: 'app.get("/chapels/:slug"' }],
  },
};

/** A village. */
export const village: readonly Scenario[] = [market, chapel];
