import type { Location } from "../../model/place.ts";
import type { FunctionFact, MemberFact } from "../facts.ts";
import { type Engine, placeIn } from "../graph/engine.ts";
import type { ClassValue, MadeValue, Scope, Value } from "../graph/values.ts";
import { locateValue } from "./handlers.ts";
import { optionOf, textsOf } from "./options.ts";
import { dotted, isOn } from "./pythonCalls.ts";

/** One method that a view answers, and where. */
export interface ViewMethod {
  readonly method: string;
  readonly handler: Location | null;
  /** False when a HEAD is turned away although GET is answered. */
  readonly impliesHead?: boolean;
  /** False when OPTIONS is turned away. */
  readonly impliesOptions?: boolean;
}

/** The classes of the workspace that a class is made of, itself first, and the names of the foreign ones. */
export interface Ancestry {
  readonly classes: readonly ClassValue[];
  readonly foreign: readonly string[];
}

/** Follows all bases of a class, in the order in which Python looks them up closely enough for views. */
export function ancestryOf(of: ClassValue, engine: Engine, depth = 0): Ancestry {
  const classes = [of];
  const foreign: string[] = [];
  for (const base of depth > 10 ? [] : of.fact.bases) {
    const value = engine.evaluate(base, of.scope);
    if (value.kind === "class") {
      const above = ancestryOf(value, engine, depth + 1);
      classes.push(...above.classes);
      foreign.push(...above.foreign);
    } else if (value.kind === "external") foreign.push(value.path.at(-1) ?? value.module);
    else foreign.push("?");
  }
  return { classes, foreign };
}

/** The first member of a name among the classes. */
export function memberNamed(
  { classes }: Ancestry,
  name: string,
): { readonly member: MemberFact; readonly of: ClassValue } | null {
  for (const of of classes) {
    const member = of.fact.members.find((each) => each.name === name);
    if (member !== undefined) return { member, of };
  }
  return null;
}

const FOREIGN: readonly (readonly [names: RegExp, methods: string])[] = [
  [/^(?:List|Retrieve)APIView$/, "GET"],
  [/^CreateAPIView$|^(?:ObtainAuthToken|Token\w+View|LogoutView)$/, "POST"],
  [/^DestroyAPIView$/, "DELETE"],
  [/^UpdateAPIView$/, "PUT PATCH"],
  [/^ListCreateAPIView$/, "GET POST"],
  [/^RetrieveUpdateAPIView$/, "GET PUT PATCH"],
  [/^RetrieveDestroyAPIView$/, "GET DELETE"],
  [/^RetrieveUpdateDestroyAPIView$/, "GET PUT PATCH DELETE"],
  [/^(?:FormView|CreateView|UpdateView|\w*FormView|LoginView|Password\w+View|\w*WizardView)$/, "GET POST"],
  [/^DeleteView$/, "GET POST"],
  // It sends every method on.
  [/^RedirectView$/, "ANY"],
  [/^(?:Template|List|Detail|\w*Archive|Day\w*|Month\w*|Spectacular\w+)View$/, "GET"],
];

const PLAIN = /^(?:View|APIView|GenericAPIView|object|\w*Mixin|\w*View[sS]et\w*)$/;

function methodsOfForeign(names: readonly string[]): string[] {
  return names.flatMap((name) => FOREIGN.find(([pattern]) => pattern.test(name))?.[1].split(" ") ?? []);
}

/** The methods a view answers: by its class, its decorators, or `ANY` when nothing restricts it. */
export function methodsOfView(view: Value, engine: Engine): readonly ViewMethod[] {
  if (view.kind === "made" && view.role === "view") return methodsOfClassView(view, engine);
  if (view.kind === "function") {
    const taken = decoratedMethods(view.fact, view.scope, engine);
    const handler = locateValue(view);
    if (taken === null) return [{ method: "ANY", handler }];
    const named = taken.filter((method) => method !== "HEAD" && method !== "OPTIONS");
    return named.map((method) => ({ method, handler, ...impliedBy(taken) }));
  }
  if (view.kind === "unknown") {
    const name = /(\w+)\.as_view$/.exec(view.source)?.[1];
    const methods = name === undefined ? [] : methodsOfForeign([name]);
    return (methods.length === 0 ? ["ANY"] : methods).map((method) => ({ method, handler: null }));
  }
  return [{ method: "ANY", handler: locateValue(view) }];
}

