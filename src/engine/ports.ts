import type { ResolvedRequest } from "./model/request.ts";
import type { SkippedFile } from "./model/route.ts";

/**
 * What a host (the editor, the command line, a test) lends the engine.
 * The engine reaches the world through these and through undici, and through nothing else.
 */

/** One file of the workspace as a listing shows it: workspace-relative path with `/`, size in bytes, last change in ms since 1970. */
export interface FileEntry {
  readonly file: string;
  readonly size: number;
  readonly modified: number;
}

/** Read access to the workspace; paths are workspace-relative with `/`, or absolute for files outside it. */
export interface Files {
  /** The bytes of one file, or undefined when it does not exist or cannot be read; never rejects. */
  read(file: string): Promise<Uint8Array | undefined>;
  /** Every file of the workspace that ignore rules let through, in path order; never rejects. */
  list(): Promise<readonly FileEntry[]>;
}

/** Files lent to whoever reads routes: a host that may wait for the disk can lend a file at once, and say what its listing left out. */
export interface SourceFiles extends Files {
  /** The bytes of one file as `read` gives them, without a promise. */
  readNow?(file: string): Uint8Array | undefined;
  /** What the newest listing could not show. */
  skipped?(): readonly SkippedFile[];
}

/** Wall time in ms since 1970 and a monotonic time in ms, lent so that tests can hold them still. */
export interface Clock {
  now(): number;
  elapsed(): number;
}

/** Where the engine says what it is doing; messages are already masked. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
}

/** Asks the person before something is sent that they did not plainly ask for. */
export interface Consent {
  /** Whether one request whose method may change state, or whose `# @note` asks for it, may be sent to its origin. */
  allows(request: ResolvedRequest): Promise<boolean>;
  /** Whether the origin of a request, which looks like production, may be probed; where nobody can be asked, it may not. */
  allowsProbes?(request: ResolvedRequest): Promise<boolean>;
}

/** What is looked for in the past: lines whose number of `text` changed, or changed lines that match a POSIX extended `pattern`. */
export type HistoryQuery =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "pattern"; readonly pattern: string };

/** One stretch of lines that a commit replaced: its short name, its time in ms since 1970, its subject, the file, and the lines. */
export interface HistoryChange {
  readonly commit: string;
  readonly at: number;
  readonly subject: string;
  readonly file: string;
  readonly removed: readonly string[];
  readonly added: readonly string[];
}

/** The past of the workspace as version control keeps it, lent for trusted workspaces only. */
export interface History {
  /** The changes of the newest commits that the query finds, newest first, bounded in number, size and time; empty where nothing is known. Never rejects. */
  findChanges(query: HistoryQuery, signal: AbortSignal): Promise<readonly HistoryChange[]>;
}
