import asyncio

from aiohttp import web

from app import create_app
from where import announce


def listed(app):
    for resource in app.router.resources():
        for route in resource:
            methods = [route.method]
            if isinstance(route.handler, type) and issubclass(route.handler, web.View):
                methods = [name.upper() for name in ("get", "put") if hasattr(route.handler, name)]
            for method in methods:
                if method != "HEAD":
                    yield f"{'ANY' if method == '*' else method} {route.resource.canonical}"


async def main():
    app = create_app()
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    announce(site._server.sockets[0].getsockname()[1], listed(app))
    await asyncio.Event().wait()


asyncio.run(main())
