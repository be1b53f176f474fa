import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noEnvironments } from "../../../src/engine/requests/environments/environmentSet.ts";
import { findStatic } from "../../../src/engine/requests/findings/staticFindings.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { resolveRequest } from "../../../src/engine/requests/resolve/resolveRequest.ts";
import { remarksOfFile, remarksOfRequest } from "../../../src/report/requests/requestRemarks.ts";

/** The remarks on a text, each as severity, code and the text it stands under. */
function remarksOn(text: string) {
  const parsed = parseHttpFile(text);
  const clock = { now: () => 0, elapsed: () => 0 };
  const context = { file: "api.http", text, parsed, environments: noEnvironments, environment: null, given: {}, clock };
  const ofRequests = parsed.requests.flatMap((written) => {
    const resolved = resolveRequest(written, context);
    return remarksOfRequest(findStatic(written, resolved), resolved);
  });
  return remarksOfFile(ofRequests, parsed.problems);
}

function describeRemarks(text: string): readonly string[] {
  return remarksOn(text).map(
    ({ severity, code, range }) => `${severity} ${code} ${JSON.stringify(text.slice(range.start, range.end))}`,
  );
}

describe("remarks on a request file", () => {
  it("warn of an undefined variable and offer the one that was meant", () => {
    const text = "@host = http://localhost:3000\nGET {{hots}}/orders\n";
    const [remark, ...others] = remarksOn(text);
    assert.deepEqual(others, []);
    assert.equal(remark?.severity, "warning");
    assert.equal(remark?.code, "unresolved-variable");
    assert.deepEqual(remark?.fix, { title: "Use {{host}}", newText: "{{host}}", range: { start: 34, end: 42 } });
  });

  it("say once what several requests share", () => {
    const text = '@id = "7"\nGET http://localhost/orders/{{id}}\n\n###\nGET http://localhost/items/{{id}}\n';
    const quoted = describeRemarks(text).filter((remark) => remark.includes("quoted-variable"));
    assert.deepEqual(quoted, ['warning quoted-variable "\\"7\\""']);
  });

  it("say once what both reading and judging found", () => {
    const text = "GET http://localhost/orders HTTP/1.1\n  ?page=2\n";
    const codes = remarksOn(text).map(({ code, range }) => `${code} ${range.start}`);
    assert.equal(new Set(codes).size, codes.length);
    assert.ok(
      codes.some((code) => code.startsWith("version-before-query")),
      String(codes),
    );
  });

  it("say once that a variable is empty, wherever it is used", () => {
    const text = "@id =\nGET http://localhost/orders/{{id}}\n\n###\nGET http://localhost/items/{{id}}\n";
    assert.deepEqual(describeRemarks(text), ['warning empty-variable ""']);
  });

  it("offer a fix for what the tools disagree on", () => {
    const fixed = (text: string) =>
      remarksOn(text).flatMap(({ code, fix }) =>
        fix === null ? [] : [`${code}: ${text.slice(0, fix.range.start)}${fix.newText}${text.slice(fix.range.end)}`],
      );
    assert.deepEqual(fixed("GET http://a\n\n# @name b\nGET http://b"), [
      "missing-separator: GET http://a\n\n###\n# @name b\nGET http://b",
    ]);
    assert.deepEqual(fixed("GET http://a\n\n  ###\nGET http://b"), [
      "indented-separator: GET http://a\n\n###\nGET http://b",
    ]);
    assert.deepEqual(fixed("POST http://a\nA: b\n{}"), ["body-without-blank-line: POST http://a\nA: b\n\n{}"]);
    assert.deepEqual(fixed("POST http://a\n\n<@./a.json"), ["file-body-without-space: POST http://a\n\n<@ ./a.json"]);
    assert.deepEqual(fixed('@unused = "x"'), ["quoted-variable: @unused = x"]);
  });

  it("only hint at what tools read differently, as most people use one of them", () => {
    const text = "GET http://a\n  /x";
    const remarks = remarksOfFile([], parseHttpFile(text).problems);
    assert.deepEqual(
      remarks.map(({ code, severity }) => `${severity} ${code}`),
      ["hint tools-differ"],
    );
  });

  it("leave out what a person is asked for when the request is sent", () => {
    assert.deepEqual(describeRemarks("# @prompt id\nGET http://localhost/orders/{{id}}\n"), []);
  });

  it("tell that a file of the body is missing", () => {
    const text = "POST http://localhost/orders\n\n< ./missing.json\n";
    assert.ok(
      describeRemarks(text).some((remark) => remark.startsWith("warning body-file-missing")),
      String(describeRemarks(text)),
    );
  });

  it("hide secrets", () => {
    const text = "@password = planted9f3c\nGET http://localhost/{{password}}/{{password}}/orders\n";
    assert.ok(!JSON.stringify(remarksOn(text).map(({ message }) => message)).includes("planted9f3c"));
  });
});
