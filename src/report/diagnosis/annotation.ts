import type { Diagnosis, Link } from "../../engine/model/diagnosis.ts";
import type { Location } from "../../engine/model/place.ts";
import type { Mask } from "../maskStrings.ts";
import { percentage } from "./outcomeLabel.ts";

/** What a request line is annotated with; `code` is `cause/kind`, or null when the evidence decides nothing. */
export interface Annotation {
  readonly message: string;
  readonly severity: "error" | "warning" | "information";
  readonly code: string | null;
  readonly related: readonly { readonly message: string; readonly location: Location }[];
}

/** The annotation of a diagnosis, masked; null when there is nothing wrong with the request. */
export function annotate(diagnosis: Diagnosis, mask: Mask): Annotation | null {
  if (diagnosis.outcome === "answered") {
    return null;
  }
  const { cause, kind, confidence } = diagnosis.verdict;
  return {
    message: mask(
      cause === null ? diagnosis.verdict.summary : `${diagnosis.verdict.summary} (${unbroken(percentage(confidence))})`,
    ),
    severity: severityOf(diagnosis),
    code: cause === null || kind === null ? null : `${cause}/${kind}`,
    related: diagnosis.links.map((link) => ({ message: mask(linkLabel(link)), location: link })),
  };
}

/** The part a link plays and its label, such as `Candidate route: GET /api/v1/orders/:id`; a label that names the part stands alone. Not masked. */
export function linkLabel(link: Link): string {
  const role = link.role.replaceAll("-", " ");
  const text = link.label.toLowerCase().startsWith(role) ? link.label : `${role}: ${link.label}`;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

// A message is wrapped where it is narrow, and a sign alone on a line reads as a mistake.
function unbroken(text: string): string {
  return text.replaceAll(" ", "\u00a0");
}

function severityOf(diagnosis: Diagnosis): Annotation["severity"] {
  if (diagnosis.outcome === "refused-by-policy" && diagnosis.verdict.cause === null) {
    return "information";
  }
  const isCertain = diagnosis.outcome === "not-found" || diagnosis.request.unresolved.length > 0;
  return isCertain && diagnosis.verdict.cause !== null ? "error" : "warning";
}
