import type { WrittenRequest } from "../model/request.ts";
import { type Expansion, expandText, joinParts } from "./expandText.ts";
import type { ResolvedField } from "./resolveRequest.ts";
import { writtenOrigin } from "./textOrigins.ts";

/** The content of a request as it will be sent, its text for those who look for secrets, and the fields it brings with it. */
export interface ResolvedBody {
  readonly body: Uint8Array | null;
  readonly text: string;
  readonly added: readonly (readonly [string, string])[];
}

/** Puts variables into the body and encodes it as UTF-8. */
export function resolveBody(
  expansion: Expansion,
  written: WrittenRequest,
  fields: readonly ResolvedField[],
): ResolvedBody {
  if (written.body === null) return { body: null, text: "", added: [] };
  const text = joinParts(
    expandText(expansion, written.body, writtenOrigin(expansion, written.body, written.bodyRange)),
  );
  const type = fields.findLast((field) => field.name.toLowerCase() === "content-type")?.value.toLowerCase() ?? "";
  const sent = type.startsWith("application/x-www-form-urlencoded") ? joinFormLines(text) : text;
  return { body: new TextEncoder().encode(sent), text: sent, added: [] };
}

/** Form fields may stand on lines of their own that start or end with `&`. */
function joinFormLines(text: string): string {
  return text
    .split("\n")
    .map((line) => line.trim())
    .join("");
}
