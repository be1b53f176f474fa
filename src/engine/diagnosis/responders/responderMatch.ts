import type { Response } from "../../model/exchange.ts";
import type { Matcher } from "./rules/rule.ts";

/** A response prepared once for many rules. */
export interface SeenResponse {
  readonly status: number;
  /** Values by lower-case name, several of one name joined by a comma. */
  readonly fields: ReadonlyMap<string, string>;
  /** The first part of the content as text. */
  readonly text: string;
  /** The parsed content when it is a JSON object or array, else null. */
  readonly json: object | null;
  /** `none` for the answer to HEAD, whose content is not sent, and for content that is no text. */
  readonly content: "empty" | "text" | "none";
}

const bodyLimit = 65_536;

/** Prepares a response to a request of this method for `matchesRule`. */
export function prepareResponse(response: Response, method: string): SeenResponse {
  const fields = new Map<string, string>();
  for (const [name, value] of response.headers) {
    const before = fields.get(name.toLowerCase());
    fields.set(name.toLowerCase(), before === undefined ? value : `${before}, ${value}`);
  }
  const text = response.text.slice(0, bodyLimit);
  const empty = response.size === 0 ? "empty" : "none";
  const content = method.toUpperCase() === "HEAD" ? "none" : text === "" ? empty : "text";
  return { status: response.status, fields, text, json: parseObject(text), content };
}

/** True when a response shows everything that a matcher asks for. */
export function matchesRule(seen: SeenResponse, matcher: Matcher): boolean {
  if (!(matcher.status ?? [404]).includes(seen.status)) return false;
  for (const [name, pattern] of Object.entries(matcher.fields ?? {})) {
    const value = seen.fields.get(name);
    if (value === undefined || !pattern.test(value)) return false;
  }
  if (matcher.without?.some((name) => seen.fields.has(name))) return false;
  if (matcher.body === "empty" && seen.content !== "empty") return false;
  if (matcher.body instanceof RegExp && (seen.content === "none" || !matcher.body.test(seen.text))) return false;
  if (matcher.keys !== undefined && !hasKeys(seen.json, matcher.keys)) return false;
  return Object.entries(matcher.values ?? {}).every(([path, pattern]) => hasValue(seen.json, path, pattern));
}

function parseObject(text: string): object | null {
  if (!/^\s*[[{]/.test(text)) return null;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" ? value : null;
  } catch {
    return null;
  }
}

function hasKeys(json: object | null, keys: readonly string[]): boolean {
  if (json === null || Array.isArray(json)) return false;
  const own = Object.keys(json);
  return own.length === keys.length && keys.every((key) => own.includes(key));
}

/** A path may name several places with `|`; a `?` at its end also accepts that the place does not exist. */
function hasValue(json: object | null, path: string, pattern: RegExp): boolean {
  const optional = path.endsWith("?");
  for (const place of (optional ? path.slice(0, -1) : path).split("|")) {
    const value = readPlace(json, place);
    if (value === undefined || (typeof value === "object" && value !== null)) continue;
    return pattern.test(String(value));
  }
  return optional && json !== null;
}

function readPlace(json: object | null, path: string): unknown {
  let value: unknown = json;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}
