import type { Expression } from "../facts.ts";
import type { Call, Engine } from "../graph/engine.ts";
import { ABSENT, type ClassValue, type ExternalValue, type MadeValue, type Value } from "../graph/values.ts";
import { optionOf } from "./options.ts";

const VERBS = new Map(
  "Get Post Put Delete Patch Options Head All Search QueryMethod Sse".split(" ").map((name) => {
    const method = name === "All" ? "ANY" : name === "Sse" ? "GET" : name.replace("Method", "").toUpperCase();
    return [name, method] as const;
  }),
);

/** What a decorator of `@nestjs/common` makes; lists of decorators are flattened by whoever reads them. */
export function makeDecorator(callee: ExternalValue, call: Call): Value | undefined {
  const name = callee.path.join(".");
  const first = call.arguments[0] === undefined || isLeftOut(call.arguments[0]) ? undefined : call.arguments[0];
  const make = (role: string, data: MadeValue["data"]): MadeValue => ({
    kind: "made",
    framework: "nest",
    role,
    at: call.at,
    data,
  });
  const method = VERBS.get(name);
  if (method !== undefined) return make("route", { method: { kind: "text", value: method }, path: first ?? ABSENT });
  if (name === "Controller") return make("controller", controllerData(first));
  if (name === "Module") return make("module", { options: first ?? ABSENT });
  if (name === "Version") return make("version", { version: first ?? ABSENT });
  if (name === "applyDecorators") return { kind: "list", items: [...call.arguments] };
  if (name === "forwardRef" && first !== undefined) return call.engine.run(first, [], call.at);
  if (name === "RequestMapping") return make("route", mappingData(first));
  return undefined;
}

/** A parameter of a decorator of one's own that is not given: `JsonGet()`. */
function isLeftOut(value: Value): boolean {
  return value.kind === "unknown" && value.isMissing === true;
}

function controllerData(first: Value | undefined): MadeValue["data"] {
  if (first?.kind !== "object") return { path: first ?? ABSENT, version: ABSENT };
  return {
    path: optionOf(first, "path") ?? ABSENT,
    version: optionOf(first, "version") ?? ABSENT,
    host: optionOf(first, "host") ?? ABSENT,
  };
}

function mappingData(first: Value | undefined): MadeValue["data"] {
  const method = optionOf(first, "method");
  const verb = method?.kind === "external" ? (method.path.at(-1) ?? "GET") : "GET";
  return { method: { kind: "text", value: verb === "ALL" ? "ANY" : verb }, path: optionOf(first, "path") ?? ABSENT };
}

/** A decorator of ours, and where it is written on the class or method. */
export interface AppliedDecorator {
  readonly made: MadeValue;
  readonly expression: Expression;
}

/** The decorators of ours among the expressions, through functions of the workspace that apply several. */
function readDecorators(
  expressions: readonly Expression[],
  of: ClassValue,
  engine: Engine,
  framework: string,
): AppliedDecorator[] {
  return expressions.flatMap((expression) => {
    const value = engine.evaluate(expression, of.scope);
    return flatten(value, framework).map((made) => ({ made, expression }));
  });
}

function flatten(value: Value, framework: string): MadeValue[] {
  if (value.kind === "list") return value.items.flatMap((each) => flatten(each, framework));
  return value.kind === "made" && value.framework === framework ? [value] : [];
}

/** The methods of a class and of its bases, those of the class first; what a subclass overrides is left out. */
export function methodsOf(
  of: ClassValue,
  engine: Engine,
  framework = "nest",
  overridden: ReadonlySet<string> = new Set(),
): DecoratedMethod[] {
  const own = of.fact.members.filter((member) => !member.isStatic && member.role !== "constructor");
  const methods = own
    .filter((member) => !overridden.has(member.name))
    .map((member) => ({ member, of, decorators: readDecorators(member.decorators, of, engine, framework) }));
  const names = new Set([...overridden, ...own.map((member) => member.name)]);
  return of.base?.kind === "class" ? [...methods, ...methodsOf(of.base, engine, framework, names)] : methods;
}

/** One method with what decorates it. */
export interface DecoratedMethod {
  readonly member: ClassValue["fact"]["members"][number];
  readonly of: ClassValue;
  readonly decorators: readonly AppliedDecorator[];
}

/** A decorator that a class carries itself or inherits. */
export function classDecorator(
  of: ClassValue,
  role: string,
  engine: Engine,
  framework = "nest",
): AppliedDecorator | undefined {
  const own = readDecorators(of.fact.decorators, of, engine, framework).find(({ made }) => made.role === role);
  return own ?? (of.base?.kind === "class" ? classDecorator(of.base, role, engine, framework) : undefined);
}
