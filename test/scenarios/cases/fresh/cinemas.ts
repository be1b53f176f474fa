import type { Scenario } from "../../scenario.ts";

const seats: Scenario = {
  name: "seats-of-a-show",
  files: {
    "package.json": `{
  "name": "seat-service",
  "type": "module",
  "scripts": { "start": "node src/server.js", "example": "node examples/minimal/server.js" },
  "dependencies": { "express": "^5.1.0" }
}
`,
    "examples/minimal/README.md": `The smallest server that speaks our protocol, for those who write a client.
`,
    "examples/minimal/server.js": `import express from "express";

const app = express();
app.get("/v1/shows/:show/seats", (req, res) => res.json({ show: req.params.show, free: ["A1"] }));
app.listen(4000);
`,
    "src/server.js": `import { createApp } from "./app.js";

createApp().listen(process.env.PORT ?? 3000);
`,
    "src/app.js": `import express from "express";
import { shows } from "./shows/router.js";

export function createApp() {
  const app = express();
  app.use("/v2/shows", shows);
  app.use((req, res) => res.status(404).json({ code: "route_not_found" }));
  return app;
}
`,
    "src/shows/router.js": `import { Router } from "express";
import { plan } from "./plan.js";

export const shows = Router();

shows.get("/:show/seats", (req, res) => {
  const seats = plan.get(req.params.show);
  if (!seats) return res.status(404).json({ code: "show_not_found" });
  res.json({ show: req.params.show, free: seats });
});
`,
    "src/shows/plan.js": `export const plan = new Map([
  ["s-2011", ["C4", "C5"]],
  ["s-2012", []],
]);
`,
    "kiosk/kiosk.js": `export async function freeSeats(show) {
  const answer = await fetch(\`\${globalThis.config.seats}/v1/shows/\${show}/seats\`);
  return (await answer.json()).free;
}
`,
    "kiosk.http": `@seats = http://localhost:PORT_OF_api

### as the kiosk asks
# @name kiosk
GET {{seats}}/v1/shows/s-2011/seats
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["kiosk.http#kiosk"],
  facts: ["GET /v1/shows/s-2011/seats 404", "GET /v2/shows/s-2011/seats 200", "GET /v2/shows/none/seats 404"],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "src/app.js", text: 'app.use("/v2/shows"' },
      { file: "src/shows/router.js", text: 'shows.get("/:show/seats"' },
      { file: "kiosk/kiosk.js", text: "/v1/shows/" },
    ],
    fixes: [{ url: "/v2/shows/s-2011/seats" }],
  },
};

const voucher: Scenario = {
  name: "voucher-at-the-counter",
  files: {
    "package.json": `{ "name": "vouchers", "scripts": { "build": "tsc", "start": "node dist/server.js" }, "dependencies": { "express": "^5.1.0" } }
`,
    "tsconfig.json": `{ "compilerOptions": { "rootDir": "src", "outDir": "dist", "module": "commonjs", "esModuleInterop": true } }
`,
    "src/server.ts": `import express from "express";
import { vouchers } from "./vouchers";

const app = express();
app.use("/api/gift-vouchers", vouchers);
app.listen(process.env.PORT ?? 3000);
`,
    "src/vouchers.ts": `import { Router } from "express";
import { findVoucher } from "./store";

export const vouchers = Router();

vouchers.get("/:code/balance", (req, res) => {
  const voucher = findVoucher(req.params.code);
  if (!voucher) {
    res.status(404).json({ error: "Unknown voucher" });
    return;
  }
  res.json({ balance: voucher.cents / 100 });
});
`,
    "src/store.ts": `const vouchers = [{ code: "GV-88XK", cents: 2500 }];

export const findVoucher = (code: string) => vouchers.find((voucher) => voucher.code === code);
`,
    "dist/server.js": `"use strict";
var __importDefault = (this && this.__importDefault) || function (mod) {
    return (mod && mod.__esModule) ? mod : { "default": mod };
};
Object.defineProperty(exports, "__esModule", { value: true });
const express_1 = __importDefault(require("express"));
const vouchers_1 = require("./vouchers");
const app = (0, express_1.default)();
app.use("/api/gift-vouchers", vouchers_1.vouchers);
app.listen(process.env.PORT ?? 3000);
`,
    "dist/vouchers.js": `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.vouchers = void 0;
const express_1 = require("express");
const store_1 = require("./store");
exports.vouchers = (0, express_1.Router)();
exports.vouchers.get("/:code/balance", (req, res) => {
    const voucher = (0, store_1.findVoucher)(req.params.code);
    if (!voucher) {
        res.status(404).json({ error: "Unknown voucher" });
        return;
    }
    res.json({ balance: voucher.cents / 100 });
});
`,
    "dist/store.js": `"use strict";
Object.defineProperty(exports, "__esModule", { value: true });
exports.findVoucher = void 0;
const vouchers = [{ code: "GV-88XK", cents: 2500 }];
const findVoucher = (code) => vouchers.find((voucher) => voucher.code === code);
exports.findVoucher = findVoucher;
`,
    "counter.http": `@counter = http://localhost:PORT_OF_api/api

### what is left on it
# @name left
GET {{counter}}/gift-voucher/GV-88XK/balance
`,
  },
  servers: [{ name: "api", entry: "dist/server.js" }],
  ask: ["counter.http#left"],
  facts: [
    "GET /api/gift-voucher/GV-88XK/balance 404",
    "GET /api/gift-vouchers/GV-88XK/balance 200",
    "GET /api/gift-vouchers/none/balance 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [
      { file: "src/vouchers.ts", text: 'vouchers.get("/:code/balance"' },
      { file: "src/server.ts", text: 'app.use("/api/gift-vouchers"' },
    ],
    fixes: [{ url: "/api/gift-vouchers/GV-88XK/balance" }],
  },
};

/** Cinemas: seats of a show, and vouchers, in repositories that keep what they no longer use. */
export const cinemas: readonly Scenario[] = [seats, voucher];
