import type { Scenario } from "../../scenario.ts";

const tent: Scenario = {
  name: "tent-that-is-worn-out",
  files: {
    "package.json": `{ "name": "gear-rental", "private": true, "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }
`,
    "gear/store.js": `import { readFileSync } from "node:fs";

const rows = readFileSync(new URL("./gear.csv", import.meta.url), "utf8")
  .trim()
  .split("\\n")
  .slice(1)
  .map((line) => line.split(";"))
  .map(([tag, what, condition]) => ({ tag, what, condition }));

const rentable = ({ condition }) => condition === "good" || condition === "fair";

export const gear = {
  get(tag) {
    return rows.filter(rentable).find((row) => row.tag === tag);
  },
};
`,
    "gear/gear.csv": `tag;what;condition
G-210;tent for two;good
G-211;tent for four;retired
G-212;stove;fair
`,
    "server.js": `import Koa from "koa";
import Router from "@koa/router";
import { gear } from "./gear/store.js";

const router = new Router();
router.get("/gear/:tag", (ctx) => {
  const row = gear.get(ctx.params.tag);
  if (!row) ctx.throw(404, "nothing to rent under this tag");
  ctx.body = row;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "rental.http": `### stove
GET http://localhost:PORT_OF_gear/gear/G-212

### tent of the scouts
# @name scouts
GET http://localhost:PORT_OF_gear/gear/G-211
`,
  },
  servers: [{ name: "gear", entry: "server.js" }],
  ask: ["rental.http#scouts"],
  facts: ["GET /gear/G-212 200", "GET /gear/G-211 404", "GET /gear/G-210 200"],
  truth: {
    outcome: "not-found",
    kinds: ["archived", "deleted"],
    links: [
      { file: "gear/gear.csv", text: "G-211" },
      { file: "gear/store.js", text: "const rentable" },
      { file: "server.js", text: 'router.get("/gear/:tag"' },
    ],
  },
};

/** At the rental of gear. */
export const gearRental: readonly Scenario[] = [tent];
