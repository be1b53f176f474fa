import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { matchUrl } from "../../../src/engine/routes/match/matchUrl.ts";
import { parseRouteQuery } from "../../../src/engine/routes/match/routeQuery.ts";
import { listRoutes } from "../../../src/report/routes/listRoutes.ts";
import { routesJson } from "../../../src/report/routes/routesJson.ts";
import { routesOutline, routesOutlineText } from "../../../src/report/routes/routesOutline.ts";
import { readTable } from "../../engine/routes/workspace.ts";

const plain = (text: string) => text;

/** The routes of an Express application, each registered on a line of its own from the third on. */
const tableOf = (...paths: readonly string[]) =>
  readTable({
    "app.js": `const express = require("express");
      const app = express();
      ${paths.map((path) => `app.get("${path}", (req, res) => res.send(""));`).join("\n")}
      app.listen(1);`,
  });
const pathsOf = async (...paths: readonly string[]) =>
  listRoutes((await tableOf(...paths)).routes).map(({ path }) => path);

suite("the rows that lists show for routes", () => {
  test("one for an optional segment, wherever in the path it stands", async () => {
    assert.deepEqual(await pathsOf("/user/:id{/:op}", "/docs{/:page}/end", "/a{/:b}/x{/:c}"), [
      "/user/{id}{/op}",
      "/docs{/page}/end",
      "/a{/b}/x{/c}",
    ]);
  });

  test("one for each path of a group that holds more or other than one segment, or that is the start of a path", async () => {
    assert.deepEqual(await pathsOf("/a{/b}", "/c{/:d/:e}", "/f{.:g}", "{/:lang}/about"), [
      "/a/b",
      "/a",
      "/c/{d}/{e}",
      "/c",
      "/f.{g}",
      "/f",
      "/{lang}/about",
      "/about",
    ]);
  });

  test("one for each path where something is wrong with some only", async () => {
    const { routes } = await tableOf("/user/me", "/user{/:id}", "/user");
    const user = listRoutes(routes).map(({ path, problems }) => `${path} ${problems}`);
    assert.deepEqual(user, ["/user/me ", "/user{/id} ", "/user duplicate"]);
    const { routes: others } = await tableOf("/user", "/user{/:id}");
    const apart = listRoutes(others).map(({ path, problems }) => `${path} ${problems}`);
    assert.deepEqual(apart, ["/user ", "/user/{id} ", "/user duplicate"]);
  });

  test("in JSON and in the outline, found by a URL of either path, while a URL is matched with the path behind it", async () => {
    const table = await tableOf("/user/:id{/:op}", "/user/:id/:op/log");
    assert.deepEqual(
      routesJson(table, plain).routes.map(({ method, path, line }) => `${method} ${path} ${line}`),
      ["GET /user/{id}{/op} 3", "GET /user/{id}/{op}/log 4"],
    );
    for (const typed of ["/user/7", "/user/7/edit"]) {
      const { shown, total, nodes } = routesOutline(table, parseRouteQuery(`GET ${typed}`), plain);
      assert.match(routesOutlineText(nodes), /^ {4}GET \/user\/\{id\}\{\/op\} {2}app\.js:3$/m);
      assert.deepEqual([shown, total], [2, 2]);
    }
    assert.equal(matchUrl(table, "GET", "/user/7").matched?.path, "/user/{id}");
    assert.equal(matchUrl(table, "GET", "/user/7/edit").matched?.path, "/user/{id}/{op}");
  });

  test("a node of the outline stands for a route that commands find again", async () => {
    const table = await tableOf("/docs{/:page}");
    const nodes = routesOutline(table, parseRouteQuery(""), plain).nodes.flatMap((node) => node.children());
    assert.deepEqual(
      nodes.map(({ label, route }) => [label, route]),
      [["GET /docs{/page}", table.routes[0]]],
    );
  });
});

suite("the rows of the operations of GraphQL", () => {
  const table = () =>
    readTable({
      "server.js": `import express from "express"; import { ApolloServer } from "@apollo/server";
        import { expressMiddleware } from "@as-integrations/express5"; import { typeDefs } from "./schema.js";
        const user = () => null;
        const app = express();
        app.use("/api/graphql", expressMiddleware(new ApolloServer({ typeDefs, resolvers: { Query: { user } } })));`,
      "schema.js": "export const typeDefs = `type Query { user: Int } type Mutation { add: Int }`;",
    });

  test("stand in JSON behind their endpoint, with the field of the schema, the resolver and the endpoint as the last mount", async () => {
    const rows = routesJson(await table(), plain).routes.filter(({ operation }) => operation !== undefined);
    assert.deepEqual(
      rows.map(({ method, path, operation, file, handler }) => [method, path, operation, file, handler]),
      [
        ["POST", "/api/graphql#Query.user", "Query.user", "schema.js", { file: "server.js", line: 3 }],
        ["POST", "/api/graphql#Mutation.add", "Mutation.add", "schema.js", null],
      ],
    );
    const hops = rows[0]?.mounts.map(({ file, line, prefix }) => `${prefix} ${file}:${line}`);
    assert.deepEqual(hops, ["/api/graphql server.js:5", "/ server.js:5"]);
  });

  test("stand beside their endpoint in the outline, open the resolver, and stand for the endpoint where commands act", async () => {
    const { routes, ...others } = await table();
    const { nodes, total } = routesOutline({ routes, ...others }, parseRouteQuery(""), plain);
    assert.equal(
      routesOutlineText(nodes),
      `server.js  graphql · 4 routes
  /api/graphql  4 routes
    GET /api/graphql  server.js:5
    POST /api/graphql  server.js:5
    POST /api/graphql#Mutation.add  schema.js:1
    POST /api/graphql#Query.user  server.js:3`,
    );
    assert.equal(total, 4);
    const node = nodes[0]
      ?.children()[0]
      ?.children()
      .find(({ label }) => label.endsWith("#Query.user"));
    const endpoint = routes.find(({ method }) => method === "POST");
    assert.equal(node?.location?.line, 3);
    assert.deepEqual(node?.route, { ...endpoint, handler: { file: "server.js", line: 3, column: 22 } });
  });

  test("are found by words and by the path of their endpoint", async () => {
    const shown = async (typed: string) => routesOutline(await table(), parseRouteQuery(typed), plain).shown;
    assert.deepEqual([await shown("query.user"), await shown("/api/graphql"), await shown("/users")], [1, 4, 0]);
  });

  test("share with their endpoint that nothing mounts it, and no other problem", async () => {
    const { routes } = await table();
    const broken = routes.map((route) => ({ ...route, problems: ["shadowed", "not-registered"] as const }));
    const rows = listRoutes(broken).filter(({ operation }) => operation !== undefined);
    assert.deepEqual(
      rows.map(({ problems }) => problems),
      [["not-registered"], ["not-registered"]],
    );
  });
});
