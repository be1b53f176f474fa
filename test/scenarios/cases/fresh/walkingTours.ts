import type { Scenario } from "../../scenario.ts";

const serviceBefore = `from fastapi import APIRouter

router = APIRouter(prefix="/tours", tags=["tours"])

TOURS = {
    "old-town": {"slug": "old-town", "km": 3.2},
    "harbour-lights": {"slug": "harbour-lights", "km": 4.5},
}


@router.get("")
def list_tours():
    return list(TOURS.values())


@router.get("/{slug}/dates")
def dates(slug: str):
    return {"slug": slug, "dates": ["2026-05-02", "2026-05-09"]}
`;

const main = `from fastapi import FastAPI

from app import tours

app = FastAPI(title="Walking tours", docs_url=None, openapi_url=None)
app.include_router(tours.router, prefix="/api")


@app.get("/version")
def version():
    return {"service": "tours"}
`;

const run = `import os

import uvicorn

uvicorn.run("app.main:app", host="127.0.0.1", port=int(os.environ.get("PORT", "8000")), log_level="warning")
`;

const guides: Scenario = {
  name: "guides-of-a-walking-tour",
  files: {
    "requirements.txt": "fastapi\nuvicorn\n",
    "deploy/compose.yaml": `services:
  tours:
    image: registry.example.test/tours:2026-03-28
    ports:
      - "PORT_OF_api:8000"
`,
    "app/__init__.py": "",
    "app/main.py": main,
    "app/tours.py": `${serviceBefore}

@router.get("/{slug}/guides")
def guides(slug: str):
    return {"slug": slug, "guides": ["Noor", "Piet"]}
`,
    "run.py": run,
    "tours.http": `@api = http://localhost:PORT_OF_api/api

### dates
GET {{api}}/tours/old-town/dates

### who leads it
# @name guides
GET {{api}}/tours/old-town/guides
`,
  },
  deployed: { "app/__init__.py": "", "app/main.py": main, "app/tours.py": serviceBefore, "run.py": run },
  servers: [{ name: "api", entry: "deployed:run.py", needs: "fastapi" }],
  ask: ["tours.http#guides"],
  facts: [
    "GET /api/tours 200",
    "GET /api/tours/old-town/dates 200",
    "GET /api/tours/old-town/guides 404",
    "GET /version 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [{ file: "app/tours.py", text: '@router.get("/{slug}/guides")' }],
  },
};

const sights: Scenario = {
  name: "page-of-a-sight",
  files: {
    "package.json":
      '{ "name": "sights", "private": true, "type": "module", "scripts": { "dev": "node server.mjs" }, "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }',
    "server.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
createServer(app.getRequestHandler()).listen(process.env.PORT ?? 3000);
`,
    "next.config.mjs": "export default { poweredByHeader: true };\n",
    "app/layout.jsx": `export const metadata = { title: "Sights" };

export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
    "app/page.jsx": `import { featured } from "../lib/sights.js";

export default function Home() {
  return <ul>{featured().map(({ slug, name }) => <li key={slug}><a href={"/sights/" + slug}>{name}</a></li>)}</ul>;
}
`,
    "app/sights/[slug]/page.jsx": `import { featured, find } from "../../../lib/sights.js";

export const dynamicParams = false;

export function generateStaticParams() {
  return featured().map(({ slug }) => ({ slug }));
}

export default async function Sight({ params }) {
  const { slug } = await params;
  const sight = find(slug);
  return <h1>{sight.name}</h1>;
}
`,
    "lib/sights.js": `const SIGHTS = [
  { slug: "clock-tower", name: "Clock tower", featured: true },
  { slug: "fish-steps", name: "Fish steps", featured: true },
  { slug: "salt-store", name: "Salt store", featured: false },
];

export const featured = () => SIGHTS.filter((sight) => sight.featured);
export const find = (slug) => SIGHTS.find((sight) => sight.slug === slug);
`,
    "pages.http": `@site = http://localhost:PORT_OF_web

### clock tower
GET {{site}}/sights/clock-tower

### salt store
# @name salt
GET {{site}}/sights/salt-store
Accept: text/html
`,
  },
  servers: [{ name: "web", entry: "server.mjs", env: { NEXT_TELEMETRY_DISABLED: "1" } }],
  before: ["GET /sights/clock-tower 200", "GET /sights/salt-store 404"],
  ask: ["pages.http#salt"],
  facts: ["GET /sights/clock-tower 200", "GET /sights/salt-store 404", "GET /sights/nothing 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "app/sights/[slug]/page.jsx", text: "export const dynamicParams = false" },
      { file: "app/sights/[slug]/page.jsx", text: "export function generateStaticParams" },
      { file: "app/sights/[slug]/page.jsx", text: "return featured()" },
    ],
  },
};

const pictures: Scenario = {
  name: "picture-of-a-lighthouse",
  files: {
    "requirements.txt": "flask\n",
    "app.py": `import os

from flask import Flask, render_template

app = Flask(__name__, static_folder="assets", static_url_path="/assets")


@app.route("/")
def home():
    return render_template("home.html", towers=["Westerhever", "Roter Sand"])


if __name__ == "__main__":
    app.run(port=int(os.environ.get("PORT", "5000")))
`,
    "templates/home.html": `<!doctype html>
<title>Lighthouses</title>
<img src="{{ url_for('static', filename='towers/Westerhever.svg') }}">
<img src="/assets/towers/roter-sand.svg">
{% for tower in towers %}<p>{{ tower }}</p>{% endfor %}
`,
    "assets/towers/Westerhever.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle r="4"/></svg>\n',
    "assets/towers/Roter-Sand.svg": '<svg xmlns="http://www.w3.org/2000/svg"><circle r="5"/></svg>\n',
    "site.http": `###
GET http://localhost:PORT_OF_web/

### second picture
# @name picture
GET http://localhost:PORT_OF_web/assets/towers/roter-sand.svg
`,
  },
  servers: [{ name: "web", entry: "app.py", needs: "flask" }],
  ask: ["site.http#picture"],
  facts: ["GET / 200", "GET /assets/towers/roter-sand.svg 404", "GET /assets/towers/Roter-Sand.svg 200"],
  truth: {
    outcome: "not-found",
    kinds: ["case"],
    links: [
      { file: "assets/towers/Roter-Sand.svg", text: "<svg" },
      { file: "templates/home.html", text: "/assets/towers/roter-sand.svg" },
    ],
    fixes: [{ url: "/assets/towers/Roter-Sand.svg" }],
  },
};

/** On foot through the town and up the tower. */
export const walkingTours: readonly Scenario[] = [guides, sights, pictures];
