import assert from "node:assert/strict";

const floor = 20;
const runs = 4;

/** Holds that work on twice as much takes about twice the processor time, whatever the machine; `work` is given a size and does it all at once. */
export function assertLinear(work: (size: number) => void, size: number, what = "it"): void {
  const once = leastTime(() => work(size));
  const twice = leastTime(() => work(2 * size));
  // What is done in a few milliseconds is lost among those of the runtime itself.
  assert.ok(twice < 3 * once + floor, `${what} takes ${once} ms, then ${twice} ms`);
}

/** The same for work that waits in between; what else the thread does meanwhile counts as well. */
export async function assertLinearWork(
  work: (size: number) => Promise<void>,
  size: number,
  what = "it",
): Promise<void> {
  const once = await leastTimeOf(() => work(size));
  const twice = await leastTimeOf(() => work(2 * size));
  assert.ok(twice < 3 * once + 5 * floor, `${what} takes ${once} ms, then ${twice} ms`);
}

async function leastTimeOf(work: () => Promise<void>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 2; run++) {
    const started = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(started);
    times.push((user + system) / 1000);
  }
  return Math.min(...times);
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
