import type { Scenario } from "../../scenario.ts";

const ledger: Scenario = {
  name: "ledger-of-another-club",
  files: {
    "package.json": '{ "name": "clubs", "type": "module", "dependencies": { "fastify": "^5.0.0" } }',
    "http-client.env.json": `{
  "treasurer": { "clubs": "http://localhost:PORT_OF_api", "key": "key-treasurer-5e11" },
  "member": { "clubs": "http://localhost:PORT_OF_api", "key": "key-member-c270" },
  "bank": { "clubs": "http://localhost:PORT_OF_bank", "key": "key-bank-88fd" }
}`,
    "ledger.http": `# @name ledger
GET {{clubs}}/ledgers/2026-rowing
X-Api-Key: {{key}}
`,
    "server.js": `import fastify from "fastify";
import { readLedger } from "./ledgers.js";

const clubsOf = { "key-treasurer-5e11": ["rowing"], "key-member-c270": ["chess"] };
const app = fastify();

app.get("/ledgers/:ledgerId", async (request, reply) => {
  const clubs = clubsOf[request.headers["x-api-key"]];
  if (!clubs) return reply.code(401).send({ message: "key needed" });
  const ledger = readLedger(request.params.ledgerId, clubs);
  return ledger ?? reply.code(404).send({ message: "There is no such ledger" });
});
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "ledgers.js": `const ledgers = { "2026-rowing": { club: "rowing", sum: 1830 }, "2026-chess": { club: "chess", sum: 212 } };

export function readLedger(id, clubs) {
  const ledger = ledgers[id];
  return ledger && clubs.includes(ledger.club) ? ledger : null;
}
`,
    "bank.js": `import fastify from "fastify";

const app = fastify();
app.get("/ledgers/:ledgerId", async (request, reply) => reply.code(404).send({ message: "unknown account" }));
app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
  },
  servers: [
    { name: "api", entry: "server.js" },
    { name: "bank", entry: "bank.js" },
  ],
  ask: ["ledger.http#ledger", "--owner", "treasurer", "--identity", "member"],
  facts: [
    "api:GET /ledgers/2026-rowing 404 | X-Api-Key: key-member-c270",
    "api:GET /ledgers/2026-rowing 200 | X-Api-Key: key-treasurer-5e11",
    "api:GET /ledgers/2026-none 404 | X-Api-Key: key-member-c270",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-resource"],
    links: [{ file: "server.js", text: 'app.get("/ledgers/:ledgerId"' }],
  },
  credentials: [
    { value: "key-treasurer-5e11", servers: ["api"] },
    { value: "key-member-c270", servers: ["api"] },
    { value: "key-bank-88fd", servers: ["bank"] },
  ],
};

/** A 404 that masks 403, found by asking as the owner, as somebody else, and for what does not exist. */
export const compared: readonly Scenario[] = [ledger];
