import type { CallExpression, Expression, Step } from "../facts.ts";
import type { Engine } from "../graph/engine.ts";
import type { RouterNode } from "../graph/routers.ts";
import type { FunctionValue } from "../graph/values.ts";

/** The routers that a middleware calls with the request and response it is given: `(req, res, next) => router(req, res, next)`. */
export function routersCalledIn({ fact, scope }: FunctionValue, engine: Engine): readonly RouterNode[] {
  const own = fact.parameters.flatMap(({ target }) => (target.kind === "name" ? [target.name] : []));
  if (own.length < 2) return [];
  const found = new Set<RouterNode>();
  for (const { callee, arguments: given } of callsIn(engine.lookedAt.bodyOf(fact))) {
    const names = given.map(({ value }) => (value.kind === "name" ? value.name : null));
    if (names.length < 2 || names[0] !== own[0] || names[1] !== own[1]) continue;
    const value = engine.evaluate(callee, scope);
    const router = value.kind === "bound" && value.name === "handle" ? value.of : value;
    if (router.kind === "router") found.add(router.node);
  }
  return [...found];
}

function callsIn(steps: readonly Step[]): readonly CallExpression[] {
  return steps.flatMap((step) => {
    if (step.kind === "branch") return step.cases.flatMap((each) => callsIn(each.body));
    if (step.kind === "loop") return callsIn(step.body);
    return step.kind === "do" || step.kind === "return" ? callsOf(step.value) : [];
  });
}

function callsOf(value: Expression): readonly CallExpression[] {
  if (value.kind === "either") return value.options.flatMap(callsOf);
  return value.kind === "call" ? [value] : [];
}
