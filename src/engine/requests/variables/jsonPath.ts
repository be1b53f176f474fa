import type { Node } from "jsonc-parser";
import { parseJsonTree, propertiesOf, textOfNode } from "./jsonTree.ts";

/** One step of a JSONPath: which values it takes from each value before it. */
type Step =
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "index"; readonly index: number }
  | { readonly kind: "slice"; readonly from: number; readonly to: number }
  | { readonly kind: "all" }
  | { readonly kind: "deep" }
  | {
      readonly kind: "filter";
      readonly path: readonly string[];
      readonly operator: string;
      readonly operand: string | null;
    };

const STEP =
  /^(?:\.\.(?=[[*\w$])|\.?\[\s*(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"|(-?\d+)|(-?\d*):(-?\d*)|(\*)|\?\((.*?)\))\s*\]|\.?(\*)|\.?([\p{L}\p{N}_$@-]+))/u;
const FILTER = /^@((?:\.[\w$-]+|\['[^']*'\])+)\s*(?:(===?|!==?|<=?|>=?)\s*(.+))?$/;
const MOST_VALUES = 100_000;

/**
 * The first value that a JSONPath such as `$.items[0].id` finds in a JSON text: a string without its quotes, anything else as it stands,
 * so that no digit is lost. Null when the text is not JSON, the path cannot be read, or it finds nothing.
 */
export function findByJsonPath(text: string, path: string): string | null {
  const steps = readSteps(path.trim().replace(/^\$/, ""));
  const { root } = parseJsonTree(text);
  if (steps === null || root === null) return null;
  let found: readonly Node[] = [root];
  for (const step of steps) {
    found = takeStep(found, step, text).slice(0, MOST_VALUES);
    if (found.length === 0) return null;
  }
  return textOfNode(found[0] as Node, text);
}

function readSteps(path: string): readonly Step[] | null {
  const steps: Step[] = [];
  for (let rest = path; rest !== ""; ) {
    const match = STEP.exec(rest);
    if (match === null || steps.length > 100) return null;
    const step = readStep(match);
    if (step === null) return null;
    steps.push(step);
    rest = rest.slice(match[0].length);
  }
  return steps;
}

function readStep(match: RegExpExecArray): Step | null {
  const [whole, single, double, index, from, to, star, filter, bare, name] = match;
  if (whole === "..") return { kind: "deep" };
  const quoted = single ?? double;
  if (quoted !== undefined) return { kind: "name", name: quoted.replace(/\\(.)/g, "$1") };
  if (index !== undefined) return { kind: "index", index: Number(index) };
  if (from !== undefined)
    return { kind: "slice", from: Number(from), to: to === "" ? Number.POSITIVE_INFINITY : Number(to) };
  if (star !== undefined || bare !== undefined) return { kind: "all" };
  return filter === undefined ? { kind: "name", name: name ?? "" } : readFilter(filter.trim());
}

function readFilter(filter: string): Step | null {
  const match = FILTER.exec(filter);
  if (match === null) return null;
  const path = [...(match[1] as string).matchAll(/\.([\w$-]+)|\['([^']*)'\]/g)].map(
    ([, bare, quoted]) => bare ?? quoted ?? "",
  );
  const operand = match[3]?.trim().replace(/^(['"])(.*)\1$/, "$2") ?? null;
  return { kind: "filter", path, operator: match[2] ?? "exists", operand };
}

function takeStep(nodes: readonly Node[], step: Step, text: string): readonly Node[] {
  if (step.kind === "deep") return nodes.flatMap(withDescendants);
  return nodes.flatMap((node) => takeFrom(node, step, text));
}

function takeFrom(node: Node, step: Exclude<Step, { kind: "deep" }>, text: string): readonly Node[] {
  switch (step.kind) {
    case "name":
      return namedChildren(node, step.name);
    case "index":
      return node.type === "array" ? [node.children?.at(step.index)].filter((child) => child !== undefined) : [];
    case "slice":
      return node.type === "array" ? (node.children ?? []).slice(step.from, step.to) : [];
    case "all":
      return childrenOf(node);
    default:
      return childrenOf(node).filter((child) => passes(child, step, text));
  }
}

function namedChildren(node: Node, name: string): readonly Node[] {
  if (node.type === "array" && /^\d+$/.test(name)) return (node.children ?? []).slice(Number(name), Number(name) + 1);
  const found = propertiesOf(node).findLast(([key]) => key === name);
  return found === undefined ? [] : [found[1]];
}

function childrenOf(node: Node): readonly Node[] {
  return node.type === "array" ? (node.children ?? []) : propertiesOf(node).map(([, value]) => value);
}

function withDescendants(node: Node): readonly Node[] {
  const found: Node[] = [];
  const waiting = [node];
  for (let next = waiting.pop(); next !== undefined && found.length < MOST_VALUES; next = waiting.pop()) {
    found.push(next);
    waiting.push(...childrenOf(next).slice(0, MOST_VALUES).toReversed());
  }
  return found;
}

function passes(node: Node, step: Extract<Step, { kind: "filter" }>, text: string): boolean {
  const [value] = step.path.reduce<readonly Node[]>(
    (nodes, name) => nodes.flatMap((each) => namedChildren(each, name)),
    [node],
  );
  if (value === undefined) return step.operator.startsWith("!");
  if (step.operand === null) return true;
  const actual = textOfNode(value, text);
  if (step.operator.startsWith("=")) return actual === step.operand;
  if (step.operator.startsWith("!")) return actual !== step.operand;
  const [left, right] = [Number(actual), Number(step.operand)];
  if (step.operator.startsWith("<")) return step.operator === "<" ? left < right : left <= right;
  return step.operator === ">" ? left > right : left >= right;
}
