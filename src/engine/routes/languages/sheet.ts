import type { Node } from "web-tree-sitter";
import type { ClassFact, Expression, FunctionFact, Spot, Step, Target } from "../facts.ts";
import type { PathTestReader } from "./pathTests.ts";

/** The growing facts of one file while its syntax tree is walked. */
export interface Sheet {
  readonly functions: FunctionFact[];
  readonly classes: ClassFact[];
  readonly imports: Set<string>;
  loadsDynamically: boolean;
}

/** What the parts of a language reader ask of one another; each language composes one. */
export interface Reading {
  readonly sheet: Sheet;
  /** The text as its author wrote it. */
  readonly text: string;
  expression(node: Node | null): Expression;
  steps(node: Node | null): Step[];
  target(node: Node): Target;
  /** The paths that the body of a function compares, whose text as its author wrote it is given. */
  readonly readPathTests: PathTestReader;
  /** Files a function and returns its id. */
  declareFunction(node: Node, decorators: readonly Expression[]): number;
  /** Files a class and returns its id. */
  declareClass(node: Node, decorators: readonly Expression[]): number;
}

/** An empty sheet; the id of a function or class is its place in the list. */
export function createSheet(): Sheet {
  return { functions: [], classes: [], imports: new Set(), loadsDynamically: false };
}

/** The 1-based line and column at which a node starts. */
export function spotOf(node: Node): Spot {
  const { row, column } = node.startPosition;
  return [row + 1, column + 1];
}

/** The named children of a node, comments left out. */
export function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (const child of node.namedChildren) if (child.type !== "comment") children.push(child);
  return children;
}

/** Text too long to be worth keeping is cut. */
export function sourceOf(node: Node): string {
  const { text } = node;
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
