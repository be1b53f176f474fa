import type { Scenario } from "../../scenario.ts";

const appointment: Scenario = {
  name: "appointment-in-the-other-half",
  files: {
    "package.json": `{ "name": "blood-drives", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" }, "scripts": { "north": "node --env-file=.env.north app.js", "south": "node --env-file=.env.south app.js" } }
`,
    ".env.north": `AREA=north
PUBLIC_URL=http://localhost:PORT_OF_north
`,
    ".env.south": `AREA=south
PUBLIC_URL=http://localhost:PORT_OF_south
`,
    "app.js": `import { readFileSync } from "node:fs";
import express from "express";

const area = process.env.AREA ?? "north";
const book = JSON.parse(readFileSync(new URL(\`./appointments/\${area}.json\`, import.meta.url), "utf8"));
const app = express();

app.get("/appointments/:ref", (req, res) => {
  const appointment = book.find(({ ref }) => ref === req.params.ref);
  if (!appointment) return res.status(404).json({ error: "appointment_unknown" });
  res.json(appointment);
});

app.listen(process.env.PORT || 3000);
`,
    "appointments/north.json": `[{ "ref": "bd-1007", "at": "2026-12-02T16:00" }, { "ref": "bd-1008", "at": "2026-12-02T16:15" }]
`,
    "appointments/south.json": `[{ "ref": "bd-2031", "at": "2026-12-03T09:30" }]
`,
    "phone.http": `@drive = http://localhost:PORT_OF_north

###
GET {{drive}}/appointments/bd-1007

### caller from the valley
# @name valley
GET {{drive}}/appointments/bd-2031
`,
  },
  servers: [
    { name: "north", entry: "app.js", env: { AREA: "north" } },
    { name: "south", entry: "app.js", env: { AREA: "south" } },
  ],
  ask: ["phone.http#valley"],
  facts: [
    "north:GET /appointments/bd-1007 200",
    "north:GET /appointments/bd-2031 404",
    "south:GET /appointments/bd-2031 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region", "wrong-environment", "wrong-tenant"],
    links: [
      { file: ".env.south", text: "PUBLIC_URL" },
      { file: "appointments/south.json", text: "bd-2031" },
      { file: "phone.http", text: "@drive" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_south/appointments/bd-2031" }],
  },
};

/** Of the blood drives. */
export const bloodDrives: readonly Scenario[] = [appointment];
