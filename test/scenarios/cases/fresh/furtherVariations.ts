import type { Scenario } from "../../scenario.ts";
import { apiary } from "./apiary.ts";
import { driving } from "./driving.ts";
import { grants } from "./grants.ts";
import { knitting } from "./knitting.ts";
import { printables } from "./printables.ts";
import { edit, first } from "./vary.ts";

const hives = first(apiary);
const school = first(driving);
const foundation = first(grants);
const wool = first(knitting);
const models = first(printables);

const byParameter: Scenario = {
  ...hives,
  name: "inspections-by-a-version-parameter",
  files: edit(hives.files, [
    ["apiary/settings.py", "URLPathVersioning", "QueryParameterVersioning"],
    ["apiary/settings.py", '"v2"', '"2"'],
    ["apiary/urls.py", "(?P<version>v[0-9]+)/", ""],
    ["hives/views.py", ", version=None", ""],
    ["requests/office.http", "/api/v2", "/api"],
    ["requests/office.http", "/hives/", "/hives/?version=2"],
    ["requests/tablet.http", "/api/v1", "/api"],
    ["requests/tablet.http", "/inspections/", "/inspections/?version=1"],
  ]),
  facts: [
    "GET /api/hives/H-07/inspections/?version=1 404",
    "GET /api/hives/H-07/inspections/?version=2 200",
    "GET /api/hives/H-07/inspections/ 200",
    "GET /api/hives/?version=1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "apiary/settings.py", text: '"ALLOWED_VERSIONS"' },
      { file: "hives/views.py", text: "def inspections" },
      { file: "requests/tablet.http", text: "/inspections/" },
    ],
    fixes: [{ url: "/api/hives/H-07/inspections/?version=2" }, { url: "/api/hives/H-07/inspections/" }],
  },
};

const onlyInTwo: Scenario = {
  ...hives,
  name: "inspections-that-only-the-second-version-has",
  files: edit(hives.files, [
    ["apiary/settings.py", '"ALLOWED_VERSIONS": ["v2"]', '"ALLOWED_VERSIONS": ["v1", "v2"]'],
    [
      "hives/views.py",
      "    def inspections(self, request, code, version=None):\n        if code not in HIVES:",
      '    def inspections(self, request, code, version=None):\n        if version == "v1" or code not in HIVES:',
    ],
  ]),
  facts: [
    "GET /api/v1/hives/H-07/inspections/ 404",
    "GET /api/v1/hives/ 200",
    "GET /api/v1/hives/H-07/ 200",
    "GET /api/v2/hives/H-07/inspections/ 200",
  ],
  truth: {
    ...hives.truth,
    links: [
      { file: "hives/views.py", text: 'if version == "v1"' },
      { file: "hives/views.py", text: "def inspections" },
      { file: "requests/tablet.http", text: "@api = " },
    ],
  },
};

const nested: Scenario = {
  ...school,
  name: "driving-lessons-below-a-blueprint",
  files: edit(school.files, [
    [
      "school/__init__.py",
      '    root = app.config["API_ROOT"]\n    app.register_blueprint(cars, url_prefix=root)\n    app.register_blueprint(instructors, url_prefix=root)\n    app.register_blueprint(lessons, url_prefix=root)\n',
      '    api = Blueprint("api", __name__, url_prefix=app.config["API_ROOT"])\n    api.register_blueprint(cars)\n    api.register_blueprint(instructors)\n    api.register_blueprint(lessons, url_prefix="/")\n    app.register_blueprint(api)\n',
    ],
    ["school/__init__.py", "from flask import Flask, jsonify", "from flask import Blueprint, Flask, jsonify"],
  ]),
  truth: {
    ...school.truth,
    links: [
      { file: "school/__init__.py", text: "api.register_blueprint(lessons" },
      { file: "school/blueprints/lessons.py", text: 'lessons = Blueprint("lessons"' },
    ],
  },
};

