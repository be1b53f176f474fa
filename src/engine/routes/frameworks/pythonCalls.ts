import type { MemberFact } from "../facts.ts";
import { addRouter, type Call } from "../graph/engine.ts";
import { createNode } from "../graph/routers.ts";
import {
  ABSENT,
  type ClassValue,
  type ExternalValue,
  type MadeValue,
  type RouterValue,
  type Value,
} from "../graph/values.ts";
import { textsOf } from "./options.ts";

/** The full dotted name of something a package exports. */
export function dotted(value: ExternalValue): string {
  return [value.module, ...value.path].join(".");
}

/** An argument by its keyword, else by its position; a negative position is none. */
export function namedOr(call: Call, name: string, position: number): Value | undefined {
  return call.named.get(name) ?? (position < 0 ? undefined : call.arguments[position]);
}

/** The truth of a value, or what holds when it says nothing. */
export function isOn(value: Value | undefined, otherwise: boolean): boolean {
  return value?.kind === "truth" ? value.value : otherwise;
}

/** What `@router.get("/path")` makes: it registers when it is called with what it decorates. */
export function pendingDecorator(
  framework: string,
  router: RouterValue,
  methods: readonly string[],
  call: Call,
): MadeValue {
  return {
    kind: "made",
    framework,
    role: "decorator",
    at: call.at,
    data: {
      router,
      methods: { kind: "list", items: methods.map((value) => ({ kind: "text", value })) },
      path: namedOr(call, "path", 0) ?? call.named.get("rule") ?? ABSENT,
      deprecated: call.named.get("deprecated") ?? ABSENT,
      strict: call.named.get("strict_slashes") ?? ABSENT,
    },
  };
}

/**
 * What `@app.get("/path")` makes where `app` comes from what is not in the workspace, in a file that imports one of the packages;
 * undefined for anything else. Nothing is registered unless it decorates a function.
 */
export function recogniseDecorator(
  framework: string,
  packages: RegExp,
  callee: string,
  call: Call,
): MadeValue | undefined {
  const verb = /\.(get|post|put|patch|delete|route)$/.exec(callee)?.[1];
  const path = namedOr(call, "path", 0) ?? call.named.get("rule");
  if (verb === undefined || path?.kind !== "text" || !path.value.startsWith("/")) return undefined;
  const file = call.engine.factsOf(call.at.file);
  if (file?.language !== "python" || !file.imports.some((each) => packages.test(each))) return undefined;
  const at = { file: call.at.file, line: 1, column: 1 };
  const node = createNode(framework, at, { isGuess: true, caseSensitive: true, strictSlash: true });
  const methods = verb === "route" ? textsOf(call.named.get("methods")) : [verb.toUpperCase()];
  return pendingDecorator(framework, addRouter(call.engine, node, "router"), methods, call);
}

/** The HTTP methods that a class-based view answers, its bases in the workspace included. */
export function classMethods(
  of: ClassValue,
): { readonly method: string; readonly member: MemberFact; readonly of: ClassValue }[] {
  const own = of.fact.members
    .filter(
      (member) => member.role === "method" && /^(?:get|post|put|patch|delete|head|options|trace)$/.test(member.name),
    )
    .map((member) => ({ method: member.name.toUpperCase(), member, of }));
  if (of.base?.kind !== "class") return own;
  return [...own, ...classMethods(of.base).filter((each) => !own.some(({ method }) => method === each.method))];
}
