import { type Case, checkCases } from "./cases.ts";

const foldersOfRoutersThatAreLoadedByName: readonly Case[] = [
  {
    name: "reads what a folder holds, and puts each file below its own name",
    files: {
      "index.js": `const express = require("express");
const fs = require("fs");
const path = require("path");
const app = express();
fs.readdirSync(path.join(__dirname, "routes")).forEach((file) => {
  const route = require(\`./routes/\${file}\`);
  app.use("/api/" + file.split(".")[0], route);
});
app.listen(1);
`,
      "routes/users.js": `const router = require("express").Router();
router.get("/", (req, res) => res.send("x"));
module.exports = router;
`,
      "routes/posts.js": `const router = require("express").Router();
router.get("/:id", (req, res) => res.send("x"));
module.exports = router;
`,
    },
    table: `
      GET /api/posts/{id} routes/posts.js:2
      GET /api/users routes/users.js:2`,
  },
  {
    name: "follows globs, base names, dynamic imports and functions that register",
    files: {
      "src/server.ts": `import express from "express";
import { globSync } from "glob";
import path from "node:path";
import { readdirSync } from "node:fs";
const app = express();
for (const file of globSync(path.join(__dirname, "modules/**/*.routes.{ts,js}"))) {
  require(path.resolve(file))(app);
}
const folder = path.resolve(__dirname, "v1");
readdirSync(folder, { withFileTypes: true }).map(async (entry) => {
  const name = path.basename(entry.name, path.extname(entry.name));
  const module = await import(path.join(folder, entry.name));
  app.use(\`/v1/\${name}\`, module.default);
});
`,
      "src/modules/users/users.routes.ts": `import type { Express } from "express";
export = (app: Express) => { app.get("/users", (req, res) => { res.send("x"); }); };
`,
      "src/v1/things.ts": `import { Router } from "express";
export default Router().get("/:id", (req, res) => { res.send("x"); });
`,
    },
    table: `
      GET /users src/modules/users/users.routes.ts:2
      GET /v1/things/{id} src/v1/things.ts:2`,
  },
  {
    name: "registers plugins of Fastify that a glob finds",
    files: {
      "src/server/index.ts": `import Fastify from "fastify";
import path from "path";
import { glob } from "glob";
export default class Server {
  private server = Fastify();
  addRouter(config = {}) {
    const target = Object.assign({}, { folder: "../routes/**/*.route.@(js|ts)", prefix: "api" }, config);
    const files = glob.sync(path.resolve(__dirname, target.folder));
    files.flat(Infinity).forEach((file) => this.server.register(require(file), { prefix: target.prefix }));
    return this;
  }
  bootstrap() { this.addRouter(); return this; }
}
`,
      "src/index.ts": `import Server from "./server";
new Server().bootstrap();
`,
      "src/routes/tag.route.ts": `import type { FastifyInstance } from "fastify";
export default async (server: FastifyInstance) => { server.route({ method: "GET", url: "/tags", handler: async () => [] }); };
`,
    },
    table: `
      GET /api/tags src/routes/tag.route.ts:2`,
  },
  {
    name: "follows a module that is imported by the address of its file",
    files: {
      "package.json": `{"type":"module"}`,
      "lib/app.mjs": `import express from "express";
import { readdir } from "node:fs/promises";
import { dirname, join, parse } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
const folder = join(dirname(fileURLToPath(import.meta.url)), "modules");
const app = express();
for (const file of await readdir(folder)) {
  const module = await import(pathToFileURL(join(folder, file)));
  app.use("/" + parse(file).name, module.default());
}
app.listen(3000);
`,
      "lib/modules/breads.mjs": `import { Router } from "express";
export default () => Router().get("/:bread", (req, res) => res.json({}));
`,
    },
    table: "GET /breads/{bread} lib/modules/breads.mjs:2",
  },
  {
    name: "walks folders by what their entries are, through a function that calls itself by its own name",
    files: {
      "app.js": `const express = require("express");
const path = require("path");
const walk = require("./walk");
const app = express();
for (const { file, url } of walk(path.join(__dirname, "routes"))) {
  const verbs = require(file);
  Object.entries(verbs).forEach(([verb, handler]) => app[verb](url, handler));
}
app.listen(3000);
`,
      "walk.js": `const fs = require("fs");
const path = require("path");
module.exports = function walk(dir, base = "") {
  return fs.readdirSync(dir, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(dir, entry.name);
    if (entry.isDirectory()) return walk(file, base + "/" + entry.name);
    const name = path.basename(entry.name, ".js");
    const url = name === "index" ? base || "/" : base + "/" + name;
    return [{ file, url: url.replace(/\\[(\\w+)\\]/g, ":$1") }];
  });
};
`,
      "routes/index.js": `exports.get = (req, res) => res.send("x");
`,
      "routes/parcels/index.js": `exports.post = (req, res) => res.send("x");
`,
      "routes/parcels/[id].js": `exports.get = (req, res) => res.send("x");
`,
    },
    table: `
      GET / app.js:7 -> routes/index.js:1
      GET /parcels/{id} app.js:7 -> routes/parcels/[id].js:1
      POST /parcels app.js:7 -> routes/parcels/index.js:1`,
  },
  {
    name: "takes the names of modules from a list in JSON, and the loader that an ES module makes itself",
    files: {
      "app.js": `import express from "express";
import { createRequire } from "node:module";
const require = createRequire(import.meta.url);
const { modules } = require("./modules.json");
const app = express();
modules.forEach((name) => app.use(\`/internal/\${name}\`, require(\`./\${name}/\${name}.cjs\`)));
app.listen(1);
`,
      "modules.json": `{ "modules": ["jobs", "metrics"] }`,
      "jobs/jobs.cjs": `const router = require("express").Router();
router.post("/:name/run", (req, res) => res.send({}));
module.exports = router;
`,
      "metrics/metrics.cjs": `const router = require("express").Router();
router.get("/", (req, res) => res.send({}));
module.exports = router;
`,
      "reports/reports.cjs": `const router = require("express").Router();
router.get("/daily", (req, res) => res.send({}));
module.exports = router;
`,
    },
    table: `
      POST /internal/jobs/{name}/run jobs/jobs.cjs:2
      GET /internal/metrics metrics/metrics.cjs:2
      GET /daily reports/reports.cjs:2 !not-registered`,
  },
  {
    name: "walks a folder by a generator that calls itself, and a tree of routes as deep as it is",
    files: {
      "src/app.js": `import express, { Router } from "express";
import { readdir } from "node:fs/promises";
import { join, parse, relative, sep } from "node:path";
import { tree } from "./tree.js";
const VERBS = new Set(["get", "post"]);
function plant(router, node, path = "") {
  for (const [key, value] of Object.entries(node)) {
    if (VERBS.has(key)) router[key](path || "/", value);
    else plant(router, value, \`\${path}/\${key}\`);
  }
  return router;
}
async function* walk(folder) {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const full = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(full);
    else if (entry.name.endsWith(".controller.js")) yield full;
  }
}
const app = express();
app.use("/harbour", plant(Router(), tree));
const root = join(import.meta.dirname, "controllers");
for await (const file of walk(root)) {
  const { default: router } = await import(file);
  const { dir, name } = parse(relative(root, file));
  const base = name.replace(".controller", "");
  app.use("/" + [...dir.split(sep), base === "index" ? "" : base].filter(Boolean).join("/"), router);
}
app.listen(3000);
`,
      "src/tree.js": `const send = (req, res) => res.json({});
export const tree = { ships: { get: send, ":imo": { get: send, crew: { list: { post: send } } } } };
`,
      "src/controllers/admin/index.controller.js": `import { Router } from "express";
export default Router().get("/stats", (req, res) => res.send("x"));
`,
      "src/controllers/users.controller.js": `import { Router } from "express";
export default Router().get("/:id", (req, res) => res.send("x"));
`,
      "src/controllers/users.service.js": "export default class Users {}",
    },
    table: `
      GET /harbour/ships src/app.js:8 -> src/tree.js:1
      GET /harbour/ships/{imo} src/app.js:8 -> src/tree.js:1
      POST /harbour/ships/{imo}/crew/list src/app.js:8 -> src/tree.js:1
      GET /admin/stats src/controllers/admin/index.controller.js:2
      GET /users/{id} src/controllers/users.controller.js:2`,
  },
];

