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
  export(diagnosis: Diagnosis, format: ExportFormat | "corrected"): string | null;
  add(exchange: Exchange, secrets: readonly string[], subject: ExchangeSubject): HistorySummary;
  list(): HistorySummary;
  /** The entry of that investigation as text, null when it is not there. */
  print(id: string): string | null;
  clear(): HistorySummary;
}

/** One call, numbered so that its answer finds back. */
export interface ArchiverRequest {
  readonly number: number;
  readonly call: keyof ArchiverCalls;
  readonly given: readonly unknown[];
}

/** The answer to a call, or the reason why there is none. */
export interface ArchiverReply {
  readonly number: number;
  readonly answer?: unknown;
  readonly error?: string;
}
