import type { RouteParameter } from "../../model/route.ts";
import { addRouter, type Call, placeIn, routerValue } from "../graph/engine.ts";
import { createNode, type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import { ABSENT, type ClassValue, type ExternalValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { dotted, namedOr } from "./pythonCalls.ts";

/** Falcon, by https://falcon.readthedocs.io/en/stable/api/routing.html: resources whose `on_get` and the like answer. */
export const falcon: Framework = {
  name: "falcon",
  languages: ["python"],
  cue: /\bfalcon\b/,
  construct,
  invoke,
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  if (!/^falcon\.(?:asgi\.)?(?:App|API)$/.test(dotted(callee))) return undefined;
  const node = createNode("falcon", call.at, { isApp: true, caseSensitive: true, strictSlash: true });
  return addRouter(call.engine, node, "app");
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const imports = file.language === "python" && file.imports.some((each) => /^falcon\b/.test(each));
  const isTyped = type !== null && /\b(?:falcon\.)?(?:asgi\.)?(?:App|API)\b/.test(type);
  if (!imports || !(isTyped || (type === null && /^(?:app|api|application)$/.test(name)))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("falcon", at, { isGuess: true, caseSensitive: true, strictSlash: true }), "app");
}

const CONVERTERS: Readonly<Record<string, string>> = {
  int: "\\d+",
  float: "-?[\\d.]+",
  uuid: "[0-9A-Fa-f-]{32,36}",
};

/** Translates `{name}`, `{name:int}`, `{name:int(min=1)}` and `{name:path}`. */
function readPath(text: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = text.replace(/\{(\w+)(?::(\w+)(?:\([^)]*\))?)?\}/g, (_, name: string, converter = "") => {
    const pattern = CONVERTERS[converter];
    if (pattern !== undefined) parameters.push({ name, pattern, optional: false });
    return converter === "path" ? `{${name}*}` : `{${name}}`;
  });
  return { template, parameters, problems: [] };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  const path = namedOr(call, method === "add_sink" || method === "add_static_route" ? "prefix" : "uri_template", 0);
  if (method === "add_route") {
    const suffix = call.named.get("suffix");
    const resource = namedOr(call, "resource", 1) ?? ABSENT;
    registerResource(router, textOf(path ?? ABSENT), resource, suffix?.kind === "text" ? suffix.value : null, call);
    return router;
  }
  if (method === "add_static_route") {
    const paths = [readPath(`${textOf(path ?? ABSENT).replace(/\/$/, "")}/{path:path}`)];
    router.node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths, at: call.at });
    return router;
  }
  if (method === "add_sink") {
    const prefix = call.named.get("prefix") ?? call.arguments[1];
    const parameters = [{ name: "path", pattern: null, optional: true }];
    const template = `${textOf(prefix ?? ABSENT).replace(/\/$/, "")}/{path*}`;
    const handler = locateValue(namedOr(call, "sink", 0) ?? ABSENT);
    const paths = [{ template, parameters, problems: [] }];
    router.node.entries.push({ ...PLAIN_ROUTE, methods: ["ANY"], paths, at: call.at, handler });
    return router;
  }
  return undefined;
}

/** `on_get` answers GET; with a suffix it is `on_get_collection`. */
function registerResource(router: RouterValue, path: string, resource: Value, suffix: string | null, call: Call): void {
  const of = resource.kind === "object" ? resource.of : resource.kind === "class" ? resource : null;
  const paths = [readPath(path)];
  if (of === null) {
    const at = { ...PLAIN_ROUTE, methods: ["ANY"], paths, at: call.at };
    if (resource.kind !== "absent") router.node.entries.push({ ...at, handler: null });
    return;
  }
  const known = new Set<string>();
  for (let each: Value | null = of; each?.kind === "class"; each = each.base) {
    for (const { method, handler } of respondersOf(each, suffix)) {
      if (known.has(method)) continue;
      known.add(method);
      router.node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths, at: call.at, handler });
    }
  }
}

function respondersOf(of: ClassValue, suffix: string | null) {
  return of.fact.members.flatMap((member) => {
    const [, verb, tail] =
      /^on_(get|post|put|patch|delete|head|options|trace|connect)(?:_(\w+))?$/.exec(member.name) ?? [];
    if (verb === undefined || (tail ?? null) !== suffix) return [];
    return [{ method: verb.toUpperCase(), handler: placeIn(of.scope, member.at) }];
  });
}
