import type { ResolvedRequest } from "../../model/request.ts";
import type { ResolveContext } from "../../requests/resolve/resolveContext.ts";
import { resolveRequest } from "../../requests/resolve/resolveRequest.ts";
import { requestFromUrl } from "../../requests/sources/requestFromUrl.ts";
import type { ExistenceCheck, ExistenceChecks } from "./existenceCheck.ts";

/** A check with its variables put in; what stands in single braces is put in once the identifiers are known. */
export interface ReadyCheck {
  readonly check: ExistenceCheck;
  readonly request: ResolvedRequest;
}

/** The checks of an investigation, and a sentence for each that cannot be used. */
export interface ReadyChecks {
  readonly checks: readonly ReadyCheck[];
  readonly problems: readonly string[];
}

/** No check at all. */
export const noChecks: ReadyChecks = { checks: [], problems: [] };

/** Puts the variables of the request's own environment into its checks, so that they look in the same scope; a check carries its own fields only. */
export function resolveChecks({ checks, problems }: ExistenceChecks, context: ResolveContext): ReadyChecks {
  const ready = checks.map((check) => {
    const { url, method, headers, location } = check;
    const resolved = resolveRequest(requestFromUrl({ url, method, headers }), { ...context, variables: "resolved" });
    const place = { file: location?.file ?? null, line: location?.line ?? null };
    return { check, request: { ...resolved, ...place, name: check.name } };
  });
  const isWhole = ({ request }: ReadyCheck) => request.unresolved.length === 0;
  const missing = ready
    .filter((one) => !isWhole(one))
    .map(
      ({ check, request }) =>
        `The check "${check.name}" is left out: nothing defines {{${request.unresolved[0]?.name}}}.`,
    );
  return { checks: ready.filter(isWhole), problems: [...problems, ...missing] };
}
