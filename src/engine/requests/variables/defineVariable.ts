import type { TextFix } from "../../model/place.ts";
import { isSecretName } from "../../secrets.ts";
import { type EnvironmentHome, sharedEnvironment } from "../environments/environmentSet.ts";
import type { ResolveContext } from "../resolve/resolveContext.ts";
import type { VariableScope } from "./variableScope.ts";

const NAME = /^[A-Za-z_][\w-]{0,100}$/;

/**
 * The edit that defines a variable, for a person to put its value in: in the nearest file of the environment in use, a private one where
 * the name is that of a secret; without an environment at the top of the request file, where no secret belongs. Null where neither is there.
 */
export function defineVariable(name: string, context: ResolveContext, scope: VariableScope): TextFix | null {
  if (!NAME.test(name)) return null;
  const environment = scope.environment ?? sharedEnvironment;
  const homes = context.environments.homes.get(environment) ?? [];
  const home = homes.find(({ secret }) => secret === isSecretName(name));
  if (home !== undefined) return defineIn(home, name, environment);
  return isSecretName(name) || context.environments.names.length > 0 ? null : defineAbove(name, context);
}

function defineIn({ file, range, text, before, after }: EnvironmentHome, name: string, environment: string): TextFix {
  const place = environment === sharedEnvironment ? "for all environments" : `in environment ${environment}`;
  const start = `${before}${JSON.stringify(name)}: "`;
  const newText = `${start}"${after}`;
  return { title: `Define ${name} ${place}`, newText, range, caret: start.length, other: { file, text } };
}

function defineAbove(name: string, { file, text, parsed }: ResolveContext): TextFix | null {
  if (file === null || /\.(?:md|markdown)$/i.test(file)) return null;
  const first = parsed.requests[0]?.startLine ?? 1;
  const last = parsed.variables.findLast(({ line }) => line < first);
  const title = `Define ${name} at the top of this file`;
  const definition = `@${name} = `;
  if (last === undefined) {
    const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
    return { title, newText: `${definition}\n\n`, range: { start, end: start }, caret: definition.length };
  }
  const newText = `\n${definition}`;
  return { title, newText, range: { start: last.range.end, end: last.range.end }, caret: newText.length };
}
