import type { Scenario } from "../../scenario.ts";

const logo: Scenario = {
  name: "logo-of-the-handbook",
  files: {
    "docusaurus.config.js": `/** @type {import('@docusaurus/types').Config} */
const config = {
  title: "Handbook",
  url: "https://guild.example.test",
  baseUrl: "/handbook/",
  onBrokenLinks: "throw",
  themeConfig: { navbar: { title: "Handbook", logo: { alt: "Guild", src: "img/logo.svg" } } },
};

module.exports = config;
`,
    "package.json":
      '{ "name": "handbook", "private": true, "scripts": { "build": "docusaurus build" }, "dependencies": { "@docusaurus/core": "^3.7.0" } }',
    "docs/intro.md": "---\nslug: /\n---\n\n# Handbook\n\n![Guild](/img/logo.svg)\n",
    "static/img/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect width="8" height="8"/></svg>\n',
    "build/handbook/index.html": '<!doctype html><title>Handbook</title><img src="/handbook/img/logo.svg">\n',
    "build/handbook/img/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg"><rect width="8" height="8"/></svg>\n',
    "build/index.html": '<!doctype html><meta http-equiv="refresh" content="0; url=/handbook/index.html">\n',
    "mail/signature.html": '<img src="http://localhost:PORT_OF_site/img/logo.svg" alt="Guild">\n',
    "handbook.http": `### start
GET http://localhost:PORT_OF_site/handbook/index.html

### picture in the signature
# @name logo
GET http://localhost:PORT_OF_site/img/logo.svg
`,
  },
  servers: [{ name: "site", entry: "front:staticHost", env: { ROOT: "build" } }],
  ask: ["handbook.http#logo"],
  facts: ["GET /handbook/index.html 200", "GET /img/logo.svg 404", "GET /handbook/img/logo.svg 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "docusaurus.config.js", text: 'baseUrl: "/handbook/"' },
      { file: "mail/signature.html", text: "/img/logo.svg" },
    ],
    fixes: [{ url: "/handbook/img/logo.svg" }],
  },
};

const manage = `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "guild.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`;

const contact: Scenario = {
  name: "contact-page-of-the-guild",
  files: {
    "manage.py": manage,
    "guild/__init__.py": "",
    "guild/settings.py": `SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "guild.urls"
INSTALLED_APPS = ["pages"]
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
USE_I18N = True
LANGUAGE_CODE = "de"
LANGUAGES = [("de", "Deutsch"), ("fr", "Français")]
`,
    "guild/urls.py": `from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path

from pages.views import health

urlpatterns = [path("health/", health)]

urlpatterns += i18n_patterns(
    path("", include("pages.urls")),
)
`,
    "pages/__init__.py": "",
    "pages/urls.py": `from django.urls import path

from pages import views

urlpatterns = [
    path("", views.home),
    path("contact/", views.contact),
]
`,
    "pages/views.py": `from django.http import HttpResponse


def health(request):
    return HttpResponse("ok", content_type="text/plain")


def home(request):
    return HttpResponse("<h1>Zunft</h1>")


def contact(request):
    return HttpResponse("<h1>Kontakt</h1><p>zunft@example.test</p>")
`,
    "guild.http": `@guild = http://localhost:PORT_OF_web

### up
GET {{guild}}/health/

### contact
# @name contact
GET {{guild}}/contact/
Accept: text/html
`,
  },
  servers: [{ name: "web", entry: "manage.py", needs: "django" }],
  ask: ["guild.http#contact"],
  facts: ["GET /health/ 200", "GET /contact/ 404", "GET /de/contact/ 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "guild/urls.py", text: "urlpatterns += i18n_patterns(" },
      { file: "pages/urls.py", text: 'path("contact/"' },
      { file: "guild/settings.py", text: 'LANGUAGE_CODE = "de"' },
    ],
    fixes: [{ url: "/de/contact/" }],
  },
};

const dues: Scenario = {
  name: "dues-of-the-guild",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "dues/__init__.py": "",
    "dues/v1.py": `from fastapi import FastAPI

v1 = FastAPI(title="Dues", version="1")


@v1.get("/members")
def members():
    return [{"id": 1, "name": "Rosa"}]


@v1.get("/members/{member}/dues")
def dues(member: int):
    return {"member": member, "open": 40}
`,
    "dues/v2.py": `from fastapi import FastAPI

v2 = FastAPI(title="Dues", version="2")


@v2.get("/members")
def members():
    return {"items": [{"id": 1, "name": "Rosa"}], "next": None}
`,
    "dues/main.py": `from fastapi import FastAPI

from dues.v1 import v1
from dues.v2 import v2

app = FastAPI(title="Guild")
app.mount("/v1", v1)
app.mount("/v2", v2)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("dues.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "client/dues.ts": `const base = "http://localhost:PORT_OF_api/v2";

export const dues = async (member: number) => (await fetch(\`\${base}/members/\${member}/dues\`)).json();
`,
    "dues.http": `@base = http://localhost:PORT_OF_api/v2

### members
GET {{base}}/members

### dues
# @name dues
GET {{base}}/members/1/dues
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["dues.http#dues"],
  facts: ["GET /v2/members 200", "GET /v2/members/1/dues 404", "GET /v1/members/1/dues 200"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "dues/v1.py", text: '@v1.get("/members/{member}/dues")' },
      { file: "dues/main.py", text: 'app.mount("/v1", v1)' },
    ],
    fixes: [{ url: "/v1/members/1/dues" }],
  },
};

/** The guild online. */
export const handbooksOnline: readonly Scenario[] = [logo, contact, dues];
