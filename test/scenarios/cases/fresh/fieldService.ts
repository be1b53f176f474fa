import type { Scenario } from "../../scenario.ts";

const work: Scenario = {
  name: "work-order-of-a-fitter",
  files: {
    "package.json": `{ "name": "field-service", "private": true, "type": "module", "dependencies": { "fastify": "^5.3.0" } }
`,
    "app/build.js": `import Fastify from "fastify";
import { depots } from "./routes/depots.js";
import { workOrders } from "./routes/workOrders.js";

const routes = [depots, workOrders];

export function build(options = {}) {
  const app = Fastify(options);
  app.register(
    async (api) => {
      for (const group of routes) for (const route of group) api.route(route);
    },
    { prefix: "/fieldService" },
  );
  return app;
}
`,
    "app/routes/depots.js": `export const depots = [
  { method: "GET", url: "/depots", handler: async () => [{ code: "D1", town: "Olpe" }] },
];
`,
    "app/routes/workOrders.js": `const orders = { 88120: { fitter: "Kemal", what: "pump" }, 88121: { fitter: "Ute", what: "valve" } };

export const workOrders = [
  { method: "GET", url: "/workOrders", handler: async () => Object.keys(orders) },
  {
    method: "GET",
    url: "/workOrders/:number",
    handler: async (request, reply) => orders[request.params.number] ?? reply.code(404).send({ error: "unknown work order" }),
  },
];
`,
    "server.js": `import { build } from "./app/build.js";

await build({ routerOptions: { ignoreTrailingSlash: true } }).listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "tablet/requests.http": `@tablet = http://localhost:PORT_OF_field/fieldService

### depots
GET {{tablet}}/depots

### the pump
# @name pump
GET {{tablet}}/workorders/88120
`,
  },
  servers: [{ name: "field", entry: "server.js" }],
  ask: ["tablet/requests.http#pump"],
  facts: [
    "GET /fieldService/depots 200",
    "GET /fieldService/workorders/88120 404",
    "GET /fieldService/workOrders/88120 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["case"],
    links: [
      { file: "app/routes/workOrders.js", text: 'url: "/workOrders/:number"' },
      { file: "tablet/requests.http", text: "/workorders/88120" },
    ],
    fixes: [{ url: "/fieldService/workOrders/88120" }],
  },
};

/** With the fitters on the road. */
export const fieldService: readonly Scenario[] = [work];
