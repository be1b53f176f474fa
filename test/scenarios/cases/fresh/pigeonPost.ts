import type { Scenario } from "../../scenario.ts";

const letter: Scenario = {
  name: "message-of-a-pigeon",
  files: {
    "manage.py": `import os
import sys

import django
from django.core.management import call_command, execute_from_command_line

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "post.settings")

if __name__ == "__main__":
    if len(sys.argv) == 1:
        django.setup()
        call_command("migrate", run_syncdb=True, verbosity=0)
        call_command("loaddata", "post", verbosity=0)
        sys.argv += ["runserver", "--noreload", os.environ.get("PORT", "8000")]
    execute_from_command_line(sys.argv)
`,
    "post/__init__.py": "",
    "post/settings.py": `from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = "local-only"
DEBUG = False
ALLOWED_HOSTS = ["*"]
ROOT_URLCONF = "post.urls"
INSTALLED_APPS = [
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "rest_framework",
    "rest_framework.authtoken",
    "messages_app",
]
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": BASE_DIR / "post.sqlite3"}}
DEFAULT_AUTO_FIELD = "django.db.models.AutoField"
USE_TZ = True
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.TokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
`,
    "post/urls.py": `from django.urls import include, path
from rest_framework.routers import SimpleRouter

from messages_app.views import MessageViewSet

router = SimpleRouter()
router.register("messages", MessageViewSet)

urlpatterns = [path("api/", include(router.urls))]
`,
    "messages_app/__init__.py": "",
    "messages_app/models.py": `from django.contrib.auth.models import User
from django.db import models


class Message(models.Model):
    sender = models.ForeignKey(User, on_delete=models.CASCADE)
    text = models.CharField(max_length=200)
`,
    "messages_app/views.py": `from django.http import Http404
from rest_framework import serializers, viewsets

from messages_app.models import Message


class MessageSerializer(serializers.ModelSerializer):
    class Meta:
        model = Message
        fields = ["id", "text"]


class MessageViewSet(viewsets.ReadOnlyModelViewSet):
    queryset = Message.objects.all()
    serializer_class = MessageSerializer

    def get_object(self):
        message = super().get_object()
        if message.sender != self.request.user:
            raise Http404
        return message
`,
    "messages_app/fixtures/post.json": `[
  { "model": "auth.user", "pk": 1, "fields": { "username": "alma", "password": "!" } },
  { "model": "auth.user", "pk": 2, "fields": { "username": "bruno", "password": "!" } },
  { "model": "authtoken.token", "pk": "tk-alma-01", "fields": { "user": 1, "created": "2026-01-01T00:00:00Z" } },
  { "model": "authtoken.token", "pk": "tk-bruno-02", "fields": { "user": 2, "created": "2026-01-01T00:00:00Z" } },
  { "model": "messages_app.message", "pk": 71, "fields": { "sender": 1, "text": "Arrived safely" } },
  { "model": "messages_app.message", "pk": 72, "fields": { "sender": 2, "text": "Send corn" } }
]
`,
    "post.http": `@post = http://localhost:PORT_OF_api/api
@token = tk-alma-01

### mine
GET {{post}}/messages/71/
Authorization: Token {{token}}

### about the corn
# @name corn
GET {{post}}/messages/72/
Authorization: Token {{token}}
`,
  },
  servers: [{ name: "api", entry: "manage.py", needs: "rest_framework" }],
  ask: ["post.http#corn"],
  facts: [
    "GET /api/messages/71/ 200 | Authorization: Token tk-alma-01",
    "GET /api/messages/72/ 404 | Authorization: Token tk-alma-01",
    "GET /api/messages/72/ 200 | Authorization: Token tk-bruno-02",
    "GET /api/messages/99/ 404 | Authorization: Token tk-alma-01",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "messages_app/views.py", text: "if message.sender != self.request.user" },
      { file: "messages_app/fixtures/post.json", text: '"pk": 72' },
    ],
  },
  credentials: [
    { value: "tk-alma-01", servers: ["api"] },
    { value: "tk-bruno-02", servers: [] },
  ],
};

