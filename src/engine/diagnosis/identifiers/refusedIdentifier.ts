import type { Difference, Route } from "../../model/route.ts";
import { decodeSegment } from "../../routes/match/segmentLikeness.ts";
import { type Known, resultsOf } from "../known.ts";
import { sortAnswer } from "../responses/answers.ts";
import { isOpenEnded } from "../responses/upstreamMatch.ts";
import { readCollection } from "./collection.ts";

/** A served route that fits the path but for the constraint of one parameter. */
export interface RefusedIdentifier {
  readonly route: Route;
  readonly difference: Difference;
}

/** The route whose constraint alone refuses the path; null where there is none, or another route takes the path. */
export function findRefusedIdentifier({ match }: Pick<Known, "match">): RefusedIdentifier | null {
  const near = match.near.find(
    (one) => one.route.problems.length === 0 && one.differs.some(({ what }) => what === "constraint"),
  );
  const [difference, ...more] = near?.differs ?? [];
  const isTaken = match.matched !== null && !isOpenEnded(match.matched);
  return near && difference && more.length === 0 && !isTaken ? { route: near.route, difference } : null;
}

/** The probe of the collection, where it lists the very identifier that the route refuses: then the constraint is what is wrong; else null. */
export function findContradiction(known: Known): string | null {
  const refused = findRefusedIdentifier(known);
  const identifier = known.identifiers.at(-1);
  const collection = resultsOf(known, "collection")[0]?.probe;
  if (!refused || !identifier || !collection || sortAnswer(collection) !== "answers") {
    return null;
  }
  const value = decodeSegment(refused.difference.actual);
  const isOwn = decodeSegment(identifier.value) === value;
  const { values } = readCollection(collection.exchange.response?.text ?? "", identifier);
  return isOwn && values.includes(value) && findOtherKey(known) === null ? collection.id : null;
}

/** Another identifier of the item that the collection lists under the refused one; `held` is the field that holds that. */
export interface OtherKey {
  readonly key: string;
  readonly value: string;
  readonly held: string;
}

const naming = /(?:^|_|(?<=[a-z]))(?:id|number|no|nr|key|code|slug|pk|uuid)$/i;

/** The field named like an identifier that the route would take, of the listed item that holds the refused one under another name; null where none does. */
export function findOtherKey(known: Known): OtherKey | null {
  const refused = findRefusedIdentifier(known);
  const text = resultsOf(known, "collection")[0]?.probe.exchange.response?.text ?? "";
  const takes = refused ? compile(refused.difference.expected) : null;
  if (!refused || !takes) {
    return null;
  }
  const value = decodeSegment(refused.difference.actual);
  for (const item of listItems(text)) {
    const fields = Object.entries(item).map(([key, each]) => ({ key, text: String(each) }));
    const held = fields.find((field) => field.text === value);
    const other = fields.find((field) => field !== held && naming.test(field.key) && takes.test(field.text));
    if (held && other) {
      return { key: other.key, value: other.text, held: held.key };
    }
  }
  return null;
}

/** The objects of a JSON list, or of the lists that an object holds. */
function listItems(text: string): readonly Readonly<Record<string, unknown>>[] {
  try {
    const content: unknown = JSON.parse(text);
    const lists = [content, ...Object.values(content ?? {})].filter(Array.isArray);
    return lists.flat().filter((item) => typeof item === "object" && item !== null && !Array.isArray(item));
  } catch {
    return [];
  }
}

function compile(pattern: string): RegExp | null {
  try {
    return pattern.length > 200 ? null : new RegExp(`^(?:${pattern})$`);
  } catch {
    return null;
  }
}
