import type { Problem, Range, TextFix } from "../../engine/model/place.ts";
import type { ResolvedRequest } from "../../engine/model/request.ts";
import type { StaticCode, StaticFinding } from "../../engine/requests/findings/staticFinding.ts";
import { unsaidProblems } from "../../engine/requests/grammar/unsaidProblems.ts";
import { createMask } from "../../engine/secrets.ts";

/** What an editor says about a stretch of a request file before anything is sent; masked, offsets are those of the file. */
export interface RequestRemark {
  readonly code: string;
  readonly message: string;
  readonly severity: "warning" | "information" | "hint";
  readonly range: Range;
  /** The edit that removes what is wrong; its title is masked, its texts are those of the file. */
  readonly fix: TextFix | null;
  /** The edit that defines the variable that is missing. */
  readonly define: TextFix | null;
}

/** What is often meant as it stands, so that it is only hinted at. */
const hints: ReadonlySet<StaticCode> = new Set<StaticCode>(["variable-shadowed", "placeholder-in-query"]);

/** Where tools differ harmlessly as long as only one of them is in use. */
const hintedProblems: ReadonlySet<string> = new Set(["tools-differ"]);

/** What a person has yet to be asked, or is told elsewhere, is nothing wrong with the file. */
const unsaid: ReadonlySet<string> = new Set(["needs-answer", "needs-response", "unknown-environment"]);

/** The remarks on one request: its findings, then what else resolving it found. */
export function remarksOfRequest(
  findings: readonly StaticFinding[],
  resolved: ResolvedRequest,
): readonly RequestRemark[] {
  const mask = createMask(resolved.secrets);
  const found = findings.flatMap((finding) => {
    const { code, message, range, fix, define = null } = finding;
    if (range === null) return [];
    const severity = hints.has(code) ? ("hint" as const) : ("warning" as const);
    const shown = fix === undefined ? null : { ...fix, title: mask.text(fix.title) };
    return [{ code, message: mask.text(message), severity, range, fix: shown, define }];
  });
  const others = unsaidProblems(resolved.problems, findings).filter(({ code }) => !unsaid.has(code));
  return [...found, ...others.map((problem) => remarkOf(problem, "warning", mask.text(problem.message)))];
}

/** The remarks on a whole file: those of its requests, then the problems of reading it, where tools disagree; each thing is said once. */
export function remarksOfFile(
  ofRequests: readonly RequestRemark[],
  problems: readonly Problem[],
): readonly RequestRemark[] {
  const mask = createMask([]);
  const ofReading = unsaidProblems(problems, ofRequests).map((problem) =>
    remarkOf(problem, hintedProblems.has(problem.code) ? "hint" : "information", mask.text(problem.message)),
  );
  const shared = new Map(ofRequests.map((remark) => [`${remark.code} ${placeOf(remark.range)}`, remark]));
  return [...shared.values(), ...ofReading].toSorted((one, other) => one.range.start - other.range.start);
}

function remarkOf({ code, range, fix }: Problem, severity: RequestRemark["severity"], message: string): RequestRemark {
  return { code, message, severity, range, fix: fix ?? null, define: null };
}

function placeOf({ start, end }: Range): string {
  return `${start}-${end}`;
}
