import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { after, test } from "node:test";
import { promisify } from "node:util";
import { createExchanger } from "../../../src/engine/exchange/exchanger.ts";
import type { ResolvedRequest } from "../../../src/engine/model/request.ts";
import { createMask } from "../../../src/engine/secrets.ts";
import { exportCurl } from "../../../src/report/exports/curl.ts";
import { respond, startRecordingServer } from "../../engine/exchange/recordingServer.ts";
import { never, realClock, request } from "../../engine/exchange/requests.ts";

const run = promisify(execFile);
const hasCurl = await run("curl", ["--version"]).then(
  () => true,
  () => false,
);
const exchanger = createExchanger({ clock: realClock });
after(() => exchanger.close());

const always = [
  ["User-Agent", "me"],
  ["Accept", "a/b"],
  ["Accept-Encoding", "identity"],
] as const;

const cases: readonly (readonly [string, string, string, Partial<ResolvedRequest>])[] = [
  ["a plain GET", "GET", "/a/../b//c?x=[1]&y={2}'$(id)`id`", { headers: always }],
  ["HEAD", "HEAD", "/x", { headers: always }],
  [
    "fields",
    "GET",
    "/",
    { headers: [...always, ["x-Low", 'it\'s "q" \\ $HOME'], ["X-Empty", ""], ["Host", "other.example"]] },
  ],
  [
    "content",
    "POST",
    "/",
    { headers: [...always, ["Content-Type", "text/plain"]], body: Buffer.from("@not a file\n'quoted' \r\n") },
  ],
  ["content without a type", "PUT", "/", { headers: always, body: Buffer.from("{}") }],
  ["a GET with content", "GET", "/", { headers: always, body: Buffer.from("{}") }],
  ["a method of its own", "PURGE", "/", { headers: always }],
];
for (const [name, method, target, rest] of cases) {
  test(`${name}: curl sends what the exchanger sends`, {
    skip: hasCurl ? false : "there is no curl here",
  }, async () => {
    const server = await startRecordingServer((socket) => socket.end(respond(200, ["Connection: close"])));
    const asked = request(method, `${server.origin}${target}#frag`, rest);
    await exchanger.send(asked, never);
    await run("sh", ["-c", `${exportCurl(asked, createMask([])).trimEnd()} --silent`]);
    await server.close();
    const [ours = "", theirs = ""] = server.requests;
    assert.deepEqual(sortFields(theirs), sortFields(ours));
  });
}

/** The order of fields is curl's own; everything else must be the same. */
function sortFields(text: string): readonly string[] {
  const end = text.indexOf("\r\n\r\n");
  const [line = "", ...fields] = text.slice(0, end).split("\r\n");
  return [line, ...fields.map((field) => field.replace(/^(\S+): $/, "$1:")).toSorted(), text.slice(end)];
}

test("no secret is in the command", () => {
  const asked = request("POST", "http://u:canary@h/x?token=canary&a=b", {
    headers: [
      ["Authorization", "Bearer canary"],
      ["Cookie", "a=canary"],
      ["X-Echo", "known-canary-1"],
    ],
    body: Buffer.from('{"password":"canary"}'),
    secrets: ["known-canary-1"],
    directives: { "no-redirect": "" },
  });
  assert.equal(
    exportCurl(asked, createMask(asked.secrets)),
    [
      "curl --globoff --path-as-is \\",
      "  --request POST \\",
      "  'http://•••@h/x?token=•••&a=b' \\",
      "  --header 'Authorization: Bearer •••' \\",
      "  --header 'Cookie: a=•••' \\",
      "  --header 'X-Echo: •••' \\",
      "  --header Content-Type: \\",
      `  --data-raw '{"password":"•••"}'`,
      "",
    ].join("\n"),
  );
});
