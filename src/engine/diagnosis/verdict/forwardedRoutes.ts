import type { Route } from "../../model/route.ts";
import { splitPath } from "../../targetUri.ts";
import type { Known } from "../known.ts";
import { isOpenEnded } from "../responses/upstreamMatch.ts";

const longestLead = 2;

/**
 * The route of another program of the workspace to which a front hands the path on, where the front itself only takes whatever begins alike:
 * `/bff/*` for `/v1/bidders/{bidder}/bids`. Null unless exactly one route ends as the path does, in two segments or more.
 */
export function findForwardedRoute({ match, routes, request, target }: Known): Route | null {
  const front = match.matched;
  if (!front || !isOpenEnded(front)) {
    return null;
  }
  const lead = splitPath(front.path).length - 1;
  const ends = routes.routes.flatMap((route) => {
    const isOther = route.file !== front.file && !isOpenEnded(route) && !route.test;
    const isAsked = route.method === "ANY" || route.method === request.method;
    const shared = isOther && isAsked ? countShared(splitPath(route.path), target.segments, lead) : 0;
    return shared > 0 ? [{ route, shared }] : [];
  });
  const most = Math.max(0, ...ends.map(({ shared }) => shared));
  const [best, ...more] = ends.filter(({ shared }) => shared === most);
  return best && more.length === 0 ? best.route : null;
}

/** How many words of its own a route shares with the end of a path that goes on behind `lead` segments; 0 where either has more in front than a prefix. */
function countShared(written: readonly string[], segments: readonly string[], lead: number): number {
  let tail = 0;
  let words = 0;
  while (tail < Math.min(written.length, segments.length - lead)) {
    const [word = "", segment = ""] = [written.at(-1 - tail), segments.at(-1 - tail)];
    if (!word.startsWith("{") && word !== segment) {
      break;
    }
    words += word.startsWith("{") ? 0 : 1;
    tail += 1;
  }
  const before = written.slice(0, written.length - tail);
  const isLead = before.length <= longestLead && before.every((word) => !word.includes("{"));
  return isLead && tail >= 2 && segments.length - tail <= lead ? words : 0;
}
