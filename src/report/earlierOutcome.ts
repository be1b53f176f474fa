import type { Diagnosis } from "../engine/model/diagnosis.ts";
import { parseTargetUri } from "../engine/targetUri.ts";
import type { Mask } from "./maskStrings.ts";
import { outcomeLabel } from "./outcomeLabel.ts";
import { leaf, type OutlineNode } from "./outlineNode.ts";

/** How the same request ended before it was run again, to be shown beside how it ends now; masked. */
export interface EarlierOutcome {
  readonly request: string;
  readonly environment: string | null;
  readonly label: string;
  readonly summary: string;
}

/** What is kept of a diagnosis when a newer one takes its place. */
export function summarizeEarlier(diagnosis: Diagnosis, mask: Mask): EarlierOutcome {
  const { request, verdict } = diagnosis;
  const target = parseTargetUri(request.url);
  const url = target === null ? request.url : `${target.path === "" ? "/" : target.path}${target.query}`;
  return {
    request: mask(`${request.method} ${url}`),
    environment: request.environment,
    label: outcomeLabel(diagnosis),
    summary: mask(verdict.summary),
  };
}

/** The earlier outcome as one line of the tree. */
export function earlierNode({ request, environment, label, summary }: EarlierOutcome): OutlineNode {
  const where = environment === null ? "" : ` · ${environment}`;
  return {
    ...leaf("before", "before", `Before: ${request}`, `${label}${where}`),
    tooltip: `${request}\n\n${label}${where}\n\n${summary}`,
    icon: "history",
  };
}
