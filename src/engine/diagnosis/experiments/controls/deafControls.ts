import { findRoute } from "../../../routes/match/matchUrl.ts";
import { joinPath, parseTargetUri, splitPath } from "../../../targetUri.ts";
import { makeUnknownIdentifier, shapeOf } from "../../identifiers/identifiers.ts";
import type { Experiment, Known, Result } from "../../known.ts";
import { isFound } from "../../responses/answers.ts";
import { asSafe, varyPath } from "../vary.ts";
import { strayName, strayPath } from "./controls.ts";

/**
 * A control for each answer that may be given to anything: another route that takes a word of the path as its parameter, or another
 * environment, tenant or host, asked for what surely does not exist. What answers that as well is deaf, and its answer proves nothing.
 */
export function planDeafControls(known: Known): readonly Experiment[] {
  return known.results
    .filter(({ experiment, probe }) => isAnsweredGet(experiment) && isFound(known, probe))
    .flatMap((result) => {
      const path = isElsewhere(result.experiment) ? strayElsewhere(known, result) : strayOnRoute(known, result);
      return path === null ? [] : [planControl(result, path)];
    });
}

// A named port is asked for a path that does not exist by what names it.
function isAnsweredGet({ id, request }: Experiment): boolean {
  return !/^(?:control|entrypoint):/.test(id) && request.method !== "OPTIONS";
}

function isElsewhere({ role, varies }: Experiment): boolean {
  return role === "elsewhere" || (role === "variant" && /^(?:environment|tenant|region|host|scheme)$/.test(varies));
}

function planControl({ experiment }: Result, path: string): Experiment {
  return {
    id: `control:${experiment.id}`,
    role: "variant",
    varies: "identifier",
    why: `${path}, which names nothing: whether the answer before it is given to anything`,
    request: varyPath(asSafe(experiment.request), path),
    tests: experiment.tests,
    value: 1,
  };
}

/** The same path elsewhere with an identifier that names nothing; where it holds none, with such a word at its end. */
function strayElsewhere(known: Known, { experiment, probe }: Result): string | null {
  const { identifiers, target, request } = known;
  // A host that is refused is refused for every path; what a handler then says of identifiers is its own affair.
  if (experiment.varies === "host" && probe.url === request.url) {
    return strayPath(known);
  }
  const identifier = identifiers.at(-1);
  const segments = parseTargetUri(probe.url)?.segments ?? [];
  if (!identifier) {
    return segments.length === 0 ? null : joinPath(segments.with(-1, strayName(known)));
  }
  const at = identifier.segment + segments.length - target.segments.length;
  return at >= 0 && segments[at] === identifier.value
    ? joinPath(segments.with(at, makeUnknownIdentifier(identifier.shape, 0)))
    : null;
}

/** Where another route than the failing path's took a word, or two segments joined, as its parameter: the same with a word that names nothing. */
function strayOnRoute(known: Known, { experiment, probe }: Result): string | null {
  const path = parseTargetUri(probe.url)?.path ?? "";
  const route = findRoute(known.routes, "GET", path);
  // Another spelling, version or prefix is shown by the route itself, whatever that takes as its parameters.
  const isMoved = experiment.role === "near" && experiment.tests.includes("route-drift/path-moved");
  const isProbed = isMoved || (/^(?:near|variant)$/.test(experiment.role) && experiment.varies === "encoding");
  if (!isProbed || !route || route === known.match.matched) {
    return null;
  }
  const segments = splitPath(path);
  const written = splitPath(route.path);
  const isTaken = (index: number) => /^\{\w+\}$/.test(written[index] ?? "");
  const joined = segments.findIndex((segment, index) => /%2f/i.test(segment) && isTaken(index));
  const moved = segments.findIndex(
    (segment, index) => isTaken(index) && shapeOf(segment) === null && !isBehindSame(known, segments, index),
  );
  const at = joined >= 0 ? joined : moved;
  return at < 0 ? null : joinPath(segments.with(at, strayName(known)));
}

/** Whether a word stands behind the same word as in the failing path: then it names there what it named here. */
function isBehindSame({ target }: Known, segments: readonly string[], index: number): boolean {
  return target.segments.some(
    (segment, at) => segment === segments[index] && target.segments[at - 1] === segments[index - 1],
  );
}
