import type { Scenario } from "../../scenario.ts";

const artist: Scenario = {
  name: "page-of-an-artist",
  files: {
    "package.json": `{ "name": "artists", "type": "module", "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }
`,
    ".gitignore": `.next
`,
    "server.mjs": `import { createServer } from "node:http";
import next from "next";

const app = next({ dev: true, dir: import.meta.dirname });
await app.prepare();
const handle = app.getRequestHandler();
createServer((request, response) => handle(request, response)).listen(process.env.PORT ?? 3000);
`,
    "data/artists.json": `[
  { "slug": "nina-simone", "name": "Nina Simone" },
  { "slug": "joan-baez", "name": "Joan Baez" }
]
`,
    "app/layout.jsx": `export default function Layout({ children }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
    "app/artists/page.jsx": `import Link from "next/link";
import artists from "../../data/artists.json";

export default function Page() {
  return artists.map(({ slug, name }) => (
    <Link key={slug} href={\`/artists/\${slug}\`}>
      {name}
    </Link>
  ));
}
`,
    "app/artists/[slug]/page.jsx": `import { notFound } from "next/navigation";
import artists from "../../../data/artists.json";

export default async function Page({ params }) {
  const { slug } = await params;
  const artist = artists.find((one) => one.slug === slug);
  if (!artist) notFound();
  return <h1>{artist.name}</h1>;
}
`,
    "pages.http": `@site = http://localhost:PORT_OF_site

### all
GET {{site}}/artists

### from the poster
# @name poster
GET {{site}}/artists/Nina-Simone
Accept: text/html
`,
  },
  servers: [{ name: "site", entry: "server.mjs" }],
  before: ["GET /artists 200", "GET /artists/nobody 404"],
  ask: ["pages.http#poster"],
  facts: ["GET /artists 200", "GET /artists/Nina-Simone 404", "GET /artists/nina-simone 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-format", "case"],
    links: [
      { file: "app/artists/[slug]/page.jsx", text: "import { notFound }" },
      { file: "app/artists/[slug]/page.jsx", text: "export default async function Page" },
      { file: "pages.http", text: "Nina-Simone" },
      { file: "data/artists.json", text: "nina-simone" },
    ],
    fixes: [{ url: "/artists/nina-simone" }],
  },
};

const pkg: Scenario = {
  name: "package-of-a-scope",
  files: {
    "package.json": `{ "name": "little-registry", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/registry.js": `import express from "express";
import { manifests } from "./manifests.js";

const registry = express();

registry.get("/-/ping", (_req, res) => res.json({}));
registry.get("/-/all", (_req, res) => res.json(Object.keys(manifests)));
registry.get("/:name", (req, res) => {
  const manifest = manifests[req.params.name];
  if (!manifest) return res.status(404).json({ error: "package not found" });
  res.json(manifest);
});

registry.listen(process.env.PORT ?? 4873);
`,
    "src/manifests.js": `export const manifests = {
  lute: { name: "lute", "dist-tags": { latest: "2.0.1" } },
  "@troubadour/verse": { name: "@troubadour/verse", "dist-tags": { latest: "0.4.0" } },
};
`,
    "registry.http": `@registry = http://localhost:PORT_OF_registry

### without a scope
GET {{registry}}/lute

### with one
# @name verse
GET {{registry}}/@troubadour/verse
`,
  },
  servers: [{ name: "registry", entry: "src/registry.js" }],
  ask: ["registry.http#verse"],
  facts: ["GET /lute 200", "GET /@troubadour/verse 404", "GET /@troubadour%2Fverse 200", "GET /nothing 404"],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [
      { file: "src/registry.js", text: 'registry.get("/:name"' },
      { file: "registry.http", text: "/@troubadour/verse" },
    ],
    fixes: [{ url: "/@troubadour%2Fverse" }],
  },
};

const probe: Scenario = {
  name: "probe-of-a-balancer",
  files: {
    "package.json": `{ "name": "verses", "type": "module" }
`,
    "server.mjs": `import { createServer } from "node:http";

const verses = ["Quan vei l'alauzeta mover", "Kalenda maya"];

const send = (response, status, body) => {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
};

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  if (request.method === "GET" && pathname === "/verses") return send(response, 200, verses);
  if (request.method === "GET" && pathname === "/alive") return send(response, 200, { alive: true });
  send(response, 404, { error: "not found" });
}).listen(process.env.PORT ?? 3000);
`,
    "balancer.http": `# haproxy: option httpchk HEAD /alive
# @name alive
HEAD http://localhost:PORT_OF_api/alive
`,
  },
  servers: [{ name: "api", entry: "server.mjs" }],
  ask: ["balancer.http#alive"],
  facts: ["HEAD /alive 404", "GET /alive 200", "HEAD /verses 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["head-not-routed"],
    fixes: [{ url: "/alive", method: "GET" }],
  },
};

const poem: Scenario = {
  name: "poem-of-another-stage",
  files: {
    "package.json": `{ "name": "poems", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/main.ts": `import { readFileSync } from "node:fs";
import { serve } from "@hono/node-server";
import { Hono } from "hono";

interface Poem {
  readonly slug: string;
  readonly lines: number;
}

const poems: Poem[] = JSON.parse(readFileSync(process.env.POEMS ?? "poems.local.json", "utf8"));
const app = new Hono();

app.get("/api/poems", (c) => c.json(poems));
app.get("/api/poems/:slug", (c) => {
  const poem = poems.find(({ slug }) => slug === c.req.param("slug"));
  return poem ? c.json(poem) : c.json({ error: "Poem not found" }, 404);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "poems.local.json": `[{ "slug": "sample", "lines": 4 }]
`,
    "poems.shared.json": `[{ "slug": "lark", "lines": 60 }, { "slug": "may-day", "lines": 48 }]
`,
    ".vscode/settings.json": `{
  "rest-client.environmentVariables": {
    "$shared": { "api": "/api" },
    "laptop": { "origin": "http://localhost:PORT_OF_laptop" },
    "shared": { "origin": "http://localhost:PORT_OF_shared" }
  }
}
`,
    "poems.http": `### the lark
# @name lark
GET {{origin}}{{api}}/poems/lark
`,
  },
  servers: [
    { name: "laptop", entry: "src/main.ts" },
    { name: "shared", entry: "src/main.ts", env: { POEMS: "poems.shared.json" } },
  ],
  ask: ["poems.http#lark", "--env", "laptop"],
  facts: ["laptop:GET /api/poems/lark 404", "shared:GET /api/poems/lark 200", "laptop:GET /api/poems/sample 200"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: ".vscode/settings.json", text: '"laptop"' },
      { file: ".vscode/settings.json", text: '"shared"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_shared/api/poems/lark" }],
  },
};

/** Troubadours: an artist's page on Next.js in the wrong letters, one that nobody knows, a package with a scope, a probe of a balancer, a poem of another stage. */
export const troubadours: readonly Scenario[] = [artist, pkg, probe, poem];
