import type { Scenario } from "../../scenario.ts";

const podium: Scenario = {
  name: "podium-of-a-race",
  files: {
    "package.json": `{ "name": "races", "type": "module", "dependencies": { "@hono/node-server": "^2.0.0", "hono": "^4.6.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { cors } from "hono/cors";
import { registerPodium } from "./podium.ts";
import { races } from "./races.ts";

const app = new Hono();
app.use("/api/*", cors());
app.route("/api/races", races);
registerPodium(races);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8787) });
`,
    "src/races.ts": `import { Hono } from "hono";
import { held } from "./held.ts";

export const races = new Hono();
races.get("/", (c) => c.json(held.map(({ slug }) => slug)));
races.get("/:slug", (c) => {
  const race = held.find(({ slug }) => slug === c.req.param("slug"));
  return race ? c.json(race) : c.json({ error: "no such race" }, 404);
});
`,
    "src/podium.ts": `import type { Hono } from "hono";
import { held } from "./held.ts";

/** The first three, since the timing system gives us the results. */
export function registerPodium(races: Hono) {
  races.get("/:slug/podium", (c) => {
    const race = held.find(({ slug }) => slug === c.req.param("slug"));
    return race ? c.json(race.times.slice(0, 3)) : c.json({ error: "no such race" }, 404);
  });
}
`,
    "src/held.ts": `export const held = [
  { slug: "dawn-10k", times: [1913, 1940, 1955, 2001] },
  { slug: "bridge-half", times: [4021, 4067, 4070] },
];
`,
    "races.http": `@races = http://localhost:PORT_OF_api/api/races

###
GET {{races}}/dawn-10k

###
# @name podium
GET {{races}}/dawn-10k/podium
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["races.http#podium"],
  facts: [
    "GET /api/races 200",
    "GET /api/races/dawn-10k 200",
    "GET /api/races/dawn-10k/podium 404",
    "GET /api/races/none 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "src/index.ts", text: "registerPodium(races)" },
      { file: "src/index.ts", text: 'app.route("/api/races"' },
      { file: "src/podium.ts", text: '"/:slug/podium"' },
    ],
  },
};

const times: Scenario = {
  name: "times-of-a-runner",
  files: {
    "package.json": `{ "name": "times", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/app.js": `import express from "express";
import { connect } from "./store.js";
import { runners } from "./runners.js";

export const app = express();

app.get("/status", (req, res) => res.json({ up: true }));

connect().then((store) => {
  app.use("/runners", runners(store));
});

app.use((req, res) => {
  res.status(404).json({ code: "not_found", path: req.path });
});
`,
    "src/server.js": `import { app } from "./app.js";

app.listen(process.env.PORT ?? 3000);
`,
    "src/store.js": `import { setImmediate } from "node:timers/promises";

export async function connect() {
  await setImmediate();
  return new Map([["118", [{ race: "dawn-10k", seconds: 1913 }]]]);
}
`,
    "src/runners.js": `import { Router } from "express";

export function runners(store) {
  const router = Router();
  router.get("/:bib/times", (req, res) => {
    const times = store.get(req.params.bib);
    if (!times) return res.status(404).json({ code: "unknown_bib" });
    res.json(times);
  });
  return router;
}
`,
    "times.http": `@host = http://localhost:PORT_OF_api

### up?
GET {{host}}/status

### 118
# @name times
GET {{host}}/runners/118/times
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["times.http#times"],
  facts: ["GET /status 200", "GET /runners/118/times 404"],
  truth: {
    outcome: "not-found",
    kinds: ["after-catch-all"],
    links: [
      { file: "src/app.js", text: 'app.use("/runners"' },
      { file: "src/app.js", text: "app.use((req, res) => {" },
      { file: "src/runners.js", text: '"/:bib/times"' },
      { file: "src/app.js", text: "connect().then(" },
    ],
  },
};

/** Races: their podiums and the times of runners. */
export const podiums: readonly Scenario[] = [podium, times];
