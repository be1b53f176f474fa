import type { Evidence, Fix, Link, RankedCause } from "../../model/diagnosis.ts";
import type { Location } from "../../model/place.ts";
import type { NearMiss, Route } from "../../model/route.ts";
import { findRoute } from "../../routes/match/matchUrl.ts";
import { parseTargetUri } from "../../targetUri.ts";
import { readNearCoordinate, usableNearMisses } from "../experiments/nearMisses.ts";
import { findLandingRoute } from "../identifiers/landing.ts";
import { findSource } from "../identifiers/source.ts";
import type { Known } from "../known.ts";
import { findMisser } from "../responses/answers.ts";
import { findClientRoute } from "../steps/routing/clues.ts";
import { findOtherMethods } from "../steps/routing/methods.ts";
import { findTaker } from "../steps/routing/namedWord.ts";
import { findRewriteFates } from "../steps/routing/rewrites.ts";
import { findWritten } from "../steps/routing/unserved.ts";
import type { ClueKind } from "../workspace/clues.ts";
import { sayCommit } from "../workspace/commits.ts";
import { holderWords } from "../workspace/records/holders.ts";
import { findForwardedRoute } from "./forwardedRoutes.ts";
import { replacedLinks } from "./replacedLinks.ts";
import { isOfEnvironment, settingLinks } from "./settingLinks.ts";
import { surroundingLinks } from "./surroundingLinks.ts";
import { findNamedRoute } from "./undecided.ts";

/** The places of the workspace worth opening, most telling first, each once. */
export function collectLinks(
  known: Known,
  top: RankedCause | undefined,
  fixes: readonly Fix[],
  evidence: readonly Evidence[] = [],
): readonly Link[] {
  const links = [
    ...variableLinks(known),
    ...takerLinks(known),
    ...findBroken(known, top).flatMap((route) => (route === findTaker(known) ? [] : brokenLinks(route))),
    ...findOtherMethods(known).map(({ route }) => linkTo(route, "candidate-route", nameOf(route))),
    ...(known.match.matched ? matchedLinks(known.match.matched) : []),
    ...forwardedLinks(known),
    ...landingLinks(known),
    ...fixedLinks(known, fixes),
    ...baseUrlLinks(known, fixes),
    ...constraintLinks(known, top),
    ...rewriteLinks(known),
    ...(known.condition ? [linkTo(known.condition.location, "mount", `condition: ${known.condition.text}`)] : []),
    ...evidenceLinks(top, evidence),
    ...clueLinks(known, top),
    ...surroundingLinks(known, top),
    ...settingLinks(known, top),
    ...replacedLinks(known, top),
    ...changeLinks(known),
    ...findingLinks(known),
    ...(top !== undefined && ofTheIdentifier.has(top.cause) ? [...sourceLinks(known), ...holderLinks(known)] : []),
    ...(top !== undefined && ofTheRequest.has(top.cause) ? partLinks(known, top) : []),
    ...relevantNearMisses(known, top).flatMap(({ route }) => [
      linkTo(route, "candidate-route", nameOf(route)),
      ...mountLinks(route),
    ]),
    ...(top === undefined ? namedLinks(known) : []),
  ];
  // A place that plays a part of its own is no mere reference.
  const placed = new Set(links.filter(({ role }) => role !== "reference").map(({ file, line }) => `${file}:${line}`));
  const seen = new Set<string>();
  return links.filter((link) => {
    const key = `${link.role} ${link.file}:${link.line}:${link.column}`;
    const isTold = link.role === "reference" && placed.has(`${link.file}:${link.line}`);
    return !isTold && !seen.has(key) && seen.add(key);
  });
}

/** The routes that are written for this path and not served; what nothing mounts is none of them once something else is the cause. */
function findBroken(known: Known, top: RankedCause | undefined): readonly Route[] {
  const routes = findWritten(known).map(({ route }) => route);
  const isMoot = top?.kind === "base-path" || top?.kind === "version-moved";
  return routes.filter(({ problems }) => !isMoot || !problems.includes("not-registered"));
}

/** The rules that take the path, and the routes that the path reaches with or without their prefix. */
function rewriteLinks(known: Known): readonly Link[] {
  return findRewriteFates(known).flatMap(({ rewrite, after, fault }) => {
    const rule = { file: rewrite.file, line: rewrite.line, column: 1 };
    const route = after ?? fault?.route ?? null;
    return [
      linkTo(rule, "rewrite", `${rewrite.from} -> ${rewrite.to}`),
      ...(route ? [linkTo(route, "candidate-route", nameOf(route))] : []),
    ];
  });
}

