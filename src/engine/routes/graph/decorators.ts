import type { Expression } from "../facts.ts";
import { type Engine, placeIn } from "./engine.ts";
import { prototypeOf } from "./metadata.ts";
import { type ClassValue, objectValue, type Scope, type Value } from "./values.ts";

/** Names under which decorators of one's own register routes; others would only be run in vain. */
const NAMES =
  /^(?:http|api|route|path|endpoint|mapping|request\w*|controller|all)$|(?:get|post|put|patch|delete|route|mapping|controller|endpoint)$/i;

/** Runs the decorators of a class that are functions of the workspace, as the language does when the class is declared. */
export function runDecorators(of: ClassValue, engine: Engine): void {
  if (of.scope.file.endsWith(".py")) return;
  for (const member of of.fact.members) {
    for (const written of member.decorators.toReversed()) {
      const decorator = ownDecorator(written, of.scope, engine);
      if (decorator === null) continue;
      const target = member.isStatic ? of : prototypeOf(of);
      const name: Value = { kind: "text", value: member.name };
      const descriptor = objectValue([["value", engine.member(target, member.name)]], true);
      engine.run(decorator, [target, name, descriptor], placeIn(of.scope, member.at));
    }
  }
  for (const written of of.fact.decorators.toReversed()) {
    const decorator = ownDecorator(written, of.scope, engine);
    if (decorator !== null) engine.run(decorator, [of], placeIn(of.scope, of.fact.at));
  }
}

function ownDecorator(written: Expression, scope: Scope, engine: Engine): Value | null {
  const callee = written.kind === "call" ? written.callee : written;
  if (!("name" in callee) || typeof callee.name !== "string" || !NAMES.test(callee.name)) return null;
  if (engine.evaluate(callee, scope).kind !== "function") return null;
  const decorator = engine.evaluate(written, scope);
  return decorator.kind === "function" ? decorator : null;
}
