import type { Node } from "web-tree-sitter";
import type { Expression, ImportBinding, Step, Target } from "../facts.ts";
import { stepOf } from "./conditions.ts";
import { readCondition, readGuard } from "./pythonConditions.ts";
import { childrenOf, type Reading, spotOf } from "./sheet.ts";

type Reader = (node: Node, reading: Reading, steps: Step[]) => void;

const block: Reader = (node, reading, steps) => readFrom(childrenOf(node), reading, steps);

/** What stands behind a guard is done only where the guard lets it. */
function readFrom(statements: readonly Node[], reading: Reading, steps: Step[]): void {
  for (const [at, statement] of statements.entries()) {
    const rest: Step[] = [];
    const guarded = readGuard(statement, reading, () => {
      readFrom(statements.slice(at + 1), reading, rest);
      return rest;
    });
    if (guarded === null) READERS[statement.type]?.(statement, reading, steps);
    else if (rest.length > 0) steps.push(guarded);
    if (guarded !== null) return;
  }
}

const bodies: Reader = (node, reading, steps) => {
  for (const child of childrenOf(node)) {
    if (/^(?:block|elif_clause|else_clause|except_clause|finally_clause|case_clause)$/.test(child.type))
      bodies(child, reading, steps);
    else if (node.type === "block") READERS[child.type]?.(child, reading, steps);
  }
};

const READERS: Readonly<Record<string, Reader>> = {
  block,
  if_statement: readIf,
  while_statement: bodies,
  try_statement: bodies,
  with_statement: readWith,
  match_statement: bodies,
  for_statement: readLoop,
  function_definition: (node, reading, steps) => readFunction(node, reading, steps, []),
  class_definition: (node, reading, steps) => readClass(node, reading, steps, []),
  decorated_definition: readDecorated,
  return_statement: (node, reading, steps) => {
    const value = childrenOf(node)[0];
    if (value !== undefined) steps.push({ kind: "return", value: reading.expression(value) });
  },
  expression_statement: readEffect,
  import_statement: readImport,
  import_from_statement: readImportFrom,
};

/** The branches follow one another, but where a condition that may be known decides between two. */
function readIf(node: Node, reading: Reading, steps: Step[]): void {
  const others = childrenOf(node).filter((child) => /^(?:elif_clause|else_clause)$/.test(child.type));
  steps.push(...branchesOf([node, ...others], reading));
}

/** What the first clause and those behind it do: the others are for what the first leaves out. */
function branchesOf([first, ...others]: readonly Node[], reading: Reading): readonly Step[] {
  if (first === undefined) return [];
  if (first.type === "else_clause") return reading.steps(first.childForFieldName("body"));
  const then = reading.steps(first.childForFieldName("consequence"));
  const otherwise = branchesOf(others, reading);
  const condition =
    then.length + otherwise.length === 0 ? null : readCondition(first.childForFieldName("condition"), reading);
  return condition === null ? [...then, ...otherwise] : [stepOf(condition, then, otherwise)];
}

/** Reads the statements of a Python body into steps; the branches of a condition follow one another. */
export function readPythonSteps(node: Node | null, reading: Reading): Step[] {
  const steps: Step[] = [];
  if (node !== null) block(node, reading, steps);
  return steps;
}

/** Reads what a Python assignment, loop or parameter names. */
export function readPythonTarget(node: Node, reading: Reading): Target {
  if (/^(?:pattern_list|tuple_pattern|list_pattern)$/.test(node.type)) {
    return { kind: "items", items: childrenOf(node).map((child) => reading.target(child)) };
  }
  return { kind: "name", name: node.text };
}

function readEffect(node: Node, reading: Reading, steps: Step[]): void {
  const value = childrenOf(node)[0];
  if (value === undefined) return;
  if (value.type === "assignment" || value.type === "augmented_assignment") {
    readAssignment(value, reading, steps);
    return;
  }
  if (value.type === "yield") {
    const isEach = value.children.some((child) => child.type === "from");
    steps.push({ kind: "yield", value: reading.expression(childrenOf(value)[0] ?? null), isEach });
    return;
  }
  const expression = reading.expression(value);
  if (expression.kind === "call") steps.push({ kind: "do", value: expression });
}

function readAssignment(node: Node, reading: Reading, steps: Step[]): void {
  const left = node.childForFieldName("left");
  const right = node.childForFieldName("right");
  if (left === null || right === null) return;
  const adds = node.type === "augmented_assignment";
  const value = right.type === "assignment" ? readChained(right, reading, steps) : reading.expression(right);
  if (left.type === "attribute" || left.type === "subscript" || adds) {
    steps.push({ kind: "assign", to: reading.expression(left), value, adds });
  } else steps.push({ kind: "bind", target: reading.target(left), value });
}

/** `first = second = value` evaluates the value once: the others take it from a name that no program can write. */
function readChained(node: Node, reading: Reading, steps: Step[]): Expression {
  const value = node.childForFieldName("right");
  const name = `=${spotOf(node).join(":")}`;
  const held: Expression =
    value?.type === "assignment" ? readChained(value, reading, steps) : reading.expression(value);
  steps.push({ kind: "bind", target: { kind: "name", name }, value: held });
  const left = node.childForFieldName("left");
  const taken: Expression = { kind: "name", name };
  if (left?.type === "attribute" || left?.type === "subscript") {
    steps.push({ kind: "assign", to: reading.expression(left), value: taken, adds: false });
  } else if (left !== null) steps.push({ kind: "bind", target: reading.target(left), value: taken });
  return taken;
}

