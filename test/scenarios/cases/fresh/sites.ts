import type { Scenario } from "../../scenario.ts";

const bundle: Scenario = {
  name: "script-of-an-open-tab",
  files: {
    "package.json":
      '{ "name": "ticket-shop", "type": "module", "dependencies": { "koa": "^3.0.0" }, "scripts": { "build": "vite build" } }',
    "server/main.js": `import Koa from "koa";
import { files } from "./files.js";
import { shows } from "./shows.js";

const app = new Koa();
app.use(shows);
app.use(files(new URL("../dist/", import.meta.url)));
app.listen(Number(process.env.PORT ?? 3000));
`,
    "server/files.js": `import { readFile } from "node:fs/promises";
import { extname } from "node:path";

/** The built page: its files, and the page itself for every other address. */
export const files = (root) => async (ctx) => {
  const wanted = await readFile(new URL("." + ctx.path, root)).catch(() => null);
  ctx.type = wanted ? extname(ctx.path) : "html";
  ctx.body = wanted ?? (await readFile(new URL("index.html", root)));
};
`,
    "server/shows.js": `export async function shows(ctx, next) {
  if (ctx.path !== "/api/shows") return next();
  ctx.body = [{ id: 7, title: "The Tempest" }];
}
`,
    "dist/index.html":
      '<!doctype html><html lang="en"><head><title>Tickets</title><link rel="stylesheet" href="/assets/shop-7be01f4c.css"></head><body><div id="app"></div><script type="module" src="/assets/shop-9f3c11d2.js"></script></body></html>',
    "dist/assets/shop-9f3c11d2.js": "document.body.dataset.ready = 'yes';\n",
    "dist/assets/shop-7be01f4c.css": "body { margin: 0 }\n",
    "shop.http": `@shop = http://localhost:PORT_OF_site

### shows
GET {{shop}}/api/shows

### "Expected a JavaScript module script", says a visitor
# @name script
GET {{shop}}/assets/shop-41b07aee.js
Accept: */*
`,
  },
  servers: [{ name: "site", entry: "server/main.js" }],
  ask: ["shop.http#script"],
  facts: [
    "GET /assets/shop-9f3c11d2.js 200",
    "GET /assets/shop-41b07aee.js 200",
    "GET /none 200",
    "GET /api/shows 200",
  ],
  truth: {
    outcome: "soft-not-found",
    kinds: ["stale-asset"],
    fixes: [{ url: "/assets/shop-9f3c11d2.js" }],
  },
};

const handbookFiles = {
  "index.html": "<!doctype html><title>Handbook</title><a href='/handbook/safety/'>Safety</a>",
  "handbook/safety/index.html": "<!doctype html><title>Safety</title><h1>Safety in the workshop</h1>",
  "handbook/tools/index.html": "<!doctype html><title>Tools</title><h1>Tools</h1>",
};
const under = (folder: string) =>
  Object.fromEntries(Object.entries(handbookFiles).map(([path, text]) => [`${folder}/${path}`, text]));