/** The routes that the fixed requests reach. */
function fixedLinks(known: Known, fixes: readonly Fix[]): readonly Link[] {
  return fixes.flatMap(({ request }) => {
    const route = request ? findRoute(known.routes, request.method, request.url) : null;
    return route ? [linkTo(route, "candidate-route", nameOf(route)), ...mountLinks(route)] : [];
  });
}

function constraintLinks(known: Known, top: RankedCause | undefined): readonly Link[] {
  const near = known.match.near.find((one) => one.differs.some(({ what }) => what === "constraint"));
  return top?.kind === "id-format" && near ? [linkTo(near.route, "candidate-route", nameOf(near.route))] : [];
}

const ofTheRequest = new Set(["request-built-wrong", "wrong-scope", "stale-identifier"]);

/** The places that the URL was put together from: the variables it takes, and the request line itself. */
function partLinks(known: Known, { cause }: RankedCause): readonly Link[] {
  const { request } = known;
  // A scope often travels in a header field; where credentials came from is nobody's link.
  const ofFields = cause === "wrong-scope" ? (request.headerParts ?? []).flat().filter(({ secret }) => !secret) : [];
  const variables = [...request.urlParts, ...ofFields].flatMap(({ from }) =>
    from.kind === "file-variable" || from.kind === "environment"
      ? [linkTo(from.location, "variable", `{{${from.name}}}`)]
      : [],
  );
  const line =
    request.file === null || request.line === null ? null : { file: request.file, line: request.line, column: 1 };
  return [...variables, ...(line ? [linkTo(line, "reference", "the request")] : [])];
}

/** The variable that holds the base URL, where the first fix puts something between it and the path: what is missing is missing there, for all who take it. */
function baseUrlLinks({ request, target }: Known, [fix]: readonly Fix[]): readonly Link[] {
  const fixed = fix?.request ? parseTargetUri(fix.request.url) : null;
  const isLacking = fixed?.origin === target.origin && fixed.path !== target.path && fixed.path.endsWith(target.path);
  const { from } = request.urlParts.find(({ text }) => text.includes("://")) ?? {};
  return isLacking && (from?.kind === "file-variable" || from?.kind === "environment")
    ? [linkTo(from.location, "variable", `the base URL, {{${from.name}}}`)]
    : [];
}

/** Where the identifier came from, which is where an old one is mended. */
function sourceLinks(known: Known): readonly Link[] {
  const identifier = known.identifiers.at(-1);
  const location = identifier ? findSource(known, identifier).location : null;
  return identifier && location ? [linkTo(location, "reference", `${identifier.value} comes from here`)] : [];
}

/** The route that an open verdict names, however far it is from the path. */
function namedLinks(known: Known): readonly Link[] {
  const route = known.replay && findMisser(known) === "router" ? findNamedRoute(known) : null;
  return route ? [linkTo(route, "candidate-route", nameOf(route))] : [];
}

const ofTheIdentifier = new Set(["stale-identifier", "lifecycle"]);

/** What else uses the identifier that is no longer the right one. */
function holderLinks(known: Known): readonly Link[] {
  const value = known.identifiers.at(-1)?.value;
  return known.holders.map(({ kind, location }) => linkTo(location, "reference", `${value} in ${holderWords[kind]}`));
}

function findingLinks(known: Known): readonly Link[] {
  return known.findings.flatMap(({ code, location, message }) =>
    location && code !== "unresolved-variable" ? [linkTo(location, "variable", message)] : [],
  );
}

/** The lines that the leading cause was read from. */
function evidenceLinks(top: RankedCause | undefined, evidence: readonly Evidence[]): readonly Link[] {
  return evidence
    .filter(({ id }) => top?.evidence.includes(id))
    .flatMap(({ location, statement }) =>
      location ? [linkTo(location, isOfEnvironment(location.file) ? "variable" : "reference", statement)] : [],
    );
}

/** Where the commits that touched this route or identifier wrote what stands there now. */
function changeLinks({ past: { move, replacement } }: Known): readonly Link[] {
  return [
    ...(move?.successor ? [linkTo(move.successor.route, "change", sayCommit(move.change))] : []),
    ...(replacement
      ? [
          linkTo(
            { file: replacement.change.file, line: replacement.line, column: 1 },
            "change",
            sayCommit(replacement.change),
          ),
        ]
      : []),
  ];
}

