import { type Node, printParseErrorCode } from "jsonc-parser";
import type { Location } from "../../model/place.ts";
import { createLineIndex, type LineIndex } from "../grammar/lineIndex.ts";
import { parseJsonTree, propertiesOf, textOfNode } from "../variables/jsonTree.ts";
import type { EnvironmentHome, EnvironmentProblem, EnvironmentValue } from "./environmentSet.ts";

/** The environments that one JSON file defines, by name, and what is wrong with the file. */
export interface EnvironmentJson {
  readonly environments: ReadonlyMap<string, ReadonlyMap<string, EnvironmentValue>>;
  /** Where each of them can take another value. */
  readonly homes: ReadonlyMap<string, EnvironmentHome>;
  readonly problems: readonly EnvironmentProblem[];
}

/** Where the environments of a file stand: the names of the properties that lead to them. */
export type JsonPath = readonly string[];

interface Source {
  readonly text: string;
  readonly file: string;
  readonly secret: boolean;
  readonly index: LineIndex;
  readonly problems: EnvironmentProblem[];
}

const DEEPEST_VALUE = 6;

/**
 * Reads environments written as `{ "dev": { "host": "…" } }` in JSON with comments; never throws. Nested objects become dotted
 * names, lists become `name[0]`. `path` leads to the object that holds the environments.
 */
export function readEnvironmentJson(text: string, file: string, path: JsonPath, secret: boolean): EnvironmentJson {
  const source: Source = { text, file, secret, index: createLineIndex(text), problems: [] };
  const root = parseSource(source);
  const environments = new Map<string, ReadonlyMap<string, EnvironmentValue>>();
  const homes = new Map<string, EnvironmentHome>();
  for (const [name, node] of propertiesOf(path.reduce<Node | undefined>(childOf, root))) {
    if (node.type !== "object") continue;
    environments.set(name, readValues(source, node));
    const home = findHome(source, node);
    if (home !== null) homes.set(name, home);
  }
  return { environments, homes, problems: source.problems };
}

/** After the last property, with what stands before that one; a comment or comma behind it makes the place unsure. */
function findHome({ text, file, secret }: Source, node: Node): EnvironmentHome | null {
  const end = node.offset + node.length;
  const last = node.children?.at(-1);
  if (last === undefined) {
    const range = { start: node.offset, end };
    return /^\{\s*\}$/.test(text.slice(range.start, end))
      ? { file, secret, range, text: text.slice(range.start, end), before: "{ ", after: " }" }
      : null;
  }
  const range = { start: last.offset, end: last.offset + last.length };
  if (!/^\s*\}$/.test(text.slice(range.end, end))) return null;
  const written = text.slice(range.start, range.end);
  const gap = /(?:\r?\n|^)[ \t]*$/.exec(text.slice(node.offset, last.offset))?.[0] ?? " ";
  return { file, secret, range, text: written, before: `${written},${gap}`, after: "" };
}

function parseSource(source: Source): Node | undefined {
  const { root, errors } = parseJsonTree(source.text);
  if (root === null && errors.length === 0) {
    report(source, "environment-unreadable", "This file is too large or too deeply nested to hold environments.", 0, 0);
  }
  for (const error of errors.slice(0, 20)) {
    const message = `This file is not valid JSON here: ${printParseErrorCode(error.error)}.`;
    report(source, "environment-invalid-json", message, error.offset, error.offset + error.length);
  }
  return root ?? undefined;
}

function report(source: Source, code: string, message: string, start: number, end: number): void {
  const { line } = source.index.positionAt(start);
  source.problems.push({ code, message, range: { start, end }, line, file: source.file });
}

function childOf(node: Node | undefined, name: string): Node | undefined {
  return propertiesOf(node).find(([key]) => key === name)?.[1];
}

function readValues(source: Source, node: Node): ReadonlyMap<string, EnvironmentValue> {
  const values = new Map<string, EnvironmentValue>();
  for (const [name, value] of propertiesOf(node)) readValue(source, name, value, values, 0);
  return values;
}

function readValue(
  source: Source,
  name: string,
  node: Node,
  values: Map<string, EnvironmentValue>,
  depth: number,
): void {
  if (node.type === "object" || node.type === "array") {
    if (depth < DEEPEST_VALUE) readNested(source, name, node, values, depth);
    return;
  }
  const written = writtenOf(source, node);
  values.set(name, {
    value: textOfNode(node, source.text),
    location: locationOf(source, node),
    secret: source.secret,
    ...(written === null ? {} : { written }),
  });
}

function readNested(
  source: Source,
  name: string,
  node: Node,
  values: Map<string, EnvironmentValue>,
  depth: number,
): void {
  if (childOf(node, "provider") !== undefined) {
    const message = `The value of ${name} is kept by a secret provider, which is not asked; give it with --var.`;
    report(source, "environment-provider", message, node.offset, node.offset + node.length);
    return;
  }
  for (const [key, value] of propertiesOf(node)) readValue(source, `${name}.${key}`, value, values, depth + 1);
  if (node.type !== "array") return;
  for (const [at, value] of (node.children ?? []).entries())
    readValue(source, `${name}[${at}]`, value, values, depth + 1);
}

function writtenOf({ text }: Source, node: Node): NonNullable<EnvironmentValue["written"]> | null {
  if (node.type !== "string") return null;
  const range = { start: node.offset + 1, end: node.offset + node.length - 1 };
  return { range, text: text.slice(range.start, range.end) };
}

function locationOf(source: Source, node: Node): Location {
  const isString = node.type === "string";
  return { file: source.file, ...source.index.positionAt(node.offset + (isString ? 1 : 0)) };
}
