import type { Match, RouteTable } from "../model/route.ts";
import { findRoute } from "../routes/match/matchUrl.ts";
import { joinPath, parseTargetUri } from "../targetUri.ts";
import { findIdentifiers } from "./identifiers/identifiers.ts";
import type { Known } from "./known.ts";
import { isFound } from "./responses/answers.ts";
import { isOpenEnded, matchUpstream } from "./responses/upstreamMatch.ts";
import { findCondition } from "./workspace/handlers/condition.ts";
import { findGate } from "./workspace/handlers/gates.ts";
import { readHandler } from "./workspace/handlers/handlerSource.ts";
import { traceIdentifier } from "./workspace/records/traceIdentifier.ts";
import { readSurroundings } from "./workspace/surroundings.ts";
import type { DiagnoseWorld } from "./world.ts";

/**
 * What is known once the last answer shows a prefix to be served: where `/estate/v3/plots` answers and the workspace writes `/plots`,
 * something serves its routes behind `/estate/v3`, and the failing path is looked up there too. The same when it shows none.
 */
export async function learnServedPrefix(known: Known, { files }: Pick<DiagnoseWorld, "files">): Promise<Known> {
  const match = matchBehindPrefix(known);
  if (!match) {
    return known;
  }
  const { matched } = match;
  const learned = {
    ...known,
    match,
    identifiers: findIdentifiers(known.target, match),
    handler: matched ? await readHandler(matched.handler ?? matched, files) : known.handler,
    condition: matched ? await findCondition(matched, files) : known.condition,
    gate: matched ? await findGate(matched, files) : known.gate,
  };
  const isSame = learned.identifiers.at(-1)?.value === known.identifiers.at(-1)?.value;
  // What data says of the thing could not be looked for before it was known which part of the path names it.
  return isSame
    ? learned
    : { ...(await traceIdentifier(learned, { files })), surroundings: await readSurroundings(learned, files) };
}

function matchBehindPrefix(known: Known): Match | null {
  const { match, results, routes, target } = known;
  const last = results.at(-1)?.probe;
  const answered = parseTargetUri(last?.url ?? "");
  if (match.matched || !last || answered?.origin !== target.origin || !isFound(known, last)) {
    return null;
  }
  const prefix = findPrefix(routes, target.segments, answered.path);
  return prefix === null ? null : matchUpstream(routes, match, target.path, target.path.slice(prefix.length));
}

/** The leading segments that both paths share and behind which a written route has the other one; null when there are none. */
export function findPrefix(routes: RouteTable, segments: readonly string[], path: string): string | null {
  if (findRoute(routes, "GET", path)) {
    return null;
  }
  for (let length = 1; length < segments.length; length += 1) {
    const prefix = joinPath(segments.slice(0, length));
    const route = path.startsWith(`${prefix}/`) ? findRoute(routes, "GET", path.slice(prefix.length)) : null;
    if (route && !isOpenEnded(route) && route.path !== "/") {
      return prefix;
    }
  }
  return null;
}
