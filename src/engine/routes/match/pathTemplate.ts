import type { Route, RouteParameter } from "../../model/route.ts";
import { rulesOf } from "./matchRules.ts";

/** One segment of a path template. */
export type TemplateSegment =
  | { readonly kind: "static"; readonly text: string }
  | {
      readonly kind: "parameter";
      readonly text: string;
      readonly names: readonly string[];
      /** What the decoded segment must match; null when any text will do. */
      readonly test: RegExp | null;
      readonly optional: boolean;
      /** The constraint as written, for people. */
      readonly constraint: string | null;
    }
  | { readonly kind: "rest"; readonly text: string; readonly name: string };

/** A route made ready for matching. */
export interface CompiledRoute {
  readonly route: Route;
  readonly segments: readonly TemplateSegment[];
  readonly test: RegExp;
  readonly names: readonly string[];
}

const compiled = new WeakMap<Route, CompiledRoute>();

/** Compiles the path of a route once. */
export function compileRoute(route: Route): CompiledRoute {
  const known = compiled.get(route);
  if (known !== undefined) return known;
  const fresh = compileInPassing(route);
  compiled.set(route, fresh);
  return fresh;
}

/** The pattern of a route, made the first time it is asked for, which takes longer than the rest of compiling it. */
export function patternOf(route: Route): RegExp {
  return compileRoute(route).test;
}

/**
 * Compiles the path of a route that is looked at once, as each table of an edited workspace is: what is noted of routes outlives them
 * until the next full garbage collection, and all of it would be copied from one generation to the next.
 */
export function compileInPassing(route: Route): CompiledRoute {
  return new LazilyCompiled(route);
}

/** How far a route comes before others of its application by what is fixed in it; those of the same lead go by their order. */
export function leadOf({ route, segments }: CompiledRoute): number {
  const { priority } = rulesOf(route.framework);
  const first = segments.findIndex((segment) => segment.kind !== "static");
  if (priority === "start") return first < 0 ? segments.length : first;
  if (priority !== "fixed") return 0;
  return (route.method === "ANY" ? 0 : 2) + (first < 0 ? 1 : 0);
}

/** The segments of an absolute path, without the one an end slash would open. */
export function splitPath(path: string): string[] {
  const parts = path.split("/").slice(path.startsWith("/") ? 1 : 0);
  if (parts.at(-1) === "") parts.pop();
  return parts;
}

const PIECE = /\{([^{}]*?)(\*?)\}/g;

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

