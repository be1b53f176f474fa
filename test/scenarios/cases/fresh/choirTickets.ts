import type { Scenario } from "../../scenario.ts";

const concert: Scenario = {
  name: "concert-of-next-decade",
  files: {
    "package.json": `{ "name": "choir-tickets", "private": true, "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^2.0.0" } }
`,
    "src/app.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import concerts from "../data/concerts.json" with { type: "json" };
import { onSale } from "./sale.js";

const app = new Hono();

app.get("/concerts/:slug/seats", (c) => {
  const concert = concerts[c.req.param("slug")];
  if (!concert || !onSale(concert)) return c.json({ message: "No seats here." }, 404);
  return c.json(concert.seats);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/sale.js": `/** Seats are shown from the day the sale begins. */
export function onSale({ saleBegins }) {
  return new Date() >= new Date(saleBegins);
}
`,
    "data/concerts.json": `{
  "advent-2026": { "saleBegins": "2026-10-01", "seats": { "nave": 120, "gallery": 40 } },
  "requiem-2033": { "saleBegins": "2033-02-01", "seats": { "nave": 120, "gallery": 0 } }
}
`,
    "concerts.http": `@choir = http://localhost:PORT_OF_choir

###
GET {{choir}}/concerts/advent-2026/seats

### for the patrons
# @name patrons
GET {{choir}}/concerts/requiem-2033/seats
`,
  },
  servers: [{ name: "choir", entry: "src/app.js" }],
  ask: ["concerts.http#patrons"],
  facts: ["GET /concerts/advent-2026/seats 200", "GET /concerts/requiem-2033/seats 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-yet-visible"],
    links: [
      { file: "data/concerts.json", text: "requiem-2033" },
      { file: "src/sale.js", text: "new Date(saleBegins)" },
      { file: "src/app.js", text: "!onSale(concert)" },
      { file: "src/app.js", text: 'app.get("/concerts/:slug/seats"' },
    ],
  },
};

/** At the choir's box office. */
export const choirTickets: readonly Scenario[] = [concert];
