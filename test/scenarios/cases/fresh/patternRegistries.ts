import type { Scenario } from "../../scenario.ts";

const push: Scenario = {
  name: "package-under-somebody-elses-name",
  files: {
    "README.md": `# Pattern registry

A small registry for embroidery patterns. Publish with \`PUT /patterns/NAME\` and your key in \`X-Author-Key\`.
`,
    "package.json": `{ "name": "pattern-registry", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "registry.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { authorOf } from "./authors.ts";

interface Pattern {
  author: string;
  stitches: number;
}

const patterns = new Map<string, Pattern>([
  ["wild-rose", { author: "hanna", stitches: 4100 }],
  ["alphabet", { author: "hanna", stitches: 900 }],
]);

const app = new Hono();
app.get("/patterns", (c) => c.json([...patterns.keys()]));
app.get("/patterns/:name", (c) => {
  const pattern = patterns.get(c.req.param("name"));
  return pattern ? c.json(pattern) : c.json({ error: "not in this registry" }, 404);
});
app.put("/patterns/:name", async (c) => {
  const author = authorOf(c.req.header("x-author-key"));
  const known = patterns.get(c.req.param("name"));
  if (author === null || (known && known.author !== author)) {
    return c.json({ error: "not in this registry" }, 404);
  }
  patterns.set(c.req.param("name"), { author, ...(await c.req.json()) });
  return c.json({ ok: true }, known ? 200 : 201);
});
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "authors.ts": `const authors = new Map((process.env.AUTHORS ?? "").split(",").map((pair) => pair.split(":") as [string, string]));

export const authorOf = (key: string | undefined): string | null => authors.get(key ?? "") ?? null;
`,
    "publish.http": `@registry = http://localhost:PORT_OF_api

### what is there
GET {{registry}}/patterns/wild-rose

### more leaves
# @name leaves
PUT {{registry}}/patterns/wild-rose
Content-Type: application/json

{ "stitches": 4350 }
`,
  },
  servers: [{ name: "api", entry: "registry.ts", env: { AUTHORS: "hk-71ab:hanna" } }],
  ask: ["publish.http#leaves", "--allow-unsafe"],
  consented: ["PUT /patterns/wild-rose"],
  facts: ["GET /patterns/wild-rose 200", "PUT /patterns/wild-rose 404", "PUT /patterns/new-one 404"],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint", "masked-resource"],
    links: [
      { file: "registry.ts", text: "author === null" },
      { file: "registry.ts", text: 'app.put("/patterns/:name"' },
      { file: "registry.ts", text: 'c.req.header("x-author-key")' },
    ],
  },
};

/** Registries of embroidery patterns: an author who is not told is not found. */
export const patternRegistries: readonly Scenario[] = [push];
