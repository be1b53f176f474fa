import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { ResolvedRequest } from "../../../../src/engine/model/request.ts";
import { readBodyFiles } from "../../../../src/engine/requests/resolve/bodyFiles.ts";
import { resolveRequest } from "../../../../src/engine/requests/resolve/resolveRequest.ts";
import { filesOf, prepare } from "../lent.ts";

async function resolve(
  text: string,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<ResolvedRequest> {
  const { written, context } = prepare(text, { file: "api/x.http" });
  const bodyFiles = await readBodyFiles(written, context, filesOf(files));
  return resolveRequest(written, { ...context, bodyFiles });
}

function contentOf(resolved: ResolvedRequest): string | null {
  return resolved.body === null ? null : new TextDecoder().decode(resolved.body);
}

describe("the body of a resolved request", () => {
  it("is the text with its variables, as UTF-8", async () => {
    assert.equal(contentOf(await resolve('@n = é\nPOST http://a\n\n{"n": "{{n}}"}')), '{"n": "é"}');
    assert.equal((await resolve("GET http://a")).body, null);
  });

  it("joins form lines", async () => {
    const type = "Content-Type: application/x-www-form-urlencoded";
    assert.equal(contentOf(await resolve(`POST http://a\n${type}\n\na=1\n&b=2&\nc=3`)), "a=1&b=2&c=3");
  });

  it("comes from a file beside the request file, else from the root, byte for byte", async () => {
    const bytes = Uint8Array.of(0xff, 0x00, 0x7b, 0x7b);
    assert.deepEqual((await resolve("POST http://a\n\n< ./x.bin", { "api/x.bin": bytes })).body, bytes);
    assert.deepEqual((await resolve("POST http://a\n\n< ../x.bin", { "x.bin": bytes })).body, bytes);
    assert.deepEqual((await resolve("POST http://a\n\n< x.bin", { "x.bin": bytes })).body, bytes);
    assert.equal(contentOf(await resolve("@f = x\nPOST http://a\n\n< {{f}}.txt", { "x.txt": "{{f}}" })), "{{f}}");
  });

  it("resolves the variables of a template file, in its encoding", async () => {
    assert.equal(contentOf(await resolve("@f = x\nPOST http://a\n\n<@ t.txt", { "t.txt": "<{{f}}>" })), "<x>");
    assert.equal(contentOf(await resolve("POST http://a\n\n<@latin1 t.txt", { "t.txt": Uint8Array.of(0xe9) })), "é");
  });

  it("says when a file cannot be read", async () => {
    const resolved = await resolve("POST http://a\n\n< ../../etc/passwd", { "/etc/passwd": "x", "etc/passwd": "x" });
    assert.deepEqual(
      resolved.problems.map((problem) => problem.code),
      ["body-file-missing"],
    );
  });

  it("sends multipart content with CRLF and files in place", async () => {
    const text = `POST http://a
Content-Type: multipart/form-data; boundary=b

--b
Content-Disposition: form-data; name="f"; filename="x.bin"

< x.bin
--b--`;
    const resolved = await resolve(text, { "api/x.bin": "1\n2" });
    assert.equal(
      contentOf(resolved),
      '--b\r\nContent-Disposition: form-data; name="f"; filename="x.bin"\r\n\r\n1\n2\r\n--b--\r\n',
    );
    const unbounded = await resolve("POST http://a\nContent-Type: multipart/form-data\n\n--b--");
    assert.deepEqual(
      unbounded.problems.map((problem) => problem.code),
      ["missing-boundary"],
    );
  });

  it("wraps GraphQL queries and their variables", async () => {
    const text =
      'POST http://a\nX-Request-Type: GraphQL\n\nquery Q($id: ID) {\n  a(id: $id)\n}\n\n{"id": 9007199254740993}';
    const resolved = await resolve(text);
    assert.equal(
      contentOf(resolved),
      '{"operationName":"Q","query":"query Q($id: ID) {\\n  a(id: $id)\\n}","variables":{"id": 9007199254740993}}',
    );
    assert.deepEqual(resolved.headers, [["Content-Type", "application/json"]]);
    const byMethod = await resolve("GRAPHQL http://a\n\n{ a }");
    assert.equal(byMethod.method, "POST");
    assert.equal(contentOf(byMethod), '{"query":"{ a }"}');
  });
});
