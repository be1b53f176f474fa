import { joinPath, parseTargetUri } from "../../../targetUri.ts";
import { shapeOf } from "../../identifiers/identifiers.ts";
import type { Experiment, Known } from "../../known.ts";
import { findMisser, isFound } from "../../responses/answers.ts";
import { usableNearMisses } from "../nearMisses.ts";
import { askOtherPath } from "../otherPath.ts";

/**
 * The path without its first word, where no route is known that takes it and nothing else of this host is asked for below that word: the
 * site or product may have been served under it elsewhere, or before.
 */
export function planSurplusPrefix(known: Known): readonly Experiment[] {
  const prefix = findSurplusPrefix(known);
  if (prefix === null || isServed(known, prefix)) {
    return [];
  }
  return [
    askOtherPath(known, {
      id: `surplus:${prefix}`,
      path: joinPath(known.target.segments.slice(1)),
      varies: "prefix",
      why: `without ${prefix}, below which nothing else of this host is asked for`,
      tests: ["rewrite-mismatch/base-path"],
      value: 0.5,
      answers: "surplus-prefix-answers",
      claim: `The path has the prefix "${prefix}" that this host does not serve`,
      shown: `: only the prefix ${prefix} was left out`,
    }),
  ];
}

/** The first word of the path with its slash, where what follows is a path of its own; null where a route takes or nearly takes the whole. */
export function findSurplusPrefix(known: Known): string | null {
  const [first = "", second = "", ...rest] = known.target.segments;
  const isPath =
    rest.length > 0 && shapeOf(second) === null && /^[a-z][\w.-]*$/i.test(first) && shapeOf(first) === null;
  const isOpen =
    known.match.matched === null && usableNearMisses(known).length === 0 && findMisser(known) !== "handler";
  return isPath && isOpen ? `/${first}` : null;
}

/** Whether another request of the file, or a probe that was answered, begins with it. */
function isServed(known: Known, prefix: string): boolean {
  const isBelow = (url: string) => {
    const target = parseTargetUri(url);
    return target?.origin === known.target.origin && `${target.path}/`.startsWith(`${prefix}/`);
  };
  return (
    known.siblings.some(({ url }) => isBelow(url)) ||
    known.results.some(({ probe }) => isBelow(probe.url) && isFound(known, probe))
  );
}
