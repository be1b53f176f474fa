import type { StaticCode, StaticFinding } from "../../../requests/findings/staticFinding.ts";
import type { Known, Observation } from "../../known.ts";
import type { RuleId } from "../../verdict/weights/index.ts";

const rules: Readonly<Partial<Record<StaticCode, RuleId>>> = {
  "placeholder-in-path": "placeholder-in-path",
  "segments-repeated": "segments-repeated",
  "segment-lost-by-join": "segment-lost-by-join",
  "stray-character": "stray-character",
  "number-rounded": "number-rounded",
  "identifier-unencoded": "identifier-unencoded",
};

/** What is wrong with the request before it is sent, as far as it speaks for a cause; each code once. */
export function observeFindings(known: Known): readonly Observation[] {
  const first = new Map<StaticCode, StaticFinding>();
  for (const finding of known.findings) {
    if (!first.has(finding.code)) {
      first.set(finding.code, finding);
    }
  }
  return [...first.values()].flatMap((finding) => {
    const { message, location } = finding;
    const isGap = finding.code === "empty-variable" && known.target.segments.includes("");
    const rule = isGap ? "variable-empty" : rules[finding.code];
    return rule ? [{ step: "capture", rule, statement: message, claim: message, probe: null, location }] : [];
  });
}

/** The findings that only deserve to be said. */
export function remarkFindings(known: Known): readonly string[] {
  return known.findings
    .filter(({ code }) => !rules[code] && code !== "unresolved-variable")
    .map(({ message }) => message);
}
