import type { Scenario } from "../../scenario.ts";

const payment: Scenario = {
  name: "payment-across-the-ocean",
  files: {
    "package.json": `{ "name": "pay", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "docs/regions.md": `| region | host | data |
|---|---|---|
| eu | api.eu.pay.example | Frankfurt |
| us | api.us.pay.example | Ohio |

A payment stays in the region where it was made. Its id does not tell which.
`,
    "src/server.js": `import express from "express";
import { open } from "./ledger.js";

const ledger = open(process.env.REGION);
const app = express();
app.use((req, res, next) => {
  res.set("X-Region", process.env.REGION);
  next();
});
app.get("/v1/payments", (req, res) => res.json({ data: ledger.list(), has_more: false }));
app.get("/v1/payments/:payment", (req, res) => {
  const payment = ledger.find(req.params.payment);
  if (!payment) return res.status(404).json({ error: { type: "invalid_request", message: "No such payment" } });
  res.json(payment);
});
app.listen(process.env.PORT ?? 3000);
`,
    "src/ledger.js": `const made = {
  eu: [{ id: "pay_9fJ2", amount: 1200, currency: "eur" }, { id: "pay_Ke81", amount: 300, currency: "eur" }],
  us: [{ id: "pay_Zt50", amount: 990, currency: "usd" }],
};

export const open = (region) => ({
  list: () => made[region],
  find: (id) => made[region].find((payment) => payment.id === id),
});
`,
    "http-client.env.json": `{
  "eu": { "region": "eu", "host": "http://localhost:PORT_OF_eu" },
  "us": { "region": "us", "host": "http://localhost:PORT_OF_us" }
}
`,
    "payments.http": `### all
GET {{host}}/v1/payments

### disputed
# @name disputed
GET {{host}}/v1/payments/pay_Zt50
`,
  },
  servers: [
    { name: "eu", entry: "src/server.js", env: { REGION: "eu" } },
    { name: "us", entry: "src/server.js", env: { REGION: "us" } },
  ],
  ask: ["payments.http#disputed", "--env", "eu"],
  facts: [
    "GET /v1/payments/pay_9fJ2 200",
    "GET /v1/payments/pay_Zt50 404",
    "us:GET /v1/payments/pay_Zt50 200",
    "us:GET /v1/payments/pay_9fJ2 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region"],
    links: [
      { file: "http-client.env.json", text: '"eu"' },
      { file: "http-client.env.json", text: '"us"' },
      { file: "src/server.js", text: '"/v1/payments/:payment"' },
      { file: "src/ledger.js", text: "pay_Zt50" },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_us/v1/payments/pay_Zt50" }],
  },
};

const refund: Scenario = {
  name: "refund-of-a-payment",
  files: {
    "package.json": `{ "name": "admin", "private": true, "dependencies": { "next": "^16.0.0", "react": "^19.0.0", "react-dom": "^19.0.0" } }
`,
    "next.config.mjs": `export default { poweredByHeader: false };
`,
    "app/layout.tsx": `export default function Layout({ children }: { children: React.ReactNode }) {
  return (
    <html lang="en">
      <body>{children}</body>
    </html>
  );
}
`,
    "app/page.tsx": `export default function Page() {
  return <h1>Payments</h1>;
}
`,
    "app/api/payments/route.ts": `import { payments } from "@/lib/payments";

export async function GET() {
  return Response.json(payments);
}
`,
    "app/api/payments/[payment]/route.ts": `import { payments } from "@/lib/payments";

export async function GET(_request: Request, { params }: { params: Promise<{ payment: string }> }) {
  const { payment } = await params;
  const found = payments.find(({ id }) => id === payment);
  return found ? Response.json(found) : Response.json({ error: "not found" }, { status: 404 });
}
`,
    "app/api/_refunds/[refund]/route.ts": `import { refunds } from "@/lib/payments";

export async function GET(_request: Request, { params }: { params: Promise<{ refund: string }> }) {
  const { refund } = await params;
  const found = refunds.find(({ id }) => id === refund);
  return found ? Response.json(found) : Response.json({ error: "not found" }, { status: 404 });
}
`,
    "lib/payments.ts": `export const payments = [{ id: "pay_9fJ2", amount: 1200 }];
export const refunds = [{ id: "re_51", payment: "pay_9fJ2", amount: 200 }];
`,
    "admin.http": `@admin = http://localhost:PORT_OF_admin

### payment
GET {{admin}}/api/payments/pay_9fJ2

### refund
# @name refund
GET {{admin}}/api/refunds/re_51
`,
  },
  deployed: {
    "next.mjs": `import { createServer } from "node:http";

const page = \`<!DOCTYPE html><html lang="en"><head><meta charSet="utf-8"/><title>404: This page could not be found.</title><meta name="next-size-adjust"/></head><body><div><h1 class="next-error-h1">404</h1><h2>This page could not be found.</h2></div><script src="/_next/static/chunks/main-app.js" async=""></script></body></html>\`;
const json = (response, status, body) => {
  response.writeHead(status, { vary: "RSC, Next-Router-State-Tree, Next-Router-Prefetch", "content-type": "application/json" });
  response.end(JSON.stringify(body));
};
createServer((request, response) => {
  const { pathname } = new URL(request.url, "http://admin");
  const [, id] = /^\\/api\\/payments\\/([^/]+)$/.exec(pathname) ?? [];
  if (pathname === "/api/payments") return json(response, 200, [{ id: "pay_9fJ2", amount: 1200 }]);
  if (id === "pay_9fJ2") return json(response, 200, { id, amount: 1200 });
  if (id) return json(response, 404, { error: "not found" });
  response.writeHead(pathname === "/" ? 200 : 404, {
    vary: "RSC, Next-Router-State-Tree, Next-Router-Prefetch",
    "cache-control": "private, no-cache, no-store, max-age=0, must-revalidate",
    "content-type": "text/html; charset=utf-8",
  });
  response.end(pathname === "/" ? "<!DOCTYPE html><h1>Payments</h1>" : page);
}).listen(process.env.PORT);
`,
  },
  servers: [{ name: "admin", entry: "deployed:next.mjs" }],
  ask: ["admin.http#refund"],
  facts: [
    "GET /api/payments 200",
    "GET /api/payments/pay_9fJ2 200",
    "GET /api/refunds/re_51 404",
    "GET /api/_refunds/re_51 404",
    "GET /nowhere 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [{ file: "app/api/_refunds/[refund]/route.ts", text: "export async function GET" }],
  },
};

/** Payments: in two regions, and refunds in an admin page. */
export const payments: readonly Scenario[] = [payment, refund];
