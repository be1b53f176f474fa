import type { Scenario } from "../../scenario.ts";

const boats: Scenario = {
  name: "boats-under-their-own-name",
  files: {
    "package.json": `{ "name": "canal-boats", "private": true, "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }
`,
    "app.js": `import Koa from "koa";
import { skippers } from "./skippers.js";
import { travellers } from "./travellers.js";

const app = new Koa();

app.use(async (ctx, next) => {
  switch (ctx.hostname) {
    case "skippers.canal.test":
      return skippers.routes()(ctx, next);
    case "www.canal.test":
      return travellers.routes()(ctx, next);
    default:
      ctx.status = 404;
      ctx.body = "unknown site";
  }
});

app.listen(process.env.PORT ?? 3000);
`,
    "skippers.js": `import Router from "@koa/router";

export const skippers = new Router();
skippers.get("/locks", (ctx) => {
  ctx.body = [{ lock: 3, opens: "06:00" }];
});
`,
    "travellers.js": `import Router from "@koa/router";

export const travellers = new Router();
travellers.get("/boats", (ctx) => {
  ctx.body = ["Alma", "Dora"];
});
`,
    "locks.http": `### when does lock three open
# @name three
GET http://localhost:PORT_OF_canal/locks
`,
  },
  servers: [{ name: "canal", entry: "app.js" }],
  ask: ["locks.http#three"],
  facts: ["GET /locks 404", "GET /locks 200 | Host: skippers.canal.test"],
  truth: {
    outcome: "not-found",
    kinds: ["host-unmatched"],
    links: [
      { file: "app.js", text: 'case "skippers.canal.test":' },
      { file: "app.js", text: "switch (ctx.hostname)" },
      { file: "skippers.js", text: 'skippers.get("/locks"' },
    ],
  },
};

/** On the canal. */
export const canalBoats: readonly Scenario[] = [boats];
