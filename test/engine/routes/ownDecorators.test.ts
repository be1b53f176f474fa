import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "runs those that keep routes as metadata of the class",
    files: {
      "decorators.ts": `import "reflect-metadata";
export const Controller = (prefix = ""): ClassDecorator => (target: any) => {
  Reflect.defineMetadata("prefix", prefix, target);
  if (!Reflect.hasMetadata("routes", target)) Reflect.defineMetadata("routes", [], target);
};
const method = (verb: string) => (path: string): MethodDecorator => (target, propertyKey) => {
  if (!Reflect.hasMetadata("routes", target.constructor)) Reflect.defineMetadata("routes", [], target.constructor);
  const routes = Reflect.getMetadata("routes", target.constructor);
  routes.push({ verb, path, methodName: propertyKey });
  Reflect.defineMetadata("routes", routes, target.constructor);
};
export const Get = method("get");
export const Post = method("post");
`,
      "users.ts": `import { Controller, Get, Post } from "./decorators";
@Controller("/users")
export default class Users {
  @Get("/") index(req: any, res: any) { res.send("x"); }
  @Get("/:name") details(req: any, res: any) { res.send("x"); }
  @Post("/") create(req: any, res: any) { res.end(); }
}
`,
      "index.ts": `import express from "express";
import Users from "./users";
const app = express();
[Users].forEach((controller) => {
  const instance: any = new controller();
  const prefix = Reflect.getMetadata("prefix", controller);
  for (const route of Reflect.getMetadata("routes", controller)) {
    app[route.verb](prefix + route.path, (req: any, res: any) => { instance[route.methodName](req, res); });
  }
});
app.listen(3000);
`,
    },
    table: `
      GET /users/ index.ts:8
      GET /users/{name} index.ts:8
      POST /users/ index.ts:8`,
  },
  {
    name: "runs those that keep routes in a map by prototype, and hands on what the class they extend has",
    files: {
      "app.ts": `import express, { Router } from "express";
const table = new WeakMap<object, { verb: "get" | "delete"; path: string; name: string }[]>();
const on = (verb: "get" | "delete") => (path: string) => (target: object, name: string) => {
  const rows = table.get(target) ?? [];
  rows.push({ verb, path, name });
  table.set(target, rows);
};
const Get = on("get");
const Delete = on("delete");
class Guides {
  readonly router = Router();
  constructor() {
    for (const { verb, path, name } of table.get(Object.getPrototypeOf(this)) ?? []) this.router[verb](path, this[name].bind(this));
  }
  @Get("/") list(req: any, res: any) { res.json([]); }
  @Delete("/:guide") dismiss(req: any, res: any) { res.end(); }
}
const app = express();
app.use("/guides", new Guides().router);
app.listen(3000);
`,
    },
    table: `
      GET /guides app.ts:13 -> app.ts:15
      DELETE /guides/{guide} app.ts:13 -> app.ts:16`,
  },
  {
    name: "runs those that collect routes in a static list of the class or on its prototype",
    files: {
      "app.ts": `import Koa from "koa"; import Router from "@koa/router";
function get(path: string) {
  return (target: any, name: string, descriptor: PropertyDescriptor) => {
    target.routes = target.routes || [];
    target.routes.push({ path, handler: descriptor.value });
  };
}
class Fish {
  @get("/fish") list(ctx: any) { ctx.body = []; }
  @get("/fish/:id") one(ctx: any) { ctx.body = {}; }
}
const router = new Router();
for (const { path, handler } of (Fish.prototype as any).routes) router.get(path, handler);
const app = new Koa();
app.use(router.routes());
`,
    },
    table: `
      GET /fish app.ts:13 -> app.ts:9
      GET /fish/{id} app.ts:13 -> app.ts:10`,
  },
];

checkCases("decorators that people write themselves", cases);
