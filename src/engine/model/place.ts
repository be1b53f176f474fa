/**
 * The vocabulary of the product, as plain readonly data.
 *
 * - request: what a person wrote; resolved request: what will be sent, each part with the place it came from
 * - exchange: one request as it went over the wire, hop by hop, ending in a response or a failure
 * - route: one pattern the workspace serves; mount: one hop of the chain that gives a route its prefix; rewrite: a rule that maps one path to another
 * - probe: the failing request with exactly one coordinate changed; control: a probe whose answer is known to be a miss
 * - evidence: one observed sentence for or against named causes; verdict: the ranked sum of the evidence
 *
 * Offsets are 0-based UTF-16 offsets into the text they belong to; lines and columns are 1-based; times are ms; sizes are bytes.
 * `file` is workspace-relative with `/`, or absolute when the file lies outside the workspace.
 */

/** A half-open stretch of text, `start` included and `end` excluded. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A place in a file that can be opened. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Something wrong in a text, with the stretch it concerns; `code` is stable. */
export interface Problem {
  readonly code: string;
  readonly message: string;
  readonly range: Range;
  readonly line: number;
  readonly fix?: TextFix;
}

/**
 * An edit that removes something wrong: a stretch of the text that was read takes another text. Where `other` is there the stretch is
 * one of that file, counted without its byte order mark, and the edit fits only while it reads `text` there.
 */
export interface TextFix {
  readonly title: string;
  readonly newText: string;
  readonly range: Range;
  /** The offset in `newText` where a person goes on typing, for an edit that leaves something to be filled in. */
  readonly caret?: number;
  readonly other?: { readonly file: string; readonly text: string };
}
