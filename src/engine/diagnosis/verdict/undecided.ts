import { isSafeMethod, needsConsent } from "../../exchange/probes/policy.ts";
import type { Location, Problem } from "../../model/place.ts";
import type { Route } from "../../model/route.ts";
import { findRoute } from "../../routes/match/matchUrl.ts";
import { beginWith, nameLookedUp } from "../identifiers/lookedUp.ts";
import type { Known } from "../known.ts";
import { baselineOf, findMisser, hasLivingRelative, isAlike, isFound, isRoutersOwn } from "../responses/answers.ts";
import { isOpenEnded } from "../responses/upstreamMatch.ts";
import { findHolding } from "../steps/existence/checks.ts";
import type { StoredRecord } from "../workspace/records/storedRecord.ts";

/** Why nothing is believed, and what would change that; `decisive` is null where the summary says all there is to do. */
interface Undecided {
  readonly summary: string;
  readonly decisive: string | null;
}

/** The sentence of an inconclusive verdict: what is known, and the one observation that would decide. */
export function sayUndecided(known: Known): string {
  const { summary, decisive } = explain(known);
  return decisive === null ? summary : `${summary} To decide: ${decisive.charAt(0).toLowerCase()}${decisive.slice(1)}.`;
}

/** The one observation that would decide an inconclusive verdict, as something to do. */
export function nameDecisive(known: Known): string | null {
  return explain(known).decisive;
}

/** The route that an inconclusive verdict names. */
export function findNamedRoute(known: Known): Route | null {
  return known.match.matched ?? known.match.near[0]?.route ?? null;
}

const blockingCodes = new Set([
  "body-file-missing",
  "relative-url",
  "unknown-environment",
  "reference-not-found",
  "unclosed-variable",
]);

/** The problem that keeps a request from being built as meant, though every variable has a value; null when there is none. */
export function findBlocking(known: Known): Problem | null {
  return known.request.problems.find(({ code }) => blockingCodes.has(code)) ?? null;
}

function explain(known: Known): Undecided {
  const blocking = findBlocking(known);
  if (blocking) {
    return { summary: `The request was not sent: ${blocking.message}`, decisive: null };
  }
  if (known.replay === null) {
    return explainUnsent(known);
  }
  if (known.replay.exchange.response?.status === 406) {
    return explainUnacceptable(known);
  }
  const holding = findHolding(known);
  if (holding !== null) {
    return {
      summary: `The check "${holding}" finds ${nameLookedUp(known)}, this request does not: it is hidden here, or not visible yet.`,
      decisive: "Send the same request as its owner, and again a little later",
    };
  }
  if (isOneAnswer(known)) {
    return {
      summary: `All that was asked of ${known.target.host} got the same answer: a wrong path, a wrong host and missing access look alike.`,
      decisive: "Send it one request that is known to work, and compare",
    };
  }
  return findMisser(known) === "router" ? explainRouter(known) : explainLookup(known);
}

function explainUnsent(known: Known): Undecided {
  const { method } = known.request;
  const decisive = `Send the ${method} where that is safe, and look who answers`;
  if (needsConsent(known.request) && isSafeMethod(method)) {
    const summary = `${method} was not sent: its # @note asks first, and nobody consented. Nothing in the workspace explains a 404.`;
    return { summary, decisive };
  }
  return isSafeMethod(method)
    ? {
        summary: "Nothing in the workspace explains it, and nothing was sent.",
        decisive: "Replay the request, and look who answers",
      }
    : {
        summary: `${method} was not sent: it may change something, and nobody consented. Nothing in the workspace explains a 404.`,
        decisive,
      };
}

function explainUnacceptable({ request }: Known): Undecided {
  const accept = request.headers.find(([name]) => name.toLowerCase() === "accept")?.[1];
  return {
    summary: `406: the service does not offer what Accept asks for${accept === undefined ? "" : ` (${accept})`}.`,
    decisive: "Send it without Accept, and look at the media type of the answer",
  };
}

/** Whether every probe of this host, the controls among them, was answered like the request itself, in words of no known router. */
function isOneAnswer(known: Known): boolean {
  const baseline = baselineOf(known);
  const asked = known.results.filter(
    ({ experiment, probe }) => experiment.role !== "repeat" && probe.url.startsWith(`${known.target.origin}/`),
  );
  const isTold = baseline === null || isRoutersOwn(known) || findNamedRoute(known) !== null;
  return !isTold && asked.length > 1 && asked.every(({ probe }) => isAlike(baseline, probe));
}

function lookAt(place: string): string {
  return `Look at ${place}: under which path, host or condition it mounts that router`;
}

