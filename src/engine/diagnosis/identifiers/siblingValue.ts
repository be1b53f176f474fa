import type { ResolvedRequest } from "../../model/request.ts";
import { parseTargetUri } from "../../targetUri.ts";
import type { Known } from "../known.ts";
import { shapeOf } from "./identifiers.ts";

/** The identifier of a sibling that asks the same origin for the same path but for that one segment. */
export function siblingValue(known: Known, sibling: ResolvedRequest, segment: number): string | null {
  const target = parseTargetUri(sibling.url);
  if (!target || sibling.method !== "GET" || target.origin !== known.target.origin || sibling.unresolved.length > 0) {
    return null;
  }
  const isSame =
    target.segments.length === known.target.segments.length &&
    target.segments.every((text, index) => index === segment || text === known.target.segments[index]);
  const value = target.segments[segment];
  return isSame && value !== undefined && value !== known.target.segments[segment] && shapeOf(value) !== null
    ? value
    : null;
}
