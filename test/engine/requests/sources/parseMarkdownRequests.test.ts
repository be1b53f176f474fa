import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseMarkdownRequests } from "../../../../src/engine/requests/sources/parseMarkdownRequests.ts";

const text = `# Orders é

GET http://not/a/request

\`\`\`http
# @name one
GET http://a/x
A: b
\`\`\`

\`\`\`js
GET http://not/this
\`\`\`

~~~~HTTP title
POST http://b

\`\`\`
{}
~~~~
`;

describe("parseMarkdownRequests", () => {
  it("reads the requests of http blocks, at their places in the whole text", () => {
    const { requests, problems } = parseMarkdownRequests(text);
    assert.deepEqual(
      requests.map(({ name, method, url, line, body }) => [name, method, url, line, body]),
      [
        ["one", "GET", "http://a/x", 7, null],
        [null, "POST", "http://b", 16, "```\n{}"],
      ],
    );
    for (const { url, urlRanges } of requests) {
      assert.equal(urlRanges.map(({ start, end }) => text.slice(start, end)).join(""), url);
    }
    assert.deepEqual(problems, []);
  });

  it("reads nothing where there is no block", () => {
    assert.deepEqual(parseMarkdownRequests("GET http://a\n```\nGET http://b\n```").requests, []);
  });
});
