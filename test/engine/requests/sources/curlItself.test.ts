import assert from "node:assert/strict";
import { execFile, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { promisify } from "node:util";
import { readBodyFiles } from "../../../../src/engine/requests/resolve/bodyFiles.ts";
import { resolveRequest } from "../../../../src/engine/requests/resolve/resolveRequest.ts";
import { parseCurl } from "../../../../src/engine/requests/sources/parseCurl.ts";
import { filesOf, prepare } from "../lent.ts";

/** What reached the server; the fields that curl adds to every request, and those of the connection, are left out. */
interface Sent {
  readonly method: string;
  readonly target: string;
  readonly fields: readonly string[];
  readonly body: string;
}

const added = new Set(["host", "user-agent", "content-length", "expect", "connection"]);
const skip = spawnSync("curl", ["--version"]).error === undefined ? false : "there is no curl here";
const files = { "note.txt": "one &two", "data.json": '{"a": [1]}' };
const run = promisify(execFile);

/** Commands of a POSIX shell; `$URL` is the server. */
const commands: readonly string[] = [
  "curl $URL",
  "curl '$URL?x=1#part'",
  "curl $URL/a%2Fb//c/",
  "curl $URL/a/../b/./c?x=/../y",
  "curl $URL/a/..",
  "curl --path-as-is $URL/a/../b",
  "curl --request-target '/a/../b?x' $URL/c",
  "curl -X PATCH $URL/p -d a=1",
  "curl -XPUT -HA:b '-HB: c d' $URL/p",
  "curl -I $URL/head",
  "curl -X PATCH -I $URL/head",
  "curl $URL/d -d a=1 -d 'b=2 3' --data-ascii c --data-raw @d",
  "curl $URL/d -d ''",
  "curl $URL/d --data-binary @data.json",
  "curl $URL/d --json '{\"a\":' --json '1}'",
  "curl $URL/d --json @data.json -H 'Accept: text/plain'",
  "curl $URL/d -d '{}' -H 'Content-Type: application/json'",
  "curl -G $URL/s?y=1 -d a=1 --data-urlencode \"q=a b&c!*()'~é/\" --data-urlencode '=x y' --data-urlencode 'p q'",
  "curl $URL/d --data-urlencode 'q=a b+c' -d 'raw=a b'",
  "curl $URL/u --url-query 'name=a b' --url-query '+raw=a%20b' --url-query 'x y'",
  "curl -T note.txt $URL/dir/",
  "curl -T note.txt $URL/dir/named",
  "curl -T note.txt $URL",
  "curl -F a=1 -F 'b=\"q;\\\"uoted\"' -F 'c=x;type=text/html' --form-string 's=@x;type=y' $URL/f",
  "curl -F 'file=@note.txt;type=image/png;filename=y.png' -F 'text=<note.txt' $URL/f",
  "curl -u me:pw $URL/u",
  "curl --oauth2-bearer t0k $URL/u",
  "curl -A agent -e 'http://r/;auto' -b 'a=b' --cookie 'c=d; e=f' $URL/u",
  "curl -H 'X: 1' -H 'x: 2' -H 'Accept:' -H 'Y;' $URL/h",
  "curl -r 0-5 $URL/r",
  'curl "$URL/a\\"b\\$c" -d "x\\y\\\\z"',
  "curl $URL/'a'\"b\"c\\&d -d $'tab\\there\\x41\\u00e9\\''",
  "curl $URL/x \\\n  -H 'A: b' \\\n  -d c=d # no more",
  "curl -sS --compressed-ssh -o /dev/null -w '%{http_code}' --retry 0 --rate 5/s --max-redirs 0 $URL/noise",
  "curl -g '$URL/{a}/[1-2]'",
  "curl $URL/first --next $URL/second -X DELETE",
  "curl -d a=1 $URL/pipe | cat; echo done",
];

describe("curl itself and this reader", { skip }, () => {
  const received: Sent[] = [];
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on("data", (piece: Buffer) => pieces.push(piece));
    request.on("end", () => {
      const pairs = request.rawHeaders.flatMap((name, at, all) => (at % 2 === 0 ? [[name, all[at + 1] ?? ""]] : []));
      const body = Buffer.concat(pieces).toString();
      received.push(sentOf(request.method ?? "", request.url ?? "", pairs as [string, string][], body));
      response.end();
    });
  });
  let folder = "";
  let origin = "";
  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), "curl-itself-"));
    for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  for (const command of commands) {
    it(`send the same for ${JSON.stringify(command)}`, async () => {
      const written = command.replaceAll("$URL", origin);
      received.length = 0;
      const environment = { PATH: process.env["PATH"], HOME: folder, NO_PROXY: "*", LC_ALL: "C.UTF-8" };
      const curl = written.replace("curl ", "curl -s --max-time 10 ");
      await run("bash", ["-c", curl], { cwd: folder, env: environment }).catch((error) => assert.fail(String(error)));
      assert.deepEqual(await readAs(written), received[0]);
    });
  }
});

async function readAs(command: string): Promise<Sent> {
  const { request } = parseCurl(command);
  assert.ok(request);
  const { context } = prepare("GET http://a", { file: null, text: command });
  const bodyFiles = await readBodyFiles(request, context, filesOf(files));
  const { method, url, headers, body, unresolved } = resolveRequest(request, { ...context, bodyFiles });
  assert.deepEqual(unresolved, []);
  const target = url.replace(/^http:\/\/[^/?#]*/, "").replace(/#.*/s, "");
  return sentOf(
    method,
    target.startsWith("/") ? target : `/${target}`,
    headers,
    new TextDecoder().decode(body ?? new Uint8Array()),
  );
}

/** Boundaries are chosen anew each time; some versions of curl write the digits of an encoding in lower case. */
function sentOf(method: string, target: string, pairs: readonly (readonly [string, string])[], body: string): Sent {
  const boundary = /boundary=(\S+)/.exec(pairs.find(([name]) => /^content-type$/i.test(name))?.[1] ?? "")?.[1];
  const plain = (text: string): string => (boundary === undefined ? text : text.replaceAll(boundary, "BOUNDARY"));
  const fields = pairs
    .filter(([name, value]) => !added.has(name.toLowerCase()) && !(name === "Accept" && value === "*/*"))
    .map(([name, value]) => plain(`${name}: ${value}`))
    .toSorted();
  const upper = target.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  return { method, target: upper, fields, body: plain(body) };
}
