import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { WrittenRequest } from "../../../../src/engine/model/request.ts";
import { parseHttpFile } from "../../../../src/engine/requests/grammar/parseHttpFile.ts";
import { parseCurl } from "../../../../src/engine/requests/sources/parseCurl.ts";

function read(command: string): WrittenRequest {
  const { request } = parseCurl(command);
  assert.ok(request, command);
  return request;
}

function show(command: string): string {
  const { method, url, headers, body, bodyFile } = read(command);
  const fields = headers.map((field) => `${field.name}: ${field.value}`).join("; ");
  return `${method} ${url} [${fields}] ${JSON.stringify(body)}${bodyFile === null ? "" : ` < ${bodyFile}`}`;
}

const form = "Content-Type: application/x-www-form-urlencoded";
const table: Readonly<Record<string, string>> = {
  "curl http://a": "GET http://a [] null",
  "$ curl http://a": "GET http://a [] null",
  "curl.exe -s 'http://a/b?c=d&e=f'": "GET http://a/b?c=d&e=f [] null",
  "curl --url http://a -X DELETE": "DELETE http://a [] null",
  "curl -XPUT -H'A: b' http://a": "PUT http://a [A: b] null",
  "curl -sSLk http://a -o out.json": "GET http://a [] null",
  "curl -I http://a": "HEAD http://a [] null",
  "curl http://a -d a=1 -d b=2": `POST http://a [${form}] "a=1&b=2"`,
  "curl http://a -d '{}' -H 'Content-Type: application/json'": 'POST http://a [Content-Type: application/json] "{}"',
  "curl -G http://a/x?y=1 -d a=1 --data-urlencode 'b=c d'": "GET http://a/x?y=1&a=1&b=c+d [] null",
  "curl http://a -d @body.json": `POST http://a [${form}] null < body.json`,
  "curl http://a --data-raw @notafile": `POST http://a [${form}] "@notafile"`,
  "curl http://a --data-binary $'a\\nb\\u0041\\''": `POST http://a [${form}] "a\\nbA'"`,
  "curl http://a --json '{}'": 'POST http://a [Content-Type: application/json; Accept: application/json] "{}"',
  "curl -u me:pw -A agent -e http://r -b 'c=d' http://a":
    "GET http://a [Authorization: Basic me:pw; User-Agent: agent; Referer: http://r; Cookie: c=d] null",
  "curl -H 'Accept:' -H 'X-Empty;' http://a": "GET http://a [X-Empty: ] null",
  'curl "http://a/\\"q\\"" | jq .': 'GET http://a/"q" [] null',
  "curl -T file.bin http://a/f": "PUT http://a/f [] null < file.bin",
  "curl \\\n  -X POST \\\r\n  'http://a/b' \\\n  -d x": `POST http://a/b [${form}] "x"`,
  "curl 'http://a'\n-H 'A: b'": "GET http://a [A: b] null",
  'curl ^"http://a/b?c=1^&d=2^" ^\r\n  -H ^"A: b^" ^\r\n  --data-raw ^"^{^\\^"x^\\^":^\\^"y^\\^"^}^"': `POST http://a/b?c=1&d=2 [A: b; ${form}] "{\\"x\\":\\"y\\"}"`,
  'curl "http://a/b" ^\r\n  -H "A: b" ^\r\n  --data-raw "{\\"x\\":1}"': `POST http://a/b [A: b; ${form}] "{\\"x\\":1}"`,
  "curl -H 'A: {{token}}' {{host}}/x": "GET {{host}}/x [A: {{token}}] null",
  "curl.exe `\r\n  -X POST 'http://a/it''s' `\r\n  -H \"A: `\"b`\"\" `\r\n  -d '{\\\"x\\\":1}'": `POST http://a/it's [A: "b"; ${form}] "{\\"x\\":1}"`,
  'curl `\n "http://a/$env:ID/${env:KEY}?c=""d"""': 'GET http://a/{{ID}}/{{KEY}}?c="d" [] null',
  'curl "http://a/$ID/${KEY:-7}/\\$x" -H "A: $TOKEN" -H \'B: $b\'':
    "GET http://a/{{ID}}/{{KEY}}/$x [A: {{TOKEN}}; B: $b] null",
  "curl http://a/?t=$(date +%s)`id`": "GET http://a/?t={{$(date +%s)}}{{$(id)}} [] null",
  "curl http://a --data-urlencode 'q={{x}} y'": `POST http://a [${form}] "q={{%x}}+y"`,
  "curl -u me http://a": "GET http://a [Authorization: Basic me:{{$password me}}] null",
  "curl --digest -u me:pw http://a": "GET http://a [] null",
  "curl -x http://p --doh-url http://d --resolve a:1:b http://a": "GET http://a [] null",
  "curl http://a # http://b": "GET http://a [] null",
};

