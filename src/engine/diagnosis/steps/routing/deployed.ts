import type { Probe } from "../../../model/diagnosis.ts";
import type { Route } from "../../../model/route.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import { parseTargetUri, splitPath } from "../../../targetUri.ts";
import { findMateResults, isUnroutedByMethod } from "../../experiments/routerMates.ts";
import { findLanding } from "../../identifiers/landing.ts";
import { nameKey } from "../../identifiers/lookedUp.ts";
import { type Known, type Observation, resultsOf } from "../../known.ts";
import {
  baselineOf,
  findMisser,
  hasLivingRelative,
  isAlike,
  isFound,
  isRoutedByMethod,
  isRoutersOwn,
  sortAnswer,
} from "../../responses/answers.ts";
import { isOpenEnded } from "../../responses/upstreamMatch.ts";
import { hasMiss } from "../../workspace/handlers/handlerMisses.ts";
import type { UnloadedModule } from "../../workspace/handlers/unloadedModule.ts";

/** What OPTIONS proves of a written route that misses: the server knows this path, since it misses on one that does not exist. */
export function observeByMethod(known: Known, matched: Observation): readonly Observation[] {
  const options = resultsOf(known, "options")[0]?.probe;
  const identifier = known.identifiers.at(-1);
  const baseline = baselineOf(known);
  if (!options || !baseline || sortAnswer(baseline) !== "misses" || !isRoutedByMethod(known)) {
    return [];
  }
  const status = options.exchange.response?.status;
  return [
    {
      ...matched,
      rule: "route-known-by-method",
      statement: `OPTIONS answers ${status} here and misses on a path that does not exist: this path has a route.`,
      claim: identifier
        ? `This path has a route, as OPTIONS shows, so ${nameKey(known, identifier)} is what was not found.`
        : null,
      probe: options.id,
    },
  ];
}

/** A written route that the router itself seems to miss: believed where that is proven, else only held possible. */
export function observeUnknown(known: Known, route: Route, matched: Observation): readonly Observation[] {
  const control = resultsOf(known, "control-path")[0];
  // A mount whose prefix is not known may be what the path lacks.
  const isSomewhere = route.unresolved !== null || isOpenEnded(route);
  // A route that redirects is served; what missed is where its redirect leads.
  const isElsewhere = isSomewhere || isLost(known, route) || findLanding(known) !== null;
  if (findMisser(known) !== "router" || !control || hasLivingRelative(known) || isElsewhere) {
    return [];
  }
  const { unloaded } = known.surroundings;
  if (unloaded !== null) {
    return [observeUnloaded(unloaded, route, control.probe)];
  }
  const mates = findMateResults(known);
  const served = mates.find(({ probe }) => isServed(known, probe));
  const isOfRouter =
    served !== undefined &&
    (isRoutersAlone(known) ||
      isTemplateMissed(known) ||
      isUnroutedByMethod(known) ||
      isOnItsWay(known, served.route, route));
  const beside = served || mates.length === 0 ? undefined : findServedMount(known, route);
  const isProven = isOfRouter || beside !== undefined;
  return [
    {
      ...matched,
      rule: isProven ? "route-unknown-to-server" : "route-perhaps-unknown",
      statement: beside
        ? `The workspace has this route, yet the server answers as if it had none of its router, while it serves ${beside.method} ${beside.path}, whose router is mounted in the same file.`
        : isOfRouter
          ? sayUnknown(known, served.route)
          : sayPerhaps(mates, served?.route),
      claim: isDescribed(route)
        ? `${route.method} ${route.path} is described at ${route.file}:${route.line}, but the running server does not serve it.`
        : `${route.method} ${route.path} is written at ${route.file}:${route.line}, but the running server answers as if it had no such route: another build may run there.`,
      probe: control.probe.id,
    },
  ];
}

