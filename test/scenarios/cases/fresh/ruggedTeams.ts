import type { Scenario } from "../../scenario.ts";

const fixtures: Scenario = {
  name: "fixtures-of-the-old-season",
  files: {
    "package.json": `{ "name": "rugby-teams", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import express from "express";
import { seasons } from "./seasons.js";
import { team } from "./team.js";

const app = express();
const club = express.Router();

club.use("/:team", team);
club.use("/seasons", seasons);

app.use("/club", club);
app.listen(process.env.PORT || 3000);
`,
    "team.js": `import { Router } from "express";

const squads = { firsts: ["Ngata", "Bevan"], seconds: ["Price"] };

export const team = Router({ mergeParams: true });

team.use((req, res, next) => {
  req.squad = squads[req.params.team];
  if (!req.squad) return res.status(404).json({ error: "no team of this name" });
  next();
});
team.get("/squad", (req, res) => res.json(req.squad));
`,
    "seasons.js": `import { Router } from "express";

export const seasons = Router();
seasons.get("/:year/fixtures", (req, res) => res.json({ year: req.params.year, played: 22 }));
`,
    "club.http": `@club = http://localhost:PORT_OF_club/club

###
GET {{club}}/firsts/squad

### fixtures
# @name fixtures
GET {{club}}/seasons/2025/fixtures
`,
  },
  servers: [{ name: "club", entry: "app.js" }],
  ask: ["club.http#fixtures"],
  facts: ["GET /club/firsts/squad 200", "GET /club/seasons/2025/fixtures 404"],
  truth: {
    outcome: "not-found",
    kinds: ["shadowed", "after-catch-all"],
    links: [
      { file: "app.js", text: 'club.use("/:team", team)' },
      { file: "app.js", text: 'club.use("/seasons", seasons)' },
      { file: "team.js", text: "return res.status(404)" },
      { file: "team.js", text: "team.use((req" },
      { file: "seasons.js", text: 'seasons.get("/:year/fixtures"' },
    ],
  },
};

/** At the rugby club. */
export const ruggedTeams: readonly Scenario[] = [fixtures];
