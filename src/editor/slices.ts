import { setImmediate } from "node:timers/promises";

/** How long one slice of work may take before other work of the editor gets its turn, in ms. */
const turn = 8;

/** Runs work that pauses by itself in slices, so that the editor stays fluid; undefined when it was given up, as `isWanted` says after each slice. */
export async function runInSlices<Result>(
  work: Generator<void, Result>,
  isWanted: () => boolean,
): Promise<Result | undefined> {
  let turnEnds = performance.now() + turn;
  for (;;) {
    const step = work.next();
    if (step.done === true) {
      // Whoever waits for a long work goes on with work of their own.
      if (performance.now() > turnEnds - turn / 2) {
        await setImmediate();
      }
      return step.value;
    }
    if (performance.now() > turnEnds) {
      await setImmediate();
      if (!isWanted()) {
        return undefined;
      }
      turnEnds = performance.now() + turn;
    }
  }
}

/** A pause that work of many awaited steps takes after each of them: it lets other work of the editor have its turn once a slice is used up. */
export function createPause(): () => Promise<void> {
  let turnEnds = performance.now() + turn;
  return async () => {
    if (performance.now() > turnEnds) {
      await setImmediate();
      turnEnds = performance.now() + turn;
    }
  };
}
