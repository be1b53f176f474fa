import assert from "node:assert/strict";
import { after, describe, it } from "node:test";
import { listAskedBases } from "../../../../../src/engine/diagnosis/workspace/clients/askedBases.ts";
import type { ResolvedRequest } from "../../../../../src/engine/model/request.ts";
import { investigate, verdictOf } from "../../investigate.ts";
import { startRecorder } from "../../recorder.ts";

const app = `const app = require("express")();
app.get("/pumps", (request, response) => list(request, response));
app.get("/pumps/:pump", (request, response) => read(request, response));
app.listen(3000);
`;
const have = { "content-type": "application/json" };
const hill = await startRecorder(({ url }, response) => {
  response.writeHead(url === "/pumps/pump-9" ? 200 : 404, have).end('{"pump":"pump-9"}');
});
after(() => hill.close());

/** The valley, which has one pump, is asked for pump 9; `beside` is what another request of the file asks. */
async function ask(beside: string, misses = "no such pump") {
  hill.log.length = 0;
  return investigate({
    files: { "app.js": app },
    server: ({ url }, response) => {
      const isThere = url === "/pumps" || url === "/pumps/pump-1";
      const missed = JSON.stringify({ error: url?.startsWith("/pumps") ? misses : "no such path" });
      response.writeHead(isThere ? 200 : 404, have).end(isThere ? '["pump-1"]' : missed);
    },
    http: `GET ORIGIN/pumps/pump-9\nAuthorization: Bearer mine\n\n###\nGET ${beside}\n`,
  });
}

describe("another origin that the same file asks for the same collection", () => {
  for (const path of ["/pumps", "/pumps/pump-8"]) {
    it(`is asked, without credentials, before a thing is called unknown: ${path}`, async () => {
      const diagnosis = await ask(hill.origin + path);
      assert.equal(verdictOf(diagnosis), "wrong-scope/wrong-environment", diagnosis.verdict.summary);
      assert.equal(diagnosis.fixes[0]?.request?.url, `${hill.origin}/pumps/pump-9`);
      assert.deepEqual(hill.credentials(), []);
    });
  }

  it("is left alone where the request asks for something else there", async () => {
    assert.equal(verdictOf(await ask(`${hill.origin}/tanks/7`)), "stale-identifier/unknown-id");
    assert.deepEqual(hill.log, []);
  });

  it("is another service, and not asked so, where no handler missed", async () => {
    const diagnosis = await ask(`${hill.origin}/pumps`, "no such path");
    assert.notEqual(verdictOf(diagnosis), "wrong-scope/wrong-environment", diagnosis.verdict.summary);
  });
});

describe("the origins of other requests", () => {
  const basesOf = (own: string, other: string) => {
    const [request, sibling] = [own, other].map((url) => ({ url, headers: [], file: "a.http", line: 3 }));
    return listAskedBases(request as unknown as ResolvedRequest, [sibling as unknown as ResolvedRequest]).map(
      ({ request: { url } }) => url,
    );
  };

  it("are those of this machine and of the request's own site", () => {
    const own = "https://us.shop.example/orders/7?full=1";
    assert.deepEqual(basesOf(own, "https://eu.shop.example/orders"), ["https://eu.shop.example/orders/7?full=1"]);
    assert.deepEqual(basesOf(own, "http://localhost:4000/orders/"), ["http://localhost:4000/orders/7?full=1"]);
    assert.deepEqual(basesOf(own, "https://eu.partner.example/orders"), []);
    assert.deepEqual(basesOf(own, "https://me:mine@eu.shop.example/orders"), []);
    assert.deepEqual(basesOf(own, "https://us.shop.example/orders"), []);
  });
});
