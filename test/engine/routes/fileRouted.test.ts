import { type Case, checkCases } from "./cases.ts";

const nitro: readonly Case[] = [
  {
    name: "reads the server folder and the pages of Nuxt",
    files: {
      "nuxt.config.ts": `export default defineNuxtConfig({ app: { baseURL: "/shop/" }, serverHandlers: [
        { route: "/ops/metrics", method: "get", handler: "~~/server/ops/metrics" },
        { route: "/ops/**:rest", handler: "./server/ops/any.ts" },
        { route: "", middleware: true, handler: "./server/ops/any.ts" } ] });`,
      "server/ops/metrics.ts": "export default defineEventHandler(() => 'up');",
      "server/ops/any.ts": "export default defineEventHandler(() => null);",
      "server/api/orders/index.get.ts": `export default defineEventHandler(async (event) => []);`,
      "server/api/orders/[id].ts": `import { find } from "~/server/store";
        export default defineEventHandler((event) => find(event.context.params.id));`,
      "server/api/[...slug].ts": "export default defineEventHandler(() => null);",
      "server/routes/feed.xml.ts": "export default eventHandler(() => '<rss/>');",
      "server/routes/(internal)/health.head.ts": "export default function () {}",
      "server/middleware/log.ts": "export default defineEventHandler(() => {});",
      "pages/index.vue": "<template/>",
      "app/pages/users/[[id]].vue": "<template/>",
    },
    table: `
      ANY /shop/api/{slug*} server/api/[...slug].ts:1
      ANY /shop/api/orders/{id} server/api/orders/[id].ts:2
      GET /shop/api/orders server/api/orders/index.get.ts:1
      HEAD /shop/health server/routes/(internal)/health.head.ts:1
      ANY /shop/feed.xml server/routes/feed.xml.ts:1
      GET /shop/ops/metrics nuxt.config.ts:2 -> server/ops/metrics.ts:1
      ANY /shop/ops/{rest*} nuxt.config.ts:3 -> server/ops/any.ts:1
      page GET /shop/users/{id} app/pages/users/[[id]].vue:1
      page GET /shop pages/index.vue:1`,
  },
  {
    name: "reads the routes of Nitro alone, under its source folder",
    files: {
      "package.json": `{ "dependencies": { "nitropack": "2" } }`,
      "nitro.config.ts": `import { defineNitroConfig } from "nitropack/config"; export default defineNitroConfig({ srcDir: "server" });`,
      "server/routes/index.ts": "export default defineEventHandler(() => 'x');",
      "server/api/test.dev.ts": "export default defineEventHandler(() => 'x');",
      "server/api/users/[id]/posts/[post].delete.ts": "export default defineEventHandler(() => 'x');",
    },
    table: `
      ANY /api/test server/api/test.dev.ts:1
      DELETE /api/users/{id}/posts/{post} server/api/users/[id]/posts/[post].delete.ts:1
      ANY / server/routes/index.ts:1`,
  },
];

const svelteKit: readonly Case[] = [
  {
    name: "reads servers, pages, actions, groups, matchers and the base path",
    files: {
      "svelte.config.js": `import adapter from "@sveltejs/adapter-node";
        const config = { kit: { adapter: adapter(), paths: { base: "/app" } } }; export default config;`,
      "src/routes/+page.svelte": "<h1/>",
      "src/routes/api/orders/[id=integer]/+server.ts": `import { json } from "@sveltejs/kit";
        export const GET = async ({ params }) => json(params);
        export function DELETE() { return new Response(null, { status: 204 }); }`,
      "src/routes/api/[...path]/+server.js": "export function fallback() { return new Response(); }",
      "src/routes/(auth)/login/+page.server.ts": "export const actions = { default: async () => {} };",
      "src/routes/(auth)/login/+page.svelte": "<form/>",
      "src/routes/[[lang]]/about/+page@.svelte": "<p/>",
      "src/routes/.well-known/[x+3a]/+server.ts": "export const POST = () => new Response();",
    },
    table: `
      POST /app/login src/routes/(auth)/login/+page.server.ts:1
      POST /app/.well-known/: src/routes/.well-known/[x+3a]/+server.ts:1
      ANY /app/api/{path*} src/routes/api/[...path]/+server.js:1
      GET /app/api/orders/{id} src/routes/api/orders/[id=integer]/+server.ts:2
      DELETE /app/api/orders/{id} src/routes/api/orders/[id=integer]/+server.ts:3
      page GET /app/login src/routes/(auth)/login/+page.svelte:1
      page GET /app src/routes/+page.svelte:1
      page GET /app/{lang}/about src/routes/[[lang]]/about/+page@.svelte:1`,
  },
];

