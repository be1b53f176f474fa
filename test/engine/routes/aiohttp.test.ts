import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "reads tables, lists, decorators, resources, views and nested applications",
    files: {
      "main.py": `from aiohttp import web
from shop.views import routes, OrderView, health
from shop.admin import make_admin

def create_app():
    app = web.Application()
    app.router.add_get("/health", health)
    app.router.add_route("*", "/any/{tail:.*}", health)
    app.add_routes(routes)
    app.add_routes([web.post("/orders", health), web.view(r"/orders/{id:\\d{1,3}}", OrderView)])
    resource = app.router.add_resource("/files/{name}")
    resource.add_route("PUT", health)
    app.router.add_static("/static/", "./static")
    app.add_subapp("/admin", make_admin())
    return app

web.run_app(create_app())
`,
      "shop/__init__.py": "",
      "shop/views.py": `from aiohttp import web

routes = web.RouteTableDef()

@routes.get("/users/{id}")
async def user(request):
    return web.json_response({})

async def health(request):
    return web.Response()

@routes.view("/teams")
class TeamView(web.View):
    async def get(self):
        return web.Response()

class OrderView(web.View):
    async def get(self):
        return web.Response()
    async def delete(self):
        return web.Response()
`,
      "shop/admin.py": `from aiohttp import web

def make_admin():
    admin = web.Application()
    admin.router.add_delete("/users/{id}", lambda request: web.Response())
    return admin
`,
    },
    table: `
      GET /health main.py:7 -> shop/views.py:9
      ANY /any/{tail*} main.py:8 -> shop/views.py:9
      GET /users/{id} shop/views.py:5 -> shop/views.py:6
      GET /teams shop/views.py:12 -> shop/views.py:14
      POST /orders main.py:10 -> shop/views.py:9
      GET /orders/{id} main.py:10 -> shop/views.py:18
      DELETE /orders/{id} main.py:10 -> shop/views.py:20
      PUT /files/{name} main.py:12 -> shop/views.py:9
      GET /static/{filename*} main.py:13
      DELETE /admin/users/{id} shop/admin.py:5`,
  },
  {
    name: "takes routes of the same fixed start in the order their tables were added, and no others",
    files: {
      "main.py": `from aiohttp import web

runs = web.RouteTableDef()
summaries = web.RouteTableDef()

@summaries.get("/presses/{press}/runs/latest")
async def latest(request):
    return web.json_response({})

@runs.get("/presses/{press}/runs/{run}")
async def run(request):
    return web.json_response({})

async def any(request):
    return web.json_response({})

app = web.Application()
app.add_routes(runs)
app.add_routes(summaries)
app.add_routes([web.get("/users/{id}", any), web.get("/users/me", any), web.post("/presses/{press}/runs/latest", any)])
`,
    },
    table: `
      GET /presses/{press}/runs/{run} main.py:10 -> main.py:11
      GET /presses/{press}/runs/latest main.py:6 -> main.py:7 !shadowed by main.py:10
      GET /users/{id} main.py:20 -> main.py:14
      GET /users/me main.py:20 -> main.py:14
      POST /presses/{press}/runs/latest main.py:20 -> main.py:14`,
  },
];

checkCases("aiohttp", cases);
