import type { Scenario } from "../../scenario.ts";

const late: Scenario = {
  name: "statistics-that-wait-for-their-data",
  files: {
    "package.json": `{ "name": "bird-hotline", "dependencies": { "express4": "npm:express@^4.22.0" } }
`,
    "server.cjs": `const express = require("express4");
const { openStore } = require("./store.cjs");
const sightings = require("./sightings.cjs");
const statistics = require("./statistics.cjs");

const app = express();
app.use(express.json());
app.use("/sightings", sightings);

openStore("./birds.json").then((store) => {
  app.use("/statistics", statistics(store));
});

app.use((req, res) => {
  res.status(404).json({ message: "nothing here", url: req.originalUrl });
});

app.listen(process.env.PORT || 3000);
`,
    "store.cjs": `const { readFile } = require("node:fs/promises");
const { join } = require("node:path");

exports.openStore = async (file) => {
  const birds = JSON.parse(await readFile(join(__dirname, file), "utf8"));
  return { count: (species) => birds.filter((bird) => bird.species === species).length, species: () => [...new Set(birds.map((bird) => bird.species))] };
};
`,
    "sightings.cjs": `const { Router } = require("express4");

const sightings = Router();
sightings.get("/today", (_req, res) => res.json([{ species: "kingfisher", at: "09:12" }]));
module.exports = sightings;
`,
    "statistics.cjs": `const { Router } = require("express4");

module.exports = (store) => {
  const statistics = Router();
  statistics.get("/species", (_req, res) => res.json(store.species()));
  statistics.get("/species/:name", (req, res) => res.json({ seen: store.count(req.params.name) }));
  return statistics;
};
`,
    "birds.json": `[{ "species": "kingfisher" }, { "species": "wren" }, { "species": "wren" }]
`,
    "birds.http": `@hotline = http://localhost:PORT_OF_api

### today
GET {{hotline}}/sightings/today

### wrens
# @name wrens
GET {{hotline}}/statistics/species/wren
`,
  },
  servers: [{ name: "api", entry: "server.cjs" }],
  ask: ["birds.http#wrens"],
  facts: ["GET /sightings/today 200", "GET /statistics/species/wren 404", "GET /statistics/species 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all"],
    links: [
      { file: "server.cjs", text: "app.use((req, res)" },
      { file: "server.cjs", text: 'app.use("/statistics"' },
      { file: "server.cjs", text: 'openStore("./birds' },
      { file: "statistics.cjs", text: '"/species/:name"' },
    ],
    fixes: [{ kind: "edit-route" }],
  },
};

/** Bird hotlines: a router that is mounted when its data is there. */
export const birdHotlines: readonly Scenario[] = [late];
