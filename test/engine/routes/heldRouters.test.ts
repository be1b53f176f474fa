import { type Case, checkCases } from "./cases.ts";

const aRouterThatAFunctionStandsFor: readonly Case[] = [
  {
    name: "is mounted where the middleware that calls it is",
    files: {
      "server.js": `const express = require("express");
const app = express();
const tenants = express.Router();
tenants.get("/mcp", (req, res) => res.json({}));
const byHost = (req, res, next) => {
  if (!req.get("host").startsWith("mcp.")) {
    next();
    return;
  }
  tenants(req, res, next);
};
app.use("/host", byHost);
app.use("/lazy", (req, res, next) => require("./lazy.router")(req, res, next));
app.listen(1);
`,
      "lazy.router.js": `const router = require("express").Router();
router.get("/later", (req, res) => res.json({}));
module.exports = router;
`,
    },
    table: `
      GET /host/mcp server.js:4
      GET /lazy/later lazy.router.js:2`,
  },
  {
    name: "gets only the method that a description names",
    files: {
      "server.ts": `import express, { type Express } from "express";
import { createRoute } from "./create";
import { switched } from "./switched";
const app = express();
createRoute(app, { path: "/health", method: "GET", handler: (req, res) => { res.json({}); } });
createRoute(app, { path: "/jobs/:id", method: "PUT", handler: (req, res) => { res.json({}); } });
switched(app, "post", "/switched", (req, res) => { res.json({}); });
app.listen(1);
`,
      "create.ts": `import type { Express } from "express";
export const createRoute = (server: Express, rh: Route): void => {
  if (rh.method === "GET") {
    server.get(rh.path, rh.handler);
  } else if (rh.method === "POST") {
    server.post(rh.path, rh.handler);
  } else if (rh.method === "PUT") {
    server.put(rh.path, rh.handler);
  } else {
    server.all(rh.path, rh.handler);
  }
};
`,
      "switched.ts": `import type { Express } from "express";
export function switched(server: Express, method: string, path: string, handler: unknown) {
  switch (method) {
    case "get":
      server.get(path, handler);
      break;
    case "put":
    case "post":
      server.post(path, handler);
      break;
    default:
      server.delete(path, handler);
  }
}
`,
    },
    table: `
      GET /health server.ts:5
      PUT /jobs/{id} server.ts:6
      POST /switched server.ts:7`,
  },
];

const expressWhoseRoutersStandInACollection: readonly Case[] = [
  {
    name: "mounts what a Map holds",
    files: {
      "server.js": `const express = require("express");
const app = express();
const users = express.Router();
users.get("/u", (req, res) => res.json([]));
const posts = express.Router();
posts.get("/p", (req, res) => res.json([]));
const registry = new Map([["/users", users]]);
registry.set("/posts", posts);
for (const [path, router] of registry) app.use(path, router);
app.listen(1);
`,
    },
    table: `
      GET /users/u server.js:4
      GET /posts/p server.js:6`,
  },
  {
    name: "mounts by forEach, and what a Set holds",
    files: {
      "server.js": `const express = require("express");
const app = express();
const users = express.Router();
users.get("/u", (req, res) => res.json([]));
const registry = new Map();
registry.set("/users", users);
registry.forEach((router, path) => app.use(path, router));
const set = new Set([users]);
for (const r of set) app.use("/set", r);
app.listen(1);
`,
    },
    table: `
      GET /users/u server.js:4
      GET /set/u server.js:4`,
  },
  {
    name: "does not know what is taken out by a name",
    files: {
      "server.js": `const express = require("express");
const app = express();
const users = express.Router();
users.get("/u", (req, res) => res.json([]));
const registry = new Map([["users", users]]);
app.use("/x", registry.get(process.env.WHICH));
app.listen(1);
`,
    },
    table: `
      GET /u server.js:4 ?mounted where it cannot be followed (server.js:5)`,
  },
  {
    name: "does not know where a handler serves what it was made of",
    files: {
      "server.js": `const express = require("express");
const app = express();
const users = express.Router();
users.get("/u", (req, res) => res.json([]));
const byHost = (host, router) => (req, res, next) => (req.hostname === host ? router(req, res, next) : next());
app.use(byHost("users.example", users));
app.listen(1);
`,
    },
    table: `
      GET /u server.js:4 ?mounted where it cannot be followed (server.js:6)`,
  },
];

checkCases("a router that a function stands for", aRouterThatAFunctionStandsFor);
checkCases("Express, whose routers stand in a collection", expressWhoseRoutersStandInACollection);
