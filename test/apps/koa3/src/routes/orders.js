import Router from "@koa/router";
import { here } from "../here.js";

const orders = new Router({ prefix: "/orders" });
const items = new Router();
items.get("/", (ctx) => here(ctx));
items.delete("/:itemId", (ctx) => here(ctx));

orders.get("/", (ctx) => here(ctx));
orders.post(
  "/",
  (ctx, next) => next(),
  (ctx) => here(ctx),
);
orders.get("/:id", (ctx) => here(ctx));
orders.use("/:id/items", items.routes());

export default orders;
