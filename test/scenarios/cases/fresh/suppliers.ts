import type { Scenario } from "../../scenario.ts";

const supplier = `import os

from aiohttp import web

ORDERS = {"77120": {"state": "packed"}, "77121": {"state": "sent"}}


async def orders(request):
    return web.json_response({"orders": [{"orderNo": number} for number in ORDERS]})


async def order(request):
    found = ORDERS.get(request.match_info["number"])
    return web.json_response({"fault": "ORDER_UNKNOWN"}, status=404) if found is None else web.json_response(found)


async def fault(request):
    return web.json_response({"fault": "NO_SUCH_OPERATION"}, status=404)


app = web.Application()
app.router.add_get("/api/v2/orders", orders)
app.router.add_get("/api/v2/orders/{number}", order)
app.router.add_route("*", "/{rest:.*}", fault)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`;

const order: Scenario = {
  name: "order-at-the-supplier",
  files: {
    "README.md":
      "# Wholesale of tea\n\n`tea/` is our own shop's service, `supplier/` talks to the blender's interface (theirs, not ours).\n",
    "requirements.txt": "fastapi\nuvicorn\n",
    "tea/main.py": `import os

import uvicorn
from fastapi import FastAPI

from orders import router

app = FastAPI(title="Tea shop")
app.include_router(router, prefix="/api/v1/orders")

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "tea/orders.py": `from fastapi import APIRouter, HTTPException

router = APIRouter()
ORDERS = {77210: {"tea": "Assam", "kilos": 40}}


@router.get("")
def orders():
    return sorted(ORDERS)


@router.get("/{number}")
def order(number: int):
    if number not in ORDERS:
        raise HTTPException(404, "no such order")
    return ORDERS[number]
`,
    "supplier/client.py": `import json
from urllib.request import urlopen


def state_of(base, number):
    with urlopen(f"{base}/orders/{number}") as response:
        return json.load(response)["state"]
`,
    "http-client.env.json": `{
  "desk": { "shop": "http://localhost:PORT_OF_tea/api/v1", "blender": "http://localhost:PORT_OF_blender/api/v2" }
}
`,
    "orders.http": `### our orders
GET {{shop}}/orders

### orders at the blender
GET {{blender}}/orders

### one of theirs
# @name theirs
GET {{blender}}/orders/77210
`,
  },
  deployed: { "blender.py": supplier },
  servers: [
    { name: "tea", entry: "tea/main.py", needs: "fastapi" },
    { name: "blender", entry: "deployed:blender.py", needs: "aiohttp" },
  ],
  ask: ["orders.http#theirs", "--env", "desk"],
  facts: [
    "tea:GET /api/v1/orders/77210 200",
    "blender:GET /api/v2/orders 200",
    "blender:GET /api/v2/orders/77120 200",
    "blender:GET /api/v2/orders/77210 404",
    "blender:GET /api/v1/orders/77210 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "orders.http", text: "GET {{blender}}/orders/77210" }],
  },
};

/** A wholesale of tea: its own orders, and those at the blender. */
export const suppliers: readonly Scenario[] = [order];
