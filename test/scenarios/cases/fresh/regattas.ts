import type { Scenario } from "../../scenario.ts";

const script: Scenario = {
  name: "script-of-a-result-page",
  files: {
    "README.md": `# Results of the regatta

Django with WhiteNoise; \`collectstatic\` writes \`collected/\` with hashed names, nginx serves that folder as \`/\` of the static name.
`,
    "requirements.txt": "django==3.2.*\nwhitenoise\n",
    "regatta/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "regatta.urls"
INSTALLED_APPS = ["django.contrib.staticfiles", "results"]
STATIC_URL = "http://localhost:PORT_OF_static/"
STATIC_ROOT = BASE_DIR / "collected"
STATICFILES_STORAGE = "django.contrib.staticfiles.storage.ManifestStaticFilesStorage"
`,
    "regatta/urls.py": `from django.urls import path
from django.views.generic import TemplateView

urlpatterns = [path("", TemplateView.as_view(template_name="results/live.html"))]
`,
    "results/static/results/live.js":
      "const table = document.querySelector('table');\nsetInterval(() => table.refresh(), 10000);\n",
    "results/templates/results/live.html": `{% load static %}<!doctype html>
<title>Live results</title>
<table></table>
<script src="{% static 'results/live.js' %}"></script>
`,
    "kiosk/index.html": `<!doctype html>
<title>Kiosk at the jetty</title>
<table></table>
<script src="http://localhost:PORT_OF_static/results/live.3f81c0a2d94e.js"></script>
`,
    "collected/staticfiles.json": `{
  "paths": {
    "results/live.js": "results/live.b7720e19c5aa.js",
    "results/flags.svg": "results/flags.0c4d11e8f3b6.svg"
  },
  "version": "1.0"
}
`,
    "collected/results/live.js":
      "const table = document.querySelector('table');\nsetInterval(() => table.refresh(), 10000);\n",
    "collected/results/live.b7720e19c5aa.js":
      "const table = document.querySelector('table');\nsetInterval(() => table.refresh(), 10000);\n",
    "collected/results/flags.0c4d11e8f3b6.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>\n',
    "static.http": `@static = http://localhost:PORT_OF_static

### flags
GET {{static}}/results/flags.0c4d11e8f3b6.svg

### what the kiosk loads
# @name kiosk
GET {{static}}/results/live.3f81c0a2d94e.js
`,
  },
  servers: [{ name: "static", entry: "front:staticHost", env: { ROOT: "collected" } }],
  ask: ["static.http#kiosk"],
  facts: [
    "GET /results/flags.0c4d11e8f3b6.svg 200",
    "GET /results/live.3f81c0a2d94e.js 404",
    "GET /results/live.b7720e19c5aa.js 200",
    "GET /results/live.js 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    links: [
      { file: "kiosk/index.html", text: "live.3f81c0a2d94e.js" },
      { file: "collected/staticfiles.json", text: '"results/live.js"' },
    ],
    fixes: [{ url: "/results/live.b7720e19c5aa.js" }, { url: "/results/live.js" }],
  },
};

/** A regatta and the pages with its results. */
export const regattas: readonly Scenario[] = [script];