function explainRouter(known: Known): Undecided {
  const { routes, match, target } = known;
  const alike = "The answer is the one for a path that does not exist";
  const named = findNamedRoute(known);
  if (match.matched && match.matched.unresolved !== null) {
    const { method, path, unresolved } = match.matched;
    const [, place] = /\(([^()]+:\d+)\)$/.exec(unresolved) ?? [];
    if (place !== undefined) {
      return {
        summary: `${alike}. ${method} ${path} may be meant, whose router is ${unresolved}.`,
        decisive: lookAt(place),
      };
    }
    return {
      summary: `${alike}. ${method} ${path} may lie under a prefix that is not known here (${unresolved}).`,
      decisive: "Find out that prefix, and ask under it",
    };
  }
  if (match.matched && named) {
    return {
      summary: `${alike}, yet the workspace routes it: ${sayRoute(named)}.${sayRunning(known)}`,
      decisive: isRunning(known)
        ? `Look how that route is registered${placeOfMount(named)}, restart or deploy the server, and ask again`
        : `Find out whether ${target.host} runs this code, by a request of the same route that works there`,
    };
  }
  const { usedRouter } = known.surroundings;
  if (named && usedRouter !== null) {
    const place = `${usedRouter.file}:${usedRouter.line}`;
    return {
      summary: `${alike}. ${sayRoute(named)} may be meant: no mount of its router is seen, but ${place} does something with it.`,
      decisive: lookAt(place),
    };
  }
  if (named) {
    return {
      summary: `${alike}. The nearest of this workspace is ${sayRoute(named)}.`,
      decisive: "Send a request that reaches that route, and compare",
    };
  }
  return {
    summary:
      routes.routes.length === 0 && (routes.pages ?? []).length === 0
        ? `${alike}, and no route definition in this folder is understood.`
        : `${alike}, and none of this workspace comes near it.`,
    decisive: `Look up the present path in the documentation of ${target.host}, or ask its owner`,
  };
}

/** Another route of the workspace that answered here, which shows that this code runs, be it an older build; null when none did. */
function findRunning(known: Known): Route | null {
  for (const { probe } of known.results) {
    const isHere = probe.url.startsWith(`${known.target.origin}/`) && isFound(known, probe);
    const route = isHere ? findRoute(known.routes, probe.method, probe.url) : null;
    if (route && !isOpenEnded(route)) {
      return route;
    }
  }
  return null;
}

function isRunning(known: Known): boolean {
  return findRunning(known) !== null;
}

function sayRunning(known: Known): string {
  const route = findRunning(known);
  return route ? ` ${known.target.host} serves other routes of this code, such as ${sayRoute(route)}.` : "";
}

function placeOfMount({ mounts }: Route): string {
  const mount = mounts.at(-1);
  return mount ? ` (${mount.file}:${mount.line})` : "";
}

function explainLookup(known: Known): Undecided {
  const thing = nameLookedUp(known);
  const message = known.facts?.message ?? null;
  const saying = message === null || message.length > 60 ? "" : `, saying "${message.replace(/[.!]+$/, "")}"`;
  if (findMisser(known) !== "handler" && known.match.matched === null) {
    return {
      summary: "Missing routes and missing resources look the same at this server.",
      decisive: "Send a request of the same kind that is known to work, and compare",
    };
  }
  const { stored, record, swallowedFailure } = known.surroundings;
  if (stored && !record && hasLivingRelative(known)) {
    return explainStored(stored, thing);
  }
  if (swallowedFailure && !hasLivingRelative(known)) {
    return explainSwallowed(swallowedFailure, saying);
  }
  if (findMisser(known) !== "handler" && known.match.matched) {
    return {
      summary: `Whether ${sayRoute(known.match.matched)} ran and found nothing${saying}, or was never reached, the answer does not tell.`,
      decisive: hasLivingRelative(known)
        ? "Read the log line of this request: it shows what was looked for"
        : "Send a request of this route that is known to work",
    };
  }
  return known.identifiers.length > 0 && !hasLivingRelative(known)
    ? {
        summary: `Something took this request and missed${saying}: ${thing} may be stale, elsewhere or hidden.`,
        decisive: "Send the same request for one that is known to exist",
      }
    : {
        summary: `Something took this request and missed${saying}.`,
        decisive: "Read its log line for this request: it shows what was looked for",
      };
}

function explainStored({ location, beside }: StoredRecord, thing: string): Undecided {
  const others = beside.length > 0 ? " beside others that answer" : "";
  return {
    summary: `${beginWith(thing)} is stored at ${location.file}:${location.line}${others}: the lookup leaves it out, or runs on other data.`,
    decisive: "Read what the lookup filters by, and send the same request as another identity",
  };
}

function explainSwallowed({ file, line }: Location, saying: string): Undecided {
  return {
    summary: `Something took this request and missed${saying}: ${file}:${line} finds nothing as well where the service that it asks fails.`,
    decisive: `Look whether the service that ${file} asks runs, and what it answers`,
  };
}

function sayRoute({ method, path, file, line }: Route): string {
  return `${method} ${path} (${file}:${line})`;
}
