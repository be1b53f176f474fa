import { addRouter, type Call, type Engine } from "../graph/engine.ts";
import { force } from "../graph/members.ts";
import { createNode, NO_PREFIX, type PathPattern, PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import { ABSENT, type ExternalValue, type MadeValue, type RouterValue, textOf, type Value } from "../graph/values.ts";
import { expressionOf } from "./converters.ts";
import { appConfig, appConfigs, appendsSlash } from "./djangoApps.ts";
import { readDjangoPath, readDjangoPattern, variantsOf } from "./djangoPath.ts";
import { methodsOfView } from "./djangoViews.ts";
import { adoptRegistered, registerViewset, registryOf } from "./drfRouter.ts";
import type { Framework } from "./framework.ts";
import { dotted, isOn, namedOr } from "./pythonCalls.ts";

/** Django and its REST framework, by https://docs.djangoproject.com/en/stable/topics/http/urls/: lists of patterns, in order. */
export const django: Framework = {
  name: "django",
  languages: ["python"],
  cue: /\burlpatterns\b|\bROOT_URLCONF\b|\brest_framework\b|\bdjango\.(?:urls|conf\.urls|views)\b/,
  construct,
  invoke,
  property,
  apply: (made, call) => (made.role === "methods" || made.role === "action" ? call.arguments[0] : undefined),
  finish,
};

function construct(callee: ExternalValue, call: Call): Value | undefined {
  const path = dotted(callee);
  if (!/^(?:django|rest_framework|rest_framework_nested|rest_framework_extensions|drf_\w+)\./.test(path))
    return undefined;
  const name = path.slice(path.lastIndexOf(".") + 1);
  if (name === "register_converter") return noteConverter(call);
  if (path === "django.apps.apps.get_app_configs") return appConfigs(call);
  if (path === "django.apps.apps.get_app_config") return appConfig(namedOr(call, "app_label", 0), call);
  const make = (role: string, data: MadeValue["data"]): MadeValue => ({
    kind: "made",
    framework: "django",
    role,
    at: call.at,
    data,
  });
  if (/^django\.(?:urls|conf\.urls)(?:\.\w+)*\.(?:path|re_path|url)$/.test(path)) {
    const route = namedOr(call, "route", 0) ?? call.named.get("regex") ?? ABSENT;
    const isPattern: Value = { kind: "truth", value: name !== "path" };
    return make("pattern", { route, isPattern, target: viewOf(call) });
  }
  if (name === "include") return make("include", { target: namedOr(call, "arg", 0) ?? ABSENT });
  if (name === "i18n_patterns") return translated(call, make);
  if (name === "static" || name === "staticfiles_urlpatterns") return { kind: "list", items: [] };
  if (name === "format_suffix_patterns") return call.arguments[0];
  if (/^(?:api_view|require_http_methods)$/.test(name)) {
    return make("methods", {
      isView: { kind: "truth", value: name === "api_view" },
      methods: namedOr(call, "http_method_names", 0) ?? call.named.get("request_method_list") ?? ABSENT,
    });
  }
  if (name === "action" || name === "list_route" || name === "detail_route") return action(name, call, make);
  if (/^(?:Default|Simple|ExtendedDefault|ExtendedSimple|NestedSimple|NestedDefault|Nested)\w*Router\w*$/.test(name))
    return viewsets(call, name);
  return undefined;
}

const converters = new WeakMap<Engine, Map<string, string>>();

/** `register_converter(FourDigitYear, "yyyy")` */
function noteConverter(call: Call): Value {
  const name = namedOr(call, "type_name", 1);
  const expression = expressionOf(namedOr(call, "converter", 0), call.engine);
  const known = converters.get(call.engine) ?? new Map<string, string>();
  if (name?.kind === "text" && expression !== undefined) converters.set(call.engine, known.set(name.value, expression));
  return ABSENT;
}

type Make = (role: string, data: MadeValue["data"]) => MadeValue;

function action(name: string, call: Call, make: Make): MadeValue {
  const detail: Value =
    name === "action" ? (namedOr(call, "detail", 1) ?? ABSENT) : { kind: "truth", value: name === "detail_route" };
  const methods = namedOr(call, "methods", 0) ?? ABSENT;
  return make("action", { detail, methods, path: namedOr(call, "url_path", name === "action" ? 2 : -1) ?? ABSENT });
}

function translated(call: Call, make: Make): Value {
  const route: Value = { kind: "text", value: "<language_code>/" };
  const target = make("include", { target: { kind: "list", items: [...call.arguments] } });
  return { kind: "list", items: [make("pattern", { route, isPattern: { kind: "truth", value: false }, target })] };
}

/** The view given to `path`, through decorators applied on the spot such as `cache_page(60)(View.as_view())`. */
function viewOf(call: Call): Value {
  const value = namedOr(call, "view", 1) ?? ABSENT;
  const expression = call.expressions[1]?.value;
  if (value.kind !== "unknown" || expression?.kind !== "call") return value;
  for (const { value: inner } of expression.arguments) {
    const view = call.engine.evaluate(inner, call.scope);
    if (view.kind === "function" || view.kind === "class" || (view.kind === "made" && view.role === "view"))
      return view;
  }
  return value;
}

function nodeOptions(file: string, engine: Engine): Parameters<typeof createNode>[2] {
  return { caseSensitive: true, strictSlash: true, redirectsSlash: appendsSlash(file, engine) };
}

function viewsets(call: Call, name: string): RouterValue {
  const router = addRouter(
    call.engine,
    createNode("django", call.at, nodeOptions(call.at.file, call.engine)),
    "viewsets",
  );
  const slash = namedOr(call, "trailing_slash", /^(?:Simple|Default)/.test(name) ? 0 : -1);
  const endsInSlash = slash?.kind === "text" ? slash.value !== "" : isOn(slash, true);
  router.properties.set("trailing_slash", { kind: "truth", value: endsInSlash });
  router.properties.set("takesSuffix", { kind: "truth", value: /Default/.test(name) });
  if (name.startsWith("Default")) {
    router.node.entries.push({
      ...PLAIN_ROUTE,
      methods: ["GET"],
      paths: [readDjangoPath("")],
      at: call.at,
      isPage: true,
    });
  }
  const [parent, prefix] = call.arguments;
  if (parent?.kind === "router" && prefix !== undefined) {
    const lookup = call.named.get("lookup");
    const pattern = readDjangoPath(`${textOf(prefix)}/<${lookup === undefined ? "parent" : textOf(lookup)}_pk>/`);
    router.node.prefix = pattern;
  }
  return router;
}

function invoke(router: RouterValue, method: string, call: Call): Value | undefined {
  if (method === "register") return registerViewset(router, call);
  if (method === "get_urls") return property(router, "urls");
  return undefined;
}

function property(router: RouterValue, name: string): Value | undefined {
  if (name === "urls") return { kind: "made", framework: "django", role: "urls", at: router.node.at, data: { router } };
  return name === "registry" ? registryOf(router) : undefined;
}

function finish(engine: Engine): void {
  for (const router of [...engine.routers.values()]) {
    if (router.framework === "django" && router.role === "viewsets") adoptRegistered(router, engine);
  }
  const conf = new UrlConfiguration(engine);
  const named = rootFiles(engine);
  const lists = readFiles(engine).filter((file) => conf.patternsOf(file) !== null);
  const roots = named.filter((file) => lists.includes(file));
  for (const file of lists) conf.nodeOf(file, roots.includes(file));
  if (roots.length > 0) return;
  for (const file of lists) {
    const node = conf.nodeOf(file, false);
    if (!conf.included.has(node)) engine.nodes.push(conf.rootOver(node));
  }
}

/** The Python files that were read: one that nothing imports and that names neither list nor settings holds none, and stays unread. */
function readFiles(engine: Engine): string[] {
  return engine.filesBelow("").filter((file) => file.endsWith(".py") && engine.factsOf(file) !== undefined);
}

/** The modules that `ROOT_URLCONF` of any settings names. */
function rootFiles(engine: Engine): string[] {
  const found = new Set<string>();
  for (const file of readFiles(engine)) {
    const name = engine.module(file)?.scope.names.get("ROOT_URLCONF");
    const value = name === undefined ? undefined : force(name);
    if (value?.kind !== "text") continue;
    const target = engine.importModule(value.value, file);
    if (target.kind === "object" && target.file !== undefined) found.add(target.file);
  }
  return [...found];
}

/** The nodes of the modules that hold `urlpatterns`, made once each while they include one another. */
class UrlConfiguration {
  readonly included = new Set<RouterNode>();
  readonly #engine: Engine;
  readonly #nodes = new Map<string, RouterNode>();

  constructor(engine: Engine) {
    this.#engine = engine;
  }

  patternsOf(file: string): readonly Value[] | null {
    const binding = this.#engine.module(file)?.scope.names.get("urlpatterns");
    const value = binding === undefined ? undefined : force(binding);
    // `urlpatterns = router.urls`, as Django REST framework's own documentation writes it.
    if (value?.kind === "made" && value.role === "urls") return [value];
    return value?.kind === "list" ? value.items : null;
  }

  nodeOf(file: string, isApp: boolean): RouterNode {
    const known = this.#nodes.get(file);
    if (known !== undefined) return known;
    const node = createNode("django", { file, line: 1, column: 1 }, { ...nodeOptions(file, this.#engine), isApp });
    this.#nodes.set(file, node);
    addRouter(this.#engine, node, "urls");
    this.#register(node, this.patternsOf(file) ?? [], file);
    return node;
  }

  rootOver(node: RouterNode): RouterNode {
    const root = createNode("django", node.at, { ...nodeOptions(node.at.file, this.#engine), isApp: true });
    root.entries.push({ kind: "mount", prefixes: [NO_PREFIX], target: node, at: node.at });
    return root;
  }

  #register(node: RouterNode, patterns: readonly Value[], file: string): void {
    for (const each of patterns) {
      if (each.kind === "list") this.#register(node, each.items, file);
      if (each.kind !== "made") continue;
      if (each.role === "urls") this.#mount(node, each, NO_PREFIX, each, file);
      if (each.role !== "pattern") continue;
      const text = textOf(each.data["route"] ?? ABSENT);
      const paths = isOn(each.data["isPattern"], false)
        ? variantsOf(text).map(readDjangoPattern)
        : [readDjangoPath(text, converters.get(this.#engine))];
      for (const path of paths) this.#registerOne(node, path, each, file);
    }
  }

  #registerOne(node: RouterNode, path: PathPattern, made: MadeValue, file: string): void {
    const target = made.data["target"] ?? ABSENT;
    const isInclude = target.kind === "made" && (target.role === "include" || target.role === "urls");
    if (isInclude) this.#mount(node, target, path, made, file);
    else if (target.kind === "list") this.#mount(node, target, path, made, file);
    else if (target.kind === "router")
      node.entries.push({ kind: "mount", prefixes: [path], target: target.node, at: made.at });
    else if (target.kind !== "external" && !(target.kind === "unknown" && /\.urls$/.test(target.source))) {
      for (const { method, ...rest } of methodsOfView(target, this.#engine)) {
        node.entries.push({ ...PLAIN_ROUTE, methods: [method], paths: [path], at: made.at, ...rest });
      }
    } else if (target.kind === "external" && target.path.at(-1) !== "urls") {
      node.entries.push({ ...PLAIN_ROUTE, methods: ["ANY"], paths: [path], at: made.at });
    }
  }

  #mount(node: RouterNode, target: Value, prefix: PathPattern, made: MadeValue, file: string): void {
    const inner = this.#target(target, made, file);
    if (inner === null) return;
    this.included.add(inner);
    node.entries.push({ kind: "mount", prefixes: [prefix], target: inner, at: made.at });
  }

  #target(value: Value, made: MadeValue, file: string): RouterNode | null {
    if (value.kind === "made" && value.role === "include")
      return this.#target(value.data["target"] ?? ABSENT, made, file);
    if (value.kind === "made" && value.data["router"]?.kind === "router") return value.data["router"].node;
    if (value.kind === "text") return this.#target(this.#engine.importModule(value.value, file), made, file);
    if (value.kind === "object") {
      if (value.file !== undefined) return this.patternsOf(value.file) === null ? null : this.nodeOf(value.file, false);
      const patterns = value.entries.get("urlpatterns");
      return patterns === undefined ? null : this.#target(force(patterns), made, file);
    }
    if (value.kind !== "list") return null;
    // `(patterns, "name")` is a pair, whose second part names the application; the first may be a module, or its name.
    const [first, second] = value.items;
    const isPair = value.items.length < 3 && (first?.kind === "list" || second?.kind === "text");
    if (isPair && (first?.kind === "text" || first?.kind === "object")) return this.#target(first, made, file);
    const items = isPair && first !== undefined ? [first] : value.items;
    const node = createNode("django", made.at, nodeOptions(made.at.file, this.#engine));
    addRouter(this.#engine, node, "urls");
    this.#register(node, items, file);
    return node;
  }
}
