import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "joins routes, base paths, chains and described routes",
    files: {
      "index.ts": `import { Hono } from "hono"; import users from "./users"; import { docs } from "./docs";
        const app = new Hono().basePath("/api");
        app.get("/", (c) => c.text("x"));
        app.route("/users", users);
        app.route("/", docs);
        app.on(["PUT", "DELETE"], ["/a/:id{[0-9]+}", "/b/:name?"], (c) => c.text("x"));
        app.get("/files/*", (c) => c.text("x"));
        export default app;`,
      "users.ts": `import { Hono } from "hono"; const users = new Hono()
          .get("/", (c) => c.json([]))
          .post((c) => c.json(1))
          .get("/:id", (c) => c.json(1));
        export default users;`,
      "docs.ts": `import { OpenAPIHono, createRoute } from "@hono/zod-openapi"; export const docs = new OpenAPIHono();
        const route = createRoute({ method: "get", path: "/docs/{page}", responses: {} });
        docs.openapi(route, (c) => c.json(1));`,
    },
    table: `
      GET /api index.ts:3
      GET /api/users users.ts:2
      POST /api/users users.ts:3
      GET /api/users/{id} users.ts:4
      GET /api/docs/{page} docs.ts:3
      PUT /api/a/{id} index.ts:6
      DELETE /api/a/{id} index.ts:6
      PUT /api/b/{name} index.ts:6
      DELETE /api/b/{name} index.ts:6
      GET /api/files/{path*} index.ts:7`,
  },
  {
    name: "lists the description that an application serves of itself",
    files: {
      "index.ts": `import { OpenAPIHono } from "@hono/zod-openapi";
const app = new OpenAPIHono().basePath("/api");
app.doc("/openapi.json", { openapi: "3.0.0", info: { title: "x", version: "1" } });
export default app;
`,
    },
    table: "GET /api/openapi.json index.ts:3",
  },
];

checkCases("hono", cases);