/** The module that adds the route is never run, and so adds none. */
function observeUnloaded(
  { file, beside }: UnloadedModule,
  { method, path, line, column }: Route,
  control: Probe,
): Observation {
  const others = beside === null ? "" : `, while ${beside.file}:${beside.line} imports others that do so`;
  return {
    step: "routing",
    rule: "module-not-loaded",
    statement: `${file} adds this route to a router of another file; nothing imports it${others}, and the server answers as for a path that does not exist.`,
    claim: `${method} ${path} is written at ${file}:${line}, but nothing imports ${file}: the application never learns of it.`,
    probe: control.id,
    location: beside ?? { file, line, column },
  };
}

function sayUnknown({ condition }: Known, served: Route): string {
  const unless = condition ? ", as it would while its condition does not hold" : "";
  return `The workspace has this route, yet the server answers as if it had none${unless}, while it serves ${served.method} ${served.path} of the same router.`;
}

function sayPerhaps(mates: readonly { readonly route: Route }[], served: Route | undefined): string {
  const [mate] = mates;
  if (served || !mate) {
    const beside = served ? ` It serves ${served.method} ${served.path} of the same router.` : "";
    return `Whether the running server lacks this route, or only what it looks up, the answer does not tell.${beside}`;
  }
  return `${mate.route.method} ${mate.route.path} of the same router is missed as well: that router is not served here, or under another prefix.`;
}

/** Whether an answer shows that its path is routed: it has the thing, guards it, or finds fault with the request. */
function isServed(known: Known, probe: Probe): boolean {
  const baseline = baselineOf(known);
  return isFound(known, probe) || (baseline !== null && !isAlike(baseline, probe) && sortAnswer(probe) === "guarded");
}

/** Whether the path that the answer names as looked up does not reach the route: then nothing is known of the route. */
function isLost({ received, routes, request }: Known, route: Route): boolean {
  return received !== null && findRoute(routes, request.method, received.path) !== route;
}

/**
 * A route whose router is mounted in the same file as the missed one's, and which is served, where the miss is the framework's own: the running server
 * knows that file in an earlier state.
 */
function findServedMount(known: Known, { mounts, framework }: Route): Route | undefined {
  const { responder, condition, routes, target, results } = known;
  const own = mounts[0];
  const isFrameworks = responder !== null && responder.rule !== null && responder.responder.layer === "router";
  if (!own || !isFrameworks || condition !== null) {
    return undefined;
  }
  const answering = results.flatMap(({ experiment, probe }) => {
    const at = parseTargetUri(probe.url);
    const isPlain = experiment.varies === "path" && at?.origin === target.origin && isFound(known, probe);
    const route = isPlain ? findRoute(routes, "GET", at.path) : null;
    return route ? [route] : [];
  });
  return answering.find((route) => {
    const [mount] = route.mounts;
    return route.framework === framework && mount?.file === own.file && mount.line !== own.line;
  });
}

/** The words are a router's own, and the handler was read and has no way to say them. */
function isRoutersAlone(known: Known): boolean {
  return known.handler !== null && isRoutersOwn(known);
}

/**
 * A route below the same first word is served, and the answer is a framework's own for which the handler, which was read, has no way:
 * it neither raises nor passes on, so the miss happened before it.
 */
function isOnItsWay({ handler, condition, responder }: Known, served: Route, route: Route): boolean {
  const [own, other] = [route, served].map(({ path }) => splitPath(path)[0] ?? "");
  const isBelow = own !== "" && own === other && !own?.startsWith("{");
  const isFrameworks = responder?.rule !== null && responder?.responder.layer === "router";
  return isBelow && condition === null && isFrameworks && handler !== null && !hasMiss(handler);
}

/** Other identifiers of the same template miss alike, while another path of the same origin answers. */
function isTemplateMissed(known: Known): boolean {
  const baseline = baselineOf(known);
  const neighbours = resultsOf(known, "neighbour");
  const isMissed = neighbours.length > 0 && neighbours.every(({ probe }) => baseline && isAlike(baseline, probe));
  const others = known.results.filter(({ experiment }) => /^(collection|parents|page|near)$/.test(experiment.role));
  return isMissed && others.some(({ probe }) => isFound(known, probe));
}

/** What names a route to readers: a description of an interface is no code that serves it. */
export function isDescribed({ framework }: Route): boolean {
  return framework === "openapi";
}
