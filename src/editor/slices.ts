import { isTurnOver, nextTurn } from "../engine/turns.ts";

/** Runs work that pauses by itself in slices, so that the editor stays fluid; undefined when it was given up, as `isWanted` says after each slice. */
export async function runInSlices<Result>(
  work: Generator<void, Result>,
  isWanted: () => boolean,
): Promise<Result | undefined> {
  for (;;) {
    if (isTurnOver()) {
      await nextTurn();
      if (!isWanted()) {
        return undefined;
      }
    }
    const step = work.next();
    if (step.done === true) {
      // Whoever waits for a long work goes on with work of their own.
      if (isTurnOver(0.5)) {
        await nextTurn();
      }
      return step.value;
    }
  }
}
