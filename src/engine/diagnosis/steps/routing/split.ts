import { readCollection } from "../../identifiers/collection.ts";
import { findSplitIdentifier } from "../../identifiers/splitIdentifier.ts";
import { type Known, type Observation, resultsOf } from "../../known.ts";
import { findMisser, sortAnswer } from "../../responses/answers.ts";

/** An identifier with slashes in it, whose server decodes them before it routes: the route has one segment for it. */
export function observeSplit(known: Known): readonly Observation[] {
  const split = findSplitIdentifier(known);
  if (split === null || findMisser(known) === "handler") {
    return [];
  }
  const { near, value, parameter } = split;
  const { method, path, file, line, column } = near.route;
  const place = `${file}:${line}`;
  const why = `${parameter} of ${method} ${path} (${place}) takes one segment, and the server decodes %2F before it routes`;
  const common = { step: "routing" as const, location: { file, line, column } };
  const listing = findListing(known, value);
  return [
    {
      ...common,
      rule: "slash-decoded-written",
      statement: `"${value}" holds a slash: ${why}.`,
      claim: `The identifier "${value}" holds a slash, which splits it: ${why}.`,
      probe: null,
    },
    ...(listing === null
      ? []
      : [
          {
            ...common,
            rule: "slash-decoded-listed" as const,
            statement: `The collection lists "${value}": it exists, and its path does not reach it.`,
            claim: null,
            probe: listing,
          },
        ]),
  ];
}

/** The probe of the collection that lists the identifier as it is when decoded. */
function findListing(known: Known, value: string): string | null {
  const identifier = known.identifiers.at(-1);
  const collection = resultsOf(known, "collection")[0]?.probe;
  if (!identifier || !collection || sortAnswer(collection) !== "answers") {
    return null;
  }
  const { values } = readCollection(collection.exchange.response?.text ?? "", identifier);
  return values.includes(value) ? collection.id : null;
}
