import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { Files } from "../../ports.ts";
import type { Known } from "../known.ts";
import { isFound } from "../responses/answers.ts";
import { editField, findFieldChange } from "./editField.ts";
import { editUrl } from "./editUrl.ts";

/** The changes that a probe of the leading kind already showed to work: the variant itself, as an edit where it is one of the URL. */
export async function proposeVariants(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  const fixes: Fix[] = [];
  for (const { experiment, probe } of known.results) {
    const isOfKind = experiment.tests.some((id) => id === `${top.cause}/${top.kind}`);
    const isElsewhere = experiment.role === "elsewhere" || experiment.role === "identity";
    // What only turns a proxy's fault round is proof, not a cure.
    const isProofOnly = experiment.id === "doubled-prefix" || experiment.id.startsWith("join:");
    const isVariant = (experiment.role === "variant" && !isProofOnly) || isElsewhere;
    if (!isOfKind || !isVariant || !isFound(known, probe)) {
      continue;
    }
    const { environment } = experiment.request;
    const field = isElsewhere ? null : findFieldChange(known, experiment.request);
    const edit = field ? await editField(known, field, files) : null;
    const change = isElsewhere || field ? null : await editUrl(known, probe.url, files);
    fixes.push({
      kind: top.cause === "cached-miss" ? "wait" : (change?.kind ?? "edit-request"),
      title: field ? `Send ${field.name}: ${field.value}` : titleOf(known, top, environment, isElsewhere, probe.url),
      confidence: top.confidence,
      verified: probe.method === known.request.method,
      request: { method: known.request.method, url: probe.url },
      edit: top.cause === "cached-miss" ? null : (change?.edit ?? edit),
      ...(isElsewhere && environment !== null ? { environment } : {}),
    });
  }
  return fixes.slice(0, 3);
}

function titleOf(
  known: Known,
  top: RankedCause,
  environment: string | null,
  isElsewhere: boolean,
  url: string,
): string {
  if (isElsewhere) {
    return `Select environment ${environment ?? ""}`.trim();
  }
  if (top.cause === "cached-miss") {
    return "Let the stored 404 expire, or invalidate this one URL";
  }
  const path = url.startsWith(known.target.origin) ? url.slice(known.target.origin.length) : url;
  return url === known.request.url ? "Send the missing field" : `Use ${path}`;
}
