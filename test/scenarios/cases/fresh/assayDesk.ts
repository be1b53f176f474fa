import type { Scenario } from "../../scenario.ts";

const certificate: Scenario = {
  name: "certificate-of-an-assay",
  files: {
    "package.json": `{
  "name": "assay-office",
  "version": "3.8.0",
  "private": true,
  "type": "module",
  "scripts": { "start": "node bin/www.js" },
  "dependencies": { "express": "^5.1.0" }
}
`,
    "README.md": `# Assay office

Versions are released every quarter and stay up for a year. See \`config/releases.json\`.
`,
    "config/releases.json": `{
  "current": "2026-07",
  "supported": ["2026-01", "2026-04", "2026-07"]
}
`,
    "bin/www.js": `import { createApp } from "../lib/app.js";

const port = Number(process.env.PORT ?? 8100);
createApp().listen(port, () => console.log(\`assay office on \${port}\`));
`,
    "lib/app.js": `import { readFileSync } from "node:fs";
import express from "express";
import { certificates } from "./certificates.js";
import { hallmarks } from "./hallmarks.js";

const { supported } = JSON.parse(readFileSync(new URL("../config/releases.json", import.meta.url), "utf8"));

export function createApp() {
  const app = express();
  app.disable("x-powered-by");
  for (const release of supported) {
    const api = express.Router();
    api.use("/certificates", certificates(release));
    api.use("/hallmarks", hallmarks());
    app.use(\`/api/\${release}\`, api);
  }
  return app;
}
`,
    "lib/certificates.js": `import { Router } from "express";

const issued = [
  { no: "BA-11820", metal: "Au 750", grams: 4.12 },
  { no: "BA-11821", metal: "Ag 925", grams: 18.6 },
];

export function certificates(release) {
  const router = Router();
  router.get("/", (req, res) => res.json({ release, certificates: issued }));
  router.get("/:no", (req, res) => {
    const one = issued.find((certificate) => certificate.no === req.params.no);
    if (!one) return res.status(404).json({ code: "no_such_certificate", no: req.params.no });
    res.json({ release, ...one });
  });
  return router;
}
`,
    "lib/hallmarks.js": `import { Router } from "express";

export function hallmarks() {
  const router = Router();
  router.get("/", (req, res) => res.json(["anchor", "leopard", "rose", "castle"]));
  return router;
}
`,
    "jeweller/assay.http": `@office = http://localhost:PORT_OF_office
@release = 2025-10

### ring of Mrs Abeln, for the till
# @name ring
GET {{office}}/api/{{release}}/certificates/BA-11820
Accept: application/json
`,
  },
  servers: [{ name: "office", entry: "bin/www.js" }],
  ask: ["jeweller/assay.http#ring"],
  facts: [
    "GET /api/2025-10/certificates/BA-11820 404",
    "GET /api/2026-07/certificates/BA-11820 200",
    "GET /api/2026-01/certificates/BA-11820 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["version-moved"],
    links: [
      { file: "lib/app.js", text: "app.use(`/api/" },
      { file: "config/releases.json", text: '"supported"' },
      { file: "jeweller/assay.http", text: "@release = 2025-10" },
      { file: "lib/certificates.js", text: 'router.get("/:no"' },
      { file: "lib/app.js", text: "for (const release of supported)" },
    ],
    fixes: [
      { url: "/api/2026-07/certificates/BA-11820" },
      { url: "/api/2026-01/certificates/BA-11820" },
      { url: "/api/2026-04/certificates/BA-11820" },
    ],
  },
};

/** At the assay office. */
export const assayDesk: readonly Scenario[] = [certificate];