function readWith(node: Node, reading: Reading, steps: Step[]): void {
  const clause = childrenOf(node).find((child) => child.type === "with_clause");
  for (const item of clause === undefined ? [] : childrenOf(clause)) {
    const pattern = item.childForFieldName("value");
    if (pattern?.type !== "as_pattern") continue;
    const [value, alias] = childrenOf(pattern);
    const name = alias === undefined ? undefined : childrenOf(alias)[0];
    if (value && name) steps.push({ kind: "bind", target: reading.target(name), value: reading.expression(value) });
  }
  bodies(node, reading, steps);
}

function readLoop(node: Node, reading: Reading, steps: Step[]): void {
  const left = node.childForFieldName("left");
  if (left === null) return;
  const body = reading.steps(node.childForFieldName("body"));
  const of = reading.expression(node.childForFieldName("right"));
  steps.push({ kind: "loop", target: reading.target(left), of, body });
}

function readFunction(node: Node, reading: Reading, steps: Step[], decorators: readonly Expression[]): void {
  const name = node.childForFieldName("name")?.text ?? "";
  const value: Expression = { kind: "function", id: reading.declareFunction(node, decorators) };
  steps.push({ kind: "bind", target: { kind: "name", name }, value });
}

function readClass(node: Node, reading: Reading, steps: Step[], decorators: readonly Expression[]): void {
  const name = node.childForFieldName("name")?.text ?? "";
  const id = reading.declareClass(node, decorators);
  steps.push({ kind: "bind", target: { kind: "name", name }, value: { kind: "class", id } });
  const members = reading.sheet.classes[id]?.members ?? [];
  const fields = new Set(members.flatMap((each) => (each.role === "field" ? [each.name] : [])));
  for (const { role, decorators: own, value } of members) {
    if (role !== "field") applyDecorators(fields.size === 0 ? own : inClass(own, name, fields), value, steps);
  }
}

/** Decorators in the body of a class see its fields by their bare names: `@router.get("/")` where the class has a `router`. */
function inClass<Part>(part: Part, className: string, fields: ReadonlySet<string>): Part {
  if (Array.isArray(part)) return part.map((each) => inClass(each, className, fields)) as Part;
  if (typeof part !== "object" || part === null) return part;
  const { kind, name } = part as { kind?: unknown; name?: unknown };
  if (kind === "name" && typeof name === "string" && fields.has(name)) {
    return { ...part, kind: "member", of: { kind: "name", name: className } };
  }
  const entries = Object.entries(part).map(([key, each]) => [key, inClass(each, className, fields)]);
  return Object.fromEntries(entries) as Part;
}

/** A decorator is a call with what it decorates; the last one is applied first. */
function applyDecorators(decorators: readonly Expression[], value: Expression, steps: Step[]): void {
  for (const decorator of decorators.toReversed()) {
    const at = decorator.kind === "call" || decorator.kind === "member" ? decorator.at : undefined;
    if (at === undefined) continue;
    steps.push({ kind: "do", value: { kind: "call", callee: decorator, arguments: [{ value }], isNew: false, at } });
  }
}

function readDecorated(node: Node, reading: Reading, steps: Step[]): void {
  const definition = node.childForFieldName("definition");
  if (definition === null) return;
  const decorators = childrenOf(node)
    .filter((child) => child.type === "decorator")
    .map((child) => reading.expression(childrenOf(child)[0] ?? null));
  const name = definition.childForFieldName("name");
  if (definition.type === "class_definition") readClass(definition, reading, steps, decorators);
  else readFunction(definition, reading, steps, decorators);
  if (name !== null) applyDecorators(decorators, { kind: "name", name: name.text, at: spotOf(name) }, steps);
}

const IMPORTS = /^[ \t]*(?:from|import)[ \t].*$/gm;

function readImport(node: Node, reading: Reading, steps: Step[]): void {
  for (const each of childrenOf(node)) {
    const specifier = (each.childForFieldName("name") ?? each).text;
    const local = each.childForFieldName("alias")?.text ?? specifier;
    reading.sheet.imports.add(specifier);
    const isUnused = !new RegExp(`\\b${local.split(".")[0]}\\b`).test(withoutImports(reading));
    steps.push({ kind: "import", specifier, bindings: [{ imported: null, local, ...(isUnused ? { isUnused } : {}) }] });
  }
}

const strippedBefore = new WeakMap<Reading, string>();

function withoutImports(reading: Reading): string {
  const known = strippedBefore.get(reading) ?? reading.text.replace(IMPORTS, "");
  strippedBefore.set(reading, known);
  return known;
}

/** Whether a text names anything as an import does, beside that import. */
function isNamedAgain(name: string, text: string): boolean {
  let found = 0;
  for (let at = text.indexOf(name); at >= 0 && found < 2; at = text.indexOf(name, at + name.length)) {
    const around = `${text[at - 1] ?? ""} ${text[at + name.length] ?? ""}`;
    if (!/\w \w?|\w? \w/.test(around)) found += 1;
  }
  return found > 1;
}

function readImportFrom(node: Node, reading: Reading, steps: Step[]): void {
  const module = node.childForFieldName("module_name");
  if (module === null) return;
  const specifier = module.text.replace(/\s/g, "");
  reading.sheet.imports.add(specifier);
  const bindings: ImportBinding[] = [];
  for (const each of childrenOf(node)) {
    if (each.id === module.id) continue;
    if (each.type === "wildcard_import") bindings.push({ imported: "*", local: "*" });
    const imported = (each.childForFieldName("name") ?? each).text;
    if (each.type === "aliased_import" || each.type === "dotted_name") {
      const local = each.childForFieldName("alias")?.text ?? imported;
      const isUnused = !isNamedAgain(local, reading.text);
      bindings.push({ imported, local, ...(isUnused ? { isUnused } : {}) });
    }
  }
  steps.push({ kind: "import", specifier, bindings });
}
