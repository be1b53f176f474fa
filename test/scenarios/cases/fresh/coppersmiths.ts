import type { Scenario } from "../../scenario.ts";

const kettle: Scenario = {
  name: "old-link-to-a-copper-kettle",
  files: {
    "nginx/shop.conf": `server {
    listen PORT_OF_nginx;
    server_name localhost;

    # printed catalogues of the years before
    location /shop/ {
        rewrite ^/shop/([a-z]+)\\.html$ /items/$1/ break;
        proxy_pass http://127.0.0.1:PORT_OF_shop;
    }

    location / {
        proxy_pass http://127.0.0.1:PORT_OF_shop;
    }
}
`,
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "copper.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "copper/__init__.py": "",
    "copper/settings.py": `SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "copper.urls"
`,
    "copper/urls.py": `from django.http import HttpResponse, HttpResponseNotFound
from django.urls import path

ITEMS = {"ladle": 24, "funnel": 18, "jam-kettle": 120}


def item(request, slug):
    if slug in ITEMS:
        return HttpResponse(f"<h1>{slug}</h1><p>{ITEMS[slug]} €</p>")
    return HttpResponseNotFound("<h1>We do not make this</h1>")


urlpatterns = [
    path("", lambda request: HttpResponse("<h1>Coppersmith</h1>")),
    path("items/<slug:slug>/", item),
]
`,
    "links.http": `@shop = http://localhost:PORT_OF_nginx

### catalogue 2019, page 3
GET {{shop}}/shop/ladle.html

### catalogue 2019, page 8
# @name page8
GET {{shop}}/shop/jam-kettle.html
`,
  },
  servers: [
    { name: "shop", entry: "manage.py", needs: "django" },
    {
      name: "nginx",
      entry: "front:ruleProxy",
      env: {
        RULES:
          '[{"from":"^/shop/([a-z]+)\\\\.html$","to":"/items/$1/","port":"PORT_OF_shop"},{"from":"^/","to":"/","port":"PORT_OF_shop"}]',
      },
    },
  ],
  ask: ["links.http#page8"],
  facts: [
    "nginx:GET /shop/ladle.html 200",
    "nginx:GET /shop/jam-kettle.html 404",
    "nginx:GET /items/jam-kettle/ 200",
    "nginx:GET /items/none/ 404",
    "shop:GET /shop/jam-kettle.html 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "nginx/shop.conf", text: "rewrite ^/shop/" },
      { file: "nginx/shop.conf", text: "location /shop/ {" },
    ],
    fixes: [{ url: "/items/jam-kettle/" }, { kind: "edit-rewrite" }],
  },
};

const wiki: Scenario = {
  name: "page-on-hedge-laying",
  files: {
    "nginx/site.conf": `server {
    listen PORT_OF_www;
    server_name localhost;

    location /wiki/ {
        rewrite ^/wiki/ /craft/ permanent;
    }

    location / {
        proxy_pass http://127.0.0.1:PORT_OF_hedges;
    }
}
`,
    "requirements.txt": "flask\n",
    "hedges.py": `import os

from flask import Flask, abort, render_template_string

app = Flask(__name__)
PAGES = {"laying": "Cut the stems almost through.", "tools": "A billhook, a mallet, gloves."}


@app.get("/craft/pages/<name>")
def page(name):
    text = PAGES.get(name) or abort(404)
    return render_template_string("<p>{{ text }}</p>", text=text)


@app.get("/craft/pages")
def pages():
    return {"pages": list(PAGES)}


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "leaflet/links.http": `### as printed on the leaflet
# @name leaflet
GET http://localhost:PORT_OF_www/wiki/laying
`,
  },
  servers: [
    { name: "hedges", entry: "hedges.py", needs: "flask" },
    {
      name: "www",
      entry: "front:redirectFront",
      env: { FROM: "^/wiki/", TO: "/craft/", UPSTREAM: "PORT_OF_hedges" },
    },
  ],
  ask: ["leaflet/links.http#leaflet"],
  facts: [
    "www:GET /wiki/laying 301",
    "www:GET /craft/laying 404",
    "www:GET /craft/pages/laying 200",
    "www:GET /craft/pages 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path", "rewrite-rule"],
    links: [
      { file: "nginx/site.conf", text: "rewrite ^/wiki/" },
      { file: "nginx/site.conf", text: "location /wiki/ {" },
      { file: "hedges.py", text: '@app.get("/craft/pages/<name>")' },
    ],
    fixes: [{ url: "/craft/pages/laying" }, { kind: "edit-rewrite" }],
  },
};

const css: Scenario = {
  name: "stylesheet-of-the-lime-works",
  files: {
    "nginx/lime.conf": `server {
    listen PORT_OF_web;
    server_name localhost;

    location /static/ {
        root /srv/lime/static;
        expires 7d;
    }

    location / {
        proxy_pass http://127.0.0.1:PORT_OF_app;
    }
}
`,
    "docker-compose.yml": `services:
  web:
    image: nginx:1.27
    volumes:
      - ./nginx/lime.conf:/etc/nginx/conf.d/default.conf:ro
      - ./static:/srv/lime/static:ro
  app:
    build: .
`,
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lime.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "lime/__init__.py": "",
    "lime/settings.py": `from pathlib import Path

SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "lime.urls"
STATIC_URL = "/static/"
STATIC_ROOT = Path(__file__).parent.parent / "static"
`,
    "lime/urls.py": `from django.http import HttpResponse
from django.urls import path

PAGE = '<!doctype html><link rel="stylesheet" href="/static/kiln.css"><h1>Lime</h1>'

urlpatterns = [path("", lambda request: HttpResponse(PAGE))]
`,
    "static/kiln.css": "h1 { color: #665; }\n",
    "lime.http": `### page
GET http://localhost:PORT_OF_web/

### its style
# @name style
GET http://localhost:PORT_OF_web/static/kiln.css
`,
  },
  servers: [
    { name: "app", entry: "manage.py", needs: "django" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { RULES: '[{"from":"^/static/","status":404},{"from":"^/","to":"/","port":"PORT_OF_app"}]' },
    },
  ],
  ask: ["lime.http#style"],
  facts: ["web:GET / 200", "web:GET /static/kiln.css 404", "app:GET / 200"],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "nginx/lime.conf", text: "root /srv/lime/static;" },
      { file: "nginx/lime.conf", text: "location /static/ {" },
    ],
  },
};

/** Kettles, hedges and lime behind nginx. */
export const coppersmiths: readonly Scenario[] = [kettle, wiki, css];
