import type { Case, Expression, Step } from "../facts.ts";
import type { Engine, Frame } from "./engine.ts";
import type { Entry, RouterNode } from "./routers.ts";
import { ABSENT, HOLE, type Scope, textOf, unknownValue, type Value } from "./values.ts";

type Branch = Extract<Step, { kind: "branch" }>;

/** Whether a value counts as true; undefined where that is not certain. */
export function countsAsTrue(value: Value): boolean | undefined {
  switch (value.kind) {
    case "truth":
      return value.value;
    case "number":
      return value.value !== 0;
    case "text":
      return value.value.includes(HOLE) ? undefined : value.value !== "";
    case "absent":
      return false;
    case "unknown":
      return value.isMissing ? false : undefined;
    case "object":
      return value.of !== null || value.entries.size > 0 ? true : undefined;
    case "list":
      return value.items.length > 0 ? true : undefined;
    case "function":
    case "class":
    case "router":
      return true;
    default:
      return undefined;
  }
}

const CONSTANT = /^(?:text|number|truth|absent)$/;
const NO_CONSTANT = /^(?:list|object|function|class|router)$/;

/** Whether a test holds of its parts; unknown where that is not certain. */
export function testOf(holds: Extract<Expression, { kind: "test" }>["holds"], parts: readonly Value[]): Value {
  const verdict = holds === "same" ? areSame(parts) : counted(holds, parts.map(countsAsTrue));
  return verdict === undefined ? unknownValue("test") : { kind: "truth", value: verdict };
}

function counted(holds: "all" | "any" | "none", parts: readonly (boolean | undefined)[]): boolean | undefined {
  const decisive = holds !== "all";
  if (parts.includes(decisive)) return holds === "any";
  return parts.includes(undefined) ? undefined : holds !== "any";
}

/** Two constants are the same or not; what is no constant is none. */
function areSame(parts: readonly Value[]): boolean | undefined {
  const [a = ABSENT, b = ABSENT] = parts.map((each) => (each.kind === "unknown" && each.isMissing ? ABSENT : each));
  const isOpen = [a, b].some((each) => each.kind === "text" && each.value.includes(HOLE));
  const constants = [a, b].filter(({ kind }) => CONSTANT.test(kind)).length;
  const others = [a, b].filter(({ kind }) => NO_CONSTANT.test(kind)).length;
  if (isOpen || constants === 0 || constants + others < 2) return undefined;
  return a.kind === b.kind && textOf(a) === textOf(b);
}

/** One side of an `if` of which it is not known which side it takes, each time that it is come by. */
interface Side {
  readonly of: object;
  readonly at: number;
}

const sides = new WeakMap<Entry, readonly Side[]>();

/** The sides on which something is registered, of conditions of which nothing is known. */
export function sidesOf(entry: Entry): readonly Side[] {
  return sides.get(entry) ?? NO_SIDES;
}

const NO_SIDES: readonly Side[] = [];

/** True when no more than one of two is ever registered: they stand on two sides of one condition. */
export function excludeEachOther(some: readonly Side[], others: readonly Side[]): boolean {
  return some.some((side) => others.some(({ of, at }) => of === side.of && at !== side.at));
}

/**
 * Performs every side of an `if`, what stands behind it as a part of the side that goes on to it, and notes what each registers; false
 * when what stands behind it was performed.
 */
function takeEach({ cases }: Branch, rest: readonly Step[], scope: Scope, frame: Frame, engine: Engine): boolean {
  const goesOn = rest.length > 0 && cases.some(endsIn) ? cases.findIndex((each) => !endsIn(each)) : -1;
  const isChoice = goesOn >= 0 || cases.every(({ body }) => body.length > 0);
  const of = {};
  const perform = (at: number, work: () => void) => {
    const lengths = isChoice ? engine.nodes.map(({ entries }) => entries.length) : [];
    work();
    for (const [index, length] of lengths.entries()) {
      for (const entry of engine.nodes[index]?.entries.slice(length) ?? [])
        sides.set(entry, [...sidesOf(entry), { of, at }]);
    }
  };
  for (const [at, { body }] of cases.entries()) perform(at, () => take(body, scope, frame, engine));
  if (goesOn >= 0) perform(goesOn, () => engine.perform(rest, scope, frame));
  return goesOn < 0;
}

interface Passed {
  readonly perform: () => void;
  /** How much was registered on each router when it was passed over. */
  readonly lengths: ReadonlyMap<RouterNode, number>;
}

