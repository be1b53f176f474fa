import { type Case, checkCases } from "./cases.ts";

const bottle: readonly Case[] = [
  {
    name: "registers on the default application and on others, mounted and merged",
    files: {
      "app.py": `from bottle import Bottle, get, route, run, mount
from admin import admin

@get("/ping")
def ping():
    return "x"

@route("/both/<id:int>", method=["PUT", "PATCH"])
def both(id):
    return "x"

@route("/files/<path:path>")
def files(path):
    return path

def hello():
    return "x"

route("/hello", "GET", hello)
mount("/admin", admin)
run()
`,
      "admin.py": `from bottle import Bottle
admin = Bottle()
more = Bottle()

@admin.post("/users/<name:re:[a-z]+>")
def create(name):
    return "x"

@more.delete("/users")
def remove():
    return "x"

admin.merge(more)
`,
    },
    table: `
      GET /ping app.py:4 -> app.py:5
      PUT /both/{id} app.py:8 -> app.py:9
      PATCH /both/{id} app.py:8 -> app.py:9
      GET /files/{path*} app.py:12 -> app.py:13
      GET /hello app.py:19 -> app.py:16
      POST /admin/users/{name} admin.py:5 -> admin.py:6
      DELETE /admin/users admin.py:9 -> admin.py:10`,
  },
  {
    name: "takes routes with parameters in their order, those without before them, those for one method before those for any",
    files: {
      "app.py": `from bottle import Bottle
app = Bottle()

@app.get("/presses/<press>/runs/<run>")
def run(press, run):
    return "x"

@app.get("/presses/<press>/runs/latest")
def latest(press):
    return "x"

@app.get("/presses/p2/runs/latest")
def second():
    return "x"

@app.route("/<whatever>", "ANY")
def whatever(whatever):
    return "x"

@app.get("/<name>")
def named(name):
    return "x"
`,
    },
    table: `
      GET /presses/{press}/runs/{run} app.py:4 -> app.py:5
      GET /presses/{press}/runs/latest app.py:8 -> app.py:9 !shadowed by app.py:4
      GET /presses/p2/runs/latest app.py:12 -> app.py:13
      ANY /{whatever} app.py:16 -> app.py:17
      GET /{name} app.py:20 -> app.py:21`,
  },
];

const falcon: readonly Case[] = [
  {
    name: "reads responders of resources, suffixes, inherited ones, static routes and sinks",
    files: {
      "app.py": `import falcon
from things import Things

class Base:
    def on_delete(self, req, resp, id):
        pass

class Thing(Base):
    async def on_get(self, req, resp, id):
        pass

def sink(req, resp):
    pass

def create_app():
    app = falcon.asgi.App()
    app.add_route("/things", Things())
    app.add_route("/things/{id:int}", Thing())
    app.add_route("/things/{id}/parts", Things(), suffix="parts")
    app.add_static_route("/assets", "/srv/assets")
    app.add_sink(sink, "/old")
    return app
`,
      "things.py": `class Things:
    def on_get(self, req, resp):
        pass
    def on_post_parts(self, req, resp, id):
        pass
`,
    },
    table: `
      GET /things app.py:17 -> things.py:2
      GET /things/{id} app.py:18 -> app.py:9
      DELETE /things/{id} app.py:18 -> app.py:5
      POST /things/{id}/parts app.py:19 -> things.py:4
      GET /assets/{path*} app.py:20
      ANY /old/{path*} app.py:21 -> app.py:12`,
  },
];

const pyramid: readonly Case[] = [
  {
    name: "joins views to routes by name, through inclusions and the defaults of classes",
    files: {
      "app/__init__.py": `from pyramid.config import Configurator

def main(global_config, **settings):
    with Configurator(settings=settings) as config:
        config.include(".routes", route_prefix="/api")
        config.add_static_view("static", "app:static")
        config.scan()
    return config.make_wsgi_app()
`,
      "app/routes.py": `def includeme(config):
    config.add_route("orders", "/orders/{id:\\\\d+}")
    config.add_route("ping", "ping")
    config.add_route("rest", "/rest/*path", request_method="PUT")
`,
      "app/views.py": `from pyramid.view import view_config, view_defaults

@view_config(route_name="ping", renderer="json")
def ping(request):
    return {}

@view_defaults(route_name="orders", renderer="json")
class Orders:
    def __init__(self, request):
        self.request = request

    @view_config(request_method="GET")
    def show(self):
        return {}

    @view_config(request_method="DELETE")
    def remove(self):
        return {}
`,
    },
    table: `
      GET /api/orders/{id} app/routes.py:2 -> app/views.py:13
      DELETE /api/orders/{id} app/routes.py:2 -> app/views.py:17
      ANY /api/ping app/routes.py:3 -> app/views.py:4
      PUT /api/rest/{path*} app/routes.py:4
      GET /static/{subpath*} app/__init__.py:6`,
  },
];

