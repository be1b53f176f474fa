import { readFileSync } from "node:fs";
import { type Profiler, Session } from "node:inspector/promises";

/** One turn of the event loop: how long it kept the thread busy with code of this extension, in ms of the processor, and with which. */
export interface Turn {
  readonly ownMs: number;
  readonly allMs: number;
  /** The functions of the extension it was seen in, the most seen first. */
  readonly functions: readonly string[];
}

interface Boundary {
  /** In µs of the monotonic clock, which the profiler counts in too. */
  readonly at: number;
  readonly cpu: number;
}

const ownScript = /\/dist\/extension\.cjs$/;
const samplingInterval = 500;

/**
 * What this thread alone has spent on the processor, in ms: where the system tells it, a pause that a busy machine forces on it does
 * not count.
 */
function threadCpu(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "latin1").split(" ")[0]) / 1e6;
  } catch {
    return performance.now();
  }
}

function now(): Boundary {
  return { at: Number(process.hrtime.bigint() / 1_000n), cpu: threadCpu() };
}

/** The turns of the extension host's event loop while something is done, the longest first. */
export async function turnsWhile(work: () => Promise<unknown>): Promise<readonly Turn[]> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: samplingInterval });
  await session.post("Profiler.start");
  const boundaries = [now()];
  let isOver = false;
  const next = () => {
    boundaries.push(now());
    if (!isOver) {
      setImmediate(next);
    }
  };
  setImmediate(next);
  try {
    await work();
  } finally {
    isOver = true;
  }
  const { profile } = await session.post("Profiler.stop");
  session.disconnect();
  return readTurns(boundaries, profile).toSorted((one, other) => other.ownMs - one.ownMs);
}

function readTurns(boundaries: readonly Boundary[], profile: Profiler.Profile): Turn[] {
  const owners = ownersOf(profile);
  const samples = profile.samples ?? [];
  const deltas = profile.timeDeltas ?? [];
  const turns: Turn[] = [];
  let at = profile.startTime;
  let sample = 0;
  for (const [index, { at: end, cpu }] of boundaries.entries()) {
    const counts = new Map<string, number>();
    let own = 0;
    let all = 0;
    for (; sample < samples.length && at + (deltas[sample] ?? 0) <= end; sample++) {
      at += deltas[sample] ?? 0;
      all += 1;
      const names = owners.get(samples[sample] ?? 0) ?? [];
      own += names.length > 0 ? 1 : 0;
      for (const name of names) {
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    const allMs = cpu - (boundaries[index - 1]?.cpu ?? cpu);
    const functions = [...counts].toSorted((one, other) => other[1] - one[1]).map(([name]) => name);
    turns.push({ allMs, ownMs: all === 0 ? 0 : (allMs * own) / all, functions: functions.slice(0, 12) });
  }
  return turns;
}

/** The functions of the extension on the stack of each node of a profile; none when the extension has no part in it. */
function ownersOf({ nodes }: Profiler.Profile): ReadonlyMap<number, readonly string[]> {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)));
  const known = new Map(nodes.map((node) => [node.id, node]));
  return new Map(
    nodes.map(({ id }) => {
      const names = new Set<string>();
      for (let each = known.get(id); each !== undefined; each = known.get(parents.get(each.id) ?? -1)) {
        if (ownScript.test(each.callFrame.url)) {
          names.add(`${each.callFrame.functionName || "(anonymous)"}:${each.callFrame.lineNumber + 1}`);
        }
      }
      return [id, [...names]];
    }),
  );
}
