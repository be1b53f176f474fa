import { isCredentialField } from "../../../secrets.ts";
import { type Known, reportStep, type StepReport } from "../../known.ts";
import { findMisser, isFound, isUnroutedShown } from "../../responses/answers.ts";
import { observeVariants } from "../variants.ts";
import { readMaskingCheck } from "./check.ts";
import { observeGate } from "./gate.ts";
import { observeOwnerFilter } from "./handler.ts";
import { observeTokenScopes } from "./scopes.ts";
import { observeStore } from "./store.ts";

/** Step masking: whether this 404 may stand in for 401 or 403, which one identity alone can never prove. */
export function examineMasking(known: Known): StepReport {
  const report = (status: StepReport["status"], remark: string): StepReport => ({
    id: "masking",
    status,
    remarks: [remark],
    observations: [],
  });
  const check = readMaskingCheck(known);
  const passive = [
    ...observeOwnerFilter(known),
    ...observeGate(known),
    ...observeTokenScopes(known),
    ...observeStore(known),
  ];
  const observations = [...check.observations, ...passive, ...observeVariants(known, "masking")];
  if (observations.length > 0) {
    return reportStep("masking", observations, check.remarks);
  }
  if (check.remarks.length > 0) {
    return { id: "masking", status: "inconclusive", remarks: check.remarks, observations };
  }
  if (!known.replay) {
    return report("skipped", "Nothing was sent, so nothing can be compared.");
  }
  const credentials = known.request.headers.filter(([name]) => isCredentialField(name)).map(([name]) => name);
  if (isUnroutedShown(known)) {
    return report("done", "No route took the request, so no access rule hides a resource here.");
  }
  if (findMisser(known) === "router") {
    return report(
      known.results.some(({ probe }) => isFound(known, probe)) ? "done" : "inconclusive",
      "A path that does not exist gets the same answer; only another identity would show whether something is hidden.",
    );
  }
  if (credentials.length === 0) {
    return report(
      "skipped",
      "The request carries no credentials; only one that does would show whether something is hidden from others.",
    );
  }
  return report(
    "inconclusive",
    `The request carries ${credentials.join(", ")}. Only the same request as its owner would show whether it is hidden from this identity: the check for masking compares two environments.`,
  );
}
