from fastapi import APIRouter

from where import here


async def stats():
    return here()


def create_admin(prefix="/admin"):
    router = APIRouter(prefix=prefix)
    router.add_api_route("/stats", stats, methods=["GET"])
    return router
