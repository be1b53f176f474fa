import type { Route } from "../../model/route.ts";

const PART = 100;

/** Routes in parts of a hundred, between which work that goes through thousands of them can pause. */
export function* partsOf(routes: readonly Route[]): Generator<readonly Route[]> {
  for (let from = 0; from < routes.length; from += PART) yield routes.slice(from, from + PART);
}
