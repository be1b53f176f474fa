import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noEnvironments } from "../../../src/engine/requests/environments/environmentSet.ts";
import { findStatic } from "../../../src/engine/requests/findings/staticFindings.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { resolveRequest } from "../../../src/engine/requests/resolve/resolveRequest.ts";
import { prepare, stillClock } from "./lent.ts";

/** Texts that grow with a number, each an attempt to make a parser take more time than its text is long. */
const growing: Readonly<Record<string, (size: number) => string>> = {
  requests: (size) => '### r\nPOST http://a/{{x}}\nA: b\n\n{"a": 1}\n\n'.repeat(size),
  "requests without separators": (size) => "GET http://a/{{x}}\n\n".repeat(size),
  "METHOD lines in a body": (size) => `POST http://a\nContent-Type: multipart/x\n\n${"GET http://b\n\n".repeat(size)}`,
  "comments before METHOD lines": (size) => `GET http://a\n\n${"# c\n".repeat(size)}GET http://b`,
  directives: (size) => `${"# @d x\n".repeat(size)}GET http://a`,
  headers: (size) => `GET http://a\n${"A: {{x}}\n".repeat(size)}`,
  "folded headers": (size) => `GET http://a\nA: b\n${"  c\n".repeat(size)}`,
  "continuation lines": (size) => `GET http://a\n${"  &a={{b}}\n".repeat(size)}`,
  "comments after the request line": (size) => `GET http://a\n${"# c\n".repeat(size)}`,
  "opening braces": (size) => `GET http://a/${"{{".repeat(size)}`,
  "opening braces and one pair of closing ones": (size) => `GET http://a/${"{{".repeat(size)}}}`,
  "closing braces": (size) => `POST http://a\n\n${"}}".repeat(size)}`,
  "unknown variables": (size) => `GET http://a/${Array.from({ length: size }, (_, at) => `{{v${at}}}`).join("")}`,
  "one variable many times": (size) => `@x = y\nPOST http://a\n\n${"{{x}} ".repeat(size)}`,
  "variables that chain": (size) =>
    `${Array.from({ length: size }, (_, at) => `@v${at} = {{v${at + 1}}}\n`).join("")}GET http://a/{{v0}}`,
  "variables that explode": (size) =>
    `${Array.from({ length: size }, (_, at) => `@v${at} = {{v${at + 1}}}{{v${at + 1}}}\n`).join("")}GET http://a/{{v0}}`,
  "references to nothing": (size) =>
    `GET http://a/${Array.from({ length: size }, (_, at) => `{{r${at}.response.body.$.x}}`).join("")}`,
  "unclosed scripts": (size) => "> {%\n".repeat(size),
  "unclosed block comments": (size) => "/*\n".repeat(size),
  "unclosed curl quotes": (size) => "curl 'http://a\n\n".repeat(size),
  "curl in sections of its own": (size) => "###\ncurl 'http://a\n".repeat(size),
  "one long curl": (size) => `curl http://a ${"-H 'A: b' & ".repeat(size)}`,
  responses: (size) => "HTTP/1.1 200 OK\n\nx\n###\n".repeat(size),
  "blank lines": (size) => `GET http://a\n\nx${"\n".repeat(size)}y`,
  "spaces in one line": (size) => `GET http://a${" ".repeat(size)}b`,
  "spaces in every place": (size) =>
    `${" ".repeat(size)}GET${" ".repeat(size)}http://a${" ".repeat(size)}HTTP${" ".repeat(size)}`,
  "a header line of spaces": (size) => `GET http://a\nA${" ".repeat(size)}b:${" ".repeat(size)}`,
  "a script file of dots": (size) => `> ${"a.".repeat(size)}`,
  slashes: (size) => `GET http://a${"/".repeat(size)}`,
  "escaped spaces": (size) => `GET http://a/${"%20".repeat(size)}`,
  "repeated segments": (size) => `GET http://a${"/ab/cd".repeat(size)}`,
  "JSON that looks secret": (size) => `POST http://a\n\n{${'"password": "x" , '.repeat(size)}`,
};

