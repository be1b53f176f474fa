import { setImmediate as nextTurn } from "node:timers/promises";

/** How long the sliced work of one turn may take before other work of the editor has its own, in ms. */
const turn = 8;

let turnEnds: number | undefined;

/** When the turn that runs now is used up: all that is sliced shares it, or several works would make one long turn together. */
function endOfTurn(): number {
  if (turnEnds === undefined) {
    turnEnds = performance.now() + turn;
    setImmediate(() => {
      turnEnds = undefined;
    });
  }
  return turnEnds;
}

/** Runs work that pauses by itself in slices, so that the editor stays fluid; undefined when it was given up, as `isWanted` says after each slice. */
export async function runInSlices<Result>(
  work: Generator<void, Result>,
  isWanted: () => boolean,
): Promise<Result | undefined> {
  for (;;) {
    if (performance.now() > endOfTurn()) {
      await nextTurn();
      if (!isWanted()) {
        return undefined;
      }
    }
    const step = work.next();
    if (step.done === true) {
      // Whoever waits for a long work goes on with work of their own.
      if (performance.now() > endOfTurn() - turn / 2) {
        await nextTurn();
      }
      return step.value;
    }
  }
}

/** What work of many awaited steps awaits after each of them: it lets other work of the editor have its turn once this one is used up. */
export async function pause(): Promise<void> {
  if (performance.now() > endOfTurn()) {
    await nextTurn();
  }
}
