import type { Scenario } from "../../scenario.ts";

const dead: Scenario = {
  name: "dead-letters-of-a-pager-service",
  files: {
    "package.json": `{ "name": "pager-service", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/app.js": `import express from "express";
import { operations } from "./operations.js";
import { pages } from "./pages.js";

const app = express();
app.use("/pages", pages);
app.use("/operations", operations);
app.listen(process.env.PORT || 3000);
`,
    "src/pages.js": `import { Router } from "express";

export const pages = Router();
pages.get("/:no", (req, res) => res.json({ no: req.params.no, to: "ward 4", sent: true }));
`,
    "src/operations.js": `import { timingSafeEqual } from "node:crypto";
import { Router } from "express";

const expected = Buffer.from(process.env.OPERATIONS_KEY ?? "unset");

const knows = (key) => key !== undefined && key.length === expected.length && timingSafeEqual(Buffer.from(key), expected);

export const operations = Router();

operations.use((req, res, next) => next(knows(req.get("x-operations-key")) ? undefined : "router"));

operations.get("/dead-letters", (req, res) => res.json([{ no: "88", reason: "battery" }]));
`,
    ".env.example": `OPERATIONS_KEY=
`,
    "README.md": `\`/operations\` is for those on call.
`,
    "pagers.http": `@pagers = http://localhost:PORT_OF_pagers

###
GET {{pagers}}/pages/88

###
# @name dead
GET {{pagers}}/operations/dead-letters
`,
  },
  servers: [{ name: "pagers", entry: "src/app.js", env: { OPERATIONS_KEY: "opskey-77120" } }],
  ask: ["pagers.http#dead"],
  facts: [
    "GET /pages/88 200",
    "GET /operations/dead-letters 404",
    "GET /operations/dead-letters 200 | X-Operations-Key: opskey-77120",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "src/operations.js", text: "operations.use((req" },
      { file: "src/operations.js", text: 'operations.get("/dead-letters"' },
      { file: "src/operations.js", text: "const knows" },
    ],
  },
};

/** Of the pager service. */
export const radioPagers: readonly Scenario[] = [dead];
