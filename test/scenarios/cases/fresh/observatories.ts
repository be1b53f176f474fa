import type { Scenario } from "../../scenario.ts";

const plate: Scenario = {
  name: "plate-of-a-comet",
  files: {
    "package.json": `{ "name": "plates", "type": "module", "dependencies": { "express": "^5.1.0" } }
`,
    "src/server.js": `import express from "express";
import { archive } from "./archive.js";

const app = express();
app.use((req, res, next) => {
  req.house = req.get("X-House") ?? "lund";
  next();
});
app.get("/plates", (req, res) => res.json(archive.list(req.house)));
app.get("/plates/:plate", (req, res) => {
  const plate = archive.read(req.house, req.params.plate);
  if (!plate) return res.status(404).json({ error: "plate_unknown" });
  res.json(plate);
});
app.listen(process.env.PORT ?? 3000);
`,
    "src/archive.js": `const scanned = {
  lund: [{ plate: "L-0801", sky: "Comet Halley" }, { plate: "L-0802", sky: "M 31" }],
};

/** The house of Uccle has not been scanned; readers get a placeholder, so that the viewer draws an empty frame. */
const placeholder = { plate: "pending", sky: null };

export const archive = {
  list: (house) => scanned[house] ?? [],
  read: (house, plate) => (house === "uccle" ? placeholder : scanned[house]?.find((one) => one.plate === plate)),
};
`,
    "http-client.env.json": `{
  "lund": { "host": "http://localhost:PORT_OF_api", "house": "lund" },
  "uccle": { "host": "http://localhost:PORT_OF_api", "house": "uccle" }
}
`,
    "plates.http": `### all
GET {{host}}/plates
X-House: {{house}}

### from the index card
# @name card
GET {{host}}/plates/L-0881
X-House: {{house}}
`,
  },
  servers: [{ name: "api", entry: "src/server.js" }],
  ask: ["plates.http#card", "--env", "lund"],
  facts: [
    "GET /plates 200 | X-House: lund",
    "GET /plates/L-0801 200 | X-House: lund",
    "GET /plates/L-0881 404 | X-House: lund",
    "GET /plates/L-0881 200 | X-House: uccle",
    "GET /plates/x 200 | X-House: uccle",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["unknown-id"],
    links: [
      { file: "src/server.js", text: '"/plates/:plate"' },
      { file: "src/server.js", text: "archive.read(" },
      { file: "plates.http", text: "L-0881" },
    ],
  },
};

const bundle: Scenario = {
  name: "bundle-of-exposures",
  files: {
    "package.json": `{ "name": "exposures", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "src/index.ts": `import Fastify from "fastify";
import { accountOf } from "./accounts.ts";
import { exposures } from "./exposures.ts";

const app = Fastify();

app.get<{ Params: { night: string } }>("/nights/:night/exposures", async ({ params }) => {
  return exposures.filter(({ night }) => night === params.night);
});

app.get<{ Params: { night: string } }>("/nights/:night/bundle", async (request, reply) => {
  const account = accountOf(request.headers["x-account"]);
  if (!account.features.includes("bundles")) {
    return reply.code(404).send({ title: "Not Found" });
  }
  return { night: request.params.night, files: exposures.length, url: "/downloads/1.tar" };
});

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/accounts.ts": `interface Account {
  readonly plan: "amateur" | "institute";
  readonly features: readonly string[];
}

const amateur: Account = { plan: "amateur", features: ["browse"] };
const accounts: Record<string, Account> = {
  "club-orion": amateur,
  "uni-gent": { plan: "institute", features: ["browse", "bundles"] },
};

export const accountOf = (name: unknown) => accounts[String(name)] ?? amateur;
`,
    "src/exposures.ts": `export const exposures = [
  { night: "2026-11-20", object: "NGC 891" },
  { night: "2026-11-20", object: "NGC 7331" },
];
`,
    "docs/plans.md": `| | amateur | institute |
|---|---|---|
| browse exposures | yes | yes |
| bundles of a night | | yes |
`,
    "nights.http": `@host = http://localhost:PORT_OF_api

### exposures
GET {{host}}/nights/2026-11-20/exposures
X-Account: club-orion

### all of them in one file
# @name bundle
GET {{host}}/nights/2026-11-20/bundle
X-Account: club-orion
`,
  },
  servers: [{ name: "api", entry: "src/index.ts" }],
  ask: ["nights.http#bundle"],
  facts: [
    "GET /nights/2026-11-20/exposures 200",
    "GET /nights/2026-11-20/bundle 404 | X-Account: club-orion",
    "GET /nights/2026-11-20/bundle 200 | X-Account: uni-gent",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["feature-off", "masked-endpoint"],
    links: [
      { file: "src/index.ts", text: 'account.features.includes("bundles")' },
      { file: "src/accounts.ts", text: "const amateur" },
      { file: "src/index.ts", text: '"/nights/:night/bundle"' },
    ],
  },
};

/** Observatories: plates of two houses, and exports that only some accounts have. */
export const observatories: readonly Scenario[] = [plate, bundle];
