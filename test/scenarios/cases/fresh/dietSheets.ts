import type { Scenario } from "../../scenario.ts";

const recipes = (ask: string) => ({
  "requirements.txt": "fastapi\nuvicorn\n",
  "clinic/__init__.py": "",
  "clinic/users.py": `from fastapi import Depends, HTTPException
from fastapi.security import OAuth2PasswordBearer

oauth2 = OAuth2PasswordBearer(tokenUrl="/token")
SESSIONS = {"s-71-anemone": "ada", "s-72-dahlia": "bela"}


class User:
    def __init__(self, name: str):
        self.name = name


def current_user(token: str = Depends(oauth2)) -> User:
    name = SESSIONS.get(token)
    if name is None:
        raise HTTPException(status_code=401, detail="Invalid session")
    return User(name)
`,
  "clinic/diets.py": `from fastapi import APIRouter, Depends, HTTPException

from clinic.users import User, current_user

router = APIRouter(prefix="/diets", tags=["diets"])
DIETS = {
    900: {"owner": "ada", "plan": "no nuts"},
    901: {"owner": "bela", "plan": "less salt"},
}


@router.get("")
def list_diets(user: User = Depends(current_user)):
    return [number for number, diet in DIETS.items() if diet["owner"] == user.name]


@router.get("/{number}")
def read_diet(number: int, user: User = Depends(current_user)):
    diet = DIETS.get(number)
    if not diet or diet["owner"] != user.name:
        raise HTTPException(status_code=404, detail="Diet not found")
    return diet
`,
  "clinic/main.py": `from fastapi import FastAPI

from clinic.diets import router

app = FastAPI()
app.include_router(router)
`,
  "run.py": `import os

import uvicorn

uvicorn.run("clinic.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`,
  "diets.http": `@clinic = http://localhost:PORT_OF_api
@session = s-71-anemone

### mine
GET {{clinic}}/diets/900
Authorization: Bearer {{session}}

###
# @name other
GET {{clinic}}/diets/${ask}
Authorization: Bearer {{session}}
`,
});

const diets: Scenario = {
  name: "diet-of-another-patient",
  files: recipes("901"),
  servers: [{ name: "api", entry: "run.py", needs: "fastapi" }],
  ask: ["diets.http#other"],
  facts: [
    "GET /diets/900 200 | Authorization: Bearer s-71-anemone",
    "GET /diets/901 404 | Authorization: Bearer s-71-anemone",
    "GET /diets/901 200 | Authorization: Bearer s-72-dahlia",
    "GET /diets/999 404 | Authorization: Bearer s-71-anemone",
    "GET /diets/901 401",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [
      { file: "clinic/diets.py", text: 'diet["owner"] != user.name' },
      { file: "clinic/diets.py", text: '@router.get("/{number}")' },
      { file: "clinic/diets.py", text: "901: {" },
    ],
  },
  credentials: [
    { value: "s-71-anemone", servers: ["api"] },
    { value: "s-72-dahlia", servers: ["api"] },
  ],
};

const mosaics: Scenario = {
  name: "mosaic-below-a-folder-of-a-host",
  files: {
    "package.json": `{ "name": "mosaics", "private": true, "type": "module", "scripts": { "build": "vite build --outDir www/mosaics" }, "dependencies": { "react": "^19.0.0", "react-dom": "^19.0.0", "react-router-dom": "^7.0.0" } }
`,
    "vite.config.ts": `import { defineConfig } from "vite";

export default defineConfig({ base: "/mosaics/" });
`,
    "src/main.jsx": `import { createRoot } from "react-dom/client";
import { BrowserRouter, Route, Routes } from "react-router-dom";

const Home = () => <h1>Mosaics</h1>;
const Mosaic = () => <h1>Mosaic</h1>;

createRoot(document.getElementById("root")).render(
  <BrowserRouter basename="/mosaics">
    <Routes>
      <Route path="/" element={<Home />} />
      <Route path="/works/:id" element={<Mosaic />} />
    </Routes>
  </BrowserRouter>,
);
`,
    "www/mosaics/index.html": `<!doctype html>
<html lang="en"><head><title>Mosaics</title><script type="module" crossorigin src="/mosaics/assets/index-Xy12Ab34.js"></script></head><body><div id="root"></div></body></html>
`,
    "www/mosaics/assets/index-Xy12Ab34.js": `document.title;
`,
    "serve.py": `import functools
import http.server
import os

handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory="www")
http.server.ThreadingHTTPServer(("127.0.0.1", int(os.environ.get("PORT", "8000"))), handler).serve_forever()
`,
    "mosaics.http": `@site = http://localhost:PORT_OF_web/mosaics

###
GET {{site}}/

### from the catalogue
# @name work
GET {{site}}/works/12
Accept: text/html
`,
  },
  servers: [{ name: "web", entry: "serve.py", needs: "http" }],
  ask: ["mosaics.http#work"],
  facts: ["GET /mosaics/ 200", "GET /mosaics/works/12 404", "GET /mosaics/assets/index-Xy12Ab34.js 200"],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "src/main.jsx", text: 'path="/works/:id"' },
      { file: "serve.py", text: "SimpleHTTPRequestHandler" },
    ],
  },
};

