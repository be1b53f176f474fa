import type { Scenario } from "../../scenario.ts";

const spread: Scenario = {
  name: "raffle-that-is-not-drawn-yet",
  files: {
    "package.json": `{ "name": "summer-fair", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "src/index.ts": `import Fastify from "fastify";
import { plugins } from "./plugins.ts";

const app = Fastify();
for (const { path, plugin } of plugins) await app.register(plugin, { prefix: path });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/plugins.ts": `import { raffle } from "./raffle.ts";
import { season } from "./season.ts";
import { stalls } from "./stalls.ts";

export const plugins = [
  { path: "/stalls", plugin: stalls },
  season.raffleOpen && { path: "/raffle", plugin: raffle },
].filter((row) => row !== false);
`,
    "src/season.ts": `export const season = { year: 2026, raffleOpen: false as boolean };
`,
    "src/stalls.ts": `import type { FastifyPluginAsync } from "fastify";

export const stalls: FastifyPluginAsync = async (app) => {
  app.get("/", async () => ["cakes", "plants"]);
};
`,
    "src/raffle.ts": `import type { FastifyPluginAsync } from "fastify";

export const raffle: FastifyPluginAsync = async (app) => {
  app.get("/prizes", async () => ["hamper", "voucher"]);
};
`,
    "fair.http": `### stalls
GET http://localhost:PORT_OF_api/stalls

### prizes
# @name prizes
GET http://localhost:PORT_OF_api/raffle/prizes
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["fair.http#prizes"],
  facts: ["GET /stalls 200", "GET /raffle/prizes 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "src/season.ts", text: "raffleOpen" },
      { file: "src/plugins.ts", text: "season.raffleOpen &&" },
      { file: "src/raffle.ts", text: '"/prizes"' },
    ],
  },
};

/** Summer fairs: a row of a table that a switch leaves out. */
export const summerFairs: readonly Scenario[] = [spread];
