import type { Node } from "web-tree-sitter";
import type { Expression, MemberFact, Parameter, Step, Target, TargetField } from "../facts.ts";
import { readKey } from "./javascriptExpressions.ts";
import { childrenOf, type Reading, sourceOf, spotOf } from "./sheet.ts";
import type { TraitsReader } from "./traits.ts";

/** Reads what a declaration, parameter or assignment names. */
export function readTarget(node: Node, reading: Reading): Target {
  if (node.type === "object_pattern") return readFields(node, reading);
  if (node.type === "array_pattern") {
    return { kind: "items", items: childrenOf(node).map((child) => reading.target(child)) };
  }
  if (node.type === "assignment_pattern" || node.type === "object_assignment_pattern") {
    const left = node.childForFieldName("left");
    if (left !== null) return reading.target(left);
  }
  if (node.type === "rest_pattern") {
    const name = childrenOf(node)[0];
    if (name !== undefined) return reading.target(name);
  }
  return { kind: "name", name: node.text };
}

function readFields(node: Node, reading: Reading): Target {
  const fields: TargetField[] = [];
  let rest: string | null = null;
  for (const child of childrenOf(node)) {
    if (child.type === "rest_pattern") rest = childrenOf(child)[0]?.text ?? null;
    else fields.push(readField(child, reading));
  }
  return { kind: "fields", fields, rest };
}

function readField(node: Node, reading: Reading): TargetField {
  if (node.type === "object_assignment_pattern") {
    const name = node.childForFieldName("left")?.text ?? "";
    return {
      key: name,
      target: { kind: "name", name },
      otherwise: reading.expression(node.childForFieldName("right")),
    };
  }
  const value = node.type === "pair_pattern" ? node.childForFieldName("value") : null;
  if (value === null) return { key: node.text, target: { kind: "name", name: node.text }, otherwise: null };
  const otherwise = value.type === "assignment_pattern" ? reading.expression(value.childForFieldName("right")) : null;
  const key = node.childForFieldName("key");
  const text = key?.type === "string" ? key.text.slice(1, -1) : (key?.text ?? "");
  return { key: text, target: reading.target(value), otherwise };
}

/** Files a function, method or arrow function under its id. */
export function declareFunction(
  node: Node,
  reading: Reading,
  readTraits: TraitsReader,
  decorators: readonly Expression[],
): number {
  const { sheet } = reading;
  const id = sheet.functions.length;
  const parameters = readParameters(node, reading);
  const body = node.childForFieldName("body");
  const names = parameters.map((each) => (each.target.kind === "name" ? each.target.name : null));
  const name = node.childForFieldName("name")?.text ?? null;
  const text = body === null ? "" : reading.text.slice(body.startIndex, body.endIndex);
  const tests = reading.readPathTests(body, text);
  const place = { at: spotOf(node), endLine: node.endPosition.row + 1 };
  const placeholder = { id, name, parameters, ...place, decorators, ...(tests === undefined ? {} : { tests }) };
  const traits = readTraits(text, names);
  sheet.functions.push({ ...placeholder, body: [], traits });
  sheet.functions[id] = { ...placeholder, body: readBody(body, reading), traits };
  return id;
}

function readBody(body: Node | null, reading: Reading): Step[] {
  if (body === null) return [];
  if (body.type === "statement_block") return reading.steps(body);
  return [{ kind: "return", value: reading.expression(body) }];
}

function readParameters(node: Node, reading: Reading): Parameter[] {
  const single = node.childForFieldName("parameter");
  if (single !== null) return [plainParameter(reading.target(single), null)];
  const list = node.childForFieldName("parameters");
  return list === null ? [] : childrenOf(list).map((child) => readParameter(child, reading));
}

function plainParameter(target: Target, otherwise: Expression | null): Parameter {
  return { target, type: null, otherwise, isRest: false, decorators: [], isField: false };
}

