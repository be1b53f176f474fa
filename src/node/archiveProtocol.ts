import type { ExchangeSubject } from "../engine/exchange/history/storedExchange.ts";
import type { Diagnosis } from "../engine/model/diagnosis.ts";
import type { Exchange } from "../engine/model/exchange.ts";
import type { ExportFormat } from "../report/exports/exports.ts";

/** What the worker is started with; without a file the history is in memory only. */
export interface ArchiverData {
  readonly historyFile: string | null;
}

/** An entry of the history as a list shows it, masked; `at` is ms since 1970. */
export interface EntrySummary {
  readonly subject: ExchangeSubject | null;
  readonly method: string;
  readonly url: string;
  readonly at: number;
}

/** The history as a list, the newest first; `damaged` counts the lines that were set aside, `problem` says why it is in memory only. */
export interface HistorySummary {
  readonly entries: readonly EntrySummary[];
  readonly damaged: number;
  readonly problem: string | null;
}

/** What the worker can be asked, and what it answers to each. */
export interface ArchiverCalls {
  /** In UTF-8; null when no fix of the diagnosis changes the request, which is what `corrected` holds. */
  export(diagnosis: Diagnosis, format: ExportFormat | "corrected"): Uint8Array | null;
  add(exchange: Exchange, secrets: readonly string[], subject: ExchangeSubject): HistorySummary;
  list(): HistorySummary;
  /** The entry of that investigation as text, null when it is not there. */
  print(id: string): string | null;
  clear(): HistorySummary;
}

/** A piece of the contents of a call, sent ahead of it. */
export interface ArchiverPiece {
  readonly number: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One call, numbered so that its answer finds back; what it is given has its large contents taken out, whose sizes are in bytes. */
export interface ArchiverRequest {
  readonly number: number;
  readonly call: keyof ArchiverCalls;
  readonly given: unknown;
  readonly sizes: readonly number[];
}

/** The answer to a call, or the reason why there is none. */
export interface ArchiverReply {
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}
