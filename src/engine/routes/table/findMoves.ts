import type { ClassFact, Expression, FileFacts, FunctionFact, Step, Target } from "../facts.ts";
import { firstCallee } from "../graph/uncalled.ts";
import type { Moves } from "./moveRoutes.ts";

/** Tells whether the body of a function may have been looked at when the workspace was linked. */
export type IsLookedAt = (fact: FunctionFact) => boolean;

/**
 * Where the places of a file went between two readings of it; null when the readings differ in more than places and in bodies that
 * nothing looked at, so that the workspace must be linked again.
 */
export function findMoves(before: FileFacts, after: FileFacts, isLookedAt: IsLookedAt): Moves | null {
  const comparison = new Comparison(before, after, isLookedAt);
  if (!comparison.isAlike()) return null;
  const { spots, lines, functions } = comparison;
  return { file: before.file, spots, lines, functions };
}

/** What stands for every name that a module gives. */
const EVERYTHING = "*";

/** Names that nobody binds and that mean something all the same. */
const GIVEN = ["Bun", "Deno", "module", "exports", "import.meta"];

/** Walks both readings side by side from the bodies of the modules; functions and classes are known by where they stand. */
class Comparison {
  readonly spots = new Map<string, readonly [number, number]>();
  readonly lines = new Map<number, number>();
  readonly functions = new Map<FunctionFact, FunctionFact>();
  readonly #taken = new Map<string, string>();
  readonly #classes = new Map<ClassFact, ClassFact>();
  readonly #before: FileFacts;
  readonly #after: FileFacts;
  readonly #isLookedAt: IsLookedAt;
  #bound: ReadonlySet<string> | undefined;

  constructor(before: FileFacts, after: FileFacts, isLookedAt: IsLookedAt) {
    this.#before = before;
    this.#after = after;
    this.#isLookedAt = isLookedAt;
  }

  isAlike(): boolean {
    const { functions, classes, ...own } = this.#before;
    const { functions: _, classes: __, ...other } = this.#after;
    if (!this.#areAlike(own, other)) return false;
    if (functions.length === 0) return this.#after.functions.length === 0;
    return this.#areAlikeFunctions(0, 0) && this.#compareTheSame();
  }

  /** Whether a file compares paths at all is asked wherever it does. */
  #compareTheSame(): boolean {
    const [before, after] = [this.#before, this.#after].map(({ functions }) =>
      functions.some((each) => each.tests !== undefined),
    );
    return before === after;
  }

  #areAlike(before: unknown, after: unknown): boolean {
    if (before === after) return true;
    if (typeof before !== "object" || typeof after !== "object" || before === null || after === null) return false;
    if (Array.isArray(before)) {
      if (!Array.isArray(after) || before.length !== after.length) return false;
      return before.every((each, index) => this.#areAlike(each, after[index]));
    }
    return this.#areAlikeRecords(before as Record<string, unknown>, after as Record<string, unknown>);
  }

