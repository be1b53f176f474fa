import type { Location } from "../../../model/place.ts";
import type { Provenance } from "../../../model/request.ts";
import type { Identifier } from "../../identifiers/identifiers.ts";
import { beginWith } from "../../identifiers/lookedUp.ts";
import { readWholeValue } from "../../identifiers/wholeValue.ts";
import type { Known, Observation } from "../../known.ts";
import { type Holder, holderWords } from "../../workspace/records/holders.ts";

const mostShown = 6;

/** Where an identifier of the request was taken from: what it says of itself, and the line that gives it. */
export interface IdentifierSource {
  readonly says: string;
  readonly location: Location | null;
}

/** Where one identifier of the path came from: a variable, an earlier response, an answer, or the request line itself. */
export function findSource({ request }: Known, identifier: Identifier): IdentifierSource {
  const part = request.urlParts.find(({ text }) => text.split(/[/?#]/).includes(identifier.value));
  if (part !== undefined && part.from.kind !== "written") {
    return describe(part.from);
  }
  const { file, line } = request;
  return file === null || line === null
    ? { says: "is written in the URL", location: null }
    : { says: `is written in ${file}:${line}`, location: { file, line, column: 1 } };
}

function describe(from: Provenance): IdentifierSource {
  const at = (location: Location | null) => (location === null ? "" : `, ${location.file}:${location.line}`);
  switch (from.kind) {
    case "file-variable":
      return { says: `comes from {{${from.name}}}${at(from.location)}`, location: from.location };
    case "environment":
      return {
        says: `comes from {{${from.name}}} of environment ${from.environment}${at(from.location)}`,
        location: from.location,
      };
    case "response":
      return { says: `comes from the response to ${from.request}${at(from.location)}`, location: from.location };
    case "given":
      return { says: `was given for {{${from.name}}}`, location: null };
    case "generated":
      return { says: `was made up for {{${from.name}}} when the request was sent`, location: null };
    default:
      return { says: "is written in the URL", location: null };
  }
}

/** Where each identifier came from, as evidence that leads there. */
export function observeSources(known: Known): readonly Observation[] {
  return known.identifiers.map((identifier) => {
    const { says, location } = findSource(known, identifier);
    const { value } = readWholeValue(known, identifier);
    const statement = `${beginWith(identifier.name)} "${value}" ${says}.`;
    return { step: "identifier", rule: "identifier-source", statement, claim: null, probe: null, location };
  });
}

/** What else of the workspace holds the identifier, as evidence that leads there; what earlier responses hold is a matter of existence. */
export function observeHolders(known: Known): readonly Observation[] {
  const identifier = known.identifiers.at(-1);
  const order = Object.keys(holderWords);
  const others = known.holders.filter(({ kind }) => kind !== "response");
  const sorted = others.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind));
  return sorted.slice(0, mostShown).map(({ kind, location }: Holder) => ({
    step: "identifier",
    rule: "identifier-held",
    statement: `${capitalize(holderWords[kind])} holds ${identifier?.value} as well: ${location.file}:${location.line}.`,
    claim: null,
    probe: null,
    location,
  }));
}

function capitalize(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}
