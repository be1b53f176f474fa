import type { Expression } from "../facts.ts";
import type { Call, Engine } from "./engine.ts";
import { type ClassValue, isKnown, type ObjectValue, type Scope, unknownValue, type Value } from "./values.ts";

const DECORATOR = /^(?:dataclass|dataclasses|define|frozen|attrs|s)$/;
const BASE = /^(?:BaseModel|NamedTuple)$/;

/** True for a class whose constructor Python makes of its fields: a data class, or one of attrs, pydantic or `NamedTuple`. */
export function isDataClass({ fact, scope, base }: ClassValue): boolean {
  if (!scope.file.endsWith(".py")) return false;
  const isMarked = fact.decorators.some((each) => DECORATOR.test(lastName(each)));
  return isMarked || (base?.kind === "external" && BASE.test(base.path.at(-1) ?? ""));
}

function lastName(decorator: Expression): string {
  const callee = decorator.kind === "call" ? decorator.callee : decorator;
  return "name" in callee ? callee.name : "";
}

/** Sets the fields of an instance to the arguments in their order or by their names, else to their defaults. */
export function setDataFields(of: ClassValue, self: ObjectValue, call: Call, engine: Engine): void {
  const fields = of.fact.members.filter(({ role, type }) => role === "field" && type !== null);
  for (const [at, { name, value }] of fields.entries()) {
    const given = call.arguments[at] ?? call.named.get(name);
    self.entries.set(
      name,
      given ?? defaultOf(value, { ...of.scope, names: new Map(), parent: of.scope }, call, engine),
    );
  }
}

/** A default as it is written, or what `field(default_factory=…)` makes anew for each. */
function defaultOf(written: Expression, scope: Scope, call: Call, engine: Engine): Value {
  if (written.kind !== "call" || !/^(?:field|Field|ib)$/.test(lastName(written)))
    return engine.evaluate(written, scope);
  const option = (name: string) => written.arguments.find((each) => each.name === name)?.value;
  const factory = option("default_factory") ?? option("factory");
  if (factory !== undefined) return engine.run(engine.evaluate(factory, scope), [], call.at);
  const otherwise = option("default") ?? written.arguments.find((each) => each.name === undefined)?.value;
  const value = otherwise === undefined ? undefined : engine.evaluate(otherwise, scope);
  return value !== undefined && isKnown(value) ? value : unknownValue("field");
}
