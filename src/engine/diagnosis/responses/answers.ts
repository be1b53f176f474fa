import { isSafeMethod } from "../../exchange/probes/policy.ts";
import type { Probe } from "../../model/diagnosis.ts";
import type { Response } from "../../model/exchange.ts";
import { parseTargetUri } from "../../targetUri.ts";
import type { Experiment, Known } from "../known.ts";
import { resultsOf } from "../known.ts";
import { missesAsRouter, withoutOwnWords } from "../workspace/handlers/handlerMisses.ts";
import { compareSignatures, signResponse } from "./signature.ts";

/** How a response fares as an answer: it has the thing, sends elsewhere, guards it, misses it, or fails for its own reasons. */
export type AnswerKind = "answers" | "redirects" | "guarded" | "misses" | "refuses-method" | "fails";

/** Sorts a probe by what its final response says of the lookup; only a redirect that is not followed is one here. */
export function sortAnswer(probe: Probe): AnswerKind {
  const status = probe.exchange.response?.status;
  if (status === undefined || status >= 500) {
    return "fails";
  }
  if (status === 404 || status === 410) {
    return "misses";
  }
  if (status === 401 || status === 403) {
    return "guarded";
  }
  if (status === 405) {
    return "refuses-method";
  }
  if (status >= 300 && status < 400 && status !== 304) {
    return "redirects";
  }
  return status < 400 || status === 422 || status === 409 ? "answers" : "fails";
}

/** Whether two probes' responses say the same thing, ids, times and paths left aside; false when one has none. */
export function isAlike(one: Probe, other: Probe): boolean {
  const first = one.exchange.response;
  const second = other.exchange.response;
  return first !== null && second !== null && areAlike(first, answeredUrl(one), second, answeredUrl(other));
}

/** The URL that was answered, which is what an answer names: where redirects led to. */
function answeredUrl({ exchange, url }: Probe): string {
  return exchange.hops.at(-1)?.url ?? url;
}

function areAlike(first: Response, firstUrl: string, second: Response, secondUrl: string): boolean {
  return compareSignatures(signResponse(first, firstUrl), signResponse(second, secondUrl)).kind === "alike";
}

/**
 * Whether a probe shows the thing itself: its answer is one, and neither the failing answer nor the one that a path which does not
 * exist gets as well. Where another identifier was asked for, one that is found fault with names nothing.
 */
export function isFound(known: Known, probe: Probe): boolean {
  const others = [baselineOf(known), resultsOf(known, "control-path")[0]?.probe];
  const isOfIdentifier = known.results.some((one) => one.probe === probe && one.experiment.varies === "identifier");
  const isFaulted = isOfIdentifier && (probe.exchange.response?.status ?? 0) >= 400;
  return sortAnswer(probe) === "answers" && !isFaulted && !others.some((other) => other && isAlike(probe, other));
}

/** Whether the control of an experiment, where one was sent, was answered in the same form: then the answer to the experiment proves nothing. */
export function isDeaf(known: Known, id: string): boolean {
  const findProbe = (name: string) => known.results.find(({ experiment }) => experiment.id === name)?.probe;
  const fresh = findProbe("fresh");
  if (fresh && isFound(known, fresh)) {
    // Past a cache whatever query answers, the one that means something no more than the one that means nothing.
    return known.results.some(({ experiment }) => experiment.id === id && variesQuery(known, experiment));
  }
  const [asked, control] = [findProbe(id), findProbe(`control:${id}`)];
  const [answer, other] = [asked?.exchange.response, control?.exchange.response];
  if (!asked || !control || !answer || !other || !isFound(known, control)) {
    return false;
  }
  const compared = compareSignatures(signResponse(answer, asked.url), signResponse(other, control.url));
  return compared.kind === "alike" || !compared.in.some((what) => /^(?:status|media type|body shape)$/.test(what));
}

/** Whether an experiment asks for the same path with another query, which a cache has not stored either; the one that only asks past it aside. */
export function variesQuery({ target }: Known, { id, request }: Experiment): boolean {
  const asked = parseTargetUri(request.url);
  return (
    id !== "fresh" && asked?.origin === target.origin && asked.path === target.path && asked.query !== target.query
  );
}

/**
 * Whether a probe shows that its path is routed, though not the thing itself: it is guarded, its content is asked for, or GET is refused
 * in the place of a method that is not probed, where the failing path and one that does not exist are missed alike.
 */
export function isRouted(known: Known, probe: Probe): boolean {
  const answer = sortAnswer(probe);
  const isRefused = answer === "refuses-method" && !isSafeMethod(known.request.method);
  const isFaulted = answer === "guarded" || probe.exchange.response?.status === 400;
  return (isRefused || isFaulted) && looksRouterMissed(known);
}

/** The failing response to compare probes with: the replay, or its GET twin when the replay's method cannot be probed. */
export function baselineOf(known: Known): Probe | null {
  const isProbed = known.replay !== null && ["GET", "HEAD"].includes(known.request.method);
  return isProbed ? known.replay : (resultsOf(known, "twin")[0]?.probe ?? null);
}

