import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { hoverText } from "../../../src/report/diagnosis/hoverText.ts";
import { movedOrder, nearOrder, orderRoute } from "../movedOrder.ts";

const plain = (text: string) => text;
const links = {
  open: (place: { file: string; line: number }) => `command:open?${place.file}:${place.line}`,
  diagnose: "command:diagnose",
};

suite("hover text", () => {
  test("names the route that a URL reaches", () => {
    const match = { ...nearOrder, matched: orderRoute, near: [] };
    assert.equal(
      hoverText({ match, last: null, verdict: "told" }, links, plain),
      "Reaches `GET /api/v1/orders/{id}` in [service/routes/orders.js:11](command:open?service/routes/orders.js:11)\n\n[Diagnose 404](command:diagnose)",
    );
  });

  test("names the nearest route, what differs, the last outcome, and the wrong fix", () => {
    assert.equal(
      hoverText({ match: nearOrder, last: movedOrder, verdict: "told" }, links, plain),
      [
        "Reaches no route. Nearest: `GET /api/v1/orders/{id}` in [service/routes/orders.js:11](command:open?service/routes/orders.js:11)",
        "- version: `v2` here, `v1` there",
        "Last: **404 · version moved** (94 %). Orders are served under v1, not v2.\n- Do not purge caches: no cache answered.",
        "[Diagnose 404](command:diagnose)",
      ].join("\n\n"),
    );
  });

  test("does not repeat the verdict where it stands beside the URL", () => {
    const text = hoverText({ match: null, last: movedOrder, verdict: "beside" }, links, plain);
    const avoid = "- Do not purge caches: no cache answered.";
    assert.equal(text, `Last: **404 · version moved** (94 %)\n${avoid}\n\n[Diagnose 404](command:diagnose)`);
  });

  test("says when nothing is near, and offers only the command for a foreign host", () => {
    const match = { ...nearOrder, near: [] };
    assert.match(
      hoverText({ match, last: null, verdict: "told" }, links, plain),
      /^Reaches no route of this workspace\./,
    );
    assert.equal(
      hoverText({ match: null, last: null, verdict: "told" }, links, plain),
      "[Diagnose 404](command:diagnose)",
    );
  });

  test("names what is wrong with a route", () => {
    const match = { ...nearOrder, matched: { ...orderRoute, problems: ["not-registered" as const] } };
    assert.match(hoverText({ match, last: null, verdict: "told" }, links, plain), /\(not registered\)/);
  });

  test("nothing of a workspace becomes markup", () => {
    const verdict = { ...movedOrder.verdict, summary: "[x](command:evil) <img> **b**" };
    const route = { ...orderRoute, path: "/a`b](command:evil)" };
    const text = hoverText(
      { match: { ...nearOrder, matched: route }, last: { ...movedOrder, verdict }, verdict: "told" },
      links,
      plain,
    );
    assert.ok(text.includes("\\[x\\]\\(command:evil\\) \\<img\\> \\*\\*b\\*\\*"));
    assert.ok(text.includes("`` GET /a`b](command:evil) ``"));
  });
});
