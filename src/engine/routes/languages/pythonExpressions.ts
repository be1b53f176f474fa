import type { Node } from "web-tree-sitter";
import type { Argument, Expression, ObjectEntry } from "../facts.ts";
import { readCondition } from "./pythonConditions.ts";
import { childrenOf, type Reading, sourceOf, spotOf } from "./sheet.ts";

type Reader = (node: Node, reading: Reading) => Expression;

const inner: Reader = (node, reading) => reading.expression(childrenOf(node)[0] ?? null);
const field =
  (name: string): Reader =>
  (node, reading) =>
    reading.expression(node.childForFieldName(name));

const READERS: Readonly<Record<string, Reader>> = {
  string: readString,
  concatenated_string: (node, reading) => joinParts(childrenOf(node).map((child) => reading.expression(child))),
  integer: (node) => ({ kind: "number", value: Number(node.text) }),
  float: (node) => ({ kind: "number", value: Number(node.text) }),
  true: () => ({ kind: "truth", value: true }),
  false: () => ({ kind: "truth", value: false }),
  none: () => ({ kind: "nothing" }),
  identifier: (node) => ({ kind: "name", name: node.text, at: spotOf(node) }),
  attribute: readAttribute,
  subscript: readSubscript,
  unary_operator: (node, reading) => {
    const value = reading.expression(node.childForFieldName("argument"));
    const isNegative = value.kind === "number" && node.childForFieldName("operator")?.type === "-";
    return isNegative ? { kind: "number", value: -value.value } : { kind: "unknown", source: sourceOf(node) };
  },
  call: readCall,
  await: inner,
  parenthesized_expression: inner,
  named_expression: field("value"),
  binary_operator: readBinary,
  not_operator: readTest,
  comparison_operator: readTest,
  boolean_operator: (node, reading) => {
    // The last part may be a value that stands for true.
    const last = node.childForFieldName("right")?.type ?? "";
    const test = /^(?:not_operator|comparison_operator|call)$/.test(last) ? readCondition(node, reading) : null;
    if (test !== null) return test.on;
    const right = reading.expression(node.childForFieldName("right"));
    if (node.childForFieldName("operator")?.type === "and") return { kind: "either", options: [right] };
    return { kind: "either", options: [reading.expression(node.childForFieldName("left")), right] };
  },
  conditional_expression: (node, reading) => {
    const [yes, condition, no] = childrenOf(node);
    const decides = readCondition(condition, reading);
    const options = [yes, no].map((each) => reading.expression(each ?? null));
    return { kind: "either", options, ...(decides === null ? {} : { on: decides.on }) };
  },
  list: (node, reading) => ({ kind: "list", items: readPythonArguments(node, reading) }),
  list_splat: inner,
  tuple: (node, reading) => ({ kind: "list", items: readPythonArguments(node, reading) }),
  set: (node, reading) => ({ kind: "list", items: readPythonArguments(node, reading) }),
  expression_list: (node, reading) => ({ kind: "list", items: readPythonArguments(node, reading) }),
  dictionary: readDictionary,
  list_comprehension: readComprehension,
  generator_expression: readComprehension,
  lambda: (node, reading) => ({ kind: "function", id: reading.declareFunction(node, []) }),
  type: inner,
};

function readTest(node: Node, reading: Reading): Expression {
  return readCondition(node, reading)?.on ?? { kind: "unknown", source: sourceOf(node) };
}

/** Reads one Python expression; what cannot carry a path or a router becomes `unknown`. */
export function readPythonExpression(node: Node | null, reading: Reading): Expression {
  if (node === null) return { kind: "nothing" };
  return READERS[node.type]?.(node, reading) ?? { kind: "unknown", source: sourceOf(node) };
}

function joinParts(parts: readonly Expression[]): Expression {
  if (parts.every((part) => part.kind === "text")) {
    return { kind: "text", value: parts.map((part) => part.value).join("") };
  }
  // Beside a text, numbers are no sum.
  const isText = parts.some((part) => part.kind === "text");
  return { kind: "join", parts: isText ? parts : [{ kind: "text", value: "" }, ...parts] };
}

/** The value of a string literal; f-strings become joins. */
function readString(node: Node, reading: Reading): Expression {
  const start = childrenOf(node)[0]?.text ?? "";
  const isRaw = /^[a-z]*r/i.test(start);
  const isFormatted = /^[a-z]*f/i.test(start);
  const parts: Expression[] = [];
  for (const child of childrenOf(node)) {
    if (child.type === "interpolation") parts.push(reading.expression(child.childForFieldName("expression")));
    else if (child.type === "string_content") {
      const value = isRaw
        ? child.text
        : child.text.replace(/\\(\r?\n|.)/g, (_, escaped: string) => unescapeOne(escaped));
      // Only formatted strings write braces twice.
      const plain = isFormatted ? value.replaceAll("{{", "{").replaceAll("}}", "}") : value;
      parts.push({ kind: "text", value: plain });
    }
  }
  const joined = joinParts(parts);
  return joined.kind === "text" ? { ...joined, at: spotOf(node) } : joined;
}

