import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { investigate, verdictOf } from "../investigate.ts";

/** Amazon API Gateway in front of one order under the stage `prod`; all else gets the answer given. */
function ask(files: Readonly<Record<string, string>>, status: number, message: string) {
  return investigate({
    files,
    server: ({ url = "" }, response) => {
      const isThere = url === "/prod/orders/wo-88";
      response.writeHead(isThere ? 200 : status, { "content-type": "application/json", "x-amz-apigw-id": "Kd2x=" });
      response.end(isThere ? '{"id":"wo-88"}' : JSON.stringify({ message }));
    },
    http: "GET ORIGIN/orders/wo-88\n",
  });
}

const staged = { "serverless.yml": "service: orders\nprovider:\n  name: aws\n  stage: prod\n" };

describe("a gateway that has nothing for a path", () => {
  for (const [status, message] of [
    [403, "Forbidden"],
    [403, "Missing Authentication Token"],
    [404, "Not Found"],
  ] as const) {
    it(`${status} ${message}: the stage that the workspace names is what the path lacks`, async () => {
      const diagnosis = await ask(staged, status, message);
      assert.equal(verdictOf(diagnosis), "rewrite-mismatch/base-path", diagnosis.verdict.summary);
      assert.match(diagnosis.fixes[0]?.request?.url ?? "", /\/prod\/orders\/wo-88$/);
      assert.ok(diagnosis.links.some(({ file, line }) => file === "serverless.yml" && line === 4));
    });
  }

  it("who is forbidden is not told of a path where no stage is known", async () => {
    const { outcome, log } = await ask({}, 403, "Forbidden");
    assert.equal(outcome, "answered");
    assert.equal(log.length, 2, log.join(", "));
  });
});
