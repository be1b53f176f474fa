import type { Scenario } from "../../scenario.ts";

const herd: Scenario = {
  name: "cow-asked-in-plain-json",
  files: {
    "README.md": `# Herd book

Answers come as \`application/vnd.herdbook.v3+json\`; say so in \`Accept\`.
`,
    "package.json": `{ "name": "herd-book", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import express from "express";
import { speaks } from "./speaks.js";

const cows = { "DE-0917": { name: "Alma", litres: 24 }, "DE-0921": { name: "Berta", litres: 27 } };
const app = express();

app.get("/farms", (_req, res) => res.json(["Nordhof"]));
app.get("/cows/:tag", speaks("application/vnd.herdbook.v3+json"), (req, res) => {
  const cow = cows[req.params.tag];
  if (!cow) return res.status(404).json({ error: "no such cow" });
  res.type("application/vnd.herdbook.v3+json").send(JSON.stringify(cow));
});

app.listen(process.env.PORT ?? 3000);
`,
    "speaks.js": `export const speaks = (type) => (req, res, next) => {
  const accepted = (req.get("accept") ?? "").split(",").map((part) => part.split(";")[0].trim());
  next(accepted.includes(type) ? undefined : "route");
};
`,
    "herd.http": `@herd = http://localhost:PORT_OF_api

### farms
GET {{herd}}/farms

### Alma
# @name alma
GET {{herd}}/cows/DE-0917
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["herd.http#alma"],
  facts: [
    "GET /farms 200",
    "GET /cows/DE-0917 404 | Accept: application/json",
    "GET /cows/DE-0917 200 | Accept: application/vnd.herdbook.v3+json",
    "GET /cows/DE-0921 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-selector"],
    links: [
      { file: "app.js", text: 'app.get("/cows/:tag"' },
      { file: "speaks.js", text: "next(accepted" },
      { file: "README.md", text: "vnd.herdbook.v3" },
    ],
    fixes: [{ kind: "edit-request" }],
  },
};

/** Herd books: a media type that says which version is meant. */
export const herdBooks: readonly Scenario[] = [herd];