function readParameter(node: Node, reading: Reading): Parameter {
  if (node.type !== "required_parameter" && node.type !== "optional_parameter") {
    const otherwise = node.type === "assignment_pattern" ? reading.expression(node.childForFieldName("right")) : null;
    return { ...plainParameter(reading.target(node), otherwise), isRest: node.type === "rest_pattern" };
  }
  const pattern = node.childForFieldName("pattern");
  const value = node.childForFieldName("value");
  return {
    target: pattern === null ? { kind: "name", name: "" } : reading.target(pattern),
    type: typeOf(node),
    otherwise: value === null ? null : reading.expression(value),
    isRest: pattern?.type === "rest_pattern",
    decorators: readDecorators(node, reading),
    isField: childrenOf(node).some((child) => child.type === "accessibility_modifier") || /^readonly\b/.test(node.text),
  };
}

function typeOf(node: Node): string | null {
  const type = node.childForFieldName("type");
  return type === null ? null : sourceOf(type).replace(/^:\s*/, "");
}

/** The decorators written on a node, as expressions. */
export function readDecorators(node: Node, reading: Reading): Expression[] {
  return childrenOf(node)
    .filter((child) => child.type === "decorator")
    .map((child) => reading.expression(childrenOf(child)[0] ?? null));
}

/** Files a class under its id. */
export function declareClass(node: Node, reading: Reading, decorators: readonly Expression[]): number {
  const { sheet } = reading;
  const id = sheet.classes.length;
  const fact = {
    id,
    name: node.childForFieldName("name")?.text ?? null,
    bases: readBases(node, reading),
    decorators: [...decorators, ...readDecorators(node, reading)],
    at: spotOf(node),
    endLine: node.endPosition.row + 1,
  };
  sheet.classes.push({ ...fact, members: [] });
  sheet.classes[id] = { ...fact, members: readMembers(node.childForFieldName("body"), reading) };
  return id;
}

function readBases(node: Node, reading: Reading): Expression[] {
  const heritage = childrenOf(node).find((child) => child.type === "class_heritage");
  if (heritage === undefined) return [];
  const clause = childrenOf(heritage).find((child) => child.type === "extends_clause");
  const value = clause?.childForFieldName("value") ?? (clause === undefined ? childrenOf(heritage)[0] : undefined);
  if (value === undefined || value.type === "implements_clause") return [];
  return [reading.expression(value)];
}

function readMembers(body: Node | null, reading: Reading): MemberFact[] {
  const members: MemberFact[] = [];
  let decorators: Expression[] = [];
  for (const child of body === null ? [] : childrenOf(body)) {
    if (child.type === "decorator") {
      decorators.push(reading.expression(childrenOf(child)[0] ?? null));
      continue;
    }
    const member = readMember(child, reading, decorators);
    if (member !== null) members.push(member);
    decorators = [];
  }
  return members;
}

function readMember(node: Node, reading: Reading, outer: readonly Expression[]): MemberFact | null {
  const isMethod = node.type === "method_definition" || node.type === "abstract_method_signature";
  const named = node.childForFieldName("name") ?? node.childForFieldName("property");
  if (named === null || !(isMethod || /field_definition$/.test(node.type))) return null;
  const decorators = [...outer, ...readDecorators(node, reading)];
  const key = readKey(named, reading);
  const words = node.text.slice(0, Math.max(0, named.startIndex - node.startIndex));
  const name = key.kind === "text" ? key.value : named.text;
  const value: Expression = isMethod
    ? { kind: "function", id: reading.declareFunction(node, decorators) }
    : reading.expression(node.childForFieldName("value"));
  const role = !isMethod
    ? "field"
    : name === "constructor"
      ? "constructor"
      : /\bget\s*$/.test(words)
        ? "getter"
        : "method";
  return { name, value, isStatic: /\bstatic\b/.test(words), role, type: typeOf(node), decorators, at: spotOf(named) };
}
