import type { Location } from "../../model/place.ts";
import type { ClassFact, Expression } from "../facts.ts";
import { type Call, type Engine, placeIn } from "../graph/engine.ts";
import { PLAIN_ROUTE, type RouterNode } from "../graph/routers.ts";
import {
  ABSENT,
  type ClassValue,
  type ListValue,
  type RouterValue,
  type Scope,
  textOf,
  type Value,
} from "../graph/values.ts";
import { readDjangoPath, readDjangoPattern } from "./djangoPath.ts";
import { type Ancestry, allowedMethods, ancestryOf, impliedBy, memberNamed } from "./djangoViews.ts";
import { textsOf } from "./options.ts";
import { isOn, namedOr } from "./pythonCalls.ts";

const ACTIONS: readonly (readonly [action: string, method: string, isDetail: boolean])[] = [
  ["list", "GET", false],
  ["create", "POST", false],
  ["retrieve", "GET", true],
  ["update", "PUT", true],
  ["partial_update", "PATCH", true],
  ["destroy", "DELETE", true],
];

const MIXINS: readonly (readonly [name: RegExp, actions: string])[] = [
  [/^ReadOnlyModelViewSet$/, "list retrieve"],
  [/^ModelViewSet$/, "list create retrieve update partial_update destroy"],
  [/^ListModelMixin$/, "list"],
  [/^CreateModelMixin$/, "create"],
  [/^RetrieveModelMixin$/, "retrieve"],
  [/^UpdateModelMixin$/, "update partial_update"],
  [/^DestroyModelMixin$/, "destroy"],
];

interface Viewset {
  readonly of: ClassValue;
  readonly ancestry: Ancestry;
  readonly prefix: string;
  readonly lookup: string;
  /** What an identifier must match, or null where a format such as `.json` may follow it. */
  readonly lookupPattern: string | null;
  /** How its paths end: with a slash, without one, or either way. */
  readonly slash: "/" | "" | "/?";
  readonly allowed: readonly string[] | null;
  readonly at: Location;
}

/** Where an item of a registry was registered, and on which routers. */
const registered = new WeakMap<Value, { readonly at: Location; readonly on: Set<RouterNode> }>();

/** The list that `router.registry` is: a prefix, a viewset and a base name of each registration, which others may take over. */
export function registryOf({ properties }: RouterValue): ListValue {
  const known = properties.get("registry");
  if (known?.kind === "list") return known;
  const made: ListValue = { kind: "list", items: [] };
  properties.set("registry", made);
  return made;
}

/** Registers what `router.register(prefix, viewset)` of Django REST framework serves. */
export function registerViewset(router: RouterValue, call: Call): Value {
  const of = namedOr(call, "viewset", 1);
  const prefix = namedOr(call, "prefix", 0) ?? ABSENT;
  if (of?.kind !== "class") return router;
  const item: Value = { kind: "list", items: [prefix, of, namedOr(call, "basename", 2) ?? ABSENT] };
  registered.set(item, { at: call.at, on: new Set([router.node]) });
  registryOf(router).items.push(item);
  serve(router, textOf(prefix), of, call.at, call.engine);
  return router;
}

/** Serves what a router's registry was extended with: `router.registry.extend(other.registry)`. */
export function adoptRegistered(router: RouterValue, engine: Engine): void {
  for (const item of registryOf(router).items) {
    const known = registered.get(item);
    const [prefix = ABSENT, of] = item.kind === "list" ? item.items : [];
    if (known === undefined || known.on.has(router.node) || of?.kind !== "class") continue;
    known.on.add(router.node);
    serve(router, textOf(prefix), of, known.at, engine);
  }
}

function serve(router: RouterValue, given: string, of: ClassValue, at: Location, engine: Engine): void {
  const ancestry = ancestryOf(of, engine);
  const setting = (name: string) => {
    const found = memberNamed(ancestry, name);
    return found === null ? undefined : textsOf(engine.evaluate(found.member.value, found.of.scope))[0];
  };
  const viewset: Viewset = {
    of,
    ancestry,
    prefix: given,
    lookup: setting("lookup_url_kwarg") ?? setting("lookup_field") ?? "pk",
    lookupPattern:
      setting("lookup_value_regex") ?? (isOn(router.properties.get("takesSuffix"), false) ? null : "[^/.]+"),
    slash: slashOf(router.properties.get("trailing_slash")),
    allowed: allowedMethods(ancestry, engine),
    at,
  };
  const known = standardActions(viewset);
  addActions(router, viewset, known, false);
  addExtraActions(router, viewset, false, engine);
  addActions(router, viewset, known, true);
  addExtraActions(router, viewset, true, engine);
}

