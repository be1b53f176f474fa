import type { Scenario } from "../../scenario.ts";

const refunds: Scenario = {
  name: "refunds-of-the-ferry-line",
  files: {
    "README.md": `# Ferry line

Whatever lies in \`routes/\` is served under the name of its file.
`,
    "package.json": `{ "name": "ferry-line", "type": "module", "dependencies": { "express": "^5.0.0" } }
`,
    "app.js": `import { readdirSync } from "node:fs";
import express from "express";

const app = express();
const folder = new URL("./routes/", import.meta.url);

for (const file of readdirSync(folder)) {
  const [, name] = /^(.+)\\.routes\\.js$/.exec(file) ?? [];
  if (name === undefined) continue;
  const { default: router } = await import(new URL(file, folder));
  app.use(\`/\${name}\`, router);
}

app.listen(process.env.PORT ?? 3000);
`,
    "routes/sailings.routes.js": `import { Router } from "express";

const router = Router();
router.get("/", (_req, res) => res.json([{ id: "s1", at: "07:10" }]));
router.get("/:id", (req, res) => res.json({ id: req.params.id }));
export default router;
`,
    "routes/tickets.routes.js": `import { Router } from "express";

const router = Router();
router.get("/prices", (_req, res) => res.json({ adult: 6, child: 3 }));
export default router;
`,
    "routes/refunds.route.js": `import { Router } from "express";

const router = Router();
router.get("/open", (_req, res) => res.json([{ ticket: "t-881", cents: 600 }]));
export default router;
`,
    "ferry.http": `@ferry = http://localhost:PORT_OF_api

### prices
GET {{ferry}}/tickets/prices

### who waits for money
# @name open
GET {{ferry}}/refunds/open
`,
  },
  servers: [{ name: "api", entry: "app.js" }],
  ask: ["ferry.http#open"],
  facts: ["GET /sailings 200", "GET /tickets/prices 200", "GET /refunds/open 404"],
  truth: {
    outcome: "not-found",
    kinds: ["not-registered"],
    links: [
      { file: "routes/refunds.route.js", text: 'router.get("/open"' },
      { file: "app.js", text: ".routes" },
      { file: "app.js", text: "app.use(`/" },
    ],
    fixes: [{ kind: "register-route" }],
  },
};

/** Ferry lines: a file that is not named as the folder's others are. */
export const ferryLines: readonly Scenario[] = [refunds];
