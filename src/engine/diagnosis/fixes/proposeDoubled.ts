import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { NearMiss } from "../../model/route.ts";
import type { Known } from "../known.ts";

/** The mounts made to give a prefix once, where two of them give the same: the path is right, and to repeat it there would keep the mistake. */
export function proposeDoubled(known: Known, top: RankedCause, { differs, route }: NearMiss): Fix {
  const prefix = `/${(differs[0]?.expected ?? "").replace(/^\//, "")}`;
  const places = route.mounts.filter((mount) => mount.prefix === prefix).map(({ file, line }) => `${file}:${line}`);
  const where = places.length > 1 ? places.join(" or ") : `${places[0] ?? route.file} or where the router is made`;
  return {
    kind: "edit-route",
    title: `Take one of the two "${prefix}" away: ${where}`,
    confidence: top.confidence,
    verified: false,
    request: { method: known.request.method, url: known.request.url },
    edit: null,
  };
}
