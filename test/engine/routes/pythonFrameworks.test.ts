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
      PUT /added app.py:21 -> app.py:18`,
  },
];

checkCases("Bottle", bottle);
checkCases("Falcon", falcon);
checkCases("Pyramid", pyramid);
checkCases("CherryPy", cherrypy);
checkCases("Robyn", robyn);
