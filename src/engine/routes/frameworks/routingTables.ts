import type { Argument, CallExpression, Expression, FileFacts, ObjectEntry, Spot } from "../facts.ts";

/** One row of a table that a hand-made router may walk: what it takes and what would answer. */
export interface TableRow {
  /** Empty for any. */
  readonly methods: readonly string[];
  /** Texts, patterns or names of these, to be joined. */
  readonly path: readonly Expression[];
  readonly handlers: readonly Expression[];
  readonly at: Spot;
  /** The object whose method registers the row; null for a row of a literal. */
  readonly registrar: Expression | null;
  /** The same for all rows of one literal, or of one registrar. */
  readonly table: unknown;
}

type Row = Omit<TableRow, "table">;

const VERB = /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS|ANY|ALL|\*)$/i;
const VERB_AND_PATH = /^([A-Za-z]+|\*)[ :]+(\/\S*)$/;
const METHOD_KEY = /^(?:methods?|verbs?|httpMethod)$/;
const PATH_KEY = /^(?:path|pathname|url|uri|route|pattern|regexp?|match|template)$/;

/**
 * The rows of one file that look as if they said which function answers which path, in the order of the text: `["GET", "/a", list]`,
 * `{ method: "GET", path: "/a", handler: list }`, `{ "GET /a": list }`, `{ "/a": { GET: list } }`, `routes.set("GET /a", list)` and
 * `router.get("/a", list)`. Whether they are routes is for the caller to say, who knows whether the file serves anything.
 */
export function tableRowsOf(facts: FileFacts): readonly TableRow[] {
  const rows: TableRow[] = [];
  for (const { body } of facts.functions) visit(body, body, rows);
  for (const { members } of facts.classes) visit(members, members, rows);
  return rows;
}

/** Facts are plain data; a row may stand anywhere in them. `around` is the list that holds the part. */
function visit(part: unknown, around: unknown, rows: TableRow[]): void {
  if (typeof part !== "object" || part === null) return;
  if (Array.isArray(part)) {
    for (const each of part) visit(each, part, rows);
    return;
  }
  const expression = part as Expression;
  const found =
    expression.kind === "list"
      ? rowOfList(expression.items)
      : expression.kind === "object"
        ? rowsOfObject(expression.entries)
        : expression.kind === "call"
          ? rowOfCall(expression)
          : [];
  const isWhole = found.length > 1;
  for (const row of found) {
    rows.push({
      ...row,
      table: row.registrar === null ? (isWhole ? part : around) : JSON.stringify(row.registrar, named),
    });
  }
  if (found.length === 0) for (const each of Object.values(part)) visit(each, around, rows);
}

const calls = new WeakMap<FileFacts, readonly CallExpression[]>();

/** Every call of one file. */
export function callsOf(facts: FileFacts): readonly CallExpression[] {
  const known = calls.get(facts);
  if (known !== undefined) return known;
  const found: CallExpression[] = [];
  collectCalls([facts.functions, facts.classes], found);
  calls.set(facts, found);
  return found;
}

function collectCalls(part: unknown, found: CallExpression[]): void {
  if (typeof part !== "object" || part === null) return;
  if ("kind" in part && part.kind === "call") found.push(part as CallExpression);
  for (const each of Object.values(part)) collectCalls(each, found);
}

/** Leaves out where a name is written, so that all its uses read alike. */
function named(key: string, value: unknown): unknown {
  return key === "at" ? undefined : value;
}

interface Taken {
  readonly methods: readonly string[];
  readonly path: Expression;
  readonly at: Spot | null;
}

/** Reads `"GET", "/a"`, `"/a", "GET"` and `"GET /a"` from the start of some values; null when they say no such thing. */
function takenBy(values: readonly Expression[]): (Taken & { readonly rest: readonly Expression[] }) | null {
  const [first, second, ...rest] = values;
  if (first === undefined || second === undefined) return null;
  const joined = first.kind === "text" ? VERB_AND_PATH.exec(first.value) : null;
  if (joined?.[1] !== undefined && joined[2] !== undefined && VERB.test(joined[1])) {
    const path: Expression = { kind: "text", value: joined[2] };
    return { methods: spelled([joined[1]]), path, at: spotOf(first), rest: [second, ...rest] };
  }
  const before = verbsOf(first);
  if (before !== null && isPath(second)) return { methods: before, path: second, at: spotOf(second), rest };
  const after = verbsOf(second);
  if (after !== null && isPath(first)) return { methods: after, path: first, at: spotOf(first), rest };
  return null;
}

function rowOfList(items: readonly Argument[]): Row[] {
  const values = items.map(({ value }) => value);
  const taken = takenBy(values);
  if (taken !== null) return rowOf(taken, taken.rest, null);
  const pairs = values.map((each) => (each.kind === "list" ? pairOf(each.items.map(({ value }) => value)) : null));
  // One pair of a path and a function may mean anything.
  return pairs.length > 1 && pairs.every((each) => each !== null) ? pairs : [];
}

