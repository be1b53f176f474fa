import { parseTargetUri } from "../../targetUri.ts";
import { applyCheck } from "../checks/applyCheck.ts";
import type { Experiment, Known } from "../known.ts";
import { isUnroutedForSure } from "../responses/answers.ts";

/** The configured checks that are meant for this path, each asked once. */
export function planChecks(known: Known): readonly Experiment[] {
  return known.checks.checks.flatMap((ready) => {
    const request = applyCheck(ready, known.target.segments, known.identifiers);
    if (request === null) {
      return [];
    }
    const isHere = parseTargetUri(request.url)?.origin === known.target.origin;
    return [
      {
        id: `check:${ready.check.name}`,
        role: "check",
        varies: isHere ? "path" : "host",
        why: `the configured check "${ready.check.name}"`,
        request,
        tests: ["stale-identifier/unknown-id", "lifecycle/deleted", "access-masking/masked-resource"],
        value: isUnroutedForSure(known) ? 0.1 : 0.9,
      },
    ];
  });
}
