import { type Case, checkCases } from "./cases.ts";

const tRPC: readonly Case[] = [
  {
    name: "serves queries and mutations under dotted names, below where an adapter stands",
    files: {
      "server.ts": `import express from "express";
import { createExpressMiddleware } from "@trpc/server/adapters/express";
import { appRouter } from "./router";
const app = express();
app.use("/trpc", createExpressMiddleware({ router: appRouter, createContext: () => ({}) }));
app.listen(3000);
`,
      "trpc.ts": `import { initTRPC } from "@trpc/server";
const t = initTRPC.context<Context>().create({ transformer });
export const router = t.router;
export const publicProcedure = t.procedure;
export const protectedProcedure = t.procedure.use(isAuthed);
`,
      "router.ts": `import { z } from "zod";
import { router, publicProcedure } from "./trpc";
import { users } from "./users";
export const appRouter = router({
  health: publicProcedure.query(() => "ok"),
  user: users,
  posts: { list: publicProcedure.query(() => []) },
});
`,
      "users.ts": `import { router, publicProcedure, protectedProcedure } from "./trpc";
export const users = router({
  byId: publicProcedure.input(z.string()).query(({ input }) => input),
  create: protectedProcedure
    .input(z.object({}))
    .output(z.object({}))
    .mutation(async ({ input }) => input),
  onAdd: publicProcedure.subscription(async function* () {}),
});
`,
    },
    table: `
      GET /trpc/health router.ts:5
      GET /trpc/user.byId users.ts:3
      POST /trpc/user.create users.ts:7
      GET /trpc/user.onAdd users.ts:8
      GET /trpc/posts.list router.ts:7`,
  },
  {
    name: "reads fetch and Next adapters, Fastify's plugin, and what nothing serves",
    files: {
      "app/api/trpc/[trpc]/route.ts": `import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { one } from "../../../../one";
const handler = (req: Request) => fetchRequestHandler({ endpoint: "/api/trpc", req, router: one });
export { handler as GET, handler as POST };
`,
      "pages/api/rpc/[trpc].ts": `import { createNextApiHandler } from "@trpc/server/adapters/next";
import { two } from "../../../one";
export default createNextApiHandler({ router: two });
`,
      "fastify.ts": `import Fastify from "fastify";
import { fastifyTRPCPlugin } from "@trpc/server/adapters/fastify";
import { three } from "./one";
const server = Fastify();
server.register(fastifyTRPCPlugin, { prefix: "/trpc", trpcOptions: { router: three } });
`,
      "one.ts": `import { initTRPC } from "@trpc/server";
const t = initTRPC.create();
export const one = t.router({ a: t.procedure.query(() => 1) });
export const two = t.router({ b: t.procedure.mutation(() => 1) });
export const three = t.mergeRouters(t.router({ c: t.procedure.query(() => 1) }), t.router({ d: t.procedure.query(() => 1) }));
export const lonely = t.router({ e: t.procedure.query(() => 1) });
`,
    },
    table: `
      GET /trpc/c one.ts:5
      GET /trpc/d one.ts:5
      POST /api/rpc/b one.ts:4
      GET /api/trpc/a one.ts:3
      GET /e one.ts:6 ?mounted where it cannot be followed (one.ts:6)`,
  },
  {
    name: "reads the chains of version 9",
    files: {
      "index.ts": `import * as trpc from "@trpc/server";
import { createHTTPServer } from "@trpc/server/adapters/standalone";
const users = trpc.router<Context>().query("list", { resolve() { return []; } }).mutation("add", { async resolve() {} });
const app = trpc.router<Context>().query("ping", { resolve: () => "pong" }).merge("user.", users);
createHTTPServer({ router: app }).listen(2022);
`,
    },
    table: `
      GET /ping index.ts:4
      GET /user.list index.ts:3
      POST /user.add index.ts:3`,
  },
];

const tsRest: readonly Case[] = [
  {
    name: "reads contracts with prefixes, nested ones too, where something serves them",
    files: {
      "contract.ts": `import { initContract } from "@ts-rest/core";
const c = initContract();
const posts = c.router({
  create: { method: "POST", path: "/posts", body: z.object({}), responses: {} },
  get: { method: "GET", path: "/posts/:id", responses: {} },
});
export const contract = c.router({ posts, ping: { method: "GET", path: "/ping", responses: {} } }, { pathPrefix: "/v1" });
`,
      "server.ts": `import express from "express";
import { createExpressEndpoints, initServer } from "@ts-rest/express";
import { contract } from "./contract";
const s = initServer();
const router = s.router(contract, { ping: async () => ({ status: 200, body: {} }) });
const app = express();
createExpressEndpoints(contract, router, app);
`,
    },
    table: `
      POST /v1/posts contract.ts:4
      GET /v1/posts/{id} contract.ts:5
      GET /v1/ping contract.ts:7`,
  },
];

checkCases("tRPC", tRPC);
checkCases("ts-rest", tsRest);
