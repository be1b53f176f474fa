import type { Location } from "../../../model/place.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import type { Known } from "../../known.ts";
import type { Clue } from "../clues.ts";

/** A join of client code that lost a part of its base, with the base, and the path that was meant. */
export interface LostJoin {
  readonly join: Clue;
  readonly base: Clue;
  readonly meant: string;
  /** Where a function joins what it is given, if the reference is written in a call of it. */
  readonly through: Location | null;
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
  for (const { join, through } of [...listJoins(known), ...listJoinsThrough(known)]) {
    for (const base of bases) {
      const meant = completeJoin(join.value, base.value, target.path);
      if (meant !== null && isServed(known, meant)) {
        return { join, base, meant, through };
      }
    }
  }
  return null;
}

type Join = Pick<LostJoin, "join" | "through">;

function listJoins({ clues }: Known): readonly Join[] {
  const joins = clues.filter(({ kind, value }) => kind === "join" && value.length > 1);
  return joins.map((join) => ({ join, through: null }));
}

/** The URLs written in the folder of a function that joins what it is given, as the references of its join: `ask("/crews/7")`. */
function listJoinsThrough({ clues, surroundings }: Known): readonly Join[] {
  const folderOf = (file: string) => file.slice(0, file.lastIndexOf("/") + 1);
  const throughs = clues.filter(({ kind }) => kind === "join-through");
  return surroundings.builders.flatMap(({ url }) => {
    const lead = /^\/?[\w/-]{2,}/.exec(url.text)?.[0];
    const near = throughs.filter(({ location }) => folderOf(location.file) === folderOf(url.location.file));
    const through = near.find(({ location }) => location.file === url.location.file) ?? near[0];
    return lead === undefined || through === undefined
      ? []
      : [{ join: { kind: "join" as const, value: lead, location: url.location }, through: through.location }];
  });
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
