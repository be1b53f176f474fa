import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { Files } from "../../ports.ts";
import { findOtherBase } from "../experiments/scopes/otherBases.ts";
import type { Experiment, Known } from "../known.ts";
import { isDeaf, isFound, isRouted } from "../responses/answers.ts";
import { editBase } from "./editBase.ts";
import { editField, findFieldChange } from "./editField.ts";
import { editUrl } from "./editUrl.ts";

/** The changes that a probe of the leading kind already showed to work: the variant itself, as an edit where it is one of the URL. */
export async function proposeVariants(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  const fixes: Fix[] = [];
  for (const { experiment, probe } of known.results) {
    const isOfKind = experiment.tests.some((id) => id === `${top.cause}/${top.kind}`);
    const isElsewhere = experiment.role === "elsewhere" || experiment.role === "identity";
    // What only turns a proxy's fault round, and what is asked beside a variant, is proof, not a cure.
    const isProofOnly = /^(?:doubled-prefix$|replaced-prefix$|join:|kept:|control:)/.test(experiment.id);
    const isVariant = (experiment.role === "variant" && !isProofOnly) || isElsewhere;
    if (!isOfKind || !isVariant || isDeaf(known, experiment.id) || !(isFound(known, probe) || isRouted(known, probe))) {
      continue;
    }
    const { environment } = experiment.request;
    const field = isElsewhere ? null : findFieldChange(known, experiment.request);
    const edit = field ? await editField(known, field, files) : null;
    const isMoved = probe.url !== known.request.url;
    const base = findOtherBase(known, experiment);
    const change = isElsewhere || base || !isMoved ? null : await editUrl(known, probe.url, files);
    fixes.push({
      kind: top.cause === "cached-miss" ? "wait" : (change?.kind ?? "edit-request"),
      title: field
        ? `Send ${field.name}: ${field.value}`
        : base
          ? `Use ${base.label} in the place of ${base.ownLabel}`
          : titleOf(known, top, experiment),
      confidence: top.confidence,
      // That the answer past a cache is another one does not show that waiting helps.
      verified: probe.method === known.request.method && isFound(known, probe) && top.cause !== "cached-miss",
      request: { method: known.request.method, url: probe.url },
      edit: top.cause === "cached-miss" ? null : base ? await editBase(known, base, files) : (change?.edit ?? edit),
      ...(isElsewhere && environment !== null ? { environment } : {}),
    });
  }
  return fixes.slice(0, 3);
}

function titleOf(known: Known, top: RankedCause, { role, request }: Experiment): string {
  const { url, headers, environment } = request;
  if (role === "elsewhere" || role === "identity") {
    return `Select environment ${environment ?? ""}`.trim();
  }
  if (top.cause === "cached-miss") {
    return "Let the stored 404 expire, or invalidate this one URL";
  }
  if (url !== known.request.url) {
    return `Use ${url.startsWith(known.target.origin) ? url.slice(known.target.origin.length) : url}`;
  }
  const sent = missingIn(known.request.headers, headers);
  const leftOut = missingIn(headers, known.request.headers);
  return sent.length > 0
    ? `Send ${sent.join(", ")}, as another request of the file does`
    : `Leave ${leftOut.join(", ") || "the field"} out`;
}

type Fields = readonly (readonly [string, string])[];

/** The names of the fields that `others` hold and `own` do not hold alike; values may be credentials and stay unnamed. */
function missingIn(own: Fields, others: Fields): readonly string[] {
  const isHeld = ([name, value]: readonly [string, string]) =>
    own.some(([one, held]) => one.toLowerCase() === name.toLowerCase() && held === value);
  return [...new Set(others.filter((field) => !isHeld(field)).map(([name]) => name))];
}
