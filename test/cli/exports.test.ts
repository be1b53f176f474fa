import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { parseHttpFile } from "../../src/engine/requests/grammar/parseHttpFile.ts";
import { parseCurl } from "../../src/engine/requests/sources/parseCurl.ts";
import { assertHarSchema } from "../report/harSchema.ts";
import { assertHar } from "../report/harStructure.ts";
import { runCli } from "./runCli.ts";
import { openShop, type Shop } from "./shop.ts";

const secret = "CANARY-8d1f0c";
let shop: Shop;

before(async () => {
  shop = await openShop();
  await shop.write("old.http", `GET {{baseUrl}}/api/v2/orders/8472?token=${secret}\nAuthorization: Bearer ${secret}\n`);
});
after(() => shop.close());

test("a diagnosis is written to every file that --export names, in the format of its ending, with no secret in it", async () => {
  const seen = shop.log.length;
  const files = ["all.har", "sent.http", "again.sh"];
  const run = await runCli(shop.folder, "diagnose", "old.http", ...files.flatMap((file) => ["--export", file]));
  assert.equal(run.status, 1, run.stderr);
  assert.match(run.stdout, /version-moved/);
  const [har = "", http = "", curl = ""] = await Promise.all(
    files.map((file) => readFile(join(shop.folder, file), "utf8")),
  );
  for (const text of [har, http, curl]) {
    assert.ok(!text.includes(secret), text);
  }

  assertHar(har);
  assertHarSchema(har);
  const entries: readonly {
    readonly request: { readonly method: string; readonly url: string; readonly _url?: string };
  }[] = JSON.parse(har).log.entries;
  const targets = entries.map(
    ({ request: { method, url, _url = url } }) => `${method} ${_url.replace(shop.origin, "")}`,
  );
  const sent = shop.log.slice(seen).map((line) => line.replace(secret, "•••"));
  assert.deepEqual(targets, sent, "an entry for each request that the application saw");

  const [request] = parseHttpFile(http).requests;
  assert.equal(request?.url, `${shop.origin}/api/v2/orders/8472?token=•••`);
  assert.match(http, /^# < HTTP\/1\.1 404 Not Found$/m);
  const command = parseCurl(curl);
  assert.equal(command.request?.url, `${shop.origin}/api/v2/orders/8472?token=•••`);
});

test("nothing is written into the workspace but the exports that were asked for", async () => {
  const own = await openShop();
  const list = async () => (await readdir(own.folder, { recursive: true })).toSorted();
  const before = await list();
  await runCli(own.folder, "diagnose", "api.http:1", "--export", "asked.har");
  await runCli(own.folder, "routes");
  const now = await list();
  await own.close();
  assert.deepEqual(now, [...before, "asked.har"].toSorted());
});

test("an export that cannot be written ends with status 2 and says which", async () => {
  const run = await runCli(shop.folder, "diagnose", "old.http", "--no-probes", "--export", "nowhere/a.har");
  assert.equal(run.status, 2);
  assert.match(run.stderr, /nowhere\/a\.har could not be written \(ENOENT\)/);
});
