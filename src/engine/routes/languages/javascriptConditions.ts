import type { Node } from "web-tree-sitter";
import { EQUALS, type Expression } from "../facts.ts";
import { childrenOf, type Reading, spotOf } from "./sheet.ts";

/** Tests of a name against what is written. */
const TEST = /\.(?:endsWith|startsWith|includes)\(\s*["'`][^"'`]*["'`]\s*\)$|^\/.*\/[a-z]*\.test\([^()]*\)$/;
/** True for a test of a text against what is written, such as one of the name of a file. */
export function isTest(condition: Node): boolean {
  return condition.type === "call_expression" && TEST.test(condition.text);
}

/** The test of a guard, and whether what passes it goes on; null for any other statement. */
export function guardOf(node: Node): { readonly test: Node; readonly passes: boolean } | null {
  if (node.type !== "if_statement" || node.childForFieldName("alternative") !== null) return null;
  if (!/^\{?\s*(?:continue|return)\s*;?\s*\}?$/.test(node.childForFieldName("consequence")?.text ?? "")) return null;
  const condition = childrenOf(node.childForFieldName("condition") ?? node)[0];
  const isTurned = condition?.type === "unary_expression" && condition.text.startsWith("!");
  const test = isTurned ? condition.childForFieldName("argument") : condition;
  return test && isTest(test) ? { test, passes: isTurned } : null;
}

const HAS = /^[\w.]+\.has(?:Own)?(?:Metadata)?\([^()]*\)$|^[\w.]+(?:\([\w.]+\))?\.is(?:Directory|File)\(\)$/;

/**
 * A plain name, member or entry, whether something is kept already, or what is not so, such as `options.readonly`, `!debug` and
 * `!routes.has(target)`; null for any other condition, and for what a request says.
 */
function switchOf(condition: Node): { readonly on: Node; readonly isTurned: boolean } | null {
  const isTurned = condition.type === "unary_expression" && condition.text.startsWith("!");
  const on = isTurned ? condition.childForFieldName("argument") : condition;
  if (on?.type === "call_expression" && HAS.test(on.text)) return { on, isTurned };
  if (on === null || !/^(?:identifier|member_expression|subscript_expression)$/.test(on.type)) return null;
  return /^[\w$.?]+(?:\[[\w$.]+\])?$|^this\.#?[\w$.?#]+$/.test(on.text) &&
    !/^(?:_?req(?:uest)?|ctx|c|event)\b/.test(on.text)
    ? { on, isTurned }
    : null;
}

/** What decides between two sides, and whether the first is for what counts as false. */
export interface Condition {
  readonly on: Expression;
  readonly isTurned: boolean;
}

/** Reads a condition that may be known when an application starts; null for any other. */
export function readCondition(condition: Node, reading: Reading): Condition | null {
  const plain = switchOf(condition);
  return plain === null ? readComparison(condition, reading) : { ...plain, on: reading.expression(plain.on) };
}

/** Reads the comparison of a name or member with a text, and whether it must be another; null for any other condition. */
function readComparison(condition: Node, reading: Reading): Condition | null {
  const of = condition.childForFieldName("left");
  const text = condition.childForFieldName("right");
  const operator = condition.childForFieldName("operator")?.type ?? "";
  if (condition.type !== "binary_expression" || text?.type !== "string" || !/^[!=]==?$/.test(operator)) return null;
  if (of === null || !/^[\w$.]+$/.test(of.text) || OF_REQUEST.test(of.text)) return null;
  const callee: Expression = { kind: "member", of: reading.expression(of), name: EQUALS };
  const value = reading.expression(text);
  const on: Expression = { kind: "call", callee, arguments: [{ value }], isNew: false, at: spotOf(condition) };
  return { on, isTurned: operator.startsWith("!") };
}

const METHOD = /^["'`](?:get|post|put|patch|delete|head|options|all)["'`]$/i;
/** A request says its method only when it comes. */
const OF_REQUEST = /^(?:_?req(?:uest)?|ctx|c|event|this)\b/;

/** What a condition compares with a method by name, and that method; null for any other. */
export function askedMethod(condition: Node): { readonly of: Node; readonly method: Node } | null {
  const method = condition.childForFieldName("right");
  const of = condition.childForFieldName("left");
  if (condition.type !== "binary_expression" || of === null || method === null) return null;
  if (!/^===?$/.test(condition.childForFieldName("operator")?.type ?? "")) return null;
  return METHOD.test(method.text) && !OF_REQUEST.test(of.text) ? { of, method } : null;
}
