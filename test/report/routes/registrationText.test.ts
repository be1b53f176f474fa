import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { registrationText } from "../../../src/report/routes/registrationText.ts";
import { orderRoute } from "../movedOrder.ts";

const links = {
  open: ({ file, line }: { file: string; line: number }) => `open:${file}:${line}`,
  diagnose: "command:diagnose",
};
const mount = { file: "service/app.js", line: 12, column: 3, prefix: "/api/v1" };
const culprit = { file: "service/v1.js", line: 4, column: 1 };

suite("the hover on a registration", () => {
  test("names the whole path, what is wrong, mounts and handler, with links", () => {
    const route = {
      ...orderRoute,
      deprecated: true,
      problems: ["shadowed" as const],
      culprit,
      mounts: [mount],
      handler: { file: "service/show_order.js", line: 2, column: 1 },
    };
    assert.equal(
      registrationText([route], links, (text) => text),
      `\`GET /api/v1/orders/{id}\` (deprecated)

The earlier, more general route at service/v1.js:4 takes its requests.

Mounted under \`/api/v1\` at [service/app.js:12](open:service/app.js:12).

Handled at [service/show\\_order.js:2](open:service/show_order.js:2).

[Diagnose 404](command:diagnose)`,
    );
  });

  test("names every path of a router that is mounted twice, masked", () => {
    const text = registrationText([orderRoute, { ...orderRoute, path: "/v2/orders/{id}" }], links, (one) =>
      one.replaceAll("orders", "•••"),
    );
    assert.equal(text, "`GET /api/v1/•••/{id}`\n\n`GET /v2/•••/{id}`\n\n[Diagnose 404](command:diagnose)");
  });
});
