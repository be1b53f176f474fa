import { planMasking } from "./diagnosis/experiments/scopes/masking.ts";
import { proposeFixes } from "./diagnosis/fixes/proposeFixes.ts";
import { listIdentities } from "./diagnosis/identities.ts";
import {
  knowStatically,
  listProbes,
  openProbes,
  readAround,
  replay,
  sendExperiment,
} from "./diagnosis/investigation.ts";
import type { Known, StepReport } from "./diagnosis/known.ts";
import { chooseExperiment } from "./diagnosis/ladder.ts";
import { refineResponder } from "./diagnosis/responders/refineResponder.ts";
import { findMentions } from "./diagnosis/responses/earlierResponses.ts";
import { learnServedPrefix } from "./diagnosis/servedPrefix.ts";
import { steps } from "./diagnosis/steps/index.ts";
import { adviseAgainst, adviseVerification } from "./diagnosis/verdict/advice.ts";
import { collectEvidence, judge, limitCauses, rankCauses } from "./diagnosis/verdict/judge.ts";
import { collectLinks } from "./diagnosis/verdict/links.ts";
import { readLookup } from "./diagnosis/verdict/lookup.ts";
import { classifyExchange, isMissAfterAll, isMissSuspected } from "./diagnosis/verdict/outcome.ts";
import { findBlocking, sayUndecided } from "./diagnosis/verdict/undecided.ts";
import { linkHost, sayUnreachable } from "./diagnosis/verdict/unreachable.ts";
import { listOnce } from "./diagnosis/workspace/listOnce.ts";
import { findStaleUses } from "./diagnosis/workspace/records/staleUses.ts";
import { traceIdentifier } from "./diagnosis/workspace/records/traceIdentifier.ts";
import type { DiagnoseWorld } from "./diagnosis/world.ts";
import { needsConsent } from "./exchange/probes/policy.ts";
import type { Diagnosis, Link, Outcome, Step, StepId, Verdict } from "./model/diagnosis.ts";
import type { ResolvedRequest } from "./model/request.ts";
import { findSecretCookies } from "./secrets.ts";
import { inTurns } from "./turns.ts";

/** What the investigation is doing now, for a progress display. */
export interface Progress {
  readonly step: StepId;
  readonly message: string;
}

/**
 * Investigates one request: what is static first, then the replay, then the probes that best separate the leading
 * causes. Yields its progress and returns one diagnosis; it rejects only when a host's port does.
 */
export async function* diagnose(request: ResolvedRequest, lent: DiagnoseWorld): AsyncGenerator<Progress, Diagnosis> {
  const world = { ...lent, files: listOnce(lent.files) };
  const startedAt = world.clock.now();
  yield { step: "capture", message: "Reading the request" };
  let known = await knowStatically(request, world);
  const refusal = await refuse(known, world);
  if (refusal) {
    return conclude(known, refusal, world, startedAt);
  }
  yield { step: "capture", message: `Sending ${request.method} ${request.url}` };
  known = await replay(known, world);
  const exchange = known.replay?.exchange;
  let outcome = exchange ? classifyExchange(exchange, known.match) : "unreachable";
  const isSuspected = outcome === "answered" && isMissSuspected(known);
  if (isSuspected || outcome === "not-found" || outcome === "soft-not-found") {
    known = await readAround(known, world);
  }
  if (isSuspected) {
    known = yield* probe(known, world, "control-path");
    outcome = isMissAfterAll(known) ? "soft-not-found" : "answered";
  }
  if (outcome === "not-found" || outcome === "soft-not-found") {
    known = yield* probe(known, world);
  }
  return conclude(known, outcome, world, startedAt);
}

/** Climbs the ladder of experiments until the verdict is clear, or until the one named was sent. */
async function* probe(start: Known, world: DiagnoseWorld, until?: string): AsyncGenerator<Progress, Known> {
  let known = start;
  const sender = openProbes(known, world);
  while (world.sending !== "nothing" && sender.remaining() > 0) {
    // A check that a person asked for is no probe that they turned off.
    const [asked] = planMasking(known);
    const experiment = world.sending === "allowed" ? await chooseExperiment(known) : asked;
    if (!experiment) {
      break;
    }
    yield { step: stepOf[experiment.role], message: `Probing the ${experiment.varies}: ${experiment.why}` };
    const next = await sendExperiment(known, experiment, sender, world.signal);
    if (!next) {
      break;
    }
    known = await learnServedPrefix(next, world);
    if (experiment.id === until || known.withheld.get(experiment.id)?.kind === "paused") {
      break;
    }
  }
  return known;
}

