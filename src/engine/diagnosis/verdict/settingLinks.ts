import type { Link, RankedCause } from "../../model/diagnosis.ts";
import { usableNearMisses } from "../experiments/nearMisses.ts";
import type { Known } from "../known.ts";

const mostLinks = 2;

/** The variables of the environment, and the settings, that hold the very prefix that the path lacks. */
export function settingLinks(known: Known, top: RankedCause | undefined): readonly Link[] {
  if (top?.kind !== "base-path") {
    return [];
  }
  const lacking = new Set(
    usableNearMisses(known).flatMap(({ differs }) =>
      differs.flatMap(({ what, expected }) => (what === "prefix" && expected !== "" ? [expected] : [])),
    ),
  );
  return known.clues
    .filter(({ kind, value, location }) => kind === "base-path" && lacking.has(value) && isSetting(location.file))
    .slice(0, mostLinks)
    .map(({ value, location }) => ({ ...location, role: "variable", label: `sets ${value}` }));
}

/** Whether a file holds what programs are set to, not programs. */
function isSetting(file: string): boolean {
  return isOfEnvironment(file) || /\.(?:ya?ml|toml|ini|cfg|conf|properties|json)$|(?:^|\/)Dockerfile$/i.test(file);
}

/** Whether a file holds variables of the environment. */
export function isOfEnvironment(file: string): boolean {
  return /(?:^|\/)\.env(?:\.[\w-]+)*$/.test(file);
}
