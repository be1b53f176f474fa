import type { Scenario } from "../../scenario.ts";

const pattern: Scenario = {
  name: "pattern-put-into-the-archive",
  files: {
    "package.json": `{ "name": "knitting-archive", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/server.js": `import express from "express";
import { patterns } from "./patterns.js";
import { whoIs } from "./people.js";

const app = express();
app.use(express.json());
app.use((req, _res, next) => {
  req.person = whoIs(req.get("authorization"));
  next();
});
app.use("/patterns", patterns);
app.use((_req, res) => res.status(404).json({ error: "not_found" }));
app.listen(process.env.PORT ?? 3000);
`,
    "src/people.js": `const tokens = new Map(
  (process.env.ARCHIVE_TOKENS ?? "").split(",").map((pair) => pair.split(":").reverse()),
);

export function whoIs(header = "") {
  return tokens.get(header.replace(/^Bearer /, "")) ?? null;
}
`,
    "src/patterns.js": `import { Router } from "express";

const stored = new Map([["fisherman-rib", { rows: 4 }], ["seed-stitch", { rows: 2 }]]);
export const patterns = Router();

patterns.get("/", (_req, res) => res.json([...stored.keys()]));
patterns.get("/:name", (req, res, next) => {
  const pattern = stored.get(req.params.name);
  return pattern ? res.json(pattern) : next();
});

patterns.use((req, _res, next) => next(req.person === null ? "router" : undefined));

patterns.put("/:name", (req, res) => {
  stored.set(req.params.name, req.body);
  res.status(stored.has(req.params.name) ? 200 : 201).json(req.body);
});
`,
    "http-client.env.json": `{ "dev": { "archive": "http://localhost:PORT_OF_api" } }
`,
    "http-client.private.env.json": `{ "dev": { "token": "kn-7Qe2-mira" } }
`,
    ".gitignore": "http-client.private.env.json\n",
    "patterns.http": `### all
GET {{archive}}/patterns

### as it is now
GET {{archive}}/patterns/seed-stitch
Authorization: Bearer {{token}}

### the corrected one
# @name corrected
PUT {{archive}}/patterns/seed-stitch
Content-Type: application/json

{ "rows": 2, "gauge": "22 x 36" }
`,
  },
  servers: [{ name: "api", entry: "src/server.js", env: { ARCHIVE_TOKENS: "mira:kn-7Qe2-mira" } }],
  ask: ["patterns.http#corrected", "--env", "dev", "--allow-unsafe"],
  consented: ["PUT /patterns/seed-stitch"],
  credentials: [{ value: "kn-7Qe2-mira", servers: ["api"] }],
  facts: [
    "GET /patterns/seed-stitch 200",
    "PUT /patterns/seed-stitch 404",
    "PUT /other 404",
    "PUT /patterns/anything 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "src/patterns.js", text: "req.person === null" },
      { file: "src/patterns.js", text: 'patterns.put("/:name"' },
      { file: "src/people.js", text: "tokens.get(header" },
    ],
  },
};

/** An archive of knitting patterns: what may be written by some is not there for others. */
export const knittingArchive: readonly Scenario[] = [pattern];
