import type { Scenario } from "../../scenario.ts";

const shelf: Scenario = {
  name: "jars-on-the-third-shelf",
  files: {
    "package.json": `{ "name": "pantry", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }
`,
    ".env": `PANTRY=http://localhost:PORT_OF_api
SHELF="cellar-3 "
`,
    "index.js": `import Koa from "koa";
import { shelves } from "./shelves.js";

const app = new Koa();
app.use(shelves.routes()).use(shelves.allowedMethods());
app.listen(process.env.PORT ?? 3000);
`,
    "shelves.js": `import Router from "@koa/router";

const jars = { "cellar-2": ["plum 2024"], "cellar-3": ["quince 2025", "gherkins"], kitchen: ["salt"] };

export const shelves = new Router({ prefix: "/shelves" });

shelves.get("/", (ctx) => {
  ctx.body = Object.keys(jars);
});

shelves.get("/:shelf/jars", (ctx) => {
  const found = jars[ctx.params.shelf];
  if (found === undefined) ctx.throw(404, "There is no such shelf");
  ctx.body = found;
});
`,
    "pantry.http": `### shelves
GET {{$dotenv PANTRY}}/shelves

### what is left
# @name left
GET {{$dotenv PANTRY}}/shelves/{{$dotenv SHELF}}/jars
Accept: application/json
`,
  },
  servers: [{ name: "api", entry: "index.js" }],
  ask: ["pantry.http#left"],
  facts: ["GET /shelves 200", "GET /shelves/cellar-3%20/jars 404", "GET /shelves/cellar-3/jars 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [
      { file: ".env", text: "SHELF=" },
      { file: "pantry.http", text: "{{$dotenv SHELF}}" },
    ],
    fixes: [{ url: "/shelves/cellar-3/jars" }],
  },
};

/** Pantries: a space at the end of a value that is not a secret. */
export const pantries: readonly Scenario[] = [shelf];
