import type { Scenario } from "../../scenario.ts";

const listing: Scenario = {
  name: "listing-in-the-window",
  files: {
    "package.json": `{ "name": "estate", "type": "module", "dependencies": { "@hono/node-server": "^2.0.0", "hono": "^4.6.0" } }
`,
    "openapi.yaml": `openapi: 3.0.3
info: { title: Estate, version: "1" }
servers:
  - url: https://estate.example.test/api/v1
paths:
  /listings:
    get:
      responses: { "200": { description: Listings } }
  /listings/{ref}:
    get:
      parameters:
        - { name: ref, in: path, required: true, schema: { type: string } }
      responses: { "200": { description: Listing }, "404": { description: None } }
`,
    "src/index.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { listings } from "./listings.js";

const v1 = new Hono();
v1.route("/listings", listings);

const app = new Hono();
app.route("/api/v1", v1);
app.notFound((c) => c.json({ message: "Not found", path: c.req.path }, 404));

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/listings.js": `import { Hono } from "hono";

const offers = { "B-201": { rooms: 3, price: 412000 }, "B-207": { rooms: 5, price: 655000 } };

export const listings = new Hono();
listings.get("/", (c) => c.json(Object.keys(offers)));
listings.get("/:ref", (c) => {
  const offer = offers[c.req.param("ref")];
  return offer ? c.json(offer) : c.json({ message: "No such listing" }, 404);
});
`,
    "rest/.env": `ESTATE_HOST=http://localhost:PORT_OF_api/api/v1
`,
    "rest/http-client.env.json": `{
  "dev": { "host": "http://localhost:PORT_OF_api/api/v1", "ref": "B-201" },
  "prod": { "host": "https://estate.example.test", "ref": "B-201" }
}
`,
    "rest/listings.http": `### in the window
# @name window
GET {{host}}/api/v1/listings/{{ref}}

### all
GET {{host}}/api/v1/listings
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["rest/listings.http#window", "--env", "dev"],
  facts: ["GET /api/v1/listings/B-201 200", "GET /api/v1/api/v1/listings/B-201 404", "GET /api/v1/listings/none 404"],
  truth: {
    outcome: "not-found",
    kinds: ["duplicated-segment"],
    links: [
      { file: "rest/http-client.env.json", text: '"dev"' },
      { file: "src/listings.js", text: 'listings.get("/:ref"' },
    ],
    fixes: [{ url: "/api/v1/listings/B-201" }],
  },
};

const address: Scenario = {
  name: "address-of-a-house",
  files: {
    "package.json": `{ "name": "houses", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/app.js": `import express from "express";
import { houses } from "./houses.js";
import { moved } from "./moved.js";

export const app = express();
const v2 = express.Router();
v2.use("/objects", moved);
v2.use("/houses", houses);
app.use("/market/v2", v2);
`,
    "src/server.js": `import { app } from "./app.js";

app.listen(process.env.PORT ?? 3000);
`,
    "src/moved.js": `import { Router } from "express";

// until the portals have changed their links
export const moved = Router();
moved.get("/:ref", (req, res) => {
  res.redirect(301, \`/houses/\${req.params.ref}\`);
});
`,
    "src/houses.js": `import { Router } from "express";

const forSale = new Map([
  ["h-1180", { street: "Mill lane 4", floors: 2 }],
  ["h-1193", { street: "Abbey road 61", floors: 3 }],
]);

export const houses = Router();
houses.get("/", (req, res) => res.json([...forSale.keys()]));
houses.get("/:ref", (req, res) => {
  const house = forSale.get(req.params.ref);
  if (!house) return res.status(404).json({ code: "GONE_OR_SOLD" });
  res.json(house);
});
`,
    "test/moved.test.js": `import assert from "node:assert/strict";
import { test } from "node:test";
import { app } from "../src/app.js";

test("old links are redirected", async () => {
  const server = app.listen(0);
  const answer = await fetch(\`http://localhost:\${server.address().port}/market/v2/objects/h-1180\`, { redirect: "manual" });
  assert.equal(answer.status, 301);
  server.close();
});
`,
    "portals.http": `@market = http://localhost:PORT_OF_api/market/v2

### houses
GET {{market}}/houses

### link of the portal
# @name portal
GET {{market}}/objects/h-1193
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["portals.http#portal"],
  facts: [
    "GET /market/v2/houses 200",
    "GET /market/v2/objects/h-1193 301",
    "GET /houses/h-1193 404",
    "GET /market/v2/houses/h-1193 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["redirect-drops-path"],
    links: [
      { file: "src/moved.js", text: "res.redirect(" },
      { file: "src/moved.js", text: 'moved.get("/:ref"' },
    ],
    fixes: [{ url: "/market/v2/houses/h-1193" }, { kind: "edit-rewrite" }, { kind: "edit-route" }],
  },
};

/** Houses for sale: listings and their addresses of old. */
export const property: readonly Scenario[] = [listing, address];
