import type { Rewrite } from "../model/route.ts";

/** A path as one rule hands it on, and the origin it hands it to; null where the rule does not say. */
export interface RewrittenPath {
  readonly path: string;
  readonly origin: string | null;
}

/**
 * What one rewrite makes of a raw path: `*` in `from` stands for any rest, which takes the place of `*` in `to`.
 * Null when the rule does not take the path.
 */
export function rewritePath(rewrite: Rewrite, path: string): RewrittenPath | null {
  const rest = matchRest(rewrite.from, path);
  if (rest === null) {
    return null;
  }
  const origin = /^[a-z]+:\/\/[^/]*/i.exec(rewrite.to)?.[0] ?? null;
  const target = rewrite.to.slice(origin?.length ?? 0) || "/";
  const rewritten = target.includes("*") ? target.replace("*", rest) : target;
  return { path: rewritten.replace(/^\/{2,}/, "/"), origin };
}

function matchRest(from: string, path: string): string | null {
  const star = from.indexOf("*");
  if (star < 0) {
    return from === path ? "" : null;
  }
  const lead = from.slice(0, star);
  if (path.startsWith(lead)) {
    return path.slice(lead.length);
  }
  return `${path}/` === lead ? "" : null;
}
