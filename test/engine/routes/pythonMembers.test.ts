import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "collects the methods of a controller that a decorator has marked",
    files: {
      "main.py": `import inspect
from fastapi import APIRouter, FastAPI
from marks import get, post
class Meters:
    path = "/meters"
    @get()
    async def listing(self): ...
    @get("/{meter_id}")
    async def one(self, meter_id: int): ...
    def helper(self): ...
class Tariffs(Meters):
    path = "/tariffs"
    @post("/{key}/publish", status_code=201)
    async def publish(self, key): ...
def build(cls):
    router = APIRouter(prefix=getattr(cls, "path", ""))
    for _, fn in inspect.getmembers(cls(), predicate=inspect.ismethod):
        options = getattr(fn, "_endpoint", None)
        if options:
            router.add_api_route(endpoint=fn, **options)
    return router
app = FastAPI()
for each in (Meters, Tariffs):
    app.include_router(build(each))
`,
      "marks.py": `def mark(method, path, **options):
    def wrap(fn):
        fn._endpoint = {"path": path, "methods": [method], **options}
        return fn
    return wrap
def get(path="", **options):
    return mark("GET", path, **options)
def post(path="", **options):
    return mark("POST", path, **options)
`,
    },
    table: `
      GET /meters main.py:20 -> main.py:7
      GET /meters/{meter_id} main.py:20 -> main.py:9
      GET /tariffs main.py:20 -> main.py:7
      GET /tariffs/{meter_id} main.py:20 -> main.py:9
      POST /tariffs/{key}/publish main.py:20 -> main.py:14`,
  },
  {
    name: "walks dir, vars and __dict__, and passes over what has no mark",
    files: {
      "app.py": `from flask import Flask
def route(rule, *methods):
    def wrap(fn):
        fn.rule = (rule, methods or ("GET",))
        return fn
    return wrap
class Jobs:
    @route("/")
    def index(self): ...
    @route("/<int:job>", "DELETE")
    def drop(self, job): ...
    def helper(self): ...
app = Flask(__name__)
def by_name(jobs):
    for name in dir(jobs):
        fn = getattr(jobs, name)
        if hasattr(fn, "rule"):
            app.add_url_rule("/named" + fn.rule[0], name, fn, methods=fn.rule[1])
def by_class(cls, prefix, members):
    for name, fn in members.items():
        if not hasattr(fn, "rule"):
            continue
        rule, methods = fn.rule
        app.add_url_rule(prefix + rule, prefix + name, fn, methods=methods)
by_name(Jobs())
by_class(Jobs, "/held", Jobs.__dict__)
by_class(Jobs, "/seen", vars(Jobs))
`,
    },
    table: `
      DELETE /named/{job} app.py:18 -> app.py:11
      GET /named/ app.py:18 -> app.py:9
      GET /held/ app.py:26 -> app.py:9
      DELETE /held/{job} app.py:26 -> app.py:11
      GET /seen/ app.py:27 -> app.py:9
      DELETE /seen/{job} app.py:27 -> app.py:11`,
  },
  {
    name: "registers the blueprints of the modules that werkzeug finds, and those among the members of a module",
    files: {
      "service/__init__.py": `import inspect
from flask import Blueprint, Flask
from werkzeug.utils import find_modules, import_string
from service import more
def create_app():
    app = Flask(__name__)
    for name in find_modules("service.views"):
        module = import_string(name)
        if hasattr(module, "bp"):
            app.register_blueprint(module.bp)
    for _, member in inspect.getmembers(more, lambda each: isinstance(each, Blueprint)):
        app.register_blueprint(member, url_prefix="/more")
    return app
`,
      "service/views/__init__.py": "",
      "service/views/forms.py": `FIELDS = ["name"]
`,
      "service/views/jobs.py": `from flask import Blueprint
bp = Blueprint("jobs", __name__, url_prefix="/jobs")
@bp.get("/")
def jobs(): ...
`,
      "service/more.py": `from flask import Blueprint
first = Blueprint("first", __name__)
second = Blueprint("second", __name__)
@first.get("/one")
def one(): ...
@second.get("/two")
def two(): ...
`,
    },
    table: `
      GET /jobs/ service/views/jobs.py:3 -> service/views/jobs.py:4
      GET /more/one service/more.py:4 -> service/more.py:5
      GET /more/two service/more.py:6 -> service/more.py:7`,
  },
  {
    name: "takes of a handler the methods that can be called",
    files: {
      "app.py": `from flask import Flask
class Handlers:
    METHODS = ["get", "post", "delete"]
    def __init__(self):
        self.app = Flask(__name__)
    def add(self, url, cls):
        handler = cls()
        for each in self.METHODS:
            if not self._has_method(cls, each):
                continue
            self.app.add_url_rule(url, cls.__name__ + each, getattr(handler, each), methods=[each.upper()])
    @staticmethod
    def _has_method(cls, name):
        return callable(getattr(cls, name, None))
class Devices:
    def get(self): ...
    def post(self): ...
class Device:
    def delete(self, device): ...
handlers = Handlers()
handlers.add("/devices", Devices)
handlers.add("/devices/<device>", Device)
`,
    },
    table: `
      GET /devices app.py:21 -> app.py:16
      POST /devices app.py:21 -> app.py:17
      DELETE /devices/{device} app.py:22 -> app.py:19`,
  },
  {
    name: "includes the routers of packages within packages, each below its own name",
    files: {
      "app/__init__.py": "",
      "app/main.py": `import importlib
import pkgutil
from fastapi import APIRouter, FastAPI
def include_all(app, package, prefix=""):
    home = importlib.import_module(package)
    for _, name, is_package in pkgutil.iter_modules(home.__path__):
        if name.startswith(("_", "test_")):
            continue
        whole = f"{package}.{name}"
        if is_package:
            include_all(app, whole, f"{prefix}/{name}")
        else:
            router = getattr(importlib.import_module(whole), "router", None)
            if isinstance(router, APIRouter):
                app.include_router(router, prefix=f"{prefix}/{name}")
app = FastAPI()
include_all(app, "app.api", "/api")
`,
      "app/api/__init__.py": "",
      "app/api/health.py": `from fastapi import APIRouter
router = APIRouter()
@router.get("")
def health(): ...
`,
      "app/api/_draft.py": `from fastapi import APIRouter
router = APIRouter()
@router.get("/draft")
def draft(): ...
`,
      "app/api/v1/__init__.py": "",
      "app/api/v1/orders.py": `from fastapi import APIRouter
router = APIRouter()
@router.get("/")
def orders(): ...
`,
      "app/api/v1/schemas.py": "router = None\n",
    },
    table: `
      GET /api/health app/api/health.py:3 -> app/api/health.py:4
      GET /api/v1/orders/ app/api/v1/orders.py:3 -> app/api/v1/orders.py:4
      GET /draft app/api/_draft.py:3 -> app/api/_draft.py:4 ?may be loaded by a computed name in app/main.py`,
  },
  {
    name: "includes the URLs of the applications that Django's registry lists",
    files: {
      "manage.py": "",
      "config/settings.py": `LOCAL_APPS = ["apps.orders.apps.OrdersConfig", "apps.stock", "billing"]
INSTALLED_APPS = ["django.contrib.auth"] + LOCAL_APPS
ROOT_URLCONF = "config.urls"
`,
      "config/__init__.py": "",
      "config/urls.py": `from django.apps import apps
from django.urls import include, path
urlpatterns = []
for each in apps.get_app_configs():
    if each.name.startswith("apps."):
        module = __import__(f"{each.name}.urls", fromlist=["urlpatterns"])
        urlpatterns.append(path(f"api/{each.label}/", include(module)))
`,
      "apps/__init__.py": "",
      "apps/orders/__init__.py": "",
      "apps/orders/urls.py": `from django.urls import path
from . import views
urlpatterns = [path("<int:pk>/", views.order)]
`,
      "apps/orders/views.py": `def order(request, pk): ...
`,
      "apps/stock/__init__.py": "",
      "apps/stock/urls.py": `from django.urls import path
from apps.orders import views
urlpatterns = [path("levels/", views.order)]
`,
    },
    table: `
      ANY /api/orders/{pk}/ apps/orders/urls.py:3 -> apps/orders/views.py:1
      ANY /api/stock/levels/ apps/stock/urls.py:3 -> apps/orders/views.py:1`,
  },
  {
    name: "counts with range, and registers the subclasses of modules that are imported for what they do",
    files: {
      "app.py": `from flask import Flask
import resources
from resources.base import Resource
app = Flask(__name__)
def versioned(rule, *, since, until):
    def wrap(fn):
        for version in range(since, until + 1):
            app.add_url_rule(f"/v{version}{rule}", f"{rule}{version}", fn)
        return fn
    return wrap
@versioned("/things", since=1, until=2)
def things(): ...
for cls in Resource.__subclasses__():
    base = getattr(cls, "url", None) or "/" + cls.__name__.lower()
    view = cls()
    for verb, method in (("show", "GET"), ("drop", "DELETE")):
        handler = getattr(view, verb, None)
        if handler is not None:
            app.add_url_rule(base + "/<id>", base + verb, handler, methods=[method])
`,
      "resources/__init__.py": `from . import boats
`,
      "resources/base.py": `class Resource:
    url = None
`,
      "resources/boats.py": `from .base import Resource
class Boats(Resource):
    def show(self, id): ...
class Moorings(Resource):
    url = "/harbour/moorings"
    def drop(self, id): ...
`,
    },
    table: `
      GET /v1/things app.py:11 -> app.py:12
      GET /v2/things app.py:11 -> app.py:12
      GET /boats/{id} app.py:19 -> resources/boats.py:3
      DELETE /harbour/moorings/{id} app.py:19 -> resources/boats.py:6`,
  },
  {
    name: "walks the folders that pathlib names",
    files: {
      "manage.py": "",
      "web/__init__.py": "",
      "web/settings.py": `from pathlib import Path
BASE_DIR = Path(__file__).resolve().parent
ROOT_URLCONF = "web.urls"
`,
      "web/urls.py": `from importlib import import_module
from django.urls import include, path
from web.settings import BASE_DIR
urlpatterns = []
for file in sorted((BASE_DIR / "views").glob("*.py")):
    if file.stem == "__init__":
        continue
    urlpatterns += import_module(f"web.views.{file.stem}").urlpatterns
for folder in (BASE_DIR / "modules").iterdir():
    if folder.is_dir() and (folder / "urls.py").exists():
        urlpatterns.append(path(f"m/{folder.name}/", include(f"web.modules.{folder.name}.urls")))
`,
      "web/views/__init__.py": "",
      "web/views/notes.py": `from django.urls import path
def notes(request): ...
urlpatterns = [path("notes/", notes)]
`,
      "web/modules/__init__.py": "",
      "web/modules/drafts/__init__.py": "",
      "web/modules/tags/__init__.py": "",
      "web/modules/tags/urls.py": `from django.urls import path
def tags(request): ...
urlpatterns = [path("", tags)]
`,
    },
    table: `
      ANY /notes/ web/views/notes.py:3 -> web/views/notes.py:2
      ANY /m/tags/ web/modules/tags/urls.py:3 -> web/modules/tags/urls.py:2`,
  },
];

