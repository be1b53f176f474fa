import type { Location } from "../../model/place.ts";
import type { Expression, Traits } from "../facts.ts";
import { type Call, placeIn } from "../graph/engine.ts";
import { ABSENT, type FunctionValue, type Scope, type Value } from "../graph/values.ts";

/** What is known of the function that answers a route. */
export interface HandlerFacts {
  readonly location: Location | null;
  readonly traits: Traits | null;
  /** True when it names something that certainly does not exist. */
  readonly isMissing: boolean;
}

/** Where a value that can answer a request is written; null for anything else. */
export function locateValue(value: Value): Location | null {
  if (value.kind === "function") return placeIn(value.scope, value.fact.at);
  if (value.kind === "class") return placeIn(value.scope, value.fact.at);
  if (value.kind === "made" && value.role === "partial") return locateValue(value.data["of"] ?? ABSENT);
  if (value.kind === "object" && value.of !== null) return placeIn(value.of.scope, value.of.fact.at);
  return null;
}

/** Finds the function behind an argument, through wrappers such as `asyncHandler(list)` and `list.bind(this)`. */
export function readHandler(value: Value, expression: Expression | undefined, call: Call): HandlerFacts {
  const wrapped = expression === undefined ? null : unwrap(expression, call.scope, call);
  const found = wrapped ?? (value.kind === "function" ? value : null);
  if (found !== null) return { location: locateValue(found), traits: found.fact.traits, isMissing: false };
  const isMissing = value.kind === "absent" && /^(?:name|member|nothing)$/.test(expression?.kind ?? "");
  return { location: locateValue(value), traits: null, isMissing };
}

function unwrap(expression: Expression, scope: Scope, call: Call): FunctionValue | null {
  if (expression.kind !== "call") return null;
  const { callee } = expression;
  const isBind = callee.kind === "member" && callee.name === "bind";
  const inner = isBind ? [callee.of] : expression.arguments.map((argument) => argument.value);
  for (const each of inner) {
    if (each.kind === "call") {
      const found = unwrap(each, scope, call);
      if (found !== null) return found;
      // What is given nothing can only make the handler.
      const made = each.arguments.length === 0 ? call.engine.evaluate(each, scope) : ABSENT;
      if (made.kind === "function") return made;
    } else if (each.kind === "name" || each.kind === "member" || each.kind === "function") {
      const value = call.engine.evaluate(each, scope);
      if (value.kind === "function") return value;
    }
  }
  return null;
}
