import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { WrittenRequest } from "../../../src/engine/model/request.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { readEdgeReadings, skipCorpus } from "./corpus.ts";

/** A file, the requests read in it (one line each), and the codes of its problems. */
interface EdgeCase {
  readonly text: string;
  readonly reads: readonly string[];
  readonly problems?: readonly string[];
}

function show(request: WrittenRequest): string {
  const names = request.headers.map((field) => field.name).join("|");
  const body = request.body === null ? "" : ` body=${JSON.stringify(request.body)}`;
  const file = request.bodyFile === null ? "" : ` file=${request.bodyFile}`;
  const name = request.name === null ? "" : ` name=${request.name}`;
  const recorded = request.recorded === null ? "" : ` recorded=${request.recorded.status}`;
  return `L${request.line} ${request.method} ${request.url} [${names}]${body}${file}${name}${recorded}`;
}

/** The cases of which the corpus keeps how the other tools read them, in its order. */
const edges: Readonly<Record<string, EdgeCase>> = {
  "query continuation after the version": {
    text: "GET http://a/b HTTP/1.1\n  ?q=1\n  &r=2\nA: b",
    reads: ["L1 GET http://a/b?q=1&r=2 [A]"],
    problems: ["version-before-query"],
  },
  "query continuation": { text: "GET http://a/b\n  ?q=1\n  &r=2\nA: b", reads: ["L1 GET http://a/b?q=1&r=2 [A]"] },
  "query continuation with a bare flag": {
    text: "GET http://a/b\n  ?flag\n  &r=2\nA: b",
    reads: ["L1 GET http://a/b?flag&r=2 [A]"],
    problems: ["tools-differ"],
  },
  "query continuation that ends in the version": {
    text: "GET http://a/b\n  ?q=1\n  &r=2 HTTP/1.1\nA: b",
    reads: ["L1 GET http://a/b?q=1&r=2 [A]"],
  },
  "path continuation": {
    text: "GET http://a\n  /x\n  /y\n  ?q=1\nA: b",
    reads: ["L1 GET http://a/x/y?q=1 [A]"],
    problems: ["tools-differ", "tools-differ"],
  },
  "path continuation with a star": {
    text: "GET http://a\n  /x/*/y\nA: b",
    reads: ["L1 GET http://a/x/*/y [A]"],
    problems: ["tools-differ"],
  },
  "indented separator": {
    text: "GET http://a\n\n  ### two\nGET http://b",
    reads: ["L1 GET http://a []", "L4 GET http://b [] name=two"],
    problems: ["indented-separator"],
  },
  "## comment among the headers": {
    text: "GET http://a\n## c\nA: b",
    reads: ["L1 GET http://a [A]"],
    problems: ["tools-differ"],
  },
  "method in lower case": { text: "get http://a", reads: ["L1 GET http://a []"], problems: ["tools-differ"] },
  "method that few know": { text: "PURGE http://a", reads: ["L1 PURGE http://a []"], problems: ["tools-differ"] },
  "QUERY method": {
    text: "QUERY http://a\n\n{}",
    reads: ['L1 QUERY http://a [] body="{}"'],
    problems: ["tools-differ"],
  },
  "REPORT method": { text: "REPORT http://a", reads: ["L1 REPORT http://a []"], problems: ["tools-differ"] },
  "two requests without a separator": {
    text: "GET http://a\n\nGET http://b",
    reads: ["L1 GET http://a []", "L3 GET http://b []"],
    problems: ["missing-separator"],
  },
  "two URLs without methods": { text: "http://a\n\nhttp://b", reads: ['L1 GET http://a [] body="http://b"'] },
  "body that starts with the word GET": {
    text: "POST http://a\nContent-Type: text/plain\n\nGET the milk",
    reads: ['L1 POST http://a [Content-Type] body="GET the milk"'],
    problems: ["tools-differ"],
  },
  "body without a blank line": {
    text: 'POST http://a\nContent-Type: application/json\n{\n"a": 1\n}',
    reads: ['L1 POST http://a [Content-Type] body="{\\n\\"a\\": 1\\n}"'],
    problems: ["body-without-blank-line"],
  },
  "comment in a JSON body": {
    text: 'POST http://a\nContent-Type: application/json\n\n{\n// c\n"a": 1\n}',
    reads: ['L1 POST http://a [Content-Type] body="{\\n\\"a\\": 1\\n}"'],
  },
  "heading in a markdown body": {
    text: "POST http://a\nContent-Type: text/markdown\n\n# Title\ntext",
    reads: ['L1 POST http://a [Content-Type] body="# Title\\ntext"'],
    problems: ["tools-differ"],
  },
  "# line in a text body": {
    text: "POST http://a\nContent-Type: text/plain\n\n#anchor\ntext",
    reads: ['L1 POST http://a [Content-Type] body="text"'],
  },
  "### in a body": {
    text: "POST http://a\nContent-Type: text/plain\n\na\n### b\nc",
    reads: ['L1 POST http://a [Content-Type] body="a"', "L6 GET c [] name=b"],
  },
  "URL with spaces": { text: "GET http://a/b c?d=e f", reads: ["L1 GET http://a/b c?d=e f []"] },
  "HTTP/ after a space": { text: "GET http://a/ HTTP/x/y", reads: ["L1 GET http://a/ []"] },
  "variable with a colon in its value": { text: "@host=http://a:80\nGET {{host}}/x", reads: ["L2 GET {{host}}/x []"] },
  "variable without a value": {
    text: "@x\nGET http://a",
    reads: ["L2 GET http://a []"],
    problems: ["variable-without-value"],
  },
  "variable with spaces": { text: "@x = a b\nGET http://a/{{x}}", reads: ["L2 GET http://a/{{x}} []"] },
  "variable after the request line": {
    text: "GET http://a\n@x=1\nA: b",
    reads: ["L1 GET http://a [A]"],
    problems: ["variable-in-headers"],
  },
  "header without a colon": {
    text: "GET http://a\nAccept\nB: c",
    reads: ["L1 GET http://a [Accept|B]"],
    problems: ["header-without-colon"],
  },
  "header twice": { text: "GET http://a\nA: 1\nA: 2", reads: ["L1 GET http://a [A|A]"] },
  "header over two lines": {
    text: "GET http://a\nAccept: x\n  y\nB: c",
    reads: ["L1 GET http://a [Accept|B]"],
    problems: ["folded-header"],
  },
  "header that ends in a comma": { text: "GET http://a\nAccept: a,", reads: ["L1 GET http://a [Accept]"] },
  "comments among the headers": {
    text: "GET http://a\n#D: x\n// E: y\nE: z",
    reads: ["L1 GET http://a [E]"],
    problems: ["tools-differ"],
  },
  "response under its request": {
    text: "GET http://a\n\nHTTP/1.1 404 Not Found\nContent-Type: text/plain\n\nhi",
    reads: ["L1 GET http://a [] recorded=404"],
    problems: ["tools-differ"],
  },
  "response in a section of its own": {
    text: "GET http://a\n###\nHTTP/1.1 200 OK\nContent-Type: text/plain\n\nhi",
    reads: ["L1 GET http://a [] recorded=200"],
    problems: ["tools-differ"],
  },
  "response handler": {
    text: 'GET http://a\n\n> {%\nclient.log("x")\n%}',
    reads: ["L1 GET http://a []"],
    problems: ["handler-not-run"],
  },
  "response handler in a file": {
    text: "POST http://a\n\n{}\n\n> ./h.js",
    reads: ['L1 POST http://a [] body="{}"'],
    problems: ["handler-not-run"],
  },
  "script before the request": {
    text: '< {%\nrequest.variables.set("a","b")\n%}\nGET http://a',
    reads: ["L4 GET http://a []"],
    problems: ["handler-not-run"],
  },
  "output file": { text: "GET http://a\n\n>> out.json", reads: ["L1 GET http://a []"], problems: ["handler-not-run"] },
  "earlier response in a file": {
    text: "GET http://a\n\n<> x.200.json",
    reads: ["L1 GET http://a []"],
    problems: ["handler-not-run"],
  },
  "body from a file": { text: "POST http://a\n\n< ./x.json", reads: ["L1 POST http://a [] file=./x.json"] },
  "body from a file without a space": {
    text: "POST http://a\n\n<./x.json",
    reads: ['L1 POST http://a [] body="<./x.json"'],
    problems: ["file-body-without-space"],
  },
  "body from a template file": {
    text: "POST http://a\n\n<@latin1 ./x.json",
    reads: ["L1 POST http://a [] file=./x.json"],
  },
  "XML body": {
    text: "POST http://a\nContent-Type: text/xml\n\n<root>\n< a/>\n</root>",
    reads: ['L1 POST http://a [Content-Type] body="<root>\\n< a/>\\n</root>"'],
    problems: ["tools-differ"],
  },
  "curl on one line": {
    text: `curl -X POST "http://a/b" -H "A: b" -d '{"a":1}'`,
    reads: ['L1 POST http://a/b [A|Content-Type] body="{\\"a\\":1}"'],
    problems: ["tools-differ"],
  },
  "curl over lines": {
    text: "curl \\\n  -X POST \\\n  http://a/b \\\n -d a=1",
    reads: ['L1 POST http://a/b [Content-Type] body="a=1"'],
    problems: ["tools-differ"],
  },
  "form over lines": {
    text: "POST http://a\nContent-Type: application/x-www-form-urlencoded\n\na=1\n&b=2",
    reads: ['L1 POST http://a [Content-Type] body="a=1\\n&b=2"'],
  },
  "import and run": {
    text: "import ./a.http\n\n###\nrun #Login\n\n### x\nGET http://a",
    reads: ["L7 GET http://a [] name=x"],
    problems: ["handler-not-run", "handler-not-run"],
  },
  "block comment": {
    text: "/*\nGET http://b\n*/\nGET http://a",
    reads: ["L4 GET http://a []"],
    problems: ["tools-differ"],
  },
  "GraphQL by its header": {
    text: 'POST http://a\nX-REQUEST-TYPE: GraphQL\n\nquery Q { a }\n\n{"x":1}',
    reads: ['L1 POST http://a [X-REQUEST-TYPE] body="query Q { a }\\n\\n{\\"x\\":1}"'],
  },
  "GraphQL by its method": {
    text: "GRAPHQL http://a\n\nquery Q { a }",
    reads: ['L1 GRAPHQL http://a [] body="query Q { a }"'],
    problems: ["tools-differ"],
  },
  "origin form": { text: "GET /x\nHost: a", reads: ["L1 GET /x [Host]"] },
  tabs: { text: "GET\thttp://a\tHTTP/1.1", reads: ["L1 GET http://a []"] },
  "byte order mark": { text: "\ufeffGET http://a", reads: ["L1 GET http://a []"] },
  "indented request": { text: "  GET http://a\n  A: b", reads: ["L1 GET http://a [A]"] },
  CRLF: {
    text: "GET http://a\r\nA: b\r\n\r\nx\r\n###\r\nGET http://b\r\n",
    reads: ['L1 GET http://a [A] body="x"', "L6 GET http://b []"],
  },
  prose: { text: "Hello there\n\nGET http://a", reads: ["L3 GET http://a []"], problems: ["not-a-request"] },
  "slashes as written": { text: "GET http://a//x/", reads: ["L1 GET http://a//x/ []"] },
  WebSocket: { text: "WS ws://a\n\nhi", reads: ['L1 WS ws://a [] body="hi"'], problems: ["protocol-not-sent"] },
  "name without a space": {
    text: "#@name x\nGET http://a",
    reads: ["L2 GET http://a [] name=x"],
    problems: ["tools-differ"],
  },
  "name after slashes": { text: "// @name x\nGET http://a", reads: ["L2 GET http://a [] name=x"] },
  "title and name": { text: "### title\n# @name x\nGET http://a", reads: ["L3 GET http://a [] name=x"] },
  "name with a hyphen": { text: "# @name my-req\nGET http://a", reads: ["L2 GET http://a [] name=my-req"] },
  "name after the request line": {
    text: "GET http://a\n# @name late\nA: b",
    reads: ["L1 GET http://a [A] name=late"],
    problems: ["tools-differ"],
  },
  "no-redirect": { text: "# @no-redirect\nGET http://a", reads: ["L2 GET http://a []"] },
};