const handbook: Scenario = {
  name: "handbook-in-a-bucket",
  files: {
    "README.md": "# Handbook\n\nBuilt into `out/`, copied to the bucket by `deploy.sh`.\n",
    "deploy.sh": "#!/bin/sh\nset -eu\naws s3 sync out s3://workshop-handbook --delete\n",
    ...under("out"),
    "handbook.http": `@site = http://localhost:PORT_OF_bucket

### start
GET {{site}}/index.html

### safety
# @name safety
GET {{site}}/handbook/safety/
`,
  },
  deployed: {
    ...under("bucket"),
    "bucket.mjs": `import { readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";

createServer((request, response) => {
  const key = "bucket" + new URL(request.url, "http://bucket").pathname;
  const fields = { server: "AmazonS3", "x-amz-request-id": "7QK2C0D1E9F3A4B5", "x-amz-id-2": "mS0pD8w=" };
  if (!key.endsWith("/") && statSync(key, { throwIfNoEntry: false })?.isFile()) {
    return response.writeHead(200, { ...fields, "content-type": "text/html" }).end(readFileSync(key));
  }
  response.writeHead(403, { ...fields, "content-type": "application/xml" });
  response.end('<?xml version="1.0" encoding="UTF-8"?>\\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>7QK2C0D1E9F3A4B5</RequestId></Error>');
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "bucket", entry: "deployed:bucket.mjs" }],
  ask: ["handbook.http#safety"],
  facts: ["GET /index.html 200", "GET /handbook/safety/ 403", "GET /handbook/safety/index.html 200", "GET /none 403"],
  truth: {
    outcome: "soft-not-found",
    kinds: ["directory-index"],
    fixes: [{ url: "/handbook/safety/index.html" }],
  },
};

const recipes: Scenario = {
  name: "recipe-page",
  files: {
    "package.json":
      '{ "name": "recipes", "dependencies": { "next": "15.1.0", "react": "19.0.0", "react-dom": "19.0.0" } }',
    "next.config.mjs": "export default { poweredByHeader: true };\n",
    "app/layout.tsx":
      'export default function Layout({ children }) {\n  return <html lang="en"><body>{children}</body></html>;\n}\n',
    "app/recipes/[slug]/page.tsx": `import { notFound } from "next/navigation";
import { findRecipe } from "../../../lib/recipes";

export const revalidate = 86400;

export default async function Page({ params }) {
  const { slug } = await params;
  const recipe = await findRecipe(slug);
  if (!recipe) notFound();
  return <article><h1>{recipe.title}</h1></article>;
}
`,
    "app/api/recipes/[slug]/route.ts": `import { findRecipe } from "../../../../lib/recipes";

export const dynamic = "force-dynamic";

export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const recipe = await findRecipe((await params).slug);
  return recipe ? Response.json(recipe) : Response.json({ error: "unknown" }, { status: 404 });
}
`,
    "lib/recipes.ts": `export async function findRecipe(slug: string) {
  const response = await fetch(process.env.CONTENT_URL + "/recipes/" + slug);
  return response.ok ? ((await response.json()) as { title: string }) : null;
}
`,
    "recipes.http": `@site = http://localhost:PORT_OF_site

### what the editors see
GET {{site}}/api/recipes/plum-cake

### a page that was there before
GET {{site}}/recipes/lentil-soup
Accept: text/html

### the page published at noon
# @name page
GET {{site}}/recipes/plum-cake
Accept: text/html
`,
  },
  deployed: {
    "next.mjs": `import { createServer } from "node:http";

const content = new Map([["lentil-soup", { title: "Lentil soup" }]]);
const pages = new Map();
const shell = (title) => "<!DOCTYPE html><html><head><title>" + title + "</title></head><body><script src=\\"/_next/static/chunks/main-app.js\\"></script></body></html>";

createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://site");
  const [, area, slug] = /^\\/(recipes|api\\/recipes|studio)\\/([a-z-]+)$/.exec(pathname) ?? [];
  const send = (status, type, body, fields = {}) =>
    response.writeHead(status, { "x-powered-by": "Next.js", "content-type": type, ...fields }).end(body);
  if (area === "studio") {
    content.set(slug, { title: slug.replace("-", " ") });
    return send(204, "text/plain");
  }
  if (area === "api/recipes") {
    const recipe = content.get(slug);
    return send(recipe ? 200 : 404, "application/json", JSON.stringify(recipe ?? { error: "unknown" }), { vary: "rsc, next-router-state-tree, next-router-prefetch" });
  }
  if (area === undefined) {
    const fields = { "x-nextjs-cache": "HIT", "x-nextjs-prerender": "1", "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate" };
    return send(404, "text/html; charset=utf-8", shell("404: This page could not be found."), fields);
  }
  const state = pages.has(slug) ? "HIT" : "MISS";
  if (state === "MISS") {
    const recipe = content.get(slug);
    pages.set(slug, { status: recipe ? 200 : 404, body: shell(recipe?.title ?? "404: This page could not be found.") });
  }
  const { status, body } = pages.get(slug);
  send(status, "text/html; charset=utf-8", body, { "x-nextjs-cache": state, "cache-control": "s-maxage=86400, stale-while-revalidate=31449600" });
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "site", entry: "deployed:next.mjs" }],
  before: ["GET /recipes/plum-cake 404", "POST /studio/plum-cake 204"],
  ask: ["recipes.http#page"],
  facts: [
    "GET /recipes/plum-cake 404",
    "GET /api/recipes/plum-cake 200",
    "GET /recipes/lentil-soup 200",
    "GET /recipes/other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["framework-cache"],
    links: [
      { file: "app/recipes/[slug]/page.tsx", text: "export default async function Page" },
      { file: "app/recipes/[slug]/page.tsx", text: "revalidate" },
      { file: "app/recipes/[slug]/page.tsx", text: "import { notFound" },
    ],
  },
};

/** A shop, a handbook and recipes, as built pages. */
export const sites: readonly Scenario[] = [bundle, handbook, recipes];
