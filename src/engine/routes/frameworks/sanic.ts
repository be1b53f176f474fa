import type { RouteParameter } from "../../model/route.ts";
import { addRouter, type Call, placeIn, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type MadeValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { textsOf } from "./options.ts";
import { classMethods, dotted, isOn, namedOr, pendingDecorator } from "./pythonCalls.ts";

const VERB = /^(?:get|post|put|patch|delete|head|options)$/;

/** Sanic, by https://sanic.dev/en/guide/basics/routing.html: blueprints with prefixes and versions, groups of blueprints. */
export const sanic: Framework = {
  name: "sanic",
  languages: ["python"],
  cue: /\bsanic\b/i,
  construct,
  invoke,
  apply,
  guess,
};

const TYPES: Readonly<Record<string, string>> = {
  int: "-?\\d+",
  float: "-?(?:\\d+(?:\\.\\d*)?|\\.\\d+)",
  alpha: "[A-Za-z]+",
  slug: "[a-z0-9]+(?:-[a-z0-9]+)*",
  uuid: "[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}",
};

/** Translates `<name>`, `<name:type>` and `<name:expression>`; `path` takes the rest. */
function readPath(text: string): PathPattern {
  const parameters: RouteParameter[] = [];
  const template = text.replace(/<(\w+)(?::([^<>]+))?>/g, (_, name: string, type: string | undefined) => {
    if (type === "path") return `{${name}*}`;
    const pattern =
      type === undefined || /^(?:str|string|strorempty|ext|ymd)$/.test(type) ? null : (TYPES[type] ?? type);
    if (pattern !== null) parameters.push({ name, pattern, optional: false });
    return `{${name}}`;
  });
  return { template, parameters, problems: [] };
}

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!/^sanic(?:_\w+)?\./.test(path)) return undefined;
  if (/\.Sanic$/.test(path)) return addRouter(call.engine, newNode(call, true), "app");
  if (/\.Blueprint$/.test(path)) return addRouter(call.engine, newNode(call, false), "blueprint");
  if (/\.Blueprint\.group$/.test(path)) return group(call);
  return undefined;
}

function newNode(call: Call, isApp: boolean, isGroup = false): RouterNode {
  return createNode("sanic", call.at, {
    isApp,
    caseSensitive: true,
    strictSlash: isOn(call.named.get("strict_slashes"), false),
    prefix: prefixOf(call, isGroup),
    lead: versionOf(call),
  });
}

function prefixOf(call: Call, isGroup: boolean): PathPattern {
  const prefix = namedOr(call, "url_prefix", isGroup ? -1 : 1);
  return prefix === undefined || prefix.kind === "absent" ? NO_PREFIX : readPath(textOf(prefix));
}

/** A version goes before every prefix: `version=1` within a group under `/api` is `/v1/api`. */
function versionOf(call: Call): PathPattern | null {
  const version = call.named.get("version");
  if (version === undefined || version.kind === "absent") return null;
  const before = call.named.get("version_prefix");
  return readPath(`${before === undefined ? "/v" : textOf(before)}${textOf(version).replace(/^v/, "")}`);
}

function group(call: Call): RouterValue {
  const holder = addRouter(call.engine, newNode(call, false, true), "group");
  for (const each of call.arguments) mount(holder, each, call);
  return holder;
}

function mount(router: RouterValue, target: Value, call: Call): void {
  if (target.kind === "list") for (const each of target.items) mount(router, each, call);
  if (target.kind !== "router") return;
  const given = call.named.get("url_prefix");
  const isOwn = router.role === "group" || given === undefined;
  const prefixes = [isOwn ? NO_PREFIX : readPath(textOf(given))];
  router.node.entries.push({
    kind: "mount",
    prefixes,
    target: target.node,
    at: call.at,
    ...(isOwn ? {} : { overrides: true }),
  });
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const imports = file.language === "python" && file.imports.some((each) => /^sanic\b/.test(each));
  const isTyped = type !== null && /\b(?:Sanic|Blueprint)\b/.test(type);
  if (!imports || !(isTyped || (type === null && /^(?:app|bp|blueprint)$/.test(name)))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("sanic", at, { isGuess: true, caseSensitive: true }), "app");
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (VERB.test(method) || method === "route" || method === "websocket") {
    const methods = method === "route" ? textsOf(namedOr(call, "methods", 1)) : [method];
    const made = pendingDecorator(
      "sanic",
      router,
      methods.map((each) => each.toUpperCase()),
      call,
    );
    const data = { ...made.data, path: namedOr(call, "uri", 0) ?? ABSENT };
    return { ...made, data: { ...data, router: versioned(router, call) } };
  }
  if (method === "static") {
    const uri = textOf(namedOr(call, "uri", 0) ?? ABSENT).replace(/\/$/, "");
    const isFile = /\.\w+$/.test(uri);
    const paths = [readPath(isFile ? uri : `${uri}/<path:path>`)];
    router.node.entries.push({ ...PLAIN_ROUTE, methods: ["GET"], paths, at: call.at });
    return router;
  }
  if (method === "add_route") {
    const methods = textsOf(namedOr(call, "methods", 2)).map((each) => each.toUpperCase());
    register(router, methods, namedOr(call, "uri", 1) ?? ABSENT, namedOr(call, "handler", 0) ?? ABSENT, call.at);
    return router;
  }
  if (method === "copy" && router.role === "blueprint") return copied(router, call);
  if (method === "blueprint") {
    mount(router, namedOr(call, "blueprint", 0) ?? ABSENT, call);
    return router;
  }
  return undefined;
}

/** `bp.copy("name", url_prefix=…, version=…)`: the same routes once more, at another place. */
function copied(router: RouterValue, call: Call): RouterValue {
  const { node } = router;
  const prefix = call.named.get("url_prefix") === undefined ? node.prefix : prefixOf(call, true);
  return addRouter(call.engine, { ...node, prefix, lead: versionOf(call) ?? node.lead, at: call.at }, "blueprint");
}

/** A route with a version of its own stands below a router of its own, whose version goes before all others. */
function versioned(router: RouterValue, call: Call): RouterValue {
  const lead = versionOf(call);
  if (lead === null) return router;
  const { caseSensitive, strictSlash } = router.node;
  const node = createNode("sanic", call.at, { caseSensitive, strictSlash, lead });
  router.node.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: node, at: call.at });
  return addRouter(call.engine, node, router.role);
}

function register(
  router: RouterValue,
  methods: readonly string[],
  path: Value,
  handler: Value,
  at: MadeValue["at"],
): void {
  const view = handler.kind === "made" && handler.role === "view" ? (handler.data["class"] ?? handler) : handler;
  const entry = { ...PLAIN_ROUTE, paths: [readPath(textOf(path))], at };
  if (view.kind === "class") {
    for (const { method, member, of } of classMethods(view)) {
      router.node.entries.push({ ...entry, methods: [method], handler: placeIn(of.scope, member.at) });
    }
    return;
  }
  router.node.entries.push({ ...entry, methods: methods.length === 0 ? ["GET"] : methods, handler: locateValue(view) });
}

function apply(made: MadeValue, call: Call): Value | undefined {
  const [target] = call.arguments;
  const on = made.data["router"];
  if (made.role !== "decorator" || on?.kind !== "router" || target === undefined) return undefined;
  register(on, textsOf(made.data["methods"]), made.data["path"] ?? ABSENT, target, made.at);
  return target;
}
