import type { Known, Observation } from "../../known.ts";
import type { Clue } from "../../workspace/clues.ts";

/**
 * A version that the service says it does not serve, in the sentences of Django REST framework
 * (https://www.django-rest-framework.org/api-guide/versioning/): nothing was looked up behind it.
 */
export function observeVersionSaid(known: Known): readonly Observation[] {
  const where = /^Invalid version in (URL path|hostname|query parameter|"Accept" header)/.exec(
    known.facts?.message ?? "",
  )?.[1];
  if (where === undefined) {
    return [];
  }
  const isSelector = where === "query parameter" || where === '"Accept" header';
  const isUnnamed = where === "query parameter" && known.target.query === "";
  const allowed = findAllowed(known);
  const values = [...new Set(allowed.map(({ value }) => value))].join(", ");
  const [first] = allowed;
  const serves = first ? `; ${first.location.file}:${first.location.line} allows ${values}` : "";
  const said = `"Invalid version in ${where}."`;
  return [
    {
      step: "routing",
      rule: isSelector ? "selector-refused-said" : "version-refused-said",
      statement: `The answer says ${said}: the version is refused before anything is looked up${serves}.`,
      claim: isSelector
        ? `The service does not serve the version that ${isUnnamed ? "it takes where the query names none" : `the ${where} names`}: it answers ${said}${serves}.`
        : `The service does not serve the version in this URL: it answers ${said}${serves}.`,
      probe: known.replay?.id ?? null,
      location: first?.location ?? null,
    },
  ];
}

/** The versions that a line of settings allows, or else the one that it takes where none is named. */
function findAllowed({ clues }: Known): readonly Clue[] {
  const named = clues.filter(({ kind }) => kind === "api-version");
  const { file, line } = named.at(-1)?.location ?? { file: "", line: 0 };
  return named.filter(({ location }) => location.file === file && location.line === line);
}
