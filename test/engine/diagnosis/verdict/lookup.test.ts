import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Origins } from "../../../../src/engine/model/diagnosis.ts";
import { diagnoseWorkspace } from "../workspaceDiagnosis.ts";

const environment = `{
  "dev": {
    "base": "https://api.eu-west-1.example.test:8443",
    "version": "v2"
  }
}
`;

const requests = `@order = 8472
GET {{base}}/api/{{version}}/orders/{{order}}/items/{{start.response.body.$.item}}
X-Tenant: acme-{{version}}

###
# @name start
GET {{base}}/start

HTTP/1.1 200 OK

{"item": "5511"}
`;

function show(origins: Origins | undefined): readonly string[] {
  return (origins ?? []).map((from) => {
    const place = "location" in from && from.location !== null ? ` ${from.location.file}:${from.location.line}` : "";
    return `${from.kind}${"name" in from ? ` ${from.name}` : ""}${place}`;
  });
}

describe("the lookup", () => {
  it("knows for each identifier and each part of the scope where it came from", async () => {
    const texts = { "api.http": requests, "http-client.env.json": environment };
    const { lookup } = await diagnoseWorkspace(texts, "dev", () => ({ sending: "nothing" }));
    const byValue = Object.fromEntries(lookup.identifiers.map(({ value, from }) => [value, show(from)]));
    assert.deepEqual(byValue["8472"], ["file-variable order api.http:1"]);
    assert.deepEqual(byValue["5511"], ["response start.response.body.$.item api.http:7"]);
    assert.deepEqual(lookup.scope, {
      host: "api.eu-west-1.example.test:8443",
      version: "v2",
      tenant: "acme-v2",
      region: "eu-west-1",
    });
    assert.deepEqual(show(lookup.from.host), ["environment base http-client.env.json:3"]);
    assert.deepEqual(show(lookup.from.region), ["environment base http-client.env.json:3"]);
    assert.deepEqual(show(lookup.from.version), ["environment version http-client.env.json:4"]);
    assert.deepEqual(show(lookup.from.tenant), ["written api.http:3", "environment version http-client.env.json:4"]);
    assert.equal(show(lookup.from.path).length, 6);
  });

  it("names the column of what is written, and nothing for what is not there", async () => {
    const { lookup } = await diagnoseWorkspace({ "api.http": "GET http://localhost:1/api/orders/8472" }, null, () => ({
      sending: "nothing",
    }));
    const location = { file: "api.http", line: 1, column: 35 };
    assert.deepEqual(lookup.identifiers[0]?.from, [{ kind: "written", location }]);
    assert.deepEqual(lookup.from.host, [{ kind: "written", location: { ...location, column: 12 } }]);
    assert.deepEqual([lookup.from.tenant, lookup.from.region, lookup.from.version], [[], [], []]);
  });
});
