import { type Case, checkCases } from "./cases.ts";

const APP = `const express = require("express"); const app = express();`;

const cases: readonly Case[] = [
  {
    name: "joins mounts of CommonJS, ESM and TypeScript modules, and constants of other files",
    files: {
      "src/app.ts": `import express from "express";
        import { API } from "./config.js";
        import users from "./users";
        import * as orders from "./orders";
        export const app = express();
        app.use(API, users);
        app.use(\`\${API}/orders\`, orders.router);
        app.use(API + "/tags", require("./tags"));`,
      "src/config.ts": `const base = "/api"; export const API = base + "/v1";`,
      "src/users/index.ts": `export { default } from "./routes";`,
      "src/users/routes.ts": `import { Router } from "express"; import { list } from "../handlers";
        const router: Router = Router();
        router.get("/users", list);
        export default router;`,
      "src/handlers.ts": `export async function list(req: any, res: any) { res.json([]); }`,
      "src/orders.ts": `import { Router } from "express"; export const router = Router();
        router.route("/:id")
          .get((req, res) => res.json(1))
          .delete((req, res) => res.json(1));`,
      "src/tags.js": `const router = require("express").Router();
        router.get("/", (req, res) => res.json([])); module.exports = router;`,
    },
    table: `
      GET /api/v1/users src/users/routes.ts:3 -> src/handlers.ts:1
      GET /api/v1/orders/{id} src/orders.ts:3
      DELETE /api/v1/orders/{id} src/orders.ts:4
      GET /api/v1/tags src/tags.js:2`,
  },
  {
    name: "follows path aliases of tsconfig and packages of the same workspace",
    files: {
      "tsconfig.base.json": `{ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["libs/*/src"] } } }`,
      "apps/web/tsconfig.json": `{ // comments are allowed
        "extends": "../../tsconfig.base.json", }`,
      "apps/web/main.ts": `import express from "express"; import { users } from "@lib/users"; import { tags } from "@acme/tags";
        const app = express(); app.use("/u", users); app.use("/t", tags);`,
      "libs/users/src/index.ts": `export * from "./lib";`,
      "libs/users/src/lib.ts": `import { Router } from "express"; export const users = Router(); users.get("/a", (q, s) => s.end());`,
      "libs/tags/package.json": `{ "name": "@acme/tags", "main": "dist/index.js" }`,
      "libs/tags/src/index.ts": `import { Router } from "express"; export const tags = Router(); tags.get("/b", (q, s) => s.end());`,
    },
    table: `
      GET /u/a libs/users/src/lib.ts:1
      GET /t/b libs/tags/src/index.ts:1`,
  },
  {
    name: "follows routers through factories, arguments, classes, loops and attributes",
    files: {
      "app.ts": `import express, { Application } from "express";
        import { UsersRoute } from "./users"; import { build } from "./build"; import { setup } from "./setup";
        class App {
          public app: Application = express();
          constructor(routes: any[]) { this.initialise(routes); }
          private initialise(routes: any[]) { routes.forEach((route) => { this.app.use("/api", route.router); }); }
        }
        const server = new App([new UsersRoute(), new UsersRoute("/people")]);
        server.app.use("/built", build("x"));
        setup(server.app);`,
      "users.ts": `import { Router } from "express";
        export class UsersRoute {
          public router = Router();
          constructor(public path = "/users") { this.routes(); }
          private routes() {
            this.router.get(this.path, this.list);
            this.router.get(\`\${this.path}/:id(\\\\d+)\`, this.show.bind(this));
          }
          list = (req: any, res: any) => res.json([]);
          show(req: any, res: any) { res.json(1); }
        }`,
      "build.ts": `import express from "express";
        export const build = (name: string) => { const router = express.Router();
          router.get("/" + name, (req, res) => { res.json(1); }); return router; };`,
      "setup.ts": `import type { Express } from "express";
        export function setup(app: Express) { app.get("/late", (req, res) => { res.json(1); }); }`,
    },
    table: `
      GET /api/users users.ts:6 -> users.ts:9
      GET /api/users/{id} users.ts:7 -> users.ts:10
      GET /api/people users.ts:6 -> users.ts:9
      GET /api/people/{id} users.ts:7 -> users.ts:10
      GET /built/x app.ts:9 -> build.ts:3
      GET /late setup.ts:2`,
  },
  {
    name: "says which routes are not registered, and which mounts cannot be followed",
    files: {
      "app.js": `${APP} const known = express.Router(); known.get("/a", (q, s) => s.end()); app.use(known);
        app.use(process.env.PREFIX, require("./configured"));
        hand(require("./handed"));`,
      "orphan.js": `const { Router } = require("express"); const router = Router(); router.get("/o", (q, s) => s.end()); module.exports = router;`,
      "configured.js": `const { Router } = require("express"); const router = Router(); router.get("/c", (q, s) => s.end()); module.exports = router;`,
      "handed.js": `const { Router } = require("express"); const router = Router(); router.get("/h", (q, s) => s.end()); module.exports = router;`,
      "never.js": `module.exports = (app) => { app.get("/never", (q, s) => s.end()); };`,
    },
    table: `
      GET /a app.js:1
      GET /c configured.js:1 ?process.env.PREFIX
      GET /h handed.js:1 ?mounted where it cannot be followed (app.js:3)
      GET /never never.js:1 !not-registered
      GET /o orphan.js:1 !not-registered`,
  },
  {
    name: "reads nothing from client code, maps, settings, comments and strings",
    files: {
      "app.js": `${APP} const cache = new Map(); const axios = require("axios"); const request = require("supertest");
        // app.get("/commented", handler);
        cache.get("/map"); axios.get("/client"); app.get("title"); app.set("/x", 1);
        const text = 'app.get("/text", f)'; db.delete("/rows");
        request(app).get("/tested");
        app.get("/only", (req, res) => { cache.get("/inner"); res.end(req.get("/header")); });`,
    },
    table: `GET /only app.js:6`,
  },
  {
    name: "tells what keeps a route from its requests",
    files: {
      "app.js": `${APP} const gone = {};
        app.get("/users/:id", (req, res) => res.json(1));
        app.get("/users/me", (req, res) => res.json(2));
        app.post("/users/me", (req, res) => res.json(2));
        app.get("/users/:name", (req, res) => res.json(3));
        app.get("/maybe/:id", (req, res, next) => (req.query.x ? res.json(1) : next()));
        app.get("/maybe/known", (req, res) => res.json(2));
        app.get("nothing", (req, res) => res.json(3));
        app.get("/broken", gone.handler);
        app.all("*", (req, res) => res.status(404).end());
        app.get("/after", (req, res) => res.json(4));`,
    },
    table: `
      GET /users/{id} app.js:2
      GET /users/me app.js:3 !shadowed by app.js:2
      POST /users/me app.js:4
      GET /users/{name} app.js:5 !duplicate by app.js:2
      GET /maybe/{id} app.js:6
      GET /maybe/known app.js:7
      GET /nothing app.js:8 !missing-slash
      GET /broken app.js:9 !missing-handler
      ANY /{path*} app.js:10 (fallback)
      GET /after app.js:11 !after-catch-all by app.js:10`,
  },
  {
    name: "marks what only tests mount",
    files: {
      "app.js": `${APP} app.get("/real", (q, s) => s.end()); module.exports = app;`,
      "test/app.test.js": `const express = require("express"); const app = express();
        app.get("/pretend", (q, s) => s.end());`,
    },
    table: `
      GET /real app.js:1
      GET /pretend test/app.test.js:2 (test)`,
  },
  {
    name: "reads a router that is exported where it is made, and what answers all methods or hands the request on",
    files: {
      "app.js": `const app = require("express")();
        app.use("/status", require("./status"));
        app.all("/login/back", async (req, res, next) => {
          if (req.method !== "POST") return next();
          res.redirect("/"); });
        app.all("/secure", (req, res, next) => { next(); });
        app.all("*", (req, res, next) => { if (req.secure) next(); else res.redirect("/"); });
        app.listen(3000);`,
      "status.js": `const router = (module.exports = require("express").Router());
        router.get("/live", (req, res) => res.send("ok"));`,
    },
    table: `
      GET /status/live status.js:2
      ANY /login/back app.js:3`,
  },
];

checkCases("express", cases);
