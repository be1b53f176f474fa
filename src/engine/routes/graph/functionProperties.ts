import type { FunctionFact } from "../facts.ts";
import type { FunctionValue, Scope, Value } from "./values.ts";

const held = new WeakMap<Scope, Map<FunctionFact, Map<string, Value>>>();

/** A method is one function, whatever it is bound to. */
function scopeOf({ scope, home }: FunctionValue): Scope {
  return home?.scope ?? scope;
}

/** Sets a property of a function, such as `plugin.autoPrefix = "/v2"`. */
export function setFunctionProperty(of: FunctionValue, name: string, value: Value): void {
  const scope = scopeOf(of);
  const inScope = held.get(scope) ?? new Map<FunctionFact, Map<string, Value>>();
  held.set(scope, inScope);
  const own = inScope.get(of.fact) ?? new Map<string, Value>();
  inScope.set(of.fact, own.set(name, value));
}

/** A property that was set on a function; undefined where none was. */
export function functionProperty(of: FunctionValue, name: string): Value | undefined {
  return held.get(scopeOf(of))?.get(of.fact)?.get(name);
}
