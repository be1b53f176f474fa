import type { Scenario } from "../../scenario.ts";

const ring: Scenario = {
  name: "ring-that-only-the-central-knows",
  files: {
    "package.json": `{ "name": "bird-rings", "private": true, "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }
`,
    "src/app.js": `import Koa from "koa";
import Router from "@koa/router";
import { askCentral } from "./central.js";

const router = new Router();

router.get("/rings/:code", async (ctx) => {
  const bird = await askCentral(ctx.params.code);
  if (bird === null) {
    ctx.status = 404;
    ctx.body = { error: "ring_unknown" };
    return;
  }
  ctx.body = bird;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "src/central.js": `const central = process.env.CENTRAL ?? "http://localhost:PORT_OF_central";

export async function askCentral(code) {
  try {
    const answer = await fetch(\`\${central}/individuals/\${code}\`, { signal: AbortSignal.timeout(1500) });
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}
`,
    "src/rings.md": `Rings of the station begin with VT. The central keeps the register; this service only passes it on.
`,
    "rings.http": `@rings = http://localhost:PORT_OF_rings

### robin of Sunday
# @name robin
GET {{rings}}/rings/VT40912

### wren
GET {{rings}}/rings/VT40913
`,
  },
  deployed: {
    "central.cjs": `const { createServer } = require("node:http");

createServer((request, response) => {
  response.writeHead(200, { "content-type": "application/json" });
  response.end(JSON.stringify({ ring: request.url.split("/").at(-1), species: "robin" }));
}).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "central", entry: "deployed:central.cjs", stopped: true },
    { name: "rings", entry: "src/app.js", env: { CENTRAL: "http://localhost:PORT_OF_central" } },
  ],
  ask: ["rings.http#robin"],
  facts: ["rings:GET /rings/VT40912 404", "rings:GET /rings/VT40913 404"],
  truth: {
    outcome: "not-found",
    kinds: [],
    links: [
      { file: "src/app.js", text: 'router.get("/rings/:code"' },
      { file: "src/central.js", text: "} catch {" },
    ],
  },
};

/** Of the rings of birds. */
export const birdRings: readonly Scenario[] = [ring];
