import type { Diagnosis } from "../../engine/model/diagnosis.ts";
import type { Location } from "../../engine/model/place.ts";
import { parseTargetUri } from "../../engine/targetUri.ts";
import type { Mask } from "../maskStrings.ts";
import { linkLabel } from "./annotation.ts";
import { outcomeLabel } from "./outcomeLabel.ts";
import { leaf, type OutlineNode } from "./outlineNode.ts";

/** How the same request ended before it was run again, to be shown beside how it ends now; masked. */
export interface EarlierOutcome {
  readonly request: string;
  readonly environment: string | null;
  readonly label: string;
  readonly summary: string;
  /** What was to be looked at after the fix, and the places that still use what was wrong. */
  readonly verify: readonly string[];
  readonly uses: readonly { readonly label: string; readonly location: Location }[];
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
    // The replay is what has just been done when this is shown.
    verify: diagnosis.verify.filter((line) => !line.startsWith("Replay ")).map(mask),
    uses: diagnosis.links
      .filter(({ role, file, line }) => role === "reference" && !(file === request.file && line === request.line))
      .map((link) => ({ label: mask(linkLabel(link)), location: link })),
  };
}

/** The earlier outcome as one line of the tree; once the request answers, beneath it is what remains to be done. */
export function earlierNode(before: EarlierOutcome, isMended: boolean): OutlineNode {
  const { request, environment, label, summary } = before;
  const where = environment === null ? "" : ` · ${environment}`;
  return {
    ...leaf("before", "before", `Before: ${request}`, `${label}${where}`),
    tooltip: `${request}\n\n${label}${where}\n\n${summary}`,
    icon: "history",
    isOpen: true,
    children: isMended ? remainingNodes(before) : [],
  };
}

function remainingNodes({ verify, uses }: EarlierOutcome): readonly OutlineNode[] {
  return [
    ...verify.map((line, position) => ({ ...leaf(`before/verify${position}`, "advice", line, ""), icon: "checklist" })),
    ...uses.map(({ label, location }, position) => ({
      ...leaf(`before/use${position}`, "link", label, `${location.file}:${location.line}`),
      icon: "go-to-file",
      location,
    })),
  ];
}
