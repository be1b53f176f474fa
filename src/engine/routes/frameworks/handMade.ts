import type { Expression, FileFacts } from "../facts.ts";
import { addRouter, type Engine, placeIn } from "../graph/engine.ts";
import { createNode, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { HOLE, hole, type Scope, textOf, type Value } from "../graph/values.ts";
import { isTestFile } from "../table/testFile.ts";
import { readAnglePath } from "./anglePath.ts";
import { readColonPath } from "./colonPath.ts";
import { locateValue } from "./handlers.ts";
import { optionOf } from "./options.ts";
import { patternOf } from "./pathTested.ts";
import { callsOf, lastName, type TableRow, tableRowsOf } from "./routingTables.ts";

const MOST_FILES = 200;

/**
 * Registers the rows of the tables that a server without a framework walks: those in the file that starts it and in the files it
 * imports, whose handlers are functions of the workspace. The first row that matches answers, unless the code sorts its rows.
 */
export function registerTables(framework: string, server: RouterNode["at"], engine: Engine): void {
  const others = engine.nodes.filter((node) => node.framework !== framework && node.entries.length > 0);
  const files = reachedFrom(server.file, new Set(others.map(({ at }) => at.file)), engine);
  const known = new Set(engine.nodes.flatMap(({ entries }) => entries.map(({ at }) => `${at.file}:${at.line}`)));
  for (const facts of files.values()) {
    const rows = tableRowsOf(facts).filter((row) => !known.has(`${facts.file}:${row.at[0]}`));
    // Nobody knows which of two tables is walked first.
    for (const table of Map.groupBy(rows, (row) => row.table).values()) {
      const node = createNode(framework, server, { isApp: true, caseSensitive: true, strictSlash: true });
      for (const row of table) registerRow(row, facts, node, [...files.values()], engine);
      if (node.entries.length > 0) addRouter(engine, node, "app");
    }
  }
}

/** A file and those it imports, directly or through others; each has run. None when one of them is the work of a framework. */
function reachedFrom(file: string, others: ReadonlySet<string>, engine: Engine): ReadonlyMap<string, FileFacts> {
  const reached = new Map<string, FileFacts>();
  const waiting = [file];
  for (const each of waiting) {
    if (others.has(each)) return new Map();
    if (reached.has(each) || reached.size === MOST_FILES || isTestFile(each)) continue;
    const facts = engine.module(each)?.facts;
    if (facts === undefined) {
      engine.needed.add(each);
      continue;
    }
    if (!facts.parsed) continue;
    reached.set(each, facts);
    for (const specifier of facts.imports) {
      const target = engine.resolve(specifier, each);
      if (target !== null) waiting.push(target);
    }
  }
  return reached;
}

function registerRow(
  row: TableRow,
  facts: FileFacts,
  node: RouterNode,
  all: readonly FileFacts[],
  engine: Engine,
): void {
  const scope = engine.module(facts.file)?.scope;
  if (scope === undefined || (row.registrar !== null && !isOwn(row.registrar, scope, engine))) return;
  const handler = row.handlers.map((each) => engine.evaluate(each, scope)).find((value) => value.kind === "function");
  const path = handler === undefined ? null : pathOf(row.path, scope, engine);
  if (handler === undefined || path === null) return;
  const prefix = prefixAround(row, all);
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: row.methods.length === 0 ? ["ANY"] : row.methods,
    paths: [path],
    at: placeIn(facts, row.at),
    handler: locateValue(handler),
    unresolved: prefix,
    passesOn: all.some(sortsRows),
  });
}

/** A map of the language, or an object, class or function of the workspace: what packages register on is for their readers. */
function isOwn(registrar: Expression, scope: Scope, engine: Engine): boolean {
  const value: Value = engine.evaluate(registrar, scope);
  return /^(?:object|class|function)$/.test(value.kind) || (value.kind === "unknown" && /^Map\b/.test(value.source));
}

function pathOf(parts: readonly Expression[], scope: Scope, engine: Engine): PathPattern | null {
  const [first] = parts;
  if (parts.length === 1 && first?.kind === "pattern") return patternOf({ kind: "pattern", text: first.source });
  if (parts.length === 1 && first?.kind === "call") return compiledPath(first, scope, engine);
  const text = parts.map((part) => textOf(engine.evaluate(part, scope))).join("");
  if (text.startsWith("^")) return patternOf({ kind: "pattern", text });
  if (!text.startsWith("/") && !text.startsWith(HOLE)) return null;
  if (text.includes("<")) return { ...readAnglePath(text), strictSlash: true };
  const braced = text.replace(/\[(?:\.{3})?(\w+)\]/g, "{$1}").replace(/\{(\w+)(?::[^{}]*|\.{3})\}/g, "{$1}");
  return readColonPath(braced, { brackets: "()", wildcardMayBeAbsent: false });
}

/** `new URLPattern({ pathname: "/a/:id" })`, `new RegExp("^/a$")` and `re.compile(r"^/a$")`. */
function compiledPath(call: Extract<Expression, { kind: "call" }>, scope: Scope, engine: Engine): PathPattern | null {
  const [written] = call.arguments;
  const value = written === undefined ? undefined : engine.evaluate(written.value, scope);
  const isTemplate = lastName(call.callee) === "URLPattern";
  const text = isTemplate ? (optionOf(value, "pathname") ?? value) : value;
  if (text?.kind === "pattern") return patternOf({ kind: "pattern", text: text.source });
  return text?.kind === "text" ? patternOf({ kind: isTemplate ? "template" : "pattern", text: text.value }) : null;
}

/** What is known to be taken off or put before paths somewhere in the code, and is not part of the row. */
function prefixAround(row: TableRow, all: readonly FileFacts[]): string | null {
  const [first] = row.path;
  const written = first?.kind === "text" ? first.value : "";
  const prefixes = all.flatMap(({ functions }) => functions.flatMap(({ tests }) => tests ?? []));
  const around = prefixes.find(({ kind, text }) => kind === "prefix" && text !== "/" && !written.startsWith(text));
  if (around !== undefined) return hole(`behind ${around.text}`).replaceAll(HOLE, "");
  return row.registrar !== null && all.some(mountsRows) ? "mounted where it cannot be followed" : null;
}

/** True when code puts rows below a path: `router.use("/api", orders)`. */
function mountsRows(facts: FileFacts): boolean {
  return callsOf(facts).some(({ callee, arguments: [first] }) => {
    const isMount = /^(?:use|mount|group|scope|nest|prefix)$/.test(lastName(callee));
    return isMount && first?.value.kind === "text" && /^\/./.test(first.value.value);
  });
}

/** True when code sorts something or turns it round, so that the order of rows says nothing. */
function sortsRows(facts: FileFacts): boolean {
  return callsOf(facts).some(({ callee }) => SORTS.test(lastName(callee)));
}

const SORTS = /^(?:sort|toSorted|sorted|reverse|toReversed|reversed|findLast)$/;
