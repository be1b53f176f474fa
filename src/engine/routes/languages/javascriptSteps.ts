import type { Node } from "web-tree-sitter";
import type { Case, Expression, ObjectEntry, Step } from "../facts.ts";
import { stepOf } from "./conditions.ts";
import { askedMethod, readCondition, readGuard } from "./javascriptConditions.ts";
import { readDecorators } from "./javascriptDeclarations.ts";
import { readKey } from "./javascriptExpressions.ts";
import { readExport, readImport } from "./javascriptModules.ts";
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
    if (guarded === null) readStatement(statement, reading, steps);
    else if (rest.length > 0) steps.push(guarded);
    if (guarded !== null) return;
  }
}

const READERS: Readonly<Record<string, Reader>> = {
  statement_block: block,
  labeled_statement: block,
  finally_clause: block,
  else_clause: block,
  try_statement: block,
  while_statement: block,
  do_statement: block,
  catch_clause: (node, reading, steps) => readStatement(node.childForFieldName("body"), reading, steps),
  for_statement: (node, reading, steps) => readStatement(node.childForFieldName("body"), reading, steps),
  if_statement: readIf,
  for_in_statement: readLoop,
  switch_statement: readSwitch,
  lexical_declaration: readVariables,
  variable_declaration: readVariables,
  function_declaration: readNamedFunction,
  generator_function_declaration: readNamedFunction,
  class_declaration: readNamedClass,
  abstract_class_declaration: readNamedClass,
  enum_declaration: readEnum,
  return_statement: (node, reading, steps) => {
    const value = childrenOf(node)[0];
    if (value !== undefined) steps.push({ kind: "return", value: reading.expression(value) });
  },
  expression_statement: (node, reading, steps) => {
    const value = childrenOf(node)[0];
    if (value !== undefined) readEffect(value, reading, steps);
  },
  import_statement: readImport,
  export_statement: (node, reading, steps) => readExport(node, reading, steps, readStatement),
};

/** Reads the statements of a JavaScript or TypeScript body into steps. */
export function readSteps(node: Node | null, reading: Reading): Step[] {
  const steps: Step[] = [];
  if (node !== null) block(node, reading, steps);
  return steps;
}

function readStatement(node: Node | null, reading: Reading, steps: Step[]): void {
  if (node !== null) READERS[node.type]?.(node, reading, steps);
}

function readEffect(node: Node, reading: Reading, steps: Step[]): void {
  if (node.type === "assignment_expression" || node.type === "augmented_assignment_expression") {
    const left = node.childForFieldName("left");
    const right = node.childForFieldName("right");
    if (left === null || right === null) return;
    const operator = node.childForFieldName("operator")?.type ?? "";
    const value = readChained(right, reading, steps);
    const isFilled = /^(?:\?\?|\|\|)=$/.test(operator);
    const kept: Expression = isFilled ? { kind: "either", options: [reading.expression(left), value] } : value;
    assignTo(left, kept, operator === "+=", reading, steps);
    return;
  }
  if (node.type === "binary_expression" || node.type === "ternary_expression" || node.type === "sequence_expression") {
    for (const child of childrenOf(node)) readEffect(child, reading, steps);
    return;
  }
  if (node.type === "unary_expression") {
    const argument = node.childForFieldName("argument");
    if (argument !== null) readEffect(argument, reading, steps);
    return;
  }
  if (node.type === "yield_expression") {
    const isEach = node.children.some((child) => child.type === "*");
    steps.push({ kind: "yield", value: reading.expression(childrenOf(node)[0] ?? null), isEach });
    return;
  }
  const value = reading.expression(node);
  if (value.kind !== "unknown" && value.kind !== "text" && value.kind !== "number") steps.push({ kind: "do", value });
}

function assignTo(left: Node, value: Expression, adds: boolean, reading: Reading, steps: Step[]): void {
  if (/pattern$/.test(left.type)) steps.push({ kind: "bind", target: reading.target(left), value });
  else steps.push({ kind: "assign", to: reading.expression(left), value, adds });
}

