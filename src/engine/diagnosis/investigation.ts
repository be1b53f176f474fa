import { isLoopbackHost } from "../exchange/connect/hostName.ts";
import { createProbeSender, isRefusal, type ProbeSender } from "../exchange/probes/probeSender.ts";
import type { Probe } from "../model/diagnosis.ts";
import type { ResolvedRequest } from "../model/request.ts";
import type { Match, RouteTable } from "../model/route.ts";
import type { Files } from "../ports.ts";
import { meansProduction } from "../requests/environments/production.ts";
import { findStatic } from "../requests/findings/staticFindings.ts";
import { matchUrlInTurns } from "../routes/match/matchUrl.ts";
import { isOnTheWay, rewritePath } from "../routes/match/rewritePath.ts";
import { parseTargetUri, type TargetUri } from "../targetUri.ts";
import { noChecks } from "./checks/resolveChecks.ts";
import { findAsked } from "./experiments/index.ts";
import { listNamedEntrypoints } from "./experiments/prefixes/entrypoints.ts";
import { findIdentifiers } from "./identifiers/identifiers.ts";
import type { Experiment, FileMatch, Known } from "./known.ts";
import { identifyResponder } from "./responders/responder.ts";
import { readReceivedPath } from "./responses/receivedPath.ts";
import { readResponseFacts } from "./responses/responseFacts.ts";
import { findSoughtFile } from "./responses/soughtFile.ts";
import { isOpenEnded, matchUpstream } from "./responses/upstreamMatch.ts";
import { routedMethod } from "./steps/routing/socket.ts";
import { listAskedBases } from "./workspace/clients/askedBases.ts";
import { findOtherBases } from "./workspace/clients/otherBases.ts";
import { findClues } from "./workspace/clues.ts";
import { findCondition } from "./workspace/handlers/condition.ts";
import { findGate } from "./workspace/handlers/gates.ts";
import { readHandler } from "./workspace/handlers/handlerSource.ts";
import { noPast, readPast } from "./workspace/past.ts";
import { traceBases, traceIdentifier, traceStored } from "./workspace/records/traceIdentifier.ts";
import { noSurroundings, readSurroundings } from "./workspace/surroundings.ts";
import type { DiagnoseWorld } from "./world.ts";

/** What is known before anything is sent: the target, its identifiers, and how it fares against the route table. */
export async function knowStatically(request: ResolvedRequest, world: DiagnoseWorld): Promise<Known> {
  const written = parseTargetUri(request.url) ?? nowhere(request.url);
  // An empty path is sent as "/" (RFC 9112 3.2.1).
  const target = { ...written, path: written.path || "/" };
  const match = matchProxied(
    target,
    world.routes,
    await matchUrlInTurns(world.routes, routedMethod(request), request.url),
  );
  return {
    request,
    target,
    identifiers: findIdentifiers(target, match),
    routes: world.routes,
    match,
    siblings: world.siblings,
    elsewhere: world.elsewhere,
    otherBases: [...(await findOtherBases(request, world.files)), ...listAskedBases(request, world.siblings)],
    identities: world.identities ?? null,
    mentions: [],
    holders: [],
    enclosing: [],
    checks: world.checks ?? noChecks,
    handler: match.matched ? await readHandler(match.matched.handler ?? match.matched, world.files) : null,
    condition: match.matched ? await findCondition(match.matched, world.files) : null,
    gate: match.matched ? await findGate(match.matched, world.files) : null,
    findings: world.written ? findStatic(world.written, request) : [],
    named: isFileServed(match) ? await findNamed(target.path, world.files) : null,
    replay: null,
    responder: null,
    facts: null,
    received: null,
    sought: null,
    clues: [],
    past: noPast,
    surroundings: noSurroundings,
    results: [],
    withheld: new Map(),
  };
}

/** Sends the request as it is; the answer, who gave it and what it tells become known. */
export async function replay(known: Known, world: DiagnoseWorld): Promise<Known> {
  const exchange = await world.exchanger.send(known.request, world.signal);
  const { method, url } = known.request;
  const probe: Probe = { id: "p1", method, url, varies: "nothing", why: "the request as it is", exchange };
  const last = exchange.hops.at(-1)?.url ?? url;
  const received = exchange.response && last === url ? readReceivedPath(exchange.response, url) : null;
  // What is looked up in the end is what the answer names, or where the redirects led to.
  const lookedUp = received?.path ?? (exchange.response ? parseTargetUri(last)?.path : undefined);
  const upstream =
    lookedUp === undefined ? null : matchUpstream(known.routes, known.match, known.target.path, lookedUp);
  return {
    ...known,
    ...(upstream ? { match: upstream, identifiers: findIdentifiers(known.target, upstream) } : {}),
    replay: probe,
    responder: identifyResponder(exchange),
    facts: readResponseFacts(exchange),
    received,
    sought: exchange.response ? await findSoughtFile(exchange.response, world.files) : null,
  };
}

/** Whether a file may stand behind the path: where a route of the application took it, that answers for itself. */
function isFileServed({ matched }: Match): boolean {
  return matched === null || isOpenEnded(matched);
}

/** The match of what the workspace's own proxies make of the path, where that fares better than the path itself. */
function matchProxied(target: TargetUri, routes: RouteTable, direct: Match): Match {
  for (const rewrite of routes.rewrites) {
    const rewritten = isOnTheWay(rewrite, target.origin) ? rewritePath(rewrite, target.path) : null;
    const match = rewritten && matchUpstream(routes, direct, target.path, rewritten.path);
    if (match) {
      return match;
    }
  }
  return direct;
}

