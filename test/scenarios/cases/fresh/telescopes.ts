import type { Scenario } from "../../scenario.ts";

const bucketServer = `import os

from flask import Flask, Response

app = Flask(__name__)
OBJECTS = {"plates/1931-04-02.fits": b"SIMPLE  =                    T"}


@app.get("/<path:key>")
def read(key):
    if key in OBJECTS:
        return Response(OBJECTS[key], mimetype="application/fits", headers={"x-amz-request-id": "7QK2M4F0Z1"})
    body = (
        '<?xml version="1.0" encoding="UTF-8"?>\\n'
        "<Error><Code>AccessDenied</Code><Message>Access Denied</Message>"
        "<RequestId>7QK2M4F0Z2</RequestId><HostId>pQ1</HostId></Error>"
    )
    return Response(body, status=403, mimetype="application/xml", headers={"x-amz-request-id": "7QK2M4F0Z2", "Server": "AmazonS3"})


app.run(port=int(os.environ.get("PORT", "9000")))
`;

const plate: Scenario = {
  name: "photographic-plate",
  files: {
    "infra/reader-policy.json": `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Effect": "Allow",
      "Action": ["s3:GetObject"],
      "Resource": "arn:aws:s3:::sky-plates/*"
    }
  ]
}
`,
    "plates/fetch.py": `import sys
import urllib.request

BUCKET = "http://localhost:PORT_OF_bucket"


def fetch(night):
    with urllib.request.urlopen(f"{BUCKET}/plates/{night}.fits") as answer:
        return answer.read()


if __name__ == "__main__":
    print(len(fetch(sys.argv[1])))
`,
    "plates.http": `@bucket = http://localhost:PORT_OF_bucket

### a plate that everybody uses
GET {{bucket}}/plates/1931-04-02.fits

### the night after
# @name night
GET {{bucket}}/plates/1931-04-03.fits
`,
  },
  deployed: { "bucket.py": bucketServer },
  servers: [{ name: "bucket", entry: "deployed:bucket.py", needs: "flask" }],
  ask: ["plates.http#night"],
  facts: ["GET /plates/1931-04-02.fits 200", "GET /plates/1931-04-03.fits 403", "GET /plates/never.fits 403"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "infra/reader-policy.json", text: '"s3:GetObject"' },
      { file: "plates.http", text: "1931-04-03.fits" },
    ],
  },
};

const docs: Scenario = {
  name: "documentation-of-the-dome",
  files: {
    "requirements.txt": "fastapi\nuvicorn\npydantic\n",
    "dome/__init__.py": "",
    "dome/settings.py": `from pydantic import BaseSettings


class Settings(BaseSettings):
    environment: str = "production"
    show_docs: bool = False


settings = Settings()
`,
    "dome/main.py": `from fastapi import FastAPI

from dome.settings import settings
from dome.shutters import router as shutters

app = FastAPI(
    title="Dome",
    docs_url="/docs" if settings.show_docs else None,
    redoc_url=None,
    openapi_url="/openapi.json" if settings.show_docs else None,
)
app.include_router(shutters)
`,
    "dome/shutters.py": `from fastapi import APIRouter

router = APIRouter(prefix="/shutters")


@router.get("")
def shutters():
    return [{"id": "east", "open": True}, {"id": "west", "open": False}]
`,
    "run.py": `import os

import uvicorn

uvicorn.run("dome.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "dome.http": `@dome = http://localhost:PORT_OF_api

### shutters
GET {{dome}}/shutters

### documentation
# @name docs
GET {{dome}}/docs
`,
  },
  servers: [
    { name: "api", entry: "run.py", needs: "fastapi" },
    { name: "lab", entry: "run.py", needs: "fastapi", env: { SHOW_DOCS: "true" } },
  ],
  ask: ["dome.http#docs"],
  facts: ["api:GET /shutters 200", "api:GET /docs 404", "lab:GET /docs 200"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "dome/main.py", text: 'docs_url="/docs" if settings.show_docs' },
      { file: "dome/settings.py", text: "show_docs: bool = False" },
    ],
  },
};

const parking: Scenario = {
  name: "parking-the-telescope",
  files: {
    "requirements.txt": "aiohttp\n",
    "mount.py": `import os

from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/mount")
async def state(request):
    return web.json_response({"tracking": True})


@routes.delete("/mount/target")
async def park(request):
    return web.json_response({"tracking": False})


app = web.Application()
app.add_routes(routes)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8080")), print=None)
`,
    "mount.http": `### state
GET http://localhost:PORT_OF_api/mount

### park it
# @name park
DELETE http://localhost:PORT_OF_api/mount/target
`,
  },
  servers: [{ name: "api", entry: "mount.py", needs: "aiohttp" }],
  ask: ["mount.http#park"],
  facts: ["GET /mount 200", "DELETE /mount/target 200"],
  truth: { outcome: "refused-by-policy", kinds: [] },
};

/** Under the dome. */
export const telescopes: readonly Scenario[] = [plate, docs, parking];
