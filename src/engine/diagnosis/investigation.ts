import type { DiagnoseWorld } from "../diagnose.ts";
import type { Probe } from "../model/diagnosis.ts";
import type { ResolvedRequest } from "../model/request.ts";
import { matchUrl } from "../routes/matchUrl.ts";
import { parseTargetUri, type TargetUri } from "../targetUri.ts";
import { findIdentifiers } from "./identifiers.ts";
import type { Experiment, Known } from "./known.ts";
import { identifyResponder } from "./responder.ts";
import { readResponseFacts } from "./responseFacts.ts";

/** What is known before anything is sent: the target, its identifiers, and how it fares against the route table. */
export function knowStatically(request: ResolvedRequest, world: DiagnoseWorld): Known {
  const target = parseTargetUri(request.url) ?? nowhere(request.url);
  const match = matchUrl(world.routes, request.method, request.url);
  return {
    request,
    target,
    identifiers: findIdentifiers(target, match),
    routes: world.routes,
    match,
    siblings: world.siblings,
    elsewhere: world.elsewhere,
    replay: null,
    responder: null,
    facts: null,
    results: [],
  };
}

/** Sends the request as it is; the answer, who gave it and what it tells become known. */
export async function replay(known: Known, world: DiagnoseWorld): Promise<Known> {
  const exchange = await world.exchanger.send(known.request, world.signal);
  const { method, url } = known.request;
  const probe: Probe = { id: "p1", method, url, varies: "nothing", why: "the request as it is", exchange };
  return { ...known, replay: probe, responder: identifyResponder(exchange), facts: readResponseFacts(exchange) };
}

/** Sends one experiment; its result becomes known. Cancelling ends it as a failed probe. */
export async function sendExperiment(known: Known, experiment: Experiment, world: DiagnoseWorld): Promise<Known> {
  const exchange = await world.exchanger.send(experiment.request, world.signal);
  const { method, url } = experiment.request;
  const id = `p${known.results.length + 2}`;
  const probe: Probe = { id, method, url, varies: experiment.varies, why: experiment.why, exchange };
  return { ...known, results: [...known.results, { experiment, probe }] };
}

/** Whether the server asked to be left alone, after which no further probe is sent. */
export function isAskedToStop(known: Known): boolean {
  const status = known.results.at(-1)?.probe.exchange.response?.status;
  return status === 429 || status === 503;
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
