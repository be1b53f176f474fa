import type { Route } from "../../../model/route.ts";
import { rulesOf } from "../../../routes/match/matchRules.ts";
import { splitPath } from "../../../targetUri.ts";
import type { Known, Observation } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import { findEarlier } from "./earlierRoute.ts";
import { findWritten } from "./unserved.ts";

const readAtMost = 2048;

/** The route that takes the requests of the matched one, by what the answer says or by their order in an older release; null where nothing says so. */
export function findTaker(known: Known): Route | null {
  const named = findNamed(known);
  return named && !named.isBehind ? named.taker : (findEarlier(known) ?? null);
}

function findNamed(known: Known): { readonly taker: Route; readonly word: string; readonly isBehind: boolean } | null {
  const { match, facts, target } = known;
  const message = facts?.message ?? known.replay?.exchange.response?.text.slice(0, readAtMost) ?? "";
  if (match.matched === null || match.matched.path.includes("{") || message === "" || looksRouterMissed(known)) {
    return null;
  }
  for (const { route } of findWritten(known)) {
    const parts = splitPath(route.path);
    const word = target.segments.find((one, index) => /^\{\w+\}$/.test(parts[index] ?? "") && isNamed(one, message));
    if (word !== undefined) {
      // What comes later takes nothing where order decides, and a parameter nothing of a fixed word where that comes first.
      const { priority } = rulesOf(route.framework);
      const isBehind = priority === "specificity" || (priority === "order" && route.order > match.matched.order);
      return { taker: route, word, isBehind };
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
  const { taker, word, isBehind } = named;
  const own = `${matched.method} ${matched.path} (${matched.file}:${matched.line})`;
  const other = `${taker.method} ${taker.path} (${taker.file}:${taker.line})`;
  return [
    {
      step: "routing",
      rule: isBehind ? "word-named-by-later-route" : "word-named-as-identifier",
      statement: `The answer names "${word}" as what was not found: ${other} took the request, not ${own}${isBehind ? ", which is asked before it" : ""}.`,
      claim: isBehind
        ? `The running server has no ${own}: ${other}, which is asked after it here, took the request and names "${word}" as what was not found.`
        : `${other} takes the requests of ${own}: the answer names "${word}" as what was not found.`,
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
