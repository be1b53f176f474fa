import type { Fix, Link, RankedCause } from "../../../model/diagnosis.ts";
import type { Files } from "../../../ports.ts";
import { joinPath, parseTargetUri } from "../../../targetUri.ts";
import type { Known } from "../../known.ts";
import { findHolders, holderWords } from "./holders.ts";

const ofThePath = new Set(["version-moved", "path-moved", "path-typo", "case"]);

/**
 * The other places of the workspace that use a path which moved, as far as it names no identifier (`/api/v2/orders`). None for
 * other causes, and where the first fix leaves that part of the path as it is.
 */
export async function findStaleUses(
  known: Known,
  top: RankedCause | undefined,
  [fix]: readonly Fix[],
  files: Files,
): Promise<readonly Link[]> {
  const { target, identifiers, request } = known;
  const stem = joinPath(target.segments.slice(0, identifiers[0]?.segment ?? target.segments.length));
  const fixed = fix?.request ? parseTargetUri(fix.request.url) : null;
  const isStale = top?.cause === "route-drift" && ofThePath.has(top.kind) && fixed !== null;
  if (!isStale || target.segments.length < 2 || `${fixed.path}/`.startsWith(`${stem}/`)) {
    return [];
  }
  const { file, line } = request;
  const own = file === null || line === null ? [] : [{ file, line, column: 1 }];
  const uses = (await findHolders(stem, files, own)).filter(({ isRecord }) => !isRecord);
  return uses.map(({ kind, location }) => ({
    ...location,
    role: "reference",
    label: `${stem} in ${holderWords[kind]}`,
  }));
}