/** True for patterns that could take very long on a short text. */
function isRisky(pattern: string): boolean {
  return pattern.length > 300 || /\([^()]*[+*][^()]*\)\s*[+*{]/.test(pattern) || /\\\d/.test(pattern);
}

function toExpression(source: string, flags: string): RegExp | null {
  try {
    return new RegExp(source, flags);
  } catch {
    return null;
  }
}

function patternFor(parameter: RouteParameter | undefined, otherwise: string): string {
  const pattern = parameter?.pattern;
  if (!pattern || isRisky(pattern)) return otherwise;
  const plain = pattern.replace(/\(\?P?<\w+>/g, "(?:").replace(/^\^|\$$/g, "");
  return toExpression(plain, "") === null ? otherwise : `(?:${plain})`;
}

const PLAIN = /^\{([^{}*]*)\}$/;

function compileSegment(text: string, parameters: readonly RouteParameter[], flags: string): TemplateSegment {
  if (!text.includes("{")) return { kind: "static", text };
  const plain = parameters.length === 0 ? PLAIN.exec(text)?.[1] : undefined;
  if (plain !== undefined)
    return { kind: "parameter", text, names: [plain], test: null, optional: false, constraint: null };
  const pieces = [...text.matchAll(PIECE)];
  const [first] = pieces;
  if (first === undefined) return { kind: "static", text };
  if (first[0] === text && first[2] === "*") return { kind: "rest", text, name: first[1] ?? "" };
  const names = pieces.map((piece) => piece[1] ?? "");
  const own = names.map((name) => parameters.find((each) => each.name === name));
  const constraint = own.map((each) => each?.pattern).find((each) => each) ?? null;
  const optional = first[0] === text && (own[0]?.optional ?? false);
  const isPlain = first[0] === text && constraint === null;
  const source = segmentSource(text, parameters);
  const test = isPlain ? null : toExpression(`^${source}$`, flags);
  return { kind: "parameter", text, names, test, optional, constraint: constraint ?? (isPlain ? null : text) };
}

function segmentSource(text: string, parameters: readonly RouteParameter[]): string {
  let source = "";
  let from = 0;
  for (const piece of text.matchAll(PIECE)) {
    source += escapePattern(text.slice(from, piece.index));
    const parameter = parameters.find((each) => each.name === piece[1]);
    source += `(${patternFor(parameter, piece[2] === "*" ? ".*" : "[^/]+?")})`;
    from = piece.index + piece[0].length;
  }
  return source + escapePattern(text.slice(from));
}

/** Routes are judged by their segments each time a table is built; most are never matched against a URL as a whole. */
class LazilyCompiled implements CompiledRoute {
  readonly route: Route;
  readonly segments: readonly TemplateSegment[];
  #whole: Pick<CompiledRoute, "test" | "names"> | undefined;

  constructor(route: Route) {
    const parameters = route.parameters ?? [];
    const flags = route.caseSensitive ? "" : "i";
    this.route = route;
    this.segments = splitPath(route.path).map((text) => compileSegment(text, parameters, flags));
  }

  get test(): RegExp {
    return this.#compileWhole().test;
  }

  get names(): readonly string[] {
    return this.#compileWhole().names;
  }

  #compileWhole(): Pick<CompiledRoute, "test" | "names"> {
    this.#whole ??= compileWhole(this.route, this.segments, this.route.caseSensitive ? "" : "i");
    return this.#whole;
  }
}

function compileWhole(
  route: Route,
  segments: readonly TemplateSegment[],
  flags: string,
): Pick<CompiledRoute, "test" | "names"> {
  const parameters = route.parameters ?? [];
  const names: string[] = [];
  const anything = rulesOf(route.framework).takesEmpty ? "[^/]*?" : "[^/]+?";
  const spared = (count: number) => (route.spareSlashes?.includes(count) ? "\\/?" : "");
  let source = `^${spared(0)}`;
  for (const [index, segment] of segments.entries()) {
    const slash = "\\/";
    if (segment.kind === "static") source += slash + escapePattern(segment.text);
    else if (segment.kind === "rest") source += restSource(segment.name, parameters, names);
    else source += parameterSource(segment, parameters, names, anything);
    source += spared(index + 1);
  }
  const endsInSlash = route.path.endsWith("/");
  const end = route.strictSlash ? (endsInSlash ? "\\/" : "") : "\\/?";
  const test = toExpression(`${source}${segments.length === 0 ? "\\/?" : end}$`, flags) ?? /(?!)/;
  return { test, names };
}

function restSource(name: string, parameters: readonly RouteParameter[], names: string[]): string {
  names.push(name);
  const parameter = parameters.find((each) => each.name === name);
  const group = `(?<p${names.length - 1}>${patternFor(parameter, ".*")})`;
  return parameter?.pattern?.startsWith("^/")
    ? group
    : `${parameter?.optional ? "(?:" : ""}\\/${group}${parameter?.optional ? ")?" : ""}`;
}

function parameterSource(
  segment: Extract<TemplateSegment, { kind: "parameter" }>,
  parameters: readonly RouteParameter[],
  names: string[],
  anything: string,
): string {
  let source = "";
  let from = 0;
  for (const piece of segment.text.matchAll(PIECE)) {
    source += escapePattern(segment.text.slice(from, piece.index));
    names.push(piece[1] ?? "");
    const parameter = parameters.find((each) => each.name === piece[1]);
    source += `(?<p${names.length - 1}>${patternFor(parameter, piece[2] === "*" ? ".*" : anything)})`;
    from = piece.index + piece[0].length;
  }
  source += escapePattern(segment.text.slice(from));
  return segment.optional ? `(?:\\/${source})?` : `\\/${source}`;
}
