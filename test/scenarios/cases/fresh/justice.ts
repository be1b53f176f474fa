import type { Scenario } from "../../scenario.ts";

const hearings: Scenario = {
  name: "hearing-by-its-number",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "court.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "court/__init__.py": "",
    "court/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["127.0.0.1", "localhost"]
ROOT_URLCONF = "court.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "court/urls.py": `from django.urls import include, path

urlpatterns = [path("api/hearings/", include("hearings.urls")), path("api/rooms/", include("rooms.urls"))]
`,
    "hearings/__init__.py": "",
    "hearings/urls.py": `from django.urls import path

from hearings.views import HearingView

urlpatterns = [path("<int:year>/<str:number>/", HearingView.as_view(), name="hearing")]
`,
    "hearings/views.py": `from django.http import Http404, JsonResponse
from django.views import View

from hearings.docket import DOCKET


class HearingView(View):
    def get(self, request, year, number):
        try:
            return JsonResponse(DOCKET[year][number])
        except KeyError:
            raise Http404("no such hearing")
`,
    "hearings/docket.py": `DOCKET = {2026: {"14-C-801": {"room": "III", "at": "09:30"}, "14-C-802": {"room": "I", "at": "11:00"}}}
`,
    "rooms/__init__.py": "",
    "rooms/urls.py": `from django.http import JsonResponse
from django.urls import path

urlpatterns = [path("", lambda request: JsonResponse(["I", "II", "III"], safe=False))]
`,
    "court.http": `@court = http://127.0.0.1:PORT_OF_api/api

### a hearing of this week
GET {{court}}/hearings/2026/14-C-802/

### as dictated over the telephone
# @name dictated
GET {{court}}/hearings/2026/14-C-882/
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "django" }],
  ask: ["court.http#dictated"],
  facts: [
    "GET /api/hearings/2026/14-C-802/ 200",
    "GET /api/hearings/2026/14-C-882/ 404",
    "GET /api/rooms/ 200",
    "GET /api/hearings/ 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "hearings/urls.py", text: 'name="hearing"' },
      { file: "hearings/views.py", text: "def get(self" },
      { file: "hearings/views.py", text: "class HearingView" },
    ],
  },
};

const letters: Scenario = {
  name: "letter-of-a-lawyer",
  files: {
    "package.json": '{ "name": "mailroom", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "server.js": `import express from "express";
import { authenticate } from "./middleware/authenticate.js";
import { letters } from "./controllers/letters.js";

const app = express();
app.use(authenticate);
app.use("/letters", letters);
app.listen(process.env.PORT ?? 3000);
`,
    "middleware/authenticate.js": `const people = new Map([
  [process.env.TOKEN_WEBER ?? "", "weber"],
  [process.env.TOKEN_KOSTA ?? "", "kosta"],
]);

export function authenticate(req, res, next) {
  req.person = people.get(req.get("authorization")?.replace("Bearer ", ""));
  return req.person ? next() : res.sendStatus(401);
}
`,
    "controllers/letters.js": `import { Router } from "express";
import * as repository from "../repositories/letters.js";

export const letters = Router();

letters.get("/", async (req, res) => res.json(await repository.list(req.person)));
letters.get("/:id", async (req, res) => {
  const letter = await repository.find(req.params.id, req.person);
  if (!letter) return res.sendStatus(404);
  res.json(letter);
});
`,
    "repositories/letters.js": `const rows = [
  { id: "8812", addressee: "weber", subject: "Appeal" },
  { id: "8813", addressee: "kosta", subject: "Lease" },
  { id: "8814", addressee: "kosta", subject: "Will" },
];

export const list = async (person) => rows.filter((row) => row.addressee === person).map(({ id }) => id);
export const find = async (id, person) => rows.find((row) => row.id === id && row.addressee === person);
`,
    "http-client.env.json": `{
  "weber": { "mailroom": "http://localhost:PORT_OF_api", "token": "wb-19c2f04e7a" },
  "kosta": { "mailroom": "http://localhost:PORT_OF_api", "token": "ks-77d1a3b90c" }
}`,
    "letters.http": `### mine
GET {{mailroom}}/letters
Authorization: Bearer {{token}}

### linked in the calendar
# @name linked
GET {{mailroom}}/letters/8813
Authorization: Bearer {{token}}
`,
  },
  servers: [{ name: "api", entry: "server.js", env: { TOKEN_WEBER: "wb-19c2f04e7a", TOKEN_KOSTA: "ks-77d1a3b90c" } }],
  ask: ["letters.http#linked", "--env", "weber"],
  facts: [
    "GET /letters 200 | Authorization: Bearer wb-19c2f04e7a",
    "GET /letters/8813 404 | Authorization: Bearer wb-19c2f04e7a",
    "GET /letters/8812 200 | Authorization: Bearer wb-19c2f04e7a",
    "GET /letters/8813 200 | Authorization: Bearer ks-77d1a3b90c",
    "GET /letters/9999 404 | Authorization: Bearer ks-77d1a3b90c",
    "GET /letters/8813 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "controllers/letters.js", text: 'letters.get("/:id"' },
      { file: "repositories/letters.js", text: "export const find" },
    ],
  },
  credentials: [
    { value: "wb-19c2f04e7a", servers: ["api"] },
    { value: "ks-77d1a3b90c", servers: ["api"] },
  ],
};

/** A court and the mail room of a law firm. */
export const justice: readonly Scenario[] = [hearings, letters];
