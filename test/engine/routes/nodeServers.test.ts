import { type Case, checkCases } from "./cases.ts";

const hapi: readonly Case[] = [
  {
    name: "reads route objects, lists of them in other files, and plugins with a prefix",
    files: {
      "server.js": `const Hapi = require("@hapi/hapi"); const shop = require("./shop");
        const init = async () => {
          const server = Hapi.server({ port: 0 });
          server.route({ method: ["PUT", "PATCH"], path: "/items/{id}", handler: () => 1 });
          server.route({
            method: "*",
            path: "/{rest*}",
            options: { handler: (request, h) => h.response("not found").code(404) } });
          await server.register({ plugin: shop, routes: { prefix: "/shop" } });
          server.route(require("./more"));
        };
        init();`,
      "shop.js": `exports.plugin = { name: "shop", register: async (server, options) => {
          server.route({ method: "get", path: "/orders/{id?}", handler: show });
        } };
        function show() {}`,
      "more.js": `module.exports = [
          { method: "GET", path: "/a/{two*2}", handler: () => 1 },
          { method: "DELETE", path: "/files/{name}.{ext}", handler: () => 1 } ];`,
    },
    table: `
      PUT /items/{id} server.js:4
      PATCH /items/{id} server.js:4
      ANY /{rest*} server.js:6 -> server.js:8 (fallback)
      GET /shop/orders/{id} shop.js:2 -> shop.js:4
      GET /a/{two1}/{two2} more.js:2
      DELETE /files/{name}.{ext} more.js:3`,
  },
];

const oak: readonly Case[] = [
  {
    name: "nests routers with and without prefixes",
    files: {
      "main.ts": `import { Application } from "jsr:@oak/oak@17"; import { router } from "./routes.ts";
        const app = new Application();
        app.use(router.routes(), router.allowedMethods());
        await app.listen({ port: 8000 });`,
      "routes.ts": `import { Router } from "https://deno.land/x/oak@v12.6.0/mod.ts";
        const users = new Router({ prefix: "/users" });
        users.get("/:id", (ctx) => {}).delete("remove", "/:id", (ctx) => {});
        export const router = new Router();
        router.use("/api", users.routes(), users.allowedMethods());
        router.add(["GET", "POST"], "/both", (ctx) => {});`,
    },
    table: `
      GET /api/users/{id} routes.ts:3
      DELETE /api/users/{id} routes.ts:3
      GET /both routes.ts:6
      POST /both routes.ts:6`,
  },
];

const elysia: readonly Case[] = [
  {
    name: "follows chains, groups, guards and plugins",
    files: {
      "index.ts": `import { Elysia, t } from "elysia"; import { users } from "./users"; import { docs } from "./docs";
        new Elysia({ prefix: "/api" })
          .get("/", "hello")
          .use(users)
          .use(docs)
          .group("/v1", { body: t.Any() }, (app) => app
            .post("/orders", () => 1)
            .guard({}, (app) => app.get("/orders/:id?", () => 1)))
          .route("QUERY", "/search", () => 1)
          .all("/files/*", () => 1)
          .listen(3000);`,
      "users.ts": `import { Elysia } from "elysia";
        export const users = new Elysia({ prefix: "/users" }).get("/:id", ({ params }) => params.id);`,
      "docs.ts": `import type { Elysia } from "elysia";
        export const docs = (app: Elysia) => app.get("/docs", () => 1);`,
    },
    table: `
      GET /api index.ts:3
      GET /api/users/{id} users.ts:2
      GET /api/docs docs.ts:2
      POST /api/v1/orders index.ts:7
      GET /api/v1/orders/{id} index.ts:8
      QUERY /api/search index.ts:9
      ANY /api/files/{path*} index.ts:10`,
  },
];

const adonis: readonly Case[] = [
  {
    name: "reads groups, resources, and what stands behind them in a chain",
    files: {
      "start/routes.ts": `import router from "@adonisjs/core/services/router"; import env from "#start/env";
        import Posts from "../app/posts.js";
        router.group(() => {
          router.get("/me", "UsersController.me");
          router.group(() => { router.post("orders/:id", [Posts, "store"]).where("id", /^[0-9]+$/) }).prefix("/shop");
        }).prefix("/api").prefix("/v1");
        router.resource("posts.comments", Posts).only(["show", "update"]).apiOnly();
        router.any("/any", () => 1);
        router.route("/two", ["PUT", "PATCH"], () => 1);
        router.on("/about").render("about");
        env.get("SECRET");`,
      "app/posts.ts": `export default class Posts {
          async show() {}
          async store() {}
        }`,
    },
    table: `
      GET /v1/api/me start/routes.ts:4
      POST /v1/api/shop/orders/{id} start/routes.ts:5 -> app/posts.ts:3
      GET /posts/{post_id}/comments/{id} start/routes.ts:7 -> app/posts.ts:2
      PUT /posts/{post_id}/comments/{id} start/routes.ts:7 -> app/posts.ts:1
      PATCH /posts/{post_id}/comments/{id} start/routes.ts:7 -> app/posts.ts:1
      ANY /any start/routes.ts:8
      PUT /two start/routes.ts:9
      PATCH /two start/routes.ts:9
      GET /about start/routes.ts:10`,
  },
];

