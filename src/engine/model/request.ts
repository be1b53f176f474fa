import type { Location, Problem, Range, TextFix } from "./place.ts";

/** One header field as written, before variables are resolved. */
export interface WrittenField {
  readonly name: string;
  readonly value: string;
  readonly nameRange: Range;
  readonly valueRange: Range;
}

/** A response recorded in the file beneath its request. */
export interface RecordedResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
  readonly range: Range;
}

/** One request as read from a file, no variable resolved. */
export interface WrittenRequest {
  /** The `# @name`, else the title after `###`, else null. */
  readonly name: string | null;
  readonly method: string;
  /** The URL as written, continuation lines joined. */
  readonly url: string;
  /** `HTTP/1.1` and the like, or null. */
  readonly version: string | null;
  readonly headers: readonly WrittenField[];
  readonly body: string | null;
  readonly bodyFile: string | null;
  readonly bodyRange: Range | null;
  /** Directives such as `@no-redirect`, names in lower case; the value is the empty string when none was given, repeated ones are joined by a line feed. */
  readonly directives: Readonly<Record<string, string>>;
  readonly recorded: RecordedResponse | null;
  /** The first line of its block: its `###` line, else the first comment or directive just above it, else `line`. */
  readonly startLine: number;
  /** The line of the request line and the last line that belongs to the request. */
  readonly line: number;
  readonly endLine: number;
  /** From the first comment or directive of the request to its end. */
  readonly range: Range;
  readonly methodRange: Range | null;
  /** The pieces of the URL in the text: one, or one per continuation line. */
  readonly urlRanges: readonly Range[];
}

/** A variable defined in a request file by `@name = value`. */
export interface FileVariable {
  readonly name: string;
  readonly value: string;
  readonly line: number;
  readonly range: Range;
  readonly valueRange: Range;
}

/** What one pass over a request file yields; parsing never throws. */
export interface RequestFile {
  readonly requests: readonly WrittenRequest[];
  readonly variables: readonly FileVariable[];
  readonly problems: readonly Problem[];
  /** The offsets at which the lines of the text start, where they were found in reading it. */
  readonly lineStarts?: readonly number[];
}

/** Where a part of a resolved text came from. */
export type Provenance =
  | { readonly kind: "written"; readonly location: Location | null }
  | { readonly kind: "file-variable"; readonly name: string; readonly location: Location }
  | { readonly kind: "environment"; readonly name: string; readonly environment: string; readonly location: Location }
  | { readonly kind: "given"; readonly name: string }
  | { readonly kind: "generated"; readonly name: string }
  | { readonly kind: "response"; readonly name: string; readonly request: string; readonly location: Location | null }
  | { readonly kind: "cookie"; readonly name: string; readonly request: string }
  | { readonly kind: "unresolved"; readonly name: string; readonly location: Location | null };

/** A stretch of a resolved text and the place that defines it; the texts of all parts join to the whole. */
export interface ResolvedPart {
  readonly text: string;
  readonly from: Provenance;
  readonly secret: boolean;
}

/** A variable that nothing defines, with the place that uses it and the place where it could be defined. */
export interface UnresolvedVariable {
  readonly name: string;
  readonly usedAt: Location | null;
  readonly defineAt: Location | null;
  /** The defined names nearest to it, best first. */
  readonly similar: readonly string[];
  /** The edit that defines it without a value, in the file of the environment in use or in the request file; absent where neither can be edited. */
  readonly define?: TextFix;
  /** Why it has no value, in one sentence, where there is more to say than that nothing defines it. */
  readonly because?: string;
  /** What would give it a value, where that is not a definition: a response of an earlier request, or a person's answer. */
  readonly needs?:
    | { readonly kind: "response"; readonly request: string }
    | { readonly kind: "answer"; readonly prompt: string; readonly secret: boolean };
}

/** A request as it will be sent. */
export interface ResolvedRequest {
  readonly method: string;
  /** Absolute, exactly as it goes on the wire; not normalised. */
  readonly url: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: Uint8Array | null;
  readonly urlParts: readonly ResolvedPart[];
  /** Where each header came from, in the order of `headers`; empty for one that came with the body. Values are as before their encoding. */
  readonly headerParts?: readonly (readonly ResolvedPart[])[];
  /** Where the text of the body came from, as before it was encoded; files that are taken as they are are left out. */
  readonly bodyParts?: readonly ResolvedPart[];
  readonly unresolved: readonly UnresolvedVariable[];
  /** Values that must not be shown; every view masks them. */
  readonly secrets: readonly string[];
  readonly problems: readonly Problem[];
  readonly directives: Readonly<Record<string, string>>;
  /** The protocol version as written (`HTTP/2`); absent or null lets the sender choose. */
  readonly version?: string | null;
  readonly name: string | null;
  readonly file: string | null;
  readonly line: number | null;
  readonly environment: string | null;
}
