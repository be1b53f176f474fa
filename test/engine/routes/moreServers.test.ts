import { type Case, checkCases } from "./cases.ts";

const feathers: readonly Case[] = [
  {
    name: "mounts services with the methods they have, beside routes of Express",
    files: {
      "app.ts": `import { feathers } from "@feathersjs/feathers";
import express, { notFound, rest } from "@feathersjs/express";
import { services } from "./services";
const app = express(feathers());
app.configure(rest());
app.get("/health", (req, res) => res.json({}));
app.configure(services);
app.use("public", express.static("x"));
app.use(notFound());
app.listen(3030);
`,
      "services.ts": `import { AuthenticationService } from "@feathersjs/authentication";
import { Messages } from "./messages";
import { UserService } from "./users";
export const services = (app: Application) => {
  app.use("/messages", new Messages());
  app.use("api/users", new UserService({}), { methods: ["find", "get", "patch"], events: [] });
  app.use("/todos", { async find() { return []; }, async create(data) { return data; } });
  app.use("authentication", new AuthenticationService(app));
  app.service("messages").hooks({ before: {} });
};
`,
      "messages.ts": `export class Messages {
  async find() { return []; }
  async get(id: string) { return id; }
  async remove(id: string) { return id; }
}
`,
      "users.ts": `import { KnexService } from "@feathersjs/knex";
export class UserService extends KnexService {}
`,
    },
    table: `
      GET /health app.ts:6
      GET /messages services.ts:5 -> messages.ts:2
      GET /messages/{id} services.ts:5 -> messages.ts:3
      DELETE /messages/{id} services.ts:5 -> messages.ts:4
      GET /api/users services.ts:6
      GET /api/users/{id} services.ts:6
      PATCH /api/users/{id} services.ts:6
      GET /todos services.ts:7
      POST /todos services.ts:7
      POST /authentication services.ts:8
      DELETE /authentication/{id} services.ts:8`,
  },
];

const fresh: readonly Case[] = [
  {
    name: "reads files with handlers, pages, groups, overrides and typed handlers",
    files: {
      "deno.json": `{ "imports": { "$fresh/": "https://deno.land/x/fresh@1.6.8/" } }
`,
      "fresh.gen.ts": `// made by Fresh
`,
      "routes/index.tsx": `export default function Home() { return null; }
`,
      "routes/_app.tsx": `export default function App() {}
`,
      "routes/(shop)/items/[id].tsx": `import { Handlers } from "$fresh/server.ts";
export const handler: Handlers = {
  async GET(req, ctx) { return ctx.render({}); },
  POST(req) { return new Response(); },
};
export default function Item() { return null; }
`,
      "routes/api/joke.ts": `import { FreshContext } from "$fresh/server.ts";
export const handler = (req: Request, ctx: FreshContext): Response => new Response("x");
`,
      "routes/old/[...path].ts": `import { define } from "../../utils.ts";
export const handlers = define.handlers({ GET(ctx) { return new Response(); } });
`,
      "routes/mine.ts": `export const config = { routeOverride: "/x/:module/:path*" };
export const handler = { DELETE() { return new Response(); } };
`,
      "utils.ts": `import { createDefine } from "fresh";
export const define = createDefine<State>();
`,
    },
    table: `
      GET /items/{id} routes/(shop)/items/[id].tsx:3
      POST /items/{id} routes/(shop)/items/[id].tsx:4
      ANY /api/joke routes/api/joke.ts:2
      DELETE /x/{module}/{path*} routes/mine.ts:2
      GET /old/{path*} routes/old/[...path].ts:2
      page GET / routes/index.tsx:1`,
  },
  {
    name: "reads the routes of an App",
    files: {
      "main.ts": `import { App, staticFiles } from "fresh";
const inner = new App().get("/deep/:id", (ctx) => new Response());
export const app = new App({ basePath: "/base" })
  .use(staticFiles())
  .get("/hello/:name", (ctx) => new Response())
  .mountApp("/inner", inner)
  .fsRoutes();
`,
    },
    table: `
      GET /base/hello/{name} main.ts:5
      GET /base/inner/deep/{id} main.ts:2`,
  },
];

