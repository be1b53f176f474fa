import { beginWith } from "../../identifiers/lookedUp.ts";
import { findSource } from "../../identifiers/source.ts";
import { readWholeValue } from "../../identifiers/wholeValue.ts";
import type { Known, Observation } from "../../known.ts";
import { type Holder, holderWords } from "../../workspace/records/holders.ts";

const mostShown = 6;

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
