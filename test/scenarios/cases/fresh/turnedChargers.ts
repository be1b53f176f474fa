import type { Scenario } from "../../scenario.ts";
import { chargers } from "./chargers.ts";
import { turnsOf } from "./turn.ts";

const vary = turnsOf([...chargers]);
const plugins = `import { roaming } from "./plugins/roaming.ts";
import { sessions } from "./plugins/sessions.ts";
import { tariffs } from "./plugins/tariffs.ts";
`;
const start = `await app.listen({ port: Number(process.env.PORT ?? 3000) });\n`;

/** Chargers and their roaming, one thing turned in each. */
export const turnedChargers: readonly Scenario[] = [
  vary(
    "roaming-to-another-company",
    "turned-feature-const",
    {
      "src/modules.ts": null,
      "src/features.ts": "export const features = {\n  sessions: true,\n  roaming: false,\n};\n",
      "src/main.ts": `import Fastify from "fastify";
import { features } from "./features.ts";
${plugins}
const app = Fastify();
app.register(tariffs, { prefix: "/ocpi/2.2/tariffs" });
if (features.sessions) app.register(sessions, { prefix: "/ocpi/2.2/sessions" });
if (features.roaming) app.register(roaming, { prefix: "/ocpi/2.2/roaming" });
${start}`,
    },
    {
      facts: ["GET /ocpi/2.2/tariffs 200", "GET /ocpi/2.2/roaming/partners 404"],
      truth: {
        links: [
          { file: "src/features.ts", text: "roaming: false" },
          { file: "src/main.ts", text: "features.roaming" },
          { file: "src/plugins/roaming.ts", text: '"/partners"' },
        ],
      },
    },
  ),
  vary(
    "roaming-to-another-company",
    "turned-feature-yaml",
    {
      "src/modules.ts": null,
      "config/features.yaml": "features:\n  sessions:\n    enabled: true\n  roaming:\n    enabled: false\n",
      "src/config.ts": `import { readFileSync } from "node:fs";

const text = readFileSync(new URL("../config/features.yaml", import.meta.url), "utf8");

export const isEnabled = (feature: string) => new RegExp(\`\${feature}:\\\\s+enabled: true\`).test(text);
`,
      "src/main.ts": `import Fastify from "fastify";
import { isEnabled } from "./config.ts";
${plugins}
const app = Fastify();
app.register(tariffs, { prefix: "/ocpi/2.2/tariffs" });
if (isEnabled("sessions")) app.register(sessions, { prefix: "/ocpi/2.2/sessions" });
if (isEnabled("roaming")) app.register(roaming, { prefix: "/ocpi/2.2/roaming" });
${start}`,
    },
    {
      facts: ["GET /ocpi/2.2/tariffs 200", "GET /ocpi/2.2/sessions 200", "GET /ocpi/2.2/roaming/partners 404"],
      truth: {
        links: [
          { file: "config/features.yaml", text: "roaming:" },
          { file: "src/main.ts", text: 'isEnabled("roaming")' },
          { file: "src/plugins/roaming.ts", text: '"/partners"' },
        ],
      },
    },
  ),
  vary(
    "roaming-to-another-company",
    "turned-feature-handler",
    {
      "src/modules.ts": null,
      "src/main.ts": `import Fastify from "fastify";
${plugins}
const app = Fastify();
app.register(tariffs, { prefix: "/ocpi/2.2/tariffs" });
app.register(sessions, { prefix: "/ocpi/2.2/sessions" });
app.register(roaming, { prefix: "/ocpi/2.2/roaming" });
${start}`,
      "src/plugins/roaming.ts": `import type { FastifyPluginAsync } from "fastify";

export const roaming: FastifyPluginAsync = async (app) => {
  app.addHook("onRequest", async (_request, reply) => {
    if (process.env.ROAMING_ENABLED !== "true") return reply.callNotFound();
  });
  app.get("/partners", async () => [{ party: "NL-TNM" }]);
};
`,
    },
    {
      truth: {
        links: [
          { file: "src/plugins/roaming.ts", text: "ROAMING_ENABLED" },
          { file: "src/plugins/roaming.ts", text: '"/partners"' },
        ],
      },
    },
  ),
  vary(
    "charger-behind-the-cinema",
    "turned-deleted-map",
    {
      "db/migrations/001_charge_points.sql": null,
      "db/migrations/002_soft_delete.sql": null,
      "db/seeds/dev.sql": null,
      "src/db.js": `export const openDatabase = () =>
  new Map([
    ["CP-016", { code: "CP-016", street: "Harbour road 2", deletedAt: null }],
    ["CP-017", { code: "CP-017", street: "Cinema lane 9", deletedAt: "2026-09-30T06:00:00Z" }],
    ["CP-018", { code: "CP-018", street: "Station square", deletedAt: null }],
  ]);
`,
      "src/chargePoints.js": `export class ChargePoints {
  #rows;

  constructor(rows) {
    this.#rows = rows;
  }

  all() {
    return [...this.#rows.values()].filter((row) => row.deletedAt === null);
  }

  byCode(code) {
    const row = this.#rows.get(code);
    return row?.deletedAt === null ? row : undefined;
  }

  remove(code) {
    this.#rows.get(code).deletedAt = new Date().toISOString();
  }
}
`,
    },
    {
      truth: {
        links: [
          { file: "src/chargePoints.js", text: "row?.deletedAt" },
          { file: "src/db.js", text: '"CP-017"' },
        ],
      },
    },
  ),
  vary(
    "charger-behind-the-cinema",
    "turned-deleted-removed-at",
    {
      "db/migrations/002_soft_delete.sql": "ALTER TABLE charge_points ADD COLUMN removed INTEGER NOT NULL DEFAULT 0;\n",
      "db/seeds/dev.sql": `INSERT INTO charge_points VALUES (1, 'CP-016', 'Harbour road 2', 22, 0);
INSERT INTO charge_points VALUES (2, 'CP-017', 'Cinema lane 9', 50, 1);
INSERT INTO charge_points VALUES (3, 'CP-018', 'Station square', 150, 0);
`,
      "src/chargePoints.js": `export class ChargePoints {
  #db;

  constructor(db) {
    this.#db = db;
  }

  all() {
    return this.#db.prepare("SELECT code, street FROM charge_points WHERE NOT removed ORDER BY code").all();
  }

  byCode(code) {
    const row = this.#db.prepare("SELECT * FROM charge_points WHERE code = ?").get(code);
    return row?.removed ? undefined : row;
  }

  remove(code) {
    this.#db.prepare("UPDATE charge_points SET removed = 1 WHERE code = ?").run(code);
  }
}
`,
    },
    {
      truth: {
        links: [
          { file: "src/chargePoints.js", text: "row?.removed" },
          { file: "db/seeds/dev.sql", text: "CP-017" },
        ],
      },
    },
  ),
  vary(
    "charger-behind-the-cinema",
    "turned-deleted-query-builder",
    {
      "src/db.js": `const rows = {
  charge_points: [
    { code: "CP-016", street: "Harbour road 2", deleted_at: null },
    { code: "CP-017", street: "Cinema lane 9", deleted_at: "2026-09-30" },
    { code: "CP-018", street: "Station square", deleted_at: null },
  ],
};
const select = (table, filters) => ({
  where: (field, value) => select(table, [...filters, (row) => row[field] === value]),
  whereNull: (field) => select(table, [...filters, (row) => row[field] === null]),
  all: () => rows[table].filter((row) => filters.every((filter) => filter(row))),
  first: () => rows[table].find((row) => filters.every((filter) => filter(row))),
});

export const openDatabase = () => (table) => select(table, []);
`,
      "src/chargePoints.js": `export class ChargePoints {
  #db;

  constructor(db) {
    this.#db = db;
  }

  #alive() {
    return this.#db("charge_points").whereNull("deleted_at");
  }

  all() {
    return this.#alive().all();
  }

  byCode(code) {
    return this.#alive().where("code", code).first();
  }

  remove() {}
}
`,
      "db/migrations/001_charge_points.sql": null,
      "db/migrations/002_soft_delete.sql": null,
      "db/seeds/dev.sql": null,
    },
    {
      truth: {
        links: [
          { file: "src/chargePoints.js", text: 'whereNull("deleted_at")' },
          { file: "src/db.js", text: "CP-017" },
          { file: "src/chargePoints.js", text: '.where("code", code)' },
        ],
      },
    },
  ),
  vary(
    "charger-behind-the-cinema",
    "turned-deleted-no-seed",
    {
      "db/seeds/dev.sql":
        "INSERT INTO charge_points (code, street, power_kw) VALUES ('CP-016', 'Harbour road 2', 22);\nINSERT INTO charge_points (code, street, power_kw) VALUES ('CP-018', 'Station square', 150);\n",
    },
    { truth: { kinds: ["unknown-id"], links: [{ file: "src/index.js", text: 'app.get("/charge-points/:code"' }] } },
  ),
  vary(
    "charger-behind-the-cinema",
    "turned-deleted-view",
    {
      "db/migrations/002_soft_delete.sql":
        "ALTER TABLE charge_points ADD COLUMN deleted_at TEXT;\nCREATE VIEW live_charge_points AS SELECT * FROM charge_points WHERE deleted_at IS NULL;\n",
      "src/chargePoints.js": [
        [
          "SELECT code, street FROM charge_points WHERE deleted_at IS NULL ORDER BY code",
          "SELECT code, street FROM live_charge_points ORDER BY code",
        ],
        [
          "SELECT * FROM charge_points WHERE code = ? AND deleted_at IS NULL",
          "SELECT * FROM live_charge_points WHERE code = ?",
        ],
      ],
    },
    {
      truth: {
        links: [
          { file: "src/chargePoints.js", text: "live_charge_points WHERE code" },
          { file: "db/seeds/dev.sql", text: "CP-017" },
          { file: "db/migrations/002_soft_delete.sql", text: "CREATE VIEW" },
        ],
      },
    },
  ),
];
