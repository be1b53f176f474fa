import { type Case, checkCases } from "./cases.ts";

const PACKAGE = `{ "dependencies": { "next": "15.0.0" } }`;

const cases: readonly Case[] = [
  {
    name: "reads route handlers, API routes and base path from files and their exports",
    files: {
      "package.json": PACKAGE,
      "next.config.mjs": `/** @type {import('next').NextConfig} */ const config = { basePath: "/shop" }; export default config;`,
      "src/app/api/orders/[id]/route.ts": `import { NextResponse } from "next/server";
        export async function GET() { return NextResponse.json({}); }
        export const DELETE = withAuth(async () => new Response());
        export const dynamic = "force-dynamic";`,
      "src/app/(group)/api/auth/[...all]/route.ts": `import { handlers } from "@/auth"; const handler = handlers.x;
        export { handler as GET, handler as POST };`,
      "src/app/_private/route.ts": `export function GET() {}`,
      "src/app/(group)/about/page.tsx": `export default function About() { return <p>x</p>; }`,
      "src/pages/api/users/[id].ts": `export default function handler(req, res) {
          switch (req.method) { case "GET": return res.json({}); case "PUT": return res.end(); default: return res.status(405).end(); }
        }`,
      "src/pages/api/plain/index.ts": `export default (req, res) => res.json({});`,
      "src/pages/api/checked.ts": `async function handler(req, res) { if (req.method !== "POST") return res.status(405).end(); res.json({}); }
        export default withSession(handler);`,
      "src/pages/docs/[[...slug]].tsx": `export default function Docs() { return null; }`,
    },
    table: `
      GET /shop/api/auth/{all*} src/app/(group)/api/auth/[...all]/route.ts:2
      POST /shop/api/auth/{all*} src/app/(group)/api/auth/[...all]/route.ts:2
      GET /shop/api/orders/{id} src/app/api/orders/[id]/route.ts:2
      DELETE /shop/api/orders/{id} src/app/api/orders/[id]/route.ts:3
      POST /shop/api/checked src/pages/api/checked.ts:2 -> src/pages/api/checked.ts:1
      ANY /shop/api/plain src/pages/api/plain/index.ts:1
      GET /shop/api/users/{id} src/pages/api/users/[id].ts:1
      PUT /shop/api/users/{id} src/pages/api/users/[id].ts:1
      page GET /shop/about src/app/(group)/about/page.tsx:1
      page GET /shop/docs/{slug*} src/pages/docs/[[...slug]].tsx:1`,
  },
  {
    name: "reads nothing where no Next project is set up",
    files: { "package.json": "{}", "src/app/api/route.ts": "export function GET() {}" },
    table: "",
  },
  {
    name: "names the parameters of one place that Next refuses to tell apart",
    files: {
      "package.json": PACKAGE,
      "app/users/[id]/route.ts": "export function GET() {}",
      "app/users/[slug]/posts/route.ts": "export function GET() {}",
      "app/users/[...rest]/route.ts": "export function GET() {}",
      "app/teams/[slug]/page.tsx": "export default () => null;",
    },
    table: `
      GET /users/{rest*} app/users/[...rest]/route.ts:1
      GET /users/{id} app/users/[id]/route.ts:1
      GET /users/{slug}/posts app/users/[slug]/posts/route.ts:1 !constraint-conflict
      page GET /teams/{slug} app/teams/[slug]/page.tsx:1`,
  },
  {
    name: "finds a handler inside of what wraps it, wherever the wrapper is written",
    files: {
      "package.json": PACKAGE,
      "lib/withUser.ts": `export const withUser = (run) => async (request) => run(request);
        export const withSession = (run) => (req, res) => run(req, res);`,
      "app/api/works/route.ts": `import { withUser } from "../../../lib/withUser";
        export const GET = withUser(
          async () => Response.json([]));
        export { create as POST } from "../../../lib/create";`,
      "lib/create.ts": "\nexport async function create() {}",
      "pages/api/mail.ts": `import { withSession } from "../../lib/withUser";
        const handler = (req, res) => {
          if (req.method !== "PUT") return res.status(405).end();
          res.json({}); };
        export default withSession(handler);`,
    },
    table: `
      GET /api/works app/api/works/route.ts:2 -> app/api/works/route.ts:3
      POST /api/works app/api/works/route.ts:4 -> lib/create.ts:2
      PUT /api/mail pages/api/mail.ts:5 -> pages/api/mail.ts:2`,
  },
];

checkCases("next", cases);
