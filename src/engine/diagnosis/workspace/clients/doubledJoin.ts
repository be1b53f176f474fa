import type { RankedCause } from "../../../model/diagnosis.ts";
import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import type { Clue } from "../clues.ts";

/** Client code that puts a path with a slash in front behind a base URL with one at its end; `base` is null where none such is set. */
export interface DoubledJoin {
  readonly builder: Location;
  readonly base: Clue | null;
}

/** The client code that doubles the slash of the path; null for other causes, where no code builds the URL, and where a rule of a proxy may do so. */
export function findDoubledJoin(known: Known, { kind }: Pick<RankedCause, "kind">): DoubledJoin | null {
  const { surroundings, target, clues, routes } = known;
  const [builder] = surroundings.builders;
  const isOfProxy = surroundings.passing.rules.length > 0 || routes.rewrites.length > 0;
  if (kind !== "proxy-joins-wrong" || !builder || isOfProxy || !target.path.includes("//")) {
    return null;
  }
  const ends = clues.filter((clue) => clue.kind === "base-url" && target.path.startsWith(`${clue.value}/`));
  return { builder: builder.url.location, base: ends.find(({ value }) => value.endsWith("/")) ?? null };
}
