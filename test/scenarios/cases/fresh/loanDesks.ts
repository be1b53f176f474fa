import type { Scenario } from "../../scenario.ts";

const header: Scenario = {
  name: "loan-desk-with-two-contracts",
  files: {
    "package.json": `{ "name": "loan-desk", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import express from "express";
import { contracts } from "./contracts/index.js";

const app = express();

app.get("/ping", (_req, res) => res.send("pong"));
app.use("/api", (req, res, next) => {
  const contract = contracts[req.get("X-Contract") ?? ""];
  if (contract === undefined) return next();
  contract(req, res, next);
});

app.listen(process.env.PORT ?? 3000);
`,
    "contracts/index.js": `import { first } from "./first.js";
import { second } from "./second.js";

export const contracts = { "2024": first, "2026": second };
`,
    "contracts/first.js": `import { Router } from "express";

export const first = Router();
first.get("/loans/:id", (req, res) => res.json({ loan: req.params.id }));
`,
    "contracts/second.js": `import { Router } from "express";

export const second = Router();
second.get("/loans/:id", (req, res) => res.json({ data: { id: req.params.id, state: "open" } }));
second.get("/loans/:id/renewals", (req, res) => res.json({ data: [] }));
`,
    "desk.http": `@desk = http://localhost:PORT_OF_api

### alive
GET {{desk}}/ping

### loan 12
# @name loan
GET {{desk}}/api/loans/12
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["desk.http#loan"],
  facts: [
    "GET /ping 200",
    "GET /api/loans/12 404",
    "GET /api/loans/12 200 | X-Contract: 2026",
    "GET /api/loans/12 200 | X-Contract: 2024",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "app.js", text: 'req.get("X-Contract")' },
      { file: "app.js", text: 'app.use("/api"' },
      { file: "contracts/index.js", text: '"2026": second' },
      { file: "contracts/second.js", text: '"/loans/:id",' },
      { file: "contracts/first.js", text: '"/loans/:id"' },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

/** Loan desks: a field says by which contract it answers. */
export const loanDesks: readonly Scenario[] = [header];