const sails: readonly Case[] = [
  {
    name: "reads config/routes.js, the blueprints of models, and actions where they are switched on",
    files: {
      "package.json": `{ "dependencies": { "sails": "^1.5.0" } }`,
      "config/routes.js": `module.exports.routes = {
          "GET /users/:id": "UserController.find",
          "post /login": { action: "account/login" },
          "/hook": (req, res) => res.ok(),
          "r|^/\\\\d+$|id": "x/y",
        };`,
      "config/blueprints.js": `module.exports.blueprints = { prefix: "/api", actions: true };`,
      "api/models/Post.js": `module.exports = { attributes: {} };`,
      "api/controllers/UserController.js": `module.exports = {
          find(req, res) {},
        };`,
      "api/controllers/account/login.js": `module.exports = {
          async fn(inputs) {},
        };`,
    },
    table: `
      GET /users/{id} config/routes.js:2 -> api/controllers/UserController.js:2
      POST /login config/routes.js:3 -> api/controllers/account/login.js:2
      ANY /hook config/routes.js:4
      GET /api/post api/models/Post.js:1
      POST /api/post api/models/Post.js:1
      GET /api/post/{id} api/models/Post.js:1
      PATCH /api/post/{id} api/models/Post.js:1
      DELETE /api/post/{id} api/models/Post.js:1
      ANY /api/user/find api/controllers/UserController.js:2
      ANY /api/account/login api/controllers/account/login.js:1`,
  },
];

const astro: readonly Case[] = [
  {
    name: "lists endpoints and pages below the base",
    files: {
      "astro.config.mjs": `import { defineConfig } from "astro/config";
        export default defineConfig({ base: "/docs", trailingSlash: "never" });`,
      "src/pages/index.astro": "",
      "src/pages/_draft.astro": "",
      "src/pages/[...slug].md": "",
      "src/pages/api/[id].json.ts": `import type { APIRoute } from "astro";
        export const GET: APIRoute = () => new Response();
        export const prerender = false;
        export async function ALL() {}`,
    },
    table: `
      GET /docs/api/{id}.json src/pages/api/[id].json.ts:2
      ANY /docs/api/{id}.json src/pages/api/[id].json.ts:4
      page GET /docs/{slug*} src/pages/[...slug].md:1
      page GET /docs src/pages/index.astro:1`,
  },
];

const likes: readonly Case[] = [
  {
    name: "reads polka, h3, itty-router and restana by what they share",
    files: {
      "polka.js": `import polka from "polka"; const users = polka();
        users.get("/:id?", (req, res) => res.end());
        polka().use("users", users).get("/files/*", (req, res) => res.end()).listen(3000);`,
      "h3.ts": `import { createApp, createRouter, eventHandler, useBase } from "h3";
        const app = createApp(); const router = createRouter();
        router.get("/hello/:name", eventHandler(() => 1)).post("/rest/**:path", eventHandler(() => 1));
        app.use("/api", useBase("/v1", router.handler));`,
      "itty.js": `import { Router } from "itty-router"; const router = Router({ base: "/todos" });
        router.all("/", () => {}).delete("/:id", () => {});
        export default { fetch: router.fetch };`,
      "restana.js": `const service = require("restana")(); const v1 = service.newRouter();
        v1.get("/ping", (req, res) => res.send("x"));
        service.use("/v1", v1);`,
    },
    table: `
      GET /api/v1/hello/{name} h3.ts:3
      POST /api/v1/rest/{path*} h3.ts:3
      ANY /todos itty.js:2
      DELETE /todos/{id} itty.js:2
      GET /users/{id} polka.js:2
      GET /files/{path*} polka.js:3
      GET /v1/ping restana.js:2`,
  },
];

const graphql: readonly Case[] = [
  {
    name: "knows where GraphQL servers answer",
    files: {
      "apollo.ts": `import express from "express"; import { ApolloServer } from "@apollo/server";
        import { expressMiddleware } from "@as-integrations/express5";
        const app = express(); const server = new ApolloServer({ typeDefs, resolvers });
        app.use("/api/graphql", express.json(), expressMiddleware(server));`,
      "apollo3.js": `const express = require("express"); const { ApolloServer } = require("apollo-server-express");
        const app = express(); const server = new ApolloServer({});
        server.applyMiddleware({ app });`,
      "yoga.ts": `import { createServer } from "node:http"; import { createYoga } from "graphql-yoga";
        createServer(createYoga({ schema, graphqlEndpoint: "/gql" })).listen(4000);`,
    },
    table: `
      GET /api/graphql apollo.ts:3
      POST /api/graphql apollo.ts:3
      GET /graphql apollo3.js:2
      POST /graphql apollo3.js:2
      GET /gql yoga.ts:2
      POST /gql yoga.ts:2`,
  },
];