/** What was passed over by its body; null for what was performed some time. */
const passed = new WeakMap<Engine, Map<unknown, Passed | null>>();

/**
 * Performs an `if` whose condition is known on the side that it chooses, else on both; false when what stands behind it is not
 * reached. What is passed over every time is a switch that is off: it is left for `performPassedOver`.
 */
export function performSwitch(
  step: Branch,
  rest: readonly Step[],
  scope: Scope,
  frame: Frame,
  engine: Engine,
): boolean {
  const isOn = countsAsTrue(engine.evaluate(step.on, scope));
  const [then, otherwise] = step.cases;
  if (isOn === undefined || then === undefined || otherwise === undefined) {
    return takeEach(step, rest, scope, frame, engine);
  }
  const [chosen, other] = isOn ? [then, otherwise] : [otherwise, then];
  // What one item of a loop has not is no switch that is off.
  const isItems = turnOf(scope, engine) !== undefined && asksForNothing(step.on, scope, engine);
  if (!isItems) passOver(other.body, other.body, scope, engine);
  take(chosen.body, scope, frame, engine);
  const ends = endsIn(chosen) && rest.length > 0;
  if (ends) passOver(step, rest, scope, engine);
  else tableOf(engine).set(turnOf(scope, engine)?.keyOf(step) ?? step, null);
  return !ends;
}

/** Whether a condition is about something that is certainly not there. */
function asksForNothing(on: Expression, scope: Scope, engine: Engine): boolean {
  if (on.kind === "test") return on.parts.some((part) => asksForNothing(part, scope, engine));
  return /^(?:name|member|index)$/.test(on.kind) && engine.evaluate(on, scope).kind === "absent";
}

function endsIn({ body }: Case): boolean {
  return body.at(-1)?.kind === "return";
}

function take(body: readonly Step[], scope: Scope, frame: Frame, engine: Engine): void {
  if (body.length === 0) return;
  tableOf(engine).set(turnOf(scope, engine)?.keyOf(body) ?? body, null);
  engine.perform(body, scope, frame);
}

/** One turn of a loop: what it passes over is a switch of its own item, which no other turn decides about. */
interface Turn {
  readonly scope: Scope;
  keyOf(key: unknown): unknown;
}

const turns = new WeakMap<Engine, Turn[]>();

/** Performs the body of one turn of a loop, whose item is bound, in the loop's scope. */
export function performTurn(scope: Scope, body: () => void, engine: Engine): void {
  const stack = turns.get(engine) ?? [];
  turns.set(engine, stack);
  const keys = new Map<unknown, unknown>();
  const keyOf = (key: unknown) => {
    const own = keys.get(key) ?? { key };
    keys.set(key, own);
    return own;
  };
  stack.push({ scope, keyOf });
  body();
  stack.pop();
}

/** The turn that is being performed, unless a function was called from it, whose calls decide together. */
function turnOf(scope: Scope, engine: Engine): Turn | undefined {
  const turn = turns.get(engine)?.at(-1);
  return turn?.scope === scope ? turn : undefined;
}

function passOver(key: unknown, body: readonly Step[], scope: Scope, engine: Engine): void {
  const table = tableOf(engine);
  const turn = turnOf(scope, engine);
  const own = turn?.keyOf(key) ?? key;
  if (body.length === 0 || table.has(own)) return;
  const lengths = new Map(engine.nodes.map((node) => [node, node.entries.length]));
  // What the turn has bound by then is bound otherwise in the next.
  const within = turn === undefined ? scope : { ...scope, names: new Map(scope.names), parent: scope };
  const perform = () => engine.perform(body, within, { returns: [], yields: [] });
  table.set(own, { perform, lengths });
}

function tableOf(engine: Engine): Map<unknown, Passed | null> {
  const known = passed.get(engine) ?? new Map<unknown, Passed | null>();
  passed.set(engine, known);
  return known;
}

/** Performs what no run chose, so that a route behind a switch is known: what it registers takes the place that it would have had. */
export function performPassedOver(engine: Engine): void {
  const table = tableOf(engine);
  for (const [key, each] of [...table].reverse()) {
    if (each === null) continue;
    table.set(key, null);
    const before = new Map([...each.lengths.keys()].map((node) => [node, node.entries.length]));
    each.perform();
    for (const [node, length] of before) {
      const added = node.entries.splice(length);
      node.entries.splice(each.lengths.get(node) ?? length, 0, ...added);
    }
  }
}
