import type { Difference, Match } from "../../engine/model/route.ts";
import { type Mask, maskStrings } from "../maskStrings.ts";
import { type RouteDocument, routeDocument } from "./routesJson.ts";

/** How one URL fares against the route table, as public JSON, schema `diagnose-404/match@1`; `near` has the nearest first. */
export interface MatchDocument {
  readonly schema: "diagnose-404/match@1";
  readonly url: string;
  readonly method: string;
  readonly matched: RouteDocument | null;
  readonly params: Match["params"];
  readonly near: readonly {
    readonly route: RouteDocument;
    readonly differs: readonly Difference[];
    readonly score: number;
    readonly corrected: string;
  }[];
}

/** The public JSON of a match, every string masked. */
export function matchJson(match: Match, mask: Mask): MatchDocument {
  return maskStrings<MatchDocument>(
    {
      schema: "diagnose-404/match@1",
      url: match.url,
      method: match.method,
      matched: match.matched && routeDocument(match.matched),
      params: match.params.map(({ name, value }) => ({ name, value })),
      near: match.near.map(({ route, differs, score, corrected }) => ({
        route: routeDocument(route),
        differs: differs.map(({ what, expected, actual, segment }) => ({ what, expected, actual, segment })),
        score: Math.round(score * 1000) / 1000,
        corrected,
      })),
    },
    mask,
  );
}
