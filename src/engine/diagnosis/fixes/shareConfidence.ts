import type { Fix } from "../../model/diagnosis.ts";

/**
 * Fixes whose requests exclude one another share the confidence of their cause, so that together they are no surer than it is: only one of several
 * requests is the one that was meant. What is mended elsewhere keeps its own.
 */
export function shareConfidence(fixes: readonly Fix[]): readonly Fix[] {
  const isRequest = ({ kind, request }: Fix) =>
    request !== null && (kind === "edit-request" || kind === "edit-variable");
  const sent = fixes.filter(isRequest).map(({ request, environment }) => JSON.stringify([request, environment]));
  const alternatives = new Set(sent).size;
  return alternatives < 2
    ? fixes
    : fixes.map((fix) =>
        isRequest(fix) ? { ...fix, confidence: Math.floor((fix.confidence / alternatives) * 100) / 100 } : fix,
      );
}
