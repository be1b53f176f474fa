import type { Node } from "web-tree-sitter";
import type { Step } from "../facts.ts";
import { type Condition, denied, stepOf } from "./conditions.ts";
import { childrenOf, type Reading } from "./sheet.ts";

/** Tests of a name against what is written, and of whether something is kept already. */
const TEST = /\.(?:endsWith|startsWith|includes)\(\s*["'`][^"'`]*["'`]\s*\)$|^\/.*\/[a-z]*\.test\([^()]*\)$/;
const HAS = /^[\w.]+\.has(?:Own)?(?:Metadata)?\([^()]*\)$|^[\w.]+(?:\([\w.]+\))?\.is(?:Directory|File)\(\)$/;
/** A name, a member or an entry. */
const PLAIN = /^[\w$.?]+(?:\[[\w$.]+\])?$|^this\.#?[\w$.?#]+$/;
/** What calls with plain arguments give, such as `name.split(":").length`. */
const CALL = /^[\w$.]+\([^()=]*\)(?:\.length)?$/;
/** What a request says is only known when it comes. */
const OF_REQUEST = /^(?:_?req(?:uest)?|ctx|c|event)\b/;
const CONSTANT = /^(?:string|number|true|false|null|undefined)$/;

/**
 * Reads a condition on plain names, what they are compared with, whether something is kept already, and tests of a text, such as
 * `options.readonly`, `stage !== "live"` and `!routes.has(target)`; null for any other, and for what a request says.
 */
export function readCondition(node: Node | null | undefined, reading: Reading): Condition | null {
  if (!node) return null;
  const { type, text } = node;
  if (type === "parenthesized_expression") return readCondition(childrenOf(node)[0], reading);
  if (type === "unary_expression" && text.startsWith("!"))
    return denied(readCondition(node.childForFieldName("argument"), reading));
  if (type === "binary_expression") return readComparison(node, reading) ?? readBoth(node, reading);
  const isTest = type === "call_expression" && TEST.test(text);
  const isPlain = /^(?:identifier|member_expression|subscript_expression)$/.test(type) && PLAIN.test(text);
  const isSwitch = (isPlain && !OF_REQUEST.test(text)) || (type === "call_expression" && HAS.test(text));
  return isTest || isSwitch ? { on: reading.expression(node), isSwitch } : null;
}

function readBoth(node: Node, reading: Reading): Condition | null {
  const operator = node.childForFieldName("operator")?.type;
  if (operator !== "&&" && operator !== "||") return null;
  const left = readCondition(node.childForFieldName("left"), reading);
  const right = left && readCondition(node.childForFieldName("right"), reading);
  if (!left || !right) return null;
  const holds = operator === "&&" ? "all" : "any";
  return { on: { kind: "test", holds, parts: [left.on, right.on] }, isSwitch: left.isSwitch && right.isSwitch };
}

/** A name, a member or what a call gives that is compared with a constant. */
function readComparison(node: Node, reading: Reading): Condition | null {
  const of = node.childForFieldName("left");
  const constant = node.childForFieldName("right");
  const operator = node.childForFieldName("operator")?.type ?? "";
  if (of === null || constant === null || !CONSTANT.test(constant.type) || !/^[!=]==?$/.test(operator)) return null;
  if (!(PLAIN.test(of.text) || CALL.test(of.text)) || OF_REQUEST.test(of.text)) return null;
  const parts = [reading.expression(of), reading.expression(constant)];
  const same: Condition = { on: { kind: "test", holds: "same", parts }, isSwitch: true };
  return operator.startsWith("!") ? denied(same) : same;
}

/** Reads a guard with what stands behind it, which is done only where it lets it: `if (!file.endsWith(".js")) continue;`; null for any other statement. */
export function readGuard(node: Node, reading: Reading, readRest: () => readonly Step[]): Step | null {
  if (node.type !== "if_statement" || node.childForFieldName("alternative") !== null) return null;
  const body = /^\{?\s*(continue|return)\s*;?\s*\}?$/.exec(node.childForFieldName("consequence")?.text ?? "")?.[1];
  if (body === undefined) return null;
  const condition = denied(readCondition(childrenOf(node.childForFieldName("condition") ?? node)[0], reading));
  // What a loop leaves out is no switch: it is there for the others.
  return condition && stepOf({ ...condition, isSwitch: condition.isSwitch && body !== "continue" }, readRest(), []);
}

const METHOD = /^["'`](?:get|post|put|patch|delete|head|options|all)["'`]$/i;

/** What a condition compares with a method by name, and that method; null for any other. */
export function askedMethod(condition: Node): { readonly of: Node; readonly method: Node } | null {
  const method = condition.childForFieldName("right");
  const of = condition.childForFieldName("left");
  if (condition.type !== "binary_expression" || of === null || method === null) return null;
  if (!/^===?$/.test(condition.childForFieldName("operator")?.type ?? "")) return null;
  return METHOD.test(method.text) && !OF_REQUEST.test(of.text) && !/^this\b/.test(of.text) ? { of, method } : null;
}
