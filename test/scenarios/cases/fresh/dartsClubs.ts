import type { Scenario } from "../../scenario.ts";

const haproxy: Scenario = {
  name: "scores-behind-the-balancer",
  files: {
    "haproxy.cfg": `global
    maxconn 200

defaults
    mode http
    timeout connect 2s
    timeout client 10s
    timeout server 10s

frontend public
    bind :PORT_OF_front
    acl is_scores path_beg /scores
    use_backend scores if is_scores
    default_backend pages

backend scores
    server s1 127.0.0.1:PORT_OF_scores check

backend pages
    http-request return status 200 content-type text/plain string "Darts club"
`,
    "scores/requirements.txt": "django\n",
    "scores/manage.py": `import os
import sys

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "club.settings")
execute_from_command_line(sys.argv)
`,
    "scores/club/__init__.py": "",
    "scores/club/settings.py": `SECRET_KEY = "darts"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "club.urls"
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
`,
    "scores/club/urls.py": `from django.http import Http404, JsonResponse
from django.urls import path

TABLE = {"2026-11-20": [{"who": "Pat", "points": 501}]}


def evening(request, day):
    if day not in TABLE:
        raise Http404
    return JsonResponse({"table": TABLE[day]})


def evenings(request):
    return JsonResponse({"evenings": list(TABLE)})


urlpatterns = [path("evenings/", evenings), path("evenings/<str:day>/", evening)]
`,
    "scores/serve.py": `import os
from wsgiref.simple_server import make_server

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "club.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402

make_server("127.0.0.1", int(os.environ.get("PORT", "8000")), get_wsgi_application()).serve_forever()
`,
    "darts.http": `### last Friday
# @name friday
GET http://localhost:PORT_OF_front/scores/evenings/2026-11-20/
`,
  },
  servers: [
    { name: "scores", entry: "scores/serve.py", needs: "django" },
    {
      name: "front",
      entry: "front:ruleProxy",
      env: {
        SERVER: "traefik",
        RULES: '[{"from":"^/scores","to":"/scores","port":"PORT_OF_scores"},{"from":"^/","status":200}]',
      },
    },
  ],
  ask: ["darts.http#friday"],
  facts: [
    "front:GET /scores/evenings/2026-11-20/ 404",
    "scores:GET /evenings/2026-11-20/ 200",
    "scores:GET /scores/evenings/2026-11-20/ 404",
    "front:GET / 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-keeps-prefix"],
    links: [
      { file: "haproxy.cfg", text: "acl is_scores path_beg" },
      { file: "haproxy.cfg", text: "use_backend scores" },
      { file: "haproxy.cfg", text: "server s1" },
      { file: "scores/club/urls.py", text: "evenings/<str:day>/" },
    ],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** Darts clubs: a balancer that hands the path on as it is. */
export const dartsClubs: readonly Scenario[] = [haproxy];
