import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readEnvironments } from "../../../../src/engine/requests/environments/environments.ts";
import { resolveRequest } from "../../../../src/engine/requests/resolve/resolveRequest.ts";
import { isOpenSetting, isOpenValue } from "../../../../src/engine/requests/variables/openValue.ts";
import { filesOf, prepare } from "../lent.ts";

const open = [
  "http://localhost:3000",
  "https://api.example.com/v1/orders/",
  "api.example.com",
  "10.0.0.7:8443",
  "localhost",
  "8080",
  "true",
  "null",
  "v2",
  "https",
  "",
];
const closed = [
  "https://ann:pw@example.com",
  "https://example.com/?key=1",
  "https://example.com/T024F8/B01/XqZ9kLm3",
  "https://hooks.example.com/services/a1b2c3d4e5f60718",
  "eyJhbGciOiJIUzI1NiJ9.e30.abc",
  "sk-live-1234567890",
  "123456",
  "correct horse",
  "p4ssw0rd",
];

describe("a value of a private file", () => {
  for (const value of open) {
    it(`is open: ${JSON.stringify(value)}`, () => assert.equal(isOpenValue("x", value), true));
  }
  for (const value of closed) {
    it(`is secret: ${JSON.stringify(value)}`, () => assert.equal(isOpenValue("x", value), false));
  }

  it("is masked, but for one that is plainly open; what is named like a key always is", async () => {
    const values = { base: "http://localhost:3000", id: "order-8471", pin: "1234", region: "eu-west.internal" };
    const files = filesOf({ "http-client.private.env.json": JSON.stringify({ dev: values }) });
    const environments = await readEnvironments(files, "api.http");
    const { written, context } = prepare("GET {{base}}/{{id}}/{{pin}}?r={{region}}", { environments });
    assert.deepEqual(new Set(resolveRequest(written, context).secrets), new Set(["order-8471", "1234"]));
  });
});

describe("a setting of .env", () => {
  const settings = [
    ["STORE_SLUG", "north-pier", true],
    ["AI_MODEL", "drafting-3.1", true],
    ["ORDER_ID", "0b6e5f6a-2f0c-4a43-9c53-2f9d2b7f6c11", true],
    ["tenant", "acme", true],
    ["STORE", "", false],
    ["ADMIN", "hunter2", false],
    ["ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE", false],
    ["SESSION_ID", "abc-1", false],
    ["PROJECT", "9f86d081884c7d659a2feaa0c55ad015", false],
    ["DB_PASSWORD_NAME", "a b", false],
    ["TAN", "4711", false],
  ] as const;
  for (const [name, value, isOpen] of settings) {
    it(`${name}=${value} is ${isOpen ? "open" : "secret"}`, () => assert.equal(isOpenSetting(name, value), isOpen));
  }

  it("is shown where its name says that something is called so, and masked where it says nothing", async () => {
    const files = filesOf({ ".env": "STORE_SLUG=north-pier\nOWNER=hunter2\n" });
    const environments = await readEnvironments(files, "api.http");
    const { written, context } = prepare("GET http://a/{{$dotenv STORE_SLUG}}/{{$dotenv OWNER}}", { environments });
    assert.deepEqual(resolveRequest(written, context).secrets, ["hunter2"]);
  });
});
