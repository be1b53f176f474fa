import type { Location, Problem, Range } from "../../model/place.ts";
import type { Provenance, ResolvedPart, UnresolvedVariable } from "../../model/request.ts";
import { reportDefinition } from "../grammar/definitionProblems.ts";
import type { ResolveContext } from "../resolve/resolveContext.ts";
import { defineVariable } from "./defineVariable.ts";
import { defineAt, problemOf } from "./missingVariables.ts";
import { findSimilarNames } from "./similarNames.ts";
import type { VariableScope } from "./variableScope.ts";
import { evaluate, type Value } from "./variableValue.ts";

/** What has been found so far while the texts of one request are expanded. */
export interface Expansion {
  readonly context: ResolveContext;
  readonly scope: VariableScope;
  readonly prompts: ReadonlySet<string>;
  readonly unresolved: Map<string, UnresolvedVariable>;
  readonly problems: Problem[];
  readonly secrets: Set<string>;
  readonly stack: string[];
  /** The names whose definitions have been judged. */
  readonly judged: Set<string>;
  /** What helps to define a variable; gathered for the first one that needs it. */
  help: { readonly names: readonly string[]; readonly defineAt: Location | null } | null;
  /** How many variables, and how many characters of their values, may still be put in. */
  left: number;
  room: number;
  hasExploded: boolean;
}

/** The place a text comes from: how its own characters are labelled, and where they stand. */
export interface TextOrigin {
  from(offset: number): Provenance;
  locate(offset: number): Location | null;
  /** The stretch of the request file that shows a problem at this place. */
  range(offset: number, length: number): Range;
  readonly secret: boolean;
}

const MOST_VARIABLES = 20_000;
const MOST_CHARACTERS = 8 * 1024 * 1024;
const DEEPEST = 40;
const MOST_HELPED = 100;
const LONGEST_EXPRESSION = 2000;

/** Starts the expansion of one request. */
export function startExpansion(context: ResolveContext, scope: VariableScope, prompts: ReadonlySet<string>): Expansion {
  return {
    context,
    scope,
    prompts,
    unresolved: new Map(),
    problems: [],
    secrets: new Set(),
    stack: [],
    judged: new Set(),
    help: null,
    left: MOST_VARIABLES,
    room: MOST_CHARACTERS,
    hasExploded: false,
  };
}

/** Puts in the values of all `{{variables}}` of a text; the texts of the parts join to the result. Never throws and always ends. */
export function expandText(expansion: Expansion, text: string, origin: TextOrigin): readonly ResolvedPart[] {
  const parts: ResolvedPart[] = [];
  const literal = (start: number, end: number): void => {
    if (end > start) parts.push({ text: text.slice(start, end), from: origin.from(start), secret: origin.secret });
  };
  let copied = 0;
  let scanned = 0;
  const first = expansion.context.variables === "verbatim" ? -1 : text.indexOf("}}");
  for (let close = first; close >= 0; close = text.indexOf("}}", scanned)) {
    const open = scanned + text.slice(scanned, close).lastIndexOf("{{");
    const isOpen = open >= scanned && isExpression(text, open, close);
    scanned = close + 2;
    if (!isOpen) continue;
    literal(copied, open);
    copied = scanned;
    for (const part of expandVariable(expansion, text.slice(open, copied), open, origin)) parts.push(part);
  }
  literal(copied, text.length);
  return parts;
}

/** Joins the texts of parts. */
export function joinParts(parts: readonly ResolvedPart[]): string {
  return parts.map((part) => part.text).join("");
}

function isExpression(text: string, open: number, close: number): boolean {
  const length = close - open;
  return length > 2 && length < LONGEST_EXPRESSION && !/[\r\n]/.test(text.slice(open, close));
}

function expandVariable(
  expansion: Expansion,
  written: string,
  offset: number,
  origin: TextOrigin,
): readonly ResolvedPart[] {
  const inner = written.slice(2, -2).trim();
  const isEncoded = inner.startsWith("%");
  const name = isEncoded ? inner.slice(1).trim() : inner;
  const refusal = refuse(expansion);
  if (refusal !== null) return [leave(expansion, written, name, offset, origin, refusal)];
  const value = evaluate(expansion, name);
  if (value.kind === "missing") return [leave(expansion, written, name, offset, origin, value)];
  reportDefinition(expansion, name, origin.range(offset, written.length));
  const parts = expandValue(expansion, name, value, offset, origin);
  return isEncoded ? parts.map(encodePart) : parts;
}

function expandValue(
  expansion: Expansion,
  name: string,
  value: Exclude<Value, { kind: "missing" }>,
  offset: number,
  origin: TextOrigin,
): readonly ResolvedPart[] {
  expansion.left--;
  expansion.room -= value.text.length;
  const secret = value.secret || origin.secret;
  if (value.kind === "final") return [keepSecret(expansion, { text: value.text, from: value.from, secret })];
  expansion.stack.push(name);
  const parts = expandText(expansion, value.text, {
    from: () => value.from,
    locate: () => value.location,
    range: (_, length) => origin.range(offset, length),
    secret,
  });
  expansion.stack.pop();
  if (secret) keepSecret(expansion, { text: joinParts(parts), from: value.from, secret });
  return parts;
}

function keepSecret(expansion: Expansion, part: ResolvedPart): ResolvedPart {
  if (part.secret && part.text !== "") expansion.secrets.add(part.text);
  return part;
}

function encodePart(part: ResolvedPart): ResolvedPart {
  if (part.from.kind === "unresolved") return part;
  return { ...part, text: encodeURIComponent(part.text.toWellFormed()) };
}

type Missing = Extract<Value, { kind: "missing" }>;

function refuse(expansion: Expansion): Missing | null {
  if (expansion.left <= 0 || expansion.room <= 0 || expansion.stack.length >= DEEPEST) {
    const message = "The variables of this request grow beyond every bound, so the rest of them is not put in.";
    return { kind: "missing", code: "variable-explosion", message };
  }
  return null;
}

/** Leaves a variable in the text as written, and remembers why and where. */
function leave(
  expansion: Expansion,
  written: string,
  name: string,
  offset: number,
  origin: TextOrigin,
  missing: Missing,
): ResolvedPart {
  const location = origin.locate(offset);
  if (!expansion.unresolved.has(name) && !isReported(expansion, missing)) {
    expansion.help ??= { names: expansion.scope.names(), defineAt: defineAt(expansion.context, expansion.scope) };
    const isHelped = missing.needs === undefined && expansion.unresolved.size < MOST_HELPED;
    const similar = isHelped ? findSimilarNames(name, expansion.help.names) : [];
    const { needs } = missing;
    const problem = problemOf(missing, name, similar, origin.range(offset, written.length), expansion.scope);
    const because = missing.message ?? (expansion.scope.setByScript(name) !== null ? problem.message : null);
    const define = isHelped ? defineVariable(name, expansion.context, expansion.scope) : null;
    const known = {
      ...(needs === undefined ? {} : { needs }),
      ...(because === null ? {} : { because }),
      ...(define === null ? {} : { define }),
    };
    expansion.unresolved.set(name, { name, usedAt: location, defineAt: expansion.help.defineAt, similar, ...known });
    expansion.problems.push(problem);
  }
  return { text: written, from: { kind: "unresolved", name, location }, secret: false };
}

/** An explosion is one problem, however many variables it leaves. */
function isReported(expansion: Expansion, missing: Missing): boolean {
  if (missing.code !== "variable-explosion") return false;
  const isKnown = expansion.hasExploded;
  expansion.hasExploded = true;
  return isKnown;
}
