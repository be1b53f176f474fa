import type { Scenario } from "../../scenario.ts";

const sail: Scenario = {
  name: "sail-asked-for-too-early",
  files: {
    "package.json": `{ "name": "sail-loft", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/remember.js": `/** Asks once for each key; the loft's old computer is slow. */
export function remember(ask) {
  const answers = new Map();
  return (key) => {
    if (!answers.has(key)) answers.set(key, ask(key));
    return answers.get(key);
  };
}
`,
    "src/sails.js": `import { remember } from "./remember.js";

const sails = [{ no: "S-18", kind: "jib" }];

export const all = () => sails;
export const add = (sail) => sails.push(sail);
export const byNumber = remember((no) => sails.find((sail) => sail.no === no) ?? null);
`,
    "src/app.js": `import express from "express";
import { add, all, byNumber } from "./sails.js";

const app = express();
app.get("/sails", (req, res) => res.json(all()));
app.put("/sails/:no", (req, res) => {
  add({ no: req.params.no, kind: "spinnaker" });
  res.status(201).end();
});
app.get("/sails/:no", (req, res) => {
  const sail = byNumber(req.params.no);
  if (sail === null) return res.status(404).json({ error: "no such sail" });
  res.json(sail);
});
app.listen(process.env.PORT || 3000);
`,
    "loft.http": `@loft = http://localhost:PORT_OF_loft

### all
GET {{loft}}/sails

### the red one
# @name red
GET {{loft}}/sails/S-19
`,
  },
  servers: [{ name: "loft", entry: "src/app.js" }],
  before: ["GET /sails/S-19 404", "PUT /sails/S-19 201"],
  ask: ["loft.http#red"],
  facts: ["GET /sails 200", "GET /sails/S-19 404", "GET /sails/S-18 200"],
  truth: {
    outcome: "not-found",
    kinds: ["framework-cache", "shared-cache"],
    links: [
      { file: "src/remember.js", text: "answers.set(key" },
      { file: "src/sails.js", text: "export const byNumber" },
      { file: "src/app.js", text: 'app.get("/sails/:no"' },
      { file: "src/app.js", text: "byNumber(req.params.no)" },
    ],
  },
};

/** In the sail loft. */
export const sailLofts: readonly Scenario[] = [sail];
