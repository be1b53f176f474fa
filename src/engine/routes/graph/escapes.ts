import type { Call } from "./engine.ts";
import type { Value } from "./values.ts";

const HARMLESS = /(?:createServer|listen|supertest|request|agent|serve|inject|console\.|expect|assert|log)\b/i;

/** Notes that a router, or one inside a list or object, was handed to something that may mount or serve it where it cannot be followed. */
export function markEscaped(value: Value, call: Call, name: string, depth = 0): void {
  if (value.kind === "router" && !HARMLESS.test(name)) value.node.escaped ??= call.at;
  if (depth > 3) return;
  if (value.kind === "list") for (const item of value.items) markEscaped(item, call, name, depth + 1);
  if (value.kind === "object") {
    for (const entry of value.entries.values()) {
      if (typeof entry !== "function") markEscaped(entry, call, name, depth + 1);
    }
  }
}
