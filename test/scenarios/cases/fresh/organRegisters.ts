import type { Scenario } from "../../scenario.ts";

const radio: Scenario = {
  name: "live-line-of-the-marshals",
  files: {
    "requirements.txt": "aiohttp\n",
    "nginx/sites/marshals.conf": `server {
    listen PORT_OF_edge;
    server_name localhost;

    location / {
        proxy_pass http://127.0.0.1:PORT_OF_line;
        proxy_set_header Host $host;
        proxy_set_header X-Real-IP $remote_addr;
    }
}
`,
    "line/__init__.py": "",
    "line/sockets.py": `from aiohttp import WSMsgType, web


async def live(request):
    socket = web.WebSocketResponse(heartbeat=20)
    if not socket.can_prepare(request):
        raise web.HTTPNotFound()
    await socket.prepare(request)
    async for message in socket:
        if message.type == WSMsgType.TEXT:
            await socket.send_str(message.data)
    return socket
`,
    "line/server.py": `import os

from aiohttp import web

from line.sockets import live


async def posts(request):
    return web.json_response(["start", "bridge", "finish"])


app = web.Application()
app.add_routes([web.get("/posts", posts), web.get("/live/{post}", live)])


def main():
    web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "run.py": "from line.server import main\n\nmain()\n",
    "marshals.http": `### posts
GET http://localhost:PORT_OF_edge/posts

### the bridge wants to listen
# @name bridge
GET http://localhost:PORT_OF_edge/live/bridge
Connection: Upgrade
Upgrade: websocket
Sec-WebSocket-Version: 13
Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==
`,
  },
  servers: [
    { name: "line", entry: "run.py", needs: "aiohttp" },
    { name: "edge", entry: "front:headerFilter", env: { UPSTREAM: "PORT_OF_line" } },
  ],
  ask: ["marshals.http#bridge"],
  facts: [
    "edge:GET /posts 200",
    "edge:GET /live/bridge 404 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==",
    "line:GET /live/bridge 101 | Connection: Upgrade | Upgrade: websocket | Sec-WebSocket-Version: 13 | Sec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==",
    "line:GET /live/bridge 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["upgrade-lost"],
    links: [
      { file: "nginx/sites/marshals.conf", text: "proxy_pass " },
      { file: "nginx/sites/marshals.conf", text: "location / {" },
      { file: "line/server.py", text: 'web.get("/live/{post}"' },
      { file: "line/sockets.py", text: "async def live" },
      { file: "line/sockets.py", text: "can_prepare" },
    ],
  },
};

const choirbook: Scenario = {
  name: "page-of-the-organ-register",
  files: {
    "requirements.txt": "djangorestframework\n",
    "manage.py": `import os

from django.core.management import execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "organs.settings")
execute_from_command_line(["manage.py", "runserver", "--noreload", os.environ.get("PORT", "8000")])
`,
    "organs/__init__.py": "",
    "organs/settings.py": `SECRET_KEY = "dev"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "organs.urls"
INSTALLED_APPS = ["django.contrib.contenttypes", "django.contrib.auth", "rest_framework"]
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_VERSIONING_CLASS": "rest_framework.versioning.QueryParameterVersioning",
    "ALLOWED_VERSIONS": ["2", "3"],
    "VERSION_PARAM": "register",
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
`,
    "organs/urls.py": `from django.urls import path

from organs.views import OrganDetail, OrganList

urlpatterns = [
    path("organs", OrganList.as_view()),
    path("organs/<slug:place>", OrganDetail.as_view()),
]
`,
    "organs/views.py": `from rest_framework.exceptions import NotFound
from rest_framework.response import Response
from rest_framework.views import APIView

ORGANS = {"st-jacobi": {"stops": 60, "built": 1693}, "st-cosmae": {"stops": 42, "built": 1675}}


class OrganList(APIView):
    def get(self, request):
        if request.version == "3":
            return Response([{"place": place, **organ} for place, organ in ORGANS.items()])
        return Response(list(ORGANS))


class OrganDetail(APIView):
    def get(self, request, place):
        try:
            return Response(ORGANS[place])
        except KeyError:
            raise NotFound(f"No organ at {place}")
`,
    "docs/api.md": `# Register

| call | answer |
| --- | --- |
| \`/organs?register=3\` | all organs |
| \`/organs/{place}?register=3\` | one |
`,
    "organs.http": `@register = http://localhost:PORT_OF_register

### Stade
# @name stade
GET {{register}}/organs/st-cosmae
Accept: application/json
`,
  },
  servers: [{ name: "register", entry: "manage.py", needs: "rest_framework" }],
  ask: ["organs.http#stade"],
  facts: [
    "GET /organs/st-cosmae 404",
    "GET /organs/st-cosmae?register=3 200",
    "GET /organs/st-cosmae?register=9 404",
    "GET /organs/none?register=3 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "organs/settings.py", text: "DEFAULT_VERSIONING_CLASS" },
      { file: "organs/settings.py", text: "VERSION_PARAM" },
      { file: "organs/settings.py", text: "ALLOWED_VERSIONS" },
      { file: "organs/urls.py", text: "OrganDetail.as_view()" },
      { file: "organs/views.py", text: "class OrganDetail" },
    ],
    fixes: [{ url: "/organs/st-cosmae?register=3" }, { url: "/organs/st-cosmae?register=2" }],
  },
};

/** Marshals on the line, organs in a register. */
export const organRegisters: readonly Scenario[] = [radio, choirbook];
