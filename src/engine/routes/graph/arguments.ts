import type { Argument, Parameter } from "../facts.ts";
import type { Call, Engine } from "./engine.ts";
import { force } from "./members.ts";
import { bindTarget } from "./perform.ts";
import { isKnown, type ObjectValue, objectValue, type Scope, unknownValue, type Value } from "./values.ts";

const NONE: ReadonlyMap<string, Value> = new Map();

/** The keyword arguments of a call, those that `**options` holds among them; what it may hold besides stays under `**`. */
export function namedArguments(written: readonly Argument[], scope: Scope, engine: Engine): ReadonlyMap<string, Value> {
  if (written.every(({ name }) => name === undefined)) return NONE;
  const named = new Map<string, Value>();
  for (const { name, value } of written) {
    if (name === undefined) continue;
    const given = engine.evaluate(value, scope);
    const isSpread = name === "**" && given.kind === "object";
    if (!isSpread || given.isOpen) named.set(name, given);
    if (isSpread) for (const [each, entry] of given.entries) named.set(each, force(entry));
  }
  return named;
}

/** Binds the parameters of a function to the arguments of a call. */
export function bindParameters(
  parameters: readonly Parameter[],
  call: Pick<Call, "arguments" | "named" | "isWhole">,
  scope: Scope,
  engine: Engine,
): void {
  parameters.forEach((parameter, index) => {
    const name = parameter.target.kind === "name" ? parameter.target.name : null;
    if (parameter.isNamedRest) {
      bindTarget(parameter.target, otherNamed(parameters, call.named), scope, engine);
      return;
    }
    const given = parameter.isRest
      ? ({ kind: "list", items: call.arguments.slice(index), isWhole: true } as const)
      : (call.arguments[index] ?? (name === null ? undefined : call.named.get(name)));
    const value = given !== undefined && (isKnown(given) || parameter.otherwise === null) ? given : undefined;
    const isMissing = given === undefined && call.isWhole ? { isMissing: true as const } : {};
    const otherwise = () =>
      parameter.otherwise === null
        ? { ...unknownValue(name ?? "parameter"), ...isMissing }
        : engine.evaluate(parameter.otherwise, scope);
    const bound = value ?? otherwise();
    bindTarget(parameter.target, bound, scope, engine);
    if (parameter.isField && name !== null && scope.self?.kind === "object") scope.self.entries.set(name, bound);
  });
}

/** The keyword arguments that no parameter takes by its name. */
function otherNamed(parameters: readonly Parameter[], named: Call["named"]): ObjectValue {
  const taken = new Set(parameters.map(({ target }) => (target.kind === "name" ? target.name : "")));
  const others = [...named].filter(([name]) => name !== "**" && !taken.has(name));
  return objectValue(others, named.has("**"));
}
