import assert from "node:assert/strict";
import { join } from "node:path";
import { suite, test } from "node:test";
import type { RouteProblem } from "../../../src/engine/model/route.ts";
import { readRoutes } from "../../../src/engine/routes/reading/readRoutes.ts";
import { createDiskFiles } from "../../../src/node/diskFiles.ts";
import { routeRemarks } from "../../../src/report/routes/routeRemarks.ts";
import { grammars } from "../../engine/routes/workspace.ts";
import { orderRoute } from "../movedOrder.ts";

const culprit = { file: "service/app.js", line: 3, column: 1 };
const empty = { rewrites: [], stats: { files: 0, parsed: 0, ms: 0 } };
const problems: readonly RouteProblem[] = [
  "not-registered",
  "shadowed",
  "after-catch-all",
  "duplicate",
  "missing-handler",
  "constraint-conflict",
  "doubled-prefix",
  "missing-slash",
  "unreachable-version",
];

const folder = join(import.meta.dirname, "../../apps");

/** What is said of each sample app: the file and what is wrong there. */
const remarked: Readonly<Record<string, readonly string[]>> = {
  aiohttp3: ["shop.py not-registered", "shop.py shadowed", "shop.py shadowed"],
  django3: ["urls.py after-catch-all", "urls.py duplicate", "urls.py shadowed"],
  express4: [
    "src/routes/refunds.js not-registered",
    "src/server.js after-catch-all",
    "src/server.js duplicate",
    "src/server.js shadowed",
  ],
  express5: [
    "src/routes/doubled.js doubled-prefix",
    "src/routes/legacy.js duplicate",
    "src/routes/orders.js duplicate",
    "src/routes/orders.js shadowed",
    "src/routes/users.js not-registered",
    "src/server.js after-catch-all",
    "src/server.js missing-slash",
  ],
  fastapi0: [
    "app.py after-catch-all",
    "app.py duplicate",
    "app.py not-registered",
    "app.py shadowed",
    "shop/orders.py not-registered",
  ],
  fastify5: ["src/routes/refunds.js not-registered"],
  flask2: ["app.py duplicate", "shop/admin.py not-registered"],
  hapi21: [],
  hono4: ["src/routes/refunds.js not-registered", "src/server.js shadowed"],
  kit2: [],
  koa3: ["src/routes/refunds.js not-registered", "src/server.js shadowed"],
  nest11: ["src/orders.controller.ts not-registered"],
  nestUnversioned: ["src/server.ts unreachable-version", "src/server.ts unreachable-version"],
  reactRouter8: [],
};

suite("remarks on routes", () => {
  test("name the route, say what is wrong, and lead to what takes its requests", () => {
    const routes = [{ ...orderRoute, problems: ["shadowed" as const], culprit }];
    assert.deepEqual(
      routeRemarks({ ...empty, routes }, (text) => text),
      [
        {
          location: { file: "service/routes/orders.js", line: 11, column: 1 },
          code: "shadowed",
          message: "GET /api/v1/orders/{id}: the earlier, more general route at service/app.js:3 takes its requests.",
          related: { location: culprit, message: "answers GET /api/v1/orders/{id} first" },
        },
      ],
    );
  });

  test("are one sentence for each problem, and masked", () => {
    const routes = problems.map((problem) => ({ ...orderRoute, problems: [problem] }));
    const messages = routeRemarks({ ...empty, routes }, (text) => text.replace("orders", "•••")).map(
      ({ message }) => message,
    );
    assert.equal(new Set(messages).size, problems.length);
    for (const message of messages) {
      assert.match(message, /^GET \/api\/v1\/•••\/\{id\}: [^.]+\.$|\{id\}\.$/);
    }
  });

  test("leave out routes that are in order, and those of tests", () => {
    const routes = [orderRoute, { ...orderRoute, test: true, problems: ["shadowed" as const] }];
    assert.deepEqual(
      routeRemarks({ ...empty, routes }, (text) => text),
      [],
    );
  });

  // What the running apps never serve is asked of them in test/engine/routes: sampleApps, pythonApps, express5App, nestVersions.
  for (const [name, expected] of Object.entries(remarked)) {
    test(`are right about the sample app ${name}`, async () => {
      const table = await readRoutes(createDiskFiles(join(folder, name)), grammars);
      const remarks = routeRemarks(table, (text) => text);
      assert.deepEqual(remarks.map(({ location, code }) => `${location.file} ${code}`).sort(), expected);
    });
  }
});
