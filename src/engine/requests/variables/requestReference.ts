import type { RecordedResponse, WrittenRequest } from "../../model/request.ts";
import { isSecretName } from "../../secrets.ts";
import { findRequestByName } from "../grammar/findRequest.ts";
import type { Expansion } from "./expandText.ts";
import { findByJsonPath } from "./jsonPath.ts";
import type { Value } from "./variableValue.ts";
import { findByXPath } from "./xmlPath.ts";

/** A response that a request reference may take its value from. */
export type ReferencedResponse = Pick<RecordedResponse, "status" | "headers" | "body">;

/** A reference cut into the request it names, the side it means and the path within its content or the name of a field. */
interface Reference {
  readonly request: string;
  readonly side: "request" | "response";
  readonly part: "body" | "headers" | "cookies";
  readonly path: string;
}

const REFERENCE = /^([\w$-]+)\.(request|response)\.(body|headers|cookies)(?:\.?(.*))?$/s;
const SHORT_REFERENCE = /^([\w$-]+)((?:\.|\[).+)$/s;

/**
 * The value of `{{name.response.body.$.path}}`, `.headers.Name`, an XPath, or httpYac's `{{name.path}}`; null when the expression refers
 * to no request. Where nothing was received yet the value is missing and names the request to send first.
 */
export function evaluateReference(expansion: Expansion, expression: string): Value | null {
  const reference = readReference(expansion, expression);
  if (reference === null) return null;
  const request = findRequestByName(expansion.context.parsed, reference.request);
  if (request === null) {
    const message = `{{${expression}}} refers to a request named ${reference.request}, and there is none in this file.`;
    return { kind: "missing", code: "unresolved-variable", message };
  }
  const source = reference.side === "response" ? responseOf(expansion, request) : asSent(request);
  if (source === null) return sendFirst(expression, reference.request);
  const text = findIn(source, reference);
  if (text === null) return notFound(expression, reference, source);
  const location =
    expansion.context.file === null ? null : { file: expansion.context.file, line: request.line, column: 1 };
  const from = { kind: "response", name: expression, request: reference.request, location } as const;
  const secret = isSecret(reference);
  if (reference.side === "request") return { kind: "text", text, from, location, secret };
  return { kind: "final", text, from, secret };
}

/** The value of a cookie is one, and so is what is named like a key. */
function isSecret({ part, path }: Reference): boolean {
  const words = path.split(/[^\w-]+/).filter((word) => word !== "");
  return part === "cookies" ? words.at(-1) === "value" : isSecretName(words.at(-1) ?? "");
}

function readReference(expansion: Expansion, expression: string): Reference | null {
  const full = REFERENCE.exec(expression);
  if (full !== null) {
    const [, request, side, part, path] = full;
    return {
      request: request as string,
      side: side as Reference["side"],
      part: part as Reference["part"],
      path: path ?? "",
    };
  }
  const short = SHORT_REFERENCE.exec(expression);
  if (short === null || findRequestByName(expansion.context.parsed, short[1] as string) === null) return null;
  return { request: short[1] as string, side: "response", part: "body", path: `$${short[2]}` };
}

function responseOf(expansion: Expansion, request: WrittenRequest): ReferencedResponse | null {
  return expansion.context.responses?.get(request.name ?? "") ?? request.recorded;
}

function asSent(request: WrittenRequest): ReferencedResponse {
  return { status: 0, headers: request.headers.map((field) => [field.name, field.value]), body: request.body ?? "" };
}

function findIn(source: ReferencedResponse, { part, path }: Reference): string | null {
  if (part === "headers") return fieldOf(source, path);
  return part === "cookies" ? cookieOf(source, path) : contentOf(source, path);
}

/** A field by its name; Kulala counts fields of the same name from 0 in brackets. */
function fieldOf(source: ReferencedResponse, path: string): string | null {
  const [, name = "", index] = /^(.*?)(?:\[(\d{1,4})\])?$/s.exec(path.trim()) ?? [];
  const values = source.headers.filter(([key]) => key.toLowerCase() === name.toLowerCase());
  return values[Number(index ?? 0)]?.[1] ?? null;
}

/** Kulala's `name.value`, or an attribute such as `name.path`, of a cookie that the response sets. */
function cookieOf(source: ReferencedResponse, path: string): string | null {
  const [, name, attribute] = /^(.+)\.([a-z]+)$/.exec(path.trim()) ?? [];
  for (const [key, field] of source.headers) {
    if (key.toLowerCase() !== "set-cookie") continue;
    const [own = "", ...attributes] = field.split(";").map((piece) => piece.trim());
    if (own.slice(0, own.indexOf("=")) !== name) continue;
    if (attribute === "value") return own.slice(own.indexOf("=") + 1);
    return attributes.find((each) => each.toLowerCase().startsWith(`${attribute}=`))?.replace(/^[^=]*=/, "") ?? null;
  }
  return null;
}

function contentOf(source: ReferencedResponse, path: string): string | null {
  const trimmed = path.trim();
  if (trimmed === "" || trimmed === "*") return source.body;
  return trimmed.startsWith("/") || trimmed.startsWith("string(")
    ? findByXPath(source.body, trimmed)
    : findByJsonPath(source.body, trimmed);
}

function sendFirst(expression: string, request: string): Value {
  const message = `{{${expression}}} takes its value from the response to ${request}; send that request first.`;
  return { kind: "missing", code: "needs-response", message, needs: { kind: "response", request } };
}

function notFound(expression: string, reference: Reference, source: ReferencedResponse): Value {
  const status = reference.side === "response" ? ` (status ${source.status})` : "";
  const message = `The ${reference.side} of ${reference.request}${status} holds nothing for {{${expression}}}.`;
  return { kind: "missing", code: "reference-not-found", message };
}
