/** Why a request got no response; `code` is stable, `message` is one sentence that says what to do. */
export interface Failure {
  readonly code:
    | "no-such-host"
    | "refused"
    | "reset"
    | "timed-out"
    | "tls"
    | "protocol"
    | "too-large"
    | "too-many-redirects"
    | "unsupported-scheme"
    | "invalid-request"
    | "cancelled"
    | "network";
  readonly message: string;
}

/** A response as received; field names keep their case and order, content is decoded and kept up to the limit. */
export interface Response {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array;
  /** The content as text by the charset of its media type, BOM, then UTF-8. */
  readonly text: string;
  /** Size of the content on the wire; `truncated` when it is larger than what is kept. */
  readonly size: number;
  readonly truncated: boolean;
}

/** One request and its response or failure; redirects make more than one hop. */
export interface Hop {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly response: Response | null;
  readonly failure: Failure | null;
  readonly startedAt: number;
  readonly ms: number;
}

/** A request as it went over the wire; there is at least one hop, and the last one carries the outcome. */
export interface Exchange {
  readonly hops: readonly Hop[];
  readonly response: Response | null;
  readonly failure: Failure | null;
  readonly ms: number;
}
