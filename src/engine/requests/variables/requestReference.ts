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
  readonly part: "body" | "headers";
  readonly path: string;
}

const REFERENCE = /^([\w$-]+)\.(request|response)\.(body|headers)(?:\.?(.*))?$/s;
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
  const text = reference.part === "headers" ? fieldOf(source, reference.path) : contentOf(source, reference.path);
  if (text === null) return notFound(expression, reference, source);
  const location =
    expansion.context.file === null ? null : { file: expansion.context.file, line: request.line, column: 1 };
  const from = { kind: "response", name: expression, request: reference.request, location } as const;
  const lastName = reference.path.split(/[^\w-]+/).at(-1) ?? "";
  if (reference.side === "request") return { kind: "text", text, from, location, secret: isSecretName(lastName) };
  return { kind: "final", text, from, secret: isSecretName(lastName) };
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

function fieldOf(source: ReferencedResponse, name: string): string | null {
  const wanted = name.trim().toLowerCase();
  return source.headers.find(([key]) => key.toLowerCase() === wanted)?.[1] ?? null;
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
