import Router from "@koa/router";
import Koa from "koa";
import { here } from "./here.js";
import { createAdmin } from "./routes/admin.js";
import orders from "./routes/orders.js";

export function createApp() {
  const app = new Koa();
  const router = new Router();
  router.get("/", (ctx) => here(ctx));
  router.get("/status", (ctx) => here(ctx));
  router.get("named", "/named/:id", (ctx) => here(ctx));
  router.get("/users/:id", (ctx) => here(ctx));
  router.get("/users/me", (ctx) => here(ctx));
  router.get(["/one", "/two"], (ctx) => here(ctx));
  router.get("/files/*path", (ctx) => here(ctx));
  router.get("/docs{/:page}", (ctx) => here(ctx));
  router.get(/^\/ab+c$/, (ctx) => here(ctx));
  router.all("/any", (ctx) => here(ctx));
  router.del("/gone/:id", (ctx) => here(ctx));
  router.get("/flights/:from-:to", (ctx) => here(ctx));
  router.use("/api/v1", orders.routes(), orders.allowedMethods());

  const strict = new Router({ prefix: "/strict", sensitive: true, strict: true });
  strict.get("/Case", (ctx) => here(ctx));
  strict.get("/slash/", (ctx) => here(ctx));

  app.use(async (ctx, next) => next());
  app.use(router.routes()).use(router.allowedMethods());
  app.use(strict.routes());
  app.use(createAdmin().routes());
  return app;
}
