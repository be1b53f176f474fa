import { isSafeMethod } from "../../exchange/probes/policy.ts";
import type { Fix, RankedCause } from "../../model/diagnosis.ts";
import type { Route } from "../../model/route.ts";
import type { Files } from "../../ports.ts";
import { withPath } from "../../targetUri.ts";
import { isDoubled, nearExperimentId, readNearCoordinate, usableNearMisses } from "../experiments/nearMisses.ts";
import { type Known, resultsOf } from "../known.ts";
import { isFound, sortAnswer } from "../responses/answers.ts";
import { findAllowed, findOtherMethods } from "../steps/routing/methods.ts";
import { findTaker } from "../steps/routing/namedWord.ts";
import { findRewriteFates } from "../steps/routing/rewrites.ts";
import { findPassedOver, findWritten } from "../steps/routing/unserved.ts";
import { findDoubledJoin } from "../workspace/clients/doubledJoin.ts";
import { editMethod } from "./editMethod.ts";
import { editUrl } from "./editUrl.ts";
import { askDecisive, askForAccess, askForDigits, askForSource, proposeLastResort } from "./proposeAsk.ts";
import { proposeCaching } from "./proposeCaching.ts";
import { proposeConstraint } from "./proposeConstraint.ts";
import { proposeDoubled } from "./proposeDoubled.ts";
import { proposeJoin } from "./proposeJoin.ts";
import { proposeRedirect } from "./proposeRedirect.ts";
import { proposeReplaced } from "./proposeReplaced.ts";
import { proposeSplit } from "./proposeSplit.ts";
import { proposeStartRoute } from "./proposeStartRoute.ts";
import { proposeVariants } from "./proposeVariants.ts";
import { shareConfidence } from "./shareConfidence.ts";

/** The changes that would cure the leading cause, best first; while none leads, the one observation that would decide. */
export async function proposeFixes(known: Known, top: RankedCause | undefined, files: Files): Promise<readonly Fix[]> {
  if (!top) {
    return askDecisive(known);
  }
  const fixes = await proposeOfCause(known, top, files);
  return fixes.length > 0 ? shareConfidence(fixes) : proposeLastResort(known, top);
}

async function proposeOfCause(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  switch (top.cause) {
    case "route-drift":
    case "rewrite-mismatch":
      return mergeFixes([
        ...(await proposeNearest(known, top, files)),
        ...(await proposeVariants(known, top, files)),
        ...(await proposeRedirect(known, top, files)),
        ...proposeReplaced(known, top),
        ...proposeRewrite(known, top),
      ]);
    case "method-mismatch":
      return proposeMethod(known, top, files);
    case "route-not-served":
      return proposeRoute(known, top);
    case "request-built-wrong":
      return top.kind === "unresolved-variable"
        ? known.request.unresolved.map((variable) => proposeVariable(known, variable.name, top.confidence))
        : mergeFixes([
            ...(await proposeNearest(known, top, files)),
            ...(await proposeVariants(known, top, files)),
            ...proposeJoin(known, top),
          ]);
    case "stale-identifier":
      return proposeIdentifier(known, top, files);
    case "access-masking":
      return proposeAccess(known, top, files);
    case "cached-miss":
      return proposeCaching(known, top, await proposeVariants(known, top, files));
    default:
      return proposeElsewhere(known, top, files);
  }
}

/** What answered in another place; where nothing did and a service has no page at `/`, a route that it has. */
async function proposeElsewhere(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  const found = await proposeVariants(known, top, files);
  const started = found.length > 0 ? [] : await proposeStartRoute(known, top, files);
  return started.length > 0 ? [...started, ...proposeLastResort(known, top)] : found;
}

async function proposeIdentifier(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  if (top.kind === "unknown-id") {
    return askForSource(known, top);
  }
  const fixes = [
    ...(await proposeVariants(known, top, files)),
    ...proposeSplit(known, top),
    ...proposeConstraint(known, top),
  ];
  if (top.kind === "stale-asset" && fixes.length > 0) {
    // The one request is mended by the new name, the pages that are still open are not.
    return [...fixes, ...proposeLastResort(known, top)];
  }
  return top.kind === "precision-loss" ? askForDigits(top, fixes) : fixes;
}

