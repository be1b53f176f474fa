import type { Scenario } from "../../scenario.ts";

const press: Scenario = {
  name: "press-of-last-year",
  files: {
    "package.json": `{ "name": "stamp-presses", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0" }, "scripts": { "start": "node --env-file=.env server.js" } }
`,
    ".env": `EDITIONS=2026a,2026b
`,
    "server.js": `import Fastify from "fastify";
import { presses } from "./presses.js";

try {
  process.loadEnvFile(new URL(".env", import.meta.url));
} catch {}

const editions = (process.env.EDITIONS ?? "2026b").split(",");
const app = Fastify();

editions.forEach((edition) => app.register(presses, { prefix: \`/mint/\${edition}\` }));

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "presses.js": `const all = [{ no: 4, tons: 160 }, { no: 5, tons: 250 }];

export async function presses(app) {
  app.get("/presses", async () => all);
  app.get("/presses/:no", async ({ params }, reply) => {
    return all.find(({ no }) => String(no) === params.no) ?? reply.code(404).send({ error: "no such press" });
  });
}
`,
    "mint.http": `@mint = http://localhost:PORT_OF_mint/mint

### press five
# @name five
GET {{mint}}/2025b/presses/5
`,
  },
  servers: [{ name: "mint", entry: "server.js" }],
  ask: ["mint.http#five"],
  facts: ["GET /mint/2025b/presses/5 404", "GET /mint/2026b/presses/5 200", "GET /mint/2026a/presses/5 200"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: ".env", text: "EDITIONS=" },
      { file: "server.js", text: "editions.forEach" },
      { file: "presses.js", text: 'app.get("/presses/:no"' },
    ],
    fixes: [{ url: "/mint/2026b/presses/5" }, { url: "/mint/2026a/presses/5" }],
  },
};

/** At the mint. */
export const stampPresses: readonly Scenario[] = [press];
