import assert from "node:assert/strict";

const floor = 20;
const runs = 4;

/** Holds that work on twice as much takes about twice the processor time, whatever the machine; `work` is given a size and does it all at once. */
export function assertLinear(work: (size: number) => void, size: number, what = "it"): void {
  const once = leastTime(() => work(size));
  // What is done in a few milliseconds is lost among those of the runtime itself.
  const most = 3 * once + floor;
  let twice = Number.POSITIVE_INFINITY;
  // The least of all runs counts, so that none is needed after one that is short enough.
  for (let run = 0; run < runs && twice >= most; run++) {
    twice = Math.min(
      twice,
      measure(() => work(2 * size)),
    );
  }
  assert.ok(twice < most, `${what} takes ${once} ms, then ${twice} ms`);
}

/** The same for work that waits in between; what else the thread does meanwhile counts as well. */
export async function assertLinearWork(
  work: (size: number) => Promise<void>,
  size: number,
  what = "it",
): Promise<void> {
  const once = Math.min(await measureWork(() => work(size)), await measureWork(() => work(size)));
  const most = 3 * once + 5 * floor;
  const first = await measureWork(() => work(2 * size));
  const twice = first < most ? first : Math.min(first, await measureWork(() => work(2 * size)));
  assert.ok(twice < most, `${what} takes ${once} ms, then ${twice} ms`);
}

async function measureWork(work: () => Promise<void>): Promise<number> {
  const started = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

/** The processor time of some work in ms, the least of four runs, so that what else the machine does is not counted. */
export function leastTime(work: () => void): number {
  return Math.min(...Array.from({ length: runs }, () => measure(work)));
}

function measure(work: () => void): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}
