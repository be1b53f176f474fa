import type { Location } from "../../model/place.ts";
import type { Argument, CallExpression, Expression, Step, Target } from "../facts.ts";
import { type Engine, placeIn } from "./engine.ts";
import { force } from "./members.ts";
import type { Scope, Value } from "./values.ts";

const DEEPEST = 12;

/**
 * Where the path of a registration is named, for one that is made again and again: the row of the table that a loop walks, or the call
 * of the function that makes it. Null for a call that names its path itself, mounts one of `values`, or registers nothing.
 */
export function namedAt(
  callee: Value,
  call: CallExpression,
  values: readonly Value[],
  scope: Scope,
  engine: Engine,
): Location | null {
  const isRegistration = callee.kind === "external" || (callee.kind === "bound" && callee.of.kind === "router");
  if (!isRegistration || values.some(isMounted)) return null;
  // What comes behind a path is its handler, a name or options.
  const last = call.arguments.findIndex(({ value }) => value.kind === "join" || isPathText(value));
  const until = last < 0 ? call.arguments : call.arguments.slice(0, last + 1);
  return first(until, ({ value }) => new Origin(engine, false, 0).of(value, scope));
}

/** A router, or the URLs of another module. */
function isMounted(value: Value): boolean {
  return value.kind === "router" || value.kind === "made" || (value.kind === "list" && value.items.some(isMounted));
}

function isPathText(value: Expression | Value): boolean {
  return value.kind === "text" && value.value.includes("/");
}

/** What a list of words is walked for: that is no table, for the rest of the route stands where it is walked. */
function isWord(item: Value | undefined): boolean {
  return item?.kind === "text" && !isPathText(item);
}

function first<Item>(items: readonly Item[], find: (item: Item) => Location | null): Location | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}

/** The entries under which a row of a table has its path. */
const PATH_KEYS = /^(?:path|paths|url|uri|route|rule|pattern|endpoint)$/i;

/** A text that does more in a path than name a parameter. */
function saysWords(text: string): boolean {
  return /\w/.test(text.replace(/:\w+|\{[^}]*\}|<[^>]*>/g, ""));
}

/** Follows an expression back over loops, parameters and local names to where its text is written. */
class Origin {
  readonly #engine: Engine;
  /** True within a path that is put together of what is handed over, where any text is a part of it. */
  readonly #isPart: boolean;
  #steps: number;

  constructor(engine: Engine, isPart: boolean, steps: number) {
    this.#engine = engine;
    this.#isPart = isPart;
    this.#steps = steps;
  }

  of(expression: Expression, scope: Scope): Location | null {
    // A name may be bound to what it was bound to before.
    if (this.#steps++ > DEEPEST) return null;
    switch (expression.kind) {
      case "name":
      case "member":
      case "index":
        return this.#ofHanded(expression, scope);
      case "join":
        return this.#ofJoin(expression.parts, scope);
      case "object":
        return first(expression.entries, ({ key, value }) =>
          key === null || (key.kind === "text" && PATH_KEYS.test(key.value)) ? this.of(value, scope) : null,
        );
      default:
        return null;
    }
  }

  /** What says most of a path stands last, before it what several paths share; beside words of its own, another one only fills it in. */
  #ofJoin(parts: readonly Expression[], scope: Scope): Location | null {
    const words = parts.findLastIndex((part) => part.kind === "text" && saysWords(part.value));
    const inside = new Origin(this.#engine, words < 0, this.#steps);
    return first(parts.slice(words + 1).toReversed(), (part) => inside.of(part, scope));
  }

  #ofHanded(expression: Expression, scope: Scope): Location | null {
    const root = rootOf(expression);
    const holder = root === null ? null : holderOf(root, scope);
    if (root === null || holder === null) return null;
    const { looped = [], run } = holder;
    const loop = looped.find(({ target }) => binds(target, root));
    if (isWord(loop?.item)) return null;
    if (loop !== undefined) return this.#ofItem(expression, scope, rowOf(loop.target, root, loop.item));
    const index = run?.fact.parameters.findIndex(({ target }) => binds(target, root)) ?? -1;
    if (index >= 0) return this.#ofParameter(expression, index, scope, holder);
    const local = findBind(root, [...looped.flatMap(({ body }) => body), ...(run?.fact.body ?? [])]);
    return local === null ? null : this.of(replaceRoot(expression, local), scope);
  }

