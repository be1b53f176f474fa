import assert from "node:assert/strict";
import { after, test } from "node:test";
import { createExchanger } from "../../src/engine/exchange/exchanger.ts";
import { createMask } from "../../src/engine/secrets.ts";
import { exportHar } from "../../src/report/har.ts";
import { respond, startRecordingServer } from "../engine/exchange/recordingServer.ts";
import { never, realClock, request } from "../engine/exchange/requests.ts";

const exchanger = createExchanger({ clock: realClock });
after(() => exchanger.close());

type Shape = string | { readonly [name: string]: Shape } | readonly [Shape];

const pair = { name: "string", value: "string" };

/** HAR 1.2 as its specification has it, a `?` for what may be missing; names with an underscore are free. */
const harShape: Shape = {
  log: {
    version: "string",
    creator: { name: "string", version: "string" },
    "pages?": [{}],
    entries: [
      {
        startedDateTime: "date",
        time: "count",
        request: {
          method: "string",
          url: "string",
          httpVersion: "string",
          cookies: [pair],
          headers: [pair],
          queryString: [pair],
          "postData?": { mimeType: "string", params: [pair], text: "string" },
          headersSize: "number",
          bodySize: "number",
        },
        response: {
          status: "count",
          statusText: "string",
          httpVersion: "string",
          cookies: [pair],
          headers: [pair],
          content: {
            size: "count",
            "compression?": "number",
            mimeType: "string",
            "text?": "string",
            "comment?": "string",
          },
          redirectURL: "string",
          headersSize: "number",
          bodySize: "number",
        },
        cache: {},
        timings: {
          blocked: "number",
          dns: "number",
          connect: "number",
          ssl: "number",
          send: "count",
          wait: "count",
          receive: "count",
        },
        "serverIPAddress?": "string",
      },
    ],
  },
};

function assertShape(value: unknown, shape: Shape, path: string): void {
  if (shape === "date") assert.ok(!Number.isNaN(Date.parse(String(value))), path);
  else if (shape === "count") assert.ok(typeof value === "number" && value >= 0, path);
  else if (typeof shape === "string") assert.equal(typeof value, shape, path);
  else if (Array.isArray(shape)) {
    assert.ok(Array.isArray(value), path);
    for (const [index, item] of value.entries()) assertShape(item, shape[0], `${path}[${index}]`);
  } else assertFields(value, shape as { readonly [name: string]: Shape }, path);
}

function assertFields(value: unknown, shape: { readonly [name: string]: Shape }, path: string): void {
  assert.ok(typeof value === "object" && value !== null, path);
  const fields = new Map(Object.entries(value));
  for (const [written, inner] of Object.entries(shape)) {
    const name = written.replace("?", "");
    if (written.endsWith("?") && !fields.has(name)) continue;
    assert.ok(fields.has(name), `${path}.${name}`);
    assertShape(fields.get(name), inner, `${path}.${name}`);
    fields.delete(name);
  }
  assert.deepEqual(
    [...fields.keys()].filter((name) => !name.startsWith("_")),
    [],
    path,
  );
}

test("a redirect, an answer and a failure make a valid archive, every hop an entry, and no secret in it", async () => {
  const server = await startRecordingServer((socket, head) => {
    const isFirst = head.startsWith("POST");
    const echo = JSON.stringify({ password: "canary-6", seen: "canary-1-value" });
    const fields = ["Set-Cookie: sid=canary-5; Path=/", "Content-Type: application/json"];
    socket.write(isFirst ? respond(303, ["Location: /end?token=canary-4"]) : respond(404, fields, echo));
  });
  const asked = request("POST", `http://u:canary-7@127.0.0.1:${server.port}/a?api_key=canary-2&b=1`, {
    headers: [
      ["Authorization", "Bearer canary-1-value"],
      ["Cookie", "c=canary-3"],
      ["Content-Type", "application/json"],
    ],
    body: Buffer.from('{"secret":"canary-8","open":"stays"}'),
    secrets: ["canary-1-value"],
  });
  const answered = await exchanger.send(asked, never);
  await server.close();
  const refused = await exchanger.send(request("GET", `http://127.0.0.1:${server.port}/`), never);
  const text = exportHar([answered, refused], createMask(asked.secrets));
  const har = JSON.parse(text);
  assertShape(har, harShape, "har");
  assert.doesNotMatch(text, /canary/);
  const [first, second, third] = har.log.entries;
  assert.equal(har.log.entries.length, 3);
  assert.equal(first.request.method, "POST");
  assert.equal(first.request.postData.text, '{"secret":"•••","open":"stays"}');
  assert.deepEqual(first.request.queryString, [
    { name: "api_key", value: "•••" },
    { name: "b", value: "1" },
  ]);
  assert.deepEqual(first.request.cookies, [{ name: "c", value: "•••" }]);
  assert.equal(first.response.redirectURL, "/end?token=•••");
  assert.equal(second.response.status, 404);
  assert.equal(second.response.content.text, '{"password":"•••","seen":"•••"}');
  assert.deepEqual(second.response.cookies, [{ name: "sid", value: "•••" }]);
  assert.equal(second.timings.connect, -1);
  assert.equal(third.response.status, 0);
  assert.match(third._error, /^refused: Nothing listens/);
});
