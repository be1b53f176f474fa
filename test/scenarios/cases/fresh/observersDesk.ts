import type { Scenario } from "../../scenario.ts";

const roster: Scenario = {
  name: "roster-of-the-observers",
  files: {
    "package.json": `{ "name": "observers-desk", "private": true, "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0", "koa-compose": "^4.1.0" } }
`,
    "server.js": `import Koa from "koa";
import Router from "@koa/router";
import { nights, roster } from "./handlers.js";
import { withPin } from "./pin.js";

const router = new Router({ prefix: "/dome" });
router.get("/nights", nights);
router.get("/roster", withPin(roster));

const app = new Koa();
app.use(router.routes());
app.listen(process.env.PORT ?? 3000);
`,
    "pin.js": `const pins = new Map([["4409", "Solveig"], ["7120", "Bent"]]);

export const withPin = (handler) => (ctx) => {
  const who = pins.get(ctx.get("x-pin"));
  if (who === undefined) {
    ctx.status = 404;
    return;
  }
  ctx.state.who = who;
  return handler(ctx);
};
`,
    "handlers.js": `export function nights(ctx) {
  ctx.body = ["2026-11-20", "2026-11-21"];
}

export function roster(ctx) {
  ctx.body = { "2026-11-20": ["Solveig"], "2026-11-21": ["Bent", "Solveig"] };
}
`,
    "dome.http": `@dome = http://localhost:PORT_OF_dome/dome

### nights
GET {{dome}}/nights

### who has which night
# @name roster
GET {{dome}}/roster
`,
  },
  servers: [{ name: "dome", entry: "server.js" }],
  ask: ["dome.http#roster"],
  facts: ["GET /dome/nights 200", "GET /dome/roster 404", "GET /dome/roster 200 | X-Pin: 4409"],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "pin.js", text: "if (who === undefined) {" },
      { file: "pin.js", text: 'pins.get(ctx.get("x-pin"))' },
      { file: "server.js", text: 'router.get("/roster"' },
      { file: "pin.js", text: "ctx.status = 404;" },
    ],
  },
};

/** At the desk of the observers. */
export const observersDesk: readonly Scenario[] = [roster];
