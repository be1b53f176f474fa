import type { Route } from "../../model/route.ts";
import { findRoute } from "../../routes/match/matchUrl.ts";
import { parseTargetUri, type TargetUri } from "../../targetUri.ts";
import type { Known } from "../known.ts";
import type { Identifier } from "./identifiers.ts";

/** The target that the redirects on the way led to, which is where the lookup missed; null where no redirect led elsewhere on the same origin. */
export function findLanding({ target, replay }: Known): TargetUri | null {
  const hops = replay?.exchange.hops ?? [];
  const last = parseTargetUri(hops.at(-1)?.url ?? "");
  return hops.length > 1 && last?.origin === target.origin && last.path !== target.path ? last : null;
}

/** The segments of the collection that should hold the identifier: those before it where the lookup missed. */
export function collectionOf(known: Known, identifier: Identifier): readonly string[] {
  const landed = findLanding(known)?.segments ?? [];
  const at = landed.lastIndexOf(identifier.value);
  return at > 0 ? landed.slice(0, at) : known.target.segments.slice(0, identifier.segment);
}

/** The written route that the redirects led to; null where none did, or the workspace has no route there. */
export function findLandingRoute(known: Known): Route | null {
  const landing = findLanding(known);
  return landing ? findRoute(known.routes, known.replay?.exchange.hops.at(-1)?.method ?? "GET", landing.path) : null;
}

/** The written route that sent the first redirect; null where nothing was redirected, or no route of the workspace takes the path. */
export function findRedirecting({ request, replay, routes, target }: Known): Route | null {
  return (replay?.exchange.hops.length ?? 0) > 1 ? findRoute(routes, request.method, target.path) : null;
}
