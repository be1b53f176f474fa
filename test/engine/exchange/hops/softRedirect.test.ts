import assert from "node:assert/strict";
import { test } from "node:test";
import { createExchanger } from "../../../../src/engine/exchange/exchanger.ts";
import { findSoftRedirect } from "../../../../src/engine/exchange/hops/softRedirect.ts";
import { assertLinear } from "../../../growth.ts";
import { respond, startRecordingServer } from "../recordingServer.ts";
import { never, realClock, request } from "../requests.ts";

const html: readonly (readonly [string, string])[] = [["Content-Type", "text/html; charset=utf-8"]];
const inPage = (text: string) => findSoftRedirect({ headers: html, text });

const pages: readonly (readonly [string, string | null])[] = [
  ['<meta http-equiv="refresh" content="0; url=/next">', "/next"],
  ["<META HTTP-EQUIV=Refresh CONTENT='5;URL=\"https://h/a?b=c\"'>", "https://h/a?b=c"],
  ['<meta content="3, /next" http-equiv="refresh" />', "/next"],
  ['<meta http-equiv="refresh" content="30">', null],
  ['<meta name="description" content="0; url=/next">', null],
  ["<script>window.location = '/login'</script>", "/login"],
  ['<script type="module">\nlocation.href="/login";</script>', "/login"],
  ["<script>if (x) document.location.replace('/login')</script>", "/login"],
  ["<p>location = '/login'</p>", null],
  ["<script>const allocation = f(location.href)</script>", null],
];
for (const [page, to] of pages) {
  test(`${page.replaceAll("\n", " ")} leads to ${to ?? "nowhere"}`, () => {
    assert.equal(inPage(page)?.to ?? null, to);
  });
}

test("a Refresh field comes before the page, and only HTML is looked at", () => {
  const page = '<meta http-equiv="refresh" content="0;url=/page">';
  const field = ["refresh", "0; url=/field"] as const;
  assert.deepEqual(findSoftRedirect({ headers: [...html, field], text: page }), {
    kind: "soft-redirect",
    to: "/field",
    by: "refresh",
  });
  assert.equal(findSoftRedirect({ headers: [["Content-Type", "application/json"]], text: page }), null);
  assert.equal(findSoftRedirect({ headers: [], text: page }), null);
});

test("a hostile page costs time that grows with it", () => {
  const pieces = ["<meta ", "<script>", "<script ", "<meta http-equiv ", "location='", "location.replace("];
  for (const piece of pieces) {
    assertLinear((size) => inPage(piece.repeat(size / piece.length)), 500_000, piece);
  }
});

test("it is told at the hop, and nothing is asked for it", async () => {
  const page = '<!doctype html><meta http-equiv="refresh" content="0; url=/next">';
  const server = await startRecordingServer((socket) => socket.write(respond(404, ["Content-Type: text/html"], page)));
  const exchanger = createExchanger({ clock: realClock });
  const exchange = await exchanger.send(request("GET", `${server.origin}/a`), never);
  await exchanger.close();
  await server.close();
  assert.deepEqual(exchange.hops[0]?.notes, [{ kind: "soft-redirect", to: "/next", by: "meta-refresh" }]);
  assert.equal(server.received().match(/^GET /gm)?.length, 1);
});