/** `["/a", list]`, of which only several together make a table. */
function pairOf([path, ...handlers]: readonly Expression[]): Row | null {
  const at = path === undefined || !isPath(path) ? null : spotOf(path);
  if (path === undefined || at === null || handlers.length === 0) return null;
  return { methods: [], path: [path], handlers, at, registrar: null };
}

function rowOf({ methods, path, at }: Taken, handlers: readonly Expression[], registrar: Expression | null): Row[] {
  return at === null || handlers.length === 0 ? [] : [{ methods, path: [path], handlers, at, registrar }];
}

function rowsOfObject(entries: readonly ObjectEntry[]): Row[] {
  const entryOf = (pattern: RegExp) => entries.find(({ key }) => key?.kind === "text" && pattern.test(key.value));
  const path = entryOf(PATH_KEY);
  const method = entryOf(METHOD_KEY);
  if (path !== undefined && isPath(path.value)) {
    const methods = method === undefined ? [] : verbsOf(method.value);
    const handlers = entries.filter((each) => each !== path && each !== method).map(({ value }) => value);
    if (methods === null || handlers.length === 0) return [];
    return [{ methods, path: [path.value], handlers, at: path.at, registrar: null }];
  }
  return entries.flatMap((entry) => rowsOfEntry(entry, [], []));
}

/** `"GET /a": list`, `"/a": list`, `"/a": { GET: list }` and `GET: { "/a": list }`, to any depth. */
function rowsOfEntry(entry: ObjectEntry, methods: readonly string[], path: readonly Expression[]): Row[] {
  const { key, value, at } = entry;
  const taken = key === null ? null : keyOf(key);
  if (taken === null) return [];
  const within = taken.methods.length > 0 ? taken.methods : methods;
  const whole = taken.path === null ? path : [...path, taken.path];
  if (value.kind === "object") return value.entries.flatMap((each) => rowsOfEntry(each, within, whole));
  return whole.length === 0 ? [] : [{ methods: within, path: whole, handlers: [value], at, registrar: null }];
}

function keyOf(key: Expression): { readonly methods: readonly string[]; readonly path: Expression | null } | null {
  if (key.kind === "list") {
    const taken = takenBy([...key.items.map(({ value }) => value), { kind: "nothing" }]);
    return taken;
  }
  const joined = takenBy([key, { kind: "nothing" }]);
  if (joined !== null) return joined;
  if (isPath(key)) return { methods: [], path: key };
  return key.kind === "text" && VERB.test(key.value) ? { methods: spelled([key.value]), path: null } : null;
}

function rowOfCall(call: CallExpression): Row[] {
  const values = call.arguments.filter(({ name }) => name === undefined).map(({ value }) => value);
  const registrar = call.callee.kind === "member" ? call.callee.of : call.callee;
  const taken = takenBy(values);
  if (taken !== null) return rowOf(taken, taken.rest, registrar);
  const [path, ...handlers] = values;
  if (call.callee.kind !== "member" || path === undefined || !isPath(path)) return [];
  const { name } = call.callee;
  if (!VERB.test(name) && name !== "set") return [];
  return rowOf({ methods: name === "set" ? [] : spelled([name]), path, at: spotOf(path) }, handlers, registrar);
}

function verbsOf(expression: Expression): readonly string[] | null {
  const texts = expression.kind === "list" ? expression.items.map(({ value }) => value) : [expression];
  const verbs = texts.flatMap((each) => (each.kind === "text" && VERB.test(each.value) ? [each.value] : []));
  return verbs.length === 0 || verbs.length < texts.length ? null : spelled(verbs);
}

function spelled(verbs: readonly string[]): readonly string[] {
  return verbs.some((verb) => /^(?:any|all|\*)$/i.test(verb)) ? [] : verbs.map((verb) => verb.toUpperCase());
}

/** A text that starts like a path, a regular expression bound to its start, or a `URLPattern`; joined texts start with one. */
function isPath(expression: Expression): boolean {
  if (expression.kind === "text") return /^\^?\\?\//.test(expression.value) && !/\s/.test(expression.value);
  if (expression.kind === "pattern") return /^\^\\?\//.test(expression.source);
  if (expression.kind === "join") return expression.parts[0] !== undefined && startsPath(expression.parts[0]);
  return expression.kind === "call" && /^(?:URLPattern|RegExp|compile)$/.test(lastName(expression.callee));
}

function startsPath(part: Expression): boolean {
  return isPath(part) || part.kind === "name" || part.kind === "member";
}

/** The last word of a name such as `re.compile`; empty for anything else. */
export function lastName(callee: Expression): string {
  return callee.kind === "name" || callee.kind === "member" ? callee.name : "";
}

function spotOf(expression: Expression): Spot | null {
  if (expression.kind === "join") return expression.parts.map(spotOf).find((spot) => spot !== null) ?? null;
  return "at" in expression ? (expression.at ?? null) : null;
}