/** `router = module.exports = Router()` evaluates the value once: the others take it from a name that no program can write. */
function readChained(node: Node, reading: Reading, steps: Step[]): Expression {
  const [only] = node.type === "parenthesized_expression" ? childrenOf(node) : [];
  if (only !== undefined) return readChained(only, reading, steps);
  const left = node.childForFieldName("left");
  const right = node.childForFieldName("right");
  if (node.type !== "assignment_expression" || left === null || right === null) return reading.expression(node);
  const name = `=${spotOf(node).join(":")}`;
  steps.push({ kind: "bind", target: { kind: "name", name }, value: readChained(right, reading, steps) });
  const taken: Expression = { kind: "name", name };
  assignTo(left, taken, false, reading, steps);
  return taken;
}

function readVariables(node: Node, reading: Reading, steps: Step[]): void {
  for (const each of childrenOf(node)) {
    const name = each.childForFieldName("name");
    const value = each.childForFieldName("value");
    if (name === null || value === null) continue;
    steps.push({ kind: "bind", target: reading.target(name), value: readChained(value, reading, steps) });
  }
}

function readNamedFunction(node: Node, reading: Reading, steps: Step[]): void {
  const name = node.childForFieldName("name")?.text;
  const value: Expression = { kind: "function", id: reading.declareFunction(node, []) };
  if (name !== undefined) steps.unshift({ kind: "bind", target: { kind: "name", name }, value });
}

function readNamedClass(node: Node, reading: Reading, steps: Step[]): void {
  const name = node.childForFieldName("name")?.text;
  const outer = node.parent?.type === "export_statement" ? readDecorators(node.parent, reading) : [];
  const value: Expression = { kind: "class", id: reading.declareClass(node, outer) };
  if (name !== undefined) steps.push({ kind: "bind", target: { kind: "name", name }, value });
}

function readEnum(node: Node, reading: Reading, steps: Step[]): void {
  const name = node.childForFieldName("name")?.text;
  const body = node.childForFieldName("body");
  if (name === undefined || body === null) return;
  const entries: ObjectEntry[] = [];
  for (const child of childrenOf(body)) {
    const key = child.childForFieldName("name");
    const value = child.childForFieldName("value");
    if (key !== null) entries.push({ key: readKey(key, reading), value: reading.expression(value), at: spotOf(child) });
  }
  steps.push({ kind: "bind", target: { kind: "name", name }, value: { kind: "object", entries } });
}

function readLoop(node: Node, reading: Reading, steps: Step[]): void {
  const left = node.childForFieldName("left");
  const body = node.childForFieldName("body");
  if (left === null || body === null) return;
  const inner: Step[] = [];
  readStatement(body, reading, inner);
  const keys = node.childForFieldName("operator")?.type === "in";
  const right = reading.expression(node.childForFieldName("right"));
  const of: Expression = keys ? callOf("Object", "keys", right) : right;
  steps.push({ kind: "loop", target: reading.target(left), of, body: inner });
}

function callOf(object: string, method: string, value: Expression): Expression {
  const callee: Expression = { kind: "member", of: { kind: "name", name: object }, name: method };
  return { kind: "call", callee, arguments: [{ value }], isNew: false, at: [0, 0] };
}

/** The branches follow one another, but where the condition asks for one method by name, or may be known when the application starts. */
function readIf(node: Node, reading: Reading, steps: Step[]): void {
  const condition = childrenOf(node.childForFieldName("condition") ?? node)[0] ?? node;
  const asked = askedMethod(condition);
  const bodies = ["consequence", "alternative"].map((name) => {
    const body: Step[] = [];
    readStatement(node.childForFieldName(name), reading, body);
    return body;
  });
  const [then = [], otherwise = []] = bodies;
  if (then.length + otherwise.length === 0) return;
  const decides = asked === null ? readCondition(condition, reading) : null;
  if (decides !== null) steps.push(stepOf(decides, then, otherwise));
  else if (asked === null) steps.push(...then, ...otherwise);
  else {
    const value = reading.expression(asked.method);
    const cases: Case[] = [
      { value, body: then },
      { value: null, body: otherwise },
    ];
    steps.push({ kind: "branch", on: reading.expression(asked.of), cases });
  }
}

function readSwitch(node: Node, reading: Reading, steps: Step[]): void {
  const cases: Case[] = [];
  const body = node.childForFieldName("body");
  for (const each of body === null ? [] : childrenOf(body)) {
    const value = each.childForFieldName("value");
    const inner: Step[] = [];
    for (const child of childrenOf(each)) readStatement(child, reading, inner);
    cases.push({ value: value === null ? null : reading.expression(value), body: inner });
  }
  steps.push({ kind: "branch", on: reading.expression(node.childForFieldName("value")), cases });
}
