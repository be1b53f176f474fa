import type { Route } from "../../../model/route.ts";
import { splitPath } from "../../../targetUri.ts";
import type { Known, Observation } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import { findEarlier } from "./earlierRoute.ts";
import { findWritten } from "./unserved.ts";

const readAtMost = 2048;

/** The route that took a request for a fixed word as one for an identifier, by what the answer says; null where nothing says so. */
export function findTaker(known: Known): Route | null {
  return findNamed(known)?.taker ?? findEarlier(known) ?? null;
}

function findNamed(known: Known): { readonly taker: Route; readonly word: string } | null {
  const { match, facts, target } = known;
  const message = facts?.message ?? known.replay?.exchange.response?.text.slice(0, readAtMost) ?? "";
  if (match.matched === null || match.matched.path.includes("{") || message === "" || looksRouterMissed(known)) {
    return null;
  }
  for (const { route } of findWritten(known)) {
    const parts = splitPath(route.path);
    const word = target.segments.find((one, index) => /^\{\w+\}$/.test(parts[index] ?? "") && isNamed(one, message));
    if (word !== undefined) {
      return { taker: route, word };
    }
  }
  return null;
}

/**
 * An answer that names a fixed word of the matched route as what was not found: another route, which has a parameter in the place of that word,
 * took the request, whatever the order in which they are written says.
 */
export function observeNamedWord(known: Known): readonly Observation[] {
  const { matched } = known.match;
  const named = findNamed(known);
  if (matched === null || named === null) {
    return [];
  }
  const { taker, word } = named;
  const own = `${matched.method} ${matched.path} (${matched.file}:${matched.line})`;
  const other = `${taker.method} ${taker.path} (${taker.file}:${taker.line})`;
  return [
    {
      step: "routing",
      rule: "word-named-as-identifier",
      statement: `The answer names "${word}" as what was not found: ${other} took the request, not ${own}.`,
      claim: `${other} takes the requests of ${own}: the answer names "${word}" as what was not found.`,
      probe: known.replay?.id ?? null,
      location: { file: taker.file, line: taker.line, column: taker.column },
    },
  ];
}

/** Whether a text holds the word by itself, and not as a part of a path or of a longer word. */
function isNamed(word: string, text: string): boolean {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return word.length > 1 && new RegExp(`(?<![\\w/.-])${escaped}(?![\\w/-])`).test(text);
}
