import type { Scenario } from "../../scenario.ts";

const count: Scenario = {
  name: "count-at-a-fish-stair",
  files: {
    "package.json": `{ "name": "fish-stairs", "private": true, "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }
`,
    "src/app.js": `import Koa from "koa";
import Router from "@koa/router";
import { rendered } from "./rendered.js";

const counts = new Map([["2026-w46", { salmon: 31, eel: 4 }]]);
const router = new Router({ prefix: "/stair" });

router.get("/weeks/:week", rendered({ minutes: 60 }), (ctx) => {
  const count = counts.get(ctx.params.week);
  ctx.status = count ? 200 : 404;
  ctx.body = count ?? { error: "not counted" };
});

router.put("/weeks/:week", (ctx) => {
  counts.set(ctx.params.week, { salmon: 28, eel: 6 });
  ctx.status = 204;
});

new Koa().use(router.routes()).listen(process.env.PORT ?? 3000);
`,
    "src/rendered.js": `const shelf = new Map();

export function rendered({ minutes }) {
  return async (ctx, next) => {
    const kept = shelf.get(ctx.url);
    if (kept && Date.now() - kept.at < minutes * 60_000) {
      ctx.status = kept.status;
      ctx.body = kept.body;
      ctx.set("x-rendered", "kept");
      return;
    }
    await next();
    shelf.set(ctx.url, { at: Date.now(), status: ctx.status, body: ctx.body });
    ctx.set("x-rendered", "now");
  };
}
`,
    "weeks.http": `@stair = http://localhost:PORT_OF_stair/stair

###
GET {{stair}}/weeks/2026-w46

### counted this morning
# @name morning
GET {{stair}}/weeks/2026-w47
`,
  },
  servers: [{ name: "stair", entry: "src/app.js" }],
  before: ["GET /stair/weeks/2026-w47 404", "PUT /stair/weeks/2026-w47 204"],
  ask: ["weeks.http#morning"],
  facts: ["GET /stair/weeks/2026-w47 404", "GET /stair/weeks/2026-w47?x=1 200"],
  truth: {
    outcome: "not-found",
    kinds: ["framework-cache", "shared-cache"],
    links: [
      { file: "src/app.js", text: 'router.get("/weeks/:week"' },
      { file: "src/rendered.js", text: "shelf.set(ctx.url" },
      { file: "src/rendered.js", text: "ctx.status = kept.status" },
      { file: "src/rendered.js", text: "const kept = shelf.get" },
    ],
  },
};

/** At the fish stairs. */
export const fishStairs: readonly Scenario[] = [count];
