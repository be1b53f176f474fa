import type { Responder } from "../../../model/diagnosis.ts";

/** Where in the chain of servers an answer was made. */
type Layer = Responder["layer"];

/** Which lookup failed: that of a route, that of a thing behind a route, or one that the answer does not tell. */
export type Miss = "router" | "handler" | "unknown";

/** Another product or role that gives the same answer. */
export interface Candidate {
  readonly name: string;
  readonly layer: Layer;
}

/** What a response must show for a rule to hold; everything that is given must hold. */
export interface Matcher {
  /** 404 when it is left out. */
  readonly status?: readonly number[];
  /** Patterns of field values by lower-case name; a field that is absent matches nothing. */
  readonly fields?: Readonly<Record<string, RegExp>>;
  /** Fields that must be absent, in lower case. */
  readonly without?: readonly string[];
  /** A pattern of the first part of the body, or that there is no content; answers to HEAD never match. */
  readonly body?: RegExp | "empty";
  /** The top-level keys of a JSON object, all of them and no other, in any order. */
  readonly keys?: readonly string[];
  /** Patterns of JSON values by dotted path; array items are reached by their index. */
  readonly values?: Readonly<Record<string, RegExp>>;
}

/** A response that the rule was made from or for. */
interface Example {
  readonly status: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly body: string;
}

/**
 * One way to recognise who answered. `because` completes "the answer shows ..."; `confidence` is how often the named
 * product is the right one when the rule holds, the alternatives being the rest.
 */
export interface ResponderRule {
  readonly id: string;
  readonly product: string;
  readonly layer: Layer;
  readonly miss: Miss;
  readonly confidence: number;
  readonly because: string;
  readonly when: Matcher;
  readonly alternatives: readonly Candidate[];
  readonly example: Example;
}
