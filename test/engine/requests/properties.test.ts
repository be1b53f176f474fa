import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Range } from "../../../src/engine/model/place.ts";
import type { RequestFile, WrittenRequest } from "../../../src/engine/model/request.ts";
import { readDotenv } from "../../../src/engine/requests/environments/dotenv.ts";
import { readEnvironmentJson } from "../../../src/engine/requests/environments/environmentJson.ts";
import { findStatic } from "../../../src/engine/requests/findings/staticFindings.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { printRequest } from "../../../src/engine/requests/grammar/printRequest.ts";
import { resolveRequest } from "../../../src/engine/requests/resolve/resolveRequest.ts";
import { parseCurl } from "../../../src/engine/requests/sources/parseCurl.ts";
import { parseMarkdownRequests } from "../../../src/engine/requests/sources/parseMarkdownRequests.ts";
import { readHar } from "../../../src/engine/requests/sources/readHar.ts";
import { findByJsonPath } from "../../../src/engine/requests/variables/jsonPath.ts";
import { findByXPath } from "../../../src/engine/requests/variables/xmlPath.ts";
import { prepare } from "./lent.ts";

const runs = { numRuns: 400 };

/** Texts made of the pieces that the grammar knows, so that they reach its corners. */
const pieces = [
  ..."GET |POST |http://a/b|/x|Host: h|A: b|\n|\n\n|\r\n|\r|###|### t|  ### u|# @name n|# @prompt p q|// c|{{|}}|{{x}}|{{%x}}|{{$guid}}".split(
    "|",
  ),
  ...'@x = |@y={{x}}|"q"| HTTP/1.1|HTTP/1.1 404 Not Found|  ?a=b|&c=d|> {%|%}|< {%|< ./f.json|<@ f|>> o|<> r|{|}|[|]|<a>|:|=| |\t'.split(
    "|",
  ),
  ..."curl |'|\\|^|-d |-H |$'|/*|*/|import a.http|run #x|{{n.response.body.$.a}}|undefined|v1/|//|%20|#f|é|😀|~~~http|\u0000|\ufeff|\u200b".split(
    "|",
  ),
  "```http\n",
  "X-Request-Type: GraphQL\n",
  "Content-Type: multipart/form-data; boundary=b\n",
  '"',
  "\ud800",
];
const texts = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
);

function countLines(text: string): number {
  return text.split(/\r\n|\r|\n/).length;
}

function rangesOf(file: RequestFile): readonly Range[] {
  const ofRequest = (request: WrittenRequest): readonly (Range | null)[] => [
    request.range,
    request.methodRange,
    request.bodyRange,
    request.recorded?.range ?? null,
    ...request.urlRanges,
    ...request.headers.flatMap((field) => [field.nameRange, field.valueRange]),
  ];
  return [
    ...file.requests.flatMap(ofRequest),
    ...file.variables.flatMap((variable) => [variable.range, variable.valueRange]),
    ...file.problems.map((problem) => problem.range),
  ].filter((range) => range !== null);
}

function checkFile(text: string, file: RequestFile): void {
  for (const { start, end } of rangesOf(file))
    assert.ok(0 <= start && start <= end && end <= text.length, `${start} to ${end}`);
  const lines = countLines(text);
  for (const { line } of [...file.problems, ...file.variables]) assert.ok(line >= 1 && line <= lines);
  let last = 0;
  for (const request of file.requests) {
    assert.ok(last < request.startLine && request.startLine <= request.line && request.line <= request.endLine);
    assert.ok(request.endLine <= lines);
    last = request.endLine;
  }
}

describe("reading any text", () => {
  it("never throws, keeps ranges inside the text and blocks apart", () => {
    fc.assert(
      fc.property(texts, (text) => checkFile(text, parseHttpFile(text))),
      { ...runs, numRuns: 1500 },
    );
  });

  it("shows each piece of a request where its range says", () => {
    const checkPieces = (text: string): void => {
      const at = (range: Range): string => text.slice(range.start, range.end);
      for (const request of parseHttpFile(text).requests) {
        if (
          "curl-no-location" in request.directives ||
          /^\s*(?:\$ )?curl\b/.test(text.split(/\r\n|\r|\n/)[request.line - 1] ?? "")
        )
          continue;
        assert.equal(request.urlRanges.map(at).join(""), request.url);
        if (request.methodRange !== null)
          assert.equal(at(request.methodRange).toUpperCase(), request.method.toUpperCase());
        for (const field of request.headers) assert.equal(at(field.nameRange), field.name);
      }
    };
    fc.assert(fc.property(texts, checkPieces), { ...runs, numRuns: 1500 });
  });

  it("resolves whatever was read, into parts that join to the URL, with findings inside the text", () => {
    const check = (text: string): void => {
      const file = parseHttpFile(text);
      const { context } = prepare("GET http://a");
      for (const written of file.requests) {
        const resolved = resolveRequest(written, { ...context, text, parsed: file, given: { p: "given" } });
        assert.equal(resolved.urlParts.map((part) => part.text).join(""), resolved.url);
        for (const { range, fix } of findStatic(written, resolved)) {
          for (const { start, end } of [range, fix?.range].filter((each) => each !== null && each !== undefined)) {
            assert.ok(0 <= start && start <= end && end <= text.length);
          }
        }
        for (const { range } of resolved.problems)
          assert.ok(0 <= range.start && range.start <= range.end && range.end <= text.length);
      }
    };
    fc.assert(fc.property(texts, check), { ...runs, numRuns: 1000 });
  });

  it("reads Markdown at the places of the whole text", () => {
    fc.assert(
      fc.property(texts, (text) => checkFile(text, parseMarkdownRequests(text))),
      runs,
    );
  });

  it("never throws on curl, environments, .env, HAR, JSON and XML", () => {
    const check = (text: string): void => {
      for (const range of parseCurl(`curl ${text}`).request?.urlRanges ?? []) assert.ok(range.end <= text.length + 5);
      readEnvironmentJson(text, "f", [], false);
      readDotenv(text, "f");
      readHar(text);
      findByJsonPath(text, text);
      findByJsonPath('{"a": [1, {"b": 2}]}', text);
      findByXPath(text, "//a[@b='c']/text()");
      findByXPath("<a><b c='d'>e</b></a>", text);
    };
    fc.assert(fc.property(texts, check), runs);
  });
});

