import type { Scenario } from "../../scenario.ts";

const plots: Scenario = {
  name: "plots-of-a-meadow-survey",
  files: {
    "package.json": `{ "name": "meadow-survey", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0", "yaml": "^2.6.0" } }
`,
    "openapi.yaml": `openapi: 3.1.0
info: { title: Meadow survey, version: "7" }
paths:
  /plots/{plot}/species:
    get:
      deprecated: true
      description: Use \`/surveys/latest/plots/{plot}/taxa\`.
      responses: { "200": { description: ok } }
  /surveys/latest/plots/{plot}/taxa:
    get:
      responses: { "200": { description: ok }, "404": { description: no such plot } }
`,
    "src/app.js": `import Fastify from "fastify";

const taxa = { q4: ["Briza media", "Rhinanthus minor"], q5: ["Holcus lanatus"] };
const app = Fastify();

await app.register(async (surveys) => {
  surveys.get("/latest/plots/:plot/taxa", async ({ params }, reply) => taxa[params.plot] ?? reply.code(404).send({ error: "no such plot" }));
}, { prefix: "/surveys" });

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "field/notes.http": `@survey = http://localhost:PORT_OF_survey

### plot four
# @name four
GET {{survey}}/plots/q4/species
`,
  },
  servers: [{ name: "survey", entry: "src/app.js" }],
  ask: ["field/notes.http#four"],
  facts: ["GET /plots/q4/species 404", "GET /surveys/latest/plots/q4/taxa 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [
      { file: "openapi.yaml", text: "description: Use" },
      { file: "openapi.yaml", text: "  /plots/{plot}/species:" },
      { file: "openapi.yaml", text: "taxa:" },
      { file: "src/app.js", text: 'surveys.get("/latest/plots/:plot/taxa"' },
    ],
    fixes: [{ url: "/surveys/latest/plots/q4/taxa" }],
  },
};

/** Of the meadow survey. */
export const meadowSurvey: readonly Scenario[] = [plots];
