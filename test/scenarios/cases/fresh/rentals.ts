import type { Scenario } from "../../scenario.ts";

const customer: Scenario = {
  name: "customer-with-two-accounts",
  files: {
    "package.json": `{ "name": "crm", "type": "module", "dependencies": { "@hono/node-server": "^2.0.0", "hono": "^4.6.0" } }
`,
    "src/index.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { customers } from "./customers.ts";

const app = new Hono();
app.route("/customers", customers);
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/customers.ts": `import { Hono } from "hono";
import { accounts } from "./accounts.ts";

export const customers = new Hono();

customers.get("/", (c) => c.json({ data: accounts.filter((account) => !account.joined) }));

customers.get("/:id", (c) => {
  const account = accounts.find(({ id }) => id === c.req.param("id"));
  if (!account) return c.json({ error: "customer_unknown" }, 404);
  if (account.joined) {
    c.header("Link", \`</customers/\${account.joined}>; rel="canonical"\`);
    return c.json({ error: "customer_unavailable" }, 404);
  }
  return c.json(account);
});
`,
    "src/accounts.ts": `interface Account {
  readonly id: string;
  readonly name: string;
  readonly joined?: string;
}

export const accounts: readonly Account[] = [
  { id: "cus_0041", name: "Berg & Sohn", joined: "cus_0077" },
  { id: "cus_0077", name: "Berg & Söhne" },
  { id: "cus_0078", name: "F. Aalto" },
];
`,
    "crm.http": `@crm = http://localhost:PORT_OF_api

### Aalto
GET {{crm}}/customers/cus_0078

### from an invoice of 2024
# @name invoice
GET {{crm}}/customers/cus_0041
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["crm.http#invoice"],
  facts: [
    "GET /customers 200",
    "GET /customers/cus_0041 404",
    "GET /customers/cus_0077 200",
    "GET /customers/cus_0078 200",
    "GET /customers/x 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["merged"],
    links: [
      { file: "src/accounts.ts", text: '"cus_0041"' },
      { file: "src/customers.ts", text: 'rel="canonical"' },
      { file: "src/customers.ts", text: 'customers.get("/:id"' },
    ],
    fixes: [{ url: "/customers/cus_0077" }],
  },
};

const booking: Scenario = {
  name: "booking-of-a-mixer",
  files: {
    "package.json": `{ "name": "bookings", "type": "module", "scripts": { "start": "node src/index.js" }, "dependencies": { "express": "^5.1.0" } }
`,
    "README.md": `Production and staging run the same image; staging gets a copy of production every Sunday.
New bookings of the test shop are made on staging only.
`,
    "src/index.js": `import { readFileSync } from "node:fs";
import express from "express";

const bookings = JSON.parse(readFileSync(process.env.BOOKINGS_FILE ?? "seed/bookings.json", "utf8"));
const app = express();

app.get("/v1/bookings", (req, res) => res.json({ bookings: bookings.slice(-20) }));
app.get("/v1/bookings/:code", (req, res) => {
  const booking = bookings.find(({ code }) => code === req.params.code);
  if (!booking) return res.status(404).json({ type: "booking_not_found" });
  res.json(booking);
});
app.listen(process.env.PORT ?? 3000);
`,
    "seed/bookings.json": `[{ "code": "LZ8D2", "tool": "ladder" }]
`,
    "rest-client/http-client.env.json": `{
  "$shared": { "code": "QK4T7" },
  "production": { "base": "http://localhost:PORT_OF_production/v1" },
  "staging": { "base": "http://localhost:PORT_OF_staging/v1" }
}
`,
    "rest-client/bookings.http": `### latest
GET {{base}}/bookings

### mixer
# @name mixer
GET {{base}}/bookings/{{code}}
`,
  },
  deployed: {
    "production.json": `[{ "code": "LZ8D2", "tool": "ladder" }, { "code": "PA1C9", "tool": "saw" }]
`,
    "staging.json": `[{ "code": "LZ8D2", "tool": "ladder" }, { "code": "QK4T7", "tool": "mixer" }]
`,
    "index.mjs": `import { readFileSync } from "node:fs";
import express from "express";

const bookings = JSON.parse(readFileSync(new URL(process.env.BOOKINGS_FILE, import.meta.url), "utf8"));
const app = express();

app.get("/v1/bookings", (req, res) => res.json({ bookings: bookings.slice(-20) }));
app.get("/v1/bookings/:code", (req, res) => {
  const booking = bookings.find(({ code }) => code === req.params.code);
  if (!booking) return res.status(404).json({ type: "booking_not_found" });
  res.json(booking);
});
app.listen(process.env.PORT ?? 3000);
`,
  },
  servers: [
    { name: "production", entry: "deployed:index.mjs", env: { BOOKINGS_FILE: "./production.json" } },
    { name: "staging", entry: "deployed:index.mjs", env: { BOOKINGS_FILE: "./staging.json" } },
  ],
  ask: ["rest-client/bookings.http#mixer", "--env", "production"],
  facts: [
    "GET /v1/bookings 200",
    "GET /v1/bookings/PA1C9 200",
    "GET /v1/bookings/QK4T7 404",
    "staging:GET /v1/bookings/QK4T7 200",
    "staging:GET /v1/bookings/PA1C9 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "rest-client/http-client.env.json", text: '"production"' },
      { file: "rest-client/http-client.env.json", text: '"staging"' },
      { file: "src/index.js", text: '"/v1/bookings/:code"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_staging/v1/bookings/QK4T7" }],
  },
};

/** Rental of tools: customers and bookings. */
export const rentals: readonly Scenario[] = [customer, booking];
