import assert from "node:assert/strict";
import { after, test } from "node:test";
import fc from "fast-check";
import { createExchanger } from "../../../src/engine/exchange/exchanger.ts";
import type { Exchange, Hop } from "../../../src/engine/model/exchange.ts";
import { parseHttpFile } from "../../../src/engine/requests/grammar/parseHttpFile.ts";
import { createMask } from "../../../src/engine/secrets.ts";
import { exportHttp } from "../../../src/report/exports/rawHttp.ts";
import { respond, startRecordingServer } from "../../engine/exchange/recordingServer.ts";
import { never, realClock, request } from "../../engine/exchange/requests.ts";

const exchanger = createExchanger({ clock: realClock });
after(() => exchanger.close());

test("a redirected exchange is read back hop by hop, with its responses and without its secrets", async () => {
  const server = await startRecordingServer((socket, head) => {
    const fields = ["Content-Type: application/json", "Set-Cookie: sid=canary-5; Path=/"];
    const echo = '{\r\n  "password": "canary-6",\n\n  "seen": "canary-1-value"\n}\n\n';
    socket.write(
      head.startsWith("POST") ? respond(303, ["Location: /end?token=canary-4"]) : respond(404, fields, echo),
    );
  });
  const asked = request("POST", `${server.origin}/a/../b?api_key=canary-2&c=1`, {
    headers: [
      ["x-Case", "Kept"],
      ["Authorization", "Bearer canary-1-value"],
      ["Content-Type", "application/json"],
    ],
    body: Buffer.from('{"secret":"canary-8",\n\n"open":"stays"}'),
    secrets: ["canary-1-value"],
  });
  const text = exportHttp(await exchanger.send(asked, never), createMask(asked.secrets));
  await server.close();
  assert.doesNotMatch(text, /canary/);
  const { requests, problems } = parseHttpFile(text);
  assert.deepEqual(problems, []);
  const [first, second] = requests;
  assert.equal(requests.length, 2);
  assert.equal(first?.name, "Hop 1 of 2");
  assert.equal(first?.method, "POST");
  assert.equal(first?.url, `${server.origin}/a/../b?api_key=•••&c=1`);
  assert.deepEqual(first?.directives, { "no-redirect": "" });
  assert.equal(first?.body, '{"secret":"•••",\n\n"open":"stays"}');
  assert.ok(first?.headers.some(({ name, value }) => name === "x-Case" && value === "Kept"));
  assert.ok(first?.headers.every(({ name }) => name.toLowerCase() !== "content-length"));
  assert.match(text, /^### Hop 1 of 2, answered\n# < HTTP\/1\.1 303 Said\n# < Location: \/end\?token=•••$/m);
  assert.equal(second?.method, "GET");
  assert.deepEqual(second?.directives, {});
  assert.equal(second?.body, null);
  assert.match(text, /^### Hop 2 of 2, answered\n# < HTTP\/1\.1 404 Said$/m);
  assert.match(text, /^# <\n# < \{\n# < {3}"password": "•••",\n# <\n# < {3}"seen": "•••"\n# < \}$/m);
});

const base: Hop = {
  method: "POST",
  url: "http://a.example/x",
  requestHeaders: [["Host", "a.example"]],
  response: null,
  failure: null,
  startedAt: 0,
  ms: 0,
};

function exchangeOf(requestBody: string | Uint8Array, content: string, headers: Hop["requestHeaders"] = []): Exchange {
  const body = Buffer.from(content);
  const response = {
    status: 404,
    reason: "Not Found",
    headers,
    body,
    text: content,
    size: body.length,
    truncated: false,
  };
  const hop = { ...base, requestBody: Buffer.from(requestBody as string), response };
  return { hops: [hop], response, failure: null, ms: 0 };
}

const mask = createMask([]);

for (const [name, body] of [
  ["a separator", "one\n### two\nthree"],
  ["a comment", "# one\ntwo"],
  ["a recorded response", "one\n\nHTTP/1.1 200 OK\n\ntwo"],
  ["another request", "one\n\nGET http://evil.example/\n\ntwo"],
  ["a file", "< ./secrets.txt"],
  ["a script", "> {% client.exit() %}"],
] as const) {
  test(`a body that would be read as ${name} is left out, and said to be`, () => {
    const text = exportHttp(exchangeOf(body, "not here"), mask);
    const { requests } = parseHttpFile(text);
    assert.equal(requests.length, 1);
    assert.equal(requests[0]?.body, null);
    assert.equal(requests[0]?.bodyFile, null);
    assert.match(text, /^# < not here$/m);
    assert.match(text, /^# The content of the request cannot stand in a \.http file as it was and is left out\.$/m);
  });
}

test("a response that would be read as a request sends nothing when the file is used", () => {
  const contents = [
    "x\n### y\nDELETE http://evil.example/",
    "x\n\nDELETE http://evil.example/\n\ny",
    "x\r###\rDELETE http://evil.example/",
    "# @name evil\n@note\n# @import ./evil.http",
  ];
  for (const content of contents) {
    const { requests, problems, variables } = parseHttpFile(exportHttp(exchangeOf("{}", content), mask));
    assert.deepEqual([problems, variables], [[], []]);
    assert.deepEqual(requests[0]?.directives, {});
    assert.equal(requests.length, 1);
    assert.equal(requests[0]?.method, "POST");
    assert.equal(requests[0]?.body, "{}");
    assert.equal(requests[0]?.recorded, null);
  }
});

test("bytes that are no text, content that is cut, braces and a failure are said", () => {
  const binary = exportHttp(exchangeOf(Uint8Array.of(0, 255, 254), "a\0b"), mask);
  assert.match(binary, /^# The content of the request is no text: 3 bytes\.$/m);
  assert.match(
    binary,
    /^### answered\n# The content of the response is no text: 3 bytes\.\n# < HTTP\/1\.1 404 Not Found$/m,
  );
  const braces = exportHttp(exchangeOf("{{x}}", "y"), mask);
  assert.match(braces, /was sent as it is; it is no variable/);
  const failure = { code: "refused", message: "Nothing listens\r\n### here; start it." } as const;
  const failed = exportHttp({ hops: [{ ...base, failure }], response: null, failure, ms: 0 }, mask);
  assert.match(failed, /^###\n# refused: Nothing listens ### here; start it\.\nPOST http:\/\/a\.example\/x\n/);
  assert.equal(parseHttpFile(failed).requests[0]?.recorded, null);
});

test("whatever was sent and received, the file holds one request to that place, and no planted secret", () => {
  const line = fc.oneof(
    fc.string(),
    fc.constantFrom("###", "GET http://b.example/", "HTTP/1.1 200 OK", "< a", "@a = b", "# c", "", "{{d}}"),
  );
  const lines = fc.array(line, { maxLength: 6 }).map((all) => all.join("\n"));
  const secret = "planted-secret-42";
  fc.assert(
    fc.property(lines, lines, fc.boolean(), (body, content, isPlanted) => {
      const planted = isPlanted ? `${secret}\n${content}\n${secret}` : content;
      const text = exportHttp(exchangeOf(body, planted, [["X-Echo", isPlanted ? secret : "a"]]), createMask([secret]));
      const { requests } = parseHttpFile(text);
      assert.equal(requests.length, 1, text);
      assert.equal(requests[0]?.url, base.url);
      assert.equal(requests[0]?.method, "POST");
      assert.ok(!text.includes(secret));
    }),
  );
});
