import type { Location } from "../../model/place.ts";
import { placeIn } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import type { Value } from "../graph/values.ts";

/** One entry of an object value, such as an options argument; undefined when it is not there. */
export function optionOf(options: Value | undefined, name: string): Value | undefined {
  if (options?.kind !== "object") return undefined;
  const entry = options.entries.get(name);
  return entry === undefined ? undefined : force(entry);
}

/** Where an object literal, or one of its entries, is written; null for what was not written as a literal. */
export function placeWithin(value: Value, name?: string): Location | null {
  const written = value.kind === "object" ? value.written : undefined;
  const entry = written?.entries.find(({ key }) => name === undefined || (key?.kind === "text" && key.value === name));
  return written === undefined || entry === undefined ? null : placeIn(written, entry.at);
}

/** True or false when an entry says so, undefined when nothing does. */
export function truthOf(options: Value | undefined, name: string): boolean | undefined {
  const value = optionOf(options, name);
  return value?.kind === "truth" ? value.value : undefined;
}

/** The texts of a text or of a list of texts. */
export function textsOf(value: Value | undefined): string[] {
  if (value?.kind === "text") return [value.value];
  if (value?.kind === "number") return [String(value.value)];
  return value?.kind === "list" ? value.items.flatMap(textsOf) : [];
}