const others: Readonly<Record<string, EdgeCase>> = {
  "curl over lines before another request": {
    text: "curl \\\n  -X POST \\\n  http://a/b \\\n -d a=1\n\n###\nGET http://c",
    reads: ['L1 POST http://a/b [Content-Type] body="a=1"', "L7 GET http://c []"],
    problems: ["tools-differ"],
  },
  "query continuation at the margin": {
    text: "GET http://a/b\n?q=1\n&r=2\nA: b",
    reads: ["L1 GET http://a/b?q=1&r=2 [A]"],
  },
  "query value on a line of its own": {
    text: "GET http://a/b?q=\n  1\nA: b",
    reads: ["L1 GET http://a/b?q=1 [A]"],
    problems: ["tools-differ"],
  },
  "method of no standard": {
    text: "FROBNICATE http://a",
    reads: ["L1 FROBNICATE http://a []"],
    problems: ["tools-differ"],
  },
  "two requests without a blank line": {
    text: "GET http://a\nGET http://b",
    reads: ["L1 GET http://a []", "L2 GET http://b []"],
    problems: ["missing-separator"],
  },
  "# line inside a text body": {
    text: "POST http://a\nContent-Type: text/plain\n\none\n#anchor\ntwo",
    reads: ['L1 POST http://a [Content-Type] body="one\\ntwo"'],
    problems: ["comment-in-body"],
  },
  "HTTP/ inside the path": { text: "GET http://a/HTTP/1.1/x", reads: ["L1 GET http://a/HTTP/1.1/x []"] },
  "variable between requests": {
    text: 'POST http://a\n\n{"a":1}\n\n@x = 1\n\nGET http://b',
    reads: ['L1 POST http://a [] body="{\\"a\\":1}"', "L7 GET http://b []"],
    problems: ["missing-separator"],
  },
  "script that is never closed": {
    text: "GET http://a\n\n> {%\nx\n###\nGET http://b",
    reads: ["L1 GET http://a []", "L6 GET http://b []"],
    problems: ["handler-not-run", "unclosed-script"],
  },
  CR: { text: "GET http://a\rA: b\r###\rGET http://b", reads: ["L1 GET http://a [A]", "L4 GET http://b []"] },
  "name of the next request without a separator": {
    text: "GET http://a\n\n# @name two\nGET http://b",
    reads: ["L1 GET http://a []", "L4 GET http://b [] name=two"],
    problems: ["missing-separator"],
  },
  "multipart body that holds a request line": {
    text: "POST http://a\nContent-Type: multipart/form-data; boundary=b\n\n--b\n\nGET http://c\n--b--",
    reads: ['L1 POST http://a [Content-Type] body="--b\\n\\nGET http://c\\n--b--"'],
  },
  "quoted variable": {
    text: '@x = "a"\nGET http://a/{{x}}',
    reads: ["L2 GET http://a/{{x}} []"],
    problems: ["quoted-variable"],
  },
  "method alone": { text: "GET", reads: ["L1 GET  []"], problems: ["missing-url"] },
  empty: { text: "", reads: [] },
  "only a separator": { text: "###", reads: [] },
};

