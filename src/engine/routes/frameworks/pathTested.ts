import type { FunctionFact, PathTest } from "../facts.ts";
import { type Engine, placeIn } from "../graph/engine.ts";
import { type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import type { FunctionValue, Value } from "../graph/values.ts";
import { readColonPath } from "./colonPath.ts";
import { readDjangoPattern } from "./djangoPath.ts";

/** The pattern of a path that code compares with; null for an expression that is not bound to the start of the path. */
export function patternOf({ kind, text }: Pick<PathTest, "kind" | "text">): PathPattern | null {
  if (kind === "whole") return { template: text, parameters: [], problems: [] };
  const rest = { name: "rest", pattern: null, optional: true };
  if (kind === "prefix") return { template: `${text.replace(/\/$/, "")}/{rest*}`, parameters: [rest], problems: [] };
  if (kind === "template") return readColonPath(text, { brackets: "()", wildcardMayBeAbsent: false });
  const source = text.replaceAll("\\/", "/");
  if (!/^\^\/?/.test(source)) return null;
  const read = { ...readDjangoPattern(source), isRaw: false };
  const template = read.template.startsWith("/") ? read.template : `/${read.template}`;
  if (source.endsWith("$")) return { ...read, template };
  return { ...read, template: `${template.replace(/\/$/, "")}/{rest*}`, parameters: [...read.parameters, rest] };
}

/** Registers what a function compares the path with; a method of its own (`do_GET`) leaves only that one. */
export function registerTests(fact: FunctionFact, file: string, node: RouterNode, method: string | null): void {
  for (const test of fact.tests ?? []) {
    const pattern = patternOf(test);
    if (pattern === null) continue;
    const own = test.methods.length === 0 ? ["ANY"] : test.methods;
    const at = placeIn({ file }, test.at);
    node.entries.push({
      ...PLAIN_ROUTE,
      methods: method === null ? own : [method],
      paths: [pattern],
      at,
      handler: at,
      // The conditions are read one by one; whether one keeps requests from another is not known.
      passesOn: true,
    });
  }
}

/** The functions of the workspace that run when this one does, itself first. */
export function functionsBehind(value: FunctionValue, engine: Engine): readonly FunctionValue[] {
  const before = new Set(engine.seen);
  const request: Value = { kind: "unknown", source: "request" };
  const response: Value = { kind: "unknown", source: "response" };
  engine.run(value, [request, response], placeIn(value.scope, value.fact.at));
  const others: FunctionValue[] = [];
  for (const [fact, each] of engine.functions) {
    if (fact !== value.fact && fact.tests !== undefined && engine.seen.has(fact) && !before.has(fact))
      others.push(each);
  }
  return [value, ...others];
}
