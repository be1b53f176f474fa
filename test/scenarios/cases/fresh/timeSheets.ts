import type { Scenario } from "../../scenario.ts";

const exported: Scenario = {
  name: "export-of-time-sheets",
  files: {
    "package.json": `{ "name": "time-sheets", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "config/plans.json": `{
  "basic": { "seats": 5, "includes": ["sheets"] },
  "studio": { "seats": 25, "includes": ["sheets", "exports", "rates"] }
}
`,
    "config/account.json": `{ "name": "Lindholm Architects", "plan": "basic" }
`,
    "src/plan.js": `import account from "../config/account.json" with { type: "json" };
import plans from "../config/plans.json" with { type: "json" };

export const included = (part) => plans[account.plan].includes.includes(part);

export const needs = (part) => async (request, reply) => {
  if (!included(part)) reply.callNotFound();
};
`,
    "src/server.js": `import Fastify from "fastify";
import { needs } from "./plan.js";

const app = Fastify();

app.get("/sheets/:week", { onRequest: needs("sheets") }, async ({ params }) => ({ week: params.week, hours: 38.5 }));

app.get("/sheets/:week/export", { onRequest: needs("exports") }, async ({ params }, reply) => {
  return reply.type("text/csv").send(\`week,hours\\n\${params.week},38.5\\n\`);
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "office.http": `@sheets = http://localhost:PORT_OF_sheets/sheets

###
GET {{sheets}}/2026-47

### for the tax adviser
# @name adviser
GET {{sheets}}/2026-47/export
Accept: text/csv
`,
  },
  servers: [{ name: "sheets", entry: "src/server.js" }],
  ask: ["office.http#adviser"],
  facts: ["GET /sheets/2026-47 200", "GET /sheets/2026-47/export 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "config/account.json", text: '"plan": "basic"' },
      { file: "config/plans.json", text: '"basic"' },
      { file: "src/plan.js", text: "reply.callNotFound()" },
      { file: "src/plan.js", text: "export const included" },
      { file: "src/server.js", text: 'needs("exports")' },
    ],
  },
};

/** Of the time sheets. */
export const timeSheets: readonly Scenario[] = [exported];
