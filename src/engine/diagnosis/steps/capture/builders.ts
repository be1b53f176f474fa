import { findPlaceholderFields } from "../../experiments/identifiers/placeholder.ts";
import { readFields } from "../../identifiers/collection.ts";
import { joinWords } from "../../identifiers/lookedUp.ts";
import type { Known, Observation } from "../../known.ts";

/** Where the code of the workspace puts a placeholder into the path, and which field its collection has in the place of the one that it takes. */
export function observePlaceholderSource(known: Known): readonly Observation[] {
  const { placeholder: source } = known.surroundings;
  if (source === null) {
    return [];
  }
  const { expression, placeholder, location } = source;
  const lacking = sayLacking(known);
  const place = `${location.file}:${location.line}`;
  const says = source.isUnfilled
    ? `${place} leaves it unfilled`
    : `${place} puts ${expression} there${lacking === null ? "" : `, and ${lacking}`}`;
  return [
    {
      step: "capture",
      rule: "placeholder-built",
      statement: `Where the path holds "${placeholder}", ${says}.`,
      claim: `The path holds "${placeholder}" where an identifier belongs: ${says}.`,
      probe: null,
      location,
    },
  ];
}

/** The lines that build the URL, as a remark; a placeholder's own line is an observation. */
export function remarkBuilders({ surroundings: { builders, placeholder } }: Known): readonly string[] {
  const places = builders
    .map(({ url: { location } }) => `${location.file}:${location.line}`)
    .filter((place) => placeholder === null || place !== `${placeholder.location.file}:${placeholder.location.line}`);
  return places.length === 0 ? [] : [`This URL is built at ${joinWords([...new Set(places)])}.`];
}

/** The field that the items of the collection have where code takes another one that they lack; null where that is not seen. */
export function findMeantField(known: Known): string | null {
  const field = known.surroundings.placeholder?.field?.toLowerCase();
  const listed = findPlaceholderFields(known);
  const fields = listed === null ? [] : readFields(listed.text);
  if (field === undefined || fields.some((one) => one.toLowerCase() === field)) {
    return null;
  }
  const akin = fields.filter((one) => one.toLowerCase().endsWith(field));
  return akin.length === 1 ? (akin[0] ?? null) : null;
}

function sayLacking(known: Known): string | null {
  const meant = findMeantField(known);
  const path = findPlaceholderFields(known)?.path ?? "";
  return meant === null ? null : `what ${path} lists has ${meant}, not ${known.surroundings.placeholder?.field}`;
}
