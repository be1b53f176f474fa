import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "nests prefixes of plugins, inline, imported and wrapped",
    files: {
      "app.js": `const fastify = require("fastify")({ logger: true });
        fastify.get("/", async () => ({}));
        fastify.register(require("./users"), { prefix: "/api/v1" });
        fastify.register(require("./shared"), { prefix: "/ignored" });
        fastify.register(async function (instance) {
          instance.get("/inline/:id(^\\\\d+$)", { schema: {} }, async () => ({}));
          instance.register(require("./users"), { prefix: "/deep" });
        }, { prefix: "/outer" });`,
      "users.js": `module.exports = async function (fastify, opts) {
          fastify.get("/", list);
          fastify.route({ method: ["GET", "HEAD"], url: "/:id", handler: show });
          fastify.all("/any/*", async () => ({}));
        };
        async function list() {}
        const show = async () => ({});`,
      "shared.js": `const fp = require("fastify-plugin"); module.exports = fp(async (app) => { app.get("/shared", async () => 1); });`,
    },
    table: `
      GET / app.js:2
      GET /api/v1 users.js:2 -> users.js:6
      GET /api/v1/{id} users.js:3 -> users.js:7
      HEAD /api/v1/{id} users.js:3 -> users.js:7
      ANY /api/v1/any/{path*} users.js:4
      GET /shared shared.js:1
      GET /outer/inline/{id} app.js:6
      GET /outer/deep users.js:2 -> users.js:6
      GET /outer/deep/{id} users.js:3 -> users.js:7
      HEAD /outer/deep/{id} users.js:3 -> users.js:7
      ANY /outer/deep/any/{path*} users.js:4`,
  },
  {
    name: "loads folders as @fastify/autoload does",
    files: {
      "app.ts": `import Fastify from "fastify"; import autoLoad from "@fastify/autoload"; import { join } from "node:path";
        const app = Fastify();
        app.register(autoLoad, { dir: join(import.meta.dirname, "routes"), routeParams: true, options: { prefix: "/api" } });`,
      "routes/root.ts": `export default async function (fastify: any) { fastify.get("/", async () => 1); }`,
      "routes/users/index.ts": `import type { FastifyPluginAsync } from "fastify";
        const plugin: FastifyPluginAsync = async (app) => { app.get("/", async () => 1); app.post("/", async () => 1); }; export default plugin;`,
      "routes/users/_id/index.ts": `export default async function (fastify: any) { fastify.get("/posts", async () => 1); }`,
      "routes/other.ts": `export const autoPrefix = "/else"; export default async function (fastify: any) { fastify.get("/x", async () => 1); }`,
    },
    table: `
      GET /api/else/x routes/other.ts:1
      GET /api routes/root.ts:1
      GET /api/users/{id}/posts routes/users/_id/index.ts:1
      GET /api/users routes/users/index.ts:2
      POST /api/users routes/users/index.ts:2`,
  },
  {
    name: "lets the most specific pattern win, whatever the order",
    files: {
      "app.js": `const app = require("fastify")(); app.get("/users/:id", async () => 1); app.get("/users/me", async () => 1);`,
    },
    table: `
      GET /users/{id} app.js:1
      GET /users/me app.js:1`,
  },
  {
    name: "gives a loaded plugin its own prefix or none, leaves out what is turned off or beside an index, and knows what that loads",
    files: {
      "app.js": `const autoLoad = require("@fastify/autoload"); const path = require("node:path");
const app = require("fastify")();
app.register(autoLoad, { dir: path.join(__dirname, "routes"), routeParams: true, ignorePattern: /drafts/, options: { prefix: "/clinic/" } });
`,
      "routes/doctors/index.js": `async function doctors (fastify) { fastify.get("/", async () => []) }
doctors.autoPrefix = "/staff"
module.exports = doctors
`,
      "routes/doctors/notes.js": `module.exports = async function (fastify) { fastify.get("/notes", async () => []) }
`,
      "routes/labs/v2.js": `module.exports = async function (fastify) { fastify.get("/results", async () => []) }
module.exports.prefixOverride = "/lab"
`,
      "routes/off.js": `module.exports = async function (fastify) { fastify.get("/off", async () => []) }
module.exports.autoload = false
`,
      "routes/drafts/index.js": `module.exports = async function (fastify) { fastify.get("/", async () => []) }
`,
      "routes/beds/ward-__ward/index.js": `module.exports = async function (fastify) { fastify.get("/", async () => []) }
`,
    },
    table: `
      GET /clinic/beds/ward-{ward} routes/beds/ward-__ward/index.js:1
      GET /clinic/staff routes/doctors/index.js:1
      GET /lab/results routes/labs/v2.js:1
      GET /notes routes/doctors/notes.js:1 !not-registered
      GET / routes/drafts/index.js:1 !not-registered
      GET /off routes/off.js:1 !not-registered`,
  },
];

checkCases("fastify", cases);
