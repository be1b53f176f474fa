import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { ask } from "../runningApp.ts";
import { readTable } from "../workspace.ts";

/** The prefixes of the mounts of the only route, from the application down. */
async function prefixesOf(mounts: string): Promise<readonly string[]> {
  const table = await readTable({
    "app.js": `const express = require("express");
const app = express();
const outer = express.Router();
const inner = express.Router();
inner.get("/a", (request, response) => response.end());
${mounts}`,
  });
  assert.equal(table.routes.length, 1);
  return table.routes.flatMap((route) => route.mounts.map(({ prefix }) => prefix));
}

/** The paths that are said to repeat the prefix \`/users\` of the router that holds them. */
async function doubled(...paths: readonly string[]): Promise<readonly string[]> {
  const { routes } = await readTable({
    "app.js": `const express = require("express");
const app = express();
const own = express.Router();
${paths.map((path) => `own.get("${path}", (request, response) => response.end());`).join("\n")}
app.use("/api/users", own);`,
  });
  return routes.filter((route) => route.problems.includes("doubled-prefix")).map((route) => route.path);
}

describe("a prefix that is written twice", () => {
  it("is a mistake where a router holds nothing but what repeats it", async () => {
    assert.deepEqual(await doubled("/", "/users/:id", "/:id/orders"), ["/api/users/users/{id}"]);
  });

  it("is a name where a router holds other things beside it", async () => {
    assert.deepEqual(await doubled("/users/:id", "/groups/:id"), []);
  });

  it("is a mistake beside anything when more than one segment is repeated", async () => {
    assert.deepEqual(await doubled("/api/users/:id", "/groups/:id"), ["/api/users/api/users/{id}"]);
  });
});

describe("the prefix of a mount", () => {
  it("is shown as it is written", async () => {
    assert.deepEqual(await prefixesOf(`app.use("/shop", outer);\nouter.use("/:tenant/orders", inner);`), [
      "/shop",
      "/{tenant}/orders",
    ]);
  });

  it("shows what is unknown of it in its words, and never as nothing", async () => {
    assert.deepEqual(
      await prefixesOf(`app.use(process.env.MOUNT, outer);\nouter.use("/v" + process.env.VERSION + "/orders", inner);`),
      ["/{process.env.MOUNT}", "/v{process.env.VERSION}/orders"],
    );
  });
});

describe("a prefix that a router gives itself and is mounted under as well", () => {
  it("is written twice, as the real router of Koa answers", async () => {
    const text = `const Koa = require("koa"); const { Router } = require("@koa/router"); const koa = new Koa();
const users = new Router({ prefix: "/users" });
users.get("/:id", (ctx) => { ctx.body = { file: "app.js", line: 3 }; });
const api = new Router();
api.use("/users", users.routes());
koa.use(api.routes());
`;
    const server = createServer(
      new Function("require", `${text}return koa.callback();`)(createRequire(import.meta.url)),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    assert.equal((await ask(server, "GET", "/users/7")).status, 404);
    assert.equal((await ask(server, "GET", "/users/users/7")).where, "app.js:3");
    server.close();
    const { routes } = await readTable({ "app.js": text });
    assert.deepEqual(
      routes.map(({ path, problems }) => `${path} ${problems.join()}`),
      ["/users/users/{id} doubled-prefix"],
    );
  });
});