const serversThatGlueComposes: readonly Case[] = [
  {
    name: "registers the plugins of a manifest, each below its prefix",
    files: {
      "lib/index.js": `const Glue = require("@hapi/glue");
const manifest = require("./manifest");
const start = async () => {
  const server = await Glue.compose(manifest, { relativeTo: process.cwd() + "/lib/modules" });
  server.route({ method: "GET", path: "/status", handler: () => "up" });
  await server.start();
};
start();
`,
      "lib/manifest.js": `module.exports = {
  server: { port: 8000 },
  register: { plugins: [
    { plugin: "@hapi/inert" },
    { plugin: "./api", routes: { prefix: "/api" } },
    { plugin: require("./modules/pages") },
  ] },
};
`,
      "lib/modules/api/index.js": `exports.plugin = {
  name: "api",
  register: async (server, options) => { server.route(require("./routes")(server)); },
};
`,
      "lib/modules/api/routes.js": `module.exports = (server) => [{ method: "POST", path: "/users", handler: () => 1 }];
`,
      "lib/modules/pages.js": `exports.plugin = {
  name: "pages",
  register(server) { server.route({ method: "GET", path: "/home", handler: () => 1 }); },
};
`,
    },
    table: `
      POST /api/users lib/modules/api/routes.js:1
      GET /home lib/modules/pages.js:3
      GET /status lib/index.js:5`,
  },
];

checkCases("folders of routers that are loaded by name", foldersOfRoutersThatAreLoadedByName);
checkCases("servers that Glue composes", serversThatGlueComposes);
