import { isFailure, readDestination } from "../../engine/exchange/hops/target.ts";
import { composeMessage } from "../../engine/exchange/message.ts";
import type { Provenance, ResolvedPart, ResolvedRequest } from "../../engine/model/request.ts";
import type { Mask } from "../../engine/secrets.ts";

/** The fields that the sender puts to those that are written; none where the request cannot be sent. */
export function addedFields({ method, url, headers, body, unresolved }: ResolvedRequest): ResolvedRequest["headers"] {
  const destination = readDestination(url);
  if (isFailure(destination) || unresolved.length > 0) return [];
  const message = composeMessage(method, destination, headers, body);
  return "code" in message ? [] : message.fields.filter((field) => !headers.includes(field));
}

/** What no secret is longer than, in UTF-16 units. */
const longestSecret = 16_384;

/**
 * The beginning of a body, of at most so many bytes, as masked text, or null when that is none: not UTF-8, or with zero bytes. Takes no
 * longer for what lies behind, which may be the megabytes of a file.
 */
export function maskedContent(bytes: Uint8Array, most: number, mask: Mask): string | null {
  const isCut = bytes.byteLength > most;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, most), { stream: isCut });
    if (text.includes("\0")) return null;
    // Half of a secret at the end of a text is shown there, and masked in a text that goes on.
    return isCut ? sharedBeginning(mask.text(text), mask.text(text.slice(0, -longestSecret))) : mask.text(text);
  } catch {
    return null;
  }
}

function sharedBeginning(one: string, other: string): string {
  let end = 0;
  while (end < other.length && one[end] === other[end]) end++;
  return one.slice(0, end);
}

/** The parts of one value, those that come from one place joined: to a reader they are one. */
export function joinAlike(parts: readonly ResolvedPart[]): readonly ResolvedPart[] {
  const joined: ResolvedPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last !== undefined && last.secret === part.secret && originText(last.from) === originText(part.from)) {
      joined[joined.length - 1] = { ...last, text: last.text + part.text };
    } else joined.push(part);
  }
  return joined;
}

/** Where a part came from, in a few words: the variable, its environment, and the place as `file:line`; not masked. */
export function originText(from: Provenance): string {
  switch (from.kind) {
    case "written":
      return `written${placeOf(from.location)}`;
    case "file-variable":
      return `{{${from.name}}}${placeOf(from.location)}`;
    case "environment":
      return `{{${from.name}}} of ${environmentName(from.environment)}${placeOf(from.location)}`;
    case "given":
      return `{{${from.name}}} as answered`;
    case "generated":
      return `{{${from.name}}}, made anew each time`;
    case "response":
      return `{{${from.name}}} from the response to ${from.request}`;
    case "cookie":
      return `set by the response to ${from.request}`;
    case "unresolved":
      return `no value yet, used${placeOf(from.location)}`;
  }
}

function environmentName(name: string): string {
  if (name === "$shared") return "all environments";
  return name === "$dotenv" ? "the .env file" : `environment ${name}`;
}

function placeOf(location: { readonly file: string; readonly line: number } | null): string {
  return location === null ? "" : ` at ${location.file}:${location.line}`;
}
