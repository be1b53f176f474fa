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

  it("reads what browsers and other tools write differently", () => {
    const entry = (request: object, status = 404) => ({
      request: { method: "GET", headers: [], ...request },
      response: { status },
    });
    const listed = [{ name: "a b", value: "c&d" }];
    const log = {
      entries: [
        entry({
          url: "https://a/x",
          queryString: listed,
          cookies: [
            { name: "sid", value: "1" },
            { name: "t", value: "2" },
          ],
        }),
        entry({
          url: "https://a/x?y#z",
          queryString: listed,
          headers: [{ name: "cookie", value: "e=f" }],
          cookies: listed,
        }),
        entry({ url: "https://a/x#z", queryString: listed }),
        entry({ url: "https://a/form", postData: { mimeType: "application/x-www-form-urlencoded", params: listed } }),
        entry({
          url: "https://a/upload",
          postData: { mimeType: "multipart/form-data", params: [{ name: "f", fileName: "x" }] },
        }),
        entry({ url: "chrome-extension://abc/x" }),
        entry({ url: "wss://a/socket" }, 101),
      ],
    };
    const read = readHar(`\ufeff${JSON.stringify({ log })}`);
    assert.deepEqual(
      read.entries.slice(0, 5).map(({ request }) => [request.url, request.headers[0]?.value ?? null, request.body]),
      [
        ["https://a/x?a%20b=c%26d", "sid=1; t=2", null],
        ["https://a/x?y#z", "e=f", null],
        ["https://a/x?a%20b=c%26d#z", null, null],
        ["https://a/form", null, "a%20b=c%26d"],
        ["https://a/upload", null, null],
      ],
    );
    assert.deepEqual(
      findMisses(read).map(({ number }) => number),
      [1, 2, 3, 4, 5],
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
