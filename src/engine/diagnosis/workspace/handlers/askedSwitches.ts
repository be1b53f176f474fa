import type { Location } from "../../../model/place.ts";
import type { Route } from "../../../model/route.ts";
import type { ConditionLine } from "./conditionLines.ts";
import { readEntitlements } from "./entitlements.ts";
import { type AskedSwitch, flip, readSwitches, type Switch } from "./switches.ts";

const miss = /\b404\b|not_?found|\bHttp404\b|\bnext\(\s*["'`](?:route|router)|\.pass\(\)/i;
// `@feature("x")`, `requireFeature("x")`, `Depends(feature("x"))`, `FeatureGuard("x")`.
const guardCall =
  /(?<![\w$"'`/])[\w$.]*(?:feature|flag|switch|toggle|experiment|beta|rollout|entitle)\w*\(\s*["'`]([\w.:-]+)["'`]/i;
const assertion =
  /(?<![\w$"'`/])[\w$.]*(?:require|assert|ensure|check|guard|verify)\w*(?:feature|flag|switch|toggle|enabled)\w*\(\s*["'`]([\w.:-]+)["'`]/i;
const mostLines = 8;

/** A guard by its name that stands around a route: in its own statement, in decorators of it or its class, or asked of every route of its router. */
export function findNamedGuard(
  lines: readonly string[],
  place: Location,
  handler: Location | null,
): ConditionLine | null {
  for (const index of listGuarding(lines, place, handler)) {
    const key = guardCall.exec(lines[index] ?? "")?.[1];
    if (key !== undefined) {
      return { index, switches: [{ keys: [key], holdsWhen: "on" }] };
    }
  }
  return null;
}

/** The 0-based lines that may name a guard of what stands at a place: its statement, decorators of it or its class, what its router asks before. */
export function listGuarding(lines: readonly string[], place: Location, handler: Location | null): readonly number[] {
  const at = place.line - 1;
  const end = handler?.file === place.file ? Math.max(at, handler.line - 1) : at;
  const own = range(at, Math.min(end, at + mostLines));
  return [
    ...own,
    ...decoratorsOf(lines, at),
    ...decoratorsOf(lines, end),
    ...ofClass(lines, end),
    ...ofRouter(lines, at),
  ];
}

/** The decorators above a line and, where it is one itself, below it. */
function decoratorsOf(lines: readonly string[], at: number): readonly number[] {
  const isDecorator = (index: number) => /^\s*@/.test(lines[index] ?? "");
  const above = range(at - mostLines, at - 1).toReversed();
  const below = isDecorator(at) ? range(at + 1, at + mostLines) : [];
  return [above, below].flatMap((side) => {
    const end = side.findIndex((index) => !isDecorator(index));
    return side.slice(0, end < 0 ? undefined : end);
  });
}

function ofClass(lines: readonly string[], at: number): readonly number[] {
  const depth = (lines[at] ?? "").search(/\S/);
  const start = lines
    .slice(0, at)
    .findLastIndex(
      (line) => /^\s*(?:export\s+)?(?:default\s+)?(?:abstract\s+)?class\b/.test(line) && line.search(/\S/) < depth,
    );
  return start < 0 ? [] : [start, ...decoratorsOf(lines, start)];
}

/** What a router asks before every route that is written after it. */
function ofRouter(lines: readonly string[], at: number): readonly number[] {
  return range(0, at - 1).filter((index) =>
    /^\s*(?:[\w$.]+\.(?:use|addHook|before_request|beforeHandle)\((?!\s*["'`]\/)|[\w$]+\s*=\s*(?:APIRouter|Blueprint|Router)\()/.test(
      lines[index] ?? "",
    ),
  );
}

/** A switch that a handler itself asks and for whose sake it answers that nothing was found; what it looks up by a parameter of the path is none. */
export function findAskedInside(source: string, route: Route): ConditionLine | null {
  const lines = source.split("\n");
  for (const [index, line] of lines.entries()) {
    const key = assertion.exec(line)?.[1];
    if (key !== undefined) {
      return { index, switches: [{ keys: [key], holdsWhen: "on" }] };
    }
    for (const asked of readSwitches(line)) {
      const served = isValue(line, asked) || isLookup(line, asked, route) ? null : readServed(lines, index, asked);
      if (served) {
        return { index, switches: [served] };
      }
    }
    for (const asked of readEntitlements(line, route)) {
      const served = readServed(lines, index, asked);
      if (served) {
        return { index, switches: [served], isOfRecord: asked.isOfRecord };
      }
    }
  }
  return null;
}

/** The switch of a 0-based line as it must be for the source not to answer 404; null where 404 does not hang on it. */
export function readServed(lines: readonly string[], index: number, asked: AskedSwitch): Switch | null {
  const line = lines[index] ?? "";
  const rest = [line.slice(asked.end), ...lines.slice(index + 1, index + 3)].join("\n");
  const [, then = "", otherwise = ""] = /^\s*\)*\s*\?(?![.?])([^:]*):([\s\S]*)$/.exec(rest) ?? [];
  if (then !== "") {
    const isMissed = miss.test(then);
    return isMissed || miss.test(otherwise) ? turn(asked, isMissed) : null;
  }
  if (!/^\s*(?:\}\s*)?(?:if|elif|else if|unless)\b/.test(line)) {
    return null;
  }
  const isUnless = /^\s*unless\b/.test(line);
  const { block, after } = readBranch(lines, index, line.slice(asked.end));
  if (miss.test(block)) {
    return turn(asked, !isUnless);
  }
  return /\breturn\b/.test(block) && miss.test(after) ? turn(asked, isUnless) : null;
}

/** What an `if` does, and the first statement behind it. */
function readBranch(
  lines: readonly string[],
  index: number,
  rest: string,
): { readonly block: string; readonly after: string } {
  const depth = (lines[index] ?? "").search(/\S/);
  const next = lines.slice(index + 1, index + 1 + mostLines);
  const isInline = /\)\s*[\w$]|:\s*\w/.test(rest);
  const end = isInline ? 0 : next.findIndex((line) => line.trim() !== "" && line.search(/\S/) <= depth);
  const inside = end < 0 ? next : next.slice(0, end);
  const behind = end < 0 ? [] : next.slice(end).filter((line) => !/^\s*[})\]]*\s*;?\s*$/.test(line));
  return {
    block: [rest, ...inside].join("\n"),
    after: /^\s*(?:\}\s*)?else\b/.test(behind[0] ?? "") ? behind.slice(0, 2).join("\n") : (behind[0] ?? ""),
  };
}