const reactRouter: readonly Case[] = [
  {
    name: "reads flat file names: parameters, splats, layouts, escapes and optional parts",
    files: {
      "package.json": `{ "dependencies": { "@remix-run/node": "2" } }`,
      "app/routes/_index.tsx": "export default function Home() { return null; }",
      "app/routes/_auth.tsx": "export default function Layout() { return null; }",
      "app/routes/_auth.login.tsx":
        "export async function action() {} export default function Login() { return null; }",
      "app/routes/users.tsx": "export default function Layout() { return null; }",
      "app/routes/users._index.tsx": "export default function Users() { return null; }",
      "app/routes/users.$id_.edit/route.tsx": "export const loader = () => 1; export default () => null;",
      "app/routes/api.orders.$id.ts": `import { json } from "@remix-run/node";
        export const loader = () => json({});`,
      "app/routes/sitemap[.]xml.ts": "export function loader() {}",
      "app/routes/($lang).terms.tsx": "export default () => null;",
      "app/routes/files.$.ts": "export async function loader() {}",
    },
    table: `
      listed page GET /{lang}/terms app/routes/($lang).terms.tsx:1
      listed page GET /terms app/routes/($lang).terms.tsx:1
      POST /login app/routes/_auth.login.tsx:1
      PUT /login app/routes/_auth.login.tsx:1
      PATCH /login app/routes/_auth.login.tsx:1
      DELETE /login app/routes/_auth.login.tsx:1
      listed page GET /login app/routes/_auth.login.tsx:1
      listed page GET / app/routes/_index.tsx:1
      GET /api/orders/{id} app/routes/api.orders.$id.ts:2
      GET /files/{splat*} app/routes/files.$.ts:1
      GET /sitemap.xml app/routes/sitemap[.]xml.ts:1
      listed page GET /users/{id}/edit app/routes/users.$id_.edit/route.tsx:1
      listed page GET /users app/routes/users._index.tsx:1`,
  },
  {
    name: "reads app/routes.ts: nested routes, layouts, prefixes and an index",
    files: {
      "package.json": `{ "devDependencies": { "@react-router/dev": "7" } }`,
      "app/routes.ts": `import { type RouteConfig, index, layout, prefix, route } from "@react-router/dev/routes";
        export default [
          index("./home.tsx"),
          layout("./auth/layout.tsx", [route("login", "./auth/login.tsx")]),
          ...prefix("api", [
            route("orders/:id", "./api/order.ts"),
          ]),
          route("docs", "./docs.tsx", [index("./home.tsx"), route("*", "./page.tsx")]),
        ] satisfies RouteConfig;`,
      "app/home.tsx": "export default () => null;",
      "app/auth/login.tsx": "export default () => null; export async function action() {}",
      "app/api/order.ts": "export async function loader() {}",
      "app/docs.tsx": "export default () => null;",
      "app/page.tsx": "export default () => null;",
    },
    table: `
      listed page GET / app/routes.ts:3 -> app/home.tsx:1
      listed page GET /login app/routes.ts:4 -> app/auth/login.tsx:1
      POST /login app/routes.ts:4 -> app/auth/login.tsx:1
      PUT /login app/routes.ts:4 -> app/auth/login.tsx:1
      PATCH /login app/routes.ts:4 -> app/auth/login.tsx:1
      DELETE /login app/routes.ts:4 -> app/auth/login.tsx:1
      GET /api/orders/{id} app/routes.ts:6 -> app/api/order.ts:1
      listed page GET /docs app/routes.ts:8 -> app/home.tsx:1
      listed page GET /docs/{splat*} app/routes.ts:8 -> app/page.tsx:1`,
  },
  {
    name: "reads the base and the folder of a project from react-router.config",
    files: {
      "package.json": `{ "devDependencies": { "@react-router/dev": "7" } }`,
      "react-router.config.ts": `import type { Config } from "@react-router/dev/config";
        export default { basename: "/desk/", appDirectory: "web" } satisfies Config;`,
      "web/routes.ts": `import { index, route } from "@react-router/dev/routes";
        export default [index("home.tsx"), route("search", "search.ts")];`,
      "web/home.tsx": "export default () => null;",
      "web/search.ts": "export const loader = () => 1;",
    },
    table: `
      listed page GET /desk web/routes.ts:2 -> web/home.tsx:1
      GET /desk/search web/routes.ts:2 -> web/search.ts:1`,
  },
];

checkCases("Nuxt and Nitro", nitro);
checkCases("SvelteKit", svelteKit);
checkCases("Remix and React Router", reactRouter);
