import { type Case, checkCases } from "./cases.ts";

const routingControllers: readonly Case[] = [
  {
    name: "joins the prefix of the server, of the class and of the method",
    files: {
      "app.ts": `import "reflect-metadata";
import { createExpressServer } from "routing-controllers";
import { Users } from "./users";
createExpressServer({ routePrefix: "/api", controllers: [Users] }).listen(3000);
`,
      "users.ts": `import { All, Body, Delete, Get, JsonController, Method, Param, Post } from "routing-controllers";
import { Base } from "./base";
@JsonController("/users")
export class Users extends Base {
  @Get() list() { return []; }
  @Get("/:id([0-9]+)") one(@Param("id") id: number) { return id; }
  @Post("/") make(@Body() user: object) { return user; }
  @Delete("/:id")
  @Authorized()
  remove() {}
  @Method("move", "/:id") move() {}
  @All("any") any() {}
}
`,
      "base.ts": `import { Get } from "routing-controllers";
export abstract class Base {
  @Get("/shared") shared() {}
}
`,
    },
    table: `
      GET /api/users users.ts:5
      GET /api/users/{id} users.ts:6
      POST /api/users users.ts:7
      DELETE /api/users/{id} users.ts:8 -> users.ts:10
      MOVE /api/users/{id} users.ts:11
      ANY /api/users/any users.ts:12
      GET /api/users/shared base.ts:3`,
  },
];

const tsoa: readonly Case[] = [
  {
    name: "reads braces, and methods without a path",
    files: {
      "users.ts": `import { Body, Controller, Delete, Get, Path, Post, Route } from "tsoa";
@Route("users")
export class UsersController extends Controller {
  @Get("{userId}") public async one(@Path() userId: number) { return userId; }
  @Post() public async make(@Body() body: object) { return body; }
  @Delete("{userId}/posts/{postId}") public async remove() {}
}
`,
    },
    table: `
      GET /users/{userId} users.ts:4
      POST /users users.ts:5
      DELETE /users/{userId}/posts/{postId} users.ts:6`,
  },
];

const loopBack: readonly Case[] = [
  {
    name: "reads operations of classes with and without a base path",
    files: {
      "todo.controller.ts": `import { api, del, get, getModelSchemaRef, operation, param, patch, post, put, requestBody } from "@loopback/rest";
import { OTHER } from "./paths";
export class TodoController {
  constructor(@repository(TodoRepository) public todos: TodoRepository) {}
  @post("/todos", { responses: { "200": { description: "one" } } })
  async create(@requestBody() todo: object) { return todo; }
  @get("/todos/{id}")
  async findById(@param.path.number("id") id: number) { return id; }
  @patch(\`\${OTHER}/{id}\`)
  async update() {}
  @del("/todos/{id}")
  async remove() {}
}
@api({ basePath: "/admin", paths: {} })
export class AdminController {
  @operation("get", "/stats") stats() {}
}
`,
      "paths.ts": `export const OTHER = "/others";
`,
    },
    table: `
      POST /todos todo.controller.ts:5 -> todo.controller.ts:6
      GET /todos/{id} todo.controller.ts:7 -> todo.controller.ts:8
      PATCH /others/{id} todo.controller.ts:9 -> todo.controller.ts:10
      DELETE /todos/{id} todo.controller.ts:11 -> todo.controller.ts:12
      GET /admin/stats todo.controller.ts:16`,
  },
];

const tsEDInversifyOvernightMidwayAndOthers: readonly Case[] = [
  {
    name: "reads their controllers",
    files: {
      "tsed.ts": `import { Controller } from "@tsed/di";
import { Get, Post } from "@tsed/schema";
@Controller({ path: "/calendars" })
export class Calendars {
  @Get("/:id") one() {}
  @Post("/") make() {}
}
`,
      "inversify.ts": `import { controller, httpGet, httpPost, InversifyExpressServer } from "inversify-express-utils";
@controller("/foo")
export class Foo {
  @httpGet("/") index() {}
  @httpPost("/:id", guard) make() {}
}
new InversifyExpressServer(container, null, { rootPath: "/root" }).build().listen(1);
`,
      "overnight.ts": `import { ClassMiddleware, Controller, Get, Middleware } from "@overnightjs/core";
@Controller("api/things")
export class Things {
  @Get("item/:id")
  @Middleware(check)
  one(req: Request, res: Response) { res.end(); }
}
`,
      "midway.ts": `import { Controller, Get, Inject, Provide } from "@midwayjs/core";
@Controller("/m")
export class Home {
  @Get("/home") async home() {}
}
`,
      "koa.ts": `import { body, prefix, request, summary } from "koa-swagger-decorator";
@prefix("/pets")
export default class Pets {
  @request("get", "/{id}")
  @summary("one")
  async one(ctx: Context) {}
}
`,
      "danet.ts": `import { Controller, Get, Module } from "jsr:@danet/core";
@Controller("todo")
export class Todo {
  @Get(":id") one() {}
}
`,
      "tsedServer.ts": `import { Configuration } from "@tsed/di";
import { Calendars } from "./tsed";
@Configuration({ mount: { "/rest": [Calendars] } })
export class Server {}
`,
    },
    table: `
      GET /rest/calendars/{id} tsed.ts:5
      POST /rest/calendars tsed.ts:6
      GET /root/foo inversify.ts:4
      POST /root/foo/{id} inversify.ts:5
      GET /api/things/item/{id} overnight.ts:4 -> overnight.ts:6
      GET /m/home midway.ts:4
      GET /pets/{id} koa.ts:4 -> koa.ts:6
      GET /todo/{id} danet.ts:4`,
  },
  {
    name: "keeps the services of a repository apart, registers what Inversify loads last first, and reads what Egg maps",
    files: {
      "a/package.json": "{}",
      "a/server.ts": `import { InversifyExpressServer } from "inversify-express-utils";
import "./legacy";
import "./items";
new InversifyExpressServer(container).build().listen(1);
`,
      "a/legacy.ts": `import { all, controller } from "inversify-express-utils";
@controller("")
export class Legacy { @all("*") any() {} }
`,
      "a/items.ts": `import { controller, httpGet } from "inversify-express-utils";
@controller("/items")
export class Items { @httpGet("/") list() {} }
`,
      "a/spare.ts": `import { all, controller } from "inversify-express-utils";
@controller("")
export class Spare { @all("*") any() {} }
`,
      "b/package.json": "{}",
      "b/users.ts": `import { controller, httpGet } from "inversify-express-utils";
@controller("/users")
export class Users { @httpGet("/") list() {} }
`,
      "c/home.ts": `import { HTTPController, HTTPMethod, HTTPMethodEnum } from "egg";
@HTTPController({ path: "/-" })
export class Home {
  @HTTPMethod({ path: "/*", method: HTTPMethodEnum.GET })
  any() {}
  @HTTPMethod({ path: "/ping", method: HTTPMethodEnum.GET })
  ping() {}
}
`,
    },
    table: `
      GET /items a/items.ts:3
      ANY /{path*} a/legacy.ts:3
      ANY /{path*} a/spare.ts:3
      GET /users b/users.ts:3
      GET /-/{path*} c/home.ts:4 -> c/home.ts:5
      GET /-/ping c/home.ts:6 -> c/home.ts:7`,
  },
];

checkCases("Routing-controllers", routingControllers);
checkCases("tsoa", tsoa);
checkCases("LoopBack 4", loopBack);
checkCases("Ts.ED, Inversify, Overnight, Midway and others", tsEDInversifyOvernightMidwayAndOthers);
