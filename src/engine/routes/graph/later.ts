import type { CallExpression, Expression } from "../facts.ts";
import { isTestFile } from "../table/testFile.ts";
import { type Engine, placeIn } from "./engine.ts";
import type { Scope } from "./values.ts";

/** What the program that runs now left for after its own last line; none outside of programs, where everything runs at once. */
const waiting = new WeakMap<Engine, (() => void)[]>();

/** Runs a program, and then what it left for later, as an event loop does. */
export function runWithLater(engine: Engine, program: () => void): void {
  const left: (() => void)[] = [];
  waiting.set(engine, left);
  program();
  for (let at = 0; at < left.length; at++) left[at]?.();
  waiting.delete(engine);
}

/** Leaves something for after the last line of the program that runs; where none does it is done at once. */
export function doLater(engine: Engine, run: () => void): void {
  const left = waiting.get(engine);
  if (left === undefined) run();
  else left.push(run);
}

const LATER = /^(?:then|once|on|setTimeout|setImmediate|nextTick|queueMicrotask)$/;

/**
 * Leaves the function that a statement such as `connect().then(…)` or `db.once("open", …)` hands over for later, and follows all else
 * of the statement now; false when the statement is no such one. What the handed function registers comes after all that is registered
 * before the program gives way.
 */
export function leaveForLater(statement: Expression, scope: Scope, engine: Engine): boolean {
  const left = waiting.get(engine);
  const call = left === undefined || isTestFile(scope.file) ? null : withoutCatch(statement);
  const name = call === null ? "" : nameOf(call.callee);
  const last = call?.arguments.at(name === "then" ? 0 : -1)?.value ?? call?.arguments[0]?.value;
  const handed = name.startsWith("set") ? call?.arguments[0]?.value : last;
  if (left === undefined || call === null || !LATER.test(name) || handed?.kind !== "function") return false;
  const of = call.callee.kind === "member" ? engine.evaluate(call.callee.of, scope) : undefined;
  // A router's own `on` and `then` are its framework's to understand.
  if (of?.kind === "router") return false;
  const callback = engine.evaluate(handed, scope);
  left.push(() => engine.run(callback, of === undefined ? [] : [of], placeIn(scope, call.at)));
  return true;
}

/** The call before `.catch(…)` and `.finally(…)`, which handle what goes wrong. */
function withoutCatch(statement: Expression): CallExpression | null {
  if (statement.kind !== "call" || statement.isNew) return null;
  const { callee } = statement;
  const isCatch = callee.kind === "member" && /^(?:catch|finally)$/.test(callee.name);
  return isCatch ? withoutCatch(callee.of) : statement;
}

function nameOf(callee: Expression): string {
  return callee.kind === "member" || callee.kind === "name" ? callee.name : "";
}
