import assert from "node:assert/strict";
import { suite, test } from "node:test";
import type { RankedRoute } from "../../../src/engine/routes/match/rankRoutes.ts";
import { routePicks } from "../../../src/report/routes/routePicks.ts";
import { nearOrder, orderRoute } from "../movedOrder.ts";

const culprit = { file: "service/app.js", line: 3, column: 1 };
const shadowed = { ...orderRoute, path: "/api/v1/orders/latest", problems: ["shadowed" as const], culprit };

const ranked: readonly RankedRoute[] = [
  { kind: "reached", route: { ...orderRoute, deprecated: true }, differs: [] },
  { kind: "written", route: shadowed, differs: [] },
  { kind: "fits", route: shadowed, differs: [] },
  { kind: "near", route: orderRoute, differs: nearOrder.near[0]?.differs ?? [] },
];

suite("routes to choose from", () => {
  test("stand under headings, and say what is wrong or what differs", () => {
    const lines = routePicks(ranked, (text) => text).flatMap(({ heading, picks }) => [
      `-- ${heading}`,
      ...picks.map(({ label, icon, description, detail }) => [label, icon, description, detail].join(" | ")),
    ]);
    assert.deepEqual(lines, [
      "-- reached by this URL",
      "GET /api/v1/orders/{id} | arrow-down | service/routes/orders.js:11 · deprecated | ",
      "-- written for this URL, not served",
      "GET /api/v1/orders/latest | warning | service/routes/orders.js:11 | The earlier, more general route at service/app.js:3 takes its requests.",
      "-- as typed so far",
      "GET /api/v1/orders/latest | warning | service/routes/orders.js:11 · shadowed | ",
      "-- nearly reached",
      'GET /api/v1/orders/{id} | arrow-down | service/routes/orders.js:11 | version: "v1" expected, "v2" asked',
    ]);
  });

  test("are masked", () => {
    const texts = JSON.stringify(
      routePicks(ranked, (text) => text.replaceAll("orders", "•••")).map(({ picks }) =>
        picks.map(({ label, description, detail }) => [label, description, detail]),
      ),
    );
    assert.ok(!texts.includes("orders"), texts);
  });
});