const tanstack: readonly Case[] = [
  {
    name: "lists file routes, routes in code and server handlers",
    files: {
      "package.json": "{}",
      "src/routes/_auth.orders.$id.tsx": `import { createFileRoute } from "@tanstack/react-router";
        export const Route = createFileRoute("/_auth/orders/$id")({
          component: () => null,
        });`,
      "src/routes/_auth.tsx": `import { createFileRoute } from "@tanstack/react-router";
        export const Route = createFileRoute("/_auth")({ component: () => null });`,
      "src/routes/api.users.$.ts": `import { createFileRoute } from "@tanstack/react-router";
        export const Route = createFileRoute("/api/users/$")({
          server: { handlers: ({ createHandlers }) => createHandlers({ GET: () => 1, POST: { handler: save } }) },
        });
        function save() {}`,
      "src/routes/api.old.ts": `import { createServerFileRoute } from "@tanstack/react-start/server";
        export const ServerRoute = createServerFileRoute("/api/old").methods({ DELETE: async () => 1 });`,
      "src/router.tsx": `import { createRootRoute, createRoute } from "@tanstack/react-router";
        const root = createRootRoute({ component: () => null });
        const shop = createRoute({ getParentRoute: () => root, path: "shop", component: () => null });
        const layout = createRoute({ getParentRoute: () => shop, id: "layout", component: () => null });
        const item = createRoute({ getParentRoute: () => layout, path: "$item", component: () => null });
        export const tree = root.addChildren([shop.addChildren([layout.addChildren([item])])]);`,
    },
    table: `
      listed page GET /shop src/router.tsx:3
      listed page GET /shop/{item} src/router.tsx:5
      listed page GET /orders/{id} src/routes/_auth.orders.$id.tsx:2 -> src/routes/_auth.orders.$id.tsx:3
      DELETE /api/old src/routes/api.old.ts:2
      GET /api/users/{splat*} src/routes/api.users.$.ts:2 -> src/routes/api.users.$.ts:3
      POST /api/users/{splat*} src/routes/api.users.$.ts:2 -> src/routes/api.users.$.ts:5`,
  },
];

const wired: readonly Case[] = [
  {
    name: "does not call a router lost that a file without a framework hands to something that keeps it",
    files: {
      "server/index.ts": `import Koa from "koa"; import Router from "@koa/router"; import { hooks } from "./hooks";
        const app = new Koa(); const api = new Router({ prefix: "/api" }); const users = new Router();
        users.get("users.list", (ctx) => { ctx.body = 1; });
        users.get("/", (ctx) => { ctx.body = 1; });
        api.use("/", users.routes());
        for (const hook of hooks.all()) api.use("/", hook.value.routes());
        app.use(api.routes());`,
      "server/hooks.ts": `export class hooks {
          static kept = new Map();
          static add(list) { list.forEach((each) => this.kept.set(each.type, each)); }
          static all() { return [...this.kept.values()]; }
        }`,
      "plugins/github/server/index.ts": `import { hooks } from "../../../server/hooks"; import router from "./github";
        hooks.add([{ type: "api", value: router }]);`,
      "plugins/github/server/github.ts": `import Router from "@koa/router"; const router = new Router();
        router.get("/github.callback", (ctx) => { ctx.body = 1; });
        export default router;`,
    },
    table: `
      GET /api/users.list server/index.ts:3
      GET /api server/index.ts:4
      GET /github.callback plugins/github/server/github.ts:2 ?mounted where it cannot be followed (plugins/github/server/index.ts:2)`,
  },
  {
    name: "takes, of several NestJS applications over one module, the one that listens",
    files: {
      "src/app.module.ts": `import { Controller, Get, Module } from "@nestjs/common";
        @Controller("cats") class Cats { @Get() list() {} }
        @Module({ controllers: [Cats] }) export class AppModule {}`,
      "src/bootstrap.ts": `import { NestFactory } from "@nestjs/core"; import { AppModule } from "./app.module";
        export async function bootstrap(server?) {
          let app;
          if (server) { app = await NestFactory.create(AppModule, server); } else { app = await NestFactory.create(AppModule); }
          app.setGlobalPrefix("api");
          await app.listen(3000);
        }`,
      "scripts/migrate.ts": `import { NestFactory } from "@nestjs/core"; import { AppModule } from "../src/app.module";
        const app = await NestFactory.create(AppModule, { logger: false });`,
    },
    table: `GET /api/cats src/app.module.ts:2`,
  },
];

checkCases("what applications are wired up with", wired);
checkCases("TanStack", tanstack);
checkCases("Hapi", hapi);
checkCases("Oak", oak);
checkCases("Elysia", elysia);
checkCases("AdonisJS", adonis);
checkCases("Sails", sails);
checkCases("Astro", astro);
checkCases("small routers in the manner of Express", likes);
checkCases("GraphQL servers", graphql);