const word = fc.stringMatching(/^[A-Za-z][A-Za-z0-9-]{0,10}$/);
const url = fc
  .tuple(
    fc.constantFrom("http://a", "https://b.example:8443", "{{host}}"),
    fc.stringMatching(/^(\/[a-z0-9._~%{}-]{0,8}){0,4}(\?[a-z0-9=&%]{1,12})?$/),
  )
  .map(([origin, path]) => `${origin}${path}`);
const value = fc.stringMatching(/^[!-~é]([ -~é]{0,20}[!-~é])?$/);
const field = fc.record({ name: word, value }, { noNullPrototype: true });
const bodyLine = fc
  .stringMatching(/^[a-z"{}0-9][a-z"{}:, 0-9]{0,20}$/)
  .filter((line) => !/^\{\{|^\s*$/.test(line) && line.trim() === line);
const body = fc.option(fc.array(bodyLine, { minLength: 1, maxLength: 5 }).map((lines) => lines.join("\n")));

interface Plain {
  readonly name: string | null;
  readonly method: string;
  readonly url: string;
  readonly version: string | null;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: string | null;
  readonly bodyFile: string | null;
  readonly directives: Readonly<Record<string, string>>;
}

const requests: fc.Arbitrary<Plain> = fc.record(
  {
    name: fc.option(word),
    method: fc.constantFrom("GET", "POST", "DELETE", "PURGE", "OPTIONS"),
    url,
    version: fc.constantFrom(null, "HTTP/1.1", "HTTP/2"),
    headers: fc.array(field, { maxLength: 4 }),
    body,
    bodyFile: fc.constant(null),
    directives: fc.constantFrom({}, { "no-redirect": "" }, { timeout: "300", prompt: "a b\nc" }),
  },
  { noNullPrototype: true },
);

function plainOf({
  name,
  method,
  url: written,
  version,
  headers,
  body: content,
  bodyFile,
  directives,
}: WrittenRequest): Plain {
  const fields = headers.map((each) => ({ name: each.name, value: each.value }));
  return { name, method, url: written, version, headers: fields, body: content, bodyFile, directives };
}

function print(plain: Plain): string {
  const nowhere = { start: 0, end: 0 };
  const headers = plain.headers.map((each) => ({ ...each, nameRange: nowhere, valueRange: nowhere }));
  const places = {
    recorded: null,
    bodyRange: null,
    startLine: 1,
    line: 1,
    endLine: 1,
    range: nowhere,
    methodRange: null,
    urlRanges: [],
  };
  return printRequest({ ...plain, ...places, headers });
}

describe("printing a request", () => {
  it("gives a text that reads as the same request", () => {
    const check = (plains: readonly Plain[]): void => {
      const file = parseHttpFile(plains.map(print).join("\n"));
      assert.deepEqual(file.requests.map(plainOf), plains);
      const unknown = plains.filter(({ method }) => method === "PURGE");
      assert.deepEqual(
        file.problems.map(({ code }) => code),
        unknown.map(() => "tools-differ"),
      );
    };
    fc.assert(fc.property(fc.array(requests, { maxLength: 4 }), check), runs);
  });

  it("lets one piece be edited by its range without touching anything else", () => {
    const check = (plains: readonly Plain[], pick: number): void => {
      const text = plains.map(print).join("\n");
      const at = pick % plains.length;
      const [range] = parseHttpFile(text).requests[at]?.urlRanges ?? [];
      assert.ok(range);
      const edited = `${text.slice(0, range.start)}http://other/y${text.slice(range.end)}`;
      const expected = plains.map((plain, index) => (index === at ? { ...plain, url: "http://other/y" } : plain));
      assert.deepEqual(parseHttpFile(edited).requests.map(plainOf), expected);
    };
    fc.assert(fc.property(fc.array(requests, { minLength: 1, maxLength: 4 }), fc.nat(), check), runs);
  });
});
