import type { Scenario } from "../../scenario.ts";

const stops: Scenario = {
  name: "stops-of-the-blue-van",
  files: {
    "package.json": `{ "name": "vans", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "src/main.ts": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { vans } from "./vans.ts";

const app = new Hono();
app.get("/", (c) => c.text("vans"));
app.route("/vans", vans);

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8787) });
`,
    "src/vans.ts": `import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";

const stopsOf: Record<string, string[]> = {
  "blue-1": ["Harbour Road", "Mill Lane"],
  "pink-2": ["Station Square"],
};

export const vans = new Hono()
  .get("/", (c) => c.json(Object.keys(stopsOf)))
  .get("/:van/stops", (c) => {
    const stops = stopsOf[c.req.param("van")];
    if (!stops) throw new HTTPException(404, { message: "van not found" });
    return c.json(stops);
  });
`,
    "http-client.env.json": `{
  "local": {
    "host": "http://localhost:PORT_OF_vans",
    "van": "blue-1 "
  }
}
`,
    "vans.http": `### Stops
# @name stops
GET {{host}}/vans/{{van}}/stops
Accept: application/json
`,
  },
  servers: [{ name: "vans", entry: "src/main.ts" }],
  ask: ["vans.http#stops", "--env", "local"],
  facts: ["GET /vans/blue-1%20/stops 404", "GET /vans/blue-1/stops 200", "GET /vans 200"],
  truth: {
    outcome: "not-found",
    kinds: ["stray-characters"],
    links: [
      { file: "http-client.env.json", text: '"van":' },
      { file: "vans.http", text: "{{van}}" },
    ],
    fixes: [{ url: "/vans/blue-1/stops" }],
  },
};

const flavours: Scenario = {
  name: "scoops-and-flavours",
  files: {
    "package.json": `{ "name": "scoops", "type": "module", "dependencies": { "fastify": "^5.0.0" } }
`,
    "server/app.ts": `import Fastify from "fastify";
import { flavourRoutes } from "./flavours.ts";
import { orderRoutes } from "./orders.ts";

const app = Fastify();
app.register(flavourRoutes, { prefix: "/api" });
app.register(orderRoutes, { prefix: "/api" });

await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "server/flavours.ts": `import type { FastifyInstance } from "fastify";

const flavours = [
  { id: 1, name: "Pistachio", vegan: false },
  { id: 2, name: "Blood orange", vegan: true },
];

export async function flavourRoutes(app: FastifyInstance) {
  app.get("/flavours", async () => flavours);
  app.get<{ Params: { id: string } }>("/flavours/:id", async (request, reply) => {
    const flavour = flavours.find(({ id }) => id === Number(request.params.id));
    return flavour ?? reply.code(404).send({ error: "Flavour not found" });
  });
}
`,
    "server/orders.ts": `import type { FastifyInstance } from "fastify";

export async function orderRoutes(app: FastifyInstance) {
  app.get("/orders", async () => []);
  app.post("/orders", async (request, reply) => reply.code(201).send(request.body));
}
`,
    "web/api.ts": `const root = "http://localhost:PORT_OF_api/api";

export async function loadFlavours() {
  const response = await fetch(\`\${root}/flavors\`);
  if (!response.ok) throw new Error("could not load");
  return response.json();
}

export async function loadOrders() {
  const response = await fetch(\`\${root}/orders\`);
  return response.json();
}
`,
  },
  servers: [{ name: "api", entry: "server/app.ts" }],
  ask: ["--url", "http://localhost:PORT_OF_api/api/flavors"],
  facts: ["GET /api/flavors 404", "GET /api/flavours 200", "GET /api/orders 200"],
  truth: {
    outcome: "not-found",
    kinds: ["path-typo"],
    links: [
      { file: "web/api.ts", text: "/flavors" },
      { file: "server/flavours.ts", text: 'app.get("/flavours"' },
    ],
    fixes: [{ url: "/api/flavours" }],
  },
};

const recipes: Scenario = {
  name: "recipe-with-sea-salt",
  files: {
    "package.json": `{ "name": "recipes", "type": "module", "dependencies": { "hono": "^4.6.0", "@hono/node-server": "^1.13.0" } }
`,
    "index.js": `import { serve } from "@hono/node-server";
import { Hono } from "hono";
import { bySlug, listRecipes } from "./recipes.js";

const app = new Hono();

app.get("/recipes", (c) => c.json(listRecipes()));
app.get("/recipes/:slug", (c) => {
  const recipe = bySlug(c.req.param("slug"));
  if (!recipe) return c.json({ error: "recipe_not_found" }, 404);
  return c.json(recipe);
});

serve({ fetch: app.fetch, port: Number(process.env.PORT ?? 3000) });
`,
    "recipes.js": `const recipes = [
  { id: 11, slug: "lemon-sorbet", title: "Lemon sorbet", previousSlugs: [] },
  { id: 12, slug: "sea-salt-caramel", title: "Sea salt caramel", previousSlugs: ["salted-toffee"] },
  { id: 13, slug: "stracciatella", title: "Stracciatella", previousSlugs: [] },
];

export const listRecipes = () => recipes;
export const bySlug = (slug) => recipes.find((recipe) => recipe.slug === slug);
`,
    "recipes.http": `@base = http://localhost:PORT_OF_recipes

### All
GET {{base}}/recipes

### Toffee
# @name toffee
GET {{base}}/recipes/salted-toffee
`,
  },
  servers: [{ name: "recipes", entry: "index.js" }],
  ask: ["recipes.http#toffee"],
  facts: ["GET /recipes/salted-toffee 404", "GET /recipes/sea-salt-caramel 200", "GET /recipes 200"],
  truth: {
    outcome: "not-found",
    kinds: ["renamed-slug"],
    links: [
      { file: "recipes.js", text: 'slug: "sea-salt-caramel"' },
      { file: "recipes.js", text: "export const bySlug" },
      { file: "index.js", text: 'app.get("/recipes/:slug"' },
      { file: "recipes.http", text: "/recipes/salted-toffee" },
    ],
    fixes: [{ url: "/recipes/sea-salt-caramel" }],
  },
};

/** Ice-cream vans: the stops of one, flavours in two spellings, a recipe under a new name. */
export const iceCreamVans: readonly Scenario[] = [stops, flavours, recipes];
