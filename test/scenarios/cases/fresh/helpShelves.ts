import type { Scenario } from "../../scenario.ts";

const article: Scenario = {
  name: "article-of-a-help-shelf",
  files: {
    "package.json": `{ "name": "help-shelves", "private": true, "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }
`,
    "src/app.js": `import Koa from "koa";
import { help } from "./help.js";
import { shortLinks } from "./shortLinks.js";

new Koa().use(shortLinks).use(help.routes()).listen(process.env.PORT ?? 3000);
`,
    "src/shortLinks.js": `import links from "../config/links.json" with { type: "json" };

export function shortLinks(ctx, next) {
  for (const [short, long] of Object.entries(links)) {
    if (ctx.path.startsWith(short)) {
      ctx.path = long + ctx.path.slice(short.length);
      break;
    }
  }
  return next();
}
`,
    "config/links.json": `{
  "/h/": "/help/articles/",
  "/c/": "/help/contacts/"
}
`,
    "src/help.js": `import Router from "@koa/router";

const pages = { 118: "How to bleed a radiator", 119: "How to read the meter" };

export const help = new Router({ prefix: "/help" });

help.get("/contacts/:team", (ctx) => {
  ctx.body = { team: ctx.params.team, telephone: "0431 118" };
});

help.get("/pages/:no", (ctx) => {
  ctx.assert(ctx.params.no in pages, 404, "no such page");
  ctx.body = { no: ctx.params.no, title: pages[ctx.params.no] };
});
`,
    "sticker.http": `@house = http://localhost:PORT_OF_house

### caretaker
GET {{house}}/c/caretaker

### sticker on the radiator
# @name radiator
GET {{house}}/h/118
`,
  },
  servers: [{ name: "house", entry: "src/app.js" }],
  ask: ["sticker.http#radiator"],
  facts: ["GET /c/caretaker 200", "GET /h/118 404", "GET /help/pages/118 200", "GET /help/articles/118 404"],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "config/links.json", text: '"/h/"' },
      { file: "src/shortLinks.js", text: "ctx.path = long" },
      { file: "src/help.js", text: 'help.get("/pages/:no"' },
    ],
  },
};

/** Of the help shelves. */
export const helpShelves: readonly Scenario[] = [article];