async function proposeNearest(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  const fixes: Fix[] = [];
  for (const near of usableNearMisses(known)) {
    const tests = readNearCoordinate(near)?.tests;
    const isRightMethod = near.route.method === "ANY" || near.route.method === known.request.method;
    const isPrefix = top.kind === "dropped-segment" && tests === "rewrite-mismatch/base-path";
    if ((tests !== `${top.cause}/${top.kind}` && !isPrefix) || !isRightMethod) {
      continue;
    }
    if (isDoubled(near)) {
      return [proposeDoubled(known, top, near)];
    }
    const url = withPath(known.request.url, near.corrected);
    const probe = resultsOf(known, "near").find((one) => one.experiment.id === nearExperimentId(near))?.probe;
    const change = await editUrl(known, url, files);
    fixes.push({
      kind: change?.kind ?? "edit-request",
      title: `Use ${near.corrected}`,
      confidence: top.confidence,
      verified: probe?.method === known.request.method && isFound(known, probe),
      request: { method: known.request.method, url },
      edit: change?.edit ?? null,
    });
  }
  return fixes.sort((one, other) => Number(other.verified) - Number(one.verified)).slice(0, 3);
}

async function proposeMethod(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  if (top.kind === "preflight" || known.request.method === "OPTIONS") {
    return [proposePreflight(known, top)];
  }
  if (top.kind === "upgrade-lost") {
    return [];
  }
  const written = findOtherMethods(known).map((near) => near.route.method);
  const twin = top.kind === "head-not-routed" ? ["GET"] : [];
  const isSafe = isSafeMethod(known.request.method);
  const allowed = findAllowed(known).toSorted(
    (one, other) => Number(isSafeMethod(other) === isSafe) - Number(isSafeMethod(one) === isSafe),
  );
  const methods = [...new Set([...twin, ...written, ...allowed])].filter(
    (method) => !["ANY", "HEAD", "WEBSOCKET", known.request.method].includes(method),
  );
  const fixes: Fix[] = [];
  for (const method of methods.slice(0, 3)) {
    const probe = method === "GET" ? resultsOf(known, "twin")[0]?.probe : undefined;
    fixes.push({
      kind: "edit-request",
      title: `Send it as ${method}`,
      confidence: top.confidence,
      verified: probe !== undefined && sortAnswer(probe) === "answers",
      request: { method, url: known.request.url },
      edit: await editMethod(known, method, files),
    });
  }
  return fixes;
}

/** The browser goes on asking, so only the service can mend it. */
function proposePreflight(known: Known, top: RankedCause): Fix {
  const route = findOtherMethods(known)[0]?.route ?? known.match.matched;
  const place = route ? `: ${route.file}:${route.line}` : "";
  return {
    kind: "edit-route",
    title: `Answer OPTIONS on this path, by CORS handling before the routes${place}`,
    confidence: top.confidence,
    verified: false,
    request: { method: known.request.method, url: known.request.url },
    edit: null,
  };
}

function proposeRoute(known: Known, top: RankedCause): readonly Fix[] {
  const written = findWritten(known).map((near) => near.route);
  const isOfKind = ({ problems }: Route) => problems.some((problem) => problem === top.kind);
  const over = top.kind === "shadowed" ? findPassedOver(known) : null;
  const route = written.find(isOfKind) ?? over ?? known.match.matched ?? written[0];
  if (!route) {
    return proposeRightName(known, top);
  }
  const before = route.culprit ?? (route === over ? known.match.matched : findTaker(known));
  const place = `${before?.file ?? ""}:${before?.line ?? ""}`;
  const { unloaded } = known.surroundings;
  const titles: Readonly<Record<string, string>> = {
    "not-registered":
      unloaded !== null
        ? `Import ${unloaded.file} where the application is made${unloaded.beside ? `, as ${unloaded.beside.file}:${unloaded.beside.line} does for others` : ""}`
        : route.culprit === null
          ? `Mount the router of ${route.file} in the application`
          : `Add ${route.method} ${route.path} before its router is mounted at ${place}`,
    shadowed: `Register ${route.method} ${route.path} before ${place}`,
    "after-catch-all": `Register ${route.method} ${route.path} before ${nameCatchAll(known, route)}`,
    "missing-handler": `Write the handler that ${route.file}:${route.line} names`,
    "not-deployed": `Check which build runs there; deploy or restart the one that holds ${route.file}:${route.line}`,
  };
  return [
    {
      kind: top.kind === "not-registered" ? "register-route" : top.kind === "not-deployed" ? "ask" : "edit-route",
      title: titles[top.kind] ?? `Serve ${route.method} ${route.path}`,
      confidence: top.confidence,
      verified: false,
      request: { method: known.request.method, url: known.request.url },
      edit: null,
    },
  ];
}

