import type { Match, NearMiss, Route, RouteTable } from "../../model/route.ts";
import { matchUrl } from "../../routes/match/matchUrl.ts";
import { splitPath } from "../../targetUri.ts";

/**
 * How a request fares when what is looked up is not the path that was sent but the one that a proxy makes of it. The corrected
 * paths are those to send, so that the same proxy makes the routed path of them. Null when the sent path fares as well.
 */
export function matchUpstream(routes: RouteTable, direct: Match, sentPath: string, upstreamPath: string): Match | null {
  if (direct.matched || upstreamPath === sentPath) {
    return null;
  }
  const match = matchUrl(routes, direct.method, upstreamPath);
  const near = match.near.flatMap((one) => sendBack(one, sentPath, upstreamPath));
  const isBetter = match.matched !== null || (near[0]?.score ?? 0) > (direct.near[0]?.score ?? 0);
  return isBetter ? { ...match, url: direct.url, near } : null;
}

/** The near miss with the path to send for it; none when its correction lies in what the proxy itself puts in front. */
function sendBack(near: NearMiss, sentPath: string, upstreamPath: string): readonly NearMiss[] {
  const { sent, upstream } = splitLeads(sentPath, upstreamPath);
  const isOfProxy = near.differs.some(({ what }) => what === "prefix");
  if (isOfProxy || !near.corrected.startsWith(upstream)) {
    return [];
  }
  const shift = splitPath(sent).length - splitPath(upstream).length;
  const differs = near.differs.map((one) => ({ ...one, segment: one.segment === null ? null : one.segment + shift }));
  return [{ ...near, differs, corrected: sent + near.corrected.slice(upstream.length) }];
}

/** What stands before the end that both paths share: `/api/v1/x` and `/v2/x` lead in with `/api/v1` and `/v2`. */
function splitLeads(sentPath: string, upstreamPath: string): { readonly sent: string; readonly upstream: string } {
  const [sent, upstream] = [splitPath(sentPath), splitPath(upstreamPath)];
  let tail = 0;
  while (tail < Math.min(sent.length, upstream.length) && sent.at(-1 - tail) === upstream.at(-1 - tail)) {
    tail += 1;
  }
  const lead = (segments: readonly string[]) =>
    segments
      .slice(0, segments.length - tail)
      .map((segment) => `/${segment}`)
      .join("");
  return { sent: lead(sent), upstream: lead(upstream) };
}

/** Whether a route takes any rest of a path, so that reaching it says nothing of what is there. */
export function isOpenEnded({ path }: Route): boolean {
  return /\{\w+\*\}$/.test(path);
}