describe("parseCurl", () => {
  for (const [command, expected] of Object.entries(table)) {
    it(`reads ${JSON.stringify(command)}`, () => {
      assert.equal(show(command), expected);
    });
  }

  it("keeps what curl was told about certificates, redirects and time as directives", () => {
    assert.deepEqual(read("curl -k -L -m 2.5 --unix-socket /run/a.sock https://a").directives, {
      "no-reject-unauthorized": "",
      timeout: "2500 ms",
      "unix-socket": "/run/a.sock",
    });
    assert.deepEqual(read("curl https://a").directives, { "curl-no-location": "" });
  });

  it("builds multipart content", () => {
    const { headers, body } = read("curl http://a -F a=1 -F 'f=@dir/x.json;type=application/json'");
    assert.match(headers[0]?.value ?? "", /^multipart\/form-data; boundary=/);
    assert.match(body ?? "", /name="a"\n\n1\n/);
    assert.match(body ?? "", /name="f"; filename="x\.json"\nContent-Type: application\/json\n\n< dir\/x\.json\n/);
  });

  it("knows where the URL and the fields stand", () => {
    const command = `curl -X POST "http://a/b" -H 'A: b c'`;
    const { urlRanges, methodRange, headers } = read(command);
    const at = (range: { readonly start: number; readonly end: number } | null | undefined) =>
      command.slice(range?.start, range?.end);
    assert.deepEqual(
      [at(urlRanges[0]), at(methodRange), at(headers[0]?.nameRange), at(headers[0]?.valueRange)],
      ["http://a/b", "POST", "A", "b c"],
    );
  });

  it("ends where the command ends, also within an escape", () => {
    const command = "curl $'http://a/\\";
    assert.deepEqual(read(command).urlRanges, [{ start: "curl $'".length, end: command.length }]);
  });

  it("says why a text is no request", () => {
    const codes = (command: string) => parseCurl(command).problems.map((problem) => problem.code);
    assert.deepEqual(codes("wget http://a"), ["not-curl"]);
    assert.deepEqual(codes("curl -s"), ["missing-url"]);
    assert.deepEqual(codes("curl 'http://a"), ["unclosed-quote"]);
    assert.deepEqual(codes("curl -K site.conf"), ["missing-url"]);
    assert.deepEqual(codes("curl http://a/b?c=1&d=2"), ["unquoted-ampersand"]);
    assert.deepEqual(codes(""), ["not-curl"]);
  });

  it("says what reading it as one request leaves out", () => {
    const said = (command: string) =>
      parseCurl(command).problems.map(({ code, range }) => `${code} ${command.slice(range.start, range.end)}`.trim());
    assert.deepEqual(said("curl http://a http://b http://c"), ["curl-more-urls http://b"]);
    assert.deepEqual(said("curl http://a -X PUT --next -d x http://b"), ["curl-next --next"]);
    assert.deepEqual(said("curl http://a/{b,c}/[1-3]"), ["curl-glob http://a/{b,c}/[1-3]"]);
    assert.deepEqual(said("curl -g http://a/{b} http://[::1]"), ["curl-more-urls http://[::1]"]);
    assert.deepEqual(said("curl http://{{a}}/[::1]"), []);
    assert.deepEqual(said("curl http://a -d @x -d y=1 -H @h -b jar"), [
      "curl-file-left-out @x",
      "curl-file-left-out @h",
      "curl-file-left-out jar",
    ]);
    assert.deepEqual(said("curl http://a -d @-"), ["curl-file-left-out @-"]);
    assert.deepEqual(said("curl http://a --data-urlencode n@x --url-query @y"), [
      "curl-file-left-out n@x",
      "curl-file-left-out @y",
    ]);
    assert.deepEqual(said("curl http://a --proxy p -n --ntlm"), [
      "curl-option-not-followed p",
      "curl-option-not-followed -n",
      "curl-option-not-followed --ntlm",
    ]);
    assert.deepEqual(said('curl "http://a/$ID"'), ["shell-variable $ID"]);
    assert.deepEqual(said("curl http://a -sSfvk --compressed --fail-with-body -o x -w y"), []);
  });

  it("puts no shell variable into a command that stands in a request file, and says so", () => {
    const file = parseHttpFile('curl "http://a/o?$filter=b" \\\n  -d @-\n');
    assert.equal(file.requests[0]?.url, "http://a/o?$filter=b");
    assert.deepEqual(
      file.problems.map(({ code, line }) => `${line} ${code}`),
      ["1 tools-differ", "1 shell-variable", "2 curl-file-left-out"],
    );
  });
});
