import type { Scenario } from "../../scenario.ts";

const ride: Scenario = {
  name: "ride-on-a-small-screen",
  files: {
    "package.json": `{ "name": "fair-ground", "private": true, "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "server/app.js": `import express from "express";
import { smallScreens } from "./smallScreens.js";
import { rides } from "./rides.js";

const app = express();
app.use(smallScreens);
app.use("/touch/rides", rides);
app.use("/rides", rides);
app.use((req, res) => res.status(404).send("This booth is closed."));
app.listen(process.env.PORT || 3000);
`,
    "server/smallScreens.js": `const old = /^\\/m\\/(\\w+)/;

/** Telephones of the first years ask for /m/…; they are served what the touch pages are. */
export function smallScreens(req, res, next) {
  req.url = req.url.replace(old, "/mobile/$1");
  next();
}
`,
    "server/rides.js": `import { Router } from "express";

const all = { carousel: { seats: 24 }, "ghost-train": { seats: 16 } };

export const rides = Router();
rides.get("/", (req, res) => res.json(Object.keys(all)));
rides.get("/:ride", (req, res) => {
  const ride = all[req.params.ride];
  if (!ride) return res.status(404).json({ error: "no such ride" });
  res.json(ride);
});
`,
    "poster.http": `@fair = http://localhost:PORT_OF_fair

### page
GET {{fair}}/touch/rides/carousel

### code on the poster
# @name poster
GET {{fair}}/m/rides/carousel
`,
  },
  servers: [{ name: "fair", entry: "server/app.js" }],
  ask: ["poster.http#poster"],
  facts: ["GET /touch/rides/carousel 200", "GET /m/rides/carousel 404"],
  truth: {
    outcome: "not-found",
    kinds: ["rewrite-rule"],
    links: [
      { file: "server/smallScreens.js", text: "req.url = req.url.replace" },
      { file: "server/app.js", text: "app.use(smallScreens)" },
    ],
    fixes: [{ url: "/touch/rides/carousel" }, { url: "/rides/carousel" }, { kind: "edit-rewrite" }],
  },
};

/** On the fair ground. */
export const fairGround: readonly Scenario[] = [ride];
