import type { Scenario } from "../../scenario.ts";

const presses: Scenario = {
  name: "presses-behind-next",
  files: {
    "web/package.json":
      '{ "name": "mill-web", "private": true, "type": "module", "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }',
    "web/.gitignore": "node_modules\n.next\n",
    "web/server.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
createServer(app.getRequestHandler()).listen(process.env.PORT ?? 3000);
`,
    "web/next.config.mjs": `const api = \`http://localhost:\${process.env.API_PORT ?? 8000}\`;

export default {
  async rewrites() {
    return [{ source: "/api/:path*", destination: \`\${api}/:path*\` }];
  },
};
`,
    "web/app/layout.jsx":
      'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    "web/app/page.jsx": "export default function Page() {\n  return <h1>Oil mill</h1>;\n}\n",
    "api/requirements.txt": "fastapi\nuvicorn\n",
    "api/main.py": `import os

import uvicorn
from fastapi import FastAPI

from presses import router

app = FastAPI(title="Oil mill")
app.include_router(router, prefix="/api/presses")

if __name__ == "__main__":
    uvicorn.run(app, host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "api/presses.py": `from fastapi import APIRouter

router = APIRouter()


@router.get("")
def presses():
    return [{"id": 1, "litres": 40}]


@router.get("/{press}")
def press(press: int):
    return {"id": press, "litres": 40}
`,
    "mill.http": `@mill = http://localhost:PORT_OF_web

### page
GET {{mill}}/

### first press
# @name press
GET {{mill}}/api/presses/1
`,
  },
  servers: [
    { name: "api", entry: "api/main.py", needs: "fastapi" },
    {
      name: "web",
      entry: "web/server.mjs",
      passesOn: true,
      env: { API_PORT: "PORT_OF_api", NEXT_TELEMETRY_DISABLED: "1" },
    },
  ],
  before: ["web:GET / 200", "web:GET /api/presses/1 404"],
  ask: ["mill.http#press"],
  facts: ["web:GET / 200", "web:GET /api/presses/1 404", "api:GET /api/presses/1 200", "api:GET /presses/1 404"],
  truth: {
    outcome: "not-found",
    kinds: ["proxy-strips-prefix"],
    links: [{ file: "web/next.config.mjs", text: 'source: "/api/:path*"' }],
    fixes: [{ kind: "edit-rewrite" }],
  },
};

const docs: Scenario = {
  name: "documents-of-the-oil-mill",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "mill/__init__.py": "",
    "mill/main.py": `from fastapi import FastAPI

app = FastAPI(title="Oil mill", docs_url=None, redoc_url=None)


@app.get("/oils")
def oils():
    return ["walnut", "linseed"]
`,
    "run.py": `import os

import uvicorn

uvicorn.run("mill.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "mill.http": `### oils
GET http://localhost:PORT_OF_api/oils

### what else is there
# @name docs
GET http://localhost:PORT_OF_api/docs
Accept: text/html
`,
  },
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["mill.http#docs"],
  facts: ["GET /oils 200", "GET /docs 404", "GET /openapi.json 200"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [{ file: "mill/main.py", text: "docs_url=None" }],
  },
};

const shopping: Scenario = {
  name: "shopping-lists-at-the-mill",
  files: {
    "nginx/mill.conf": `server {
    listen 80;
    server_name mill.test;

    location /shop {
        proxy_pass http://127.0.0.1:PORT_OF_shop/;
    }

    location / {
        proxy_pass http://127.0.0.1:PORT_OF_lists;
    }
}
`,
    "shop/app.py": `import os

from flask import Flask

app = Flask(__name__)


@app.route("/")
def home():
    return {"oils": ["walnut"]}


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "lists/app.py": `import os

from flask import Flask

app = Flask(__name__)


@app.route("/shopping-lists/<int:number>")
def shopping_list(number):
    return {"number": number, "items": ["walnut oil"]}


@app.route("/calendar")
def calendar():
    return {"next": "Friday"}


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5001")))
`,
    "mill.http": `@mill = http://localhost:PORT_OF_edge

### calendar
GET {{mill}}/calendar

### my list
# @name list
GET {{mill}}/shopping-lists/3
`,
  },
  servers: [
    { name: "shop", entry: "shop/app.py", needs: "flask" },
    { name: "lists", entry: "lists/app.py", needs: "flask" },
    {
      name: "edge",
      entry: "front:ruleProxy",
      env: { RULES: '[{"from":"^/shop(.*)$","to":"/$1","port":"PORT_OF_shop"},{"from":"^/","port":"PORT_OF_lists"}]' },
    },
  ],
  ask: ["mill.http#list"],
  facts: [
    "edge:GET /calendar 200",
    "edge:GET /shopping-lists/3 404",
    "edge:GET /shop 200",
    "lists:GET /shopping-lists/3 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["base-path", "rewrite-rule", "proxy-strips-prefix", "proxy-joins-wrong"],
    links: [
      { file: "nginx/mill.conf", text: "location /shop {" },
      { file: "nginx/mill.conf", text: "PORT_OF_shop/;" },
    ],
  },
};

/** At the oil mill. */
export const oilMills: readonly Scenario[] = [presses, docs, shopping];
