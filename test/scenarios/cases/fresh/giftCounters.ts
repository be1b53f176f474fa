import type { Scenario } from "../../scenario.ts";

const card: Scenario = {
  name: "card-as-a-present",
  files: {
    "package.json": `{ "name": "gift-counter", "private": true, "type": "module", "dependencies": { "express": "^5.0.0", "yaml": "^2.6.0" } }
`,
    "config/shop.yaml": `name: Kontor am Markt
switches:
  wrapping: true
  giftCards: false
`,
    "src/config.js": `import { readFileSync } from "node:fs";
import { parse } from "yaml";

export const config = parse(readFileSync(new URL("../config/shop.yaml", import.meta.url), "utf8"));
`,
    "src/server.js": `import express from "express";
import { config } from "./config.js";
import * as parts from "./parts.js";

const app = express();
for (const [name, register] of Object.entries(parts)) {
  if (config.switches[name]) register(app);
}
app.listen(process.env.PORT || 3000);
`,
    "src/parts.js": `export function wrapping(app) {
  app.get("/counter/papers", (req, res) => res.json(["stars", "stripes"]));
}

export function giftCards(app) {
  app.get("/counter/cards/:code", (req, res) => res.json({ code: req.params.code, left: 25 }));
}
`,
    "counter.http": `@counter = http://localhost:PORT_OF_shop/counter

### papers
GET {{counter}}/papers

### grandmother's card
# @name card
GET {{counter}}/cards/KM-25-771
`,
  },
  servers: [{ name: "shop", entry: "src/server.js" }],
  ask: ["counter.http#card"],
  facts: ["GET /counter/papers 200", "GET /counter/cards/KM-25-771 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "config/shop.yaml", text: "giftCards: false" },
      { file: "src/server.js", text: "if (config.switches[name])" },
      { file: "src/parts.js", text: 'app.get("/counter/cards/:code"' },
    ],
  },
};

/** At the gift counter. */
export const giftCounters: readonly Scenario[] = [card];
