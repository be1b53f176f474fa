import { type Case, checkCases } from "./cases.ts";

const vercel: readonly Case[] = [
  {
    name: "reads the functions below api, by their default exports and by those of methods",
    files: {
      "package.json": `{ "dependencies": { "@vercel/node": "5" } }`,
      "api/index.js": "module.exports = (req, res) => res.send('up');",
      "api/users/index.ts": `import type { VercelRequest, VercelResponse } from "@vercel/node";
        export default function handler(req: VercelRequest, res: VercelResponse) {
          if (req.method === "GET") return res.json([]);
          if (req.method === "POST") return res.status(201).end();
          return res.status(405).end();
        }`,
      "api/users/[id].ts": `export function GET(request: Request) { return Response.json({}); }
        export const DELETE = async () => new Response(null, { status: 204 });`,
      "api/files/[...path].mjs": "export default async function handler(req, res) { res.end(); }",
      "api/guarded.js": `import { allow } from "cors-of-ours";
        export default allow((req, res) => res.end());`,
      "api/web.ts": "export default { async fetch(request: Request) { return new Response('x'); } };",
      "api/_lib/store.ts": "export default function open() {}",
      "api/users/users.test.ts": "export default function test() {}",
      "api/client.ts": "export const get = (url: string) => fetch(url);",
      "lib/other.ts": "export default function other() {}",
    },
    table: `
      ANY /api/files/{path} api/files/[...path].mjs:1
      ANY /api/guarded api/guarded.js:2
      ANY /api api/index.js:1
      GET /api/users/{id} api/users/[id].ts:1
      DELETE /api/users/{id} api/users/[id].ts:2
      GET /api/users api/users/index.ts:2
      POST /api/users api/users/index.ts:2
      ANY /api/web api/web.ts:1`,
  },
  {
    name: "leaves what an application of its own serves to that, and is not there where nothing speaks of Vercel",
    files: {
      "site/vercel.json": `{ "rewrites": [{ "source": "/(.*)", "destination": "/api" }] }`,
      "site/api/index.ts": `import express from "express";
const app = express();
app.get("/ping", (req, res) => { res.send("pong"); });
export default app;`,
      "other/package.json": `{ "dependencies": { "react": "19" } }`,
      "other/api/users.ts": "export default function users() {}",
    },
    table: "GET /ping site/api/index.ts:3",
  },
];

const netlify: readonly Case[] = [
  {
    name: "reads the functions of the folder that netlify.toml names, at their names and at paths of their own",
    files: {
      "netlify.toml": `[build]
  publish = "dist"
[functions]
  directory = "server/functions"`,
      "server/functions/hello.js": "exports.handler = async () => ({ statusCode: 200 });",
      "server/functions/orders/orders.mts": `export default async (request: Request) => Response.json([]);
export const config = { path: ["/shop/orders", "/shop/orders/:id"], method: ["GET", "POST"] };`,
      "server/functions/orders/store.mts": "export default function store() {}",
      "server/functions/mail/index.ts": "export const handler = async () => ({ statusCode: 200 });",
      "server/functions/nightly.ts": `export default async () => {};
export const config = { schedule: "@daily" };`,
      "netlify/functions/unused.js": "exports.handler = async () => ({ statusCode: 200 });",
    },
    table: `
      ANY /.netlify/functions/hello server/functions/hello.js:1
      ANY /.netlify/functions/mail server/functions/mail/index.ts:1
      GET /shop/orders server/functions/orders/orders.mts:1
      POST /shop/orders server/functions/orders/orders.mts:1
      GET /shop/orders/{id} server/functions/orders/orders.mts:1
      POST /shop/orders/{id} server/functions/orders/orders.mts:1`,
  },
];

const cloudflarePages: readonly Case[] = [
  {
    name: "reads the functions of Pages by their methods, beside wrangler's file",
    files: {
      "web/wrangler.jsonc": `{ "name": "web", "pages_build_output_dir": "dist" }`,
      "web/functions/index.js": "export const onRequest = () => new Response('up');",
      "web/functions/_middleware.ts": "export const onRequest = ({ next }) => next();",
      "web/functions/api/todos/[id].ts": `export const onRequestGet: PagesFunction = async ({ params }) => Response.json(params);
export async function onRequestDelete() { return new Response(null); }`,
      "web/functions/api/[[path]].ts": `import { Hono } from "hono";
import { handle } from "hono/cloudflare-pages";
const app = new Hono().basePath("/api");
app.get("/deep", (c) => c.json({}));
export const onRequest = handle(app);`,
      "web/functions/media/[[path]].js": "export const onRequestPut = () => new Response('');",
      "other/functions/index.js": "export const onRequest = () => new Response('');",
    },
    table: `
      GET /api/deep web/functions/api/[[path]].ts:4
      GET /api/todos/{id} web/functions/api/todos/[id].ts:1
      DELETE /api/todos/{id} web/functions/api/todos/[id].ts:2
      ANY / web/functions/index.js:1
      PUT /media/{path*} web/functions/media/[[path]].js:1`,
  },
];

checkCases("functions of Vercel", vercel);
checkCases("functions of Netlify", netlify);
checkCases("functions of Cloudflare Pages", cloudflarePages);