  #areAlikeRecords(before: Record<string, unknown>, after: Record<string, unknown>): boolean {
    if (typeof before["id"] === "number" && typeof after["id"] === "number" && before["kind"] === after["kind"]) {
      if (before["kind"] === "function") return this.#areAlikeFunctions(before["id"], after["id"]);
      if (before["kind"] === "class") return this.#areAlikeClasses(before["id"], after["id"]);
    }
    const keys = Object.keys(before);
    if (keys.length !== Object.keys(after).length) return false;
    return keys.every((key) => {
      if (key === "at") return this.#noteSpot(before[key], after[key]);
      if (key === "endLine" || key === "id") return true;
      return key in after && this.#areAlike(before[key], after[key]);
    });
  }

  #areAlikeFunctions(before: number, after: number): boolean {
    const own = this.#before.functions[before];
    const other = this.#after.functions[after];
    if (own === undefined || other === undefined) return own === other;
    const known = this.functions.get(own);
    if (known !== undefined) return known === other;
    this.functions.set(own, other);
    if (own.id === 0 || this.#isLookedAt(own)) return this.#areAlikeRecords({ ...own }, { ...other });
    const { body, ...head } = own;
    const { body: changed, ...otherHead } = other;
    return this.#areAlikeRecords(head, otherHead) && this.#calls(changed).every((call) => this.#isInert(call, body));
  }

  #areAlikeClasses(before: number, after: number): boolean {
    const own = this.#before.classes[before];
    const other = this.#after.classes[after];
    if (own === undefined || other === undefined) return own === other;
    const known = this.#classes.get(own);
    if (known !== undefined) return known === other;
    this.#classes.set(own, other);
    return this.#areAlikeRecords({ ...own }, { ...other });
  }

  /** What a body that nobody calls is asked for all the same: the calls that might make a router. */
  #calls(body: readonly Step[]): readonly Expression[] {
    return body.flatMap((step) => {
      const value = step.kind === "bind" || step.kind === "assign" || step.kind === "return" ? step.value : undefined;
      return value?.kind === "call" ? [firstCallee(value)] : [];
    });
  }

  /** True when looking at a callee can give nothing new: it was looked at before, or its name is bound nowhere. */
  #isInert(callee: Expression, body: readonly Step[]): boolean {
    const root = rootOf(callee);
    const bound = this.#boundNames();
    if (root !== null && !bound.has(root) && !bound.has(EVERYTHING)) return true;
    const shown = showExpression(callee);
    return this.#calls(body).some((each) => showExpression(each) === shown);
  }

  /** The names that may mean something outside of the function that uses them. */
  #boundNames(): ReadonlySet<string> {
    const running = this.#before.functions.filter((each) => each.id === 0 || this.#isLookedAt(each));
    this.#bound ??= new Set([
      ...GIVEN,
      ...running.flatMap(({ body, parameters }) => [
        ...body.flatMap(namesIn),
        ...parameters.flatMap(({ target }) => namesOf(target)),
      ]),
    ]);
    return this.#bound;
  }

  #noteSpot(before: unknown, after: unknown): boolean {
    if (!isSpot(before) || !isSpot(after)) return this.#areAlike(before, after);
    const from = before.join(":");
    const to = after.join(":");
    if (
      (this.spots.has(from) && this.spots.get(from)?.join(":") !== to) ||
      (this.#taken.get(to) ?? from) !== from ||
      (this.lines.get(before[0]) ?? after[0]) !== after[0]
    ) {
      return false;
    }
    this.spots.set(from, after);
    this.#taken.set(to, from);
    this.lines.set(before[0], after[0]);
    return true;
  }
}

function isSpot(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === "number");
}

/** The name that an expression starts with; null when it starts with none. */
function rootOf(expression: Expression): string | null {
  if (expression.kind === "name") return expression.name;
  if (expression.kind === "member" || expression.kind === "index") return rootOf(expression.of);
  return expression.kind === "call" ? rootOf(expression.callee) : null;
}

/** An expression as a text that says all of it but its places. */
function showExpression(expression: Expression): string {
  return JSON.stringify(expression, (key, value: unknown) => (key === "at" ? undefined : value));
}

function namesIn(step: Step): string[] {
  switch (step.kind) {
    case "bind":
      return namesOf(step.target);
    case "assign":
      return step.to.kind === "name" ? [step.to.name] : [];
    case "import":
      return step.bindings.flatMap(({ imported, local }) =>
        imported === EVERYTHING ? [EVERYTHING] : [local, local.split(".")[0] ?? local],
      );
    case "loop":
      return [...namesOf(step.target), ...step.body.flatMap(namesIn)];
    case "branch":
      return step.cases.flatMap((each) => each.body.flatMap(namesIn));
    default:
      return [];
  }
}

function namesOf(target: Target): string[] {
  if (target.kind === "name") return [target.name];
  if (target.kind === "items") return target.items.flatMap((item) => (item === null ? [] : namesOf(item)));
  return [...target.fields.flatMap((field) => namesOf(field.target)), ...(target.rest === null ? [] : [target.rest])];
}
