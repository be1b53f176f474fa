from aiohttp import web

from shop import create_admin, routes, summaries
from where import here


async def index(request):
    return web.json_response(here())


async def by_name(request):
    return web.json_response(here())


async def by_id(request):
    return web.json_response(here())


async def files(request):
    return web.json_response(here())


class Stock(web.View):
    async def get(self):
        return web.json_response(here())

    async def put(self):
        return web.json_response(here())


def create_app():
    app = web.Application()
    app.add_routes([web.get("/", index), web.get("/users/{id:\\d+}", by_id), web.get("/users/{name}", by_name)])
    app.router.add_get("/files/{file:.*}", files)
    app.router.add_route("*", "/any", index)
    app.router.add_route("PATCH", "/patch", index)
    app.router.add_view("/stock/{sku}", Stock)
    resource = app.router.add_resource("/resource/{a}-{b}")
    resource.add_route("DELETE", index)
    app.add_routes(routes)
    app.add_routes(summaries)
    app.add_subapp("/admin/", create_admin())
    return app
