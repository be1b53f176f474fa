import type { Scenario } from "../../scenario.ts";

const shards: Scenario = {
  name: "letter-in-the-second-cabinet",
  files: {
    "README.md": `# Letters

Two cabinets, one process each. \`where.js\` says in which a letter lies.
`,
    "package.json": `{ "name": "letters", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "cabinet.js": `import express from "express";

const { DRAWER = "0" } = process.env;
const letters = [
  { 1864: "To Emma", 1870: "To the printer" },
  { 1865: "To Ludwig", 1871: "On comets" },
][Number(DRAWER)];

const app = express();
app.get("/letters", (_req, res) => res.json(Object.keys(letters)));
app.get("/letters/:number", (req, res) => {
  const title = letters[req.params.number];
  if (title === undefined) return res.status(404).json({ error: "letter not in this cabinet" });
  res.json({ number: req.params.number, title });
});
app.listen(process.env.PORT ?? 3000);
`,
    "where.js": `const CABINETS = ["http://localhost:PORT_OF_even", "http://localhost:PORT_OF_odd"];

export const whereIs = (number) => \`\${CABINETS[number % 2]}/letters/\${number}\`;
`,
    "letters.http": `@cabinet = http://localhost:PORT_OF_even

### Emma
GET {{cabinet}}/letters/1864

### comets
# @name comets
GET {{cabinet}}/letters/1871
`,
  },
  servers: [
    { name: "even", entry: "cabinet.js", env: { DRAWER: "0" } },
    { name: "odd", entry: "cabinet.js", env: { DRAWER: "1" } },
  ],
  ask: ["letters.http#comets"],
  facts: [
    "even:GET /letters/1864 200",
    "even:GET /letters/1871 404",
    "odd:GET /letters/1871 200",
    "odd:GET /letters/1 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    links: [
      { file: "where.js", text: "const CABINETS" },
      { file: "where.js", text: "CABINETS[number % 2]" },
      { file: "letters.http", text: "@cabinet = " },
      { file: "cabinet.js", text: '"/letters/:number"' },
      { file: "cabinet.js", text: "1871" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_odd/letters/1871" }],
  },
};

/** Cabinets of letters: one of two processes holds each letter. */
export const letterCabinets: readonly Scenario[] = [shards];
