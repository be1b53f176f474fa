import assert from "node:assert/strict";
import { it } from "node:test";
import { readOpenApi } from "../../../src/engine/routes/specs/openapi.ts";
import { type Case, checkCases } from "./cases.ts";

const cases: readonly Case[] = [
  {
    name: "reads operations of YAML and JSON documents under their base path or first server",
    files: {
      "api/openapi.yaml": `openapi: 3.1.0
servers:
  - url: https://{region}.example.com/{base}
    variables: { base: { default: v2 } }
paths:
  /orders/{id}:
    parameters: []
    get: { summary: x }
    delete:
      deprecated: true
  x-note: 1
  /status:
    servers: [{ url: / }]
    get: {}
components: {}
`,
      "swagger.json": `{
  "swagger": "2.0", "basePath": "/api/",
  "paths": {
    "/pets": { "get": {}, "post": {} }
  }
}`,
      "other.yaml": "kind: Deployment\npaths:\n  /x:\n    get: {}\n",
      "broken.yml": "openapi: 3.0.0\npaths:\n  /a:\n    get: [\n",
    },
    table: `
      GET /v2/orders/{id} api/openapi.yaml:8
      DELETE /v2/orders/{id} api/openapi.yaml:9
      GET /status api/openapi.yaml:14
      GET /api/pets swagger.json:4
      POST /api/pets swagger.json:4
      GET /a broken.yml:4`,
  },
];

checkCases("OpenAPI", cases);

it("reads a very large YAML document as it reads a small one", () => {
  const operations = Array.from({ length: 3000 }, (_, index) => {
    const body = "      summary: A long text that makes the document large\n      responses: {}\n";
    return `  "/things/${index}/{id}":\n    get:\n${body}    post:\n${body}`;
  });
  const small = `swagger: "2.0"\nbasePath: /v1\npaths:\n${operations.slice(0, 3).join("")}`;
  const large = `swagger: "2.0"\nbasePath: /v1\npaths:\n${operations.join("")}`;
  assert.ok(large.length > 200_000);
  assert.deepEqual(readOpenApi(large).slice(0, 6), readOpenApi(small));
  assert.equal(readOpenApi(large).length, 6000);
});