const withdrawn: Scenario = {
  ...foundation,
  name: "call-that-was-withdrawn",
  files: edit(foundation.files, [
    [
      "calls/models.py",
      "class CurrentManager(models.Manager):\n    def get_queryset(self):\n        return super().get_queryset().filter(is_archived=False)\n",
      "class CallQuerySet(models.QuerySet):\n    def current(self):\n        return self.filter(withdrawn_at__isnull=True)\n",
    ],
    [
      "calls/models.py",
      "    is_archived = models.BooleanField(default=False)\n",
      "    withdrawn_at = models.DateTimeField(null=True)\n",
    ],
    [
      "calls/models.py",
      "    objects = CurrentManager()\n    every = models.Manager()\n",
      "    objects = CallQuerySet.as_manager()\n",
    ],
    ["calls/models.py", '        base_manager_name = "every"\n', ""],
    [
      "calls/views.py",
      'class CallDetail(DetailView):\n    model = Call\n\n    def render_to_response(self, context, **kwargs):\n        return JsonResponse(context["object"].as_dict())\n',
      "def call(request, slug):\n    return JsonResponse(get_object_or_404(Call.objects.current(), slug=slug).as_dict())\n",
    ],
    [
      "calls/views.py",
      "class CallList(ListView):\n    model = Call\n",
      "class CallList(ListView):\n    queryset = Call.objects.current()\n",
    ],
    ["calls/views.py", "import DetailView, ListView", "import ListView"],
    [
      "calls/views.py",
      "from django.http import JsonResponse\n",
      "from django.http import JsonResponse\nfrom django.shortcuts import get_object_or_404\n",
    ],
    ["calls/urls.py", "views.CallDetail.as_view()", "views.call"],
    ["calls/fixtures/calls.json", '"is_archived": true', '"withdrawn_at": "2025-06-11T09:00:00Z"'],
    ["calls/fixtures/calls.json", '"is_archived": false', '"withdrawn_at": null'],
  ]),
  truth: {
    outcome: "not-found",
    kinds: ["deleted", "archived"],
    links: [
      { file: "calls/models.py", text: "self.filter(withdrawn_at__isnull=True)" },
      { file: "calls/fixtures/calls.json", text: '"slug": "rural-libraries-2025"' },
      { file: "calls/fixtures/calls.json", text: '"withdrawn_at": "2025' },
      { file: "calls/views.py", text: "def call(request" },
      { file: "calls/views.py", text: "get_object_or_404(Call" },
      { file: "calls/urls.py", text: 'path("<slug:slug>/"' },
    ],
  },
};

const misspeltCall: Scenario = {
  ...foundation,
  name: "call-nobody-made",
  files: edit(foundation.files, [
    ["calls.http", "/calls/rural-libraries-2025/", "/calls/mountain-schools/"],
    ["docs/links.md", "/calls/rural-libraries-2025/", "/calls/mountain-schools/"],
  ]),
  facts: ["GET /calls/ 200", "GET /calls/night-trains/ 200", "GET /calls/mountain-schools/ 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "calls/urls.py", text: 'path("<slug:slug>/"' },
      { file: "calls/views.py", text: "class CallDetail(DetailView)" },
    ],
  },
};

const queryKept: Scenario = {
  ...wool,
  name: "pattern-that-was-never-written",
  files: edit(wool.files, [
    ["config/urls.py", "permanent=True)", "permanent=True, query_string=True)"],
    ["patterns.http", "/p/88?lang=nb", "/p/99?lang=nb"],
  ]),
  facts: [
    "GET /patterns/ 200",
    "GET /p/99?lang=nb 301",
    "GET /patterns/99/?lang=nb 404",
    "GET /patterns/88/?lang=nb 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "patterns/urls.py", text: 'path("<int:pk>/"' },
      { file: "patterns/views.py", text: "def show(request" },
    ],
  },
};

const flaskModels: Scenario = {
  ...models,
  name: "model-with-a-folder",
  files: edit(models.files, [
    [
      "server/main.py",
      'import uvicorn\nfrom fastapi import FastAPI\n\nfrom printables.routes import router\n\napp = FastAPI(title="Printables", docs_url=None, redoc_url=None)\napp.include_router(router, prefix="/api")\n',
      'from flask import Flask\n\nfrom printables.routes import bp\n\napp = Flask(__name__)\napp.register_blueprint(bp, url_prefix="/api")\n',
    ],
    [
      "server/main.py",
      'uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")',
      'app.run(host="127.0.0.1", port=int(os.environ.get("PORT", "8000")))',
    ],
    [
      "server/printables/routes.py",
      models.files["server/printables/routes.py"] ?? "",
      `from flask import Blueprint, abort, jsonify

from printables.store import get_store

bp = Blueprint("printables", __name__)


@bp.get("/models")
def list_models():
    return jsonify(items=[{"key": key, "grams": model.grams} for key, model in get_store().items()])


@bp.get("/models/<key>")
def read_model(key):
    model = get_store().get(key) or abort(404)
    return jsonify(key=key, grams=model.grams, material=model.material)
`,
    ],
    ["server/requirements.txt", "fastapi==0.92.0\nuvicorn==0.17.6\n", "flask\n"],
  ]),
  servers: [{ name: "api", entry: "server/main.py", needs: "flask" }],
  truth: {
    ...models.truth,
    links: [
      { file: "server/printables/routes.py", text: '@bp.get("/models/<key>")' },
      { file: "server/printables/routes.py", text: "def read_model(" },
    ],
  },
};

/** Variations of scenarios whose bases are told by other facts. */
export const furtherVariations: readonly Scenario[] = [
  byParameter,
  onlyInTwo,
  nested,
  withdrawn,
  misspeltCall,
  queryKept,
  flaskModels,
];
