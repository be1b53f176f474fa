import type { Diagnosis } from "../../engine/model/diagnosis.ts";

/** How an investigation ended in two or three words, such as `404 · version moved` or `unreachable`; holds nothing secret. */
export function outcomeLabel(diagnosis: Diagnosis): string {
  const status = diagnosis.exchange?.response?.status;
  switch (diagnosis.outcome) {
    case "answered":
      return status === undefined ? "answered" : String(status);
    case "unreachable":
      return "unreachable";
    case "refused-by-policy":
    case "not-sent":
      return diagnosis.verdict.kind === null ? "not sent" : `not sent · ${words(diagnosis.verdict.kind)}`;
    case "not-found":
    case "soft-not-found": {
      const cause = diagnosis.verdict.kind === null ? "inconclusive" : words(diagnosis.verdict.kind);
      return status === undefined ? cause : `${status} · ${cause}`;
    }
  }
}

/** A confidence between 0 and 1 as a percentage. */
export function percentage(confidence: number): string {
  return `${Math.round(confidence * 100)} %`;
}

function words(id: string): string {
  return id.replaceAll("-", " ");
}
