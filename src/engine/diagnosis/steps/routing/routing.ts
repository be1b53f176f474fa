import type { Route } from "../../../model/route.ts";
import { findRoute } from "../../../routes/match/matchUrl.ts";
import { findLandingRoute } from "../../identifiers/landing.ts";
import { beginWith, nameLookedUp } from "../../identifiers/lookedUp.ts";
import { type Known, type Observation, reportStep, resultsOf, type StepReport } from "../../known.ts";
import { refineResponder } from "../../responders/refineResponder.ts";
import { baselineOf, findMisser, isAlike, isUnroutedShown } from "../../responses/answers.ts";
import { observePage } from "../pages.ts";
import { observeVariants } from "../variants.ts";
import { observeClues } from "./clues.ts";
import { observeCondition, observeOwnSwitch } from "./condition.ts";
import { isDescribed, observeByMethod, observeUnknown } from "./deployed.ts";
import { observeDescription } from "./description.ts";
import { observeEarlierRoute } from "./earlierRoute.ts";
import { observeFolders } from "./folders.ts";
import { observeHops } from "./hops.ts";
import { observeMethods } from "./methods.ts";
import { observeMountSetting } from "./mountSetting.ts";
import { observeNamedWord } from "./namedWord.ts";
import { observeNearMisses } from "./near.ts";
import { observeOtherService } from "./otherService.ts";
import { observePassage } from "./passage.ts";
import { observePast } from "./past.ts";
import { observeReplacedPrefix } from "./replaced.ts";
import { observeResponder } from "./responder.ts";
import { observeRewrites } from "./rewrites.ts";
import { observeServerRules } from "./server.ts";
import { observeSplit } from "./split.ts";
import { observeStartPage } from "./startPage.ts";
import { observeMisnamed, observeOperation, observeUnserved } from "./unserved.ts";
import { observeVersionSaid } from "./versions.ts";

/** Step routing: who answered, whether the router or a handler missed, and which written route the URL misses by what. */
export function examineRouting(known: Known): StepReport {
  const observations = [
    ...observeHops(known),
    ...observeResponder(known),
    ...observeOtherService(known),
    ...observeMountSetting(known),
    ...observeServerRules(known),
    ...observeVersionSaid(known),
    ...observeMisser(known),
    ...observeMatched(known),
    ...observeCondition(known),
    ...observeOwnSwitch(known),
    ...observeUnserved(known),
    ...observeMisnamed(known),
    ...observeStartPage(known),
    ...observeNamedWord(known),
    ...observeEarlierRoute(known),
    ...observeOperation(known),
    ...observeDescription(known),
    ...observePassage(known),
    ...observeClues(known),
    ...observePast(known),
    ...observeRewrites(known),
    ...observeFolders(known),
    ...observeMethods(known),
    ...observeNearMisses(known),
    ...observeSplit(known),
    ...observeReplacedPrefix(known),
    ...observeVariants(known, "routing"),
    ...observePage(known).filter((observation) => observation.step === "routing"),
  ];
  return reportStep("routing", observations, describeRouting(known));
}

function describeRouting(known: Known): readonly string[] {
  const { routes, match } = known;
  const responder = refineResponder(known);
  const remarks: string[] = [];
  if (responder && responder.layer !== "unknown") {
    const { layer, name, because } = responder;
    // What is only guessed from a body has no name of its own.
    const someone = /^the application/.test(name) ? "An application" : `${name} (${layer})`;
    const who = layer === "application" ? "The application's own code" : someone;
    remarks.push(`${who} answered: ${because}.`);
  }
  if (routes.routes.length === 0 && (routes.pages ?? []).length === 0) {
    remarks.push("The workspace holds no route definition that is understood, so nothing static can be said.");
  } else if (!match.matched && match.near.length === 0 && !known.past.move?.successor) {
    remarks.push(`None of the workspace's routes (${routes.routes.length}) comes near this path.`);
  }
  return remarks;
}

