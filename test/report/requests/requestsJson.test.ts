import assert from "node:assert/strict";
import { suite, test } from "node:test";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { createMask } from "../../../src/engine/secrets.ts";
import { requestsJson } from "../../../src/report/requests/requestsJson.ts";
import { requestsText } from "../../../src/report/requests/requestsText.ts";
import { plainPaint } from "../../../src/report/terminalText.ts";

const text = `@baseUrl = http://localhost:3000
@apiToken = CANARY-variable

### Read one order
GET {{baseUrl}}/orders/1?api_key=CANARY-query&token={{apiToken}}
Authorization: Bearer CANARY-header
X-Api-Key: {{apiToken}}
Accept: application/json

### Add one
# @name addOrder
# @no-redirect
POST {{baseUrl}}/orders HTTP/1.1
Content-Type: application/json

{
  "password": "CANARY-body",
  "otp": "{{otp}}"
}
`;

const document = requestsJson([{ file: "api.http", content: parseHttpFile(text) }], createMask([]));
const [first, second] = document.files[0]?.requests ?? [];

suite("requests as JSON", () => {
  test("as written: lines, names, variables in place", () => {
    assert.equal(document.schema, "diagnose-404/requests@1");
    assert.deepEqual([first?.name, first?.line, first?.method], ["Read one order", 5, "GET"]);
    assert.deepEqual([second?.name, second?.line, second?.version], ["addOrder", 13, "HTTP/1.1"]);
    assert.deepEqual(second?.headers, [["Content-Type", "application/json"]]);
    assert.equal(second?.directives["no-redirect"], "");
    assert.deepEqual(document.files[0]?.variables[0], ["baseUrl", "http://localhost:3000", 1]);
  });

  test("literal secrets are masked, variables that name one are not", () => {
    assert.doesNotMatch(JSON.stringify(document), /CANARY/);
    assert.equal(first?.url, "{{baseUrl}}/orders/1?api_key=•••&token={{apiToken}}");
    assert.deepEqual(first?.headers[1], ["X-Api-Key", "{{apiToken}}"]);
    assert.match(second?.body ?? "", /"otp": "\{\{otp\}\}"/);
  });

  test("the text lists each request by the place that names it", () => {
    const lines = requestsText(document, { paint: plainPaint, width: 100 }).split("\n");
    assert.equal(lines[0], "api.http: 2 requests");
    assert.match(lines[1] ?? "", /^ {2}api\.http:5 +GET {3}\{\{baseUrl\}\}\/orders\/1\S+ +Read one order$/);
    assert.match(lines[2] ?? "", /^ {2}api\.http:13 +POST {2}\{\{baseUrl\}\}\/orders +addOrder$/);
  });
});
