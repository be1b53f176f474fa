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
      GET /users/ users.ts:4 -> index.ts:8
      GET /users/{name} users.ts:5 -> index.ts:8
      POST /users/ users.ts:6 -> index.ts:8`,
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
      GET /guides app.ts:15
      DELETE /guides/{guide} app.ts:16`,
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
      GET /fish app.ts:9
      GET /fish/{id} app.ts:10`,
  },
  {
    name: "finds what decorators keep under symbols of the class, with the empty parts of a path left out",
    files: {
      "decorators.ts": `const PREFIX = Symbol("prefix");
const ROUTES = Symbol("routes");
export function Controller(prefix = "") {
  return (target: any) => { target[PREFIX] = prefix; };
}
const method = (verb: string) => (path = "") => (target: any, key: string) => {
  const type = target.constructor as any;
  if (!type[ROUTES]) type[ROUTES] = [];
  type[ROUTES].push({ verb, path, key });
};
export const Get = method("get");
export const Post = method("post");
export function register(app: any, types: any[], base: string) {
  for (const Type of types) {
    const instance = new Type();
    for (const { verb, path, key } of Type[ROUTES] ?? []) {
      const whole = [base, Type[PREFIX], path].filter(Boolean).map((part: string) => "/" + part).join("");
      app[verb](whole, instance[key].bind(instance));
    }
  }
}
`,
      "app.ts": `import express from "express";
import { Controller, Get, Post, register } from "./decorators";
@Controller("tickets")
class Tickets {
  @Get()
  list(req, res) { res.json([]); }
  @Get(":id")
  show(req, res) { res.json({}); }
}
@Controller()
class Session {
  @Post("login")
  login(req, res) { res.json({}); }
}
const app = express();
register(app, [Tickets, Session], "api");
app.listen(3000);
`,
    },
    table: `
      GET /api/tickets decorators.ts:18 -> app.ts:6
      GET /api/tickets/{id} decorators.ts:18 -> app.ts:8
      POST /api/login decorators.ts:18 -> app.ts:13`,
  },
  {
    name: "walks the names of a prototype, for what decorators noted of its methods and for methods that give routes",
    files: {
      "routing.ts": `import "reflect-metadata";
import { Router, type Express } from "express";
const registry: any[] = [];
export const controller = (path: string) => (target: any) => {
  Reflect.defineMetadata("path", path, target);
  registry.push(target);
};
const route = (method: string) => (path: string) => (_target: object, _key: string, { value }: PropertyDescriptor) => {
  Reflect.defineMetadata("method", method, value);
  Reflect.defineMetadata("path", path, value);
};
export const get = route("get");
export const patch = route("patch");
export function attach(app: Express) {
  registry.forEach((Type) => {
    const router: any = Router();
    for (const name of Object.getOwnPropertyNames(Type.prototype)) {
      const handler = Type.prototype[name];
      const method = Reflect.getMetadata("method", handler);
      if (!method) continue;
      router[method](Reflect.getMetadata("path", handler), handler);
    }
    app.use(Reflect.getMetadata("path", Type), router);
  });
}
`,
      "fields.ts": `import { controller, get, patch } from "./routing";
@controller("/fields")
export class Fields {
  @get("/")
  list(req, res) { res.json([]); }
  helper() { return 1; }
  @patch("/:id")
  soil(req, res) { res.json({}); }
}
`,
      "server.ts": `import express from "express";
import "./fields";
import { attach } from "./routing";
const app = express();
attach(app);
app.listen(3000);
`,
      "heroes.js": `const Hapi = require("@hapi/hapi");
class Base {
  static methods() {
    return Object.getOwnPropertyNames(this.prototype).filter((each) => each !== "constructor" && !each.startsWith("_"));
  }
}
class Heroes extends Base {
  constructor(db) { super(); this.db = db; }
  list() { return { path: "/heroes", method: "GET", handler: () => this._find() }; }
  _find() { return { path: "/secret", method: "GET", handler: () => [] }; }
  drop() { return { path: "/heroes/{id}", method: "DELETE", handler: () => ({}) }; }
}
const app = Hapi.server();
const heroes = new Heroes({});
app.route(Heroes.methods().map((each) => heroes[each]()));
app.start();
`,
    },
    table: `
      GET /heroes heroes.js:9
      DELETE /heroes/{id} heroes.js:11
      GET /fields routing.ts:21 -> fields.ts:5
      PATCH /fields/{id} routing.ts:21 -> fields.ts:8`,
  },
  {
    name: "fills a list of the prototype that is made at its first route, and takes the keys of a table apart",
    files: {
      "core.ts": `import { Router, type Express } from "express";
export const Controller = (prefix: string) => (target: any) => { target.prototype.__prefix = prefix; };
const method = (verb: string) => (path: string) => (target: any, _key: string, descriptor: PropertyDescriptor) => {
  target.__routes ??= [];
  target.__routes.push({ verb, path, handler: descriptor.value });
};
export const GET = method("get");
export const PUT = method("put");
export abstract class Base {
  declare __prefix: string;
  declare __routes?: any[];
  mount(app: Express) {
    const router: any = Router();
    this.__routes?.forEach(({ verb, path, handler }) => router[verb](path, handler));
    app.use(this.__prefix, router);
  }
}
`,
      "app.ts": `import express from "express";
import { Base, Controller, GET, PUT } from "./core";
@Controller("/members")
class Members extends Base {
  @GET("/:id")
  show(req, res) { res.json({}); }
  @PUT("/:id/plan")
  plan(req, res) { res.json({}); }
}
const app: any = express();
new Members().mount(app);
const table = { "/nearby": (req, res) => res.json([]), "put:/:id/place": (req, res) => res.json({}) };
for (const [key, handler] of Object.entries(table)) {
  const verb = key.startsWith("/") ? "get" : key.slice(0, key.indexOf(":"));
  app[verb]("/drivers" + (key.startsWith("/") ? key : key.slice(key.indexOf(":") + 1)), handler);
}
app.listen(3000);
`,
    },
    table: `
      GET /members/{id} app.ts:5 -> app.ts:6
      PUT /members/{id}/plan app.ts:7 -> app.ts:8
      GET /drivers/nearby app.ts:15 -> app.ts:12
      PUT /drivers/{id}/place app.ts:15 -> app.ts:12`,
  },
];

checkCases("decorators that people write themselves", cases);
