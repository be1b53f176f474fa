import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isHostField, isRegionField, isScopeField } from "../../../src/engine/diagnosis/scopeFields.ts";
import { startRecorder } from "./recorder.ts";
import { diagnoseWorkspace, kindOf } from "./workspaceDiagnosis.ts";

describe("what the name of a field says of whose data is meant", () => {
  const scopes = ["X-Tenant", "Shop", "X-Forwarded-Host", "X-Factory", "X-Shipping-Depot", "Host", "X-Org-Id"];
  const others = ["Authorization", "X-Api-Key", "X-User-Id", "X-Employee", "X-Librarycard", "X-Role"];
  const plain = ["Accept", "Accept-Language", "User-Agent", "Traceparent", "X-Request-Id", "X-Forwarded-For", "Cookie"];

  for (const name of scopes) {
    it(`${name} names a scope`, () => assert.ok(isScopeField(name)));
  }
  for (const name of [...others, ...plain]) {
    it(`${name} names none`, () => assert.ok(!isScopeField(name)));
  }
  it("a region and a host are told by their names", () => {
    assert.deepEqual(["X-Region", "X-Aws-Zone", "X-Tenant"].map(isRegionField), [true, true, false]);
    assert.deepEqual(["Host", "Forwarded", "X-Forwarded-For"].map(isHostField), [true, true, false]);
  });
});

describe("two environments that differ in one field", () => {
  /** Has one permit, for who sends the field with the value that holds it. */
  async function askUnder(field: string, own: string, holding: string): Promise<string> {
    const server = await startRecorder(({ url, headers }, response) => {
      const isHeld = url === "/permits/p-5127" && headers[field.toLowerCase()] === holding;
      response.writeHead(isHeld ? 200 : 404, { "content-type": "application/json" });
      response.end(
        isHeld ? '{"id":"p-5127"}' : `{"error":"${url?.startsWith("/permits/") ? "no permit" : "no page"}"}`,
      );
    });
    const environments = { here: { api: server.origin, value: own }, there: { api: server.origin, value: holding } };
    const diagnosis = await diagnoseWorkspace(
      {
        "api.http": `GET {{api}}/permits/p-5127\n${field}: {{value}}\n`,
        "http-client.env.json": JSON.stringify(environments),
      },
      "here",
    );
    await server.close();
    return kindOf(diagnosis);
  }

  it("are two tenants where it says through which host the request came", async () => {
    assert.equal(await askUnder("X-Forwarded-Host", "kent.example", "devon.example"), "wrong-scope/wrong-tenant");
  });

  it("are two tenants where it is a field of the application's own without any prefix", async () => {
    assert.equal(await askUnder("County", "kent", "devon"), "wrong-scope/wrong-tenant");
  });

  it("are two identities where it says who asks", async () => {
    assert.equal(await askUnder("X-Employee", "e-1", "e-2"), "access-masking/masked-resource");
  });
});