function methodsOfClassView(view: MadeValue, engine: Engine): ViewMethod[] {
  const of = view.data["class"];
  if (of?.kind !== "class") return [{ method: "ANY", handler: null }];
  const ancestry = ancestryOf(of, engine);
  const whole = placeIn(of.scope, of.fact.at);
  const actions = view.data["actions"];
  if (actions?.kind === "object") return mappedActions(actions, ancestry, whole);
  const own = new Map<string, Location>();
  for (const { fact, scope } of ancestry.classes) {
    for (const { name, role, at } of fact.members) {
      if (role !== "method" || !/^(?:get|post|put|patch|delete)$/.test(name)) continue;
      const method = name.toUpperCase();
      if (!own.has(method)) own.set(method, placeIn(scope, at));
    }
  }
  for (const method of methodsOfForeign(ancestry.foreign)) if (!own.has(method)) own.set(method, whole);
  const allowed = allowedMethods(ancestry, engine);
  const methods = [...own].filter(([method]) => allowed === null || allowed.includes(method));
  const isClosed = ancestry.foreign.every((name) => PLAIN.test(name));
  if (methods.length === 0 && !isClosed) return [{ method: "ANY", handler: whole }];
  return methods.map(([method, handler]) => ({ method, handler, ...impliedBy(allowed) }));
}

/** What is answered without a method of its own, where a view takes only the methods given; null for a view that takes any. */
export function impliedBy(allowed: readonly string[] | null): Pick<ViewMethod, "impliesHead" | "impliesOptions"> {
  const isAllowed = (method: string) => allowed === null || allowed.includes(method);
  return { impliesHead: isAllowed("HEAD"), impliesOptions: isAllowed("OPTIONS") };
}

function mappedActions(actions: Value, ancestry: Ancestry, whole: Location): ViewMethod[] {
  const entries = actions.kind === "object" ? [...actions.entries.keys()] : [];
  return entries.map((name) => {
    const action = textsOf(optionOf(actions, name))[0] ?? "";
    const found = memberNamed(ancestry, action);
    return { method: name.toUpperCase(), handler: found === null ? whole : placeIn(found.of.scope, found.member.at) };
  });
}

/** `http_method_names` as upper-case methods, or null when the class does not set it. */
export function allowedMethods(ancestry: Ancestry, engine: Engine): string[] | null {
  const found = memberNamed(ancestry, "http_method_names");
  if (found === null) return null;
  return textsOf(engine.evaluate(found.member.value, found.of.scope)).map((each) => each.toUpperCase());
}

/** The methods that decorators such as `@api_view(["GET"])` and `@require_POST` let through; null when nothing says. */
function decoratedMethods(fact: FunctionFact, scope: Scope, engine: Engine): string[] | null {
  for (const decorator of fact.decorators) {
    const value = engine.evaluate(decorator, scope);
    if (value.kind === "made" && value.role === "methods") {
      const named = textsOf(value.data["methods"]).map((each) => each.toUpperCase());
      const taken = named.length === 0 ? ["GET"] : named;
      return isOn(value.data["isView"], false) ? [...taken, "OPTIONS"] : taken;
    }
    const name = value.kind === "external" ? dotted(value) : "";
    if (/\.require_POST$/.test(name)) return ["POST"];
    if (/\.require_GET$/.test(name)) return ["GET"];
    if (/\.require_safe$/.test(name)) return ["GET", "HEAD"];
    if (/\.api_view$/.test(name)) return ["GET", "OPTIONS"];
  }
  return null;
}
