import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { resolveRequest } from "../../../../src/engine/requests/resolve/resolveRequest.ts";
import { findMisses, readHar } from "../../../../src/engine/requests/sources/readHar.ts";
import { prepare } from "../lent.ts";

const har = JSON.stringify({
  log: {
    version: "1.2",
    entries: [
      {
        startedDateTime: "2026-04-12T09:30:00.000Z",
        time: 12.5,
        request: {
          method: "POST",
          url: "https://a/x?y=1",
          httpVersion: "h2",
          headers: [
            { name: ":authority", value: "a" },
            { name: "Content-Length", value: "3" },
            { name: "x-a", value: "{{b}}" },
          ],
          postData: { mimeType: "text/plain", text: "{{c}}" },
        },
        response: {
          status: 404,
          headers: [{ name: "server", value: "s" }],
          content: { text: "bm8=", encoding: "base64" },
        },
      },
      {
        request: { method: "get", url: "https://a/ok", headers: [] },
        response: { status: 200, headers: [], content: {} },
      },
      { request: { method: "GET", url: "https://a/refused", headers: [] }, response: { status: 0 } },
      { request: {} },
    ],
  },
});

describe("readHar", () => {
  it("reads requests and responses, and offers the misses", () => {
    const read = readHar(har);
    assert.deepEqual(
      read.entries.map(({ number, request, response }) => [
        number,
        request.method,
        request.url,
        response?.status ?? null,
      ]),
      [
        [1, "POST", "https://a/x?y=1", 404],
        [2, "GET", "https://a/ok", 200],
        [3, "GET", "https://a/refused", null],
      ],
    );
    const [miss] = findMisses(read);
    assert.equal(miss?.response?.body, "no");
    assert.deepEqual(
      miss?.request.headers.map((field) => field.name),
      ["x-a"],
    );
    assert.deepEqual([miss?.startedAt, miss?.ms], [Date.UTC(2026, 3, 12, 9, 30), 12.5]);
    assert.deepEqual(
      read.problems.map((problem) => problem.code),
      ["har-entry-unreadable"],
    );
  });

  it("is resolved as it stands", () => {
    const { context } = prepare("GET http://unused");
    const request = readHar(har).entries[0]?.request;
    assert.ok(request);
    const resolved = resolveRequest(request, { ...context, file: null, text: "", variables: "verbatim" });
    assert.deepEqual(resolved.headers, [["x-a", "{{b}}"]]);
    assert.equal(new TextDecoder().decode(resolved.body ?? undefined), "{{c}}");
    assert.deepEqual(resolved.unresolved, []);
  });

  it("sends a recorded body as it was, also where a line of it would name a file", () => {
    const postData = { text: "< ./secret.txt\n{{c}}" };
    const har = readHar(
      JSON.stringify({ log: { entries: [{ request: { method: "POST", url: "http://a/x", postData } }] } }),
    );
    const written = har.entries[0]?.request;
    assert.ok(written);
    const { context } = prepare("GET http://unused");
    const bodyFiles = new Map([["./secret.txt", new TextEncoder().encode("planted")]]);
    const resolved = resolveRequest(written, { ...context, file: null, text: "", variables: "verbatim", bodyFiles });
    assert.equal(new TextDecoder().decode(resolved.body ?? undefined), postData.text);
    assert.deepEqual(resolved.problems, []);
  });

  it("says when a text is no HAR file", () => {
    for (const text of ["", "{", "null", "[]", '{"log":{}}', "[".repeat(200_000)]) {
      assert.deepEqual(
        readHar(text).problems.map((problem) => problem.code),
        ["not-har"],
      );
    }
  });
});
