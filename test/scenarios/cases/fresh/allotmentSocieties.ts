import type { Scenario } from "../../scenario.ts";

const session: Scenario = {
  name: "books-of-the-treasurer",
  files: {
    "package.json": `{ "name": "allotment-society", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "server.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { getCookie } from "hono/cookie";
import { treasurer } from "./treasurer.js";

const sessions = new Map((process.env.SESSIONS ?? "").split(",").map((pair) => pair.split("=")));
const app = new Hono();

app.use(async (c, next) => {
  c.set("member", sessions.get(getCookie(c, "sid") ?? ""));
  await next();
});

app.get("/plots", (c) => c.json([{ plot: 14, free: true }]));

app.use("/treasurer/*", async (c, next) => {
  if (c.get("member") !== "treasurer") return c.notFound();
  await next();
});
app.route("/treasurer", treasurer);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "treasurer.js": `import { Hono } from "hono";

export const treasurer = new Hono();
treasurer.get("/dues", (c) => c.json([{ plot: 9, cents: 4200 }]));
treasurer.get("/dues/:plot", (c) => c.json({ plot: Number(c.req.param("plot")), cents: 4200 }));
`,
    "society.http": `@society = http://localhost:PORT_OF_api

### plots
GET {{society}}/plots

### what plot 9 owes
# @name owes
GET {{society}}/treasurer/dues/9
`,
  },
  servers: [{ name: "api", entry: "server.js", env: { SESSIONS: "u7Hk=treasurer" } }],
  ask: ["society.http#owes"],
  facts: [
    "GET /plots 200",
    "GET /treasurer/dues/9 404",
    "GET /treasurer/dues 404",
    "GET /treasurer/dues/9 200 | Cookie: sid=u7Hk",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["masked-endpoint"],
    links: [
      { file: "server.js", text: '!== "treasurer"' },
      { file: "server.js", text: 'app.use("/treasurer/*"' },
      { file: "treasurer.js", text: '"/dues/:plot"' },
    ],
  },
};

/** Societies of allotment holders: a door that only one of them finds. */
export const allotmentSocieties: readonly Scenario[] = [session];
