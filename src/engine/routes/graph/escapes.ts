import type { Call } from "./engine.ts";
import type { Value } from "./values.ts";

const HARMLESS = /(?:createServer|listen|supertest|request|agent|serve|inject|console\.|expect|assert|log)\b/i;
const DEEPEST = 4;
/** How many of the values inside of one are looked at, the outer ones first: tables of data are long and all of a kind. */
const MOST_VALUES = 500;

/** Notes that a router, or one inside a list or object, was handed to something that may mount or serve it where it cannot be followed. */
export function markEscaped(value: Value, call: Call, name: string): void {
  if ((value.kind !== "router" && value.kind !== "list" && value.kind !== "object") || HARMLESS.test(name)) return;
  let level: Value[] = [value];
  let left = MOST_VALUES;
  for (let depth = 0; depth <= DEEPEST && level.length > 0; depth++) {
    const inside: Value[] = [];
    for (const each of level) {
      if (each.kind === "router") each.node.escaped ??= call.at;
      for (const inner of insideOf(each)) {
        if (left-- <= 0) break;
        if (typeof inner !== "function") inside.push(inner);
      }
    }
    level = inside;
  }
}

function insideOf(value: Value): Iterable<Value | (() => Value)> {
  if (value.kind === "list") return value.items;
  return value.kind === "object" ? value.entries.values() : [];
}
