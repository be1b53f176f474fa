import type { Node } from "web-tree-sitter";
import type { Argument, Expression, ObjectEntry, Spot } from "../facts.ts";
import { readCondition } from "./javascriptConditions.ts";
import { childrenOf, type Reading, sourceOf, spotOf } from "./sheet.ts";

type Reader = (node: Node, reading: Reading) => Expression;

const inner: Reader = (node, reading) => reading.expression(childrenOf(node)[0] ?? null);
const unknown = (node: Node): Expression => ({ kind: "unknown", source: sourceOf(node) });

const READERS: Readonly<Record<string, Reader>> = {
  string: (node) => ({ kind: "text", value: stringValue(node), at: spotOf(node) }),
  template_string: readTemplate,
  number: (node) => ({ kind: "number", value: Number(node.text) }),
  true: () => ({ kind: "truth", value: true }),
  false: () => ({ kind: "truth", value: false }),
  null: () => ({ kind: "nothing" }),
  undefined: () => ({ kind: "nothing" }),
  identifier: readName,
  shorthand_property_identifier: readName,
  meta_property: (node) => ({ kind: "name", name: node.text.replace(/\s/g, "") }),
  this: () => ({ kind: "self" }),
  super: () => ({ kind: "base" }),
  regex: (node) => ({
    kind: "pattern",
    source: node.childForFieldName("pattern")?.text ?? "",
    flags: node.childForFieldName("flags")?.text ?? "",
    at: spotOf(node),
  }),
  member_expression: readMember,
  subscript_expression: (node, reading) => ({
    kind: "index",
    of: reading.expression(node.childForFieldName("object")),
    key: reading.expression(node.childForFieldName("index")),
  }),
  call_expression: readCall,
  new_expression: readNew,
  await_expression: inner,
  parenthesized_expression: inner,
  non_null_expression: inner,
  as_expression: inner,
  satisfies_expression: inner,
  instantiation_expression: inner,
  type_assertion: (node, reading) => reading.expression(childrenOf(node).at(-1) ?? null),
  binary_expression: readBinary,
  unary_expression: readUnary,
  ternary_expression: readTernary,
  assignment_expression: (node, reading) => reading.expression(node.childForFieldName("right")),
  sequence_expression: (node, reading) => reading.expression(childrenOf(node).at(-1) ?? null),
  array: (node, reading) => ({ kind: "list", items: readArguments(node, reading) }),
  object: readObject,
  arrow_function: readFunction,
  function_expression: readFunction,
  generator_function: readFunction,
  function_declaration: readFunction,
  class: (node, reading) => ({ kind: "class", id: reading.declareClass(node, []) }),
};

/** Reads one JavaScript or TypeScript expression; what cannot carry a path or a router becomes `unknown`. */
export function readExpression(node: Node | null, reading: Reading): Expression {
  if (node === null) return { kind: "nothing" };
  return READERS[node.type]?.(node, reading) ?? unknown(node);
}

function readName(node: Node): Expression {
  const { text } = node;
  return text === "undefined" ? { kind: "nothing" } : { kind: "name", name: text, at: spotOf(node) };
}

function readFunction(node: Node, reading: Reading): Expression {
  return { kind: "function", id: reading.declareFunction(node, []) };
}

/** The value of a string literal, its escapes resolved. */
export function stringValue(node: Node): string {
  let value = "";
  for (const child of childrenOf(node)) {
    value += child.type === "escape_sequence" ? resolveEscape(child.text) : child.text;
  }
  return value;
}

function resolveEscape(text: string): string {
  const simple: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f", v: "\v", "0": "\0" };
  const code = /^\\(?:u\{([0-9a-f]+)\}|u([0-9a-f]{4})|x([0-9a-f]{2}))$/i.exec(text);
  const hex = code?.[1] ?? code?.[2] ?? code?.[3];
  if (hex !== undefined) {
    const point = Number.parseInt(hex, 16);
    return point <= 0x10ffff ? String.fromCodePoint(point) : "";
  }
  return simple[text[1] ?? ""] ?? text.slice(1);
}

function readTemplate(node: Node, reading: Reading): Expression {
  const parts: Expression[] = [];
  for (const child of childrenOf(node)) {
    if (child.type === "template_substitution") parts.push(reading.expression(childrenOf(child)[0] ?? null));
    else {
      const value = child.type === "escape_sequence" ? resolveEscape(child.text) : child.text;
      parts.push({ kind: "text", value });
    }
  }
  if (parts.every((part) => part.kind === "text")) {
    const value = parts.map((part) => part.value).join("");
    const rows = node.endPosition.row - node.startPosition.row;
    const keepsLines = rows > 0 && value.split("\n").length === rows + 1;
    return { kind: "text", value, at: spotOf(node), ...(keepsLines ? { keepsLines } : {}) };
  }
  // Beside a text, numbers are no sum.
  const isText = parts.some((part) => part.kind === "text");
  return { kind: "join", parts: isText ? parts : [{ kind: "text", value: "" }, ...parts] };
}

function readMember(node: Node, reading: Reading): Expression {
  const property = node.childForFieldName("property");
  const of = node.childForFieldName("object");
  if (property === null || of === null) return unknown(node);
  return { kind: "member", of: reading.expression(of), name: property.text, at: spotOf(property) };
}

