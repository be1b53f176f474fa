import type { ResolvedRequest } from "../model/request.ts";
import { parseTargetUri } from "../targetUri.ts";

/** Somebody who may ask: the name a person knows them by, and the request as they would send it. */
export interface Identity {
  readonly name: string;
  readonly request: ResolvedRequest;
}

/** Whom a person chose to compare for the masking check: who owns the thing, and at least one who does not. */
export interface Identities {
  readonly owner: Identity;
  readonly others: readonly Identity[];
}

/** Everybody of the check, the owner first; nobody when none was chosen. */
export function listIdentities(identities: Identities | null): readonly Identity[] {
  return identities === null ? [] : [identities.owner, ...identities.others];
}

/**
 * Why the request of one identity cannot be compared with another's, in one sentence, or null when it can. The check changes
 * credentials only, and sends them to the one origin that they are configured for.
 */
export function whyIncomparable({ name, request }: Identity, asked: ResolvedRequest): string | null {
  const target = parseTargetUri(request.url);
  const own = parseTargetUri(asked.url);
  const [missing] = request.unresolved;
  if (missing !== undefined) {
    return `${name} does not define {{${missing.name}}}.`;
  }
  if (target === null || own === null) {
    return `${name} gives no URL that can be asked.`;
  }
  if (target.origin !== own.origin) {
    return `${name} asks another host, ${target.origin}: identities are compared at one.`;
  }
  return target.path === own.path ? null : `${name} asks another path, ${target.path}: only the identity may differ.`;
}

/** Whether two requests go over the wire as one and the same. */
export function isSentAlike(one: ResolvedRequest, other: ResolvedRequest): boolean {
  return (
    one.method === other.method &&
    one.url === other.url &&
    JSON.stringify(one.headers) === JSON.stringify(other.headers)
  );
}
