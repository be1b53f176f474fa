/** How long the work of one turn may take before other work of the thread has its own, in ms. */
const turn = 6;

let turnEnds: number | undefined;

/** When the turn that runs now is used up: all works share it, or several together would make one long turn. */
function endOfTurn(): number {
  if (turnEnds === undefined) {
    turnEnds = performance.now() + turn;
    setImmediate(() => {
      turnEnds = undefined;
    });
  }
  return turnEnds;
}

/** Resolves once everything else that waits for the thread has had its turn. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** Whether the turn is used up, or (`share` below 1) so much of it that whoever goes on next would use up the rest. */
export function isTurnOver(share = 1): boolean {
  return performance.now() > endOfTurn() - turn * (1 - share);
}

/** What long work awaits after each of its parts: it lets other work of the thread have its turn once this one is used up. */
export async function pause(): Promise<void> {
  if (isTurnOver()) {
    await nextTurn();
  }
}

/** The items one by one; other work gets its turn between them where it takes long. */
export async function* inTurns<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  for (const item of items) {
    await pause();
    yield item;
  }
}
