import type { Scenario } from "../../scenario.ts";

const pallet: Scenario = {
  name: "pallet-in-a-cold-store",
  files: {
    "package.json": `{
  "name": "cold-stores",
  "private": true,
  "type": "module",
  "dependencies": { "@hapi/hapi": "^21.4.0" }
}
`,
    "deploy/sites.yaml": `sites:
  rotterdam:
    url: http://localhost:PORT_OF_rotterdam
    docks: 12
  gdansk:
    url: http://localhost:PORT_OF_gdansk
    docks: 5
`,
    "server.js": `import Hapi from "@hapi/hapi";
import { palletsOf } from "./pallets.js";

const pallets = palletsOf(process.env.SITE ?? "rotterdam");
const server = Hapi.server({ port: process.env.PORT ?? 3000, host: "localhost" });

server.route([
  { method: "GET", path: "/pallets", handler: () => Object.keys(pallets) },
  {
    method: "GET",
    path: "/pallets/{sscc}",
    handler: ({ params }, h) => pallets[params.sscc] ?? h.response({ error: "no such pallet in this store" }).code(404),
  },
]);

await server.start();
`,
    "pallets.js": `const stores = {
  rotterdam: { "PAL-6001": { goods: "peas", celsius: -20 } },
  gdansk: { "PAL-7040": { goods: "herring", celsius: -24 } },
};

export const palletsOf = (site) => stores[site];
`,
    "docks/today.http": `@store = http://localhost:PORT_OF_rotterdam

### peas
GET {{store}}/pallets/PAL-6001

### herring for the evening lorry
# @name herring
GET {{store}}/pallets/PAL-7040
`,
  },
  servers: [
    { name: "rotterdam", entry: "server.js", env: { SITE: "rotterdam" } },
    { name: "gdansk", entry: "server.js", env: { SITE: "gdansk" } },
  ],
  ask: ["docks/today.http#herring"],
  facts: [
    "rotterdam:GET /pallets/PAL-6001 200",
    "rotterdam:GET /pallets/PAL-7040 404",
    "gdansk:GET /pallets/PAL-7040 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["wrong-region", "wrong-tenant", "wrong-environment"],
    links: [
      { file: "deploy/sites.yaml", text: "gdansk:" },
      { file: "deploy/sites.yaml", text: "PORT_OF_gdansk" },
      { file: "docks/today.http", text: "@store" },
      { file: "pallets.js", text: '"PAL-7040"' },
    ],
    fixes: [{ url: "http://localhost:PORT_OF_gdansk/pallets/PAL-7040" }],
  },
};

/** In the cold stores. */
export const coldStores: readonly Scenario[] = [pallet];
