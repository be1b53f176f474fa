import { force } from "../graph/members.ts";
import type { Value } from "../graph/values.ts";

/** One entry of an object value, such as an options argument; undefined when it is not there. */
export function optionOf(options: Value | undefined, name: string): Value | undefined {
  if (options?.kind !== "object") return undefined;
  const entry = options.entries.get(name);
  return entry === undefined ? undefined : force(entry);
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
