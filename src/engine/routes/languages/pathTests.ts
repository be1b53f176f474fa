import type { Node, Tree } from "web-tree-sitter";
import type { PathTest } from "../facts.ts";
import { type ComparedPath, namedPatternsIn, readCondition } from "./pathConditions.ts";
import { childrenOf, spotOf } from "./sheet.ts";
import { methodsIn } from "./traits.ts";

/** What a text must hold before the paths it compares with are looked for. */
const CUE = /\.url\b|pathname|\b(?:ctx|context|c)\.path\b|\bURLPattern\b|\bself\.path\b|PATH_INFO/;
const FUNCTION = /^(?:arrow_function|function\w*|generator_function\w*|method_definition|lambda|class\w*)$/;

interface Around {
  /** The methods that the conditions around leave, or null for any. */
  readonly methods: readonly string[] | null;
}

interface Walk {
  readonly tests: PathTest[];
  /** What names hold a match of: `const found = /…/.exec(url)`. */
  readonly matches: Map<string, ComparedPath>;
  readonly patternOf: (name: string) => ComparedPath | undefined;
}

/** Gives the paths that the body of a function without a router compares the request's with, in the order of its text. */
export type PathTestReader = (body: Node | null, text: string) => readonly PathTest[] | undefined;

/** Makes a reader for the functions of one text; most texts compare none, which need not be asked of each function within another. */
export function createPathTestReader(whole: string): PathTestReader {
  if (!CUE.test(whole)) return () => undefined;
  return (body, text) => (body === null || !CUE.test(text) ? undefined : readPathTests(body));
}

function readPathTests(body: Node): readonly PathTest[] | undefined {
  const walk: Walk = {
    tests: [],
    matches: new Map(),
    patternOf: (name) => patternsOf(body.tree).get(name),
  };
  visitAll(body, { methods: null }, walk);
  return walk.tests.length === 0 ? undefined : walk.tests;
}

const patternsBefore = new WeakMap<Tree, ReadonlyMap<string, ComparedPath>>();

function patternsOf(tree: Tree): ReadonlyMap<string, ComparedPath> {
  const known = patternsBefore.get(tree) ?? namedPatternsIn(tree.rootNode.text);
  patternsBefore.set(tree, known);
  return known;
}

/** A statement that turns other methods away leaves the one it names to all that follow it. */
function visitAll(node: Node, around: Around, walk: Walk): void {
  let within = around;
  for (const child of childrenOf(node)) within = visit(child, within, walk);
}

function visit(node: Node, around: Around, walk: Walk): Around {
  if (FUNCTION.test(node.type)) return around;
  if (node.type === "if_statement" || node.type === "elif_clause") return visitIf(node, around, walk);
  if (node.type === "switch_statement") visitSwitch(node, "value", "body", around, walk);
  else if (node.type === "match_statement") visitSwitch(node, "subject", "body", around, walk);
  else {
    if (/declarat|assignment|expression_statement/.test(node.type)) noteMatch(node, around, walk);
    visitAll(node, around, walk);
  }
  return around;
}

function noteMatch(node: Node, around: Around, walk: Walk): void {
  const { text } = node;
  if (text.length > 300) return;
  // Whoever takes a match apart goes on with its parts, whether or not it asks for them again.
  if (/^(?:const|let|var)\s*[[{]/.test(text)) {
    const [taken] = readCondition(text, walk.patternOf).paths.filter(({ kind }) => kind === "pattern");
    if (taken !== undefined) walk.tests.push({ ...taken, methods: around.methods ?? [], at: spotOf(node) });
    return;
  }
  const name = /^(?:const|let|var)?\s*([\w$]+)\s*(?::=|=)/.exec(text)?.[1];
  const [found] = name === undefined ? [] : readCondition(text, walk.patternOf).paths;
  if (name !== undefined && found !== undefined && found.kind !== "whole") walk.matches.set(name, found);
}

function visitIf(node: Node, around: Around, walk: Walk): Around {
  const condition = node.childForFieldName("condition")?.text ?? "";
  const consequence = node.childForFieldName("consequence");
  const read = readCondition(condition.slice(0, 600), walk.patternOf);
  const held = /(?:^\(?|&&|\band\b)\s*!?([\w$]+)\s*(?:\)?$|&&|\band\b|[!=]==?\s*null|is not None)/.exec(condition)?.[1];
  const match = held === undefined ? undefined : walk.matches.get(held);
  const paths = match === undefined ? read.paths : [...read.paths, match];
  const methods = read.methods.length > 0 && !read.isNegated ? read.methods : around.methods;
  if (paths.length > 0) addTests(node, paths, methods, consequence, walk);
  else if (consequence !== null) visitAll(consequence, { methods }, walk);
  for (const other of node.childrenForFieldName("alternative")) if (other !== null) visitOther(other, around, walk);
  const turnsAway = read.isNegated && read.methods.length > 0 && paths.length === 0;
  return turnsAway ? { methods: read.methods } : around;
}

function visitOther(node: Node, around: Around, walk: Walk): void {
  if (node.type === "elif_clause") visitIf(node, around, walk);
  else visitAll(node, around, walk);
}

/** A prefix within which whole paths are told apart says nothing by itself. */
function addTests(
  node: Node,
  paths: readonly ComparedPath[],
  methods: readonly string[] | null,
  consequence: Node | null,
  walk: Walk,
): void {
  const before = walk.tests.length;
  if (consequence !== null) visitAll(consequence, { methods }, walk);
  const isNarrowed = walk.tests.length > before;
  for (const path of paths) {
    if (path.kind === "prefix" && isNarrowed) continue;
    const inside = methods ?? methodsIn(consequence?.text ?? "");
    walk.tests.splice(before, 0, { ...path, methods: inside, at: spotOf(node) });
  }
}

function visitSwitch(node: Node, value: string, body: string, around: Around, walk: Walk): void {
  const on = node.childForFieldName(value)?.text ?? "";
  const cases = node.childForFieldName(body);
  const isPath = /(?:url|path(?:name)?)\W*$/i.test(on);
  const isMethod = /method\W*$/i.test(on);
  const isBoth = /method.*(?:url|path)/i.test(on);
  let methods: readonly string[] | null = around.methods;
  for (const each of cases === null ? [] : childrenOf(cases)) {
    const label = each.childForFieldName("value") ?? (each.type === "case_clause" ? childrenOf(each)[0] : undefined);
    const text = /^[rf]?["'`]([^"'`]*)["'`]$/.exec(label?.text ?? "")?.[1];
    const both = isBoth ? /^([A-Z]+)[\s:]+(\/.*)$/.exec(text ?? "") : null;
    if (both?.[1] !== undefined && both[2] !== undefined) {
      walk.tests.push({ kind: "whole", text: both[2], methods: [both[1]], at: spotOf(each) });
    } else if (isPath && text?.startsWith("/")) {
      const own = around.methods ?? methodsIn(each.text);
      walk.tests.push({ kind: "whole", text, methods: own, at: spotOf(each) });
    } else {
      methods = isMethod && text !== undefined ? [text.toUpperCase()] : around.methods;
      visitAll(each, { methods }, walk);
    }
  }
}
