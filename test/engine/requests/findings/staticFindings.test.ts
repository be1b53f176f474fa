import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { readEnvironments } from "../../../../src/engine/requests/environments/environments.ts";
import type { StaticFinding } from "../../../../src/engine/requests/findings/staticFinding.ts";
import { findStatic } from "../../../../src/engine/requests/findings/staticFindings.ts";
import type { ResolveContext } from "../../../../src/engine/requests/resolve/resolveContext.ts";
import { resolveRequest } from "../../../../src/engine/requests/resolve/resolveRequest.ts";
import { filesOf, prepare } from "../lent.ts";

function find(text: string, changes: Partial<ResolveContext> = {}): readonly StaticFinding[] {
  const { written, context } = prepare(text, changes);
  return findStatic(written, resolveRequest(written, context));
}

/** `code: what the file shows there`, and after an arrow the request as the fix leaves it. */
function show(text: string, changes: Partial<ResolveContext> = {}): readonly string[] {
  return find(text, changes).map(({ code, range, fix }) => {
    const at = range === null ? "-" : text.slice(range.start, range.end);
    if (fix === undefined) return `${code}: ${at}`;
    const fixed = text.slice(0, fix.range.start) + fix.newText + text.slice(fix.range.end);
    return `${code}: ${at} -> ${fixed}`;
  });
}

const table: Readonly<Record<string, readonly string[]>> = {
  "GET http://a/orders/42?x=1": [],
  "GET http://a": [],
  "GET http://a/orders/undefined": ["placeholder-in-path: undefined"],
  "GET http://a/orders/null/x": ["placeholder-in-path: null"],
  "GET http://a/orders/:id": ["placeholder-in-path: :id"],
  "GET http://a/orders/{id}?y={id}": ["placeholder-in-path: {id}"],
  "GET http://a/[object Object]/x": [
    "placeholder-in-path: [object Object]",
    "stray-character:   -> GET http://a/[objectObject]/x",
  ],
  "GET http://a/%5Bobject%20Object%5D": ["placeholder-in-path: %5Bobject%20Object%5D"],
  "GET http://a/%7B%7Bid%7D%7D": ["placeholder-in-path: %7B%7Bid%7D%7D"],
  "GET http://a/banks/$BANK_ID/level": ["placeholder-in-path: $BANK_ID"],
  "GET http://a/banks/%24BANK_ID": ["placeholder-in-path: %24BANK_ID"],
  "GET http://a/banks/__BANK_ID__": ["placeholder-in-path: __BANK_ID__"],
  "GET http://a/$metadata/functions/$LATEST": [],
  "GET http://a/x?id=undefined": ["placeholder-in-query: undefined"],
  "GET http://a/v1/v1/x": ["segments-repeated: /v1 -> GET http://a/v1/x"],
  "GET http://a/v4/v1/x": ["segments-repeated: v4/v1"],
  "GET http://a/chat/completions/chat/completions": [
    "segments-repeated: /chat/completions -> GET http://a/chat/completions",
  ],
  "GET http://a/points/3/3": [],
  "GET http://a//x": ["double-slash: // -> GET http://a/x"],
  "GET http://a/x%20": ["stray-character: %20 -> GET http://a/x"],
  "GET http://a/My%20File": [],
  "GET http://a/x%0A/y": ["stray-character: %0A -> GET http://a/x/y"],
  "GET http://a/x\u200b/y": ["stray-character: \u200b -> GET http://a/x/y"],
  "GET http://a/x%E2%80%8B": ["stray-character: %E2%80%8B -> GET http://a/x"],
  "GET http://a/x y": ["stray-character:   -> GET http://a/xy"],
  "GET http://a/x#y": ["fragment-in-url: #y -> GET http://a/x%23y"],
  "GET http://a/x/../y": ["segment-lost-by-join: .."],
  "GET http://a/100%": ["identifier-unencoded: % -> GET http://a/100%25"],
  "GET http://a/9007199254740991": [],
  "GET http://a/9007199254740993": ["number-loses-digits: 9007199254740993"],
  "GET http://a/1234567890123456800": ["number-rounded: 1234567890123456800"],
  "GET http://a/1234567890123456789": ["number-loses-digits: 1234567890123456789"],
  "GET http://a/x?id=90071992547409920": ["number-rounded: 90071992547409920"],
  "GET http://bücher.invalid/x": [],
  "GET http://例え.テスト/x": [],
  "GET http://москва.invalid/x": [],
  "GET http://u:p@\u0430pple.invalid:8080/x": [
    "host-lookalike: \u0430pple.invalid -> GET http://u:p@apple.invalid:8080/x",
  ],
  "GET http://xn--pple-43d.invalid/x": [],
  "GET http://api.\u0430\u0440\u0440\u04cf\u0435.com/x": [
    "host-lookalike: api.\u0430\u0440\u0440\u04cf\u0435.com -> GET http://api.apple.com/x",
  ],
  "GET http://bücher\u0436.invalid/x": ["host-lookalike: bücher\u0436.invalid"],
  "@h = \u0430pple.invalid\nGET http://{{h}}/x": ["host-lookalike: {{h}}"],
  "@b = http://a/api\nGET {{b}}orders/1": ["segment-lost-by-join: orders -> @b = http://a/api\nGET {{b}}/orders/1"],
  "@b = http://a/api/\nGET {{b}}/orders": ["double-slash: {{b}}/ -> @b = http://a/api/\nGET {{b}}orders"],
  "@b = http://a/v1\nGET {{b}}/v1/x": ["segments-repeated: /v1 -> @b = http://a/v1\nGET {{b}}/x"],
  "@b = http://a\n@v = v1\nGET {{b}}/{{v}}-x/{{v}}": [],
  "@id = group/name\nGET http://a/projects/{{id}}": [
    "identifier-unencoded: {{id}} -> @id = group/name\nGET http://a/projects/{{%id}}",
  ],
  "@prefix = api/v1\nGET http://a/{{prefix}}/x": [],
  "@q = a&b=c\nGET http://a/x?q={{q}}": ["identifier-unencoded: {{q}} -> @q = a&b=c\nGET http://a/x?q={{%q}}"],
  "@id = a b\nGET http://a/{{id}}/{{%id}}": [
    "stray-character: {{id}}",
    "identifier-unencoded: {{id}} -> @id = a b\nGET http://a/{{%id}}/{{%id}}",
  ],
  "@id = undefined\nGET http://a/{{id}}": ["placeholder-in-path: {{id}}"],
  '@id = "7"\nGET http://a/{{id}}': ['quoted-variable: "7" -> @id = 7\nGET http://a/{{id}}'],
  "@order = 7\nGET http://a/{{ordr}}": ["unresolved-variable: {{ordr}} -> @order = 7\nGET http://a/{{order}}"],
  "GET http://a/x HTTP/1.1\n  ?q=1": ["version-before-query: HTTP/1.1 -> GET http://a/x \n  ?q=1"],
};

