import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "follows applications of one host, given by position or by name, whose routes are a list of another module",
    files: {
      "application.py": `from starlette.applications import Starlette
from starlette.routing import Host, Mount, Router
import pages, tills
application = Starlette(routes=[
    Host("api.rental.test", app=Router(tills.routes), name="api"),
    Host("old.rental.test", Router(pages.routes)),
])
`,
      "tills.py": `from starlette.routing import Mount, Route
async def stock(request): ...
routes = [Mount("/stock", routes=[Route("/{kind}", stock)])]
`,
      "pages.py": `from starlette.routing import Route
async def prices(request): ...
routes = [Route("/prices", prices)]
`,
    },
    table: `
      GET /stock/{kind} tills.py:3 -> tills.py:2
      GET /prices pages.py:3 -> pages.py:2
    `,
  },
  {
    name: "joins routers of packages, settings objects, nested prefixes and mounted applications",
    files: {
      "app/main.py": `from fastapi import FastAPI
from app.api.routes.api import router as api_router
from app.core.config import get_settings
import app.extra.admin as admin

def get_application() -> FastAPI:
    settings = get_settings()
    application = FastAPI(**settings.kwargs)
    application.include_router(api_router, prefix=settings.api_prefix)
    application.mount("/admin", admin.admin_app)
    return application

app = get_application()

@app.get("/health")
async def health():
    return {}
`,
      "app/core/config.py": `from pydantic import BaseSettings
class Base(BaseSettings):
    api_prefix: str = "/api"
class Dev(Base):
    debug: bool = True
environments = {"dev": Dev, "prod": Base}
def get_settings():
    return environments[Base().env]()
`,
      "app/api/routes/api.py": `from fastapi import APIRouter
from app.api.routes import users, articles
from .items import router as items_router
router = APIRouter()
router.include_router(users.router, tags=["users"], prefix="/users")
router.include_router(articles.router, prefix=f"/{articles.NAME}")
router.include_router(items_router)
`,
      "app/api/routes/__init__.py": "",
      "app/api/routes/users.py": `from fastapi import APIRouter, Depends
router = APIRouter()

@router.post("", status_code=201)
@limiter.limit("5/minute")
async def create_user(body: dict):
    pass

@router.get("/{user_id:int}", deprecated=True)
def one(user_id: int): ...
`,
      "app/api/routes/articles/__init__.py": `from .routes import router
NAME = "articles"
`,
      "app/api/routes/articles/routes.py": `from fastapi import APIRouter
router = APIRouter(prefix="/all")
@router.api_route("/{slug:path}", methods=["GET", "DELETE"])
def any_article(slug): ...
`,
      "app/api/routes/items.py": `import fastapi
router = fastapi.APIRouter(prefix="/items")
class Items:
    def list(self): ...
router.add_api_route("/", Items().list, methods=["GET"])
`,
      "app/extra/admin.py": `from fastapi import FastAPI
admin_app = FastAPI()
@admin_app.get("/stats")
def stats(): ...
lost = fastapi.APIRouter()
`,
    },
    table: `
      POST /api/users app/api/routes/users.py:4 -> app/api/routes/users.py:6
      GET /api/users/{user_id} app/api/routes/users.py:9 -> app/api/routes/users.py:10
      GET /api/articles/all/{slug*} app/api/routes/articles/routes.py:3 -> app/api/routes/articles/routes.py:4
      DELETE /api/articles/all/{slug*} app/api/routes/articles/routes.py:3 -> app/api/routes/articles/routes.py:4
      GET /api/items/ app/api/routes/items.py:5 -> app/api/routes/items.py:4
      GET /admin/stats app/extra/admin.py:3 -> app/extra/admin.py:4
      GET /health app/main.py:15 -> app/main.py:16`,
  },
  {
    name: "reads lists of routes of Starlette, and says what is shadowed and not registered",
    files: {
      "main.py": `from starlette.applications import Starlette
from starlette.routing import Route, Mount, Router
from starlette.endpoints import HTTPEndpoint

class User(HTTPEndpoint):
    async def get(self, request): ...
    async def delete(self, request): ...

async def home(request): ...

routes = [
    Route("/", home),
    Mount("/users", routes=[
        Route("/{name}", User),
        Route("/me", home, methods=["GET", "POST"]),
    ]),
]
app = Starlette(debug=True, routes=routes)
`,
      "orphan.py": `from fastapi import APIRouter
router = APIRouter(prefix="/orphan")
@router.get("/x")
def x(): ...
`,
      "other.py": `from fastapi import FastAPI
app = FastAPI()
`,
    },
    table: `
      GET / main.py:12 -> main.py:9
      GET /users/{name} main.py:14 -> main.py:6
      DELETE /users/{name} main.py:14 -> main.py:7
      GET /users/me main.py:15 -> main.py:9 !shadowed by main.py:14
      POST /users/me main.py:15 -> main.py:9
      GET /orphan/x orphan.py:3 -> orphan.py:4 !not-registered`,
  },
  {
    name: "survives modules that take a name from each other and never make it",
    files: {
      "main.py": `from fastapi import FastAPI
from shop import router

app = FastAPI()
app.include_router(router)

@app.get("/health")
async def health():
    return {}
`,
      "shop/__init__.py": `from .orders import router
`,
      "shop/orders.py": `from shop import router
`,
    },
    table: "GET /health main.py:7 -> main.py:8",
  },
  {
    name: "hands on what the class of a router is given, and what it adds",
    files: {
      "main.py": `from functools import partial
from fastapi import APIRouter, FastAPI

class Router(APIRouter):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, redirect_slashes=False, **kwargs)

class Versioned(Router):
    def __init__(self, name, **kwargs):
        super().__init__(prefix=f"/v1/{name}", **kwargs)

users = Router(prefix="/users")
orders = Versioned("orders", tags=["orders"])

@users.get("/{id}")
def user(id: int): ...

@orders.get("/{id}")
def order(id: int): ...

app = FastAPI()
app.include_router(users)
app.include_router(orders)
`,
    },
    table: `
      GET /users/{id} main.py:15 -> main.py:16
      GET /v1/orders/{id} main.py:18 -> main.py:19`,
  },
  {
    name: "lists the routes of fastapi-users where its routers are included, and the metrics that are exposed",
    files: {
      "main.py": `from fastapi import FastAPI
from prometheus_fastapi_instrumentator import Instrumentator
from users import backend, fastapi_users
app = FastAPI()
app.include_router(fastapi_users.get_auth_router(backend), prefix="/auth/jwt")
app.include_router(fastapi_users.get_users_router(UserRead, UserUpdate), prefix="/users")
Instrumentator().instrument(app).expose(app)
`,
      "users.py": `import uuid
from fastapi_users import FastAPIUsers
backend = ...
fastapi_users = FastAPIUsers[User, uuid.UUID](get_user_manager, [backend])
`,
    },
    table: `
      POST /auth/jwt/login main.py:5
      POST /auth/jwt/logout main.py:5
      GET /users/me main.py:6
      PATCH /users/me main.py:6
      GET /users/{id} main.py:6
      PATCH /users/{id} main.py:6
      DELETE /users/{id} main.py:6
      GET /metrics main.py:7`,
  },
  {
    name: "copies what a router has when it is included before 0.137, and lets a mount take everything below it",
    files: {
      "requirements.txt": "uvicorn\nfastapi[all] == 0.136.3  # the last that copies\n",
      "main.py": `from fastapi import APIRouter, FastAPI
from starlette.applications import Starlette
from starlette.routing import Mount, Route

songs = APIRouter(prefix="/songs")
rooms = FastAPI()

@songs.get("/")
def all_songs(): ...

@rooms.get("/{room}/keys")
def room(room: str): ...

app = FastAPI()
app.include_router(songs)
app.mount("/rooms", rooms)

@songs.get("/{song}/verses")
def verses(song: str): ...

@app.get("/rooms/health")
def health(): ...

@app.get("/health")
def own_health(): ...
`,
    },
    table: `
      GET /songs/ main.py:8 -> main.py:9
      GET /songs/{song}/verses main.py:18 -> main.py:19 !not-registered by main.py:15
      GET /rooms/{room}/keys main.py:11 -> main.py:12
      GET /rooms/health main.py:21 -> main.py:22 !after-catch-all by main.py:16
      GET /health main.py:24 -> main.py:25`,
  },
  {
    name: "serves what is added to a router after it was included, as it does since 0.137",
    files: {
      "pyproject.toml": `[project]\ndependencies = ["fastapi>=0.100", "uvicorn"]\n`,
      "uv.lock": `[[package]]\nname = "fastapi"\nversion = "0.141.1"\n`,
      "main.py": `from fastapi import APIRouter, FastAPI
songs = APIRouter(prefix="/songs")
verses = APIRouter()
app = FastAPI()
app.include_router(songs)
songs.include_router(verses, prefix="/verses")

@songs.get("/latest")
def latest(): ...

@verses.get("/{verse}")
def verse(verse: int): ...
`,
    },
    table: `
      GET /songs/verses/{verse} main.py:11 -> main.py:12
      GET /songs/latest main.py:8 -> main.py:9`,
  },
  {
    name: "gives the application to its lifespan, which adds to it after all else",
    files: {
      "app.py": `from contextlib import asynccontextmanager
from fastapi import FastAPI
from core import install
@asynccontextmanager
async def lifespan(app: FastAPI):
    await startup(app)
    yield
async def startup(app):
    install(app)
app = FastAPI(lifespan=lifespan)
@app.get("/wallets/{name}")
def named(name): ...
`,
      "core.py": `from fastapi import APIRouter, FastAPI
router = APIRouter(prefix="/wallets")
@router.get("/mine")
def mine(): ...
def install(app: FastAPI):
    app.include_router(router)
`,
    },
    table: `
      GET /wallets/{name} app.py:11 -> app.py:12
      GET /wallets/mine core.py:3 -> core.py:4 !shadowed by app.py:11`,
  },
];

checkCases("fastapi", cases);
