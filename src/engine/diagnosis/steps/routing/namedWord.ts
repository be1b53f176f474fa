import type { Route } from "../../../model/route.ts";
import { rulesOf } from "../../../routes/match/matchRules.ts";
import { findLikelyTaker, listTakers, type Taker } from "../../experiments/controls/takerControl.ts";
import { type Known, type Observation, resultsOf } from "../../known.ts";
import { looksRouterMissed } from "../../responses/answers.ts";
import { findEarlier } from "./earlierRoute.ts";

const readAtMost = 2048;

/** The route that takes the requests of the matched one, by what the answer says or by their order in an older release; null where nothing says so. */
export function findTaker(known: Known): Route | null {
  const named = findNamed(known);
  return named && !named.isBehind ? named.route : (findEarlier(known) ?? null);
}

interface Named extends Taker {
  /** Whether it is asked after the matched route, by the rules of its framework. */
  readonly isBehind: boolean;
  /** How the answer tells that this route gave it. */
  readonly how: string;
  readonly probe: string | null;
}

function findNamed(known: Known): Named | null {
  const { match, facts, replay } = known;
  const message = facts?.message ?? replay?.exchange.response?.text.slice(0, readAtMost) ?? "";
  if (match.matched === null || looksRouterMissed(known)) {
    return null;
  }
  const named = listTakers(known).find(({ word }) => isNamed(word, message));
  const taker = named ?? findLikelyTaker(known);
  if (!taker) {
    return null;
  }
  // What comes later takes nothing where order decides, and a parameter nothing of a fixed word where that comes first.
  const { priority } = rulesOf(taker.route.framework);
  const isBehind = priority === "specificity" || (priority === "order" && taker.route.order > match.matched.order);
  const how = named
    ? `names "${taker.word}" as what was not found`
    : `is the one that this route gives for an identifier that names nothing, which the handler of ${match.matched.path} has no way to give`;
  const probe = named ? replay : resultsOf(known, "control-taker")[0]?.probe;
  return { ...taker, isBehind, how, probe: probe?.id ?? null };
}

/**
 * An answer that names a fixed word of the matched route as what was not found, or that is another route's own: that one, which has a parameter in the
 * place of that word, took the request, whatever the order in which they are written says.
 */
export function observeNamedWord(known: Known): readonly Observation[] {
  const { matched } = known.match;
  const named = findNamed(known);
  if (matched === null || named === null) {
    return [];
  }
  const { route: taker, isBehind, how, probe } = named;
  const own = `${matched.method} ${matched.path} (${matched.file}:${matched.line})`;
  const other = `${taker.method} ${taker.path} (${taker.file}:${taker.line})`;
  return [
    {
      step: "routing",
      rule: isBehind ? "word-named-by-later-route" : "word-named-as-identifier",
      statement: `${other} took the request, not ${own}${isBehind ? ", which is asked before it" : ""}: the answer ${how}.`,
      claim: isBehind
        ? `The running server has no ${own}: ${other}, which is asked after it here, took the request. The answer ${how}.`
        : `${other} takes the requests of ${own}: the answer ${how}.`,
      probe,
      location: { file: taker.file, line: taker.line, column: taker.column },
    },
  ];
}

/** Whether a text holds the word by itself, and not as a part of a path or of a longer word. */
function isNamed(word: string, text: string): boolean {
  const escaped = word.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  return word.length > 1 && new RegExp(`(?<![\\w/.-])${escaped}(?![\\w/-])`).test(text);
}
