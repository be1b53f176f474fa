import type { Scenario } from "../../scenario.ts";

const discovery: Scenario = {
  name: "discovery-at-a-fencing-club",
  files: {
    "README.md":
      "# Sign-in of the fencing club\n\nOther clubs' sites find our keys by `/.well-known/openid-configuration`.\n",
    "nginx/club.conf": `upstream identity {
    server identity:8000;
}

server {
    listen 80;
    server_name id.fencing.test localhost;

    location = /robots.txt {
        return 200 "User-agent: *\\nDisallow: /\\n";
    }

    location ~ /\\. {
        access_log off;
        return 404;
    }

    location / {
        proxy_pass http://identity;
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-Proto $scheme;
    }
}
`,
    "compose.yaml": `services:
  web:
    image: nginx:1.27
    volumes:
      - ./nginx:/etc/nginx/conf.d:ro
    ports:
      - "PORT_OF_web:80"
  identity:
    build: identity
`,
    "identity/requirements.txt": "fastapi\nuvicorn\n",
    "identity/main.py": `import os

import uvicorn
from fastapi import FastAPI

from keys import router

app = FastAPI(title="Identity", docs_url=None, redoc_url=None)
app.include_router(router)

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "identity/keys.py": `from fastapi import APIRouter

router = APIRouter()
ISSUER = "https://id.fencing.test"


@router.get("/.well-known/openid-configuration")
def configuration():
    return {"issuer": ISSUER, "jwks_uri": f"{ISSUER}/keys"}


@router.get("/keys")
def keys():
    return {"keys": [{"kid": "2026-10", "kty": "OKP", "crv": "Ed25519"}]}
`,
    "identity.http": `@id = http://localhost:PORT_OF_web

### keys
GET {{id}}/keys

### discovery
# @name discovery
GET {{id}}/.well-known/openid-configuration
Accept: application/json
`,
  },
  servers: [
    { name: "identity", entry: "identity/main.py", needs: "fastapi" },
    {
      name: "web",
      entry: "front:ruleProxy",
      env: {
        RULES:
          '[{"from":"^/robots.txt$","status":200},{"from":"/\\\\.","status":404},{"from":"^/","to":"/","port":"PORT_OF_identity"}]',
      },
    },
  ],
  ask: ["identity.http#discovery"],
  facts: [
    "web:GET /keys 200",
    "web:GET /.well-known/openid-configuration 404",
    "identity:GET /.well-known/openid-configuration 200",
    "web:GET /.well-known/other 404",
    "web:GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["server-filter"],
    links: [{ file: "nginx/club.conf", text: "location ~ /" }],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

/** A fencing club that signs people in. */
export const fencing: readonly Scenario[] = [discovery];
