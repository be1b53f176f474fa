import type { Scenario } from "../../scenario.ts";

const entry: Scenario = {
  name: "entry-of-a-diary",
  files: {
    "package.json": `{ "name": "diary", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/server.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { entries } from "./entries.ts";

const app = new Hono();

app.get("/diary", (c) => c.json(entries.map(({ year, month, slug }) => ({ year, month, slug }))));
app.get("/diary/:year/:month/:slug", (c) => {
  const { year, month, slug } = c.req.param();
  const entry = entries.find((one) => one.year === year && one.month === month && one.slug === slug);
  if (entry === undefined) return c.json({ error: "no such entry" }, 404);
  return c.json(entry);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/entries.ts": `export const entries = [
  { year: "2025", month: "11", slug: "first-snow", text: "It snowed." },
  { year: "2026", month: "03", slug: "the-garden", text: "We dug." },
];
`,
    "diary.http": `@diary = http://localhost:PORT_OF_api/diary

### everything
GET {{diary}}

### the garden
# @name garden
GET {{diary}}/2026/04/the-garden
`,
  },
  servers: [{ name: "api", entry: "src/server.ts" }],
  ask: ["diary.http#garden"],
  facts: ["GET /diary 200", "GET /diary/2026/04/the-garden 404", "GET /diary/2026/03/the-garden 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project", "unknown-id"],
    links: [{ file: "src/server.ts", text: '"/diary/:year/:month/:slug"' }],
    fixes: [{ url: "/diary/2026/03/the-garden" }, { kind: "ask" }],
  },
};

/** Diaries: an entry by its year, month and title. */
export const diaries: readonly Scenario[] = [entry];
