import assert from "node:assert/strict";
import { after, before, suite, test } from "node:test";
import { type Recorder, startRecorder } from "../engine/diagnosis/recorder.ts";
import { assertDiagnosis } from "./contract.ts";
import { runCli } from "./runCli.ts";
import { openShop, type Shop } from "./shop.ts";

let shop: Shop;
let index: Recorder;

before(async () => {
  shop = await openShop();
  index = await startRecorder(({ headers }, response) => {
    const status = headers["x-api-key"] === "index-key-7d31" ? 200 : 401;
    response.writeHead(status, { "content-type": "application/json" }).end('{"hits":[{"deleted_at":"2026-03-01"}]}');
  });
  await shop.write("gone.http", "GET {{baseUrl}}/api/v1/orders/9001\nAuthorization: Bearer CANARY-8d1f0c\n");
  await shop.write(
    "http-client.private.env.json",
    JSON.stringify({ dev: { index: index.origin, indexKey: "index-key-7d31" } }),
  );
});

after(async () => {
  await index.close();
  await shop.close();
});

const check = {
  name: "orders index",
  route: "/api/v1/orders/{id}",
  url: "{{index}}/orders/_search?q={id}",
  headers: { "X-Api-Key": "{{indexKey}}" },
  exists: { jsonPath: "$.hits[0]" },
  deleted: { jsonPath: "$.hits[0].deleted_at" },
};

suite("the existence checks of .diagnose404.json", () => {
  test("prove that an order was deleted, with their own credentials, and show no secret", async () => {
    await shop.write(".diagnose404.json", JSON.stringify({ existenceChecks: [check] }));
    const run = await runCli(shop.folder, "diagnose", "gone.http", "--json");
    const document = JSON.parse(run.stdout);
    assertDiagnosis(document);
    assert.equal(`${document.verdict.cause}/${document.verdict.kind}`, "lifecycle/deleted");
    assert.deepEqual(
      index.log.map(({ line }) => line),
      ["GET /orders/_search?q=9001"],
    );
    assert.deepEqual(index.credentials(), ["index-key-7d31"]);
    assert.doesNotMatch(run.stdout + run.stderr, /index-key-7d31|CANARY/);
  });

  test("that cannot be used are named, and the rest of the diagnosis goes on", async () => {
    await shop.write(".diagnose404.json", JSON.stringify({ existenceChecks: [{ ...check, method: "DELETE" }] }));
    const run = await runCli(shop.folder, "diagnose", "gone.http", "--json");
    const document = JSON.parse(run.stdout);
    assert.equal(document.verdict.kind, "unknown-id");
    assert.match(run.stdout, /the check \\"orders index\\" uses DELETE; only GET and HEAD are sent/);
  });
});
