import type { ClassFact } from "../facts.ts";
import { addRouter, type Call, type Engine, placeIn } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ClassValue, type MadeValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { textsOf } from "./options.ts";
import { namedOr } from "./pythonCalls.ts";

const nodes = new WeakMap<Engine, Map<ClassFact, RouterNode>>();

function nodesOf(engine: Engine): Map<ClassFact, RouterNode> {
  const known = nodes.get(engine) ?? new Map<ClassFact, RouterNode>();
  nodes.set(engine, known);
  return known;
}

/**
 * What the decorators of django-ninja-extra make, by https://eadwincode.github.io/django-ninja-extra: `@api_controller("/users")` on
 * a class, `@http_get("/{id}")` or `@route.get("/{id}")` on its methods; undefined for anything else.
 */
export function makeControllerDecorator(path: string, call: Call): MadeValue | undefined {
  const make = (role: string, data: MadeValue["data"]): MadeValue => ({
    kind: "made",
    framework: "django-ninja",
    role,
    at: call.at,
    data,
  });
  if (path.endsWith(".api_controller")) {
    return make("controller", { path: namedOr(call, "prefix_or_class", 0) ?? call.named.get("prefix") ?? ABSENT });
  }
  const verb = /\.(?:http_|route\.)(get|post|put|patch|delete|generic)$/.exec(path)?.[1];
  if (verb === undefined) return undefined;
  const methods = verb === "generic" ? textsOf(call.named.get("methods")) : [verb.toUpperCase()];
  const items: Value[] = methods.map((value) => ({ kind: "text", value }));
  return make("operation", { methods: { kind: "list", items }, path: namedOr(call, "path", 0) ?? ABSENT });
}

/** Gives a decorated class a router of its own, with the operations of its methods. */
export function fillController(
  made: MadeValue,
  target: ClassValue,
  readPath: (text: string) => PathPattern,
  engine: Engine,
): void {
  const prefix = made.data["path"];
  const text = prefix?.kind === "text" ? prefix.value : "";
  const node = createNode("django-ninja", made.at, {
    caseSensitive: true,
    strictSlash: true,
    prefix: text === "" || text === "/" ? NO_PREFIX : readPath(text.replace(/^\/?/, "/")),
  });
  for (const member of target.fact.members) {
    for (const decorator of member.decorators) {
      const operation = engine.evaluate(decorator, target.scope);
      if (operation.kind !== "made" || operation.role !== "operation") continue;
      node.entries.push({
        ...PLAIN_ROUTE,
        methods: textsOf(operation.data["methods"]),
        paths: [readPath(textOf(operation.data["path"] ?? ABSENT))],
        at: operation.at,
        handler: placeIn(target.scope, member.at),
      });
    }
  }
  nodesOf(engine).set(target.fact, node);
  addRouter(engine, node, "controller");
}

/** `api.register_controllers(Users, "shop.api.Orders")`. */
export function mountControllers(router: RouterValue, call: Call, named: (path: string) => Value): Value {
  for (const each of call.arguments) {
    const target = each.kind === "text" ? named(each.value) : each;
    const node = target.kind === "class" ? nodesOf(call.engine).get(target.fact) : undefined;
    if (node !== undefined)
      router.node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: node, at: call.at });
  }
  return router;
}
