import type { Scenario } from "../../scenario.ts";

const card: Scenario = {
  name: "card-of-a-cat-with-two-owners",
  files: {
    "package.json": `{ "name": "vet-cards", "private": true, "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server.mjs": `import Fastify from "fastify";
import { cards, forwarded } from "./cards.mjs";

const app = Fastify();

app.get("/cards/:chip", async ({ params: { chip } }, reply) => {
  if (forwarded.has(chip)) {
    return reply.code(404).send({ error: "card_closed", continuedOn: forwarded.get(chip) });
  }
  if (!cards.has(chip)) {
    return reply.code(404).send({ error: "card_unknown" });
  }
  return { chip, ...cards.get(chip) };
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "cards.mjs": `export const cards = new Map([
  ["276-0041", { name: "Minka" }],
  ["276-0099", { name: "Kater Karlo" }],
]);

export const forwarded = new Map([["276-0042", "276-0041"]]);
`,
    "practice.http": `@vet = http://localhost:PORT_OF_vet

###
GET {{vet}}/cards/276-0099

### the cat of the two sisters
# @name sisters
GET {{vet}}/cards/276-0042
`,
  },
  servers: [{ name: "vet", entry: "server.mjs" }],
  ask: ["practice.http#sisters"],
  facts: ["GET /cards/276-0099 200", "GET /cards/276-0042 404", "GET /cards/276-0041 200"],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "cards.mjs", text: '"276-0042"' },
      { file: "server.mjs", text: "continuedOn" },
      { file: "server.mjs", text: 'app.get("/cards/:chip"' },
    ],
    fixes: [{ url: "/cards/276-0041" }],
  },
};

/** At the vet. */
export const vetCards: readonly Scenario[] = [card];
