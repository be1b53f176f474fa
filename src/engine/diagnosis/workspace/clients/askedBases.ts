import type { ResolvedRequest } from "../../../model/request.ts";
import { parseTargetUri } from "../../../targetUri.ts";
import { type OtherBase, withoutCredentials } from "./otherBases.ts";
import { isOfSite } from "./ownSite.ts";

const mostBases = 2;

/**
 * The other origins of this machine, or of the request's own site, that other requests of the same file ask for what the request asks for, for another
 * thing of its collection or for the collection itself.
 */
export function listAskedBases(request: ResolvedRequest, siblings: readonly ResolvedRequest[]): readonly OtherBase[] {
  const target = parseTargetUri(request.url);
  const found = new Map<string, OtherBase>();
  for (const sibling of target ? siblings : []) {
    const other = parseTargetUri(sibling.url);
    const isOther = other !== null && other.origin !== target?.origin && !other.authority.includes("@");
    if (target && isOther && isOfCollection(other.path, target.path) && isOfSite(sibling.url, target.host)) {
      found.set(other.origin, toBase(request, sibling, target.origin, other.origin));
    }
  }
  return [...found.values()].slice(0, mostBases);
}

/** Whether a path is the one that another lies in, or has the same in front of its last segment. */
function isOfCollection(path: string, member: string): boolean {
  const collection = member.replace(/\/[^/]*\/?$/, "");
  const asked = path.replace(/\/$/, "");
  return collection !== "" && (asked === collection || asked.replace(/\/[^/]*$/, "") === collection);
}

function toBase(request: ResolvedRequest, sibling: ResolvedRequest, own: string, other: string): OtherBase {
  return {
    own,
    name: other,
    ownLabel: own,
    label: other,
    differsIn: "environment",
    isAsked: true,
    location: { file: sibling.file ?? "", line: sibling.line ?? 1, column: 1 },
    request: { ...request, headers: withoutCredentials(request), url: other + request.url.slice(own.length) },
  };
}
