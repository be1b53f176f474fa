import { findRoute } from "../../routes/match/matchUrl.ts";
import { parseTargetUri, splitPath } from "../../targetUri.ts";
import { makeUnknownIdentifier, shapeOf } from "../identifiers/identifiers.ts";
import type { Experiment, Known, Result } from "../known.ts";
import { isFound } from "../responses/answers.ts";
import { strayName } from "./controls.ts";
import { asSafe, joinPath, varyPath } from "./vary.ts";

/**
 * A control for each answer that may be given to anything: another route that takes a word of the path as its parameter, or another
 * environment, asked for what surely does not exist. What answers that as well is deaf, and its answer proves nothing.
 */
export function planDeafControls(known: Known): readonly Experiment[] {
  return known.results
    .filter(({ experiment, probe }) => !experiment.id.startsWith("control:") && isFound(known, probe))
    .flatMap((result) => {
      const path = result.experiment.role === "elsewhere" ? strayElsewhere(known, result) : strayOnRoute(known, result);
      return path === null ? [] : [planControl(result, path)];
    });
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

/** The same path in the other environment with an identifier that names nothing. */
function strayElsewhere({ identifiers, target }: Known, { probe }: Result): string | null {
  const identifier = identifiers.at(-1);
  const segments = parseTargetUri(probe.url)?.segments ?? [];
  const shift = segments.length - target.segments.length;
  const at = identifier ? identifier.segment + shift : -1;
  return identifier && at >= 0 && segments[at] === identifier.value
    ? joinPath(segments.with(at, makeUnknownIdentifier(identifier.shape, 0)))
    : null;
}

/** Where another route than the failing path's took a word, or two segments joined, as its parameter: the same with a word that names nothing. */
function strayOnRoute(known: Known, { experiment, probe }: Result): string | null {
  const path = parseTargetUri(probe.url)?.path ?? "";
  const route = findRoute(known.routes, "GET", path);
  const isProbed = experiment.role === "near" || (experiment.role === "variant" && experiment.varies === "encoding");
  if (!isProbed || !route || route === known.match.matched) {
    return null;
  }
  const segments = splitPath(path);
  const written = splitPath(route.path);
  const at = segments.findIndex(
    (segment, index) => /^\{\w+\}$/.test(written[index] ?? "") && (shapeOf(segment) === null || /%2f/i.test(segment)),
  );
  return at < 0 ? null : joinPath(segments.with(at, strayName(known)));
}
