import type { Scenario } from "../../scenario.ts";

const houseFiles = {
  "package.json":
    '{ "name": "auction-house", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^14.0.0" } }',
  "src/index.js": `import Koa from "koa";
import { mount } from "./http/mount.js";

const app = new Koa();
mount(app);
app.listen(Number(process.env.PORT ?? 3000));
`,
  "src/http/mount.js": `import { experts } from "./experts.js";
import { lots } from "./lots.js";

export function mount(app) {
  for (const router of [experts(), lots()]) {
    app.use(router.routes()).use(router.allowedMethods());
  }
}
`,
  "src/http/experts.js": `import Router from "@koa/router";

export function experts() {
  const router = new Router({ prefix: "/experts" });
  router.get("/:initials", (ctx) => {
    ctx.body = { initials: ctx.params.initials, field: "wine" };
  });
  return router;
}
`,
  "print/catalogue.js": `const house = process.env.HOUSE ?? "http://localhost:PORT_OF_api";

export async function pagesOf(sale) {
  const answer = await fetch(\`\${house}/catalogues/\${sale}/lots\`);
  return (await answer.json()).lots.map((lot) => lot.title);
}
`,
  "house.http": `@house = http://localhost:PORT_OF_api

### who described it
GET {{house}}/experts/MB

### what goes to the printer
# @name lots
GET {{house}}/catalogues/2026-11-wine/lots
`,
};

const lotsUnder = (prefix: string) => `import Router from "@koa/router";

const lotsBySale = new Map([["2026-11-wine", [{ number: 1, title: "Six bottles, 1996" }]]]);

export function lots() {
  const router = new Router({ prefix: "${prefix}" });
  router.get("/:sale/lots", (ctx) => {
    const found = lotsBySale.get(ctx.params.sale);
    ctx.assert(found, 404, "Not Found");
    ctx.body = { lots: found, next: null };
  });
  return router;
}
`;

const printer: Scenario = {
  name: "lots-for-the-printer",
  files: { ...houseFiles, "src/http/lots.js": lotsUnder("/sales") },
  history: [{ message: "Lots of a catalogue", files: { ...houseFiles, "src/http/lots.js": lotsUnder("/catalogues") } }],
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["house.http#lots"],
  facts: [
    "GET /experts/MB 200",
    "GET /catalogues/2026-11-wine/lots 404",
    "GET /sales/2026-11-wine/lots 200",
    "GET /sales/2031-01-none/lots 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-moved"],
    links: [
      { file: "src/http/lots.js", text: 'router.get("/:sale/lots"' },
      { file: "src/http/lots.js", text: "new Router({ prefix" },
    ],
    fixes: [{ url: "/sales/2026-11-wine/lots" }],
  },
};

