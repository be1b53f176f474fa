import type { Scenario } from "../../scenario.ts";

const price: Scenario = {
  name: "price-of-a-block-of-ice",
  files: {
    "requirements.txt": "starlette\nuvicorn\n",
    "ice/__init__.py": "",
    "ice/storefront.py": `from starlette.applications import Starlette
from starlette.responses import HTMLResponse
from starlette.routing import Route


async def home(request):
    return HTMLResponse("<h1>Ice</h1>")


async def about(request):
    return HTMLResponse("<h1>About our ice</h1>")


storefront = Starlette(routes=[Route("/", home), Route("/about", about)])
`,
    "ice/prices.py": `from starlette.responses import JSONResponse
from starlette.routing import Route

PRICES = {"block": 12, "crushed": 4}


async def price(request):
    kind = request.path_params["kind"]
    return JSONResponse({"kind": kind, "price": PRICES.get(kind, 0)})


routes = [Route("/prices/{kind}", price)]
`,
    "ice/app.py": `from starlette.applications import Starlette
from starlette.routing import Mount

from ice import prices
from ice.storefront import storefront

app = Starlette(routes=[Mount("/", app=storefront), *prices.routes])
`,
    "run.py": `import os

import uvicorn

uvicorn.run("ice.app:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
    "ice.http": `@ice = http://localhost:PORT_OF_web

### page
GET {{ice}}/about

### price
# @name price
GET {{ice}}/prices/block
Accept: application/json
`,
  },
  servers: [{ name: "web", entry: "run.py", needs: "starlette" }],
  ask: ["ice.http#price"],
  facts: ["GET /about 200", "GET /prices/block 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all", "shadowed"],
    links: [
      { file: "ice/app.py", text: 'Mount("/", app=storefront)' },
      { file: "ice/prices.py", text: 'Route("/prices/{kind}", price)' },
    ],
  },
};

const harvest: Scenario = {
  name: "harvest-of-a-lake",
  files: {
    "package.json":
      '{ "name": "lakes", "private": true, "type": "module", "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }',
    ".gitignore": "node_modules\n.next\n",
    "server.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
createServer(app.getRequestHandler()).listen(process.env.PORT ?? 3000);
`,
    "app/layout.jsx":
      'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    "app/page.jsx": "export default function Page() {\n  return <h1>Lakes</h1>;\n}\n",
    "app/lakes/[lake]/page.jsx": `import { LAKES } from "../../../lakes.config.js";

export const dynamicParams = false;

export const generateStaticParams = async () => LAKES.map((lake) => ({ lake }));

export default async function Lake({ params }) {
  const { lake } = await params;
  return <h1>Harvest of {lake}</h1>;
}
`,
    "lakes.config.js": 'export const LAKES = ["walden", "oneida"];\n',
    "lakes.http": `@lakes = http://localhost:PORT_OF_web/lakes

###
GET {{lakes}}/walden

###
# @name spy
GET {{lakes}}/spy-pond
`,
  },
  servers: [{ name: "web", entry: "server.mjs", env: { NEXT_TELEMETRY_DISABLED: "1" } }],
  before: ["GET /lakes/walden 200", "GET /lakes/spy-pond 404"],
  ask: ["lakes.http#spy"],
  facts: ["GET /lakes/walden 200", "GET /lakes/spy-pond 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "app/lakes/[lake]/page.jsx", text: "export const dynamicParams = false" },
      { file: "app/lakes/[lake]/page.jsx", text: "generateStaticParams" },
      { file: "lakes.config.js", text: "LAKES" },
    ],
  },
};

/** Cutters of ice. */
export const iceCutters: readonly Scenario[] = [price, harvest];