/** The name under which a framework takes a file for a route. */
function proposeRightName(
  { request, surroundings: { misnamed } }: Known,
  { kind, confidence }: RankedCause,
): readonly Fix[] {
  return misnamed === null || kind !== "not-registered"
    ? []
    : [
        {
          kind: "register-route",
          title: `Rename ${misnamed.location.file} to ${misnamed.right}`,
          confidence,
          verified: false,
          request: { method: request.method, url: request.url },
          edit: null,
        },
      ];
}

/** What takes every path: the catch-all that the table names, or the one mount of files of the workspace. */
function nameCatchAll(known: Known, { culprit }: Route): string {
  const { clues } = known;
  const mounts = clues.filter(({ kind, value }) => kind === "file-host" && /StaticFiles\(/.test(value));
  const place = culprit ?? findTaker(known) ?? (mounts.length === 1 ? mounts[0]?.location : undefined);
  return place ? `the catch-all at ${place.file}:${place.line}` : "what takes every path";
}

function proposeVariable(known: Known, name: string, confidence: number): Fix {
  const environment = known.request.environment === null ? "" : ` in environment ${known.request.environment}`;
  return {
    kind: "edit-variable",
    title: `Define ${name}${environment}`,
    confidence,
    verified: false,
    request: null,
    edit: null,
  };
}

/** Credentials that the request lacks and another request of the file sends; for whom it is hidden all the same, who could open it. */
async function proposeAccess(known: Known, top: RankedCause, files: Files): Promise<readonly Fix[]> {
  const shown = top.kind === "masked-endpoint" ? await proposeVariants(known, top, files) : [];
  const own = shown.filter((fix) => fix.environment === undefined);
  return own.length > 0 ? own : askForAccess(known, top);
}

/** One fix for each request, the verified ones first; beside those, another edit of the request that nothing speaks for is left out. */
function mergeFixes(fixes: readonly Fix[]): readonly Fix[] {
  const merged = new Map<string, Fix>();
  for (const fix of fixes.toSorted((one, other) => Number(other.verified) - Number(one.verified))) {
    const key = `${fix.request?.method} ${fix.request?.url}`;
    if (!merged.has(key)) {
      merged.set(key, fix);
    }
  }
  const all = [...merged.values()];
  const isEdit = ({ kind }: Fix) => kind === "edit-request" || kind === "edit-variable";
  return all[0]?.verified ? all.filter((fix) => fix.verified || !isEdit(fix)) : all;
}

/** The rule that hands the path on wrongly, as a thing to edit; what it should say is for its author. */
function proposeRewrite(known: Known, top: RankedCause): readonly Fix[] {
  const titles: Readonly<Record<string, string>> = {
    "proxy-strips-prefix": "Let the proxy keep the prefix",
    "proxy-keeps-prefix": "Let the proxy remove the prefix",
    "proxy-joins-wrong": "Let both sides of the proxy's rule end with a slash, or neither",
    "rewrite-rule": "Let the rewrite lead to a path that is served",
  };
  const { misplaced, taken } = known.surroundings;
  const faulty = taken === null ? misplaced : { ...taken, location: taken.passing };
  const directive = top.kind === "rewrite-rule" ? faulty : null;
  const title = directive ? `Write "${directive.right}" there` : titles[top.kind];
  const fate = findRewriteFates(known).find(({ fault }) => fault !== null);
  if (title === undefined || (fate === undefined && findDoubledJoin(known, top) !== null)) {
    return proposeJoin(known, top);
  }
  const rule = directive?.location ?? fate?.rewrite;
  const place = rule ? `: ${rule.file}:${rule.line}` : "";
  return [
    {
      kind: "edit-rewrite",
      title: `${title}${place}`,
      confidence: top.confidence,
      verified: false,
      request: { method: known.request.method, url: known.request.url },
      edit: null,
    },
  ];
}