const serverless = (more: string) => `service: beehives
provider:
  name: aws
  runtime: nodejs22.x
functions:
  list:
    handler: src/hives.list
    events:
      - httpApi:
          method: GET
          path: /hives
${more}`;
const inspections: Scenario = {
  name: "inspections-not-yet-in-the-cloud",
  history: [{ message: "Hives", files: { "serverless.yml": serverless("") } }],
  files: {
    "serverless.yml": serverless(`  inspections:
    handler: src/hives.inspections
    events:
      - httpApi: GET /hives/{id}/inspections
`),
    "package.json": `{ "name": "beehives", "private": true, "type": "module", "scripts": { "deploy": "serverless deploy" } }
`,
    "src/hives.js": `const hives = [{ id: "b1", place: "roof" }];

export const list = async () => ({ statusCode: 200, body: JSON.stringify(hives) });

export const inspections = async ({ pathParameters }) => ({
  statusCode: 200,
  body: JSON.stringify({ hive: pathParameters.id, inspections: ["2026-03-01"] }),
});
`,
    "hives.http": `@api = http://localhost:PORT_OF_cloud

### hives
GET {{api}}/hives

### inspections
# @name inspections
GET {{api}}/hives/b1/inspections
`,
  },
  deployed: {
    "cloud.mjs": `import { createServer } from "node:http";
import { randomUUID } from "node:crypto";

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://cloud");
  const there = request.method === "GET" && pathname === "/hives";
  response.writeHead(there ? 200 : 404, { "content-type": "application/json", "apigw-requestid": randomUUID().slice(0, 15) });
  response.end(there ? '[{"id":"b1","place":"roof"}]' : '{"message":"Not Found"}');
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "cloud", entry: "deployed:cloud.mjs" }],
  ask: ["hives.http#inspections"],
  facts: ["GET /hives 200", "GET /hives/b1/inspections 404", "GET /x 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "serverless.yml", text: "GET /hives/{id}/inspections" }],
  },
};

const fairs: Scenario = {
  name: "fair-under-its-former-name",
  files: {
    "package.json": `{ "name": "fairs", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "fairs.json": `[
  { "id": 31, "slug": "book-fair-2026", "city": "Leipzig" },
  { "id": 32, "slug": "boat-fair", "city": "Kiel" }
]
`,
    "index.js": `import { readFileSync } from "node:fs";
import express from "express";

const fairs = JSON.parse(readFileSync("fairs.json", "utf8"));
const app = express();

app.get("/fairs", (_req, res) => res.json(fairs.map(({ id, slug }) => ({ id, slug, url: \`/fairs/\${slug}-\${id}\` }))));
app.get("/fairs/:handle", (req, res) => {
  const fair = fairs.find(({ id, slug }) => \`\${slug}-\${id}\` === req.params.handle);
  if (!fair) return res.status(404).json({ error: "fair not found" });
  res.json(fair);
});

app.listen(process.env.PORT ?? 3000);
`,
    "fairs.http": `@fairs = http://localhost:PORT_OF_web/fairs

###
GET {{fairs}}

### out of last year's flyer
# @name flyer
GET {{fairs}}/spring-of-books-31
`,
  },
  servers: [{ name: "web", entry: "index.js" }],
  ask: ["fairs.http#flyer"],
  facts: [
    "GET /fairs 200",
    "GET /fairs/spring-of-books-31 404",
    "GET /fairs/book-fair-2026-31 200",
    "GET /fairs/x-99 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "index.js", text: 'app.get("/fairs/:handle"' },
      { file: "fairs.json", text: "book-fair-2026" },
      { file: "fairs.http", text: "spring-of-books-31" },
    ],
    fixes: [{ url: "/fairs/book-fair-2026-31" }],
  },
};

/** A diet of another patient, a page of an app below a folder, a function that is not in the cloud yet, a fair under its former name. */
export const dietSheets: readonly Scenario[] = [diets, mosaics, inspections, fairs];