  /** A parameter was given by a call: by a text that stands in it, by what its own function was given, or by a constant that it names. */
  #ofParameter(expression: Expression, index: number, scope: Scope, { run }: Scope): Location | null {
    if (run === undefined || !this.#isPath(this.#engine.evaluate(expression, scope))) return null;
    const { call, shift, fact } = run;
    const isHanded = call.arguments[index - shift] !== undefined || call.named.has(rootOf(expression) ?? "");
    // A default is no part that was handed over.
    if (index < shift || !isHanded) return null;
    const given: Argument | undefined = call.expressions[index - shift];
    // The key of a `Map` comes second, and stands beside what it names.
    if (given === undefined && index === shift && isWord(call.arguments[0])) return null;
    if (given === undefined || given.spread || given.value.kind === "list" || given.value.kind === "object") {
      const row = rowOf(fact.parameters[index]?.target, rootOf(expression), call.arguments[index - shift]);
      return this.#ofItem(expression, scope, row) ?? call.at;
    }
    if (given.value.kind === "text" && given.value.at !== undefined) return placeIn(call.scope, given.value.at);
    return this.of(given.value, call.scope) ?? call.at;
  }

  /** An item of a table: the entry of its row, or the text itself. */
  #ofItem(expression: Expression, scope: Scope, row: Row | null): Location | null {
    const value = this.#engine.evaluate(expression, scope);
    if (!this.#isPath(value)) return null;
    const isMember = expression.kind === "member";
    const named = isMember ? { of: this.#engine.evaluate(expression.of, scope), key: expression.name } : row;
    const isNamed = (key: string) => (named === null ? PATH_KEYS.test(key) : key === named.key);
    return entryOf(named?.of ?? value, isNamed) ?? writtenAt(value);
  }

  #isPath(value: Value): boolean {
    if (value.kind === "text") return this.#isPart || isPathText(value);
    if (value.kind === "list") return value.items[0] !== undefined && this.#isPath(value.items[0]);
    if (value.kind !== "object") return false;
    return [...value.entries].some(([key, entry]) => PATH_KEYS.test(key) && this.#isPath(force(entry)));
  }
}

/** An entry of a row, by its key. */
interface Row {
  readonly of: Value;
  readonly key: string;
}

/** The entry that a name was taken from where a row is taken apart at once: `({ path, handler }) =>`. */
function rowOf(target: Target | undefined, name: string | null, item: Value | undefined): Row | null {
  if (target?.kind !== "fields" || item === undefined || name === null) return null;
  const field = target.fields.find((each) => each.target.kind === "name" && each.target.name === name);
  return field === undefined ? null : { of: item, key: field.key };
}

/** The entry of a row; in a row that a function makes of what it is given, only one that says its text itself. */
function entryOf(row: Value, isWanted: (key: string) => boolean): Location | null {
  const written = row.kind === "object" ? row.written : undefined;
  const entry = written?.entries.find(({ key }) => key?.kind === "text" && isWanted(key.value));
  if (written === undefined || entry === undefined) return null;
  return written.isMade && entry.value.kind !== "text" ? null : placeIn(written, entry.at);
}

function writtenAt(value: Value): Location | null {
  if (value.kind === "list") return value.items[0] === undefined ? null : writtenAt(value.items[0]);
  if (value.kind === "object")
    return first([...value.entries], ([key, entry]) => (PATH_KEYS.test(key) ? writtenAt(force(entry)) : null));
  return value.kind === "text" && value.written !== undefined ? placeIn(value.written, value.written.at) : null;
}

function holderOf(name: string, scope: Scope): Scope | null {
  for (let each: Scope | null = scope; each !== null; each = each.parent) if (each.names.has(name)) return each;
  return null;
}

function rootOf(expression: Expression): string | null {
  if (expression.kind === "name") return expression.name;
  return expression.kind === "member" || expression.kind === "index" ? rootOf(expression.of) : null;
}

/** The expression with another one in the place of the name that it starts with. */
function replaceRoot(expression: Expression, root: Expression): Expression {
  if (expression.kind === "name") return root;
  if (expression.kind === "member" || expression.kind === "index")
    return { ...expression, of: replaceRoot(expression.of, root) };
  return expression;
}

function binds(target: Target, name: string): boolean {
  if (target.kind === "name") return target.name === name;
  if (target.kind === "items") return target.items.some((item) => item !== null && binds(item, name));
  return target.rest === name || target.fields.some((field) => binds(field.target, name));
}

/** What a local name is bound to, be it as a field of it: `const { path } = row`. */
function findBind(name: string, steps: readonly Step[]): Expression | null {
  for (const step of steps) {
    if (step.kind !== "bind" || !binds(step.target, name)) continue;
    if (step.target.kind === "name") return step.value;
    if (step.target.kind === "items") return null;
    const field = step.target.fields.find(({ target }) => binds(target, name));
    return field?.target.kind === "name" ? { kind: "member", of: step.value, name: field.key } : null;
  }
  return null;
}
