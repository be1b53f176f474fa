import Router from "@koa/router";
import { here } from "../here.js";

export function createAdmin() {
  const admin = new Router().prefix("/admin");
  admin.get("/", (ctx) => here(ctx));
  admin.get("/Stats", (ctx) => here(ctx));
  return admin;
}
