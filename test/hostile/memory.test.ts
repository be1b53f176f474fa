import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { after, test } from "node:test";
import { createExchanger } from "../../src/engine/exchange/exchanger.ts";
import { never, realClock, request } from "../engine/exchange/requests.ts";

const child = fork(new URL("./serverProcess.ts", import.meta.url));
const [origin] = (await once(child, "message")) as [string];
const exchanger = createExchanger({ clock: realClock, limits: { keptBytes: 2 * 1024 * 1024, totalMs: 5_000 } });
after(async () => {
  await exchanger.close();
  child.disconnect();
});

const megabyte = 1024 * 1024;

/** The most that memory outgrew its start while a promise was under way. */
async function measureGrowth(run: () => Promise<unknown>): Promise<number> {
  const start = process.memoryUsage.rss();
  let most = start;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 2);
  await run();
  clearInterval(timer);
  return Math.max(most, process.memoryUsage.rss()) - start;
}

/** The least of three runs after a first one: what a run truly needs, not what the collector had not yet given back. */
async function leastGrowth(run: () => Promise<unknown>): Promise<number> {
  await run();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 3; round++) least = Math.min(least, await measureGrowth(run));
  return least;
}

/** What a response costs a process that is new to it, in bytes: the least of six, because the collector has moods, or the first below `enough`. */
async function measureAlone(name: string, kept: readonly number[], enough: number): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6 && least >= enough; round++) {
    const alone = fork(new URL("./measureMemory.ts", import.meta.url), [origin, name, ...kept.map(String)], {
      execArgv: ["--expose-gc"],
      // What is compiled from a cache is laid out otherwise in memory.
      env: { ...process.env, NODE_DISABLE_COMPILE_CACHE: "1" },
    });
    const [growth] = (await once(alone, "message")) as [number];
    least = Math.min(least, growth);
  }
  return least;
}

for (const name of [
  "endless-body",
  "endless-chunked",
  "endless-status-line",
  "endless-chunk-ext",
  "endless-headers",
  "flood-1xx",
  "flood-100",
  "endless-100",
  "gzip-bomb",
  "gzip-nested-bomb",
]) {
  test(`${name} costs less than 16 MiB of memory, of which 2 MiB may be kept`, async () => {
    const limit = 16 * megabyte;
    const growth = await measureAlone(name, [2 * megabyte], limit);
    assert.ok(growth < limit, `${(growth / megabyte).toFixed(1)} MiB`);
  });
}

// Measured with the 5 MB that are kept by default: an endless body 18 to 22 MiB (the bytes, the buffer that they outgrew, and their
// text), in chunks 6 to 14, a gzip bomb 12 to 16, a nested one 5.
for (const name of ["endless-body", "endless-chunked", "gzip-bomb", "gzip-nested-bomb"]) {
  test(`${name} costs less than 28 MiB of memory by default, where 5 MB are kept`, async () => {
    const limit = 28 * megabyte;
    const growth = await measureAlone(name, [], limit);
    assert.ok(growth < limit, `${(growth / megabyte).toFixed(1)} MiB`);
  });
}

test("hundreds of failures leave nothing behind", async () => {
  const fail = async () => {
    for (let index = 0; index < 100; index++) {
      await Promise.all(
        ["close-no-response", "cl-dup-diff", "status-000", "ssh-banner"].map((name) =>
          exchanger.send(request("GET", `${origin}/${name}`), never),
        ),
      );
    }
  };
  const growth = await leastGrowth(fail);
  assert.ok(growth < 32 * megabyte, `${(growth / megabyte).toFixed(1)} MiB`);
});
