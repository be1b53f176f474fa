import type { Scenario } from "../../scenario.ts";

const files: Scenario = {
  name: "invoice-of-the-neighbours-shop",
  files: {
    "package.json": `{ "name": "shop-accounts", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server.js": `import Fastify from "fastify";
import { ledgerOf } from "./ledgers.js";

const app = Fastify();

app.get("/:shop/invoices", async ({ params }, reply) => {
  const ledger = await ledgerOf(params.shop);
  return ledger === null ? reply.code(404).send({ error: "no such shop" }) : Object.keys(ledger);
});

app.get("/:shop/invoices/:number", async ({ params }, reply) => {
  const ledger = await ledgerOf(params.shop);
  return ledger?.[params.number] ?? reply.code(404).send({ error: "no such invoice" });
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "ledgers.js": `import { readFile } from "node:fs/promises";

export async function ledgerOf(shop) {
  if (!/^[a-z]+$/.test(shop)) return null;
  const text = await readFile(new URL(\`./ledgers/\${shop}.json\`, import.meta.url), "utf8").catch(() => null);
  return text === null ? null : JSON.parse(text);
}
`,
    "ledgers/florist.json": `{ "F-210": { "cents": 4500 }, "F-211": { "cents": 1200 } }
`,
    "ledgers/optician.json": `{ "B-551": { "cents": 18900 }, "B-552": { "cents": 2400 } }
`,
    "accounts.http": `@accounts = http://localhost:PORT_OF_api
@shop = florist

### all
GET {{accounts}}/{{shop}}/invoices

### the big one
# @name big
GET {{accounts}}/{{shop}}/invoices/B-551
`,
  },
  servers: [{ name: "api", entry: "server.js" }],
  ask: ["accounts.http#big"],
  facts: [
    "GET /florist/invoices 200",
    "GET /florist/invoices/B-551 404",
    "GET /optician/invoices/B-551 200",
    "GET /florist/invoices/F-210 200",
    "GET /baker/invoices 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-tenant", "wrong-project"],
    links: [
      { file: "accounts.http", text: "@shop = florist" },
      { file: "ledgers/optician.json", text: "B-551" },
      { file: "server.js", text: '"/:shop/invoices/:number"' },
      { file: "ledgers.js", text: "readFile(new URL" },
    ],
    fixes: [{ url: "/optician/invoices/B-551" }],
  },
};

/** Ledgers of shops: a file for each. */
export const shopLedgers: readonly Scenario[] = [files];
