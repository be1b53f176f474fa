import type { RouteParameter } from "../../model/route.ts";
import type { PathPattern } from "../graph/routers.ts";

/** How a framework writes what a parameter must match: `:id(\d+)` or `:id{\d+}`. */
export interface ColonSyntax {
  readonly brackets: "()" | "{}";
  /** True when a wildcard at the end also takes the path without its last slash. */
  readonly wildcardMayBeAbsent: boolean;
}

/** Translates a path with `:name`, `:name?`, constrained parameters and `*` into the shared spelling; `::` is a colon. */
export function readColonPath(text: string, syntax: ColonSyntax): PathPattern {
  const parameters: RouteParameter[] = [];
  const [open = "(", close = ")"] = syntax.brackets;
  let template = "";
  for (let at = 0; at < text.length; ) {
    const named = text[at] === ":" ? /^:(\w+)/.exec(text.slice(at)) : null;
    if (named !== null) {
      const name = named[1] ?? "";
      at += named[0].length;
      const end = text[at] === open ? closingBracket(text, at, open, close) : at;
      const pattern = end > at ? text.slice(at + 1, end - 1) : null;
      at = end;
      const optional = text[at] === "?";
      if (optional) at++;
      const takesAll = pattern !== null && /^\.[*+]$/.test(pattern);
      template += takesAll ? `{${name}*}` : `{${name}}`;
      if (optional || pattern !== null) parameters.push({ name, pattern, optional });
    } else if (text[at] === "*") {
      const isLast = at === text.length - 1;
      // Within a path a wildcard stands for one segment.
      template += isLast ? "{path*}" : "{any}";
      if (isLast && syntax.wildcardMayBeAbsent) parameters.push({ name: "path", pattern: null, optional: true });
      at++;
    } else {
      template += text[at];
      at += text[at] === ":" && text[at + 1] === ":" ? 2 : 1;
    }
  }
  return { template, parameters, problems: [] };
}

function closingBracket(text: string, start: number, open: string, close: string): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === open) depth++;
    else if (text[at] === close && --depth === 0) return at + 1;
  }
  return text.length;
}
