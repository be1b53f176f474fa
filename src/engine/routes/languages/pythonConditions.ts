import type { Node } from "web-tree-sitter";
import { type Case, EQUALS, type Expression, type Step } from "../facts.ts";
import { childrenOf, type Reading, spotOf } from "./sheet.ts";

/** What decides between the two sides of a condition. */
export interface Condition {
  readonly on: Expression;
  /** True when the first side is for what counts as false. */
  readonly isTurned: boolean;
  /** True for what an application is set to; false for a test of one thing among others, such as a member of a module. */
  readonly isSwitch: boolean;
}

/** A plain name or attribute; what a request says is only known when it comes, and a module that is run is named otherwise than one that is read. */
const PLAIN = /^(?!(?:self\.)?request\b|__name__$)[\w.]+$/;
/** An entry by its written name, and a variable of the environment. */
const ENTRY = /^(?!(?:self\.)?request\b)[\w.]+\[(?:"[\w.]+"|'[\w.]+')\]$|^os\.(?:getenv|environ\.get)\([^()]*\)$/;
const TEST = /^(?:hasattr|isinstance|issubclass|callable)\(|\.(?:starts|ends)with\(\s*["'][^"']*["']\s*\)$/;
const CONSTANT = /^(?:string|integer|true|false|none)$/;

/** Reads a condition on a name, what a name is compared with, or a test of what something has or is, each maybe negated; null for any other. */
export function readCondition(node: Node | null | undefined, reading: Reading): Condition | null {
  if (!node) return null;
  if (node.type === "parenthesized_expression") return readCondition(childrenOf(node)[0], reading);
  if (node.type === "not_operator") {
    const inner = readCondition(node.childForFieldName("argument"), reading);
    return inner && { ...inner, isTurned: !inner.isTurned };
  }
  if (/^(?:identifier|attribute)$/.test(node.type))
    return PLAIN.test(node.text) ? { on: reading.expression(node), isTurned: false, isSwitch: true } : null;
  if (node.type === "call" && TEST.test(node.text))
    return { on: reading.expression(node), isTurned: false, isSwitch: false };
  return node.type === "comparison_operator" ? readComparison(node, reading) : null;
}

/** A name or an entry that is compared with a constant, maybe by the name of that. */
function readComparison(node: Node, reading: Reading): Condition | null {
  const [of, constant, ...others] = childrenOf(node);
  const [operator] = node.childrenForFieldName("operators").map((each) => each?.type);
  if (of === undefined || constant === undefined || others.length > 0) return null;
  if (!(CONSTANT.test(constant.type) || PLAIN.test(constant.text)) || !/^(?:[!=]=|is|is not)$/.test(operator ?? ""))
    return null;
  if (!PLAIN.test(of.text) && !ENTRY.test(of.text)) return null;
  const callee: Expression = { kind: "member", of: reading.expression(of), name: EQUALS };
  const value = reading.expression(constant);
  const on: Expression = { kind: "call", callee, arguments: [{ value }], isNew: false, at: spotOf(node) };
  return { on, isTurned: operator === "!=" || operator === "is not", isSwitch: true };
}

/** The step that does one of two bodies, as a condition decides where it is known. */
export function stepOf({ on, isTurned, isSwitch }: Condition, then: readonly Step[], otherwise: readonly Step[]): Step {
  const cases: Case[] = [
    { value: { kind: "truth", value: true }, body: isTurned ? otherwise : then },
    { value: null, body: isTurned ? then : otherwise },
  ];
  return { kind: "branch", on, cases, ...(isSwitch ? { isSwitch } : {}) };
}

/** The condition under which what stands behind a guard is done: `if not hasattr(member, "router"): continue`; null for any other statement. */
export function readGuard(node: Node, reading: Reading): Condition | null {
  if (node.type !== "if_statement" || node.childForFieldName("alternative") !== null) return null;
  const body = node.childForFieldName("consequence")?.text ?? "";
  if (!/^(?:continue|return(?:\s+None)?)$/.test(body)) return null;
  const condition = readCondition(node.childForFieldName("condition"), reading);
  // Whatever a loop leaves out is no switch: it is there for the others.
  return (
    condition && { ...condition, isTurned: !condition.isTurned, isSwitch: condition.isSwitch && body !== "continue" }
  );
}