const cherrypy: readonly Case[] = [
  {
    name: "walks the tree of objects",
    files: {
      "app.py": `import cherrypy

class Users:
    @cherrypy.expose
    def index(self):
        return "x"

    @cherrypy.expose
    def profile(self, user_id, verbose=False):
        return "x"

    def hidden(self):
        return "x"

@cherrypy.expose
class Item:
    def GET(self, item_id):
        return "x"

    def DELETE(self, item_id):
        return "x"

class Root:
    users = Users()
    def __init__(self):
        self.item = Item()

    @cherrypy.expose
    def default(self, *args):
        return "x"

cherrypy.quickstart(Root(), "/app")
`,
    },
    table: `
      ANY /app/{path*} app.py:29
      GET /app/item/{item_id} app.py:17
      DELETE /app/item/{item_id} app.py:20
      ANY /app/users app.py:5
      ANY /app/users/profile/{user_id} app.py:9`,
  },
];

const robyn: readonly Case[] = [
  {
    name: "reads decorators, routers and views",
    files: {
      "app.py": `from robyn import Robyn, SubRouter
from api import api

app = Robyn(__file__)
app.include_router(api)

@app.get("/users/:id")
async def user(request):
    return "x"

@app.view("/view")
def view():
    def get():
        return "x"
    def post(request):
        return "x"

def added():
    return "x"

app.add_route("PUT", "/added", added)

@app.websocket("/live/:room")
async def live(websocket):
    await websocket.send_text("x")

app.start()
`,
      "api.py": `from robyn import SubRouter
api = SubRouter(__file__, prefix="/api")

@api.delete("/items/:id")
async def remove(request):
    return "x"
`,
    },
    table: `
      DELETE /api/items/{id} api.py:4 -> api.py:5
      GET /users/{id} app.py:7 -> app.py:8
      GET /view app.py:11 -> app.py:13
      POST /view app.py:11 -> app.py:15
      PUT /added app.py:21 -> app.py:18
      WEBSOCKET /live/{room} app.py:23 -> app.py:24`,
  },
];

const flaskAppBuilder: readonly Case[] = [
  {
    name: "reads what views and APIs expose",
    files: {
      "app.py": `from flask_appbuilder import BaseView, ModelRestApi, expose
from flask_appbuilder.api import BaseApi

class Reports(BaseView):
    @expose("/list/")
    def list(self):
        return ""

class Stock(BaseApi):
    resource_name = "stock"
    @expose("/<int:pk>", methods=["PUT"])
    def put(self, pk):
        return ""

class Orders(ModelRestApi):
    resource_name = "orders"
    version = "v2"
`,
    },
    table: `
      GET /reports/list/ app.py:5 -> app.py:6
      PUT /api/v1/stock/{pk} app.py:11 -> app.py:12
      GET /api/v2/orders/_info app.py:15
      GET /api/v2/orders/ app.py:15
      POST /api/v2/orders/ app.py:15
      GET /api/v2/orders/{pk} app.py:15
      PUT /api/v2/orders/{pk} app.py:15
      DELETE /api/v2/orders/{pk} app.py:15`,
  },
];

const mixed: readonly Case[] = [
  {
    name: "reads a version on one route of a blueprint, and its files",
    files: {
      "app.py": `from sanic import Sanic, Blueprint
app = Sanic("x")
bp = Blueprint("bp", url_prefix="/bp", version=1)

@bp.get("/a", version=3)
async def a(request):
    return None

bp.static("/files", "./files")
app.blueprint(bp)
`,
    },
    table: `
      GET /v3/bp/a app.py:5 -> app.py:6
      GET /v1/bp/files/{path*} app.py:9`,
  },
  {
    name: "reads mounted files, and the URLs of Django's application configurations",
    files: {
      "main.py": `from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
app = FastAPI()
app.mount("/static", StaticFiles(directory="static"), name="static")
`,
      "shop/settings.py": `ROOT_URLCONF = "shop.urls"
`,
      "shop/urls.py": `from django.apps import apps
from django.urls import include, path
urlpatterns = [path("orders/", include(apps.get_app_config("orders").urls[0]))]
`,
      "orders/apps.py": `from django.apps import AppConfig
from django.urls import path
from orders import views

class OrdersConfig(AppConfig):
    name = "orders"
    def get_urls(self):
        return self.post_process_urls([path("<int:pk>/", views.show)])
`,
      "orders/views.py": `from django.views.decorators.http import require_GET

@require_GET
def show(request, pk):
    return None
`,
    },
    table: `
      GET /static/{path*} main.py:4
      GET /orders/{pk}/ orders/apps.py:8 -> orders/views.py:4`,
  },
];

checkCases("Flask-AppBuilder", flaskAppBuilder);
checkCases("what Python applications add to their routes", mixed);
checkCases("Bottle", bottle);
checkCases("Falcon", falcon);
checkCases("Pyramid", pyramid);
checkCases("CherryPy", cherrypy);
checkCases("Robyn", robyn);
