import type { Response } from "../../model/exchange.ts";
import { readMarkupTexts } from "./markupText.ts";
import { isVolatileName, maskOwn, maskVolatile, maskWords, type OwnParts, readOwnParts } from "./responseMask.ts";

/** The shape of a response with everything masked that differs between two answers of the same kind. */
export interface Signature {
  readonly status: number;
  /** Lower-case field names, sorted, without the volatile ones. */
  readonly headerNames: readonly string[];
  /** The masked values of the fields that tell who answered, by lower-case name, sorted by name. */
  readonly headerValues: readonly (readonly [string, string])[];
  /** Type and subtype in lower case without parameters; empty when there is none. */
  readonly mediaType: string;
  readonly body: BodyShape;
}

/**
 * The masked content; `form` is the skeleton without texts. `words` are the plain words and short numbers of the request's
 * own path: `text` still has them, for only two answers together show whether they are echoes.
 */
interface BodyShape {
  readonly kind: "empty" | "json" | "markup" | "text" | "binary";
  readonly form: string;
  readonly text: string;
  readonly words: readonly string[];
  /** True when only the first part of the content was looked at, so that only a common beginning can be compared. */
  readonly partial: boolean;
}

/** Whether two signatures show the same kind of answer; `in` names what differs in plain words, the most telling first. */
export type Comparison = { readonly kind: "alike" } | { readonly kind: "different"; readonly in: readonly string[] };

/** How much of a body is looked at, in UTF-16 units. */
const bodyLimit = 65_536;

const volatileFields = new Set(
  (
    "date connection keep-alive transfer-encoding content-length age alt-svc set-cookie server-timing traceparent tracestate " +
    "nel report-to reporting-endpoints proxy-connection trailer content-encoding x-cache-hits x-timer x-served-by host " +
    "warning retry-after expect-ct cf-ray x-vercel-cache x-cache-lookup"
  ).split(" "),
);

const tellingFields = new Set(
  (
    "server x-powered-by content-type allow via vary cache-control location www-authenticate x-cascade x-debug-exception " +
    "x-vercel-error x-amzn-errortype x-render-routing x-railway-fallback x-ms-error-code ngrok-error-code x-robots-tag " +
    "content-security-policy x-matched-path"
  ).split(" "),
);

/** Elements of the XML errors of object stores that repeat what was asked for. */
const echoingTags = new Set(["key", "resource", "bucketname"]);

// Every step of an investigation compares the same few responses with one another.
const signed = new WeakMap<Response, Map<string, Signature>>();

/** Signs a response to a request for `url`, which is the address as it was sent, so that its own path and identifiers can be masked. */
export function signResponse(response: Response, url: string): Signature {
  const byUrl = signed.get(response) ?? new Map<string, Signature>();
  signed.set(response, byUrl);
  const signature = byUrl.get(url) ?? sign(response, url);
  byUrl.set(url, signature);
  return signature;
}

function sign(response: Response, url: string): Signature {
  const parts = readOwnParts(url);
  const mask = maskOwn(parts);
  const names = new Set<string>();
  const values = new Map<string, string>();
  let mediaType = "";
  for (const [writtenName, value] of response.headers) {
    const name = writtenName.toLowerCase();
    if (volatileFields.has(name)) continue;
    names.add(name);
    if (name === "content-type" && mediaType === "") mediaType = (value.split(";")[0] ?? "").trim().toLowerCase();
    if (!tellingFields.has(name)) continue;
    const shown = maskField(name, value, mask);
    const before = values.get(name);
    values.set(name, before === undefined ? shown : `${before}, ${shown}`);
  }
  return {
    status: response.status,
    headerNames: [...names].sort(),
    headerValues: [...values].sort(([a], [b]) => (a < b ? -1 : 1)),
    mediaType,
    body: shapeBody(response, mediaType, parts),
  };
}

/** Compares two signatures; texts that agree once each request's own path is taken out of its answer are alike. */
export function compareSignatures(a: Signature, b: Signature): Comparison {
  const differs: string[] = [];
  if (a.status !== b.status) differs.push("status");
  if (a.mediaType !== b.mediaType) differs.push("media type");
  if (!isSameForm(a.body, b.body)) differs.push("body shape");
  else if (!isSameText(a.body, b.body)) differs.push("body text");
  for (const name of listFieldDifferences(a, b)) differs.push(`header ${writeFieldName(name)}`);
  return differs.length === 0 ? { kind: "alike" } : { kind: "different", in: differs };
}

function listFieldDifferences(a: Signature, b: Signature): readonly string[] {
  const differing = new Set<string>();
  const namesOfA = new Set(a.headerNames);
  const namesOfB = new Set(b.headerNames);
  for (const name of a.headerNames) if (!namesOfB.has(name)) differing.add(name);
  for (const name of b.headerNames) if (!namesOfA.has(name)) differing.add(name);
  const valuesOfB = new Map(b.headerValues);
  for (const [name, value] of a.headerValues) {
    const other = valuesOfB.get(name);
    if (other !== undefined && other !== value) differing.add(name);
  }
  // A media type that differs is already said in words of its own.
  if (a.mediaType !== b.mediaType) differing.delete("content-type");
  return [...differing].sort();
}