/** The sender of an investigation's probes: to its own origin, to those of the other environments, base URLs of the file and configured checks, to other ports of its host that the file names, and to those of this machine that the workspace names. */
export function openProbes(known: Known, world: DiagnoseWorld): ProbeSender {
  const hostname = (url: string) => parseTargetUri(url)?.host.replace(/:\d+$/, "").toLowerCase();
  const neighbours = known.siblings.filter(({ url }) => hostname(url) === hostname(known.request.url));
  const checks = known.checks.checks.map(({ request }) => request);
  const others = known.otherBases.map(({ request, name }) => ({ ...request, environment: name }));
  const named = [known.request, ...known.elsewhere, ...others, ...neighbours, ...checks];
  const { hosts, consent } = world;
  return createProbeSender({
    exchanger: world.exchanger,
    clock: world.clock,
    origins: [...named.map(({ url }) => url), ...listNamedEntrypoints(known)],
    guarded: named.filter((request) => isGuarded(request, known.request)).map(({ url }) => url),
    allows: async (request) => (await consent.allowsProbes?.(request)) ?? false,
    budget: Math.max(0, world.maxProbes - 1),
    heard: known.replay?.exchange ?? null,
    ...(hosts === undefined ? {} : { hosts }),
  });
}

/** Production that the person did not send to themselves, on another machine; its name or that of its environment tells. */
function isGuarded(request: ResolvedRequest, asked: ResolvedRequest): boolean {
  const { host = "", origin = "" } = parseTargetUri(request.url) ?? {};
  const isOwn = origin === parseTargetUri(asked.url)?.origin;
  const isNamed = meansProduction(host) || meansProduction(request.environment ?? "");
  return !isOwn && isNamed && !isLoopbackHost(host.replace(/:\d+$/, ""));
}

/**
 * Sends one experiment, unless another has sent the same; its result becomes known. One that may not be sent becomes withheld; null when no further
 * probe may be sent at all.
 */
export async function sendExperiment(
  known: Known,
  experiment: Experiment,
  sender: ProbeSender,
  signal: AbortSignal,
): Promise<Known | null> {
  const asked = findAsked(known, experiment);
  if (asked) {
    return { ...known, results: [...known.results, { experiment, probe: asked }] };
  }
  if (experiment.after !== undefined) {
    await pause(experiment.after, signal);
  }
  const exchange = await sender.send(experiment.request, signal);
  if (isRefusal(exchange)) {
    const isOver = exchange.kind === "budget" || exchange.kind === "cancelled";
    return isOver ? null : { ...known, withheld: new Map([...known.withheld, [experiment.id, exchange]]) };
  }
  const { method, url } = experiment.request;
  const id = `p${listProbes(known).length + 2}`;
  const probe: Probe = { id, method, url, varies: experiment.varies, why: experiment.why, exchange };
  return { ...known, results: [...known.results, { experiment, probe }] };
}

/** The probes that were sent, each once, whatever was read from it. */
export function listProbes({ results }: Known): readonly Probe[] {
  return [...new Set(results.map(({ probe }) => probe))];
}

/** What the workspace and its past tell of a miss, beyond its routes. */
export async function readAround(known: Known, world: DiagnoseWorld): Promise<Known> {
  const [clues, surroundings, past, traced] = await Promise.all([
    findClues(world.files),
    readSurroundings(known, world.files),
    world.history ? readPast(known, world.history, world.files, world.signal) : known.past,
    traceIdentifier(known, world),
  ]);
  const { stored } = surroundings;
  const placed = await traceBases(await traceStored(traced, stored, world), stored, world);
  return { ...placed, clues, surroundings, past };
}

// A URL that is not absolute yet still has a path that can be read.
function nowhere(url: string): TargetUri {
  const path = /^(?:\{\{[^}]*\}\})?(\/[^?#]*)?/.exec(url)?.[1] ?? "/";
  return (
    parseTargetUri(`http://unresolved${path}`) ?? {
      scheme: "http",
      authority: "",
      host: "",
      origin: "",
      path,
      query: "",
      segments: [],
    }
  );
}

/**
 * The file that shares the longest end with the path, letter case aside; one spelt the same wins. A host of files may serve a
 * folder under another name, so two segments are enough, or one that no second file has.
 */
async function findNamed(path: string, files: Files): Promise<FileMatch | null> {
  if (!/\/[^/]+\.\w{1,8}$/.test(path)) {
    return null;
  }
  const name = path.slice(path.lastIndexOf("/")).toLowerCase();
  const named = (await files.list()).filter(({ file }) => `/${file}`.toLowerCase().endsWith(name));
  const ends = named.map(({ file }) => ({ file, shared: countShared(path, `/${file}`) }));
  const longest = Math.max(0, ...ends.map(({ shared }) => shared));
  const best = ends.filter(({ shared }) => shared === longest);
  const spelt = (file: string) => `/${file}`.split("/").slice(-longest).join("/");
  const lead = path
    .split("/")
    .slice(0, -longest || undefined)
    .join("/");
  const found = best.find(({ file }) => path.endsWith(`/${spelt(file)}`)) ?? best[0];
  if (!found || (longest < 2 && best.length > 1)) {
    return null;
  }
  const corrected = `${lead}/${spelt(found.file)}`;
  return { path: corrected, file: found.file, isExact: corrected === path };
}

/** How many segments two paths share at their end, letter case aside. */
function countShared(one: string, other: string): number {
  const [first, second] = [one, other].map((path) => path.toLowerCase().split("/").slice(1).reverse());
  const differing = (first ?? []).findIndex((segment, index) => segment !== second?.[index]);
  return differing < 0 ? (first?.length ?? 0) : differing;
}

/** Waits, but not longer than the signal lets it. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, signal.aborted ? 0 : ms);
    signal.addEventListener("abort", end);
  });
}
