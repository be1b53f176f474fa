import type { Scenario } from "../../scenario.ts";

const album: Scenario = {
  name: "album-of-a-wedding",
  files: {
    "package.json": `{ "name": "albums", "type": "module", "dependencies": { "fastify": "^5.2.0" } }
`,
    "src/index.js": `import Fastify from "fastify";
import { albums } from "./albums.js";

const app = Fastify();
app.setErrorHandler((error, request, reply) => reply.code(error.statusCode ?? 500).send({ error: error.message }));
app.setNotFoundHandler((request, reply) => reply.code(404).send({ error: "not found" }));
app.register(albums, { prefix: "/albums" });
await app.listen({ port: Number(process.env.PORT ?? 3000) });
`,
    "src/albums.js": `const held = { "lena-and-tom": ["0001.jpg", "0002.jpg"], "summer-fair": ["a.jpg"] };

export async function albums(app) {
  app.get("/:slug", async ({ params }, reply) => {
    const photos = held[params.slug];
    if (!photos) {
      reply.code(404);
      return { error: "not found" };
    }
    return { slug: params.slug, photos };
  });

  app.get("/:slug/cover", async ({ params }) => ({ url: \`/static/\${params.slug}/\${held[params.slug]?.[0]}\` }));
}
`,
    "mails/ready.txt": `Dear {{name}},

your album is ready: https://photos.example.test/albums/{{slug}}/

Your photographer
`,
    "albums.http": `@albums = http://localhost:PORT_OF_api/albums/

### cover
GET {{albums}}lena-and-tom/cover

### as it is in the mail
# @name mail
GET {{albums}}lena-and-tom/
`,
  },
  servers: [{ name: "api", entry: "src/index.js" }],
  ask: ["albums.http#mail"],
  facts: [
    "GET /albums/lena-and-tom 200",
    "GET /albums/lena-and-tom/ 404",
    "GET /albums/none 404",
    "GET /albums/lena-and-tom/cover 200",
  ],
  truth: {
    outcome: "not-found",
    kinds: ["trailing-slash"],
    links: [{ file: "src/albums.js", text: 'app.get("/:slug", async' }],
    fixes: [{ url: "/albums/lena-and-tom" }],
  },
};

const print: Scenario = {
  name: "print-of-a-photo",
  files: {
    "package.json": `{ "name": "prints", "type": "module", "dependencies": { "koa": "^3.0.0", "@koa/router": "^15.0.0" } }
`,
    "src/routes.json": `[
  ["GET", "/prints", "prints.index"],
  ["GET", "/prints/:print", "prints.show"],
  ["GET", "/prints/:print/shipment", "shipments.show"],
  ["GET", "/papers", "papers.index"]
]
`,
    "src/dispatch.js": `import { readFileSync } from "node:fs";
import Router from "@koa/router";
import * as controllers from "./controllers/index.js";

const table = JSON.parse(readFileSync(new URL("./routes.json", import.meta.url), "utf8"));

export function buildRouter() {
  const router = new Router({ prefix: "/api" });
  for (const [method, path, target] of table) {
    const [controller, action] = target.split(".");
    router.register(path, [method], async (ctx, next) => {
      const run = controllers[controller]?.[action];
      return run ? run(ctx) : next();
    });
  }
  return router;
}
`,
    "src/app.js": `import Koa from "koa";
import { buildRouter } from "./dispatch.js";

const app = new Koa();
app.use(buildRouter().routes());
app.use((ctx) => {
  ctx.status = 404;
  ctx.body = { error: "not_found" };
});
app.listen(Number(process.env.PORT ?? 3000));
`,
    "src/controllers/index.js": `export * as papers from "./papers.js";
export * as prints from "./prints.js";
export * as shipments from "./shipments.js";
`,
    "src/controllers/papers.js": `export const index = (ctx) => {
  ctx.body = ["matt", "glossy"];
};
`,
    "src/controllers/prints.js": `const prints = { "p-12": { paper: "matt", size: "30x40" } };

export const index = (ctx) => {
  ctx.body = Object.keys(prints);
};

export const show = (ctx) => {
  ctx.body = prints[ctx.params.print] ?? ctx.throw(404);
};
`,
    "src/controllers/shipments.js": `export const track = (ctx) => {
  ctx.body = { carrier: "post", print: ctx.params.print };
};
`,
    "prints.http": `@api = http://localhost:PORT_OF_api/api

### papers
GET {{api}}/papers

### print
GET {{api}}/prints/p-12

### where is it
# @name where
GET {{api}}/prints/p-12/shipment
`,
  },
  servers: [{ name: "api", entry: "src/app.js" }],
  ask: ["prints.http#where"],
  facts: ["GET /api/papers 200", "GET /api/prints/p-12 200", "GET /api/prints/p-12/shipment 404"],
  truth: {
    outcome: "not-found",
    kinds: ["missing-handler"],
    links: [
      { file: "src/routes.json", text: "shipments.show" },
      { file: "src/controllers/shipments.js", text: "export const track" },
      { file: "src/dispatch.js", text: "router.register(" },
    ],
  },
};

/** Photos: albums and prints. */
export const photos: readonly Scenario[] = [album, print];
