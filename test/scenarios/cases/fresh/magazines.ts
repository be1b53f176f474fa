import type { Scenario } from "../../scenario.ts";

const article: Scenario = {
  name: "article-just-published",
  files: {
    "package.json": `{
  "name": "magazine-origin",
  "type": "module",
  "dependencies": { "fastify": "^5.0.0" }
}
`,
    "src/server.js": `import Fastify from "fastify";
import { articleRoutes } from "./articles.js";

const app = Fastify();
app.register(articleRoutes, { prefix: "/articles" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/articles.js": `const articles = new Map([
  [8, { id: 8, title: "Walking the coast", published: true }],
  [9, { id: 9, title: "A week in the archive", published: false }],
]);

export async function articleRoutes(app) {
  app.get("/", async () => [...articles.values()].filter(({ published }) => published));

  app.get("/:id", async (request, reply) => {
    const article = articles.get(Number(request.params.id));
    if (!article?.published) return reply.code(404).send({ error: "Article not found" });
    return article;
  });

  app.post("/:id/publish", async (request, reply) => {
    articles.get(Number(request.params.id)).published = true;
    return reply.code(204).send();
  });
}
`,
    "README.md": `# Magazine

The origin listens on port PORT_OF_origin. Readers come through the CDN, which keeps answers for an hour.
`,
    "articles.http": `@www = http://localhost:PORT_OF_cdn

### Front page
GET {{www}}/articles

### The new one
# @name fresh
GET {{www}}/articles/9
`,
  },
  servers: [
    { name: "origin", entry: "src/server.js" },
    { name: "cdn", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_origin" } },
  ],
  before: ["cdn:GET /articles/9 404", "origin:POST /articles/9/publish 204"],
  ask: ["articles.http#fresh"],
  facts: [
    "cdn:GET /articles/9 404",
    "origin:GET /articles/9 200",
    "cdn:GET /articles/9?x=1 200",
    "cdn:GET /articles/70 404",
  ],
  truth: { outcome: "not-found", kinds: ["shared-cache"], fixes: [{ kind: "wait" }, { kind: "ask" }] },
};

const issue: Scenario = {
  name: "issue-of-the-summer",
  files: {
    "package.json": `{
  "name": "issues-api",
  "dependencies": { "express": "^5.1.0" }
}
`,
    "server.js": `const express = require("express");
const cache = require("./cache");
const issues = require("./issues");

const app = express();
app.use(express.json());
app.get("/api/issues", issues.list);
app.get("/api/issues/:slug", cache("10m"), issues.show);
app.post("/api/issues", issues.create);

app.listen(process.env.PORT || 3000);
`,
    "cache.js": `const units = { s: 1000, m: 60_000, h: 3_600_000 };
const entries = new Map();

/** Keeps what a handler answers for a while, by the URL. */
module.exports = function cache(duration) {
  const ttl = Number.parseInt(duration, 10) * units[duration.at(-1)];

  return (req, res, next) => {
    const entry = entries.get(req.originalUrl);
    if (entry && entry.until > Date.now()) {
      return res.set("X-Cache", "HIT").status(entry.status).json(entry.body);
    }
    const send = res.json.bind(res);
    res.json = (body) => {
      entries.set(req.originalUrl, { status: res.statusCode, body, until: Date.now() + ttl });
      res.json = send;
      return send(body);
    };
    res.set("X-Cache", "MISS");
    next();
  };
};
`,
    "issues.js": `const issues = [{ slug: "spring-2026", pages: 84 }];

exports.list = (req, res) => res.json(issues);

exports.show = (req, res) => {
  const issue = issues.find(({ slug }) => slug === req.params.slug);
  if (!issue) return res.status(404).json({ error: "Issue not found" });
  res.json(issue);
};

exports.create = (req, res) => {
  issues.push({ slug: "summer-2026", pages: 96 });
  res.status(201).json(issues.at(-1));
};
`,
    "issues.http": `### All issues
GET http://localhost:PORT_OF_api/api/issues

### Summer
# @name summer
GET http://localhost:PORT_OF_api/api/issues/summer-2026
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  before: ["GET /api/issues/summer-2026 404", "POST /api/issues 201"],
  ask: ["issues.http#summer"],
  facts: [
    "GET /api/issues/summer-2026 404",
    "GET /api/issues/summer-2026?fresh=1 200",
    "GET /api/issues 200",
    "GET /api/issues/spring-2026 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["framework-cache", "shared-cache"],
    links: [
      { file: "server.js", text: 'app.get("/api/issues/:slug"' },
      { file: "issues.js", text: "exports.show" },
      { file: "cache.js", text: "entries.set(" },
    ],
  },
};

const subscription: Scenario = {
  name: "page-of-a-subscription",
  files: {
    "package.json": `{
  "name": "subscriptions",
  "type": "module",
  "scripts": { "build": "vite build --outDir dist", "start": "node server.js" },
  "dependencies": { "express": "^5.0.0", "react": "^19.0.0", "react-router": "^7.0.0" }
}
`,
    "server.js": `import express from "express";
import { plans } from "./api/plans.js";

const app = express();
app.use("/api/plans", plans);
app.use(express.static("dist"));
app.listen(process.env.PORT ?? 3000);
`,
    "api/plans.js": `import { Router } from "express";

export const plans = Router();
plans.get("/", (_req, res) => res.json([{ id: "print", price: 60 }, { id: "digital", price: 36 }]));
`,
    "src/main.jsx": `import { createRoot } from "react-dom/client";
import { createBrowserRouter, RouterProvider } from "react-router";
import { Account } from "./pages/Account.jsx";
import { Home } from "./pages/Home.jsx";

const router = createBrowserRouter([
  { path: "/", element: <Home /> },
  { path: "/account/subscription", element: <Account /> },
]);

createRoot(document.getElementById("root")).render(<RouterProvider router={router} />);
`,
    "src/pages/Home.jsx": `import { Link } from "react-router";

export function Home() {
  return <Link to="/account/subscription">My subscription</Link>;
}
`,
    "src/pages/Account.jsx": `export function Account() {
  return <h1>My subscription</h1>;
}
`,
    "dist/index.html": `<!doctype html>
<html>
  <head><title>Magazine</title><script type="module" src="/assets/index-C4kq1zPa.js"></script></head>
  <body><div id="root"></div></body>
</html>
`,
    "dist/assets/index-C4kq1zPa.js": `document.getElementById("root").textContent = "Magazine";
`,
    "pages.http": `# @name subscription
GET http://localhost:PORT_OF_site/account/subscription
Accept: text/html
`,
  },
  servers: [{ name: "site", entry: "server.js" }],
  ask: ["pages.http#subscription"],
  facts: ["GET /account/subscription 404", "GET / 200", "GET /api/plans 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["spa-fallback"],
    links: [
      { file: "server.js", text: "express.static(" },
      { file: "src/main.jsx", text: 'path: "/account/subscription"' },
    ],
  },
};

/** A magazine: an article behind a cache, an issue kept by the service itself, a page that only the browser's router knows, a bundle of last week. */
export const magazines: readonly Scenario[] = [article, issue, subscription];
