import type { Link, RankedCause } from "../../model/diagnosis.ts";
import { parseTargetUri } from "../../targetUri.ts";
import { usableNearMisses } from "../experiments/nearMisses.ts";
import { prefixOf } from "../experiments/prefixes/proxiedPrefix.ts";
import { findSurplusPrefix } from "../experiments/prefixes/surplusPrefix.ts";
import type { Known } from "../known.ts";
import { isFound } from "../responses/answers.ts";

const mostLinks = 2;

/** The variables of the environment, and the settings, that hold the very prefix that the path lacks, and the lines that set the one it has too much. */
export function settingLinks(known: Known, top: RankedCause | undefined): readonly Link[] {
  if (top?.kind !== "base-path") {
    return [];
  }
  const lacking = new Set(
    usableNearMisses(known).flatMap(({ differs }) =>
      differs.flatMap(({ what, expected }) => (what === "prefix" && expected !== "" ? [expected] : [])),
    ),
  );
  const answered = listAnsweredPrefixes(known);
  const rules = known.routes.rewrites
    .filter((rule) => prefixOf(rule) !== "" && (answered.has(prefixOf(rule)) || lacking.has(prefixOf(rule))))
    .slice(0, mostLinks)
    .map(({ file, line, from, to }): Link => ({ role: "rewrite", file, line, column: 1, label: `${from} -> ${to}` }));
  const surplus = findSurplusPrefix(known);
  const isMeant = (value: string, file: string) => (lacking.has(value) && isSetting(file)) || value === surplus;
  const parts = known.request.urlParts.flatMap(({ text, from }): readonly Link[] =>
    surplus !== null && text.includes(surplus) && (from.kind === "file-variable" || from.kind === "environment")
      ? [{ ...from.location, role: "variable", label: `{{${from.name}}} holds ${surplus}` }]
      : [],
  );
  const settings = known.clues
    .filter(({ kind, value, location }) => kind === "base-path" && isMeant(value, location.file))
    .slice(0, mostLinks)
    .map(({ value, location }): Link => ({ ...location, role: "variable", label: `sets ${value}` }));
  return [...parts, ...settings, ...rules];
}

/** The prefixes under which the path answered a probe. */
function listAnsweredPrefixes(known: Known): ReadonlySet<string> {
  const { path } = known.target;
  return new Set(
    known.results.flatMap(({ probe }) => {
      const asked = isFound(known, probe) ? (parseTargetUri(probe.url)?.path ?? "") : "";
      return asked !== path && asked.endsWith(path) ? [asked.slice(0, -path.length)] : [];
    }),
  );
}

/** Whether a file holds what programs are set to, not programs. */
function isSetting(file: string): boolean {
  return isOfEnvironment(file) || /\.(?:ya?ml|toml|ini|cfg|conf|properties|json)$|(?:^|\/)Dockerfile$/i.test(file);
}

/** Whether a file holds variables of the environment. */
export function isOfEnvironment(file: string): boolean {
  return /(?:^|\/)\.env(?:\.[\w-]+)*$/.test(file);
}
