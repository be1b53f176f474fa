import type { Scenario } from "../../scenario.ts";

const number: Scenario = {
  name: "repair-by-the-number-on-the-slip",
  files: {
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "cobbler.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "cobbler/__init__.py": "",
    "cobbler/settings.py": `SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "cobbler.urls"
`,
    "cobbler/repairs.py": `from django.http import Http404, JsonResponse

REPAIRS = [
    {"id": 6, "slip": "R-2031-0188", "shoe": "brogue"},
    {"id": 7, "slip": "R-2031-0189", "shoe": "boot"},
]


def repairs(request):
    return JsonResponse({"repairs": REPAIRS})


def repair(request, pk):
    for row in REPAIRS:
        if row["id"] == pk:
            return JsonResponse(row)
    raise Http404
`,
    "cobbler/urls.py": `from django.urls import path

from cobbler.repairs import repair, repairs

urlpatterns = [path("repairs/", repairs), path("repairs/<int:pk>/", repair)]
`,
    "counter.http": `@cobbler = http://localhost:PORT_OF_cobbler

### all
GET {{cobbler}}/repairs/

### what the slip says
# @name slip
GET {{cobbler}}/repairs/R-2031-0189/
`,
  },
  servers: [{ name: "cobbler", entry: "manage.py", needs: "django" }],
  ask: ["counter.http#slip"],
  facts: ["GET /repairs/R-2031-0189/ 404", "GET /repairs/7/ 200", "GET /repairs/ 200", "GET /repairs/99/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format", "renamed-slug"],
    links: [
      { file: "cobbler/urls.py", text: "<int:pk>" },
      { file: "cobbler/repairs.py", text: "R-2031-0189" },
      { file: "counter.http", text: "R-2031-0189" },
    ],
    fixes: [{ url: "/repairs/7/" }],
  },
};

const suffixed = (route: string) => `from flask import Blueprint, abort

reports = Blueprint("reports", __name__)
REPORTS = {7: {"wolves": 3}, 8: {"wolves": 5}}


@reports.get("${route}")
def report(number):
    return REPORTS.get(number) or abort(404)
`;

const suffix: Scenario = {
  name: "wolf-report-with-an-ending",
  files: {
    "requirements.txt": "flask\n",
    "wolves/__init__.py": "",
    "wolves/reports.py": suffixed("/<int:number>"),
    "run.py": `import os

from flask import Flask

from wolves.reports import reports

app = Flask(__name__)
app.register_blueprint(reports, url_prefix="/reports")

if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "map/layer.js": `export const report = (number) => fetch(\`http://localhost:PORT_OF_wolves/reports/\${number}.json\`);
`,
    "map/layer.http": `### last sighting
# @name last
GET http://localhost:PORT_OF_wolves/reports/8.json
`,
  },
  history: [
    {
      message: "Reports of the rangers",
      files: { "requirements.txt": "flask\n", "wolves/reports.py": suffixed("/<int:number>.json") },
    },
  ],
  servers: [{ name: "wolves", entry: "run.py", needs: "flask" }],
  ask: ["map/layer.http#last"],
  facts: ["GET /reports/8.json 404", "GET /reports/8 200", "GET /reports/9 404"],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved", "id-format"],
    links: [
      { file: "wolves/reports.py", text: '@reports.get("/<int:number>")' },
      { file: "map/layer.js", text: "/reports/" },
      { file: "map/layer.http", text: "/reports/8.json" },
    ],
    fixes: [{ url: "/reports/8" }],
  },
};

/** Repairs by slip, reports with an ending. */
export const cobblers: readonly Scenario[] = [number, suffix];
