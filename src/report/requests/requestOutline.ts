import type { Diagnosis, Lookup, Origins } from "../../engine/model/diagnosis.ts";
import type { Location } from "../../engine/model/place.ts";
import type { Provenance, ResolvedPart, ResolvedRequest } from "../../engine/model/request.ts";
import { createMask, type Mask, maskText } from "../../engine/secrets.ts";
import { leaf, type OutlineNode } from "../diagnosis/outlineNode.ts";
import { addedFields, joinAlike, maskedContent, originText } from "./requestParts.ts";

/** How much of a body a tooltip shows, in characters. */
const shownContent = 2_000;

/** How much of it is masked for that, in bytes. */
const readContent = 65_536;

/**
 * The request as it was sent, or as it would have been: the request line, each field, those that sending added included, the content, and
 * what the server looked up, all masked; each part says where it came from, and opening it opens that place.
 */
export function requestNode({ request, exchange, lookup }: Diagnosis): OutlineNode {
  const mask = createMask(request.secrets);
  const sent = exchange?.hops[0] ?? null;
  const added =
    sent === null ? addedFields(request) : sent.requestHeaders.filter((field) => !isWritten(request, field));
  return {
    ...leaf("request", "request", sent === null ? "Request, not sent" : "Request as sent", request.environment ?? ""),
    icon: "export",
    children: [
      lineNode(request, mask),
      ...request.headers.map((field, position) =>
        fieldNode(field, request.headerParts?.[position] ?? [], position, mask),
      ),
      ...added.map(([name, value], position) => ({
        ...leaf(`request/added${position}`, "request", `${name}: ${mask.field(name, value)}`, "added in sending"),
        icon: "symbol-field",
      })),
      ...contentNodes(request, mask),
      lookupNode(lookup, mask),
    ],
  };
}

function isWritten({ headers }: ResolvedRequest, [name, value]: readonly [string, string]): boolean {
  return headers.some(([writtenName, written]) => writtenName === name && written === value);
}

function lineNode({ method, url, urlParts, version, file, line }: ResolvedRequest, mask: Mask): OutlineNode {
  const location = file === null ? null : { file, line: line ?? 1, column: 1 };
  const label = `${method} ${mask.url(url)}${version == null ? "" : ` ${version}`}`;
  const children = pieceNodes("request/url", urlParts, mask, mask.url);
  return { ...leaf("request/line", "request", label, ""), icon: "link", location, children };
}

function fieldNode(
  [name, value]: readonly [string, string],
  parts: readonly ResolvedPart[],
  position: number,
  mask: Mask,
): OutlineNode {
  const id = `request/field${position}`;
  const pieces = pieceNodes(id, parts, mask, (text) => mask.field(name, text));
  const [only, ...more] = pieces;
  return {
    ...leaf(id, "request", `${name}: ${mask.field(name, value)}`, more.length > 0 ? "" : (only?.description ?? "")),
    icon: "symbol-field",
    location: firstPlace(parts),
    children: more.length > 0 ? pieces : [],
  };
}

function contentNodes({ body, bodyParts = [] }: ResolvedRequest, mask: Mask): readonly OutlineNode[] {
  if (body === null || body.byteLength === 0) return [];
  const text = maskedContent(body, readContent, mask);
  const label = text === null ? "Content, not a text" : "Content";
  return [
    {
      ...leaf("request/content", "request", label, `${body.byteLength} bytes`),
      tooltip: (text ?? label).slice(0, shownContent),
      icon: "symbol-string",
      location: firstPlace(bodyParts),
      // What stands in the file as it is sent needs no mention.
      children: pieceNodes(
        "request/content",
        bodyParts.filter(({ from }) => from.kind !== "written"),
        mask,
        mask.text,
      ),
    },
  ];
}

function pieceNodes(
  id: string,
  parts: readonly ResolvedPart[],
  mask: Mask,
  maskValue: (text: string) => string,
): readonly OutlineNode[] {
  return joinAlike(parts).map(({ text, from, secret }, position) => ({
    ...leaf(`${id}/${position}`, "request", shown(secret ? maskText : maskValue(text)), mask.text(originText(from))),
    icon: from.kind === "written" ? "note" : "symbol-variable",
    location: placeOf(from),
  }));
}

function shown(value: string): string {
  return value.trim() === "" ? "(empty)" : value;
}

function lookupNode({ path, identifiers, scope, from }: Lookup, mask: Mask): OutlineNode {
  const rows: readonly (readonly [string, string | null, Origins])[] = [
    ["path", path, from.path],
    ...identifiers.map(({ name, value, from: origins }) => [name, value, origins] as const),
    ["host", scope.host, from.host],
    ["version", scope.version, from.version],
    ["tenant", scope.tenant, from.tenant],
    ["region", scope.region, from.region],
  ];
  const children = rows.flatMap(([name, value, origins], position) =>
    value === null
      ? []
      : {
          ...leaf(
            `request/lookup${position}`,
            "request",
            mask.text(`${name}: ${value}`),
            mask.text(originsText(origins)),
          ),
          icon: "symbol-key",
          location: origins.map(placeOf).find((place) => place !== null) ?? null,
        },
  );
  return { ...leaf("request/lookup", "request", "Looked up", ""), icon: "search", children };
}

function originsText(origins: Origins): string {
  return [...new Set(origins.map(originText))].join(", ");
}

function firstPlace(parts: readonly ResolvedPart[]): Location | null {
  return parts.map(({ from }) => placeOf(from)).find((place) => place !== null) ?? null;
}

function placeOf(from: Provenance): Location | null {
  return "location" in from ? from.location : null;
}
