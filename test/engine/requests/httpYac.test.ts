import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { parseWithHttpYac, requestsOf, type YacRequest } from "./httpYac.ts";

function read(text: string): readonly YacRequest[] {
  return parseHttpFile(text).requests.map(({ line, method, url, headers, body }) => {
    const names = headers.map(({ name }) => name);
    return { line, method, url, headers: [...new Set(names)], body };
  });
}

const word = fc.stringMatching(/^[a-z][a-z0-9-]{0,7}$/);
const value = fc.constantFrom("application/json", "{{token}}", "Bearer {{token}}", "a b;c=d", '"quoted"', "x-{{y}}/1");
const host = fc.constantFrom("http://localhost:3000", "{{host}}", "https://a.example", "http://127.0.0.1");
const path = fc.array(fc.oneof(word, fc.constantFrom("{{id}}", "42", "a%20b", "~b", "")), { maxLength: 5 });
const query = fc.array(fc.tuple(word, fc.oneof(word, fc.constant("{{q}}"))), { maxLength: 3 });
const body = fc.constantFrom(
  '{\n  "a": 1,\n\n  "b": "{{x}}"\n}',
  "[1, 2]",
  "plain text\n\nwith a gap",
  '{ "url": "http://a/b" }',
);
const title = fc.oneof(
  fc.constant(""),
  word.map((text) => ` ${text}`),
);
const leads = fc.constantFrom(
  "",
  "\n",
  "# a comment\n",
  "// a comment\n",
  "# @no-redirect\n",
  "# @name given\n",
  "@x = y\n\n",
);

/** A request as people write it, in the part of the format on which the tools agree. */
const request = fc
  .record({
    title,
    lead: leads,
    method: fc.constantFrom("GET ", "POST ", "PUT ", "DELETE ", "OPTIONS ", "PATCH ", "HEAD "),
    host,
    path,
    query,
    queryLines: fc.boolean(),
    version: fc.constantFrom("", " HTTP/1.1", " HTTP/2"),
    fields: fc.uniqueArray(fc.tuple(word, value), { selector: ([name]) => name, maxLength: 4 }),
    body: fc.option(body, { nil: null }),
  })
  .map((part) => {
    const pairs = part.query.map(([name, text]) => `${name}=${text}`);
    const separators = pairs.map((_, at) => `${part.queryLines ? "\n  " : ""}${at === 0 ? "?" : "&"}`);
    const asked = pairs.map((pair, at) => `${separators[at]}${pair}`).join("");
    const line = `${part.method}${[part.host, ...part.path].join("/")}${asked}${part.version}`;
    const fields = part.fields.map(([name, text]) => `${name}: ${text}\n`).join("");
    return `###${part.title}\n${part.lead}${line}\n${fields}${part.body === null ? "" : `\n${part.body}\n`}\n`;
  });

describe("httpYac and this reader, where the tools agree", () => {
  it("read the same requests, at the same lines, with the same URL, fields and content", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 6 }), async (parts) => {
        const text = parts.join("");
        assert.deepEqual(read(text), requestsOf(await parseWithHttpYac(text)), text);
      }),
      { numRuns: 150 },
    );
  });
});