const egg: readonly Case[] = [
  {
    name: "fills the router of the application",
    files: {
      "package.json": `{ "dependencies": { "egg": "^3.0.0" } }
`,
      "app/router.js": `module.exports = (app) => {
  const { router, controller } = app;
  router.get("/", controller.home.index);
  router.post("make", "/things/:id", app.middleware.check(), controller.things.make);
  router.resources("posts", "/api/posts", controller.posts);
  const sub = router.namespace("/sub");
  sub.delete("/x", controller.x);
  require("./router/more")(app);
};
`,
      "app/controller/posts.js": `module.exports = class PostsController {
  async index() {}
  async create() {}
};
`,
      "app/router/more.js": `module.exports = (app) => {
  app.router.put("/more", app.controller.more);
};
`,
    },
    table: `
      GET / app/router.js:3
      POST /things/{id} app/router.js:4
      GET /api/posts app/router.js:5 -> app/controller/posts.js:2
      POST /api/posts app/router.js:5 -> app/controller/posts.js:3
      DELETE /sub/x app/router.js:7
      PUT /more app/router/more.js:2`,
  },
];

const masonite: readonly Case[] = [
  {
    name: "reads lists of routes, groups and resources, with controllers by name",
    files: {
      "routes/web.py": `from masonite.routes import Route
from app.controllers.HomeController import HomeController

ROUTES = [
    Route.get("/", "WelcomeController@show").name("welcome"),
    Route.post("save/@id:int", HomeController.save),
    Route.match(["get", "post"], "/both/?page", "WelcomeController@show"),
    Route.group(
        [
            Route.get("/", "WelcomeController@show"),
            Route.group(Route.delete("/@id", "WelcomeController@show"), prefix="users"),
        ],
        prefix="/admin",
        middleware=["auth"],
    ),
    Route.api("books", "BookController"),
    Route.redirect("/old", "/new"),
]
`,
      "routes/old.py": `from masonite.routes import Get, Post, RouteGroup

ROUTES = [
    Get().route("/v2", "WelcomeController@show"),
    RouteGroup([Post("/in", "WelcomeController@show")], prefix="/v1"),
]
`,
      "app/controllers/WelcomeController.py": `from masonite.controllers import Controller

class WelcomeController(Controller):
    def show(self):
        pass
`,
      "app/controllers/HomeController.py": `class HomeController:
    def save(self):
        pass
`,
    },
    table: `
      GET /v2 routes/old.py:4 -> app/controllers/WelcomeController.py:4
      POST /v1/in routes/old.py:5 -> app/controllers/WelcomeController.py:4
      GET / routes/web.py:5 -> app/controllers/WelcomeController.py:4
      POST /save/{id} routes/web.py:6 -> app/controllers/HomeController.py:2
      GET /both/{page} routes/web.py:7 -> app/controllers/WelcomeController.py:4
      POST /both/{page} routes/web.py:7 -> app/controllers/WelcomeController.py:4
      GET /admin routes/web.py:10 -> app/controllers/WelcomeController.py:4
      DELETE /admin/users/{id} routes/web.py:11 -> app/controllers/WelcomeController.py:4
      GET /books routes/web.py:16
      POST /books routes/web.py:16
      GET /books/{id} routes/web.py:16
      PUT /books/{id} routes/web.py:16
      PATCH /books/{id} routes/web.py:16
      DELETE /books/{id} routes/web.py:16
      GET /old routes/web.py:17`,
  },
];

checkCases("Feathers", feathers);
checkCases("Fresh", fresh);
checkCases("Egg", egg);
checkCases("Masonite", masonite);
