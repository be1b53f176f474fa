import type { Scenario } from "../../scenario.ts";

const cast: Scenario = {
  name: "cast-in-the-bucket",
  files: {
    "terraform/reader.tf": `data "aws_iam_policy_document" "reader" {
  statement {
    effect    = "Allow"
    actions   = ["s3:GetObject"]
    resources = ["\${aws_s3_bucket.casts.arn}/*"]
  }
}

resource "aws_s3_bucket" "casts" {
  bucket = "sculptor-casts"
}
`,
    "studio/models.py": `MODELS = {"horse": "models/horse.glb", "dancer": "models/dancer.glb", "heron": "models/heron.glb"}


def url(name):
    return f"http://localhost:PORT_OF_bucket/{MODELS[name]}"
`,
    "casts.http": `@bucket = http://localhost:PORT_OF_bucket

### horse
GET {{bucket}}/models/horse.glb

### dancer
# @name dancer
GET {{bucket}}/models/dancer.glb
`,
  },
  deployed: {
    "bucket.py": `import os

from aiohttp import web

OBJECTS = {"models/horse.glb": b"glTF", "models/heron.glb": b"glTF"}
DENIED = '<?xml version="1.0" encoding="UTF-8"?>\\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>{id}</RequestId><HostId>k0z=</HostId></Error>'


async def read(request):
    key = request.match_info["key"]
    if key in OBJECTS:
        return web.Response(body=OBJECTS[key], content_type="model/gltf-binary", headers={"Server": "AmazonS3"})
    number = os.urandom(8).hex().upper()
    headers = {"Server": "AmazonS3", "x-amz-request-id": number}
    return web.Response(text=DENIED.format(id=number), status=403, content_type="application/xml", headers=headers)


app = web.Application()
app.router.add_get("/{key:.*}", read)
web.run_app(app, host="127.0.0.1", port=int(os.environ.get("PORT", "9000")), print=None)
`,
  },
  servers: [{ name: "bucket", entry: "deployed:bucket.py", needs: "aiohttp" }],
  ask: ["casts.http#dancer"],
  facts: ["GET /models/horse.glb 200", "GET /models/dancer.glb 403", "GET /models/never.glb 403"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "terraform/reader.tf", text: '"s3:GetObject"' },
      { file: "casts.http", text: "/models/dancer.glb" },
      { file: "studio/models.py", text: '"dancer": "models/dancer.glb"' },
    ],
  },
};

const commission: Scenario = {
  name: "commission-from-abroad",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "studio/__init__.py": "",
    "studio/main.py": `import json
import os
from pathlib import Path

from fastapi import FastAPI, HTTPException

app = FastAPI()
STORE = json.loads(Path(os.environ["COMMISSIONS"]).read_text())


@app.get("/commissions/{number}")
def commission(number: str):
    if number not in STORE:
        raise HTTPException(404, detail=f"No commission {number}")
    return STORE[number]
`,
    "run.py": `import os

import uvicorn

uvicorn.run("studio.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "var/frankfurt.json": '{ "K-31": { "number": "K-31", "stone": "marble" } }\n',
    "var/oregon.json": '{ "K-58": { "number": "K-58", "stone": "soapstone" } }\n',
    "studio.http": `@eu_central_1 = http://localhost:PORT_OF_frankfurt
@us_west_2 = http://localhost:PORT_OF_oregon

### marble
GET {{eu_central_1}}/commissions/K-31

### soapstone
# @name soapstone
GET {{eu_central_1}}/commissions/K-58
`,
  },
  servers: [
    { name: "frankfurt", entry: "run.py", needs: "fastapi", env: { COMMISSIONS: "var/frankfurt.json" } },
    { name: "oregon", entry: "run.py", needs: "fastapi", env: { COMMISSIONS: "var/oregon.json" } },
  ],
  ask: ["studio.http#soapstone"],
  facts: [
    "frankfurt:GET /commissions/K-31 200",
    "frankfurt:GET /commissions/K-58 404",
    "oregon:GET /commissions/K-58 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    links: [
      { file: "studio.http", text: "@us_west_2 =" },
      { file: "studio.http", text: "@eu_central_1 =" },
      { file: "studio.http", text: "/commissions/K-58" },
      { file: "var/oregon.json", text: "K-58" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_oregon/commissions/K-58" }],
  },
};

/** In the sculptor's studio. */
export const sculptors: readonly Scenario[] = [cast, commission];