const lofts: Scenario = {
  name: "pigeons-in-the-loft",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "lofts/__init__.py": "",
    "lofts/deps.py": `from fastapi import Header, HTTPException

KEEPERS = {"kp-nina-3": "nina"}


async def require_keeper(x_keeper_key: str | None = Header(default=None)):
    if x_keeper_key not in KEEPERS:
        raise HTTPException(status_code=404)
    return KEEPERS[x_keeper_key]
`,
    "lofts/routers/__init__.py": "",
    "lofts/routers/public.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/races")
async def races():
    return [{"from": "Barcelona", "km": 1100}]
`,
    "lofts/routers/keeper.py": `from fastapi import APIRouter, Depends

from lofts.deps import require_keeper

router = APIRouter(prefix="/keeper", dependencies=[Depends(require_keeper)])


@router.get("/pigeons")
async def pigeons():
    return [{"ring": "NL-26-100", "sex": "hen"}]


@router.get("/feed")
async def feed():
    return {"corn_kg": 40}
`,
    "lofts/main.py": `from fastapi import FastAPI

from lofts.routers import keeper, public

app = FastAPI(title="Lofts", openapi_url=None)
app.include_router(public.router)
app.include_router(keeper.router)
`,
    "run.py": `import os

import uvicorn

uvicorn.run("lofts.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "lofts.http": `@lofts = http://localhost:PORT_OF_api

### races
GET {{lofts}}/races

### pigeons
# @name pigeons
GET {{lofts}}/keeper/pigeons
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["lofts.http#pigeons"],
  facts: ["GET /races 200", "GET /keeper/pigeons 404", "GET /keeper/pigeons 200 | X-Keeper-Key: kp-nina-3"],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "lofts/deps.py", text: "raise HTTPException(status_code=404)" },
      { file: "lofts/deps.py", text: "if x_keeper_key not in KEEPERS" },
      { file: "lofts/routers/keeper.py", text: "dependencies=[Depends(require_keeper)]" },
    ],
  },
};

const race: Scenario = {
  name: "race-of-a-pigeon",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "races/__init__.py": "",
    "races/auth.py": `from fastapi import Header, HTTPException

MEMBERS = {"mb-otto-8": "otto"}


def member(authorization: str = Header("")):
    name = MEMBERS.get(authorization.removeprefix("Bearer "))
    if name is None:
        raise HTTPException(status_code=401, detail="Sign in")
    return name
`,
    "races/main.py": `from fastapi import Depends, FastAPI, HTTPException

from races.auth import member

app = FastAPI(title="Races")

RACES = {"barcelona-2025": {"id": "barcelona-2025", "birds": 312}, "dax-2025": {"id": "dax-2025", "birds": 205}}


@app.get("/races")
def races(who: str = Depends(member)):
    return list(RACES.values())


@app.get("/races/{race}")
def read(race: str, who: str = Depends(member)):
    if race not in RACES:
        raise HTTPException(status_code=404, detail="Race not found")
    return {**RACES[race], "seen_by": who}
`,
    "run.py": `import os

import uvicorn

uvicorn.run("races.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "races.http": `@races = http://localhost:PORT_OF_api/races

### Dax
GET {{races}}/dax-2025
Authorization: Bearer mb-otto-8

### Perpignan
# @name perpignan
GET {{races}}/perpignan-2025
Authorization: Bearer mb-otto-8
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["races.http#perpignan"],
  facts: [
    "GET /races/dax-2025 200 | Authorization: Bearer mb-otto-8",
    "GET /races/perpignan-2025 404 | Authorization: Bearer mb-otto-8",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "races/main.py", text: '@app.get("/races/{race}")' }],
  },
  credentials: [{ value: "mb-otto-8", servers: ["api"] }],
};

/** Post by pigeon. */
export const pigeonPost: readonly Scenario[] = [letter, lofts, race];