function turn({ keys, holdsWhen }: AskedSwitch, isTurned: boolean): Switch {
  return { keys, holdsWhen: isTurned ? flip(holdsWhen) : holdsWhen };
}

const constant = "(?!(?:true|false|null|undefined|on|off)\\b)";
const compared = [
  new RegExp(`(?<![\\w$.])${constant}[a-z_$][\\w$.]*\\s*[!=]==?\\s*$`),
  new RegExp(`[!=]==?\\s*${constant}[a-z_$][\\w$.]*$`),
] as const;

/** Whether a setting is what some variable is compared with, as the secret of a guard is: it is then a value, and no switch. */
function isValue(line: string, { start, end }: AskedSwitch): boolean {
  return compared[0].test(line.slice(0, start)) || compared[1].test(line.slice(start, end));
}

/** Whether the condition around a switch also asks something of the request itself. */
function isLookup(line: string, asked: AskedSwitch, { path }: Route): boolean {
  const parameters = [...path.matchAll(/\{(\w+)/g)].map(([, name]) => name ?? "");
  // A comparison sets nothing, and what a text puts in opens no block.
  const lead = line
    .slice(0, asked.start)
    .replace(/[!=]==?/g, " is ")
    .replace(/(["'`][^"'`{]*)\{$/, "$1");
  const before = /(?:=>|\breturn\b|\bif\b|[=,{])([^=,{]*)$/.exec(lead)?.[1] ?? lead;
  const own = line.slice(asked.start, asked.end);
  const after = /^[^?:{)]*/.exec(line.slice(asked.end))?.[0] ?? "";
  const ofRequest = new RegExp(
    `\\b(?:params|query|body|args|kwargs|pathname|searchParams|headers|authorization|cookies?${parameters.map((name) => `|${name}`).join("")})\\b`,
  );
  return ofRequest.test(`${before}${own}${after}`);
}

function range(first: number, last: number): readonly number[] {
  const start = Math.max(0, first);
  return Array.from({ length: Math.max(0, last - start + 1) }, (_, offset) => start + offset);
}
