import type { Problem, Range } from "../engine/model/place.ts";
import type { ResolvedRequest } from "../engine/model/request.ts";
import type { StaticCode, StaticFinding, StaticFix } from "../engine/requests/staticFinding.ts";
import { createMask } from "../engine/secrets.ts";

/** What an editor says about a stretch of a request file before anything is sent; masked, offsets are those of the file. */
export interface RequestRemark {
  readonly code: string;
  readonly message: string;
  readonly severity: "warning" | "information" | "hint";
  readonly range: Range;
  /** The edit that removes what is wrong; its title is masked, its text is what the file will hold. */
  readonly fix: StaticFix | null;
}

/** What is often meant as it stands, so that it is only hinted at. */
const hints: ReadonlySet<StaticCode> = new Set<StaticCode>(["variable-shadowed", "placeholder-in-query"]);

/** What a person has yet to be asked, or is told elsewhere, is nothing wrong with the file. */
const unsaid: ReadonlySet<string> = new Set(["needs-answer", "needs-response", "unknown-environment"]);

/** The remarks on one request: its findings, then what else resolving it found. */
export function remarksOfRequest(
  findings: readonly StaticFinding[],
  resolved: ResolvedRequest,
): readonly RequestRemark[] {
  const mask = createMask(resolved.secrets);
  const found = findings.flatMap((finding) => {
    const { code, message, range, fix } = finding;
    if (range === null) return [];
    const severity = hints.has(code) ? ("hint" as const) : ("warning" as const);
    const shown = fix === undefined ? null : { ...fix, title: mask.text(fix.title) };
    return [{ code, message: mask.text(message), severity, range, fix: shown }];
  });
  const known = new Set(found.map(({ range }) => placeOf(range)));
  const others = resolved.problems.filter(({ code, range }) => !unsaid.has(code) && !known.has(placeOf(range)));
  return [...found, ...others.map((problem) => remarkOf(problem, "warning", mask.text(problem.message)))];
}

/** The remarks on a whole file: those of its requests, then the problems of reading it, where tools disagree; each thing is said once. */
export function remarksOfFile(
  ofRequests: readonly RequestRemark[],
  problems: readonly Problem[],
): readonly RequestRemark[] {
  const ofReading = problems.map((problem) => remarkOf(problem, "information", createMask([]).text(problem.message)));
  const remarks = new Map<string, RequestRemark>();
  for (const remark of [...ofRequests, ...ofReading]) {
    const key = `${remark.code} ${placeOf(remark.range)}`;
    if (!remarks.has(key)) remarks.set(key, remark);
  }
  return [...remarks.values()].toSorted((one, other) => one.range.start - other.range.start);
}

function remarkOf({ code, range }: Problem, severity: RequestRemark["severity"], message: string): RequestRemark {
  return { code, message, severity, range, fix: null };
}

function placeOf({ start, end }: Range): string {
  return `${start}-${end}`;
}
