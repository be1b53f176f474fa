import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "walks what a generator yields, and takes the one thing that a context manager does",
    files: {
      "app.py": `from contextlib import contextmanager
from fastapi import FastAPI
from parts import routers
app = FastAPI()
for router, prefix in routers():
    app.include_router(router, prefix=prefix)
@contextmanager
def scope():
    yield app
with scope() as inner:
    @inner.get("/within")
    def within(): ...
`,
      "parts.py": `from fastapi import APIRouter
first, second, third = APIRouter(), APIRouter(), APIRouter()
@first.get("/a")
def a(): ...
@second.get("/b")
def b(): ...
@third.get("/c")
def c(): ...
def others():
    yield third, "/three"
def routers():
    yield first, "/one"
    yield second, "/two"
    yield from others()
`,
    },
    table: `
      GET /one/a parts.py:3 -> parts.py:4
      GET /two/b parts.py:5 -> parts.py:6
      GET /three/c parts.py:7 -> parts.py:8
      GET /within app.py:11 -> app.py:12`,
  },
  {
    name: "reads files that name no framework and only decorate with a router of their package",
    files: {
      "api/__init__.py": `from fastapi import APIRouter, FastAPI
router = APIRouter(prefix="/v2")
from . import patients, staff
app = FastAPI()
app.include_router(router)
`,
      "api/patients.py": `from . import router
@router.get("/patients")
async def index(): ...
`,
      "api/staff.py": `from api import router as v2
class Rota:
    def __init__(self, team):
        v2.add_api_route(f"/staff/{team}/{{person}}", self.member, methods=["GET"])
    async def member(self, person): ...
nurses = Rota("nurses")
`,
    },
    table: `
      GET /v2/patients api/patients.py:2 -> api/patients.py:3
      GET /v2/staff/nurses/{person} api/staff.py:4 -> api/staff.py:5`,
  },
  {
    name: "makes the routes of a generic router from the name of its model, for every member of an enumeration",
    files: {
      "app.py": `from enum import Enum
from fastapi import APIRouter, FastAPI
class Versions(str, Enum):
    ONE = "v1"
    TWO = "v2"
class Bin: ...
class Crud(APIRouter):
    def __init__(self, model, prefix="", **kwargs):
        super().__init__(prefix=prefix + "/" + model.__name__.lower() + "s", **kwargs)
        self.add_api_route("/{key}", self.read, methods=["GET"])
    def read(self, key): ...
app = FastAPI()
for version in Versions:
    app.include_router(Crud(Bin, prefix=f"/{version.value}"))
`,
    },
    table: `
      GET /v1/bins/{key} app.py:10 -> app.py:11
      GET /v2/bins/{key} app.py:10 -> app.py:11`,
  },
  {
    name: "runs a class method for the class that it is asked of",
    files: {
      "app.py": `from flask import Flask
from resources import Drafts, Photos
app = Flask(__name__)
Drafts.register(app)
Photos.register(app)
`,
      "resources.py": `from flask.views import MethodView
class Resource(MethodView):
    path = None
    @classmethod
    def register(cls, app):
        app.add_url_rule(f"/{cls.path}", view_func=cls.as_view(cls.__name__.lower()))
class Drafts(Resource):
    path = "drafts"
    def get(self): ...
class Photos(Resource):
    path = "photos"
    def post(self): ...
`,
    },
    table: `
      GET /drafts resources.py:6 -> resources.py:9
      POST /photos resources.py:6 -> resources.py:12`,
  },
  {
    name: "follows getattr, enumerate, zip, sorted, slices and comprehensions within one another",
    files: {
      "app.py": `from fastapi import FastAPI
import labels, scans
app = FastAPI()
for module in sorted([labels, scans]):
    app.include_router(module.router, prefix=getattr(module, "PREFIX", ""))
def page(): ...
for at, name in enumerate(["about", "terms"], start=1):
    app.add_api_route(f"/{at}/{name}", page)
for verb, path in zip(("get", "put"), ["/x", "/y"]):
    getattr(app, verb)(path)(page)
for whole in [f"/{a}/{b}" for a in ("north", "south") for b in ["wing.py"[:-3]]]:
    app.get(whole.rstrip("/"))(page)
`,
      "labels.py": `from fastapi import APIRouter
PREFIX = "/labels"
router = APIRouter()
@router.get("/one")
def one(): ...
`,
      "scans.py": `from fastapi import APIRouter
router = APIRouter()
@router.get("/two")
def two(): ...
`,
    },
    table: `
      GET /labels/one labels.py:4 -> labels.py:5
      GET /two scans.py:3 -> scans.py:4
      GET /1/about app.py:7 -> app.py:6
      GET /2/terms app.py:7 -> app.py:6
      GET /x app.py:9 -> app.py:6
      PUT /y app.py:9 -> app.py:6
      GET /north/wing app.py:12 -> app.py:6
      GET /south/wing app.py:12 -> app.py:6`,
  },
  {
    name: "loads the modules of a package that pkgutil lists, and the files that os.listdir does",
    files: {
      "app.py": `import os, pkgutil
from importlib import import_module
from flask import Flask
import views
app = Flask(__name__)
for info in pkgutil.iter_modules(views.__path__, views.__name__ + "."):
    app.register_blueprint(import_module(info.name).bp)
for file in os.listdir(os.path.join(os.path.dirname(__file__), "hooks")):
    stem, ending = os.path.splitext(file)
    app.register_blueprint(import_module("hooks." + stem).bp, url_prefix="/" + stem)
`,
      "views/__init__.py": "",
      "views/bikes.py": `from flask import Blueprint
bp = Blueprint("bikes", __name__)
@bp.get("/bikes")
def bikes(): ...
`,
      "hooks/stripe.py": `from flask import Blueprint
bp = Blueprint("stripe", __name__)
@bp.post("/paid")
def paid(): ...
`,
    },
    table: `
      GET /bikes views/bikes.py:3 -> views/bikes.py:4
      POST /stripe/paid hooks/stripe.py:3 -> hooks/stripe.py:4`,
  },
  {
    name: "evaluates the value of a chained assignment once",
    files: {
      "app.py": `from flask import Flask
application = app = Flask(__name__)
@app.get("/health")
def health(): ...
`,
    },
    table: "GET /health app.py:3 -> app.py:4",
  },
  {
    name: "sees the fields of a class from its own body, through an application that is an instance of it, and forgets what a turn had",
    files: {
      "app.py": `from flask import Blueprint, Flask
reports = Blueprint("reports", __name__)
@reports.get("/yield")
def yields(): ...
trees = Blueprint("trees", __name__, url_prefix="/trees")
@trees.get("/all")
def all_trees(): ...
class Paths:
    ROOT = "/orchard"
    REPORTS = ROOT + "/reports"
class Orchard(Flask):
    BLUEPRINTS = [(reports, Paths.REPORTS), (trees, None)]
    def setup(self):
        for blueprint, prefix in self.BLUEPRINTS:
            self.register_blueprint(blueprint, url_prefix=prefix)
app = Orchard(__name__)
app.setup()
`,
    },
    table: `
      GET /orchard/reports/yield app.py:3 -> app.py:4
      GET /trees/all app.py:6 -> app.py:7`,
  },
  {
    name: "runs modules that are imported for what they do, and registers what their decorators have collected",
    files: {
      "orchard/__init__.py": `from flask import Flask
from .registry import registry
from . import trees
def create_app():
    app = Flask(__name__)
    for rule, options, view in registry.rules:
        app.add_url_rule(rule, view_func=view, **options)
    return app
app = create_app()
`,
      "orchard/registry.py": `class Registry:
    def __init__(self):
        self.rules = []
    def endpoint(self, rule, **options):
        def decorate(view):
            self.rules.append((rule, options, view))
            return view
        return decorate
registry = Registry()
endpoint = registry.endpoint
`,
      "orchard/trees.py": `from .registry import endpoint
@endpoint("/trees", methods=["POST"])
def plant(): ...
`,
    },
    table: "POST /trees orchard/trees.py:2 -> orchard/trees.py:3",
  },
  {
    name: "adds to the routes of an application that is made already, and to its router, and calls what partial made",
    files: {
      "app.py": `import functools
from fastapi import APIRouter, FastAPI
from starlette.routing import Route
def show(name): ...
app = FastAPI()
app.router.routes.append(Route("/robots.txt", show))
app.routes.extend([Route("/a", show), Route("/b", functools.partial(show, name="b"))])
app.router.add_api_route("/ping", show)
tickets = APIRouter()
post = functools.partial(tickets.post, status_code=201)
@post("/tickets")
def sell(): ...
app.include_router(prefix="/v1", router=tickets)
`,
    },
    table: `
      GET /robots.txt app.py:6 -> app.py:4
      GET /a app.py:7 -> app.py:4
      GET /b app.py:7 -> app.py:4
      GET /ping app.py:8 -> app.py:4
      POST /v1/tickets app.py:11 -> app.py:12`,
  },
  {
    name: "takes the side that a switch chooses for each, and keeps what is switched off for all in its place",
    files: {
      "app.py": `from fastapi import APIRouter, FastAPI
class Crud(APIRouter):
    def __init__(self, name, readonly=False):
        super().__init__(prefix="/" + name)
        self.readonly = readonly
        self.add_api_route("", self.all, methods=["GET"])
        if not self.readonly:
            self.add_api_route("", self.add, methods=["POST"])
    def all(self): ...
    def add(self): ...
def build(debug):
    app = FastAPI()
    app.include_router(Crud("bins"))
    if debug:
        @app.get("/debug")
        def debug_page(): ...
    app.include_router(Crud("items", readonly=True))
    return app
app = build(False)
`,
    },
    table: `
      GET /bins app.py:6 -> app.py:9
      POST /bins app.py:8 -> app.py:10
      GET /debug app.py:15 -> app.py:16
      GET /items app.py:6 -> app.py:9`,
  },
  {
    name: "takes a router and a path that are fields of the class whose methods they decorate",
    files: {
      "app.py": `from fastapi import APIRouter, FastAPI
class Cellar:
    router = APIRouter(prefix="/cellar")
    BARRELS = "/barrels"
    @staticmethod
    @router.get(BARRELS)
    async def barrels(): ...
    @router.put(f"{BARRELS}/{{barrel}}")
    async def top_up(barrel): ...
app = FastAPI()
app.include_router(Cellar.router, prefix="/v1")
`,
    },
    table: `
      GET /v1/cellar/barrels app.py:6 -> app.py:7
      PUT /v1/cellar/barrels/{barrel} app.py:8 -> app.py:9`,
  },
  {
    name: "makes the instances of data classes, walks the subclasses of a class, and takes an empty list that a call gives as it is",
    files: {
      "app.py": `from dataclasses import dataclass, field
from aiohttp import web
@dataclass
class Group:
    prefix: str
    routes: list = field(default_factory=list)
    def add(self, path, handler):
        self.routes.append(web.get(self.prefix + path, handler))
        return self
class Api:
    prefix = ""
    def setup(self, app):
        app.router.add_get(self.prefix, self.all)
        for method, path, handler in self.extra():
            app.router.add_route(method, self.prefix + path, handler)
    def extra(self):
        return []
    async def all(self, request): ...
class Lasers(Api):
    prefix = "/lasers"
    def extra(self):
        return [("POST", "/fire", self.fire)]
    async def fire(self, request): ...
class Mice(Api):
    prefix = "/mice"
async def boats(request): ...
app = web.Application()
for group in [Group("/boats").add("", boats), Group(prefix="/crews").add("/all", boats)]:
    app.add_routes(group.routes)
for each in Api.__subclasses__():
    each().setup(app)
`,
    },
    table: `
      GET /boats app.py:28 -> app.py:26
      GET /crews/all app.py:28 -> app.py:26
      GET /lasers app.py:13 -> app.py:18
      POST /lasers/fire app.py:22 -> app.py:23
      GET /mice app.py:13 -> app.py:18`,
  },
  {
    name: "places a route in the row of its table, or at the call of the function that registers it",
    files: {
      "app.py": `from flask import Flask
from views import show, listed
app = Flask(__name__)
ROWS = [
    ("/boats", listed),
    ("/boats/<int:number>", show),
]
for path, view in ROWS:
    app.add_url_rule("/v1" + path, path, view)
def add(path, view, *, methods=("GET",)):
    app.add_url_rule(path, view_func=view, methods=methods)
add("/one", show)
add(path="/two", view=listed, methods=["POST"])
class Harbour:
    def __init__(self, prefix):
        self.prefix = prefix
        app.add_url_rule(self.prefix + "/berths", view_func=listed)
Harbour("/harbour")
`,
      "views.py": `def show(number): ...
def listed(): ...
`,
    },
    table: `
      GET /v1/boats app.py:5 -> views.py:2
      GET /v1/boats/{number} app.py:6 -> views.py:1
      GET /one app.py:12 -> views.py:1
      POST /two app.py:13 -> views.py:2
      GET /harbour/berths app.py:17 -> views.py:2`,
  },
];

checkCases("Python in its own shapes", cases);
