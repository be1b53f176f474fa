from aiohttp import web

from where import here

routes = web.RouteTableDef()
lost = web.RouteTableDef()


@routes.get("/orders")
async def all_orders(request):
    return web.json_response(here())


@routes.post("/orders/")
async def create(request):
    return web.json_response(here())


@lost.get("/refunds")
async def refunds(request):
    return web.json_response(here())


@routes.get("/presses/{press}/runs/{run}")
async def run(request):
    return web.json_response(here())


summaries = web.RouteTableDef()


@summaries.get("/presses/{press}/runs/latest")
async def latest(request):
    return web.json_response(here())


@summaries.post("/presses/{press}/runs/latest")
async def remake(request):
    return web.json_response(here())


async def stats(request):
    return web.json_response(here())


def create_admin():
    admin = web.Application()
    admin.router.add_get("/stats", stats, allow_head=False)
    admin.add_routes([web.get("/{table}/rows/{row}", stats), web.get("/{table}/rows/first", stats)])
    return admin
