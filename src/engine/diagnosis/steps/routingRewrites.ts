import type { Rewrite, Route } from "../../model/route.ts";
import { matchUrl } from "../../routes/matchUrl.ts";
import { rewritePath } from "../../routes/rewritePath.ts";
import { findMisser } from "../answers.ts";
import type { Known, Observation } from "../known.ts";

/** One rule of the workspace that takes the path, the path it makes of it, and the route that either of the two reaches. */
export interface RewriteFate {
  readonly rewrite: Rewrite;
  readonly path: string;
  readonly before: Route | null;
  readonly after: Route | null;
  /** The route that the path would reach without the rule's own prefix. */
  readonly bare: Route | null;
}

/** What the rewrite rules of the workspace make of the path, each walked on into the route table. */
export function findRewriteFates(known: Known): readonly RewriteFate[] {
  return known.routes.rewrites.flatMap((rewrite) => {
    const rewritten = rewritePath(rewrite, known.target.path);
    const prefix = rewrite.from.replace(/\/?\*.*$/, "");
    const reach = (path: string) => matchUrl(known.routes, known.request.method, path).matched;
    const bare = known.target.path.startsWith(`${prefix}/`) ? known.target.path.slice(prefix.length) : null;
    return rewritten
      ? [
          {
            rewrite,
            path: rewritten.path,
            before: known.match.matched,
            after: reach(rewritten.path),
            bare: prefix === "" || bare === null ? null : reach(bare),
          },
        ]
      : [];
  });
}

/** A rule that removes a prefix the routes have, or hands on one that they have not, or maps the path to nothing. */
export function observeRewrites(known: Known): readonly Observation[] {
  if (findMisser(known) === "handler") {
    return [];
  }
  for (const fate of findRewriteFates(known)) {
    const observation = observeFate(known, fate);
    if (observation) {
      return [observation];
    }
  }
  return [];
}

function observeFate(known: Known, { rewrite, path, before, after, bare }: RewriteFate): Observation | null {
  const place = `${rewrite.file}:${rewrite.line}`;
  const common = {
    step: "routing" as const,
    probe: null,
    location: { file: rewrite.file, line: rewrite.line, column: 1 },
  };
  const asked = known.target.path;
  if (after || path === "") {
    return null;
  }
  if (before && path !== asked) {
    return {
      ...common,
      rule: "rewrite-strips",
      statement: `The rule at ${place} hands ${asked} on as ${path}; only ${asked} is routed (${before.file}:${before.line}).`,
      claim: `The proxy rule at ${place} removes a part of the path: the service gets ${path} and only routes ${before.path}.`,
    };
  }
  if (bare && path === asked) {
    return {
      ...common,
      rule: "rewrite-keeps",
      statement: `The rule at ${place} hands ${asked} on with its prefix; the service routes ${bare.path} (${bare.file}:${bare.line}).`,
      claim: `The proxy rule at ${place} keeps a prefix that the service does not know: it gets ${path} and only routes ${bare.path}.`,
    };
  }
  return null;
}
