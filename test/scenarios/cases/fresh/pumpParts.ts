import type { Scenario } from "../../scenario.ts";

const gasket: Scenario = {
  name: "gasket-from-a-parts-list",
  files: {
    "package.json": `{ "name": "pump-parts", "dependencies": { "express": "^5.0.0" } }
`,
    "index.js": `const express = require("express");
const parts = require("./parts.json");

const app = express();
app.get("/parts", (_req, res) => res.json(parts.map((part) => part.number)));
app.get("/parts/:number", (req, res, next) => {
  const part = parts.find((each) => each.number === req.params.number);
  if (!part) return next();
  res.json(part);
});
app.listen(process.env.PORT || 3000);
`,
    "parts.json": `[
  { "number": "GSK-0410", "name": "Gasket, 41 mm" },
  { "number": "IMP-2200", "name": "Impeller" }
]
`,
    "mails/2026-11-18.txt": `Hi, the list says GSK\u00ad-0410, could you look up whether it is in stock? Thanks, Vera
`,
    "parts.http": `@parts = http://localhost:PORT_OF_api/parts

### what Vera asked for
# @name vera
GET {{parts}}/GSK\u00ad-0410
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["parts.http#vera"],
  facts: ["GET /parts 200", "GET /parts/GSK%C2%AD-0410 404", "GET /parts/GSK-0410 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [{ file: "parts.http", text: "GET {{parts}}/GSK" }],
    fixes: [{ url: "/parts/GSK-0410" }],
  },
};

/** Pump parts: a hyphen that no one sees. */
export const pumpParts: readonly Scenario[] = [gasket];
