import { isSafeMethod } from "../../../exchange/probes/policy.ts";
import type { NearMiss, Route } from "../../../model/route.ts";
import { splitPath } from "../../../targetUri.ts";
import { joinWords } from "../../identifiers/lookedUp.ts";
import { type Known, type Observation, resultsOf } from "../../known.ts";
import { looksRouterMissed, sortAnswer } from "../../responses/answers.ts";
import { readResponseFacts } from "../../responses/responseFacts.ts";

/** What is known of the methods of this path: from the route table, from Allow, from a 405, from GET beside HEAD. */
export function observeMethods(known: Known): readonly Observation[] {
  return [...observeWrittenMethod(known), ...observeRefusal(known), ...observeAllow(known), ...observeTwin(known)];
}

/**
 * The routes of this very path that are written for other methods; for a method that changes something, those that do so too come first. Where a route
 * took the path, only those count that are written with the word which that route takes for an identifier: `POST /quotes/search` beside `GET /quotes/{id}`.
 */
export function findOtherMethods(known: Known): readonly NearMiss[] {
  const { matched } = known.match;
  const isSafe = (near: NearMiss) => isSafeMethod(near.route.method) === isSafeMethod(known.request.method);
  return known.match.near
    .filter(
      (near) =>
        near.route.problems.length === 0 &&
        near.differs.length > 0 &&
        near.differs.every((difference) => difference.what === "method") &&
        (matched === null || hasWordFor(near.route, matched, known.target.segments)),
    )
    .sort((one, other) => Number(isSafe(other)) - Number(isSafe(one)));
}

/** Whether a route is written with a word of the path in the place of the last parameter of the one that took it; what takes any rest of a path looks up no word. */
function hasWordFor({ path }: Route, matched: Route, segments: readonly string[]): boolean {
  const at = splitPath(matched.path).findLastIndex((part) => /^\{\w+\}$/.test(part));
  return at >= 0 && splitPath(path)[at] === segments[at];
}

/** Whether only HEAD misses while GET answers: then the method is a fair one, and the server lacks it. */
function isHeadAlone(known: Known): boolean {
  const twin = resultsOf(known, "twin")[0]?.probe;
  return known.request.method === "HEAD" && twin !== undefined && sortAnswer(twin) === "answers";
}

function observeWrittenMethod(known: Known): readonly Observation[] {
  const others = findOtherMethods(known).filter(({ route }) => route.method !== "WEBSOCKET");
  const [first] = others;
  const isPreflight = known.request.headers.some(([name]) => /^access-control-request-method$/i.test(name));
  if (!first || isPreflight || isHeadAlone(known)) {
    return [];
  }
  const places = new Map(others.map(({ route }) => [route.method, `${route.method} (${route.file}:${route.line})`]));
  const methods = joinWords([...places.values()]);
  const { path, file, line, column } = first.route;
  const { matched } = known.match;
  const took = matched === null ? "" : `, and ${matched.method} ${matched.path} takes its word for an identifier`;
  return [
    {
      step: "routing",
      rule: matched === null ? "method-written" : "method-of-word-written",
      statement: `${path} is routed for ${methods}, not for ${known.request.method}${took}.`,
      claim: `The path exists, but ${known.request.method} ${path} is not routed; ${methods} ${places.size === 1 ? "is" : "are"}${took}.`,
      probe: null,
      location: { file, line, column },
    },
  ];
}

function observeRefusal(known: Known): readonly Observation[] {
  if (!known.replay || sortAnswer(known.replay) !== "refuses-method" || isHeadAlone(known)) {
    return [];
  }
  const allowed = known.facts?.allow ?? [];
  const which = allowed.length > 0 ? `; it allows ${joinWords(allowed)}` : "";
  return [
    {
      step: "routing",
      rule: "method-refused",
      statement: `The server answers 405: the path exists, not for ${known.request.method}${which}.`,
      claim: `The path exists, but not for ${known.request.method}${which}.`,
      probe: known.replay.id,
      location: null,
    },
  ];
}

/** The methods that Allow names for this path, in the failing answer or in one to OPTIONS, HEAD and OPTIONS left out. */
export function findAllowed(known: Known): readonly string[] {
  const answers = [known.replay, ...resultsOf(known, "options").map((result) => result.probe)];
  const allowed = answers.flatMap((probe) => (probe ? (readResponseFacts(probe.exchange).allow ?? []) : []));
  // OPTIONS and HEAD are implied, and say nothing of the routes that were written.
  return [...new Set(allowed)].filter((name) => name !== "OPTIONS" && name !== "HEAD");
}

/** What Allow says, where paths that do not exist are not said to allow the same. */
function observeAllow(known: Known): readonly Observation[] {
  const options = resultsOf(known, "options")[0]?.probe;
  const control = resultsOf(known, "options-control")[0]?.probe;
  if (!options || !control) {
    return [];
  }
  const allowed = readResponseFacts(options.exchange).allow ?? [];
  const controls = [control, ...resultsOf(known, "options-beside").map(({ probe }) => probe)];
  const isSame = controls.some(({ exchange }) => allowed.join() === (readResponseFacts(exchange).allow ?? []).join());
  const method = known.request.method;
  // A framework may name the methods of one of its routes alone (Starlette); what the workspace routes is not missing for its method.
  if (known.match.matched?.method === method) {
    return [];
  }
  const real = findAllowed(known);
  if (real.length === 0 || isSame || isHeadAlone(known) || allowed.includes(method) || allowed.includes("*")) {
    return [];
  }
  const isRefuted = real.includes("GET") && looksRouterMissed(known) && findOtherMethods(known).length === 0;
  const but = isRefuted ? " Yet GET, which it allows, is answered like a path that does not exist." : "";
  return [
    {
      step: "routing",
      rule: isRefuted ? "method-allowed-unserved" : "method-allowed-elsewhere",
      statement: `OPTIONS says that the path allows ${joinWords(allowed)}, not ${method}.${but}`,
      claim: `The path exists, but the server allows only ${joinWords(real)} on it, not ${method}.`,
      probe: options.id,
      location: null,
    },
  ];
}

function observeTwin(known: Known): readonly Observation[] {
  const twin = resultsOf(known, "twin")[0]?.probe;
  if (!twin || sortAnswer(twin) !== "answers") {
    return [];
  }
  if (known.request.method !== "HEAD") {
    return [
      {
        step: "routing",
        rule: "read-answers",
        statement: `GET on the same URL answers ${twin.exchange.response?.status}: it exists, and only ${known.request.method} is answered not found.`,
        claim: null,
        probe: twin.id,
        location: null,
      },
    ];
  }
  return [
    {
      step: "routing",
      rule: "head-only",
      statement: `GET on the same URL answers ${twin.exchange.response?.status}; only HEAD is missing.`,
      claim: `Only HEAD is not routed: GET on the same URL answers ${twin.exchange.response?.status}.`,
      probe: twin.id,
      location: null,
    },
  ];
}
