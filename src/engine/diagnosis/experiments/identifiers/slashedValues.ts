import { findRoute } from "../../../routes/match/matchUrl.ts";
import { joinPath } from "../../../targetUri.ts";
import { isOneValue } from "../../identifiers/oneValue.ts";
import type { Experiment, Known } from "../../known.ts";
import { askOtherPath } from "../otherPath.ts";
import { varyMethod, varyPath } from "../vary.ts";

/** Two segments of the path as one, the slash between them encoded: the path, its segment, and whether the two are known to be one value. */
interface Joined {
  readonly path: string;
  readonly segment: number;
  readonly isOne: boolean;
}

const mostJoined = 2;

/** Probes of an identifier that holds a slash: with the slash encoded where the two segments are one value somewhere, else the list that would name it. */
export function planSlashedValues(known: Known): readonly Experiment[] {
  return listJoined(known).map((joined) => (joined.isOne ? planJoined(known, joined) : planListing(known, joined)));
}

/** The joined paths that a written route takes; none where a route is written for the path as it is. */
function listJoined(known: Known): readonly Joined[] {
  const { segments } = known.target;
  const joined = segments.slice(1).map((second, segment) => ({
    path: joinPath([...segments.slice(0, segment), `${segments[segment]}%2F${second}`, ...segments.slice(segment + 2)]),
    segment,
    // A scope (`@scope/name`) is no path of its own; and where no route comes near, nothing else explains the two.
    isOne: isOneValue(known, segment) || /^@\w/.test(segments[segment] ?? "") || known.match.near.length === 0,
  }));
  const isRouted = ({ path }: Joined) => findRoute(known.routes, known.request.method, path) !== null;
  return isTaken(known) ? [] : joined.filter(isRouted).slice(0, mostJoined);
}

function planJoined(known: Known, { path }: Joined): Experiment {
  const why = "the slash inside the identifier encoded";
  return askOtherPath(known, {
    id: `path:${path}`,
    path,
    varies: "encoding",
    why,
    tests: ["stale-identifier/id-encoding"],
    value: 1.5,
    answers: "encoding-answers",
    claim: "The identifier holds a slash, which must be percent-encoded to stay one segment",
    shown: ` (${why})`,
  });
}

function planListing(known: Known, { segment }: Joined): Experiment {
  const { segments } = known.target;
  return {
    id: `slashed:${segment}`,
    role: "sibling",
    varies: "path",
    why: `what would list "${segments[segment]}/${segments[segment + 1]}", were it one identifier`,
    request: varyPath(varyMethod(known.request, "GET"), joinPath(segments.slice(0, segment))),
    tests: ["stale-identifier/id-encoding"],
    value: 0.6,
  };
}

/** Whether a route is written for the very path, be it for another method: then its segments are taken apart rightly. */
function isTaken({ match }: Known): boolean {
  return match.matched !== null || match.near.some(({ differs }) => differs.every(({ what }) => what === "method"));
}