function work(text: string): void {
  const file = parseHttpFile(text);
  const context = {
    file: "a.http",
    text,
    parsed: file,
    environments: noEnvironments,
    environment: null,
    given: {},
    clock: stillClock,
  };
  for (const written of file.requests) findStatic(written, resolveRequest(written, context));
}

/** The time of this thread on a processor, because the machine may be busy with other work. */
function spentMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/** The clock of a thread ticks coarsely, so that shorter times count as this long. */
const SHORTEST_MS = 10;

function measure(text: string): number {
  const started = spentMs();
  work(text);
  return Math.max(spentMs() - started, SHORTEST_MS);
}

const fastest = (text: string) => Math.min(measure(text), measure(text));

describe("hostile files", () => {
  for (const [name, grow] of Object.entries(growing)) {
    it(`take time in proportion to their size: ${name}`, () => {
      work(grow(100));
      let size = 1000;
      while (size < 16_000 && fastest(grow(size)) <= SHORTEST_MS) size *= 2;
      const large = grow(size * 8);
      const first = measure(large);
      const once = fastest(grow(size));
      // The second time counts only where the first was too long.
      const ratio = first < 24 * once ? first / once : Math.min(first, measure(large)) / once;
      assert.ok(ratio < 24, `8 times the text took ${ratio.toFixed(1)} times as long, from ${size} on`);
    });
  }

  it("may be binary", () => {
    const text = Array.from({ length: 200_000 }, (_, at) => String.fromCharCode((at * 7919) % 256)).join("");
    work(text);
    assert.ok(parseHttpFile(text).problems.some((problem) => problem.code === "binary-file"));
  });

  it("may hold bytes that are no UTF-8, and say where they were lost", () => {
    const bytes = Uint8Array.of(...new TextEncoder().encode("# x\nGET http://a/caf"), 0xe9, 0x0a);
    const { requests, problems } = parseHttpFile(new TextDecoder().decode(bytes));
    assert.equal(requests.length, 1);
    assert.deepEqual(
      problems.map(({ code, line }) => `${code} ${line}`),
      ["invalid-text 2"],
    );
  });

  it("may open braces in a URL that nothing closes, which is said", () => {
    const { written, context } = prepare('GET http://a/{{b/{{c}}/{{d\n\n{"a": "{{e"}', { given: { c: "1" } });
    const { url, problems } = resolveRequest(written, context);
    assert.equal(url, "http://a/{{b/1/{{d");
    assert.deepEqual(
      problems.map(({ code }) => code),
      ["unclosed-variable"],
    );
  });

  it("may hold 50 MB, of which the beginning is read", () => {
    const text = "GET http://a\n\n###\n".repeat(3_000_000);
    const { requests, problems } = parseHttpFile(text);
    assert.ok(requests.length > 100_000);
    assert.ok(problems.some((problem) => problem.code === "file-too-large"));
    assert.ok(parseHttpFile("x".repeat(50_000_000)).problems.length > 0);
  });

  it("may hold 10,000 requests, all of which are read", () => {
    const text = Array.from({ length: 10_000 }, (_, at) => `### r${at}\nGET http://a/${at}\n\n`).join("");
    const { requests, problems } = parseHttpFile(text);
    assert.equal(requests.length, 10_000);
    assert.equal(requests[9999]?.url, "http://a/9999");
    assert.deepEqual(problems, []);
  });

  it("may hold 50,000 opening braces, and send none of them silently", () => {
    const { written, context } = prepare(`GET http://a/${"{{".repeat(50_000)}x}}`);
    const resolved = resolveRequest(written, context);
    assert.equal(resolved.unresolved.length, 1);
    assert.equal(resolved.unresolved[0]?.name, "x");
  });
});
