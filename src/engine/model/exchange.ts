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
    | "blocked"
    | "proxy"
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
  /** Why the content is cut short or could not be decoded, when that is the case; status and fields hold all the same. */
  readonly contentFailure?: Failure;
  /** Trailer fields, which are never merged into `headers`. */
  readonly trailers?: readonly (readonly [string, string])[];
}

/** How long each part of a hop took, in ms; null for a part that did not happen (a reused connection, no TLS, no answer). */
export interface Timings {
  readonly dns: number | null;
  readonly connect: number | null;
  readonly tls: number | null;
  readonly sent: number | null;
  readonly firstByte: number | null;
  readonly content: number | null;
}

/** Something about a hop that a reader must know and that neither request nor response says. */
export type HopNote =
  | { readonly kind: "credentials-dropped"; readonly fields: readonly string[] }
  | { readonly kind: "https-to-http" }
  | { readonly kind: "recorded" }
  | { readonly kind: "certificate-not-verified"; readonly reason: string }
  | { readonly kind: "informational"; readonly statuses: readonly number[] }
  | { readonly kind: "soft-redirect"; readonly to: string; readonly by: "refresh" | "meta-refresh" | "script" }
  | { readonly kind: "proxied"; readonly by: string }
  | { readonly kind: "sent-twice"; readonly reason: string };

/** One request and its response or failure (or both: a redirect that was not followed); redirects make more than one hop. */
export interface Hop {
  readonly method: string;
  readonly url: string;
  readonly requestHeaders: readonly (readonly [string, string])[];
  readonly response: Response | null;
  readonly failure: Failure | null;
  readonly startedAt: number;
  readonly ms: number;
  /** The request target as it stood on the wire. */
  readonly target?: string;
  readonly requestBody?: Uint8Array | null;
  /** `HTTP/1.1` or `HTTP/2`, once a connection was made. */
  readonly protocol?: string;
  /** The address that answered; absent where a proxy answered for it. */
  readonly remoteAddress?: string;
  readonly timings?: Timings;
  readonly notes?: readonly HopNote[];
}

/** A request as it went over the wire; there is at least one hop, and the last one carries the outcome. */
export interface Exchange {
  readonly hops: readonly Hop[];
  readonly response: Response | null;
  readonly failure: Failure | null;
  readonly ms: number;
}
