import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { Route, RouteTable } from "../../../src/engine/model/route.ts";
import { parseRouteQuery } from "../../../src/engine/routes/match/routeQuery.ts";
import { mountHops } from "../../../src/report/routes/mountHops.ts";
import {
  folderNode,
  type RouteNode,
  routesOutline,
  routesOutlineText,
} from "../../../src/report/routes/routesOutline.ts";
import { assertLinear } from "../../growth.ts";
import { orderRoute } from "../movedOrder.ts";

const plain = (text: string) => text;
const mount = { file: "service/app.js", line: 12, column: 3, prefix: "/api/v1" };
const culprit = { file: "service/routes/orders.js", line: 11, column: 1 };
const served = { ...orderRoute, mounts: [mount] };
const page: Route = { ...orderRoute, framework: "next", path: "/{slug}", file: "web/app/[slug]/page.tsx", line: 1 };

const table: RouteTable = {
  routes: [
    { ...served, handler: { file: "service/handlers.js", line: 3, column: 1 } },
    { ...served, method: "POST", path: "/api/v1/orders", line: 20 },
    { ...served, path: "/api/v1/orders/latest", line: 30, problems: ["shadowed"], culprit },
    { ...served, path: "/status", line: 40, deprecated: true },
    { ...served, path: "/tail", line: 50, unresolved: "env.PREFIX" },
    { ...orderRoute, path: "/refunds", file: "service/routes/refunds.js", problems: ["not-registered"] },
    { ...orderRoute, path: "/fake", file: "test/orders.test.js", test: true },
    { ...orderRoute, framework: "next", path: "/api/next", file: "web/app/api/next/route.ts", line: 3 },
  ],
  pages: [{ ...page, page: true }],
  rewrites: [
    { kind: "vite-proxy", from: "/backend/*", to: "http://localhost:4000/*", file: "web/vite.config.ts", line: 5 },
  ],
  stats: { files: 9, parsed: 4, ms: 12 },
};

const show = (query: string) => {
  const { shown, total, nodes } = routesOutline(table, parseRouteQuery(query), plain);
  return `${shown} of ${total}\n${routesOutlineText(nodes)}`;
};

/** Every node, from the top. */
const flatten = (nodes: readonly RouteNode[]): readonly RouteNode[] =>
  nodes.flatMap((node) => [node, ...flatten(node.children())]);
const all = flatten(routesOutline(table, parseRouteQuery(""), plain).nodes);
const nodeOf = (label: string) => {
  const found = all.find((node) => node.label === label);
  assert.ok(found, label);
  return found;
};

