import { type Case, checkCases } from "./cases.ts";

const sanic: readonly Case[] = [
  {
    name: "joins blueprints, groups, versions and views",
    files: {
      "app.py": `from sanic import Sanic, Blueprint
from sanic.views import HTTPMethodView
from shop import orders, users

app = Sanic("shop")
api = Blueprint.group(orders, users, url_prefix="/api")
app.blueprint(api)

class Stock(HTTPMethodView):
    async def get(self, request, sku):
        return None
    async def put(self, request, sku):
        return None

app.add_route(Stock.as_view(), "/stock/<sku:str>")

@app.route("/both", methods=["POST", "PUT"])
async def both(request):
    return None
`,
      "shop.py": `from sanic import Blueprint

orders = Blueprint("orders", url_prefix="/orders", version=1)
users = Blueprint("users", url_prefix="/users")

@orders.get("/<order_id:int>")
async def show(request, order_id):
    return None

@users.delete("/<rest:path>")
async def remove(request, rest):
    return None
`,
    },
    table: `
      GET /v1/api/orders/{order_id} shop.py:6 -> shop.py:7
      DELETE /api/users/{rest*} shop.py:10 -> shop.py:11
      GET /stock/{sku} app.py:15 -> app.py:10
      PUT /stock/{sku} app.py:15 -> app.py:12
      POST /both app.py:17 -> app.py:18
      PUT /both app.py:17 -> app.py:18`,
  },
];

const tornado: readonly Case[] = [
  {
    name: "reads lists of expressions and handler classes, bases included",
    files: {
      "app.py": `import tornado.web
from tornado.web import url
from handlers import OrderHandler

class Main(tornado.web.RequestHandler):
    def get(self):
        self.write("x")

def make_app():
    return tornado.web.Application([
        (r"/", Main),
        url(r"/orders/(?P<id>[0-9]+)/?", OrderHandler, name="order"),
        (r"/files/(.*)", tornado.web.StaticFileHandler, dict(path="x")),
    ], debug=True)
`,
      "handlers.py": `import tornado.web

class Base(tornado.web.RequestHandler):
    def delete(self, id):
        pass

class OrderHandler(Base):
    async def get(self, id):
        pass
`,
    },
    table: `
      GET / app.py:10 -> app.py:6
      GET /orders/{id} app.py:12 -> handlers.py:8
      DELETE /orders/{id} app.py:12 -> handlers.py:4
      page GET /files/{part1*} app.py:10`,
  },
  {
    name: "reads what a subclass of the application hands to its base, lists of other files and redirects",
    files: {
      "server.py": `import tornado.web
from urls import MORE

class Application(tornado.web.Application):
    def __init__(self):
        tornado.web.Application.__init__(self, MORE, debug=True)

class Other(tornado.web.Application):
    def __init__(self):
        handlers = [(r"/old", tornado.web.RedirectHandler, {"url": "/new"})]
        handlers += MORE
        super().__init__(handlers)

Application().listen(1)
`,
      "urls.py": `from tornado.web import RequestHandler

class Users(RequestHandler):
    def get(self):
        pass

URLS = [(r"/users", Users)]
MORE = URLS + [(r"/people/?", Users)]
`,
    },
    table: `
      GET /users server.py:6 -> urls.py:4
      GET /people server.py:6 -> urls.py:4
      GET /old server.py:12
      GET /users server.py:12 -> urls.py:4
      GET /people server.py:12 -> urls.py:4`,
  },
];

const litestar: readonly Case[] = [
  {
    name: "lists handlers, controllers and routers by what serves them",
    files: {
      "app.py": `from litestar import Litestar, Router, get, route
from orders import OrderController

@get(["/", "/home"])
async def home() -> str:
    return "x"

@route("/any", http_method=["GET", "POST"])
async def both() -> str:
    return "x"

@get("/lost")
async def lost() -> str:
    return "x"

api = Router(path="/api", route_handlers=[OrderController, both])
app = Litestar(route_handlers=[home, api], path="/shop")
`,
      "orders.py": `from litestar import Controller, get, delete

class OrderController(Controller):
    path = "/orders"

    @get()
    async def list_orders(self) -> list:
        return []

    @delete("/{order_id:int}", status_code=204)
    async def remove(self, order_id: int) -> None:
        return None
`,
    },
    table: `
      GET /shop app.py:4 -> app.py:5
      GET /shop/home app.py:4 -> app.py:5
      GET /shop/api/orders orders.py:6 -> orders.py:7
      DELETE /shop/api/orders/{order_id} orders.py:10 -> orders.py:11
      GET /shop/api/any app.py:8 -> app.py:9
      POST /shop/api/any app.py:8 -> app.py:9`,
  },
];

const flaskViews: readonly Case[] = [
  {
    name: "reads views that dispatch by themselves",
    files: {
      "app.py": `from flask import Flask
from flask.views import View

class Reports(View):
    methods = ["GET", "POST"]
    def dispatch_request(self):
        return "x"

app = Flask(__name__)
app.add_url_rule("/reports", view_func=Reports.as_view("reports"))
`,
    },
    table: `
      GET /reports app.py:10 -> app.py:6
      POST /reports app.py:10 -> app.py:6`,
  },
];

const flaskHosts: readonly Case[] = [
  {
    name: "lets routes of several hosts and subdomains stand at one path",
    files: {
      "app.py": `from flask import Flask, Blueprint

app = Flask(__name__, host_matching=True, static_folder=None)
admin = Blueprint("admin", __name__, subdomain="admin")

@app.get("/", host="a.example")
def a():
    return "a"

@app.get("/", host="b.example")
def b():
    return "b"

@app.get("/")
def other():
    return "x"

@admin.get("/")
def admin_home():
    return "x"

app.register_blueprint(admin)
`,
    },
    table: `
      GET / app.py:6 -> app.py:7
      GET / app.py:10 -> app.py:11
      GET / app.py:14 -> app.py:15
      GET / app.py:18 -> app.py:19`,
  },
];

checkCases("hosts of Flask", flaskHosts);
checkCases("Sanic", sanic);
checkCases("Tornado", tornado);
checkCases("Litestar", litestar);
checkCases("Flask's class-based views", flaskViews);

const pythonShapes: readonly Case[] = [
  {
    name: "knows bases with parameters, routers spread into lists, and arguments that are certainly none",
    files: {
      "shop/settings.py": `ROOT_URLCONF = "shop.urls"
`,
      "shop/urls.py": `from django.urls import include, path
from rest_framework.routers import SimpleRouter
from rest_framework.viewsets import ReadOnlyModelViewSet
from shop.models import Order

class Orders(ReadOnlyModelViewSet[Order]):
    pass

router = SimpleRouter()
router.register("orders", Orders)
urlpatterns = [path("api/", include([*router.urls]))]
`,
      "cbv.py": `from fastapi import APIRouter, FastAPI

app = FastAPI()
router = APIRouter()

def controller(router: APIRouter, *urls: str):
    def decorator(cls):
        for url in urls:
            router.add_api_route(url, cls.get)
        return cls
    return decorator

@controller(router)
class Items:
    @router.get("/items")
    def all(self):
        return []

app.include_router(router)
`,
    },
    table: `
      GET /items cbv.py:15 -> cbv.py:16
      GET /api/orders/ shop/urls.py:10 -> shop/urls.py:6
      GET /api/orders/{pk}/ shop/urls.py:10 -> shop/urls.py:6`,
  },
];

checkCases("shapes of Python applications", pythonShapes);