function isSameForm(a: BodyShape, b: BodyShape): boolean {
  if (a.kind !== b.kind) return false;
  return a.form === b.form || ((a.partial || b.partial) && isSameBeginning(a.form, b.form));
}

function isSameText(a: BodyShape, b: BodyShape): boolean {
  if (a.text === b.text) return true;
  const words = [...new Set([...a.words, ...b.words])];
  const textOfA = maskWords(a.text, words);
  const textOfB = maskWords(b.text, words);
  return textOfA === textOfB || ((a.partial || b.partial) && isSameBeginning(textOfA, textOfB));
}

/** The end of a cut text may stop in the middle of what would have been masked, so it is left out. */
function isSameBeginning(a: string, b: string): boolean {
  const length = Math.max(0, Math.min(a.length, b.length) - 160);
  return length > 0 && a.slice(0, length) === b.slice(0, length);
}

function maskField(name: string, value: string, mask: (text: string) => string): string {
  const plain = name.startsWith("x-debug") ? decodePercent(value) : value;
  const masked = maskVolatile(mask(plain.slice(0, 1024)));
  if (name === "cache-control") return sortList(masked.toLowerCase().replace(/=\d+/g, "={number}"));
  if (name === "vary" || name === "allow") return sortList(masked.toLowerCase());
  if (name === "content-type" || name === "content-security-policy") return masked.toLowerCase().replace(/\s/g, "");
  return masked;
}

function shapeBody(response: Response, mediaType: string, parts: OwnParts): BodyShape {
  const source = response.text.slice(0, bodyLimit);
  const partial = response.truncated || response.text.length > bodyLimit;
  const mask = maskOwn(parts);
  const finish = (kind: BodyShape["kind"], form: string, text: string): BodyShape => {
    return { kind, form, text, words: parts.words, partial };
  };
  if (source === "") return finish(response.size === 0 ? "empty" : "binary", "", "");
  if (/^(?:image|audio|video|font)\/(?!svg)|octet-stream|\/(?:zip|gzip|pdf)/.test(mediaType)) {
    return finish("binary", "", "");
  }
  const json = /[/+]json/.test(mediaType) || /^\s*[[{]/.test(source) ? parseJson(source) : undefined;
  if (json !== undefined) {
    return finish("json", describeForm(json.value, 0), describeJson(json.value, "", mask, 0));
  }
  if (/html|xml/.test(mediaType) || /^\s*<[!?A-Za-z]/.test(source)) {
    const texts = readMarkupTexts(source).map(({ tag, text }) =>
      isVolatileName(tag) || echoingTags.has(tag) ? `{${tag}}` : maskVolatile(mask(text)),
    );
    return finish("markup", "", texts.join(" | "));
  }
  return finish("text", "", maskVolatile(mask(source)));
}

function parseJson(source: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(source) };
  } catch {
    return undefined;
  }
}

const deepest = 8;
const mostEntries = 80;

/** The keys and kinds of a JSON value, keys sorted; the items of an array count once per kind. */
function describeForm(value: unknown, depth: number): string {
  if (value === null) return "null";
  if (typeof value !== "object") return typeof value;
  if (depth >= deepest) return "…";
  if (Array.isArray(value)) {
    const kinds = new Set(value.slice(0, mostEntries).map((item) => describeForm(item, depth + 1)));
    return `[${[...kinds].sort().join("|")}]`;
  }
  return `{${sortedEntries(value)
    .map(([key, item]) => (isOpaqueName(key) ? key : `${key}:${describeForm(item, depth + 1)}`))
    .join(",")}}`;
}

/** A JSON value as text with sorted keys, volatile fields reduced to their kind and all strings masked. */
function describeJson(value: unknown, name: string, mask: (text: string) => string, depth: number): string {
  if (isVolatileName(name)) return value === null ? "null" : "{…}";
  if (typeof value === "string") return JSON.stringify(maskVolatile(mask(value)));
  if (typeof value === "number")
    return /code|status|errno/i.test(name) ? String(value) : maskVolatile(mask(`${value}`));
  if (value === null || typeof value !== "object") return String(value);
  if (depth >= deepest) return "…";
  if (Array.isArray(value)) {
    const items = new Set(value.slice(0, mostEntries).map((item) => describeJson(item, "", mask, depth + 1)));
    return `[${[...items].sort().join(",")}]`;
  }
  return `{${sortedEntries(value)
    .map(([key, item]) => `${JSON.stringify(key)}:${describeJson(item, key, mask, depth + 1)}`)
    .join(",")}}`;
}

/** Traces have no fixed shape, so only their presence counts. */
function isOpaqueName(name: string): boolean {
  return /^(?:stack|stack_?trace|traces?|backtrace)$/i.test(name);
}

function sortedEntries(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value)
    .slice(0, mostEntries)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function sortList(value: string): string {
  return value
    .split(",")
    .map((item) => item.trim())
    .sort()
    .join(", ");
}

const usualCase = new Map([
  ["etag", "ETag"],
  ["www-authenticate", "WWW-Authenticate"],
  ["nel", "NEL"],
]);

/** Writes a lower-case field name the way people know it. */
function writeFieldName(name: string): string {
  return usualCase.get(name) ?? name.replace(/(?:^|-)[a-z]/g, (letter) => letter.toUpperCase());
}
