import type { Exchange } from "../../model/exchange.ts";
import type { Mask } from "../../secrets.ts";
import { type ExchangeSubject, readStoredExchange, type StoredExchange, storeExchange } from "./storedExchange.ts";

/** Where a history lives: one text, read and written as a whole; `write` should leave the old text where it fails. */
export interface HistoryStore {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

/** What bounds a history: the newest entries, the bytes of the whole text in UTF-8, and the characters of one text in an entry. */
export interface HistoryBounds {
  readonly entries: number;
  readonly bytes: number;
  readonly textLength: number;
}

/** What is in a history, the newest last; `damaged` are the lines that could not be read, set aside as they are. */
export interface HistoryContent {
  readonly entries: readonly StoredExchange[];
  readonly damaged: readonly string[];
  /** Why the history is only in memory, or null. */
  readonly problem: string | null;
}

/** The exchanges of one workspace, the newest kept, every secret masked; no function rejects. */
export interface ExchangeHistory {
  /** What is stored, by this window and others, and what could only be kept in memory. */
  read(): Promise<HistoryContent>;
  /** Adds an exchange behind the others and drops the oldest beyond the bounds; resolves with what the history then is. */
  add(exchange: Exchange, mask: Mask, subject?: ExchangeSubject): Promise<HistoryContent>;
  /** Forgets everything, what was set aside as well. */
  clear(): Promise<HistoryContent>;
}

const usualBounds: HistoryBounds = { entries: 200, bytes: 4_000_000, textLength: 65_536 };

/** The part of the bytes that damaged lines may take. */
const asideShare = 0.1;

const asideMark = "damaged ";

/**
 * Creates the history over its store. The text holds one entry in JSON a line; a line that is none is kept behind the word
 * `damaged`, reported, and never in the way of the others. The text is read anew before each change, so that two windows add to it in turn.
 */
export function createExchangeHistory(store: HistoryStore, bounds: Partial<HistoryBounds> = {}): ExchangeHistory {
  return new LineHistory(store, { ...usualBounds, ...bounds });
}

/** A history as lines, before they are read. */
interface Lines {
  readonly entries: readonly string[];
  readonly damaged: readonly string[];
}

const none: Lines = { entries: [], damaged: [] };

class LineHistory implements ExchangeHistory {
  readonly #store: HistoryStore;
  readonly #bounds: HistoryBounds;
  /** What the store has not got yet. */
  #pending: readonly string[] = [];
  #last: Promise<unknown> = Promise.resolve();

  constructor(store: HistoryStore, bounds: HistoryBounds) {
    this.#store = store;
    this.#bounds = bounds;
  }

  read(): Promise<HistoryContent> {
    return this.#inTurn(async () => {
      const stored = await this.#load();
      return describe(this.#join(stored ?? none), stored === null ? unreadable : null);
    });
  }

  add(exchange: Exchange, mask: Mask, subject?: ExchangeSubject): Promise<HistoryContent> {
    const line = JSON.stringify(storeExchange(exchange, subject ?? null, mask, this.#bounds.textLength));
    return this.#inTurn(async () => {
      this.#pending = bound({ entries: [...this.#pending, line], damaged: [] }, this.#bounds).entries;
      const stored = await this.#load();
      // What cannot be read may be whole all the same, so it is not written over.
      return stored === null ? describe(this.#join(none), unreadable) : this.#save(this.#join(stored));
    });
  }

  clear(): Promise<HistoryContent> {
    return this.#inTurn(async () => {
      this.#pending = [];
      return this.#save(none);
    });
  }

  #join({ entries, damaged }: Lines): Lines {
    return bound({ entries: [...entries, ...this.#pending], damaged }, this.#bounds);
  }

  #inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #load(): Promise<Lines | null> {
    try {
      return splitText((await this.#store.read()) ?? "", this.#bounds);
    } catch {
      return null;
    }
  }

  async #save(lines: Lines): Promise<HistoryContent> {
    try {
      await this.#store.write(printLines(lines));
      this.#pending = [];
      return describe(lines, null);
    } catch {
      return describe(lines, unwritable);
    }
  }
}

const unreadable =
  "The history could not be read, so what is new is in memory only; check the storage of the workspace.";
const unwritable = "The history could not be written, so what is new is in memory only; make room in the storage.";

/** Splits a text into entries and damaged lines; of a text far beyond the bounds only the end is looked at. */
function splitText(text: string, { bytes }: HistoryBounds): Lines {
  const entries: string[] = [];
  const damaged: string[] = [];
  for (const line of text.slice(-4 * bytes).split(/\r?\n/)) {
    if (line.trim() === "") continue;
    if (line.startsWith(asideMark)) damaged.push(line.slice(asideMark.length));
    else if (readLine(line) === undefined) damaged.push(line);
    else entries.push(line);
  }
  return { entries, damaged };
}

function readLine(line: string): StoredExchange | undefined {
  try {
    return readStoredExchange(JSON.parse(line));
  } catch {
    return undefined;
  }
}

/** Keeps the newest entries that fit, and of the damaged lines the last that fit into their share. */
function bound({ entries, damaged }: Lines, { entries: most, bytes }: HistoryBounds): Lines {
  const aside = lastThatFit(
    damaged.map((line) => line.toWellFormed()),
    bytes * asideShare,
    asideMark.length,
  );
  const left = bytes - Buffer.byteLength(printLines({ entries: [], damaged: aside }));
  return { entries: lastThatFit(entries.slice(-most), left, 0), damaged: aside };
}

function lastThatFit(lines: readonly string[], bytes: number, extra: number): readonly string[] {
  let left = bytes;
  let first = lines.length;
  while (first > 0) {
    left -= Buffer.byteLength(lines[first - 1] ?? "") + extra + 1;
    if (left < 0) break;
    first--;
  }
  return lines.slice(first);
}

function printLines({ entries, damaged }: Lines): string {
  return [...damaged.map((line) => asideMark + line), ...entries].map((line) => `${line}\n`).join("");
}

function describe({ entries, damaged }: Lines, problem: string | null): HistoryContent {
  return { entries: entries.map(readLine).filter((entry) => entry !== undefined), damaged, problem };
}