suite("the outline of a route table", () => {
  test("application, shared resource, routes by path; what is not mounted and tests last; rewrites", () => {
    assert.equal(
      show(""),
      `9 of 9
service/app.js  express · 5 routes · 1 problem
  /api/v1/orders  3 routes · 1 problem
    POST /api/v1/orders  orders.js:20
    GET /api/v1/orders/latest  shadowed · orders.js:30
    GET /api/v1/orders/{id}  orders.js:11
  GET /status  deprecated · orders.js:40
  GET /tail  prefix not known · orders.js:50
web/app  next · 2 routes
  GET /{slug}  page · page.tsx:1
  GET /api/next  route.ts:3
Not mounted anywhere  express · 1 route · 1 problem
  GET /refunds  not registered · refunds.js:11
In tests  express · 1 route
  GET /fake  orders.test.js:11
Rewrites  1 rule
  /backend/* → http://localhost:4000/*  vite-proxy · vite.config.ts:5`,
    );
  });

  test("what a URL, a method or words leave of it", () => {
    const orders = "service/app.js  express · 2 routes · 1 problem\n  /api/v1/orders  2 routes · 1 problem\n";
    assert.equal(
      show("GET http://localhost/api/v1/orders/latest"),
      `2 of 9\n${orders}    GET /api/v1/orders/latest  shadowed · orders.js:30\n    GET /api/v1/orders/{id}  orders.js:11`,
    );
    assert.match(show("/backend/users"), /Rewrites {2}1 rule\n {2}\/backend\/\*/);
    assert.equal(show("nothing like it"), "0 of 9\n");
  });

  test("the whole is told aloud and in the tooltip, what is wrong first", () => {
    const { spoken, tooltip, icon } = nodeOf("GET /api/v1/orders/latest");
    assert.equal(icon, "warning");
    assert.equal(spoken, "GET /api/v1/orders/latest, shadowed, service/routes/orders.js, line 30");
    assert.equal(
      tooltip,
      `GET /api/v1/orders/latest

The earlier, more general route at service/routes/orders.js:11 takes its requests.

Registered at service/routes/orders.js:30 (express).

Mounted under /api/v1 at service/app.js:12.`,
    );
    assert.match(nodeOf("GET /api/v1/orders/{id}").tooltip, /Handled at service\/handlers\.js:3\./);
    assert.match(nodeOf("GET /tail").tooltip, /Its prefix is not known: env\.PREFIX\./);
  });

  test("each method has an icon of its own; what is deprecated is marked", () => {
    const icons = ["GET /api/v1/orders/{id}", "POST /api/v1/orders", "GET /{slug}"].map((label) => nodeOf(label).icon);
    assert.equal(new Set(icons).size, 3);
    assert.deepEqual(
      all.filter(({ isDeprecated }) => isDeprecated).map(({ label }) => label),
      ["GET /status"],
    );
  });

  test("an application opens where it mounts, a route where it is registered", () => {
    assert.deepEqual(nodeOf("service/app.js").location, { file: "service/app.js", line: 12, column: 3 });
    assert.deepEqual(nodeOf("GET /status").location, { file: "service/routes/orders.js", line: 40, column: 1 });
    assert.equal(nodeOf("Not mounted anywhere").location, null);
  });

  test("siblings never share an id, even where one route is registered twice at different lines", () => {
    const twice = { ...table, routes: [orderRoute, { ...orderRoute, line: 12 }, { ...orderRoute, line: 13 }] };
    const [application] = routesOutline(twice, parseRouteQuery(""), plain).nodes;
    const [resource] = application?.children() ?? [];
    assert.equal(new Set(resource?.children().map(({ id }) => id)).size, 3);
  });

  test("ids stay when lines move", () => {
    const moved = { ...table, routes: table.routes.map((route) => ({ ...route, line: route.line + 7 })) };
    const ids = (nodes: readonly RouteNode[]) => flatten(nodes).map(({ id }) => id);
    assert.deepEqual(
      ids(routesOutline(moved, parseRouteQuery(""), plain).nodes),
      all.map(({ id }) => id),
    );
  });

  test("one of several folders stands under its name", () => {
    const node = folderNode("shop", routesOutline(table, parseRouteQuery(""), plain));
    assert.equal(`${node.label}  ${node.description}`, "shop  9 routes");
    assert.equal(node.children().length, 5);
  });

  test("texts are masked", () => {
    const { nodes } = routesOutline(table, parseRouteQuery(""), (text) => text.replaceAll("orders", "•••"));
    const texts = flatten(nodes).flatMap(({ label, description, tooltip, spoken }) => [
      label,
      description,
      tooltip,
      spoken,
    ]);
    assert.deepEqual(
      texts.filter((text) => text.includes("orders")),
      [],
    );
  });

  test("thousands of routes are grouped in time that grows with them, and their nodes made only when asked for", () => {
    const outline = (length: number) => {
      const routes = Array.from({ length }, (_, at) => ({
        ...served,
        path: `/r${at % 500}/{id}/x${at}`,
        line: at + 1,
      }));
      return routesOutline({ ...table, routes }, parseRouteQuery(""), plain);
    };
    assertLinear(outline, 5000);
    const { nodes } = outline(5000);
    assert.equal(nodes[0]?.children()[0]?.isOpen, false, "what is large stands closed");
  });
});

suite("the mounts of a route", () => {
  test("are masked", () => {
    const hops = mountHops({ ...served, line: 9, handler: culprit }, (text) => text.replaceAll("orders", "•••"));
    assert.deepEqual(
      hops.filter(({ label, description }) => `${label} ${description}`.includes("orders")),
      [],
    );
  });

  test("from the application down to the handler", () => {
    const route = { ...served, mounts: [mount, { ...mount, file: "service/v1.js", prefix: "" }], handler: culprit };
    const texts = (hops: ReturnType<typeof mountHops>) =>
      hops.map(({ label, description }) => `${label}  ${description}`);
    assert.deepEqual(texts(mountHops({ ...route, line: 9 }, plain)), [
      "mounted under /api/v1  service/app.js:12",
      "mounted under /  service/v1.js:12",
      "registered as GET /api/v1/orders/{id}  service/routes/orders.js:9",
      "handled here  service/routes/orders.js:11",
    ]);
    assert.equal(mountHops(route, plain).length, 3, "a handler at the registration is no hop of its own");
  });
});
