import type { Problem, TextFix } from "../../model/place.ts";
import type { ResolvedRequest, WrittenRequest } from "../../model/request.ts";
import type { StaticCode, StaticFinding } from "./staticFinding.ts";

/** The problems of reading and resolving a request that are findings, by their code. */
const CODES: ReadonlyMap<string, StaticCode> = new Map<string, StaticCode>([
  ["unresolved-variable", "unresolved-variable"],
  ["variable-cycle", "unresolved-variable"],
  ["variable-explosion", "unresolved-variable"],
  ["reference-not-found", "unresolved-variable"],
  ["unclosed-variable", "unresolved-variable"],
  ["quoted-variable", "quoted-variable"],
  ["empty-variable", "empty-variable"],
  ["spaced-variable", "spaced-variable"],
  ["variable-shadowed", "variable-shadowed"],
  ["version-before-query", "version-before-query"],
]);

/** The flaws of the variables that a request uses, and of the version on its request line. */
export function findVariableFlaws(written: WrittenRequest, resolved: ResolvedRequest): readonly StaticFinding[] {
  const unresolved = new Map(resolved.unresolved.map((variable) => [variable.name, variable]));
  return resolved.problems.flatMap((problem) => {
    const code = CODES.get(problem.code);
    if (code === undefined) return [];
    const range = resolved.file === null && written.urlRanges.length === 0 ? null : problem.range;
    const location = resolved.file === null ? null : { file: resolved.file, line: problem.line, column: 1 };
    const missing = code === "unresolved-variable" ? unresolved.get(nameIn(problem)) : undefined;
    const fix = range === null ? null : fixOf(code, problem, missing?.similar[0]);
    const define = range === null ? undefined : missing?.define;
    const finding = { code, message: problem.message, range, location };
    return [{ ...finding, ...(fix === null ? {} : { fix }), ...(define === undefined ? {} : { define }) }];
  });
}

function nameIn({ message }: Problem): string {
  return /\{\{(.*?)\}\}/.exec(message)?.[1] ?? "";
}

function fixOf(code: StaticCode, problem: Problem, better: string | undefined): TextFix | null {
  const { range } = problem;
  if (problem.fix !== undefined) return problem.fix;
  if (code === "version-before-query") return { title: "Remove the version", newText: "", range };
  return better === undefined ? null : { title: `Use {{${better}}}`, newText: `{{${better}}}`, range };
}