function callSpot(callee: Node, whole: Node): Spot {
  const property = callee.type === "member_expression" ? callee.childForFieldName("property") : null;
  if (property === null || property.startPosition.row === whole.startPosition.row) return spotOf(whole);
  return spotOf(property);
}

/** Tags that mark a text as GraphQL and leave it as it is. */
const SCHEMA_TAG = /^(?:gql|graphql)$/;

function readCall(node: Node, reading: Reading): Expression {
  const callee = node.childForFieldName("function");
  const list = node.childForFieldName("arguments");
  if (callee === null) return unknown(node);
  if (list?.type === "template_string")
    return SCHEMA_TAG.test(callee.text) ? readTemplate(list, reading) : unknown(node);
  const items = list === null ? [] : readArguments(list, reading);
  const first = items[0]?.value;
  if (callee.type === "import" || (callee.type === "identifier" && callee.text === "require")) {
    if (first?.kind === "text") {
      reading.sheet.imports.add(first.value);
      return { kind: "module", specifier: first.value };
    }
    reading.sheet.loadsDynamically = true;
    const loader: Expression = { kind: "name", name: callee.type === "import" ? "import" : "require" };
    return { kind: "call", callee: loader, arguments: items, isNew: false, at: spotOf(node) };
  }
  if (/^(?:import\.meta\.glob|requireDirectory|requireAll|require\.context)/.test(callee.text)) {
    reading.sheet.loadsDynamically = true;
  }
  return {
    kind: "call",
    callee: reading.expression(callee),
    arguments: items,
    isNew: false,
    at: callSpot(callee, node),
  };
}

function readNew(node: Node, reading: Reading): Expression {
  const list = node.childForFieldName("arguments");
  return {
    kind: "call",
    callee: reading.expression(node.childForFieldName("constructor")),
    arguments: list === null ? [] : readArguments(list, reading),
    isNew: true,
    at: spotOf(node),
  };
}

function readArguments(list: Node, reading: Reading): Argument[] {
  return childrenOf(list).map((child) =>
    child.type === "spread_element"
      ? { spread: true, value: reading.expression(childrenOf(child)[0] ?? null) }
      : { value: reading.expression(child) },
  );
}

function readBinary(node: Node, reading: Reading): Expression {
  const operator = node.childForFieldName("operator")?.type;
  const left = () => reading.expression(node.childForFieldName("left"));
  const right = () => reading.expression(node.childForFieldName("right"));
  if (operator === "+") return { kind: "join", parts: [left(), right()] };
  if (/^[!=]==?$/.test(operator ?? "") || (/^(?:&&|\|\|)$/.test(operator ?? "") && isVerdict(node))) {
    return readCondition(node, reading)?.on ?? unknown(node);
  }
  if (operator === "||" || operator === "??") return { kind: "either", options: [left(), right()] };
  if (operator === "&&") return { kind: "either", options: [right()] };
  return unknown(node);
}

/** True where the last part of a condition is true or false itself, and no value that may stand for one. */
function isVerdict(node: Node): boolean {
  const right = node.childForFieldName("right");
  return right !== null && /^!|[!=]==|\.(?:ends|starts)With\(|\.(?:includes|test|has)\(/.test(right.text);
}

function readUnary(node: Node, reading: Reading): Expression {
  if (node.text.startsWith("!")) return readCondition(node, reading)?.on ?? unknown(node);
  const argument = node.childForFieldName("argument");
  const isNegative = node.childForFieldName("operator")?.type === "-" && argument?.type === "number";
  return isNegative ? { kind: "number", value: -Number(argument.text) } : unknown(node);
}

function readTernary(node: Node, reading: Reading): Expression {
  const condition = node.childForFieldName("condition");
  const options = ["consequence", "alternative"].map((name) => reading.expression(node.childForFieldName(name)));
  const decides = readCondition(condition, reading);
  return { kind: "either", options, ...(decides === null ? {} : { on: decides.on }) };
}

function readObject(node: Node, reading: Reading): Expression {
  const entries: ObjectEntry[] = [];
  for (const child of childrenOf(node)) {
    const at = spotOf(child);
    if (child.type === "pair") {
      const key = child.childForFieldName("key");
      if (key === null) continue;
      entries.push({ key: readKey(key, reading), value: reading.expression(child.childForFieldName("value")), at });
    } else if (child.type === "shorthand_property_identifier") {
      entries.push({ key: { kind: "text", value: child.text }, value: readName(child), at });
    } else if (child.type === "spread_element") {
      entries.push({ key: null, value: reading.expression(childrenOf(child)[0] ?? null), at });
    } else if (child.type === "method_definition") {
      const name = child.childForFieldName("name");
      const value: Expression = { kind: "function", id: reading.declareFunction(child, []) };
      if (name !== null) entries.push({ key: readKey(name, reading), value, at });
    }
  }
  return { kind: "object", entries };
}

/** The key of an object entry or class member: its name, or the expression that computes it. */
export function readKey(node: Node, reading: Reading): Expression {
  if (node.type === "string") return { kind: "text", value: stringValue(node) };
  if (node.type === "computed_property_name") return reading.expression(childrenOf(node)[0] ?? null);
  return { kind: "text", value: node.text };
}
