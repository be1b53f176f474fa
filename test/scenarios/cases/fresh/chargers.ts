import type { Scenario } from "../../scenario.ts";

const roaming: Scenario = {
  name: "roaming-to-another-company",
  files: {
    "package.json": `{ "name": "charge-point-operator", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    ".env": `PORT=3000
SESSIONS_ENABLED=true
ROAMING_ENABLED=false
`,
    "docs/ocpi.md": `# OCPI

Partners call \`/ocpi/2.2/…\`. Roaming is switched on per region by operations (\`ROAMING_ENABLED\`).
`,
    "src/main.ts": `import Fastify from "fastify";
import { modules } from "./modules.ts";

const app = Fastify({ ignoreTrailingSlash: true });
for (const { prefix, plugin, enabled } of modules) {
  if (!enabled(process.env)) continue;
  await app.register(plugin, { prefix: \`/ocpi/2.2\${prefix}\` });
}
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/modules.ts": `import type { FastifyPluginAsync } from "fastify";
import { roaming } from "./plugins/roaming.ts";
import { sessions } from "./plugins/sessions.ts";
import { tariffs } from "./plugins/tariffs.ts";

interface Module {
  readonly prefix: string;
  readonly plugin: FastifyPluginAsync;
  enabled(env: NodeJS.ProcessEnv): boolean;
}

const always = () => true;

export const modules: readonly Module[] = [
  { prefix: "/tariffs", plugin: tariffs, enabled: always },
  { prefix: "/sessions", plugin: sessions, enabled: (env) => env.SESSIONS_ENABLED === "true" },
  { prefix: "/roaming", plugin: roaming, enabled: (env) => env.ROAMING_ENABLED === "true" },
];
`,
    "src/plugins/roaming.ts": `import type { FastifyPluginAsync } from "fastify";

export const roaming: FastifyPluginAsync = async (app) => {
  app.get("/partners", async () => [{ party: "NL-TNM" }, { party: "DE-EBW" }]);
};
`,
    "src/plugins/sessions.ts": `import type { FastifyPluginAsync } from "fastify";

export const sessions: FastifyPluginAsync = async (app) => {
  app.get("/", async () => [{ id: "s-90", kwh: 21.4 }]);
};
`,
    "src/plugins/tariffs.ts": `import type { FastifyPluginAsync } from "fastify";

export const tariffs: FastifyPluginAsync = async (app) => {
  app.get("/", async () => [{ id: "day", price: 0.49 }]);
};
`,
    "ocpi.http": `@ocpi = http://localhost:PORT_OF_api/ocpi/2.2

### tariffs
GET {{ocpi}}/tariffs

### sessions
GET {{ocpi}}/sessions

### who may charge here
# @name partners
GET {{ocpi}}/roaming/partners
`,
  },
  servers: [{ name: "api", entry: "src/main.ts", env: { SESSIONS_ENABLED: "true", ROAMING_ENABLED: "false" } }],
  ask: ["ocpi.http#partners"],
  facts: ["GET /ocpi/2.2/tariffs 200", "GET /ocpi/2.2/sessions 200", "GET /ocpi/2.2/roaming/partners 404"],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off"],
    links: [
      { file: "src/modules.ts", text: "ROAMING_ENABLED" },
      { file: ".env", text: "ROAMING_ENABLED" },
      { file: "src/main.ts", text: "if (!enabled(process.env))" },
      { file: "src/plugins/roaming.ts", text: '"/partners"' },
    ],
  },
};

const charger: Scenario = {
  name: "charger-behind-the-cinema",
  files: {
    "package.json": `{ "name": "charge-points", "type": "module", "engines": { "node": ">=24" }, "dependencies": { "express": "^5.1.0" } }
`,
    "db/migrations/001_charge_points.sql": `CREATE TABLE charge_points (
  id INTEGER PRIMARY KEY,
  code TEXT NOT NULL UNIQUE,
  street TEXT NOT NULL,
  power_kw REAL NOT NULL
);
`,
    "db/migrations/002_soft_delete.sql": `ALTER TABLE charge_points ADD COLUMN deleted_at TEXT;
`,
    "db/seeds/dev.sql": `INSERT INTO charge_points (code, street, power_kw, deleted_at) VALUES ('CP-016', 'Harbour road 2', 22, NULL);
INSERT INTO charge_points (code, street, power_kw, deleted_at) VALUES ('CP-017', 'Cinema lane 9', 50, '2026-09-30T06:00:00Z');
INSERT INTO charge_points (code, street, power_kw, deleted_at) VALUES ('CP-018', 'Station square', 150, NULL);
`,
    "src/db.js": `import { readdirSync, readFileSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export function openDatabase() {
  const db = new DatabaseSync(process.env.DB_FILE ?? ":memory:");
  for (const folder of ["db/migrations", "db/seeds"]) {
    for (const name of readdirSync(folder).sort()) db.exec(readFileSync(\`\${folder}/\${name}\`, "utf8"));
  }
  return db;
}
`,
    "src/chargePoints.js": `export class ChargePoints {
  #db;

  constructor(db) {
    this.#db = db;
  }

  all() {
    return this.#db.prepare("SELECT code, street FROM charge_points WHERE deleted_at IS NULL ORDER BY code").all();
  }

  byCode(code) {
    return this.#db.prepare("SELECT * FROM charge_points WHERE code = ? AND deleted_at IS NULL").get(code);
  }

  remove(code) {
    this.#db.prepare("UPDATE charge_points SET deleted_at = ? WHERE code = ?").run(new Date().toISOString(), code);
  }
}
`,
    "src/index.js": `import express from "express";
import { ChargePoints } from "./chargePoints.js";
import { openDatabase } from "./db.js";

const points = new ChargePoints(openDatabase());
const app = express();

app.get("/charge-points", (req, res) => res.json(points.all()));

app.get("/charge-points/:code", (req, res) => {
  const point = points.byCode(req.params.code);
  if (!point) return res.status(404).json({ error: "charge point not found" });
  res.json(point);
});

app.delete("/charge-points/:code", (req, res) => {
  points.remove(req.params.code);
  res.status(204).end();
});

app.listen(process.env.PORT ?? 3000);
`,
    "points.http": `### all
GET http://localhost:PORT_OF_api/charge-points

### station
GET http://localhost:PORT_OF_api/charge-points/CP-018

### QR code on the post behind the cinema
# @name cinema
GET http://localhost:PORT_OF_api/charge-points/CP-017
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["points.http#cinema"],
  facts: [
    "GET /charge-points 200",
    "GET /charge-points/CP-018 200",
    "GET /charge-points/CP-017 404",
    "GET /charge-points/CP-999 404",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["deleted"],
    links: [
      { file: "src/chargePoints.js", text: "WHERE code = ? AND deleted_at IS NULL" },
      { file: "db/seeds/dev.sql", text: "CP-017" },
    ],
  },
};

/** Chargers for cars: roaming between companies and the chargers themselves. */
export const chargers: readonly Scenario[] = [roaming, charger];
