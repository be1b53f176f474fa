import type { Link, RankedCause } from "../../model/diagnosis.ts";
import type { Known } from "../known.ts";
import { findReplacedPrefix } from "../workspace/clients/replacedPrefix.ts";

/** Where a router has the prefix of its own that its registration replaces. */
export function replacedLinks(known: Known, top: RankedCause | undefined): readonly Link[] {
  const replaced = top?.kind === "base-path" ? findReplacedPrefix(known) : null;
  if (replaced === null) {
    return [];
  }
  const { prefix, ...place } = replaced.own;
  return [{ ...place, role: "mount", label: `its own prefix ${prefix}, which is replaced` }];
}
