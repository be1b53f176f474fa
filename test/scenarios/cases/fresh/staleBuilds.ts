import type { Scenario } from "../../scenario.ts";

const compiled: Scenario = {
  name: "coupon-of-a-roller-rink",
  files: {
    "package.json": `{
  "name": "roller-rink",
  "private": true,
  "type": "module",
  "main": "dist/server.js",
  "scripts": { "build": "tsc -p .", "start": "node dist/server.js" },
  "dependencies": { "express": "^5.0.0" },
  "devDependencies": { "typescript": "^5.6.0" }
}
`,
    "tsconfig.json": `{ "compilerOptions": { "target": "es2022", "module": "nodenext", "rootDir": "src", "outDir": "dist", "strict": true } }
`,
    ".gitignore": `node_modules
dist
`,
    "src/server.ts": `import express from "express";
import { coupons } from "./coupons.js";
import { skates } from "./skates.js";

const app = express();
app.use("/skates", skates);
app.use("/coupons", coupons);
app.listen(process.env.PORT ?? 3000);
`,
    "src/skates.ts": `import { Router } from "express";

export const skates = Router();
skates.get("/:size", (req, res) => {
  res.json({ size: Number(req.params.size), pairs: 6 });
});
`,
    "src/coupons.ts": `import { Router } from "express";

export const coupons = Router();
coupons.get("/:code", (req, res) => {
  res.json({ code: req.params.code, percent: 15 });
});
`,
    "dist/server.js": `import express from "express";
import { skates } from "./skates.js";
const app = express();
app.use("/skates", skates);
app.listen(process.env.PORT ?? 3000);
`,
    "dist/skates.js": `import { Router } from "express";
export const skates = Router();
skates.get("/:size", (req, res) => {
    res.json({ size: Number(req.params.size), pairs: 6 });
});
`,
    "rink.http": `@rink = http://localhost:PORT_OF_api

###
GET {{rink}}/skates/42

### spring coupon
# @name spring
GET {{rink}}/coupons/SPRING15
`,
  },
  servers: [{ name: "api", entry: "dist/server.js" }],
  ask: ["rink.http#spring"],
  facts: ["GET /skates/42 200", "GET /coupons/SPRING15 404", "GET /other 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-deployed"],
    links: [
      { file: "src/coupons.ts", text: 'coupons.get("/:code"' },
      { file: "src/server.ts", text: 'app.use("/coupons"' },
      { file: "dist/server.js", text: "const app" },
    ],
  },
};

/** A coupon that the compiled output does not know yet. */
export const staleBuilds: readonly Scenario[] = [compiled];
