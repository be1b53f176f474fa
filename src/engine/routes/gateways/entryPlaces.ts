import type { FileFacts, Spot } from "../facts.ts";

/** One entry of an object literal in a file: its key, its value when that is a text, and where it is written. */
export interface EntryPlace {
  readonly key: string;
  readonly text: string | null;
  readonly at: Spot;
}

/** Every entry with a fixed key of every object literal of a file, in the order of the text. */
export function entryPlaces(facts: FileFacts | undefined): readonly EntryPlace[] {
  const places: EntryPlace[] = [];
  if (facts !== undefined) collect(facts.functions, places);
  return places.sort((a, b) => a.at[0] - b.at[0] || a.at[1] - b.at[1]);
}

function collect(fact: unknown, places: EntryPlace[]): void {
  if (typeof fact !== "object" || fact === null) return;
  if (Array.isArray(fact)) {
    for (const each of fact) collect(each, places);
    return;
  }
  if ("key" in fact && "at" in fact && "value" in fact) {
    const key = textOf(fact.key);
    if (key !== null) places.push({ key, text: textOf(fact.value), at: fact.at as Spot });
  }
  for (const each of Object.values(fact)) collect(each, places);
}

function textOf(expression: unknown): string | null {
  if (typeof expression !== "object" || expression === null) return null;
  return "kind" in expression && expression.kind === "text" && "value" in expression ? String(expression.value) : null;
}

/** The line of the first entry of that key at or after a line, or that line itself. */
export function lineOfKey(places: readonly EntryPlace[], key: string, from = 1): number {
  return places.find((each) => each.key === key && each.at[0] >= from)?.at[0] ?? from;
}