/** Readings of neither tool: what they lose is kept, and what is no request is none. */
const ownReadings = [
  "query continuation after the version",
  "path continuation with a star",
  "variable without a value",
  "variable after the request line",
  "header over two lines",
  "curl on one line",
  "import and run",
  "prose",
];

/** Read in different words by the tools, and sent alike: a file by its name or its content, fields of a form, GraphQL, a title as a name. */
const alike = new Set([
  "### in a body",
  "body from a file",
  "body from a template file",
  "form over lines",
  "GraphQL by its header",
]);

function outlineOf({ line, method, url, headers }: WrittenRequest): string {
  return `L${line} ${method} ${url} [${[...new Set(headers.map(({ name }) => name))].join("|")}]`;
}

describe("where the tools disagree", () => {
  for (const [name, { text, reads, problems = [] }] of Object.entries({ ...edges, ...others })) {
    it(`reads a file with ${name}`, () => {
      const file = parseHttpFile(text);
      assert.deepEqual(file.requests.map(show), reads);
      assert.deepEqual(
        file.problems.map((problem) => problem.code),
        problems,
      );
    });
  }

  it("covers every edge case of the corpus: alike where the tools agree, else as one of them reads it, else with its reason", {
    skip: skipCorpus,
  }, () => {
    const known = readEdgeReadings();
    assert.equal(known.length, 63);
    assert.equal(Object.keys(edges).length, known.length);
    const own = Object.entries(edges).flatMap(([name, { text }], at) => {
      const reading = parseHttpFile(text).requests.map(outlineOf).join(" ;; ");
      return known[at]?.readings.includes(reading) === true ? [] : [name];
    });
    assert.deepEqual(own, [...ownReadings]);
  });

  it("says so wherever the tools disagree on what is sent", { skip: skipCorpus }, () => {
    const known = readEdgeReadings();
    const silent = Object.entries(edges).filter(
      ([name, { problems = [] }], at) => known[at]?.isAgreed === false && problems.length === 0 && !alike.has(name),
    );
    assert.deepEqual(
      silent.map(([name]) => name),
      [],
    );
  });

  it("keeps directives by name and leaves their values as written", () => {
    const [request] = parseHttpFile(
      "# @no-redirect\n# @timeout 300\n# @prompt a the a\n# @prompt b\nGET http://a",
    ).requests;
    assert.deepEqual(request?.directives, { "no-redirect": "", timeout: "300", prompt: "a the a\nb" });
  });

  it("keeps the range of every piece", () => {
    const text = "### t\n# @name n\nPOST http://a/{{b}}\n  ?c=d HTTP/1.1\nX-Y:  z \n\n{}\n\n@v = w";
    const { requests, variables } = parseHttpFile(text);
    const request = requests[0] as WrittenRequest;
    const at = ({ start, end }: { readonly start: number; readonly end: number }): string => text.slice(start, end);
    assert.deepEqual(request.urlRanges.map(at), ["http://a/{{b}}", "?c=d"]);
    assert.equal(request.methodRange && at(request.methodRange), "POST");
    assert.deepEqual(
      request.headers.map((field) => [at(field.nameRange), at(field.valueRange)]),
      [["X-Y", "z"]],
    );
    assert.equal(request.bodyRange && at(request.bodyRange), "{}");
    assert.equal(request.version, "HTTP/1.1");
    assert.deepEqual([request.startLine, request.line, request.endLine], [1, 3, 7]);
    assert.equal(at(request.range), text.slice(6, text.indexOf("{}") + 2));
    assert.deepEqual(
      variables.map((variable) => [variable.name, at(variable.range), at(variable.valueRange)]),
      [["v", "@v = w", "w"]],
    );
  });
});
