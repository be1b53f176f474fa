import type { Scenario } from "../../scenario.ts";

const publishedService = `import express from "express";

const published = new Map([["hello", "Hello"]]);
const app = express();
app.get("/stories/:slug", (req, res) => {
  const text = published.get(req.params.slug);
  if (text === undefined) return res.status(404).json({ error: "story not published" });
  res.json({ text });
});
app.put("/stories/:slug", (req, res) => {
  published.set(req.params.slug, "…");
  res.status(204).end();
});
app.listen(process.env.PORT ?? 3000);
`;

const story: Scenario = {
  name: "published-story",
  files: {
    "package.json": '{ "name": "stories", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "stories.http": `# @name story
GET http://localhost:PORT_OF_edge/stories/spring
`,
    "stories.js": publishedService,
  },
  servers: [
    { name: "api", entry: "stories.js" },
    { name: "edge", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_api", FIELDS: "standard" } },
  ],
  before: ["edge:GET /stories/spring 404", "api:PUT /stories/spring 204"],
  ask: ["stories.http#story"],
  facts: ["edge:GET /stories/spring 404", "edge:GET /stories/spring?v=1 200", "api:GET /stories/spring 200"],
  truth: {
    outcome: "not-found",
    kinds: ["shared-cache"],
    links: [{ file: "stories.js", text: 'app.get("/stories/:slug"' }],
  },
};

const season: Scenario = {
  name: "season-schedule",
  files: {
    "package.json": '{ "name": "league", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "league.http": `# @name season
GET http://localhost:PORT_OF_edge/stories/season-2027
Accept: application/json
`,
    "src/league.js": publishedService,
  },
  servers: [
    { name: "api", entry: "src/league.js" },
    { name: "edge", entry: "front:cachingProxy", env: { UPSTREAM: "PORT_OF_api", FIELDS: "x-cache" } },
  ],
  before: ["edge:GET /stories/season-2027 404", "api:PUT /stories/season-2027 204"],
  ask: ["league.http#season"],
  facts: ["edge:GET /stories/season-2027 404", "edge:GET /stories/season-2027 200 | Cache-Control: no-cache"],
  truth: {
    outcome: "not-found",
    kinds: ["shared-cache"],
    links: [{ file: "src/league.js", text: 'app.get("/stories/:slug"' }],
  },
};

const pages: Scenario = {
  name: "menu-page",
  files: {
    "package.json": '{ "name": "bistro", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "bistro.http": `# @name page
GET http://localhost:PORT_OF_api/pages/terrace
`,
    "src/app.js": `import express from "express";
import { pageCache } from "./pageCache.js";

const pages = new Set(["home", "menu"]);
const app = express();

app.post("/pages/:name", (req, res) => {
  pages.add(req.params.name);
  res.status(201).end();
});
app.use(pageCache({ seconds: 3600 }));
app.get("/pages/:name", (req, res) => {
  if (!pages.has(req.params.name)) return res.status(404).send("<h1>Page not found</h1>");
  res.send("<h1>" + req.params.name + "</h1>");
});
app.listen(process.env.PORT ?? 3000);
`,
    "src/pageCache.js": `const entries = new Map();

export function pageCache({ seconds }) {
  return (req, res, next) => {
    const entry = entries.get(req.path);
    if (entry && entry.until > Date.now()) {
      return res.status(entry.status).set("X-Page-Cache", "HIT").send(entry.html);
    }
    const send = res.send.bind(res);
    res.send = (html) => {
      entries.set(req.path, { html, status: res.statusCode, until: Date.now() + seconds * 1000 });
      return send(html);
    };
    res.set("X-Page-Cache", "MISS");
    next();
  };
}
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  before: ["GET /pages/terrace 404", "POST /pages/terrace 201"],
  ask: ["bistro.http#page"],
  facts: ["GET /pages/terrace 404", "GET /pages/menu 200"],
  truth: {
    outcome: "not-found",
    kinds: ["framework-cache"],
    links: [
      { file: "src/app.js", text: 'app.get("/pages/:name"' },
      { file: "src/app.js", text: "pageCache({" },
    ],
  },
};

/** Requests that are answered from a cache which still holds an old miss. */
export const caches: readonly Scenario[] = [story, season, pages];
