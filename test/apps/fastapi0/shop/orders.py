from fastapi import APIRouter

from where import here

router = APIRouter()
lost = APIRouter()


@router.get("")
async def all_orders():
    return here()


@router.post("/", status_code=200)
async def create():
    return here()


@router.delete("/{order_id}")
async def remove(order_id: str):
    return here()


@lost.get("/refunds")
async def refunds():
    return here()
