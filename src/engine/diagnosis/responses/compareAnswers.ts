import type { Probe } from "../../model/diagnosis.ts";
import { compareSignatures, signResponse } from "./signature.ts";

/** How near two answers are: the same bytes, the same but for what a request repeats of itself, or different in the parts named. */
export type AnswerComparison =
  | { readonly kind: "same-bytes" }
  | { readonly kind: "alike" }
  | { readonly kind: "different"; readonly in: readonly string[] };

/** Compares what came back to two probes, contents byte by byte and fields by their signature; null when one got no response. */
export function compareAnswers(one: Probe, other: Probe): AnswerComparison | null {
  const first = one.exchange.response;
  const second = other.exchange.response;
  if (first === null || second === null) {
    return null;
  }
  const compared = compareSignatures(signResponse(first, one.url), signResponse(second, other.url));
  if (compared.kind === "different") {
    return compared;
  }
  return Buffer.compare(first.body, second.body) === 0 ? { kind: "same-bytes" } : { kind: "alike" };
}
