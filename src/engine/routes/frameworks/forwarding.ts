import type { Location } from "../../model/place.ts";
import type { CallExpression, Expression, Step } from "../facts.ts";
import type { Engine } from "../graph/engine.ts";
import type { RouterNode } from "../graph/routers.ts";
import type { FunctionValue } from "../graph/values.ts";

/**
 * The routers that a middleware calls with the request and response it is given: `(req, res, next) => router(req, res, next)`. Those between
 * which and something else an expression chooses are noted as handed to `at`, where they cannot be followed.
 */
export function routersCalledIn({ fact, scope }: FunctionValue, engine: Engine, at: Location): readonly RouterNode[] {
  const own = fact.parameters.flatMap(({ target }) => (target.kind === "name" ? [target.name] : []));
  if (own.length < 2) return [];
  const found = new Set<RouterNode>();
  for (const given of valuesIn(engine.lookedAt.bodyOf(fact))) {
    for (const call of callsOf(given)) {
      const names = call.arguments.map(({ value }) => (value.kind === "name" ? value.name : null));
      if (names.length < 2 || names[0] !== own[0] || names[1] !== own[1]) continue;
      const value = engine.evaluate(call.callee, scope);
      const router = value.kind === "bound" && value.name === "handle" ? value.of : value;
      if (router.kind !== "router") continue;
      if (given === call) found.add(router.node);
      else router.node.escaped ??= at;
    }
  }
  return [...found];
}

/** What the statements of a body do and give back. */
function valuesIn(steps: readonly Step[]): readonly Expression[] {
  return steps.flatMap((step) => {
    if (step.kind === "branch") return step.cases.flatMap((each) => valuesIn(each.body));
    if (step.kind === "loop") return valuesIn(step.body);
    return step.kind === "do" || step.kind === "return" ? [step.value] : [];
  });
}

function callsOf(value: Expression): readonly CallExpression[] {
  if (value.kind === "either") return value.options.flatMap(callsOf);
  return value.kind === "call" ? [value] : [];
}
