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
