import type { Location } from "../../../model/place.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import { joinPath } from "../../../targetUri.ts";
import { findLanding, findRedirecting } from "../../identifiers/landing.ts";
import type { Experiment, Known } from "../../known.ts";
import { askOtherPath } from "../otherPath.ts";

const mostPrefixes = 2;
const redirecting =
  /\bredirect\w*\s*\(|RedirectResponse\(|HttpResponse\w*Redirect\(|writeHead\(\s*30[1278]|\blocation\b/i;

/**
 * Where a redirect led on the same origin without the segments that its own path begins with: the place it led to, asked with them. Under a mount, a
 * redirect to a path that starts with a slash leaves the mount out (RFC 3986 5.2.2).
 */
export function planKeptPrefix(known: Known): readonly Experiment[] {
  const landing = findLanding(known);
  if (!landing || known.target.segments[0] === landing.segments[0]) {
    return [];
  }
  const { segments } = known.target;
  const prefixes = segments.map((_, index) => segments.slice(0, index + 1));
  const paths = prefixes.map((prefix) => ({ prefix: joinPath(prefix), path: `${joinPath(prefix)}${landing.path}` }));
  const routed = paths.filter(({ path }) => findRoute(known.routes, "GET", path) !== null);
  // What takes a prefix off on the way stands in no route table; then the shortest is the likeliest, and what was asked is no prefix of it.
  const others = paths.slice(0, -1);
  const tried = routed.length > 0 ? routed : known.routes.routes.length > 0 ? others.slice(0, 1) : others;
  return tried.slice(0, mostPrefixes).map(({ prefix, path }) => planPrefix(known, prefix, path, landing.path));
}

function planPrefix(known: Known, prefix: string, path: string, landed: string): Experiment {
  const location = findRedirect(known);
  const where = location ? ` at ${location.file}:${location.line}` : "";
  return askOtherPath(known, {
    id: `kept-prefix:${path}`,
    path,
    varies: "path",
    why: `where the redirect leads, under the "${prefix}" that it left out`,
    tests: ["rewrite-mismatch/redirect-drops-path", "stale-identifier/unknown-id"],
    value: 1.8,
    answers: "kept-prefix-answers",
    ...(location ? { location } : {}),
    claim: `The redirect from ${known.target.path}${where} leads to ${landed} and leaves out "${prefix}"`,
    shown: `, under the "${prefix}" that the redirect leaves out`,
  });
}

/** The line of the handler that redirects, or the handler; null where no route of the workspace takes the path. */
export function findRedirect(known: Known): Location | null {
  const route = findRedirecting(known);
  if (!route) {
    return null;
  }
  const start = route === known.match.matched ? (route.handler ?? route) : route;
  const lines = route === known.match.matched ? (known.handler?.text ?? "").split("\n") : [];
  const index = Math.max(
    0,
    lines.findIndex((line) => redirecting.test(line)),
  );
  const column = Math.max(0, lines[index]?.search(/\S/) ?? 0) + 1;
  return { file: start.file, line: start.line + index, column };
}
