import type { Scenario } from "../../scenario.ts";

const hat: Scenario = {
  name: "hat-no-longer-made",
  files: {
    "package.json": `{ "name": "hat-makers", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "src/index.js": `import express from "express";
import { Catalogue } from "./catalogue.js";

const catalogue = new Catalogue();
const app = express();

app.get("/hats", (req, res) => {
  const hats = req.query.lines === "all" ? catalogue.everything() : catalogue.current();
  res.json(hats.map(({ model, title }) => ({ model, title })));
});

app.get("/hats/:model", (req, res, next) => {
  try {
    res.json(catalogue.get(req.params.model));
  } catch (error) {
    next(error);
  }
});

app.use((error, req, res, next) => {
  res.status(error.status ?? 500).json({ error: error.message });
});

app.listen(process.env.PORT || 3000);
`,
    "src/catalogue.js": `import hats from "./hats.json" with { type: "json" };
import { NoSuchHat } from "./errors.js";

const offered = new Set(["new", "regular"]);

export class Catalogue {
  everything() {
    return hats;
  }

  current() {
    return hats.filter(({ line }) => offered.has(line));
  }

  get(model) {
    const hat = this.current().find((hat) => hat.model === model);
    if (!hat) throw new NoSuchHat(model);
    return hat;
  }
}
`,
    "src/errors.js": `export class NoSuchHat extends Error {
  status = 404;

  constructor(model) {
    super(\`\${model} is not in the catalogue\`);
  }
}
`,
    "src/hats.json": `[
  { "model": "cloche-02", "title": "Cloche", "line": "regular" },
  { "model": "homburg-01", "title": "Homburg", "line": "discontinued" },
  { "model": "beret-09", "title": "Beret", "line": "new" }
]
`,
    "shop.http": `@hats = http://localhost:PORT_OF_hats/hats

###
GET {{hats}}/cloche-02

### customer wants to see his old one
# @name old
GET {{hats}}/homburg-01
`,
  },
  servers: [{ name: "hats", entry: "src/index.js" }],
  ask: ["shop.http#old"],
  facts: ["GET /hats/cloche-02 200", "GET /hats/homburg-01 404", "GET /hats?lines=all 200"],
  truth: {
    outcome: "not-found",
    kinds: ["archived", "deleted"],
    links: [
      { file: "src/hats.json", text: "homburg-01" },
      { file: "src/catalogue.js", text: "offered.has(line)" },
      { file: "src/catalogue.js", text: "const offered" },
      { file: "src/index.js", text: 'app.get("/hats/:model"' },
    ],
  },
};

/** At the hat makers. */
export const hatMakers: readonly Scenario[] = [hat];
