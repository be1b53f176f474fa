import type { Scenario } from "../../scenario.ts";

const trail: Scenario = {
  name: "trail-under-its-old-name",
  files: {
    "package.json": `{
  "name": "trail-guides",
  "private": true,
  "dependencies": { "express": "^5.0.1" }
}
`,
    "app.js": `const express = require("express");
const trails = require("./trails");

const app = express();

app.get("/guides/trails", (req, res) => {
  res.json(trails.all().map(({ no, slug, name }) => ({ no, slug, name })));
});

app.get("/guides/trails/:slug", (req, res, next) => {
  const trail = trails.bySlug(req.params.slug);
  if (!trail) return next();
  res.json(trail);
});

app.use((req, res) => res.status(404).json({ title: "Not Found", status: 404 }));

app.listen(process.env.PORT || 3000);
`,
    "trails/index.js": `const fs = require("node:fs");
const path = require("node:path");

const trails = JSON.parse(fs.readFileSync(path.join(__dirname, "trails.json"), "utf8"));

exports.all = () => trails;
exports.bySlug = (slug) => trails.find((trail) => trail.slug === slug);
`,
    "trails/trails.json": `[
  { "no": 12, "slug": "heather-loop", "name": "Heather Loop", "km": 7.5 },
  { "no": 13, "slug": "otter-and-alder-walk", "name": "Otter and Alder Walk", "formerly": "Alder Walk", "km": 4.1 },
  { "no": 14, "slug": "ridgeway-north", "name": "Ridgeway North", "km": 19 }
]
`,
    "CHANGES.md": `- Trail 13 goes past the new otter hide and carries its name from this spring.
`,
    "guides.http": `@guides = http://localhost:PORT_OF_web/guides

###
GET {{guides}}/trails/heather-loop

### from the leaflet
# @name leaflet
GET {{guides}}/trails/alder-walk
`,
  },
  servers: [{ name: "web", entry: "app.js" }],
  ask: ["guides.http#leaflet"],
  facts: [
    "GET /guides/trails/heather-loop 200",
    "GET /guides/trails/alder-walk 404",
    "GET /guides/trails/otter-and-alder-walk 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "trails/trails.json", text: '"formerly": "Alder Walk"' },
      { file: "app.js", text: 'app.get("/guides/trails/:slug"' },
    ],
    fixes: [{ url: "/guides/trails/otter-and-alder-walk" }],
  },
};

/** On the trails of the guides. */
export const walkingGuides: readonly Scenario[] = [trail];
