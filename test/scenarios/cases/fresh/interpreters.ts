import type { Scenario } from "../../scenario.ts";

const customer: Scenario = {
  name: "customer-of-an-agency",
  files: {
    "README.md": `Requests against the billing service of the agency. The service is run by another team.
`,
    "billing.http": `@billing = http://localhost:PORT_OF_billing/v1
@key = bk_test_210

### customers
GET {{billing}}/customers
Authorization: Bearer {{key}}

### one customer
# @name customer
GET {{billing}}/customers/NffrFeUfNV2Hib
Authorization: Bearer {{key}}
`,
  },
  deployed: {
    "billing.mjs": `import express from "express";

const customers = [
  { id: "cus_NffrFeUfNV2Hib", name: "Court of appeal" },
  { id: "cus_Ogq81LtRTz04Ke", name: "Clinic at the lake" },
];
const app = express();
app.disable("x-powered-by");
app.use((req, res, next) => (req.get("authorization") === "Bearer bk_test_210" ? next() : res.status(401).json({ error: { type: "authentication" } })));
app.get("/v1/customers", (_req, res) => res.json({ object: "list", data: customers }));
app.get("/v1/customers/:id", (req, res) => {
  const customer = customers.find(({ id }) => id === req.params.id);
  if (!customer) return res.status(404).json({ error: { type: "invalid_request_error", message: \`No such customer: '\${req.params.id}'\` } });
  res.json(customer);
});
app.listen(process.env.PORT);
`,
  },
  servers: [{ name: "billing", entry: "deployed:billing.mjs" }],
  ask: ["billing.http#customer"],
  credentials: [{ value: "bk_test_210", servers: ["billing"] }],
  facts: [
    "GET /v1/customers 200 | Authorization: Bearer bk_test_210",
    "GET /v1/customers/NffrFeUfNV2Hib 404 | Authorization: Bearer bk_test_210",
    "GET /v1/customers/cus_NffrFeUfNV2Hib 200 | Authorization: Bearer bk_test_210",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["id-format"],
    links: [{ file: "billing.http", text: "/customers/NffrFeUfNV2Hib" }],
    fixes: [{ url: "/v1/customers/cus_NffrFeUfNV2Hib" }],
  },
};

const invoices: Scenario = {
  name: "invoices-of-an-object",
  files: {
    "package.json": `{ "name": "agency-portal", "type": "module", "dependencies": { "react": "^19.0.0" } }
`,
    "src/api.js": `const origin = "http://localhost:PORT_OF_api";

export const getCustomers = () => fetch(\`\${origin}/customers\`).then((response) => response.json());
export const getInvoices = (customer) => fetch(\`\${origin}/customers/\${customer}/invoices\`).then((response) => response.json());
`,
    "src/Invoices.jsx": `import { useEffect, useState } from "react";
import { getInvoices } from "./api.js";

export function Invoices({ customer }) {
  const [invoices, setInvoices] = useState([]);

  useEffect(() => {
    getInvoices(customer).then(setInvoices);
  }, [customer]);

  return (
    <ul>
      {invoices.map((invoice) => (
        <li key={invoice.number}>{invoice.total}</li>
      ))}
    </ul>
  );
}
`,
    "src/Customers.jsx": `import { Invoices } from "./Invoices.jsx";

export function Customers({ customers }) {
  return customers.map((customer) => (
    <section key={customer.id}>
      <h2>{customer.name}</h2>
      <Invoices customer={customer} />
    </section>
  ));
}
`,
  },
  deployed: {
    "api.mjs": `import Fastify from "fastify";

const customers = [{ id: 31, name: "Court of appeal" }, { id: 32, name: "Clinic" }];
const app = Fastify();
app.get("/customers", async () => customers);
app.get("/customers/:id/invoices", async ({ params }, reply) => {
  if (!customers.some(({ id }) => String(id) === params.id)) return reply.code(404).send({ error: "Customer not found" });
  return [{ number: "2026-7", total: 410 }];
});
await app.listen({ port: Number(process.env.PORT) });
`,
  },
  servers: [{ name: "api", entry: "deployed:api.mjs" }],
  ask: ["--url", "http://localhost:PORT_OF_api/customers/[object%20Object]/invoices"],
  facts: [
    "GET /customers 200",
    "GET /customers/[object%20Object]/invoices 404",
    "GET /customers/31/invoices 200",
    "GET /other 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unresolved-variable"],
    links: [
      { file: "src/api.js", text: "export const getInvoices" },
      { file: "src/Invoices.jsx", text: "getInvoices(customer)" },
      { file: "src/Customers.jsx", text: "<Invoices customer={customer}" },
    ],
  },
};

const assignment: Scenario = {
  name: "assignment-in-the-evening",
  files: {
    "http-client.env.json": `{
  "acceptance": {
    "host": "http://localhost:PORT_OF_acceptance",
    "interpreter": "int-12"
  },
  "production": {
    "host": "http://localhost:PORT_OF_production",
    "interpreter": "int-12"
  }
}
`,
    "assignments.http": `### all of an interpreter
GET {{host}}/interpreters/{{interpreter}}/assignments

### the one of the ticket
# @name ticket
GET {{host}}/interpreters/{{interpreter}}/assignments/A-2041
`,
  },
  deployed: {
    "api.mjs": `import Koa from "koa";
import Router from "@koa/router";

const assignments = JSON.parse(process.env.ASSIGNMENTS);
const router = new Router({ prefix: "/interpreters/:interpreter/assignments" });
router.get("/", (ctx) => {
  ctx.body = assignments.map((id) => ({ id }));
});
router.get("/:id", (ctx) => {
  if (!assignments.includes(ctx.params.id)) {
    ctx.status = 404;
    ctx.body = { title: "Assignment not found" };
    return;
  }
  ctx.body = { id: ctx.params.id, interpreter: ctx.params.interpreter };
});
new Koa().use(router.routes()).listen(process.env.PORT);
`,
  },
  servers: [
    { name: "acceptance", entry: "deployed:api.mjs", env: { ASSIGNMENTS: '["A-9001", "A-9002"]' } },
    { name: "production", entry: "deployed:api.mjs", env: { ASSIGNMENTS: '["A-2040", "A-2041"]' } },
  ],
  ask: ["assignments.http#ticket", "--env", "acceptance"],
  facts: [
    "acceptance:GET /interpreters/int-12/assignments/A-2041 404",
    "production:GET /interpreters/int-12/assignments/A-2041 200",
    "acceptance:GET /interpreters/int-12/assignments 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-environment"],
    links: [
      { file: "http-client.env.json", text: "PORT_OF_acceptance" },
      { file: "http-client.env.json", text: "PORT_OF_production" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_production/interpreters/int-12/assignments/A-2041" }],
  },
};

const house: Scenario = {
  name: "house-without-a-name",
  files: {
    "README.md": `# House service

The host comes with the network of the house.
`,
    "house.http": `# @name doors
GET http://doors.house.invalid/api/doors/2
Accept: application/json
`,
  },
  servers: [],
  ask: ["house.http#doors"],
  facts: [],
  truth: { outcome: "unreachable", kinds: [] },
};

/** Interpreters that only hold a client: a customer without the letters before the number, an object in the place of a number, an assignment of the other region's test, a house that has no name. */
export const interpreters: readonly Scenario[] = [customer, invoices, assignment, house];
