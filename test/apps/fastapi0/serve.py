import asyncio
import socket

import uvicorn
from starlette.routing import WebSocketRoute

from app import app
from where import announce


def listed(routes, prefix=""):
    for route in routes:
        if hasattr(route, "methods"):
            for method in route.methods:
                # Starlette adds HEAD to every GET by itself.
                if method != "HEAD" or route.methods == {"HEAD"}:
                    yield f"{method} {prefix}{route.path}"
        elif isinstance(route, WebSocketRoute):
            yield f"WEBSOCKET {prefix}{route.path}"
        else:
            yield from listed(route.routes, prefix + route.path)


listener = socket.socket()
listener.bind(("127.0.0.1", 0))
listener.listen()
announce(listener.getsockname()[1], listed(app.routes))
server = uvicorn.Server(uvicorn.Config(app, log_level="error"))
asyncio.run(server.serve(sockets=[listener]))