/** Who missed: the router, a handler, or that is open, since a handler may answer in the router's own words. */
export function findMisser(known: Known): "router" | "handler" | "undecided" {
  return looksRouterMissed(known) && canErase(known) ? "undecided" : compareControls(known);
}

/** Whether the answer is the router's as far as the two controls tell; a handler that answers in its words cannot be told from it. */
export function looksRouterMissed(known: Known): boolean {
  return compareControls(known) === "router";
}

function compareControls(known: Known): "router" | "handler" | "undecided" {
  const baseline = baselineOf(known);
  const path = resultsOf(known, "control-path")[0]?.probe;
  if (!baseline?.exchange.response || !path || sortAnswer(path) !== "misses") {
    return "undecided";
  }
  // A GET that answers where another method misses tells nothing of who missed that one.
  if (baseline !== known.replay && sortAnswer(baseline) === "answers") {
    return "undecided";
  }
  if (!isAlike(baseline, path)) {
    // The control may end at another layer than the request does; then the words that only a router has tell more.
    return isRoutersOwn(known) || isUnroutedBelow(known, baseline) ? "router" : "handler";
  }
  const identifier = resultsOf(known, "control-identifier")[0]?.probe;
  const isErased = identifier !== undefined && isAlike(identifier, path) && hasLivingRelative(known);
  const isOpen = isErased || isRoutedByMethod(known) || known.responder?.miss === "handler";
  return isOpen ? "undecided" : "router";
}

/** Whether the handler that the route leads to, or code on the way to it, can give the router's own answer, and it is the application that answered. */
function canErase({ gate, handler, match, responder }: Known): boolean {
  const layer = responder?.responder.layer ?? "unknown";
  const isApplication = layer === "router" || layer === "application" || layer === "unknown";
  // In the framework's own words no sentence of the handler's stands.
  const source = handler && saysFrameworks(responder) ? withoutOwnWords(handler) : handler;
  const isErasing = match.matched !== null && source !== null && missesAsRouter(source, match.matched.framework);
  return isApplication && (gate !== null || isErasing);
}

/** Whether OPTIONS is answered here, and not with another method's Allow, while it misses on a path that does not exist: this path has a route. */
export function isRoutedByMethod(known: Known): boolean {
  const here = resultsOf(known, "options")[0]?.probe;
  const control = resultsOf(known, "options-control")[0]?.probe;
  const beside = resultsOf(known, "options-beside")[0]?.probe;
  const isAnsweredAround = [control, beside].some((probe) => probe && sortAnswer(probe) !== "misses");
  if (!here || !control || known.match.matched === null || isAnsweredAround) {
    return false;
  }
  const kind = sortAnswer(here);
  const allowed = here.exchange.response?.headers.find(([name]) => name.toLowerCase() === "allow")?.[1] ?? "";
  const methods = allowed.split(",").map((name) => name.trim().toUpperCase());
  const isOwn = allowed === "" || methods.includes(known.request.method) || methods.includes("*");
  return (kind === "refuses-method" || kind === "answers") && isOwn;
}

/** Whether it is more than a likeness that no route took the request: the words are a router's own, and no written route takes the path whose handler is unread. */
export function isUnroutedShown(known: Known): boolean {
  const isRead = known.match.matched === null || known.handler !== null;
  return findMisser(known) === "router" && isRoutersOwn(known) && isRead;
}

/** Whether the answer is in the words of a framework, be they its router's or those it puts around an error that says nothing. */
function saysFrameworks(responder: Known["responder"]): boolean {
  return responder !== null && responder.miss !== "handler" && responder.responder.layer === "router";
}

const sureFrom = 0.8;

/** Whether the answer is, in so many words, that of a framework's router: no handler writes "Route GET:/x not found". */
export function isRoutersOwn({ responder }: Known): boolean {
  return responder?.miss === "router" && responder.responder.layer === "router" && responder.confidence >= sureFrom;
}

/** Whether a path that surely does not exist below the same first segment is answered alike: then no route took either. */
function isUnroutedBelow(known: Known, baseline: Probe): boolean {
  const below = resultsOf(known, "control-below")[0]?.probe;
  return below !== undefined && sortAnswer(below) === "misses" && isAlike(baseline, below);
}

/**
 * Whether no route took the request, beyond doubt: the answer is like a missing path's, in words only a router has,
 * and the workspace knows no route for it. Looking for the resource is then in vain.
 */
export function isUnroutedForSure(known: Known): boolean {
  return findMisser(known) === "router" && known.responder?.miss === "router" && known.match.matched === null;
}

/** Whether another identifier of the same route, or its collection, answered: then the route itself is served. */
export function hasLivingRelative(known: Known): boolean {
  return resultsOf(known, "neighbour").some((result) => isFound(known, result.probe));
}
