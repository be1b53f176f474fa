import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ResolvedRequest } from "../../../../src/engine/model/request.ts";
import { resolveRequest } from "../../../../src/engine/requests/resolve/resolveRequest.ts";
import type { ReferencedResponse } from "../../../../src/engine/requests/variables/requestReference.ts";
import { prepare } from "../lent.ts";

const login = `### login
POST http://a/login?user=ann
X-Trace: t-1

{"user": "ann"}
`;

function resolve(expression: string, response?: ReferencedResponse, recorded = ""): ResolvedRequest {
  const text = `${login}${recorded}\n### next\nGET http://a/{{${expression}}}`;
  const responses = new Map(response === undefined ? [] : [["login", response]]);
  const { written, context } = prepare(text, { responses }, "next");
  return resolveRequest(written, context);
}

const json: ReferencedResponse = {
  status: 200,
  headers: [
    ["Location", "/orders/7"],
    ["Link", "one"],
    ["link", "two"],
    ["Set-Cookie", "theme=dark"],
    ["Set-Cookie", "sid=s3ss; Path=/app; HttpOnly"],
  ],
  body: '{"id": 9007199254740993, "items": [{"n": "a", "v": 1}, {"n": "b", "v": 2}], "user": {"name": "ann"}, "token": "secret-token"}',
};
const xml: ReferencedResponse = {
  status: 200,
  headers: [],
  body: '<?xml version="1.0"?><!-- c --><o:orders xmlns:o="x"><order id="1"><n>one &amp; all</n></order><order id="2"><n><![CDATA[two]]></n></order></o:orders>',
};

describe("request references", () => {
  const paths: Readonly<Record<string, string>> = {
    "login.response.body.$.user.name": "ann",
    "login.response.body.$.id": "9007199254740993",
    "login.response.body.$.items[1].n": "b",
    "login.response.body.$.items[-1].n": "b",
    "login.response.body.$['items'][0]['n']": "a",
    "login.response.body.$..v": "1",
    "login.response.body.$.items[?(@.n == 'b')].v": "2",
    "login.response.body.$.items[?(@.v > 1)].n": "b",
    "login.response.body.$.items[0]": '{"n": "a", "v": 1}',
    "login.response.body.user.name": "ann",
    "login.response.headers.location": "/orders/7",
    "login.response.headers.Link": "one",
    "login.response.headers.link[1]": "two",
    "login.response.cookies.sid.value": "s3ss",
    "login.response.cookies.sid.path": "/app",
    "login.request.headers.X-Trace": "t-1",
    "login.request.body.$.user": "ann",
    "login.user.name": "ann",
    "login.items[0].n": "a",
  };
  for (const [expression, value] of Object.entries(paths)) {
    it(`reads {{${expression}}}`, () => {
      const resolved = resolve(expression, json);
      assert.equal(resolved.url, `http://a/${value}`);
      const { from } = resolved.urlParts[1] ?? {};
      assert.deepEqual(from, {
        kind: "response",
        name: expression,
        request: "login",
        location: { file: "api.http", line: 2, column: 1 },
      });
    });
  }

  const xpaths: Readonly<Record<string, string>> = {
    "//order[@id='2']/n": "two",
    "/orders/order[1]/n/text()": "one & all",
    "//order[2]/@id": "2",
    "/o:orders/order[n='two']/@id": "2",
    "string(//n)": "one & all",
    "//*/n": "one & all",
  };
  for (const [path, value] of Object.entries(xpaths)) {
    it(`reads the XPath ${path}`, () => {
      assert.equal(resolve(`login.response.body.${path}`, xml).url, `http://a/${value}`);
    });
  }

  it("keeps the value of a cookie secret", () => {
    assert.ok(resolve("login.response.cookies.sid.value", json).secrets.includes("s3ss"));
    assert.equal(resolve("login.response.cookies.other.value", json).unresolved.length, 1);
  });

  it("takes the response recorded in the file where none was received", () => {
    const recorded = '\nHTTP/1.1 200 OK\nContent-Type: application/json\n\n{"id": 3}\n';
    assert.equal(resolve("login.response.body.$.id", undefined, recorded).url, "http://a/3");
  });

  it("names the request to send first, apart from variables that nothing defines", () => {
    const resolved = resolve("login.response.body.$.id");
    assert.deepEqual(
      resolved.unresolved.map((variable) => variable.needs),
      [{ kind: "response", request: "login" }],
    );
    assert.deepEqual(
      resolved.problems.map((problem) => problem.code),
      ["needs-response"],
    );
  });

  it("says when the request or the path does not exist", () => {
    assert.match(resolve("logn.response.body.$.id", json).problems[0]?.message ?? "", /no request|there is none/);
    assert.deepEqual(
      resolve("login.response.body.$.none", json).problems.map((problem) => problem.code),
      ["reference-not-found"],
    );
    assert.deepEqual(
      resolve("login.response.body.$.[[", json).problems.map((problem) => problem.code),
      ["reference-not-found"],
    );
  });

  it("keeps what is named like a key secret", () => {
    assert.deepEqual(resolve("login.response.body.$.token", json).secrets, ["secret-token"]);
  });

  it("stays quick and quiet on hostile responses", () => {
    for (const body of [
      "<a ".repeat(200_000),
      "<!--".repeat(200_000),
      "<a>".repeat(200_000),
      "[".repeat(300_000),
      '{"a":'.repeat(50_000),
    ]) {
      for (const path of ["//b", "$..b"])
        assert.equal(resolve(`login.response.body.${path}`, { ...json, body }).unresolved.length, 1);
    }
  });
});

describe("answers of a person", () => {
  const read = (text: string, given: Readonly<Record<string, string>> = {}): ResolvedRequest => {
    const { written, context } = prepare(text, { given });
    return resolveRequest(written, context);
  };

  it("are asked for by name", () => {
    const text = "# @prompt id the order\nGET http://a/{{id}}/{{$input city $value: x}}/{{$password pin}}";
    const needs = read(text).unresolved.map((variable) => variable.needs);
    assert.deepEqual(needs, [
      { kind: "answer", prompt: "id", secret: false },
      { kind: "answer", prompt: "city", secret: false },
      { kind: "answer", prompt: "pin", secret: true },
    ]);
    const answered = read(text, { id: "1", city: "oslo", pin: "1234567" });
    assert.equal(answered.url, "http://a/1/oslo/1234567");
    assert.deepEqual(answered.secrets, ["1234567"]);
    assert.deepEqual(answered.unresolved, []);
  });
});