const estimate: Scenario = {
  name: "estimate-of-a-lot",
  files: {
    "package.json": '{ "name": "estimates", "type": "module", "dependencies": { "express": "^5.0.0" } }',
    "src/server.js": `import express from "express";
import { sales } from "./sales/router.js";

const app = express();
app.disable("x-powered-by");
app.use("/api/sales", sales);
app.use((_req, res) => res.status(404).end());
app.listen(process.env.PORT ?? 3000);
`,
    "src/sales/router.js": `import { Router } from "express";
import { lots } from "./lots.js";
import { sales as all } from "./store.js";

export const sales = Router();
sales.get("/", (_req, res) => res.json({ items: Object.keys(all).map((id) => ({ id })), page: 1, pages: 1 }));
sales.use("/:sale/lots", lots);
`,
    "src/sales/lots.js": `import { Router } from "express";
import { sales } from "./store.js";

export const lots = Router({ mergeParams: true });

lots.get("/", (req, res) => res.json({ items: sales[req.params.sale] ?? [], page: 1, pages: 1 }));

lots.get("/:lot/estimate", (req, res, next) => {
  const lot = sales[req.params.sale]?.find(({ id }) => id === req.params.lot);
  if (!lot) return next();
  res.json({ low: lot.low, high: lot.low * 1.5 });
});
`,
    "src/sales/store.js": `export const sales = {
  "jewels-2026": [{ id: "01JC8YQ4M7X0T2", low: 800 }, { id: "01JC8YQ9ZK33BD", low: 1200 }],
  "watches-2026": [{ id: "01JC90D1PV5RAE", low: 4000 }, { id: "01JC90D6H8W2NS", low: 650 }],
};
`,
    "estimates.http": `@api = http://localhost:PORT_OF_api/api

### what is on this autumn
GET {{api}}/sales

### a brooch
GET {{api}}/sales/jewels-2026/lots/01JC8YQ4M7X0T2/estimate

### asked by telephone
# @name asked
GET {{api}}/sales/jewels-2026/lots/01JC90D6H8W2NS/estimate
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["estimates.http#asked"],
  facts: [
    "GET /api/sales 200",
    "GET /api/sales/jewels-2026/lots/01JC8YQ4M7X0T2/estimate 200",
    "GET /api/sales/jewels-2026/lots/01JC90D6H8W2NS/estimate 404",
    "GET /api/sales/watches-2026/lots/01JC90D6H8W2NS/estimate 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-project"],
    links: [{ file: "src/sales/lots.js", text: 'lots.get("/:lot/estimate"' }],
    fixes: [{ url: "/api/sales/watches-2026/lots/01JC90D6H8W2NS/estimate" }],
  },
};

const condition: Scenario = {
  name: "condition-of-a-lot",
  files: {
    "package.json": '{ "name": "conditions", "type": "module", "dependencies": { "hono": "^4.0.0" } }',
    "src/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { reportRoutes } from "./reports/routes.ts";

const app = new Hono().basePath("/conditions");
app.route("/reports", reportRoutes());
app.notFound((c) => c.json({ error: "unknown_path" }, 404));
serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "src/reports/routes.ts": `import { Hono } from "hono";
import { allReports, reportBy } from "./table.ts";

export const reportRoutes = () =>
  new Hono()
    .get("/", (c) => c.json({ results: allReports(), cursor: null }))
    .get("/:key", (c) => {
      const report = reportBy(c.req.param("key"));
      return report === undefined ? c.json({ error: "unknown_report" }, 404) : c.json(report);
    });
`,
    "src/reports/table.ts": `export interface Report {
  readonly sale: string;
  readonly lot: string;
  readonly text: string;
}

const keyOf = (report: Report) => [report.sale, report.lot].join(":");

const reports = new Map<string, Report>();
for (const line of (process.env.REPORTS ?? "").split(";")) {
  const [sale = "", lot = "", text = ""] = line.split(",");
  reports.set(keyOf({ sale, lot, text }), { sale, lot, text });
}

export const allReports = () => [...reports].map(([key, report]) => ({ key, lot: report.lot }));
export const reportBy = (key: string) => reports.get(key);
`,
    "conditions.http": `@conditions = http://localhost:PORT_OF_api/conditions

### the vase
GET {{conditions}}/reports/W26%3A0112

### the chair
# @name chair
GET {{conditions}}/reports/W26%3A0305
`,
  },
  servers: [
    {
      name: "api",
      entry: "src/main.ts",
      env: { REPORTS: "W26,0112,Hairline crack at the foot;W26,0147,As new;S26,0033,Frame loose" },
    },
  ],
  ask: ["conditions.http#chair"],
  facts: [
    "GET /conditions/reports/W26%3A0112 200",
    "GET /conditions/reports/W26:0112 200",
    "GET /conditions/reports/W26%3A0305 404",
    "GET /conditions/reports/W26:0305 404",
    "GET /conditions/nothing 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [{ file: "src/reports/routes.ts", text: '.get("/:key"' }],
  },
};

/** An auction house: its lots, their estimates and their condition. */
export const auctions: readonly Scenario[] = [printer, estimate, condition];
