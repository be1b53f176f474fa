import type { Known, Observation } from "../../known.ts";
import { findLostJoin } from "../../workspace/clients/lostJoin.ts";
import type { Clue } from "../../workspace/clues.ts";

/** What a join of client code lost of its base, where that explains the path. */
export function observeJoin(known: Known): readonly Observation[] {
  const found = findLostJoin(known);
  if (found === null) {
    return [];
  }
  const { join, base, through } = found;
  const way = through === null ? "" : ` at ${through.file}:${through.line}`;
  const said = `${placeOf(join)} joins "${join.value}"${way} to a base URL that ends in ${base.value} (${placeOf(base)})`;
  const isWhole = join.value.startsWith("/");
  const why = isWhole
    ? "a path that starts with a slash replaces all of it"
    : "where the base does not end in a slash, its last segment is replaced";
  const lost = isWhole
    ? "The base URL's own path is lost"
    : `The last segment of the base URL, "${base.value.slice(base.value.lastIndexOf("/") + 1)}", is lost`;
  return [
    {
      step: "routing",
      rule: "join-drops-written",
      statement: `${said}; ${why}.`,
      claim: `${lost}: ${said}, and ${isWhole ? "a path that starts with a slash replaces that path" : why}.`,
      probe: null,
      location: join.location,
    },
  ];
}

function placeOf({ location }: Clue): string {
  return `${location.file}:${location.line}`;
}
