import type { Location } from "../../model/place.ts";
import { addRouter, type Call, routerValue } from "../graph/engine.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type MadeValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { readDjangoPath } from "./djangoPath.ts";
import type { Framework, UnboundParameter } from "./framework.ts";
import { locateValue } from "./handlers.ts";
import { fillController, makeControllerDecorator, mountControllers } from "./ninjaControllers.ts";
import { textsOf } from "./options.ts";
import { dotted, isOn, namedOr, pendingDecorator } from "./pythonCalls.ts";

const VERB = /^(?:get|post|put|patch|delete|options|head)$/;
const SETTINGS = { caseSensitive: true, strictSlash: true, redirectsSlash: true };

/** django-ninja, by https://django-ninja.dev: routers nest under an API, whose `urls` Django's own patterns mount. */
export const djangoNinja: Framework = {
  name: "django-ninja",
  languages: ["python"],
  cue: /\bninja(?:_extra)?\b|\bNinjaAPI\b/,
  construct,
  invoke,
  apply,
  property,
  guess,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!/^ninja(?:_extra|_jwt)?\./.test(path)) return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (/^Ninja(?:Extra)?API$/.test(name))
    return addRouter(call.engine, createNode("django-ninja", call.at, SETTINGS), "api");
  if (name === "Router") return addRouter(call.engine, createNode("django-ninja", call.at, SETTINGS), "router");
  return makeControllerDecorator(path, call);
}

function guess({ name, type, file }: UnboundParameter): RouterValue | undefined {
  const imports = file.language === "python" && file.imports.some((each) => /^ninja\b/.test(each));
  const isTyped = type !== null && /\b(?:NinjaAPI|Router)\b/.test(type);
  if (!imports || !(isTyped || (type === null && /^(?:api|router)$/.test(name)))) return undefined;
  const at = { file: file.file, line: 1, column: 1 };
  return routerValue(createNode("django-ninja", at, { ...SETTINGS, isGuess: true }), "router");
}

/** Translates `{name}` and `{converter:name}`, the braces standing for the angles of Django's own paths. */
function readPath(text: string): PathPattern {
  const { template, parameters }: PathPattern = readDjangoPath(
    text.replace(/\{([\w:]+)\}/g, "<$1>").replace(/^\//, ""),
  );
  return { template: text.startsWith("/") ? `/${template.replace(/^\//, "")}` : template, parameters, problems: [] };
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (VERB.test(method)) return pendingDecorator("django-ninja", router, [method.toUpperCase()], call);
  if (method === "api_operation") {
    const made = pendingDecorator("django-ninja", router, textsOf(namedOr(call, "methods", 0)), call);
    return { ...made, data: { ...made.data, path: namedOr(call, "path", 1) ?? ABSENT } };
  }
  if (method === "add_api_operation") {
    const data = { methods: namedOr(call, "methods", 1) ?? ABSENT, path: namedOr(call, "path", 0) ?? ABSENT };
    return addOperation(router, data, namedOr(call, "view_func", 2) ?? ABSENT, call.at);
  }
  if (method === "add_router") return addNested(router, call);
  if (method === "register_controllers") return mountControllers(router, call, (path) => named(path, call));
  return undefined;
}

/** `add_router("/prefix", router)`, where the router may be named by a text as in Django's settings. */
function addNested(router: RouterValue, call: Call): Value {
  const prefix = namedOr(call, "prefix", 0);
  const given = namedOr(call, "router", 1);
  const target = given?.kind === "text" ? named(given.value, call) : given;
  if (target?.kind !== "router") return router;
  const prefixes = [prefix === undefined ? NO_PREFIX : readPath(textOf(prefix))];
  router.node.entries.push({ kind: "mount", prefixes, target: target.node, at: call.at });
  return router;
}

function named(path: string, call: Call): Value {
  const dot = path.lastIndexOf(".");
  return call.engine.importName(path.slice(0, dot), call.at.file, path.slice(dot + 1));
}

function property(router: RouterValue, name: string): Value | undefined {
  if (name !== "urls") return undefined;
  return { kind: "made", framework: "django", role: "urls", at: router.node.at, data: { router } };
}

function apply(made: MadeValue, call: Call): Value | undefined {
  const [target] = call.arguments;
  const on = made.data["router"];
  if (made.role === "controller" && target?.kind === "class") {
    fillController(made, target, readPath, call.engine);
    return target;
  }
  // The class that holds it looks at its decorators by itself.
  if (made.role === "operation") return target;
  if (made.role !== "decorator" || on?.kind !== "router" || target === undefined) return undefined;
  return addOperation(on, made.data, target, made.at);
}

function addOperation({ node }: RouterValue, data: MadeValue["data"], target: Value, at: Location): Value {
  node.entries.push({
    ...PLAIN_ROUTE,
    methods: textsOf(data["methods"]).map((each) => each.toUpperCase()),
    paths: [readPath(textOf(data["path"] ?? ABSENT))],
    at,
    handler: locateValue(target),
    deprecated: isOn(data["deprecated"], false),
  });
  return target;
}