checkCases("Python that asks its values what they have", cases);

const conditions: readonly Case[] = [
  {
    name: "takes the side that a comparison with a constant chooses, for each call, and keeps what is off in its place",
    files: {
      "app.py": `from fastapi import APIRouter, FastAPI
from settings import Docs, Stage, settings
def crud(name, mode="full", prefix=None):
    router = APIRouter(prefix=f"/{name}" if prefix is None else prefix)
    @router.get("/")
    def index(): ...
    if mode == "full":
        @router.post("/")
        def create(): ...
    elif mode == "archive":
        @router.get("/years")
        def years(): ...
    else:
        @router.get("/peek")
        def peek(): ...
    return router
app = FastAPI()
app.include_router(crud("users"))
app.include_router(crud("logs", "archive"))
app.include_router(crud("notes", mode="read", prefix="/memos"))
if settings.stage != "live":
    @app.get("/debug")
    def debug(): ...
if settings.stage == Stage.TEST:
    @app.get("/fixtures")
    def fixtures(): ...
if isinstance(settings, Docs):
    @app.get("/docs")
    def docs(): ...
if settings.version == 2:
    app.include_router(crud("v2"))
if __name__ == "__main__":
    @app.get("/run")
    def run(): ...
def extras():
    if settings.stage == "live":
        return
    @app.get("/extra")
    def extra(): ...
extras()
apps = ["a", "b", "c"]
for router in [crud(name, "read") for name in apps if name != "b"]:
    app.include_router(router)
`,
      "settings.py": `from enum import Enum
class Stage(str, Enum):
    LIVE = "live"
    TEST = "test"
class Logs: ...
class Docs: ...
class Settings(Logs, Docs):
    stage = Stage.LIVE
    version = 2
settings = Settings()
`,
    },
    table: `
      GET /users/ app.py:5 -> app.py:6
      POST /users/ app.py:8 -> app.py:9
      GET /logs/ app.py:5 -> app.py:6
      GET /logs/years app.py:11 -> app.py:12
      GET /memos/ app.py:5 -> app.py:6
      GET /memos/peek app.py:14 -> app.py:15
      GET /debug app.py:22 -> app.py:23
      GET /fixtures app.py:25 -> app.py:26
      GET /docs app.py:28 -> app.py:29
      GET /v2/ app.py:5 -> app.py:6
      POST /v2/ app.py:8 -> app.py:9
      GET /run app.py:33 -> app.py:34
      GET /extra app.py:38 -> app.py:39
      GET /a/ app.py:5 -> app.py:6
      GET /a/peek app.py:14 -> app.py:15
      GET /c/ app.py:5 -> app.py:6
      GET /c/peek app.py:14 -> app.py:15`,
  },
];

checkCases("Python with conditions", conditions);
