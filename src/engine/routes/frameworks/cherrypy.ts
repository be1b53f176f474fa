import type { FunctionFact } from "../facts.ts";
import { addRouter, type Call, type Engine, placeIn } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { type ClassValue, type ExternalValue, type ObjectValue, textOf, type Value } from "../graph/values.ts";
import type { Framework } from "./framework.ts";
import { dotted, namedOr } from "./pythonCalls.ts";

/** CherryPy, by https://docs.cherrypy.dev/en/latest/basics.html: a tree of objects, whose exposed methods answer at their names. */
export const cherrypy: Framework = {
  name: "cherrypy",
  languages: ["python"],
  cue: /\bcherrypy\b/,
  construct,
};

/** The functions and classes that `@cherrypy.expose` marked. */
const exposed = new WeakSet<FunctionFact | ClassValue["fact"]>();

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const name = /^cherrypy\.(expose|quickstart|tree\.mount|Application)$/.exec(dotted(callee))?.[1];
  if (name === undefined) return undefined;
  const [first] = call.arguments;
  if (name === "expose") {
    if (first?.kind === "function" || first?.kind === "class") exposed.add(first.fact);
    return first;
  }
  const root = namedOr(call, "root", 0);
  if (root?.kind !== "object") return undefined;
  const node = createNode("cherrypy", call.at, { isApp: true, caseSensitive: true });
  const script = namedOr(call, "script_name", 1);
  if (script?.kind === "text") node.prefix = pattern(textOf(script).replace(/\/$/, ""), []);
  walk(root, "", node, new Set(), call.engine);
  return addRouter(call.engine, node, "app");
}

/** Unmatched segments are passed as arguments, which the query may hold as well. */
function pattern(path: string, parameters: readonly string[]): PathPattern {
  const template = path + parameters.map((each) => `/{${each}}`).join("");
  return { template, parameters: parameters.map((name) => ({ name, pattern: null, optional: true })), problems: [] };
}

function walk(of: ObjectValue, path: string, node: RouterNode, inside: Set<unknown>, engine: Engine): void {
  if (inside.has(of) || inside.size > 12) return;
  const within = new Set([...inside, of]);
  const classes = classesOf(of.of);
  const known = new Set<string>();
  for (const each of classes) registerMethods(each, isExposed(each, engine), path, node, known, engine);
  for (const [name, value] of childrenOf(of, classes, engine)) walk(value, `${path}/${name}`, node, within, engine);
}

function classesOf(of: Value | null): ClassValue[] {
  return of?.kind === "class" ? [of, ...classesOf(of.base)] : [];
}

function isExposed(of: ClassValue, engine: Engine): boolean {
  const mark = of.fact.members.find((member) => member.name === "exposed");
  const isMarked = mark !== undefined && mark.value.kind === "truth" && mark.value.value;
  return isMarked || exposed.has(of.fact) || (of.base?.kind === "class" && isExposed(of.base, engine));
}

function childrenOf(of: ObjectValue, classes: readonly ClassValue[], engine: Engine): [string, ObjectValue][] {
  const children = new Map<string, ObjectValue>();
  const add = (name: string, value: Value) => {
    if (value.kind === "object" && value.of !== null && !children.has(name)) children.set(name, value);
  };
  for (const [name, entry] of of.entries) add(name, force(entry));
  for (const each of classes) {
    for (const { name, role, isStatic } of each.fact.members) {
      if (role === "field" && isStatic) add(name, engine.member(each, name));
    }
  }
  return [...children];
}

/** An exposed class answers by methods named GET and so on; else each exposed method answers any method at its name. */
function registerMethods(
  of: ClassValue,
  isResource: boolean,
  path: string,
  node: RouterNode,
  known: Set<string>,
  engine: Engine,
): void {
  const functions = engine.factsOf(of.scope.file)?.functions ?? [];
  for (const { name, value, at } of of.fact.members) {
    const fact = value.kind === "function" ? functions[value.id] : undefined;
    const isVerb = isResource && /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/.test(name);
    if (fact === undefined || known.has(name) || !(isVerb || exposed.has(fact))) continue;
    known.add(name);
    const paths = [isVerb ? pattern(path, requiredOf(fact)) : pathOf(path, name, fact)];
    const handler = placeIn(of.scope, at);
    node.entries.push({ ...PLAIN_ROUTE, methods: [isVerb ? name : "ANY"], paths, at: handler, handler });
  }
}

function requiredOf(fact: FunctionFact): string[] {
  return fact.parameters.slice(1).flatMap(({ target, otherwise, isRest }) => {
    return target.kind === "name" && otherwise === null && !isRest ? [target.name] : [];
  });
}

function pathOf(path: string, name: string, fact: FunctionFact): PathPattern {
  if (name === "default") {
    return { template: `${path}/{path*}`, parameters: [{ name: "path", pattern: null, optional: true }], problems: [] };
  }
  if (name === "index") return pattern(path === "" ? "/" : path, []);
  return pattern(`${path}/${name}`, requiredOf(fact));
}
