import { addRouter, type Call, placeIn, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type MadeValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { readColonPath } from "./colonPath.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";
import { dotted, namedOr, pendingDecorator } from "./pythonCalls.ts";

const VERB = /^(?:get|post|put|patch|delete|head|options|trace|connect)$/;

/** Robyn, by https://robyn.tech/documentation/en/api_reference: decorators with colon paths, and routers with prefixes. */
export const robyn: Framework = {
  name: "robyn",
  languages: ["python"],
  cue: /\brobyn\b/i,
  construct,
  invoke,
  apply,
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const name = /^robyn\.(?:\w+\.)*(Robyn|SubRouter)$/.exec(dotted(callee))?.[1];
  if (name === undefined) return undefined;
  const prefix = namedOr(call, "prefix", name === "SubRouter" ? 1 : -1);
  const node = createNode("robyn", call.at, {
    isApp: name === "Robyn",
    caseSensitive: true,
    ...(prefix === undefined ? {} : { prefix: readPath(prefix) }),
  });
  return addRouter(call.engine, node, name === "Robyn" ? "app" : "router");
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const imports = file.language === "python" && file.imports.some((each) => /^robyn\b/.test(each));
  const isTyped = type !== null && /\b(?:Robyn|SubRouter)\b/.test(type);
  if (!imports || !(isTyped || (type === null && /^(?:app|router)$/.test(name)))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("robyn", at, { isGuess: true, caseSensitive: true }), "app");
}

function readPath(value: Value): PathPattern {
  const text = textOf(value);
  const pattern = readColonPath(text === "" || text.startsWith("/") ? text : `/${text}`, {
    brackets: "()",
    wildcardMayBeAbsent: false,
  });
  return { ...pattern, template: pattern.template.replace(/\{path\*\}(\w+)$/, "{$1*}") };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (VERB.test(method) || method === "websocket") {
    const made = pendingDecorator("robyn", router, [method.toUpperCase()], call);
    return { ...made, data: { ...made.data, path: namedOr(call, "endpoint", 0) ?? ABSENT } };
  }
  if (method === "view") {
    const made = pendingDecorator("robyn", router, [], call);
    return { ...made, role: "view", data: { ...made.data, path: namedOr(call, "endpoint", 0) ?? ABSENT } };
  }
  const [first, second, third] = call.arguments;
  if (method === "include_router" && first?.kind === "router") {
    router.node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: first.node, at: call.at });
    return router;
  }
  if (method === "add_route") {
    const methods = textsOf(call.named.get("route_type") ?? first).map((each) => each.toUpperCase());
    const handler = call.named.get("handler") ?? third ?? ABSENT;
    const paths = [readPath(call.named.get("endpoint") ?? second ?? ABSENT)];
    router.node.entries.push({ ...PLAIN_ROUTE, methods, paths, at: call.at, handler: locateValue(handler) });
    return router;
  }
  if (method === "add_view") {
    registerView(router, first ?? ABSENT, second ?? ABSENT, call.at, call);
    return router;
  }
  return undefined;
}

/** A view is a function whose inner functions are named for the methods they answer. */
function registerView(router: RouterValue, path: Value, view: Value, at: Call["at"], call: Call): void {
  if (view.kind !== "function") return;
  const facts = call.engine.factsOf(view.scope.file);
  for (const step of call.engine.lookedAt.bodyOf(view.fact)) {
    if (step.kind !== "bind" || step.target.kind !== "name" || step.value.kind !== "function") continue;
    const inner = facts?.functions[step.value.id];
    if (inner === undefined || !VERB.test(step.target.name)) continue;
    const handler = placeIn(view.scope, inner.at);
    const methods = [step.target.name.toUpperCase()];
    router.node.entries.push({ ...PLAIN_ROUTE, methods, paths: [readPath(path)], at, handler });
  }
}

function apply(made: MadeValue, call: Call): Value | undefined {
  const [target] = call.arguments;
  const on = made.data["router"];
  if (on?.kind !== "router" || target === undefined) return undefined;
  const path = made.data["path"] ?? ABSENT;
  if (made.role === "view") registerView(on, path, target, made.at, call);
  else {
    const methods = textsOf(made.data["methods"]);
    const paths = [readPath(path)];
    on.node.entries.push({ ...PLAIN_ROUTE, methods, paths, at: made.at, handler: locateValue(target) });
  }
  return target;
}
