import type { Exchange, Failure, Hop, Response } from "../../model/exchange.ts";
import type { Mask } from "../../secrets.ts";

type Field = readonly [name: string, value: string];

/** A response as the history keeps it; `text` is null for content that is no text, because it cannot be masked. */
interface StoredResponse {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Field[];
  readonly text: string | null;
  readonly size: number;
  /** True when the response was cut as it came, or its text for the history. */
  readonly truncated: boolean;
}

/** A hop as the history keeps it: masked, times in ms. */
interface StoredHop {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly Field[];
  readonly requestText: string | null;
  readonly startedAt: number;
  readonly ms: number;
  readonly response: StoredResponse | null;
  readonly failure: { readonly code: string; readonly message: string } | null;
}

/** What an exchange was sent for: the investigation by its id, how that ended in a few words, and where its request stands. */
export interface ExchangeSubject {
  readonly id: string;
  readonly outcome: string;
  readonly place: { readonly uri: string; readonly line: number } | null;
}

/** An exchange as the history keeps it; every text in it is masked, and none is longer than the limit it was stored with. */
export interface StoredExchange {
  /** Null for an exchange of which nothing more is known. */
  readonly subject: ExchangeSubject | null;
  readonly hops: readonly StoredHop[];
}

/** Masks an exchange for storing and cuts each text to `mostText` characters, in this order, so that no half of a secret is left. */
export function storeExchange(
  exchange: Exchange,
  subject: ExchangeSubject | null,
  mask: Mask,
  mostText: number,
): StoredExchange {
  const cut = (text: string) => (text.length > mostText ? text.slice(0, mostText).toWellFormed() : text);
  return {
    subject: subject === null ? null : storeSubject(subject, mask),
    hops: exchange.hops.map((hop) => storeHop(hop, mask, cut)),
  };
}

function storeSubject({ id, outcome, place }: ExchangeSubject, mask: Mask): ExchangeSubject {
  return { id, outcome: mask.text(outcome), place: place && { uri: mask.text(place.uri), line: place.line } };
}

function storeHop(hop: Hop, mask: Mask, cut: (text: string) => string): StoredHop {
  const { requestBody, failure } = hop;
  const sent = requestBody == null || requestBody.byteLength === 0 ? null : readText(requestBody);
  return {
    method: cut(mask.text(hop.method)),
    url: cut(mask.url(hop.url)),
    requestHeaders: storeFields(hop.requestHeaders, mask, cut),
    requestText: sent === null ? null : cut(mask.text(sent)),
    startedAt: hop.startedAt,
    ms: hop.ms,
    response: hop.response === null ? null : storeResponse(hop.response, mask, cut),
    failure: failure === null ? null : storeFailure(failure, mask),
  };
}

function storeResponse(response: Response, mask: Mask, cut: (text: string) => string): StoredResponse {
  const isText = !response.text.includes("\0") && !response.text.includes("\ufffd");
  const masked = isText ? mask.text(response.text) : null;
  const text = masked === null ? null : cut(masked);
  return {
    status: response.status,
    reason: cut(mask.text(response.reason)),
    headers: storeFields(response.headers, mask, cut),
    text,
    size: response.size,
    truncated: response.truncated || text?.length !== masked?.length,
  };
}

function storeFailure({ code, message }: Failure, mask: Mask): StoredHop["failure"] {
  return { code, message: mask.text(message) };
}

function storeFields(fields: readonly Field[], mask: Mask, cut: (text: string) => string): readonly Field[] {
  return fields.map(([name, value]) => [cut(mask.text(name)), cut(mask.field(name, value))]);
}

function readText(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Reads what was stored, or undefined when it is anything else; only the fields known here are taken over. */
export function readStoredExchange(value: unknown): StoredExchange | undefined {
  const hops = listOf(fieldOf(value, "hops"), readHop);
  if (hops === undefined || hops.length === 0) return undefined;
  return { subject: readSubject(fieldOf(value, "subject")) ?? null, hops };
}

function readSubject(value: unknown): ExchangeSubject | undefined {
  const [id, outcome, place] = [fieldOf(value, "id"), fieldOf(value, "outcome"), fieldOf(value, "place")];
  if (typeof id !== "string" || typeof outcome !== "string") return undefined;
  return { id, outcome, place: readNullable(place, readPlace) ?? null };
}

function readPlace(value: unknown): { readonly uri: string; readonly line: number } | undefined {
  const [uri, line] = [fieldOf(value, "uri"), fieldOf(value, "line")];
  return typeof uri === "string" && Number.isInteger(line) ? { uri, line: Number(line) } : undefined;
}

function readHop(value: unknown): StoredHop | undefined {
  const texts = { method: fieldOf(value, "method"), url: fieldOf(value, "url") };
  const [startedAt, ms] = [fieldOf(value, "startedAt"), fieldOf(value, "ms")];
  const requestHeaders = listOf(fieldOf(value, "requestHeaders"), readField);
  const requestText = fieldOf(value, "requestText");
  const response = readNullable(fieldOf(value, "response"), readResponse);
  const failure = readNullable(fieldOf(value, "failure"), readFailure);
  if (typeof texts.method !== "string" || typeof texts.url !== "string" || !isText(requestText)) return undefined;
  if (!isTime(startedAt) || !isTime(ms) || requestHeaders === undefined) return undefined;
  if (response === undefined || failure === undefined) return undefined;
  return { method: texts.method, url: texts.url, requestHeaders, requestText, startedAt, ms, response, failure };
}

function readResponse(value: unknown): StoredResponse | undefined {
  const [status, size] = [fieldOf(value, "status"), fieldOf(value, "size")];
  const [reason, text, truncated] = [fieldOf(value, "reason"), fieldOf(value, "text"), fieldOf(value, "truncated")];
  const headers = listOf(fieldOf(value, "headers"), readField);
  if (!isTime(status) || !isTime(size) || typeof reason !== "string" || !isText(text)) return undefined;
  if (headers === undefined || typeof truncated !== "boolean") return undefined;
  return { status, reason, headers, text, size, truncated };
}

function readFailure(value: unknown): StoredHop["failure"] | undefined {
  const [code, message] = [fieldOf(value, "code"), fieldOf(value, "message")];
  return typeof code === "string" && typeof message === "string" ? { code, message } : undefined;
}

function readField(value: unknown): Field | undefined {
  const [name, content] = Array.isArray(value) && value.length === 2 ? value : [];
  return typeof name === "string" && typeof content === "string" ? [name, content] : undefined;
}

function readNullable<Value>(value: unknown, read: (value: unknown) => Value | undefined): Value | null | undefined {
  return value === null ? null : read(value);
}

function listOf<Value>(value: unknown, read: (value: unknown) => Value | undefined): readonly Value[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const items = value.map(read).filter((item) => item !== undefined);
  return items.length === value.length ? items : undefined;
}

function fieldOf(value: unknown, name: string): unknown {
  const isObject = typeof value === "object" && value !== null && Object.hasOwn(value, name);
  return isObject ? (value as Readonly<Record<string, unknown>>)[name] : undefined;
}

function isText(value: unknown): value is string | null {
  return value === null || typeof value === "string";
}

function isTime(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}