const stepOf: Readonly<Record<Known["results"][number]["experiment"]["role"], StepId>> = {
  "control-path": "routing",
  "control-below": "routing",
  "control-identifier": "identifier",
  "control-taker": "routing",
  twin: "routing",
  near: "routing",
  collection: "existence",
  parents: "existence",
  page: "routing",
  neighbour: "existence",
  sibling: "existence",
  mate: "routing",
  options: "routing",
  "options-control": "routing",
  "options-beside": "routing",
  "options-mate": "routing",
  variant: "routing",
  elsewhere: "comparison",
  repeat: "existence",
  identity: "masking",
  check: "existence",
};

/** Why the request is not sent at all, or null when it may be. */
async function refuse(known: Known, world: DiagnoseWorld): Promise<Outcome | null> {
  if (known.request.unresolved.length > 0 || findBlocking(known)) {
    return "not-sent";
  }
  if (world.sending === "nothing") {
    return "refused-by-policy";
  }
  return !needsConsent(known.request) || (await world.consent.allows(known.request)) ? null : "refused-by-policy";
}

async function conclude(asked: Known, outcome: Outcome, world: DiagnoseWorld, startedAt: number): Promise<Diagnosis> {
  const isMiss = outcome !== "answered" && outcome !== "unreachable";
  // What was not sent is traced now; what missed was traced before its first probe.
  const traced = isMiss && asked.replay === null ? await traceIdentifier(asked, world) : asked;
  const known = isMiss ? { ...traced, mentions: findMentions(traced, world.earlier ?? []) } : traced;
  const reports: StepReport[] = [];
  for await (const examine of inTurns(steps)) {
    reports.push(isMiss ? examine(known) : leaveOut(examine(known), outcome));
  }
  const observations = reports.flatMap((report) => report.observations);
  const causes = limitCauses(rankCauses(observations), observations);
  const verdict = isMiss ? judge(causes, observations, sayUndecided(known)) : sayOutcome(known, outcome);
  const top = verdict.cause === null ? undefined : causes[0];
  const evidence = collectEvidence(observations);
  const fixes = isMiss ? await proposeFixes(known, top, world.files) : [];
  const uses = isMiss ? await findStaleUses(known, top, fixes, world.files) : [];
  return {
    id: crypto.randomUUID(),
    outcome,
    request: { ...known.request, secrets: collectSecrets(known) },
    exchange: known.replay?.exchange ?? null,
    lookup: readLookup(known, startedAt),
    responder: refineResponder(known),
    verdict,
    causes,
    steps: reports.map(summarize),
    evidence,
    probes: [...(known.replay ? [known.replay] : []), ...listProbes(known)],
    links: isMiss ? [...collectLinks(known, top, fixes, evidence), ...uses] : linksOfOutcome(known, outcome),
    fixes,
    avoid: adviseAgainst(known, verdict),
    verify: adviseVerification(known, verdict, fixes, uses),
  };
}

/**
 * Also the secrets of the requests that are only compared with, and what servers gave as one: their values may come back in a probe or
 * in an answer.
 */
function collectSecrets(known: Known): readonly string[] {
  const compared = [
    ...known.siblings,
    ...known.elsewhere,
    ...listIdentities(known.identities).map(({ request }) => request),
    ...known.checks.checks.map(({ request }) => request),
  ];
  const exchanges = [known.replay, ...known.results.map(({ probe }) => probe)].map(
    (probe) => probe?.exchange.hops ?? [],
  );
  const given = exchanges.flat().flatMap(({ response }) => findSecretCookies(response?.headers ?? []));
  return [...new Set([...[known.request, ...compared].flatMap(({ secrets }) => secrets), ...given])];
}

/** Only the capture says anything of a request that has nothing to diagnose. */
function leaveOut(report: StepReport, outcome: Outcome): StepReport {
  if (report.id === "capture") {
    return report;
  }
  const reason = outcome === "answered" ? "The request answers." : "No response came back.";
  return { id: report.id, status: "skipped", remarks: [reason], observations: [] };
}

function summarize(report: StepReport): Step {
  const findings = [...report.remarks, ...report.observations.map((observation) => observation.statement)];
  return { id: report.id, status: report.status, findings };
}

function linksOfOutcome(known: Known, outcome: Outcome): readonly Link[] {
  return outcome === "unreachable" ? linkHost(known) : [];
}

function sayOutcome(known: Known, outcome: Outcome): Verdict {
  const status = known.replay?.exchange.response?.status;
  const summary =
    outcome === "answered" ? `The request answers ${status}: there is no 404 to diagnose.` : sayUnreachable(known);
  return { cause: null, kind: null, confidence: 0, summary };
}
