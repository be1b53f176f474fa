import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import { findSplitIdentifier } from "../identifiers/splitIdentifier.ts";
import type { Known } from "../known.ts";

/** How each framework writes a parameter that takes slashes as well. */
const takingSlashes: Readonly<Record<string, (name: string) => string>> = {
  fastapi: (name) => `{${name}:path}`,
  flask: (name) => `<path:${name}>`,
  django: (name) => `<path:${name}>`,
  bottle: (name) => `<${name}:path>`,
  falcon: (name) => `{${name}:path}`,
  pyramid: (name) => `{${name}:.*}`,
};

/** The route's parameter made to take slashes, where an identifier that holds some falls apart before it is routed. */
export function proposeSplit(known: Known, top: RankedCause): readonly Fix[] {
  const split = top.kind === "id-encoding" ? findSplitIdentifier(known) : null;
  if (split === null) {
    return [];
  }
  const { near, parameter } = split;
  const { framework, file, line } = near.route;
  const written = takingSlashes[framework]?.(parameter.replace(/[{}*]/g, ""));
  return [
    {
      kind: "edit-route",
      title: `Let the route take an identifier with slashes${written === undefined ? "" : `, by ${written}`}: ${file}:${line}`,
      confidence: top.confidence,
      verified: false,
      request: { method: known.request.method, url: known.request.url },
      edit: null,
    },
  ];
}
