from fastapi import APIRouter, FastAPI, WebSocket
from starlette.applications import Starlette
from starlette.responses import JSONResponse
from starlette.routing import Mount, Route, WebSocketRoute

from settings import settings
from shop import orders
from shop.admin import create_admin
from where import here


app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
api = APIRouter(prefix="/api")


@app.get("/")
async def index():
    return here()


@app.get("/status")
def status():
    return here()


@app.get("/slash/")
def slash():
    return here()


@app.get("/apart")
def apart():
    return here()


@app.get("/apart/")
def apart_with_slash():
    return here()


@app.get("/status")
def status_again():
    return here()


@app.get("/users/{user_id:int}")
async def by_id(user_id: int):
    return here()


@app.get("/users/{name}")
async def by_name(name: str):
    return here()


@app.get("/users/me")
async def me():
    return here()


@app.get("/files/{file:path}")
async def files(file: str):
    return here()


@app.api_route("/both", methods=["PUT", "PATCH"])
async def both():
    return here()


@app.head("/head")
async def head():
    return here()


@api.get("/kinds/{kind}.json", deprecated=True)
async def kinds(kind: str):
    return here()


@app.websocket("/live/{room}")
async def live(socket: WebSocket, room: str):
    await socket.accept()


api.include_router(orders.router, prefix=settings.orders_prefix, tags=["orders"])
app.include_router(api, prefix="/v1")
app.include_router(create_admin())


async def plain(request):
    return JSONResponse(here())


inner = Starlette(
    routes=[
        Mount("/deep", routes=[Route("/plain/{part:int}", plain, methods=["GET", "POST"])]),
        WebSocketRoute("/wire", live),
    ]
)
app.mount("/inner", inner)


@app.get("/inner/late")
def late():
    return here()


@api.get("/later")
def later():
    return here()
