import type { Expression } from "../facts.ts";
import type { Engine } from "./engine.ts";
import { countsAsTrue } from "./switches.ts";
import {
  ABSENT,
  type ClassValue,
  type FunctionValue,
  hole,
  isKnown,
  type ListValue,
  type Scope,
  textOf,
  type Value,
} from "./values.ts";

/** The value of one of several expressions, whichever of them is taken: that which is decided, else that which says most. */
export function evaluateEither(
  expression: Extract<Expression, { kind: "either" }>,
  scope: Scope,
  engine: Engine,
): Value {
  const decided = expression.on === undefined ? undefined : countsAsTrue(engine.evaluate(expression.on, scope));
  const taken = decided === undefined ? undefined : expression.options[decided ? 0 : 1];
  if (taken !== undefined) {
    const value = engine.evaluate(taken, scope);
    const [other] = isEmpty(value) ? expression.options.filter((option) => option !== taken) : [];
    const left = other === undefined ? value : engine.evaluate(other, scope);
    // What a switch that is off leaves out is known all the same.
    return holdsRoutes(left) ? left : value;
  }
  const values = expression.options.map((option) => engine.evaluate(option, scope));
  const isWhole = (value: Value) => isKnown(value) && value.kind !== "external" && !textOf(value).startsWith(hole(""));
  // What is false leaves it to the others.
  const isFalse = (value: Value) => value.kind === "truth" && !value.value;
  const open = values.some((value) => !isFalse(value)) ? values.filter((value) => !isFalse(value)) : values;
  const lists = expression.on === undefined ? [] : open.filter((value) => value.kind === "list");
  // Which routes are served is not known, and what may be served is listed; of `given || default` the first is taken.
  if (lists.length > 1 && lists.some(holdsRoutes)) {
    notePassedOver(lists, ABSENT, engine);
    return { kind: "list", items: joined(lists) };
  }
  const chosen = open.find(isWhole) ?? open.find(isKnown) ?? open[0] ?? ABSENT;
  notePassedOver(values, chosen, engine);
  return chosen;
}

/** The items of all lists, each class and router once. */
function joined(lists: readonly ListValue[]): Value[] {
  const items = new Map<unknown, Value>();
  for (const item of lists.flatMap((each) => each.items)) {
    const key = item.kind === "class" ? item.fact : item.kind === "router" ? item.node : item;
    if (!items.has(key)) items.set(key, item);
  }
  return [...items.values()];
}

function isEmpty(value: Value): boolean {
  return (
    value.kind === "absent" ||
    (value.kind === "list" && value.items.length === 0) ||
    (value.kind === "router" && value.node.entries.length === 0)
  );
}

/** Whether a value is a router with routes, or a list with one or with a class, as those of controllers and modules are. */
function holdsRoutes(value: Value): boolean {
  if (value.kind === "list") return value.items.some((item) => item.kind === "class" || holdsRoutes(item));
  return value.kind === "router" && value.node.entries.length > 0;
}

const passedOver = new WeakMap<Engine, Set<ClassValue | FunctionValue>>();

/** The classes and functions that stand where another was taken: which of them it is depends on something that is not known. */
export function passedOverIn(engine: Engine): ReadonlySet<ClassValue | FunctionValue> {
  return passedOver.get(engine) ?? new Set();
}

function notePassedOver(values: readonly Value[], chosen: Value, engine: Engine): void {
  for (const value of values) {
    if (value === chosen) continue;
    if (value.kind === "list") notePassedOver(value.items, chosen, engine);
    if (value.kind === "router") value.node.isPassedOver = true;
    if (value.kind !== "class" && value.kind !== "function") continue;
    const known = passedOver.get(engine) ?? new Set();
    passedOver.set(engine, known.add(value));
  }
}