/** The constructor takes a truth; a router that sets its `trailing_slash` itself writes the end of an expression, such as `/?`. */
function slashOf(value: Value | undefined): Viewset["slash"] {
  if (value?.kind !== "text") return isOn(value, true) ? "/" : "";
  return value.value === "/?" || value.value === "" ? value.value : "/";
}

function standardActions({ ancestry }: Viewset): ReadonlySet<string> {
  const names = ACTIONS.map(([action]) => action).filter((action) => memberNamed(ancestry, action) !== null);
  const mixed = ancestry.foreign.flatMap(
    (name) => MIXINS.find(([pattern]) => pattern.test(name))?.[1].split(" ") ?? [],
  );
  return new Set([...names, ...mixed]);
}

function addActions(router: RouterValue, viewset: Viewset, known: ReadonlySet<string>, isDetail: boolean): void {
  for (const [action, method, detail] of ACTIONS) {
    if (detail !== isDetail || !known.has(action)) continue;
    const found = memberNamed(viewset.ancestry, action);
    const handler =
      found === null ? placeIn(viewset.of.scope, viewset.of.fact.at) : placeIn(found.of.scope, found.member.at);
    addRoute(router, viewset, [method], isDetail ? "detail" : "list", "", handler);
  }
}

function addRoute(
  router: RouterValue,
  { prefix, lookup, lookupPattern, slash, allowed, at }: Viewset,
  methods: readonly string[],
  kind: "list" | "detail",
  tail: string,
  handler: Location,
): void {
  const taken = methods.filter((method) => allowed === null || allowed.includes(method));
  if (taken.length === 0) return;
  const parts = [prefix, kind === "detail" ? `<${lookup}>` : "", tail].filter((part) => part !== "");
  const path = parts.length === 0 ? "" : parts.join("/") + (slash === "/" ? slash : "");
  const read = prefix.includes("(") ? readDjangoPattern(asPattern(path)) : readDjangoPath(path);
  const pattern = { ...read, ...(slash === "/?" ? { strictSlash: false } : {}) };
  const isConstrained = kind === "detail" && lookupPattern !== null;
  const own = isConstrained ? [{ name: lookup, pattern: lookupPattern, optional: false }] : [];
  const paths = [{ ...pattern, parameters: [...pattern.parameters, ...own] }];
  router.node.entries.push({ ...PLAIN_ROUTE, methods: taken, paths, at, handler, ...impliedBy(allowed) });
}

/** The prefix of a viewset may be a regular expression; what is put behind it is none. */
function asPattern(path: string): string {
  return path.replace(/(?<!\?P?)<(\w+)>/g, "(?P<$1>[^/.]+)");
}

/** Methods marked with `@action(detail=…, methods=[…], url_path="…")`. */
function addExtraActions(router: RouterValue, viewset: Viewset, isDetail: boolean, engine: Engine): void {
  const seen = new Set<string>();
  for (const { fact, scope } of viewset.ancestry.classes) {
    for (const member of fact.members) {
      if (member.role !== "method" || seen.has(member.name)) continue;
      seen.add(member.name);
      const handler = placeIn(scope, member.at);
      for (const decorator of member.decorators) {
        const action = actionOf(decorator, member.name, fact, scope, engine);
        if (action === null || action.isDetail !== isDetail) continue;
        addRoute(router, viewset, action.methods, isDetail ? "detail" : "list", plainPath(action.path), handler);
      }
    }
  }
}

interface Action {
  readonly methods: readonly string[];
  readonly isDetail: boolean;
  readonly path: string;
}

/** What a decorator makes of a method: an action, or one more method of another (`@stats.mapping.post`). */
function actionOf(decorator: Expression, name: string, fact: ClassFact, scope: Scope, engine: Engine): Action | null {
  const mapping = decorator.kind === "member" && decorator.of.kind === "member" ? decorator.of : null;
  if (decorator.kind === "member" && mapping?.name === "mapping" && mapping.of.kind === "name") {
    const { name: other } = mapping.of;
    const decorators = fact.members.find((each) => each.name === other)?.decorators ?? [];
    const first = decorators.map((each) => actionOf(each, other, fact, scope, engine)).find((each) => each !== null);
    return first === undefined ? null : { ...first, methods: [decorator.name.toUpperCase()] };
  }
  const made = engine.evaluate(decorator, scope);
  if (made.kind !== "made" || made.role !== "action") return null;
  const methods = textsOf(made.data["methods"]).map((each) => each.toUpperCase());
  return {
    methods: methods.length === 0 ? ["GET"] : methods,
    isDetail: isOn(made.data["detail"], false),
    path: textsOf(made.data["path"])[0] ?? name,
  };
}

/** The `url_path` of an action may be a regular expression. */
function plainPath(path: string): string {
  return path.replace(/\(\?P<(\w+)>[^)]*\)/g, "<$1>").replace(/^\^|\$$/g, "");
}
