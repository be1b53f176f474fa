import type { Scenario } from "../../scenario.ts";

const rehearsal: Scenario = {
  name: "rehearsal-of-a-day",
  files: {
    "package.json": `{ "name": "rehearsals", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server.ts": `import express from "express";

interface Rehearsal {
  readonly day: string;
  readonly room: string;
}

const rehearsals: readonly Rehearsal[] = [
  { day: "2026-09-03", room: "Town hall" },
  { day: "2026-09-10", room: "Church" },
];
const app = express();

app.get("/rehearsals", (_req, res) => {
  res.json(rehearsals);
});
app.get("/rehearsals/:day", (req, res) => {
  const rehearsal = rehearsals.find(({ day }) => day === req.params.day);
  if (rehearsal === undefined) {
    res.status(404).json({ error: "no rehearsal" });
    return;
  }
  res.json(rehearsal);
});

app.listen(Number(process.env.PORT ?? 3000));
`,
    "rehearsals.http": `@choir = http://localhost:PORT_OF_api

### all of them
GET {{choir}}/rehearsals

### on the fourth
# @name fourth
GET {{choir}}/rehearsals/2026-09-04
`,
  },
  servers: [{ name: "api", entry: "server.ts" }],
  ask: ["rehearsals.http#fourth"],
  facts: ["GET /rehearsals 200", "GET /rehearsals/2026-09-04 404", "GET /rehearsals/2026-09-10 200", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "server.ts", text: 'app.get("/rehearsals/:day"' }],
  },
};

/** Rehearsals: one of a day on which nobody sings. */
export const rehearsals: readonly Scenario[] = [rehearsal];
