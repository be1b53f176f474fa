import type { ProbeRefusal } from "../../../exchange/probes/probeSender.ts";
import { isRecorded } from "../../../exchange/recordedExchanger.ts";
import type { Location } from "../../../model/place.ts";
import type { ResolvedPart, UnresolvedVariable } from "../../../model/request.ts";
import { type Known, type Observation, reportStep, type StepReport } from "../../known.ts";
import { observePlaceholderSource, remarkBuilders } from "./builders.ts";
import { observeFindings, remarkFindings } from "./findings.ts";

/** Step capture: the request really sent, the places its parts came from, and what is wrong with it before any server. */
export function examineCapture(known: Known): StepReport {
  const observations = known.request.unresolved.map(observeUnresolved);
  const remarks = [
    ...describeRequest(known),
    ...describeAnswer(known),
    ...remarkFindings(known),
    ...remarkBuilders(known),
    ...sayWithheld(known),
  ];
  return reportStep(
    "capture",
    [...observations, ...observeFindings(known), ...observePlaceholderSource(known)],
    remarks,
  );
}

function observeUnresolved(variable: UnresolvedVariable): Observation {
  const hint = variable.similar[0] === undefined ? "" : ` Did you mean {{${variable.similar[0]}}}?`;
  const { statement, claim } = sayMissing(variable);
  return {
    step: "capture",
    rule: "variable-unresolved",
    statement: `${statement}${hint}`,
    claim: `${claim}${hint}`,
    probe: null,
    location: variable.usedAt ?? variable.defineAt,
  };
}

function sayMissing({ name, needs, because }: UnresolvedVariable): {
  readonly statement: string;
  readonly claim: string;
} {
  if (needs?.kind === "response") {
    const statement = `{{${name}}} is taken from the response of ${needs.request}, which is not at hand.`;
    return { statement, claim: `The request was not sent: ${statement} Send ${needs.request} first.` };
  }
  if (needs?.kind === "answer") {
    const statement = `{{${name}}} asks a person for a value, and none was given.`;
    return { statement, claim: `The request was not sent: ${statement}` };
  }
  if (because !== undefined) {
    return { statement: because, claim: `The request was not sent: ${because}` };
  }
  return {
    statement: `Nothing defines the variable {{${name}}}.`,
    claim: `The variable {{${name}}} is not defined, so the request cannot be built as meant and was not sent.`,
  };
}

const toldRefusals = new Set<ProbeRefusal["kind"]>(["paused", "not-allowed", "side-effect"]);

/** Why something was not probed that a person may want to have probed: a host or a person did not want it, or it may change something. */
function sayWithheld({ withheld }: Known): readonly string[] {
  const told = [...withheld.values()].filter(({ kind }) => toldRefusals.has(kind));
  return [...new Set(told.map(({ message }) => message))];
}

function describeRequest(known: Known): readonly string[] {
  const { request, replay } = known;
  const isFromRecord = replay !== null && isRecorded(replay.exchange);
  const verb = replay && !isFromRecord ? "Sent" : "The request, not sent,";
  const environment = request.environment === null ? "" : ` in environment ${request.environment}`;
  const sources = request.urlParts.flatMap(describeSource);
  return [
    `${verb}${verb === "Sent" ? "" : " is"} ${request.method} ${request.url}${environment}.`,
    ...(isFromRecord ? ["The response is the one that was recorded."] : []),
    ...(sources.length > 0 ? [`Its URL takes ${[...new Set(sources)].join(", ")}.`] : []),
  ];
}

function describeSource(part: ResolvedPart): readonly string[] {
  const { from } = part;
  switch (from.kind) {
    case "file-variable":
      return [`{{${from.name}}} from ${place(from.location)}`];
    case "environment":
      return [`{{${from.name}}} from environment ${from.environment} (${place(from.location)})`];
    case "given":
      return [`{{${from.name}}} as given`];
    case "generated":
      return [`{{${from.name}}} as generated`];
    default:
      return [];
  }
}

function describeAnswer(known: Known): readonly string[] {
  const exchange = known.replay?.exchange;
  if (!exchange) {
    return [];
  }
  if (!exchange.response) {
    return [exchange.failure?.message ?? "No response came back."];
  }
  const hops = exchange.hops.slice(0, -1).map((hop) => `${hop.response?.status ?? "?"} from ${hop.url}`);
  const through = hops.length > 0 ? `, after ${hops.join(", ")}` : "";
  const quote = known.facts?.requestId
    ? ` Quote ${known.facts.requestId.from} ${known.facts.requestId.value} to operations.`
    : "";
  const ms = exchange.ms < 10 ? exchange.ms.toFixed(1) : Math.round(exchange.ms);
  const time = isRecorded(exchange) ? "" : ` in ${ms} ms`;
  return [`It answered ${exchange.response.status}${time}${through}.${quote}`];
}

function place(location: Location): string {
  return `${location.file}:${location.line}`;
}
