import type { Location, Problem, Range } from "../../model/place.ts";
import { dotenvEnvironment, sharedEnvironment } from "../environments/environmentSet.ts";
import type { ResolveContext } from "../resolve/resolveContext.ts";
import type { VariableScope } from "./variableScope.ts";
import type { Value } from "./variableValue.ts";

/** The best place to define a variable: beside the values of the environment in use, else at the top of the request file. */
export function defineAt(context: ResolveContext, scope: VariableScope): Location | null {
  const { environments, names } = context.environments;
  const preferred = scope.environment === null ? [sharedEnvironment, ...names] : [scope.environment, sharedEnvironment];
  for (const name of preferred) {
    const values = [...(environments.get(name)?.values() ?? [])];
    const value = values.find((candidate) => !candidate.secret) ?? values[0];
    if (value !== undefined && name !== dotenvEnvironment) return value.location;
  }
  return context.file === null ? null : { file: context.file, line: 1, column: 1 };
}

/** The problem that says why a variable has no value, and what would give it one. */
export function problemOf(
  missing: Extract<Value, { kind: "missing" }>,
  name: string,
  similar: readonly string[],
  range: Range,
  scope: VariableScope,
): Problem {
  const { line } = scope.lines.positionAt(range.start);
  const message = missing.message ?? undefinedMessage(name, similar, scope.definedBy(name), scope.setByScript(name));
  return { code: missing.code, message, range, line };
}

function undefinedMessage(
  name: string,
  similar: readonly string[],
  definedBy: readonly string[],
  scriptLine: number | null,
): string {
  if (definedBy.length > 0) {
    const noun = definedBy.length === 1 ? "environment" : "environments";
    return `{{${name}}} is defined only in the ${noun} ${definedBy.join(", ")}; choose one.`;
  }
  if (scriptLine !== null) {
    return `A script sets {{${name}}} at line ${scriptLine}, and scripts are never run here; give its value with --var, or define it.`;
  }
  const hint = similar[0] === undefined ? "" : ` Did you mean {{${similar[0]}}}?`;
  return `Nothing defines the variable {{${name}}}.${hint}`;
}