function unescapeOne(escaped: string): string {
  if (escaped === "n") return "\n";
  if (escaped === "t") return "\t";
  if (/^\r?\n$/.test(escaped)) return "";
  // An unknown escape such as \d keeps its backslash.
  return /^[\\'"]$/.test(escaped) ? escaped : `\\${escaped}`;
}

function readAttribute(node: Node, reading: Reading): Expression {
  const name = node.childForFieldName("attribute");
  const of = node.childForFieldName("object");
  if (name === null || of === null) return { kind: "unknown", source: sourceOf(node) };
  return { kind: "member", of: reading.expression(of), name: name.text, at: spotOf(name) };
}

function readCall(node: Node, reading: Reading): Expression {
  const callee = node.childForFieldName("function");
  const list = node.childForFieldName("arguments");
  if (callee === null) return { kind: "unknown", source: sourceOf(node) };
  if (callee.type === "identifier" && callee.text === "super") return { kind: "base" };
  if (/(?:^|\.)(?:import_module|__import__|find_modules|import_string|iter_modules)$/.test(callee.text)) {
    reading.sheet.loadsDynamically = true;
  }
  const items =
    list === null
      ? []
      : list.type === "argument_list"
        ? readPythonArguments(list, reading)
        : [{ value: reading.expression(list) }];
  return { kind: "call", callee: reading.expression(callee), arguments: items, isNew: false, at: spotOf(node) };
}

/** The grammar may read `*a.b` as a member of `*a`. */
function startsWithSplat(node: Node): boolean {
  if (node.type === "list_splat") return true;
  const first = node.childForFieldName("object") ?? node.childForFieldName("function");
  return first !== null && node.text.startsWith("*") && startsWithSplat(first);
}

/** The items of an argument list, list, tuple or set; keyword arguments keep their names. */
export function readPythonArguments(list: Node, reading: Reading): Argument[] {
  return childrenOf(list).map((child): Argument => {
    if (child.type === "keyword_argument") {
      const name = child.childForFieldName("name")?.text ?? "";
      return { name, value: reading.expression(child.childForFieldName("value")) };
    }
    if (startsWithSplat(child)) return { spread: true, value: reading.expression(child) };
    if (child.type === "dictionary_splat") return { name: "**", value: inner(child, reading) };
    return { value: reading.expression(child) };
  });
}

function readBinary(node: Node, reading: Reading): Expression {
  const operator = node.childForFieldName("operator")?.type;
  const left = reading.expression(node.childForFieldName("left"));
  const right = reading.expression(node.childForFieldName("right"));
  if (operator === "+") return { kind: "join", parts: [left, right] };
  if (operator === "|") return { kind: "either", options: [left, right] };
  if (operator === "%" && left.kind === "text") return formatWith(left.value, right);
  if (operator === "/") return { kind: "join", parts: [left, { kind: "text", value: "/" }, right] };
  return { kind: "unknown", source: sourceOf(node) };
}

function formatWith(text: string, right: Expression): Expression {
  const values = right.kind === "list" ? right.items.map((item) => item.value) : [right];
  const parts: Expression[] = [];
  for (const [index, piece] of text.split(/%[sdr]/).entries()) {
    const value = values[index - 1];
    if (index > 0) parts.push(value ?? { kind: "unknown", source: "value" });
    parts.push({ kind: "text", value: piece });
  }
  return joinParts(parts);
}

function readDictionary(node: Node, reading: Reading): Expression {
  const entries: ObjectEntry[] = childrenOf(node).map((child) => {
    const at = spotOf(child);
    if (child.type !== "pair") return { key: null, value: inner(child, reading), at };
    const key = reading.expression(child.childForFieldName("key"));
    return { key, value: reading.expression(child.childForFieldName("value")), at };
  });
  return { kind: "object", entries };
}

/** Clauses follow one another from the outermost in; a condition leaves out what it is known to. */
function readComprehension(node: Node, reading: Reading): Expression {
  const clauses = childrenOf(node).filter((child) => child.type === "for_in_clause");
  const body = reading.expression(node.childForFieldName("body"));
  const filter = childrenOf(node).findLast((child) => child.type === "if_clause");
  const kept = filter === undefined ? null : readCondition(childrenOf(filter)[0], reading);
  return clauses.reduceRight<Expression>((value, clause, at) => {
    const left = clause.childForFieldName("left");
    if (left === null) return { kind: "unknown", source: sourceOf(node) };
    return {
      kind: "each",
      target: reading.target(left),
      of: reading.expression(clause.childForFieldName("right")),
      value,
      ...(at < clauses.length - 1 ? { isFlat: true } : {}),
      ...(at === clauses.length - 1 && kept !== null ? { on: kept.on } : {}),
    };
  }, body);
}

/** `name[1:-3]` is a slice of it. */
function readSubscript(node: Node, reading: Reading): Expression {
  const of = reading.expression(node.childForFieldName("value"));
  const key = node.childForFieldName("subscript");
  if (key?.type !== "slice") return { kind: "index", of, key: reading.expression(key) };
  const parts: Argument[] = [{ value: { kind: "number", value: 0 } }];
  let at = 0;
  for (const child of key.children) {
    if (child.type === ":") at += 1;
    else parts[at] = { value: reading.expression(child) };
  }
  return {
    kind: "call",
    callee: { kind: "member", of, name: "slice" },
    arguments: parts,
    isNew: false,
    at: spotOf(node),
  };
}
