import type { Scenario } from "../../scenario.ts";

const countFiles = {
  "serve.py": `import os

from aiohttp import web

from count.application import make

web.run_app(make(), host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  "count/__init__.py": "",
  "count/application.py": `from aiohttp import web

from count import results, status


@web.middleware
async def as_problem(request, handler):
    try:
        return await handler(request)
    except web.HTTPException as error:
        body = {"title": error.reason, "status": error.status}
        return web.json_response(body, status=error.status, content_type="application/problem+json")


def make():
    app = web.Application(middlewares=[as_problem])
    results.setup(app)
    status.setup(app)
    return app
`,
  "count/status.py": `from aiohttp import web


async def status(request):
    return web.json_response({"counted": 0.94})


def setup(app):
    app.router.add_get("/status", status)
`,
  "tv/overlay.js": `const base = "http://localhost:PORT_OF_api";

export const ward = (number) => fetch(\`\${base}/wards/w-\${number}/results\`).then((answer) => answer.json());
`,
  "count.http": `@count = http://localhost:PORT_OF_api

### how far are they
GET {{count}}/status

### for the overlay
# @name ward
GET {{count}}/wards/w-12/results
`,
};

const resultsOf = (path: string) => `from aiohttp import web

VOTES = {"w-12": [2011, 1840], "w-14": [900, 1022]}


class WardResults(web.View):
    async def get(self):
        ward = self.request.match_info["ward"]
        if ward not in VOTES:
            raise web.HTTPNotFound()
        return web.json_response({"ward": ward, "votes": VOTES[ward]})


def setup(app):
    app.router.add_view(r"${path}", WardResults)
`;

const ward: Scenario = {
  name: "ward-on-the-overlay",
  files: { ...countFiles, "count/results.py": resultsOf("/results/by-ward/{ward:w-\\d{2}}") },
  history: [
    {
      message: "Results of a ward",
      files: { ...countFiles, "count/results.py": resultsOf("/wards/{ward:w-\\d{2}}/results") },
    },
  ],
  servers: [{ name: "api", entry: "serve.py", needs: "aiohttp" }],
  ask: ["count.http#ward"],
  facts: [
    "GET /status 200",
    "GET /wards/w-12/results 404",
    "GET /results/by-ward/w-12 200",
    "GET /results/by-ward/w-99 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [{ file: "count/results.py", text: "app.router.add_view(" }],
    fixes: [{ url: "/results/by-ward/w-12" }],
  },
};

const observerFiles = {
  "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "observers.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
  "observers/__init__.py": "",
  "observers/settings.py": `SECRET_KEY = "only-for-development"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "observers.urls"
INSTALLED_APPS = ["rest_framework"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["observers.identity.TokenOfAnObserver"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "UNAUTHENTICATED_USER": None,
}
`,
  "observers/identity.py": `import json
import os
from types import SimpleNamespace

from rest_framework.authentication import BaseAuthentication
from rest_framework.exceptions import AuthenticationFailed

OBSERVERS = json.loads(os.environ["OBSERVERS"])


class TokenOfAnObserver(BaseAuthentication):
    def authenticate(self, request):
        kind, _, token = request.headers.get("Authorization", "").partition(" ")
        if kind != "Token":
            return None
        if token not in OBSERVERS:
            raise AuthenticationFailed()
        return SimpleNamespace(name=OBSERVERS[token], is_authenticated=True), token

    def authenticate_header(self, request):
        return "Token"
`,
  "observers/urls.py": `from django.urls import include, path
from rest_framework.routers import DefaultRouter

from observers.views import ReportViewSet

router = DefaultRouter()
router.include_root_view = False
router.register(r"reports", ReportViewSet, basename="report")

urlpatterns = [path("observers/", include(router.urls))]
`,
  "observers/views.py": `from django.http import Http404
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

REPORTS = [
    {"id": "5b0c1e0a-77c3-4d0e-9a51-0d4f6f1f6a11", "by": "tom", "text": "Seal was intact"},
    {"id": "c9e2f1b4-1a0f-4a53-8b60-6a0d2b3f9e72", "by": "ines", "text": "Opened at 8"},
]


class ReportViewSet(GenericViewSet):
    lookup_value_regex = "[0-9a-f-]{36}"

    def visible(self):
        return [report for report in REPORTS if report["by"] == self.request.user.name]

    def list(self, request):
        return Response({"count": len(self.visible()), "next": None, "results": self.visible()})

    def retrieve(self, request, pk):
        for report in self.visible():
            if report["id"] == pk:
                return Response(report)
        raise Http404
`,
  "http-client.env.json": `{
  "ines": { "observers": "http://localhost:PORT_OF_api/observers" },
  "tom": { "observers": "http://localhost:PORT_OF_api/observers" }
}
`,
  "http-client.private.env.json": `{
  "ines": { "token": "4f1d0b7c9e2a" },
  "tom": { "token": "b86e53a0d71f" }
}
`,
  "reports.http": `### what I wrote
GET {{observers}}/reports/
Authorization: Token {{token}}

### the one about the seal
# @name seal
GET {{observers}}/reports/5b0c1e0a-77c3-4d0e-9a51-0d4f6f1f6a11/
Authorization: Token {{token}}
`,
};

const report: Scenario = {
  name: "report-about-a-seal",
  files: observerFiles,
  servers: [
    {
      name: "api",
      entry: "manage.py",
      needs: "rest_framework",
      env: { OBSERVERS: '{"4f1d0b7c9e2a":"ines","b86e53a0d71f":"tom"}' },
    },
  ],
  ask: ["reports.http#seal", "--env", "ines"],
  facts: [
    "GET /observers/reports/ 200 | Authorization: Token 4f1d0b7c9e2a",
    "GET /observers/reports/5b0c1e0a-77c3-4d0e-9a51-0d4f6f1f6a11/ 404 | Authorization: Token 4f1d0b7c9e2a",
    "GET /observers/reports/5b0c1e0a-77c3-4d0e-9a51-0d4f6f1f6a11/ 200 | Authorization: Token b86e53a0d71f",
    "GET /observers/reports/5b0c1e0a-77c3-4d0e-9a51-0d4f6f1f6a11/ 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "observers/views.py", text: 'if report["by"] == self.request.user.name' },
      { file: "observers/views.py", text: "def retrieve(self" },
      { file: "observers/urls.py", text: 'router.register(r"reports"' },
    ],
  },
  credentials: [
    { value: "4f1d0b7c9e2a", servers: ["api"] },
    { value: "b86e53a0d71f", servers: ["api"] },
  ],
};

/** The evening of an election: results for the television, reports of the observers. */
export const counting: readonly Scenario[] = [ward, report];
