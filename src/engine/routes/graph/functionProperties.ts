import type { FunctionFact } from "../facts.ts";
import type { FunctionValue, Scope, Value } from "./values.ts";

const held = new WeakMap<Scope, Map<FunctionFact, Map<string, Value>>>();

/** Sets a property of a function, such as `plugin.autoPrefix = "/v2"`. */
export function setFunctionProperty({ scope, fact }: FunctionValue, name: string, value: Value): void {
  const inScope = held.get(scope) ?? new Map<FunctionFact, Map<string, Value>>();
  held.set(scope, inScope);
  const own = inScope.get(fact) ?? new Map<string, Value>();
  inScope.set(fact, own.set(name, value));
}

/** A property that was set on a function; undefined where none was. */
export function functionProperty({ scope, fact }: FunctionValue, name: string): Value | undefined {
  return held.get(scope)?.get(fact)?.get(name);
}
