import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { keepWithin } from "../../../../src/engine/exchange/content/contentBudget.ts";
import type { Diagnosis } from "../../../../src/engine/model/diagnosis.ts";
import { diagnoseWorkspace } from "../../diagnosis/workspaceDiagnosis.ts";

const limit = 65_536;

/** A diagnosis whose every exchange met a page of 300,000 bytes behind a redirect of as many. */
async function diagnoseLarge(): Promise<Diagnosis> {
  const page = "not found ü ".repeat(25_000);
  const server = createServer(({ url = "" }, response) => {
    const isFirst = url.startsWith("/old");
    response.writeHead(isFirst ? 302 : 404, isFirst ? { location: "/new/orders/8472" } : {}).end(page);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const diagnosis = await diagnoseWorkspace({ "api.http": `GET http://127.0.0.1:${port}/old/orders/8472\n` }, null);
  server.closeAllConnections();
  server.close();
  return diagnosis;
}

function longestOf({ probes }: Diagnosis): number {
  const responses = probes.flatMap(({ exchange }) => exchange.hops.map(({ response }) => response));
  return Math.max(...responses.map((response) => Math.max(response?.body.byteLength ?? 0, response?.text.length ?? 0)));
}

test("contents of older diagnoses are cut when all of them are too much, said to be, and the newest is not touched", async () => {
  const large = await diagnoseLarge();
  const all = [large, { ...large }, { ...large }];
  assert.ok(longestOf(large) > 300_000);
  assert.deepEqual(
    keepWithin(all).map((kept, index) => kept === all[index]),
    [true, true, true],
    "what fits stays as it is",
  );
  const [newest, older, oldest] = keepWithin(all, { bytes: 10, cutTo: limit });
  assert.equal(newest, large);
  for (const cut of [older, oldest]) {
    assert.ok(cut);
    assert.equal(longestOf(cut), limit);
    assert.equal(cut.exchange, cut.probes[0]?.exchange);
    assert.equal(cut.exchange?.response, cut.exchange?.hops.at(-1)?.response);
    assert.equal(cut.exchange?.response?.truncated, true);
    assert.equal(cut.exchange?.response?.size, large.exchange?.response?.size);
    assert.equal(cut.exchange?.response?.body.buffer.byteLength, limit, "no more than that stays in memory");
    assert.equal(cut.verdict, large.verdict);
    assert.deepEqual(keepWithin([large, cut], { bytes: 10, cutTo: limit })[1], cut);
  }
});