describe("findStatic", () => {
  for (const [text, expected] of Object.entries(table)) {
    it(`looks at ${JSON.stringify(text)}`, () => {
      assert.deepEqual(show(text), expected);
    });
  }

  it("leads to the place that defines what is wrong", async () => {
    const environments = await readEnvironments(
      filesOf({ "http-client.env.json": '{ "dev": {\n  "host": "http://a",\n  "id": "42\\u00a0" } }' }),
      "api.http",
    );
    const findings = find("GET {{host}}/orders/{{id}}", { environments });
    assert.deepEqual(
      findings.map((each) => each.code),
      ["spaced-variable", "stray-character"],
    );
    const finding = findings[1];
    assert.deepEqual(finding?.location, { file: "http-client.env.json", line: 3, column: 10 });
  });

  it("cures a value in the file that defines it, as that file writes it", async () => {
    const text = '{ "dev": {\n  "id": "\\"7 \\\\ 8\\"",\n  "name": " x\\u00e9" } }';
    const environments = await readEnvironments(filesOf({ "http-client.env.json": text }), "api.http");
    const fixes = find("GET http://a/{{id}}/{{name}}", { environments }).flatMap(({ fix }) => fix ?? []);
    const cured = fixes.flatMap(({ range, newText, other }) => {
      if (other === undefined) return [];
      assert.equal(other.file, "http-client.env.json");
      assert.equal(text.slice(range.start, range.end), other.text);
      return [Object.values(JSON.parse(text.slice(0, range.start) + newText + text.slice(range.end)).dev)];
    });
    assert.deepEqual(cured, [
      ["7 \\ 8", " xé"],
      ['"7 \\ 8"', "xé"],
    ]);
  });

  it("names a placeholder as it was before a client encoded it", () => {
    const messages = find("GET http://a/orders/%7Bid%7D/$%7Bid%7D/%3Cid%3E/%5Bobject%20Object%5D").map(
      ({ message }) => message,
    );
    assert.deepEqual(messages, [
      'The path holds "{id}" where an identifier belongs.',
      'The path holds "$\x7bid}" where an identifier belongs.',
      'The path holds "<id>" where an identifier belongs.',
      'The path holds "[object Object]" where an identifier belongs.',
    ]);
  });

  it("says when file and environment disagree", async () => {
    const environments = await readEnvironments(
      filesOf({ "http-client.env.json": '{ "dev": { "id": "1" } }' }),
      "api.http",
    );
    assert.deepEqual(show("@id = 2\nGET http://a/{{id}}", { environments }), ["variable-shadowed: {{id}}"]);
  });

  it("has ranges over continuation lines and after a host that was put before the URL", () => {
    const text = "GET /x\n  /undefined\n  ?a=b\nHost: h";
    const [finding] = find(text);
    assert.equal(finding?.range && text.slice(finding.range.start, finding.range.end), "undefined");
    assert.deepEqual(finding?.location, { file: "api.http", line: 2, column: 4 });
  });

  it("has no range for a request of no file", () => {
    const { written, context } = prepare("GET http://a/undefined");
    const bare = { ...written, urlRanges: [] };
    const [finding] = findStatic(bare, resolveRequest(bare, { ...context, file: null, text: "" }));
    assert.equal(finding?.range, null);
    assert.equal(finding?.location, null);
  });
});

it("white space at the end of a value is said, and never to be encoded", () => {
  const found = find("GET http://a/playlists/{{playlist}}/songs", { given: { playlist: "pl-33 " } });
  assert.ok(
    found.some(
      ({ message }) => message === "The value of playlist starts or ends with white space, which is sent too.",
    ),
  );
  assert.ok(!found.some(({ code }) => code === "identifier-unencoded"));
});
