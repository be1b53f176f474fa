import type { Scenario } from "../../scenario.ts";

const swagger: Scenario = {
  name: "map-tiles-for-the-wrong-release",
  files: {
    "package.json": `{ "name": "tiles", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { tiles } from "./tiles.ts";

const RELEASE = "2026.2";

const app = new Hono();
app.route(\`/tiles/\${RELEASE}\`, tiles);
app.get("/releases", (c) => c.json([RELEASE]));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/tiles.ts": `import { Hono } from "hono";

export const tiles = new Hono();
tiles.get("/:zoom/:tile", (c) => {
  const { zoom, tile } = c.req.param();
  return Number(zoom) <= 12 ? c.json({ zoom, tile, roads: 4 }) : c.json({ error: "too near" }, 404);
});
`,
    "map/style.json": `{
  "version": 8,
  "sources": { "roads": { "type": "vector", "tiles": ["http://localhost:PORT_OF_api/tiles/2025.4/{z}/{x}"] } }
}
`,
    "map.http": `### a tile of the town
# @name town
GET http://localhost:PORT_OF_api/tiles/2025.4/9/268
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["map.http#town"],
  facts: [
    "GET /releases 200",
    "GET /tiles/2025.4/9/268 404",
    "GET /tiles/2026.2/9/268 200",
    "GET /tiles/2026.2/15/268 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/index.ts", text: "app.route(" },
      { file: "src/index.ts", text: 'RELEASE = "2026.2"' },
      { file: "src/tiles.ts", text: '"/:zoom/:tile"' },
      { file: "map/style.json", text: "2025.4" },
    ],
    fixes: [{ url: "/tiles/2026.2/9/268" }],
  },
};

/** Map tiles: a release of two numbers. */
export const mapTiles: readonly Scenario[] = [swagger];