const telling: Readonly<Record<string, readonly ClueKind[]>> = {
  "spa-fallback": ["client-route", "file-host"],
  "directory-index": ["file-host"],
  "stale-asset": ["file-host"],
  case: ["file-host"],
  "server-filter": ["file-host"],
  "redirect-drops-path": ["redirect"],
  "redirect-changes-method": ["redirect"],
  "host-unmatched": ["host"],
  "version-selector": ["media-type"],
};
const mostClues = 3;

/** The lines that set what the leading cause is about, where they are so few that one of them must be meant. */
function clueLinks(known: Known, top: RankedCause | undefined): readonly Link[] {
  return (telling[top?.kind ?? ""] ?? []).flatMap((kind) => {
    const page = kind === "client-route" ? findClientRoute(known) : null;
    const clues = kind === "client-route" ? (page ? [page] : []) : known.clues.filter((clue) => clue.kind === kind);
    const role = kind === "redirect" ? "rewrite" : "reference";
    return clues.slice(0, mostClues).map(({ location, value }) => linkTo(location, role, value));
  });
}

const mostCandidates = 3;

/** The near routes that the leading cause is about; all of the nearest while nothing leads and no route is reached. */
function relevantNearMisses(known: Known, top: RankedCause | undefined): readonly NearMiss[] {
  const near = usableNearMisses(known);
  const isOfProxy =
    top?.kind.startsWith("proxy-") === true || top?.kind === "rewrite-rule" || top?.kind === "dropped-segment";
  const leading = near.filter((one) => {
    const coordinate = readNearCoordinate(one);
    return coordinate?.tests === `${top?.cause}/${top?.kind}` || (isOfProxy && coordinate?.rule === "prefix");
  });
  const isOpen = top === undefined && known.match.matched === null;
  return (isOpen ? near : leading).slice(0, mostCandidates);
}

function variableLinks(known: Known): readonly Link[] {
  return known.request.unresolved.flatMap((variable) => [
    ...(variable.usedAt ? [linkTo(variable.usedAt, "variable", `{{${variable.name}}} is used here`)] : []),
    ...(variable.defineAt ? [linkTo(variable.defineAt, "variable", `define ${variable.name} here`)] : []),
  ]);
}

function brokenLinks(route: Route): readonly Link[] {
  const isShadowed = route.problems.includes("shadowed");
  // A mount that came too early is among the mounts.
  const culprit =
    route.culprit && !route.problems.includes("not-registered")
      ? [linkTo(route.culprit, isShadowed ? "shadowing-route" : "catch-all", `takes the requests of ${nameOf(route)}`)]
      : [];
  return [linkTo(route, "broken-route", nameOf(route)), ...culprit, ...handlerLinks(route), ...mountLinks(route)];
}

/** The route that was asked for and the one that took the request in its place. */
function takerLinks(known: Known): readonly Link[] {
  const taker = findTaker(known);
  const { matched } = known.match;
  return taker === null || matched === null
    ? []
    : [
        linkTo(matched, "broken-route", nameOf(matched)),
        linkTo(
          taker,
          taker.path.endsWith("*}") ? "catch-all" : "shadowing-route",
          `takes the requests of ${nameOf(matched)}`,
        ),
      ];
}

function matchedLinks(route: Route): readonly Link[] {
  return [linkTo(route, "candidate-route", nameOf(route)), ...handlerLinks(route), ...mountLinks(route)];
}

/** Where the redirects on the way led to another route, that one: it is what missed. */
function landingLinks(known: Known): readonly Link[] {
  const route = findLandingRoute(known);
  return route ? matchedLinks(route) : [];
}

function handlerLinks(route: Route): readonly Link[] {
  return route.handler ? [linkTo(route.handler, "handler", `handler of ${nameOf(route)}`)] : [];
}

function mountLinks(route: Route): readonly Link[] {
  const unknown = route.unresolved === null ? "" : `, not wholly known: ${route.unresolved}`;
  return route.mounts
    .filter((mount) => mount.prefix !== "")
    .map((mount) =>
      linkTo(
        mount,
        "mount",
        mount.prefix === "/" ? `registers it${unknown}` : `mounted under ${mount.prefix}${unknown}`,
      ),
    );
}

/** The route behind a front that only hands the path on. */
function forwardedLinks(known: Known): readonly Link[] {
  const route = findForwardedRoute(known);
  return route ? matchedLinks(route) : [];
}

function linkTo(place: Location, role: Link["role"], label: string): Link {
  return { role, file: place.file, line: place.line, column: place.column, label };
}

function nameOf(route: Route): string {
  return `${route.method} ${route.path}`;
}
