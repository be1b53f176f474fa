import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import { parseTargetUri } from "../../targetUri.ts";
import { type Known, resultsOf } from "../known.ts";
import { isFound } from "../responses/answers.ts";
import type { Company } from "../workspace/records/aliases.ts";
import { readCollection } from "./collection.ts";

/** The keys that the collection lists, and those of the same route that answered. */
export function listLivingKeys(known: Known): readonly string[] {
  const identifier = known.identifiers.at(-1);
  const listing = resultsOf(known, "collection")[0]?.probe.exchange.response?.text;
  if (!identifier) {
    return [];
  }
  const listed = listing === undefined ? [] : readCollection(listing, identifier).values;
  const answered = resultsOf(known, "neighbour").flatMap(({ probe }) => {
    const key = isFound(known, probe) ? parseTargetUri(probe.url)?.segments[identifier.segment] : undefined;
    return key === undefined ? [] : [decodeSegment(key)];
  });
  return [...listed, ...answered];
}

/** Whether the server knows records that a filter lets through, and none that it leaves out; true where no filter is at work. */
export function isSetApart(known: Known, company: Company | undefined): boolean {
  // A service may write its keys in another letter case than its data.
  const living = new Set(company ? listLivingKeys(known).map((key) => key.toLowerCase()) : []);
  const lives = (key: string) => living.has(key.toLowerCase());
  return company === undefined || (company.beside.some(lives) && !company.alike.some(lives));
}
