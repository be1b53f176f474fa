import type { Exchange } from "./exchange.ts";
import type { Location } from "./place.ts";
import type { Provenance, ResolvedRequest } from "./request.ts";

/** The six steps of a diagnosis, in their order. */
export type StepId = "capture" | "existence" | "identifier" | "routing" | "masking" | "comparison";

/** The one coordinate that a probe changes. */
export type Coordinate =
  | "nothing"
  | "path"
  | "version"
  | "prefix"
  | "slash"
  | "case"
  | "encoding"
  | "identifier"
  | "method"
  | "host"
  | "scheme"
  | "tenant"
  | "region"
  | "environment"
  | "credentials"
  | "negotiation"
  | "cache";

/** One controlled experiment that was sent, and what came back. */
export interface Probe {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly varies: Coordinate;
  readonly why: string;
  readonly exchange: Exchange;
}

/** A weight for (above 0) or against (below 0) one kind of cause. */
export interface Weight {
  readonly cause: string;
  readonly kind: string;
  readonly weight: number;
}

/** One observation: a sentence, what it weighs, and where it can be seen. */
export interface Evidence {
  readonly id: string;
  readonly step: StepId;
  readonly statement: string;
  readonly weighs: readonly Weight[];
  readonly probe: string | null;
  readonly location: Location | null;
}

/** A place worth opening, and the part it plays. */
export interface Link extends Location {
  readonly role:
    | "candidate-route"
    | "broken-route"
    | "mount"
    | "shadowing-route"
    | "catch-all"
    | "handler"
    | "rewrite"
    | "spec"
    | "reference"
    | "variable"
    | "change";
  readonly label: string;
}

/** A change that would cure the miss; `verified` when a probe of the fixed request did not answer 404. */
export interface Fix {
  readonly kind:
    | "edit-request"
    | "edit-variable"
    | "edit-route"
    | "edit-rewrite"
    | "add-redirect"
    | "gone-410"
    | "register-route"
    | "ask"
    | "wait";
  readonly title: string;
  readonly confidence: number;
  readonly verified: boolean;
  readonly request: { readonly method: string; readonly url: string } | null;
  /** The environment to select, where that is the change. */
  readonly environment?: string;
  /** Null when there is no edit to make in a file. */
  readonly edit: LineEdit | null;
}

/** Replaces the whole text of one line, for as long as it still reads as it did; the line is 1-based, the texts hold no end of the line. */
export interface LineEdit {
  readonly file: string;
  readonly line: number;
  readonly oldText: string;
  readonly newText: string;
}

/** How one step ended; a skipped step gives its reason as its finding. */
export interface Step {
  readonly id: StepId;
  readonly status: "done" | "finding" | "inconclusive" | "skipped";
  readonly findings: readonly string[];
}

/** One ranked cause and the evidence that speaks for it. */
export interface RankedCause {
  readonly cause: string;
  readonly kind: string;
  readonly confidence: number;
  readonly evidence: readonly string[];
}

/** The best-supported cause in one plain sentence; `cause` and `kind` are null when the evidence decides nothing. */
export interface Verdict {
  readonly cause: string | null;
  readonly kind: string | null;
  readonly confidence: number;
  readonly summary: string;
}

/** The places that a part of a request came from, in its order; empty for a part that is not there. */
export type Origins = readonly Provenance[];

/** The tuple that the server looked up, and where each part of it came from. */
export interface Lookup {
  readonly path: string;
  readonly pattern: string | null;
  readonly identifiers: readonly { readonly name: string; readonly value: string; readonly from: Origins }[];
  readonly scope: {
    readonly host: string;
    readonly version: string | null;
    readonly tenant: string | null;
    readonly region: string | null;
  };
  readonly from: Readonly<Record<"path" | "host" | "version" | "tenant" | "region", Origins>>;
  readonly requestId: string | null;
  readonly at: string;
}

/** Who answered, and what gave it away. */
export interface Responder {
  readonly layer: "edge" | "proxy" | "static" | "router" | "application" | "cache" | "unknown";
  readonly name: string;
  readonly because: string;
}

/** How an investigation ended. */
export type Outcome = "not-found" | "soft-not-found" | "answered" | "unreachable" | "refused-by-policy" | "not-sent";

/** One finished investigation, everything that is shown comes from here. */
export interface Diagnosis {
  readonly id: string;
  readonly outcome: Outcome;
  readonly request: ResolvedRequest;
  readonly exchange: Exchange | null;
  readonly lookup: Lookup;
  readonly responder: Responder | null;
  readonly verdict: Verdict;
  readonly causes: readonly RankedCause[];
  readonly steps: readonly Step[];
  readonly evidence: readonly Evidence[];
  readonly probes: readonly Probe[];
  readonly links: readonly Link[];
  readonly fixes: readonly Fix[];
  readonly avoid: readonly string[];
  readonly verify: readonly string[];
}
