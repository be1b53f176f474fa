import assert from "node:assert/strict";
import { chmod, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { suite, type TestContext, test } from "node:test";
import { decodeText } from "../../src/engine/exchange/content/charset.ts";
import type { Hop } from "../../src/engine/model/exchange.ts";
import { createMask } from "../../src/engine/secrets.ts";
import { type Archive, createArchive } from "../../src/node/archive.ts";
import { exportDiagnosis } from "../../src/report/exports/exports.ts";
import { answered, movedOrder } from "../report/movedOrder.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

const workerFile = join(import.meta.dirname, "../../src/node/archiver.ts");

function open(context: TestContext, historyFile: string | null): Archive {
  const archive = createArchive({ workerFile, historyFile });
  context.after(() => archive.close());
  return archive;
}

const about = (id: string, line = 4) => ({ id, outcome: "404 · gone", place: { uri: "file:///a.http", line } });

suite("the archive", () => {
  test("writes the exports that the thread of the editor would write", async (context) => {
    const archive = open(context, null);
    const mask = createMask(movedOrder.request.secrets);
    for (const format of ["har", "http", "curl"] as const) {
      const content = await archive.export(movedOrder, format);
      assert.equal(new TextDecoder().decode(content ?? undefined), exportDiagnosis(movedOrder, format, mask));
    }
  });

  test("lets its own thread run while megabytes are masked in the other", async (context) => {
    const archive = open(context, null);
    await archive.list();
    const line = '{"password":"p","url":"https://host/a?token=b"}\n';
    const text = line.repeat(100_000);
    const exchange = answered("http://localhost/a", 404);
    const response = { ...exchange.hops[0]?.response, status: 404, reason: "", headers: [], truncated: false } as const;
    const large = { ...response, text, body: new Uint8Array(), size: text.length };
    const hops = exchange.hops.map((hop) => ({ ...hop, response: large }));
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 1);
    const started = performance.now();
    const listed = await archive.add({ ...exchange, hops, response: large }, [], about("large"));
    const ms = performance.now() - started;
    clearInterval(timer);
    assert.equal(listed.entries.length, 1);
    assert.ok(ms > 3 * longest, `${ms} ms in the other thread, at most ${longest} ms at a time in this one`);
  });

  test("exports contents of any size and charset as if they had not been cut up on their way", async (context) => {
    const archive = open(context, null);
    const latin = Buffer.from("Straße ü ".repeat(300_000), "latin1");
    const plain = new TextEncoder().encode('{"seen":"日本"}\n'.repeat(100_000));
    const respond = (body: Uint8Array, type: string) => {
      const headers = [["Content-Type", type]] as const;
      const text = decodeText(body, headers);
      return { status: 404, reason: "Gone", headers, body, text, size: body.byteLength, truncated: false };
    };
    const [first] = movedOrder.probes;
    assert.ok(first);
    const exchanges = [respond(latin, "text/plain; charset=iso-8859-1"), respond(plain, "application/json")].map(
      (response) => {
        const hop = { ...answered("http://localhost/a", 404).hops[0], response, requestBody: plain };
        return { ...answered("http://localhost/a", 404), hops: [hop as Hop], response };
      },
    );
    const probes = exchanges.map((exchange) => ({ ...first, exchange }));
    const large = { ...movedOrder, exchange: exchanges[0] ?? null, probes };
    const mask = createMask(large.request.secrets);
    for (const format of ["har", "http"] as const) {
      const [here, there] = [exportDiagnosis(large, format, mask), await archive.export(large, format)];
      assert.ok(here.length > 1_000_000);
      assert.ok(new TextDecoder().decode(there ?? undefined) === here, format);
    }
  });

  test("keeps exchanges over a restart, masked, and forgets them when told", async (context) => {
    const file = join(await temporaryFolder(context, {}), "storage", "exchanges.jsonl");
    const first = createArchive({ workerFile, historyFile: file });
    await first.add(answered("http://localhost/a?token=hunter22", 404), ["hunter22"], about("one"));
    await first.add(answered("http://localhost/hunter22", 404), ["hunter22"], about("two", 9));
    await first.close();
    const again = open(context, file);
    const { entries, damaged, problem } = await again.list();
    assert.deepEqual([damaged, problem], [0, null]);
    assert.deepEqual(
      entries.map(({ subject, url }) => [subject?.id, subject?.place?.line, url]),
      [
        ["two", 9, "http://localhost/•••"],
        ["one", 4, "http://localhost/a?token=•••"],
      ],
    );
    assert.match(
      (await again.print("one")) ?? "",
      /^# 404 · gone\n\n# .*\nGET http:\/\/localhost\/a\?token=•••\n\nHTTP/,
    );
    assert.equal(await again.print("three"), null);
    assert.doesNotMatch(await readFile(file, "utf8"), /hunter22/);
    assert.deepEqual(await readdir(join(file, "..")), ["exchanges.jsonl"]);
    assert.deepEqual((await again.clear()).entries, []);
    assert.equal(await readFile(file, "utf8"), "");
  });

  test("sets aside what is damaged in its file, and goes on", async (context) => {
    const folder = await temporaryFolder(context, {});
    const file = join(folder, "exchanges.jsonl");
    const first = createArchive({ workerFile, historyFile: file });
    await first.add(answered("http://localhost/a", 404), [], about("one"));
    await first.close();
    await writeFile(file, `${await readFile(file, "utf8")}{"hops":[{"meth\0`);
    const again = open(context, file);
    const { entries, damaged } = await again.add(answered("http://localhost/b", 404), [], about("two"));
    assert.deepEqual([entries.map(({ subject }) => subject?.id), damaged], [["two", "one"], 1]);
    assert.match(await readFile(file, "utf8"), /^damaged \{"hops":\[\{"meth/);
  });

  test("is in memory only, and says so, where the storage cannot be used", async (context) => {
    const folder = await temporaryFolder(context, { file: "no folder" });
    const inFile = open(context, join(folder, "file", "exchanges.jsonl"));
    const { entries, problem } = await inFile.add(answered("http://localhost/a", 404), [], about("one"));
    assert.equal(entries.length, 1);
    assert.match(problem ?? "", /in memory only/);
    const closed = join(folder, "closed");
    await mkdir(closed);
    await chmod(closed, 0o500);
    const locked = open(context, join(closed, "exchanges.jsonl"));
    const kept = await locked.add(answered("http://localhost/a", 404), [], about("one"));
    assert.equal(kept.entries.length, 1);
    assert.ok(kept.problem !== null || process.getuid?.() === 0, "only the superuser may write there");
  });
});