function observeMisser(known: Known): readonly Observation[] {
  const misser = findMisser(known);
  const control = resultsOf(known, "control-path")[0];
  if (!control || misser === "undecided") {
    return [];
  }
  const statement =
    misser === "router"
      ? sayUnrouted(known)
      : "The answer differs from the one for a path that does not exist: something routed this request.";
  return [
    {
      step: "routing",
      rule: misser === "router" ? "router-missed" : "handler-ran",
      statement,
      claim: misser === "handler" ? claimHandler(known) : null,
      probe: control.probe.id,
      location: null,
    },
  ];
}

/** Which control, or which words, show that no route took the request. */
function sayUnrouted(known: Known): string {
  const baseline = baselineOf(known);
  const controls = [...resultsOf(known, "control-path"), ...resultsOf(known, "control-below")];
  const like = controls.find(({ probe }) => baseline !== null && isAlike(baseline, probe));
  if (!like) {
    return `The answer is ${known.responder?.responder.name ?? "the router"}'s own for a path without a route, though another layer answers for a path that does not exist.`;
  }
  const where = like.experiment.role === "control-below" ? " below the same first segment" : "";
  const so = isUnroutedShown(known) ? ": no route took the request" : "";
  return `The answer is like the one for a path that does not exist${where}${so}.`;
}

function claimHandler(known: Known): string {
  return `The application looked for ${nameLookedUp(known)} and did not find it: a path that does not exist gets another answer.`;
}

function observeMatched(known: Known): readonly Observation[] {
  const route = known.match.matched;
  if (!route) {
    return [];
  }
  const location = route.handler ?? route;
  const matched: Observation = {
    step: "routing",
    rule: "route-matched",
    statement: isDescribed(route)
      ? `${route.file}:${route.line} describes ${route.method} ${route.path}.`
      : sayMatched(known, route),
    claim: claimMatched(known, route),
    probe: null,
    location: { file: location.file, line: location.line, column: location.column },
  };
  return [
    matched,
    ...observeNameless(known, route),
    ...observeByMethod(known, matched),
    ...observeUnknown(known, route, matched),
  ];
}

/** A route that takes no identifier looks none up: whatever it did not find, no other identifier would be found. */
function observeNameless(known: Known, { method, path, file, line, column }: Route): readonly Observation[] {
  if (known.identifiers.length > 0 || path.includes("{") || known.target.query !== "") {
    return [];
  }
  return [
    {
      step: "routing",
      rule: "route-takes-no-identifier",
      statement: `${method} ${path} takes no identifier: no part of this path can be the wrong one.`,
      claim: null,
      probe: null,
      location: { file, line, column },
    },
  ];
}

/** What is missing, where only the route is known to have taken the request. */
function claimMatched(known: Known, { method, path, file, line }: Route): string {
  const place = `${method} ${path} (${file}:${line})`;
  return known.identifiers.length === 0
    ? `${place} takes this path, and what it looks up was not found.`
    : `${beginWith(nameLookedUp(known))} seems not to exist: ${place} takes this path.`;
}

/** Where the route itself does not take the path, something before it takes a prefix away. */
function sayMatched(known: Known, route: Route): string {
  const { routes, request, target } = known;
  const count = (path: string) => path.split("/").filter((segment) => segment !== "").length;
  const isShorter = count(route.path) < count(target.path);
  const isBehind = isShorter && findRoute(routes, request.method, target.path) === null;
  const how = isBehind ? ", once the segments in front of it are taken away" : "";
  const landed = findLandingRoute(known);
  const then = landed
    ? `, whose redirect leads to ${landed.method} ${landed.path} (${landed.file}:${landed.line})`
    : "";
  const mount = route.unresolved === null ? "" : `, under a prefix that is not wholly known (${route.unresolved})`;
  return `The workspace routes this path to ${route.method} ${route.path} (${route.file}:${route.line})${how}${mount}${then}.`;
}
