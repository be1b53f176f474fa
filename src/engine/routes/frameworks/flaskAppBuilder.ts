import { addRouter, type Call, type Engine, placeIn } from "../graph/engine.ts";
import { createNode, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ClassValue, type ExternalValue, textOf, type Value } from "../graph/values.ts";
import { readAnglePath } from "./anglePath.ts";
import type { Framework } from "./framework.ts";
import { textsOf } from "./options.ts";
import { dotted, namedOr } from "./pythonCalls.ts";

/** Flask-AppBuilder, by https://flask-appbuilder.readthedocs.io/en/latest/views.html: methods that classes expose below a base. */
export const flaskAppBuilder: Framework = {
  name: "flask-appbuilder",
  languages: ["python"],
  cue: /\bflask_appbuilder\b/,
  construct,
  apply: (_, call) => call.arguments[0],
  finish,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (!/^flask_appbuilder\b.*\.expose(?:_api)?$/.test(dotted(callee))) return undefined;
  const data = { path: namedOr(call, "url", 0) ?? ABSENT, methods: namedOr(call, "methods", 1) ?? ABSENT };
  return { kind: "made", framework: "flask-appbuilder", role: "expose", at: call.at, data };
}

function finish(engine: Engine): void {
  for (const declared of engine.classes.values()) {
    const base = foreignBase(declared);
    if (base === null || declared.fact.name === null) continue;
    const at = placeIn(declared.scope, declared.fact.at);
    const node = createNode("flask-appbuilder", at, { isApp: true, caseSensitive: true, strictSlash: true });
    const before = routeBase(declared, /Api$/.test(base), engine);
    registerExposed(declared, before, node, engine, new Set());
    if (/^ModelRestApi$/.test(base)) registerModel(before, node);
    if (node.entries.length > 0) addRouter(engine, node, "view");
  }
}

function foreignBase(of: ClassValue): string | null {
  if (of.base?.kind === "class") return foreignBase(of.base);
  if (of.base?.kind !== "external" || !/^flask_appbuilder\b/.test(of.base.module)) return null;
  return of.base.path.at(-1) ?? null;
}

/** `route_base`, else `/api/v1/name` for an API and the name of the class for a view. */
function routeBase(of: ClassValue, isApi: boolean, engine: Engine): string {
  const text = (name: string): string | undefined => {
    for (let each: Value | null = of; each?.kind === "class"; each = each.base) {
      const member = each.fact.members.find((one) => one.name === name);
      if (member !== undefined) return textOf(engine.evaluate(member.value, each.scope));
    }
    return undefined;
  };
  const own = text("route_base");
  if (own !== undefined) return own.replace(/\/$/, "");
  const name = (of.fact.name ?? "").toLowerCase();
  return isApi ? `/api/${text("version") ?? "v1"}/${text("resource_name") ?? name}` : `/${name}`;
}

function registerExposed(of: ClassValue, base: string, node: RouterNode, engine: Engine, known: Set<string>): void {
  for (const { name, at, decorators } of of.fact.members) {
    for (const decorator of known.has(name) ? [] : decorators) {
      const made = engine.evaluate(decorator, of.scope);
      if (made.kind !== "made" || made.role !== "expose") continue;
      const given = textsOf(made.data["methods"]).map((each) => each.toUpperCase());
      const methods = given.length === 0 ? ["GET"] : given;
      const paths = [pathOf(base, textOf(made.data["path"] ?? ABSENT))];
      node.entries.push({ ...PLAIN_ROUTE, methods, paths, at: made.at, handler: placeIn(of.scope, at) });
    }
    known.add(name);
  }
  if (of.base?.kind === "class") registerExposed(of.base, base, node, engine, known);
}

function pathOf(base: string, path: string): PathPattern {
  return readAnglePath(base + (path === "" || path.startsWith("/") ? path : `/${path}`));
}

/** What an API over a model answers by itself. */
function registerModel(base: string, node: RouterNode): void {
  const all = [
    ["GET", "/_info"],
    ["GET", "/"],
    ["POST", "/"],
    ["GET", "/<pk>"],
    ["PUT", "/<pk>"],
    ["DELETE", "/<pk>"],
  ] as const;
  for (const [method, path] of all) {
    node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths: [pathOf(base, path)], at: node.at });
  }
}
