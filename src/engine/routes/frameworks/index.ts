import { aiohttp } from "./aiohttp.ts";
import { django } from "./django.ts";
import { djangoNinja } from "./djangoNinja.ts";
import { express } from "./express.ts";
import { fastapi } from "./fastapi.ts";
import { fastify } from "./fastify.ts";
import { flask } from "./flask.ts";
import type { Framework } from "./framework.ts";
import { hono } from "./hono.ts";
import { koa } from "./koa.ts";
import { litestar } from "./litestar.ts";
import { nest } from "./nest.ts";
import { next } from "./next.ts";
import { nitro } from "./nitro.ts";
import { proxyMiddleware } from "./proxyMiddleware.ts";
import { reactRouter } from "./reactRouter.ts";
import { restify } from "./restify.ts";
import { sanic } from "./sanic.ts";
import { svelteKit } from "./svelteKit.ts";
import { tornado } from "./tornado.ts";

/** Every framework the product reads, in the order in which they are asked. */
export const frameworks: readonly Framework[] = [
  nest,
  fastify,
  koa,
  hono,
  next,
  nitro,
  svelteKit,
  reactRouter,
  restify,
  express,
  proxyMiddleware,
  flask,
  fastapi,
  aiohttp,
  sanic,
  litestar,
  tornado,
  djangoNinja,
  django,
];
