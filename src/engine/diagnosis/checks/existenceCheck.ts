import type { Location } from "../../model/place.ts";

/** What must hold of a response: a status, and a JSONPath that finds something; null leaves either open. */
export interface Expectation {
  readonly status: number | null;
  readonly jsonPath: string | null;
}

/** A way to look a thing up besides the endpoint that missed it, as a person configured it; it is only ever read with GET or HEAD. */
export interface ExistenceCheck {
  readonly name: string;
  /** With `{name}` for a parameter of the path, `{id}` for the last one, and `{{variables}}` of the request's environment. */
  readonly url: string;
  readonly method: "GET" | "HEAD";
  readonly headers: readonly (readonly [string, string])[];
  /** The paths it is meant for, such as `/api/v1/orders/{id}`; null for every path that holds an identifier. */
  readonly route: string | null;
  /** What shows that the thing is there; with nothing set any 2xx does. */
  readonly exists: Expectation;
  /** What shows that it is there but marked as deleted; null when nothing does. */
  readonly deleted: Expectation | null;
  readonly location: Location | null;
}

/** The checks of a workspace, and a sentence for each that cannot be used. */
export interface ExistenceChecks {
  readonly checks: readonly ExistenceCheck[];
  readonly problems: readonly string[];
}
