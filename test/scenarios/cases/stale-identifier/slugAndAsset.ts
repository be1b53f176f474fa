import type { Scenario } from "../../scenario.ts";

const articles: Scenario = {
  name: "help-article",
  files: {
    "package.json": '{ "name": "help-centre", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "mails/renewal.html": '<p>Read <a href="/articles/renew-your-licence">how to renew</a>.</p>',
    "help.http": `@help = http://localhost:PORT_OF_api

### what search still finds
# @name search
GET {{help}}/search?q=renew

### every article
# @name articles
GET {{help}}/articles

### opened from the mail
# @name article
GET {{help}}/articles/renew-your-licence
Accept: application/json
`,
    "src/server.js": `import express from "express";
import { articles } from "./articles.js";
import { search } from "./search.js";

express().use("/articles", articles).use("/search", search).listen(process.env.PORT ?? 3000);
`,
    "src/store.js": `export const rows = [
  { id: 41, slug: "licence-renewal-and-fees", title: "Renew your licence", previousSlugs: ["renew-your-licence", "licence-fees"] },
  { id: 52, slug: "report-a-loss", title: "Report a loss", previousSlugs: [] },
];
`,
    "src/articles.js": `import { Router } from "express";
import { rows } from "./store.js";

export const articles = Router();

articles.get("/", (_req, res) => res.json(rows));

articles.get("/:slug", (req, res) => {
  const row = rows.find((one) => one.slug === req.params.slug);
  if (row === undefined) return res.status(404).json({ error: "No article here" });
  res.json(row);
});
`,
    "src/search.js": `import { Router } from "express";

const index = [{ title: "Renew your licence", href: "/articles/renew-your-licence" }];
export const search = Router();
search.get("/", (req, res) => {
  const query = String(req.query.q ?? "").toLowerCase();
  res.json(index.filter((entry) => entry.title.toLowerCase().includes(query)));
});
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["help.http#article"],
  facts: ["GET /articles/renew-your-licence 404", "GET /articles/licence-renewal-and-fees 200", "GET /articles 200"],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug", "merged"],
    links: [{ file: "src/articles.js", text: 'articles.get("/:slug"' }],
    fixes: [{ url: "/articles/licence-renewal-and-fees" }],
  },
};

const venues: Scenario = {
  name: "concert-venue",
  files: {
    "package.json":
      '{ "name": "venues", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }',
    "venues.http": `@site = http://localhost:PORT_OF_api

# @name venue
GET {{site}}/venues/o2-academy-brixton
`,
    "venues.js": `import Koa from "koa";
import Router from "@koa/router";

const venues = [
  { slug: "brixton-academy", name: "O2 Academy Brixton" },
  { slug: "roundhouse-camden", name: "Roundhouse" },
];
const router = new Router({ prefix: "/venues" });

router.get("/", (ctx) => {
  ctx.body = venues;
});
router.get("/:slug", (ctx) => {
  const venue = venues.find(({ slug }) => slug === ctx.params.slug);
  if (venue === undefined) {
    ctx.status = 404;
    ctx.body = { detail: "Venue does not exist" };
    return;
  }
  ctx.body = venue;
});

const app = new Koa();
app.use(router.routes());
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [{ name: "api", entry: "venues.js" }],
  ask: ["venues.http#venue"],
  facts: ["GET /venues/o2-academy-brixton 404", "GET /venues/brixton-academy 200", "GET /venues 200"],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [{ file: "venues.js", text: 'router.get("/:slug"' }],
    fixes: [{ url: "/venues/brixton-academy" }],
  },
};

const bundle: Scenario = {
  name: "bundle-of-the-shop",
  files: {
    "package.json": '{ "name": "storefront", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "storefront.http": `@store = http://localhost:PORT_OF_site

### reported by the browser of a customer
# @name script
GET {{store}}/assets/checkout-D4f9Ba1c.js
`,
    "serve.js": `import express from "express";

const app = express();
app.use("/assets", express.static("dist/assets", { immutable: true, maxAge: "1y" }));
app.use(express.static("dist"));
app.listen(process.env.PORT ?? 3000);
`,
    "dist/index.html": `<!doctype html>
<html><head>
<script type="module" src="/assets/index-Bq71xKpz.js"></script>
<link rel="modulepreload" href="/assets/checkout-CkT20sWq.js">
</head><body><div id="app"></div></body></html>
`,
    "dist/assets/index-Bq71xKpz.js": 'import("./checkout-CkT20sWq.js");\n',
    "dist/assets/checkout-CkT20sWq.js": "export const pay = () => {};\n",
  },
  servers: [{ name: "site", entry: "serve.js" }],
  ask: ["storefront.http#script"],
  facts: ["GET /assets/checkout-D4f9Ba1c.js 404", "GET /assets/checkout-CkT20sWq.js 200", "GET / 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stale-asset"],
    fixes: [{ url: "/assets/checkout-CkT20sWq.js" }],
  },
};

const repository: Scenario = {
  name: "repository-files",
  files: {
    "package.json": '{ "name": "forge", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "forge.http": `@forge = http://localhost:PORT_OF_api/projects

### all
# @name projects
GET {{forge}}

### its branches
# @name branches
GET {{forge}}/tools/linter/branches
`,
    "forge.js": `import fastify from "fastify";

const app = fastify();
const branches = { "tools/linter": ["main", "next"], "tools/bundler": ["main"] };

app.get("/projects", async () => Object.keys(branches).map((path) => ({ path })));
app.get("/projects/:project/branches", async ({ params }, reply) => {
  const found = branches[params.project];
  return found ?? reply.code(404).send({ message: "404 Project Not Found" });
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [{ name: "api", entry: "forge.js" }],
  ask: ["forge.http#branches"],
  facts: ["GET /projects/tools/linter/branches 404", "GET /projects/tools%2Flinter/branches 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [{ file: "forge.js", text: '"/projects/:project/branches"' }],
    fixes: [{ url: "/projects/tools%2Flinter/branches" }],
  },
};

const documents: Scenario = {
  name: "scanned-documents",
  files: {
    "package.json": '{ "name": "scans", "dependencies": { "express": "^5.0.0" } }',
    "scans.http": `# @name scan
GET http://localhost:PORT_OF_api/scans/2026%252F03%252Finvoice.pdf
`,
    "scans.js": `const express = require("express");

const scans = new Map([["2026/03/invoice.pdf", 3], ["2026/03/note.pdf", 1]]);
const app = express();

app.get("/scans/:key", (req, res) => {
  const pages = scans.get(req.params.key);
  if (pages === undefined) return res.status(404).json({ key: req.params.key, error: "nothing stored" });
  res.json({ pages });
});

app.listen(process.env.PORT || 3000);
`,
  },
  servers: [{ name: "api", entry: "scans.js" }],
  ask: ["scans.http#scan"],
  facts: ["GET /scans/2026%252F03%252Finvoice.pdf 404", "GET /scans/2026%2F03%2Finvoice.pdf 200"],
  truth: {
    outcome: "not-found",
    kinds: ["id-encoding"],
    links: [{ file: "scans.js", text: 'app.get("/scans/:key"' }],
    fixes: [{ url: "/scans/2026%2F03%2Finvoice.pdf" }],
  },
};

/** Requests whose identifier was renamed, rebuilt or encoded differently. */
export const slugAndAsset: readonly Scenario[] = [articles, venues, bundle, repository, documents];
