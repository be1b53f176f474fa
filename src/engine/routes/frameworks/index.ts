import { adonis } from "./adonis.ts";
import { aiohttp } from "./aiohttp.ts";
import { astro } from "./astro.ts";
import { bottle } from "./bottle.ts";
import { cherrypy } from "./cherrypy.ts";
import { controllers } from "./controllers.ts";
import { django } from "./django.ts";
import { djangoNinja } from "./djangoNinja.ts";
import { egg } from "./egg.ts";
import { elysia } from "./elysia.ts";
import { express } from "./express.ts";
import { expressLikes } from "./expressLikes.ts";
import { falcon } from "./falcon.ts";
import { fastapi } from "./fastapi.ts";
import { fastify } from "./fastify.ts";
import { feathers } from "./feathers.ts";
import { flask } from "./flask.ts";
import { flaskAppBuilder } from "./flaskAppBuilder.ts";
import type { Framework } from "./framework.ts";
import { fresh } from "./fresh.ts";
import { functionFolders } from "./functionFolders.ts";
import { graphql } from "./graphql.ts";
import { hapi } from "./hapi.ts";
import { hono } from "./hono.ts";
import { koa } from "./koa.ts";
import { litestar } from "./litestar.ts";
import { masonite } from "./masonite.ts";
import { moleculer } from "./moleculer.ts";
import { nest } from "./nest.ts";
import { next } from "./next.ts";
import { nextConnect } from "./nextConnect.ts";
import { nitro } from "./nitro.ts";
import { nodeHttp } from "./nodeHttp.ts";
import { oak } from "./oak.ts";
import { proxyMiddleware } from "./proxyMiddleware.ts";
import { pyramid } from "./pyramid.ts";
import { pythonHttp } from "./pythonHttp.ts";
import { pythonLikes } from "./pythonLikes.ts";
import { reactRouter } from "./reactRouter.ts";
import { restify } from "./restify.ts";
import { robyn } from "./robyn.ts";
import { sails } from "./sails.ts";
import { sanic } from "./sanic.ts";
import { svelteKit } from "./svelteKit.ts";
import { tanstack } from "./tanstack.ts";
import { tornado } from "./tornado.ts";
import { trpc } from "./trpc.ts";
import { tsRest } from "./tsRest.ts";

/** Every framework the product reads, in the order in which they are asked. */
export const frameworks: readonly Framework[] = [
  nest,
  fastify,
  koa,
  hono,
  next,
  nextConnect,
  nitro,
  svelteKit,
  reactRouter,
  astro,
  tanstack,
  restify,
  hapi,
  oak,
  elysia,
  adonis,
  sails,
  graphql,
  ...controllers,
  feathers,
  fresh,
  ...functionFolders,
  trpc,
  tsRest,
  egg,
  moleculer,
  ...expressLikes,
  nodeHttp,
  express,
  proxyMiddleware,
  flaskAppBuilder,
  flask,
  fastapi,
  aiohttp,
  sanic,
  litestar,
  tornado,
  bottle,
  falcon,
  pyramid,
  cherrypy,
  robyn,
  masonite,
  ...pythonLikes,
  pythonHttp,
  djangoNinja,
  django,
];
