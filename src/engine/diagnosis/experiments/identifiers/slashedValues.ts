import { findRoute } from "../../../routes/match/matchUrl.ts";
import { joinPath } from "../../../targetUri.ts";
import { isOneValue } from "../../identifiers/oneValue.ts";
import type { Experiment, Known } from "../../known.ts";
import { askOtherPath } from "../otherPath.ts";
import { varyMethod, varyPath } from "../vary.ts";

/** Segments of the path as one, the slashes between them encoded: the path, the first and their number, and whether they are known to be one value. */
interface Joined {
  readonly path: string;
  readonly segment: number;
  readonly count: number;
  readonly isOne: boolean;
}

const mostJoined = 2;
const mostSegments = 5;

/** Probes of an identifier that holds a slash: with the slash encoded where the two segments are one value somewhere, else the list that would name it. */
export function planSlashedValues(known: Known): readonly Experiment[] {
  return listJoined(known).map((joined) => (joined.isOne ? planJoined(known, joined) : planListing(known, joined)));
}

/** The joined paths that a written route takes; none where a route is written for the path as it is. */
function listJoined(known: Known): readonly Joined[] {
  if (isTaken(known)) {
    return [];
  }
  const { segments } = known.target;
  const runs = segments.flatMap((_, segment) =>
    Array.from({ length: Math.min(mostSegments, segments.length - segment) - 1 }, (_, more) =>
      join(known, segment, more + 2),
    ),
  );
  const isRouted = ({ path }: Joined) => findRoute(known.routes, known.request.method, path) !== null;
  // What more than two are is only asked where they are known to be one.
  const isPlain = ({ count, isOne }: Joined) => count === 2 || isOne;
  return runs.filter((joined) => isRouted(joined) && isPlain(joined)).slice(0, mostJoined);
}

function join(known: Known, segment: number, count: number): Joined {
  const { segments } = known.target;
  const run = segments.slice(segment, segment + count);
  // A scope (`@scope/name`) is no path of its own; and where no route comes near, nothing else explains the two.
  const isPair = /^@\w/.test(run[0] ?? "") || known.match.near.length === 0;
  return {
    path: joinPath([...segments.slice(0, segment), run.join("%2F"), ...segments.slice(segment + count)]),
    segment,
    count,
    isOne: isOneValue(known, segment, count) || (count === 2 && isPair),
  };
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
