import type { Scenario } from "../../scenario.ts";

const claim: Scenario = {
  name: "claim-of-a-traveller",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "compose.yaml": `services:
  claims:
    build: .
    environment:
      PORT: "8000"
`,
    "run.py": `import os

import uvicorn

from claims.main import app

uvicorn.run(app, port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "claims/__init__.py": "",
    "claims/main.py": `from fastapi import FastAPI

from claims.api import documents

app = FastAPI(title="Claims", openapi_url=None, docs_url=None, redoc_url=None)
app.include_router(documents.router, prefix="/api/v1")
`,
    "claims/api/__init__.py": "",
    "claims/api/documents.py": `from uuid import UUID

from fastapi import APIRouter, HTTPException

from claims import store

router = APIRouter(prefix="/claims", tags=["documents"])


@router.get("/{claim_id}/documents/{document_id}")
def read_document(claim_id: UUID, document_id: UUID):
    document = store.document(claim_id, document_id)
    if document is None:
        raise HTTPException(404)
    return document
`,
    "claims/store.py": `CLAIM = "0f6c2b54-7a0e-4f8e-9d57-1c3b8e1f6a20"
DOCUMENTS = {
    (CLAIM, "5b0b5c1e-41a3-4a0b-8f2d-9f2f6f7f3c11"): {"kind": "boarding pass"},
    (CLAIM, "c7a8c8d4-6a9b-4d4e-b0a7-3f1d4f0a9e52"): {"kind": "receipt"},
}


def document(claim_id, document_id):
    return DOCUMENTS.get((str(claim_id), str(document_id)))
`,
    "claims.http": `@api = http://localhost:PORT_OF_api/api/v1
@claim = 0f6c2b54-7a0e-4f8e-9d57-1c3b8e1f6a20

### boarding pass
GET {{api}}/claims/{{claim}}/documents/5b0b5c1e-41a3-4a0b-8f2d-9f2f6f7f3c11

### medical certificate
# @name certificate
GET {{api}}/claims/{{claim}}/documents/e2d1f0a9-5c64-4b1d-8a73-64b0c5d2e918
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["claims.http#certificate"],
  facts: [
    "GET /api/v1/claims/0f6c2b54-7a0e-4f8e-9d57-1c3b8e1f6a20/documents/e2d1f0a9-5c64-4b1d-8a73-64b0c5d2e918 404",
    "GET /api/v1/claims/0f6c2b54-7a0e-4f8e-9d57-1c3b8e1f6a20/documents/5b0b5c1e-41a3-4a0b-8f2d-9f2f6f7f3c11 200",
    "GET /api/v1/claims/0f6c2b54-7a0e-4f8e-9d57-1c3b8e1f6a20/documents/x 422",
    "GET /api/v1/claims 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "claims/api/documents.py", text: '@router.get("/{claim_id}/documents/{document_id}")' },
      { file: "claims/api/documents.py", text: "def read_document(" },
      { file: "claims/api/documents.py", text: "raise HTTPException(404)" },
    ],
  },
};

const luggage: Scenario = {
  name: "luggage-by-its-tag",
  files: {
    "package.json":
      '{ "name": "baggage", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }',
    "src/server.js": `import Koa from "koa";
import { router } from "./router.js";

new Koa()
  .use(router.routes())
  .use(router.allowedMethods())
  .listen(Number(process.env.PORT ?? 3000));
`,
    "src/router.js": `import Router from "@koa/router";
import { Tracing } from "./tracing.js";

const tracing = new Tracing();

export const router = new Router();
router.get("/baggage/:tag/last-seen", async (ctx) => {
  const scan = await tracing.lastScan(ctx.params.tag);
  if (scan) ctx.body = scan;
});
`,
    "src/tracing.js": `import { scans } from "./scans.js";

export class Tracing {
  async lastScan(tag) {
    return scans.filter((scan) => scan.tag === tag).at(-1);
  }
}
`,
    "src/scans.js": `export const scans = [
  { tag: "0220448817", at: "HAM", belt: 4 },
  { tag: "0220448817", at: "MUC", belt: 11 },
  { tag: "0220501266", at: "HAM", belt: 2 },
];
`,
    "README.md": "# Baggage\n\n`GET /baggage/0220448817/last-seen` tells where a bag was scanned last.\n",
    Caddyfile: `:8080 {
  handle_path /tracing/* {
    reverse_proxy localhost:PORT_OF_api
  }
}
`,
    "desk.http": `# @name bag
GET http://localhost:PORT_OF_web/tracing/baggage/0220448871/last-seen
Accept: application/json
`,
  },
  servers: [
    { name: "api", entry: "src/server.js" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: { SERVER: "Caddy", RULES: '[{ "from": "^/tracing/(.*)$", "to": "/$1", "port": "PORT_OF_api" }]' },
    },
  ],
  ask: ["desk.http#bag"],
  facts: [
    "web:GET /tracing/baggage/0220448871/last-seen 404",
    "web:GET /tracing/baggage/0220448817/last-seen 200",
    "web:GET /tracing/baggage 404",
    "web:GET /other 404",
    "api:GET /baggage/0220448817/last-seen 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/router.js", text: 'router.get("/baggage/:tag/last-seen"' }],
  },
};

/** People on the way: what they claim and what they lost. */
export const travellers: readonly Scenario[] = [claim, luggage];
