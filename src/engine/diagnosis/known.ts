import type { ProbeRefusal } from "../exchange/probes/probeSender.ts";
import type { Coordinate, Probe, StepId } from "../model/diagnosis.ts";
import type { Location } from "../model/place.ts";
import type { ResolvedRequest } from "../model/request.ts";
import type { Match, RouteTable } from "../model/route.ts";
import type { StaticFinding } from "../requests/findings/staticFinding.ts";
import type { TargetUri } from "../targetUri.ts";
import type { ReadyChecks } from "./checks/resolveChecks.ts";
import type { Identifier } from "./identifiers/identifiers.ts";
import type { Identities } from "./identities.ts";
import type { ResponderFinding } from "./responders/responder.ts";
import type { Mention } from "./responses/earlierResponses.ts";
import type { ReceivedPath } from "./responses/receivedPath.ts";
import type { ResponseFacts } from "./responses/responseFacts.ts";
import type { CauseKind } from "./verdict/causes.ts";
import type { RuleId } from "./verdict/weights/index.ts";
import type { OtherBase } from "./workspace/clients/otherBases.ts";
import type { Clue } from "./workspace/clues.ts";
import type { Condition } from "./workspace/handlers/condition.ts";
import type { Gate } from "./workspace/handlers/gates.ts";
import type { HandlerSource } from "./workspace/handlers/handlerSource.ts";
import type { Past } from "./workspace/past.ts";
import type { Enclosing } from "./workspace/records/enclosing.ts";
import type { Holder } from "./workspace/records/holders.ts";
import type { Surroundings } from "./workspace/surroundings.ts";

/** The part an experiment plays; steps find the results they can read by it. */
export type Role =
  | "control-path"
  | "control-below"
  | "control-identifier"
  | "control-taker"
  | "twin"
  | "near"
  | "collection"
  | "parents"
  | "page"
  | "neighbour"
  | "sibling"
  | "mate"
  | "options"
  | "options-control"
  | "options-beside"
  | "options-mate"
  | "variant"
  | "elsewhere"
  | "repeat"
  | "identity"
  | "check";

/** How a variant's answer is read: the rules for an answer and for a miss, and the sentences that go with them. */
export interface Reading {
  readonly step: StepId;
  readonly answers: RuleId;
  readonly misses: RuleId | null;
  /** The line that made this worth asking. */
  readonly location?: Location;
  readonly claim: (status: number) => string;
  readonly statement: (status: number) => string;
}

/**
 * A request that could be sent: the failing one with exactly one coordinate changed. `tests` names the kinds that its
 * answer speaks for or against; `value` is what it is worth whatever the leading hypotheses are.
 */
export interface Experiment {
  readonly id: string;
  readonly role: Role;
  readonly varies: Coordinate;
  readonly why: string;
  readonly request: ResolvedRequest;
  readonly tests: readonly CauseKind[];
  readonly value: number;
  /** How long to wait before it is sent, in ms. */
  readonly after?: number;
  readonly reading?: Reading;
}

/** An experiment that was sent, with what came back. */
export interface Result {
  readonly experiment: Experiment;
  readonly probe: Probe;
}

/** A file that a URL path names: the path as the file is spelt, the file, and whether the URL spells it so too. */
export interface FileMatch {
  readonly isExact: boolean;
  readonly path: string;
  readonly file: string;
}

/** Everything an investigation knows at one moment; steps and experiments are pure functions of it. */
export interface Known {
  readonly request: ResolvedRequest;
  readonly target: TargetUri;
  readonly identifiers: readonly Identifier[];
  readonly routes: RouteTable;
  readonly match: Match;
  readonly siblings: readonly ResolvedRequest[];
  readonly elsewhere: readonly ResolvedRequest[];
  /** The base URLs that the file sets beside the one of the request, each for another region or environment. */
  readonly otherBases: readonly OtherBase[];
  /** Whom a person chose to compare; null when nobody did. */
  readonly identities: Identities | null;
  /** The earlier responses of this session that speak of the thing; looked for at the end as well. */
  readonly mentions: readonly Mention[];
  /** What else of the workspace holds the last identifier; looked for once the request missed. */
  readonly holders: readonly Holder[];
  /** The names under which those places write it. */
  readonly enclosing: readonly Enclosing[];
  /** How else to look the thing up, as a person configured it. */
  readonly checks: ReadyChecks;
  /** The file of the workspace that the path names, letter case aside; null when there is none. */
  readonly named: FileMatch | null;
  /** The source of the handler that the request reaches; null when it is unknown. */
  readonly handler: HandlerSource | null;
  /** The condition under which the reached route is registered at all; null when there is none. */
  readonly condition: Condition | null;
  /** Code on the way to that handler that can itself answer that nothing is there; null where none is seen. */
  readonly gate: Gate | null;
  readonly findings: readonly StaticFinding[];
  /** What lines of the workspace set that no route says; empty until an answer asks for an explanation. */
  readonly clues: readonly Clue[];
  /** What data and descriptions say of the very thing that misses. */
  readonly surroundings: Surroundings;
  /** What commits did to this route or identifier; empty where no past is lent. */
  readonly past: Past;
  /** Null while nothing was sent. */
  readonly replay: Probe | null;
  readonly responder: ResponderFinding | null;
  readonly facts: ResponseFacts | null;
  /** The path that the answer says was looked up; null when it names none. */
  readonly received: ReceivedPath | null;
  /** The file that the answer says the server looked for; null when it names none. */
  readonly sought: string | null;
  readonly results: readonly Result[];
  /** The experiments that were not sent after all, by their id, with the reason. */
  readonly withheld: ReadonlyMap<string, ProbeRefusal>;
}

/** One thing seen, by a rule of the weights table; `claim` is the verdict's sentence when this is its strongest proof. */
export interface Observation {
  readonly step: StepId;
  readonly rule: RuleId;
  readonly statement: string;
  readonly claim: string | null;
  readonly probe: string | null;
  readonly location: Location | null;
}

/** What one step says: its status, plain findings that weigh nothing, and its observations. */
export interface StepReport {
  readonly id: StepId;
  readonly status: "done" | "finding" | "inconclusive" | "skipped";
  readonly remarks: readonly string[];
  readonly observations: readonly Observation[];
}

/** The results of one role, in the order they were sent. */
export function resultsOf(known: Known, role: Role): readonly Result[] {
  return known.results.filter((result) => result.experiment.role === role);
}

/** A step's report whose status follows from what it saw: anything weighed makes it a finding. */
export function reportStep(id: StepId, observations: readonly Observation[], remarks: readonly string[]): StepReport {
  return { id, status: observations.length > 0 ? "finding" : "done", remarks, observations };
}
