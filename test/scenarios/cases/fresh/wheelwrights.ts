import type { Scenario } from "../../scenario.ts";

const spokes: Scenario = {
  name: "spokes-of-a-wheel",
  files: {
    "serverless.yml": `service: wheels
provider:
  name: aws
  runtime: python3.12
  stage: prod
functions:
  spokes:
    handler: wheels.spokes
    events:
      - httpApi: "GET /wheels/{id}/spokes"
`,
    "wheels.py": `import json


def spokes(event, context):
    number = event["pathParameters"]["id"]
    return {"statusCode": 200, "body": json.dumps({"wheel": number, "spokes": 14})}
`,
    "wheels.http": `@gateway = http://localhost:PORT_OF_gateway

### spokes
# @name spokes
GET {{gateway}}/prod/wheels/7/spokes
`,
  },
  deployed: {
    "gateway.py": `import json
import os
import re

from aiohttp import web


async def route(request):
    found = re.fullmatch(r"/wheels/(\\d+)/spokes", request.path)
    headers = {"apigw-requestid": "JfK2hjE0FiAEMvQ="}
    if found is None:
        return web.json_response({"message": "Not Found"}, status=404, headers=headers)
    return web.json_response({"wheel": found[1], "spokes": 14}, headers=headers)


app = web.Application()
app.router.add_route("*", "/{path:.*}", route)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
  },
  servers: [{ name: "gateway", entry: "deployed:gateway.py", needs: "aiohttp" }],
  ask: ["wheels.http#spokes"],
  facts: ["GET /prod/wheels/7/spokes 404", "GET /wheels/7/spokes 200"],
  truth: {
    outcome: "not-found",
    kinds: ["base-path"],
    links: [
      { file: "serverless.yml", text: "stage: prod" },
      { file: "serverless.yml", text: 'httpApi: "GET /wheels/{id}/spokes"' },
    ],
    fixes: [{ url: "/wheels/7/spokes" }],
  },
};

const felloes: Scenario = {
  name: "felloes-in-stock",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "stock/__init__.py": "",
    "stock/main.py": `import os

from fastapi import FastAPI

from stock import felloes, hubs

app = FastAPI(title="Stock")
app.include_router(hubs.router, prefix="/stock")

if os.environ.get("STOCK_FELLOES", "off") == "on":
    app.include_router(felloes.router, prefix="/stock")
`,
    "stock/hubs.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/hubs")
def hubs():
    return [{"wood": "elm", "pieces": 12}]
`,
    "stock/felloes.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("/felloes")
def felloes():
    return [{"wood": "ash", "pieces": 84}]
`,
    "run.py": `import os

import uvicorn

uvicorn.run("stock.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "stock.http": `@stock = http://localhost:PORT_OF_api/stock

### hubs
GET {{stock}}/hubs

### felloes
# @name felloes
GET {{stock}}/felloes
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["stock.http#felloes"],
  facts: ["GET /stock/hubs 200", "GET /stock/felloes 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "stock/main.py", text: 'if os.environ.get("STOCK_FELLOES"' },
      { file: "stock/main.py", text: "app.include_router(felloes.router" },
      { file: "stock/felloes.py", text: '@router.get("/felloes")' },
    ],
  },
};

/** At the wheelwright's. */
export const wheelwrights: readonly Scenario[] = [spokes, felloes];
