import type { Node } from "web-tree-sitter";
import type { Step } from "../facts.ts";
import { type Condition, denied, stepOf } from "./conditions.ts";
import { childrenOf, type Reading } from "./sheet.ts";

/** A plain name or attribute; what a request says is only known when it comes, and a module that is run is named otherwise than one that is read. */
const PLAIN = /^(?!(?:self\.)?request\b|__name__$)[\w.]+$/;
/** An entry by its written name, and a variable of the environment. */
const ENTRY = /^(?!(?:self\.)?request\b)[\w.]+\[(?:"[\w.]+"|'[\w.]+')\]$|^os\.(?:getenv|environ\.get)\([^()]*\)$/;
/** Tests of what something has or is, those of one's own by the way they are named. */
const TEST =
  /^(?:hasattr|isinstance|issubclass|callable)\(|^(?!(?:self\.)?request\b)[\w.]+\.(?:starts|ends)with\(|^(?:(?:self|cls)\.)?_*(?:is|has|have|should|can)_\w+\(/;
const CONSTANT = /^(?:string|integer|true|false|none)$/;

/** Reads a condition on names, what they are compared with, and tests of what something has or is; null for any other. */
export function readCondition(node: Node | null | undefined, reading: Reading): Condition | null {
  if (!node) return null;
  const { type, text } = node;
  if (type === "parenthesized_expression") return readCondition(childrenOf(node)[0], reading);
  if (type === "not_operator") return denied(readCondition(node.childForFieldName("argument"), reading));
  if (type === "boolean_operator") return readBoth(node, reading);
  if (type === "comparison_operator") return readComparison(node, reading);
  const isPlain = /^(?:identifier|attribute)$/.test(type) && PLAIN.test(text);
  if (!isPlain && !(type === "call" && TEST.test(text))) return null;
  return { on: reading.expression(node), isSwitch: isPlain };
}

function readBoth(node: Node, reading: Reading): Condition | null {
  const left = readCondition(node.childForFieldName("left"), reading);
  const right = left && readCondition(node.childForFieldName("right"), reading);
  if (!left || !right) return null;
  const holds = node.childForFieldName("operator")?.type === "and" ? "all" : "any";
  return { on: { kind: "test", holds, parts: [left.on, right.on] }, isSwitch: left.isSwitch && right.isSwitch };
}

/** A name or an entry that is compared with a constant, maybe by the name of that. */
function readComparison(node: Node, reading: Reading): Condition | null {
  const [of, constant, ...others] = childrenOf(node);
  const operator = node.childrenForFieldName("operators")[0]?.type ?? "";
  if (of === undefined || constant === undefined || others.length > 0) return null;
  if (!CONSTANT.test(constant.type) && !PLAIN.test(constant.text)) return null;
  if (!/^(?:[!=]=|is|is not)$/.test(operator) || !(PLAIN.test(of.text) || ENTRY.test(of.text))) return null;
  const parts = [reading.expression(of), reading.expression(constant)];
  const same: Condition = { on: { kind: "test", holds: "same", parts }, isSwitch: true };
  return operator === "==" || operator === "is" ? same : denied(same);
}

/** Reads a guard with what stands behind it, which is done only where it lets it: `if not hasattr(member, "router"): continue`; null for any other statement. */
export function readGuard(node: Node, reading: Reading, readRest: () => readonly Step[]): Step | null {
  if (node.type !== "if_statement" || node.childForFieldName("alternative") !== null) return null;
  const body = node.childForFieldName("consequence")?.text ?? "";
  if (!/^(?:continue|return(?:\s+None)?)$/.test(body)) return null;
  const condition = denied(readCondition(node.childForFieldName("condition"), reading));
  // What a loop leaves out is no switch: it is there for the others.
  return condition && stepOf({ ...condition, isSwitch: condition.isSwitch && body !== "continue" }, readRest(), []);
}
