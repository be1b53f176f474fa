import type { NearMiss, Rewrite, Route } from "../../../model/route.ts";
import { findRoute, matchUrl } from "../../../routes/match/matchUrl.ts";
import { isOnTheWay, type RewrittenPath, rewritePath } from "../../../routes/match/rewritePath.ts";
import { joinPath } from "../../../targetUri.ts";
import type { Known, Observation } from "../../known.ts";
import { findMisser } from "../../responses/answers.ts";
import type { RuleId } from "../../verdict/weights/index.ts";

/** One rule of the workspace that takes the path, the path it makes of it, and the route that either of the two reaches. */
export interface RewriteFate {
  readonly rewrite: Rewrite;
  readonly path: string;
  readonly before: Route | null;
  readonly after: Route | null;
  /** What the rule does wrong, and the route it would reach if it did not; null when nothing is wrong or nothing tells. */
  readonly fault: RewriteFault | null;
}

interface RewriteFault {
  readonly kind: "strips" | "keeps" | "glues" | "to-nothing";
  readonly route: Route | null;
}

/** What the rewrite rules of the workspace make of the path, each walked on into the route table. */
export function findRewriteFates(known: Known): readonly RewriteFate[] {
  return findRules(known).map(({ rewrite, rewritten }) => {
    const before = reach(known, known.target.path);
    const after = reach(known, rewritten.path);
    const fault = after || rewritten.path === "" ? null : findFault(known, rewrite, rewritten.path, before);
    return { rewrite, path: rewritten.path, before, after, fault };
  });
}

interface Taking {
  readonly rewrite: Rewrite;
  readonly rewritten: RewrittenPath;
}

/** The rule of each file that takes the path: nginx asks the longest location, whatever their order; others ask the first. */
function findRules({ routes, target, surroundings: { patternRule } }: Known): readonly Taking[] {
  const winners = new Map<string, Taking>();
  if (patternRule?.isTaken) {
    const { location, pattern, becomes } = patternRule;
    const rewrite = { kind: "pattern", from: pattern, to: becomes, file: location.file, line: location.line };
    winners.set(`${location.file} pattern`, { rewrite, rewritten: { path: becomes, origin: null } });
  }
  for (const rewrite of routes.rewrites) {
    const rewritten = isOnTheWay(rewrite, target.origin) ? rewritePath(rewrite, target.path) : null;
    const dialect = `${rewrite.file} ${rewrite.kind.split("-")[0]}`;
    const before = winners.get(dialect)?.rewrite;
    const isLonger = rewrite.kind.startsWith("nginx") && rewrite.from.length > (before?.from.length ?? 0);
    if (rewritten && (!before || isLonger)) {
      winners.set(dialect, { rewrite, rewritten });
    }
  }
  return [...winners.values()];
}

function reach(known: Known, path: string): Route | null {
  return findRoute(known.routes, known.request.method, path);
}

function findFault(known: Known, rewrite: Rewrite, path: string, before: Route | null): RewriteFault | null {
  const asked = known.target.path;
  const glued = [path.replace(/\/{2,}/g, "/"), ...unglue(rewrite, path)]
    .filter((whole) => whole !== path)
    .map((whole) => reach(known, whole))
    .find((route) => route !== null);
  if (glued) {
    return { kind: "glues", route: glued };
  }
  const isShorter = path !== asked && asked.endsWith(path);
  if (before && path !== asked) {
    return { kind: isShorter ? "strips" : "to-nothing", route: before };
  }
  const { near } = matchUrl(known.routes, known.request.method, path);
  const isOfPrefix = ({ differs }: NearMiss) => differs.length === 1 && differs[0]?.what === "prefix";
  const lost = near.filter(isOfPrefix).find(({ differs: [first] }) => {
    const removed = asked.slice(0, -path.length);
    return isShorter && first?.actual === "" && removed.endsWith(first.expected);
  });
  const route = lost?.route ?? (isCutShort(known, path) ? known.match.matched : null);
  if (route) {
    return { kind: "strips", route };
  }
  const [nearest] = near;
  if (nearest && isOfPrefix(nearest)) {
    const { expected, actual = "" } = nearest.differs[0] ?? {};
    const isSurplus = expected === "" && reach(known, nearest.corrected) !== null;
    // A prefix that the path did not have is not kept but put there.
    const kind = asked.includes(actual) ? "keeps" : "to-nothing";
    return isSurplus ? { kind, route: kind === "keeps" ? nearest.route : null } : null;
  }
  // A rule that leads out of the workspace may well be right; one inside it, or one to a known service, leads to nothing.
  const isInside = !/^[a-z]+:\/\//i.test(rewrite.to);
  return isInside && path !== asked && isTableKnown(known) && (nearest?.score ?? 0) < 0.9
    ? { kind: "to-nothing", route: null }
    : null;
}

/** Whether a rule leaves less of the path than the route that the path means, behind whatever prefix, needs. */
function isCutShort({ routes, request, match, target }: Known, path: string): boolean {
  const { matched } = match;
  const tails = target.segments.map((_, index) => joinPath(target.segments.slice(index)));
  const needed = tails.find((tail) => matched !== null && findRoute(routes, request.method, tail) === matched);
  return needed !== undefined && needed !== path && needed.endsWith(path) && path !== "/";
}

function isTableKnown({ routes }: Known): boolean {
  return routes.routes.length > 0 || (routes.pages ?? []).length > 0;
}

/** The path with a slash where the rule's own end and the rest were glued without one: `/api*` gives `/apiusers`. */
function unglue(rewrite: Rewrite, path: string): readonly string[] {
  const own = /^(?:[a-z]+:\/\/[^/]*)?([^*]*[^/*])\*/i.exec(rewrite.to)?.[1];
  return own !== undefined && path.startsWith(own) && !path.startsWith(`${own}/`)
    ? [`${own}/${path.slice(own.length)}`]
    : [];
}

/** A rule that removes a prefix the routes have, hands on one that they have not, glues wrongly, or leads to nothing. */
export function observeRewrites(known: Known): readonly Observation[] {
  if (findMisser(known) === "handler") {
    return [];
  }
  const faulty = findRewriteFates(known).find(({ fault }) => fault !== null);
  return faulty ? [observeFault(known, faulty)] : [];
}

const rules: Readonly<Record<RewriteFault["kind"], RuleId>> = {
  strips: "rewrite-strips",
  keeps: "rewrite-keeps",
  glues: "rewrite-glues",
  "to-nothing": "rewrite-to-nothing",
};

function observeFault(known: Known, { rewrite, path, fault }: RewriteFate): Observation {
  const place = `${rewrite.file}:${rewrite.line}`;
  const route = fault?.route ?? null;
  const routed = route === null ? "no route takes that" : `it routes ${route.path} (${route.file}:${route.line})`;
  const kind = fault?.kind ?? "to-nothing";
  const doing = {
    strips: "removes a part of the path that the service expects",
    keeps: "keeps a prefix that the service does not know",
    glues: "glues the two pieces of the path wrongly",
    "to-nothing": "maps the path to one that nothing serves",
  }[kind];
  return {
    step: "routing",
    rule: rules[kind],
    statement: `The rule at ${place} hands ${known.target.path} on as ${path}; ${routed.replace(/^it /, "the service ")}.`,
    claim: `The rule at ${place} ${doing}: the service gets ${path}; ${routed}.`,
    probe: null,
    location: { file: rewrite.file, line: rewrite.line, column: 1 },
  };
}
