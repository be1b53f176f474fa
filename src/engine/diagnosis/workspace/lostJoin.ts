import { findRoute } from "../../routes/match/matchUrl.ts";
import type { Known } from "../known.ts";
import type { Clue } from "./clues.ts";

/** A join of client code that lost a part of its base, with the base, and the path that was meant. */
export interface LostJoin {
  readonly join: Clue;
  readonly base: Clue;
  readonly meant: string;
}

/**
 * The join of the workspace that explains the path by RFC 3986 5.2: a reference that starts with a slash replaces the whole path of its base, any other
 * one what follows the last slash of it. The path is what the join gives, and the base with the reference behind it is routed; null when none does so.
 */
export function findLostJoin(known: Known): LostJoin | null {
  const { target, match, clues } = known;
  if (match.matched) {
    return null;
  }
  const bases = clues.filter(({ kind }) => kind === "base-url");
  for (const join of clues.filter(({ kind, value }) => kind === "join" && value.length > 1)) {
    for (const base of bases) {
      const meant = completeJoin(join.value, base.value, target.path);
      if (meant !== null && isServed(known, meant)) {
        return { join, base, meant };
      }
    }
  }
  return null;
}

/** The path that the concatenation of base and reference would have given; null where the path is not what their join gives. */
function completeJoin(reference: string, base: string, path: string): string | null {
  const joined = reference.startsWith("/") ? reference : base.slice(0, base.lastIndexOf("/") + 1) + reference;
  const whole = `${base.replace(/\/$/, "")}/${reference.replace(/^\//, "")}`;
  return joined !== whole && path.startsWith(joined) ? whole + path.slice(joined.length) : null;
}

function isServed({ routes, request, match }: Known, path: string): boolean {
  return findRoute(routes, request.method, path) !== null || match.near.some(({ corrected }) => corrected === path);
}
