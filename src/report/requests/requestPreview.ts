import type { ResolvedPart, ResolvedRequest, UnresolvedVariable, WrittenRequest } from "../../engine/model/request.ts";
import { createMask, type Mask, maskText } from "../../engine/secrets.ts";
import { addedFields, joinAlike, maskedContent, originText } from "./requestParts.ts";

/** How much of a body is shown, in characters. */
const longestBody = 100_000;

/** How much of a body is masked for that, in bytes. */
const readBody = 200_000;

/** How wide the column of values is at most, in characters. */
const widestValue = 60;

/**
 * A request as it will be sent, masked: the request line, the headers, those that are added in sending included, and the body; then,
 * beneath a separator and as comments, where each part comes from. Reads as a `.http` file; lines end in LF.
 */
export function previewRequest(written: WrittenRequest, resolved: ResolvedRequest): string {
  const mask = createMask(resolved.secrets);
  const added = addedFields(resolved);
  const body = describeBody(resolved, mask);
  const version = resolved.version ?? null;
  const head = [
    ...resolved.unresolved.map((variable) => `# ${mask.text(describeMissing(variable))}`),
    `${resolved.method} ${mask.url(resolved.url)}${version === null ? "" : ` ${version}`}`,
    ...[...resolved.headers, ...added].map(([name, value]) => `${name}: ${mask.field(name, value)}`),
  ];
  const origins = [...describeOrigins(written, resolved, mask), ...describeAdded(added)];
  const sections = [
    head.join("\n"),
    ...(body === null ? [] : [body]),
    ["### Where it comes from", ...origins].join("\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}

/** What is said above a request that cannot be sent as it is. */
function describeMissing({ name, needs }: UnresolvedVariable): string {
  switch (needs?.kind) {
    case "answer":
      return `{{${name}}} is asked for when the request is sent.`;
    case "response":
      return `{{${name}}} takes its value from the response to ${needs.request}.`;
    case undefined:
      return `{{${name}}} has no value.`;
  }
}

function describeBody({ body }: ResolvedRequest, mask: Mask): string | null {
  if (body === null || body.byteLength === 0) return null;
  const text = maskedContent(body, readBody, mask);
  if (text === null) return `# The content is no text: ${body.byteLength} bytes.`;
  const shown = text.replaceAll("\r\n", "\n");
  const isCut = shown.length > longestBody || body.byteLength > readBody;
  return isCut ? `${shown.slice(0, longestBody)}\n# … (${body.byteLength} bytes in all)` : shown;
}

function describeOrigins(written: WrittenRequest, resolved: ResolvedRequest, mask: Mask): readonly string[] {
  const { environment, urlParts, headers, headerParts = [], bodyParts = [] } = resolved;
  // A body has many lines; what stands in the file as it is sent needs no mention.
  const ofBody = bodyParts.filter(({ from }) => from.kind !== "written");
  return [
    ...(environment === null ? [] : [`# Environment: ${environment}`]),
    ...describeParts("URL", urlParts, mask),
    ...headers.flatMap(([name], position) => describeParts(name, headerParts[position] ?? [], mask)),
    ...(written.bodyFile === null ? [] : ["# Body", `#   the file ${mask.text(written.bodyFile)}`]),
    ...describeParts(written.bodyFile === null ? "Body" : "Variables in the file", ofBody, mask),
  ];
}

function describeParts(title: string, parts: readonly ResolvedPart[], mask: Mask): readonly string[] {
  if (parts.length === 0) return [];
  const rows = joinAlike(parts).map(({ text, from, secret }) => {
    const value = secret ? maskText : mask.field(title, text).replace(/\s+/g, " ").trim();
    const shown = value.length > widestValue ? `${value.slice(0, widestValue - 1)}…` : value;
    return [shown === "" ? "(empty)" : shown, mask.text(originText(from))] as const;
  });
  const width = Math.max(...rows.map(([value]) => value.length));
  return [`# ${title}`, ...rows.map(([value, origin]) => `#   ${value.padEnd(width)}  ${origin}`)];
}

function describeAdded(added: ResolvedRequest["headers"]): readonly string[] {
  return added.length === 0 ? [] : [`# Added in sending: ${added.map(([name]) => name).join(", ")}`];
}
