import { hash } from "node:crypto";
import { isDeepStrictEqual } from "node:util";
import type { RouteTable, SkippedFile } from "../model/route.ts";
import type { FileEntry, SourceFiles } from "../ports.ts";
import { buildRouteTable } from "./buildRouteTable.ts";
import type { FileFacts } from "./facts.ts";
import type { Grammars } from "./grammars.ts";
import { linkFacts } from "./linkFacts.ts";
import { findMoves, moveRoutes } from "./moveRoutes.ts";
import { concernOf, emptyFacts, isSourceFolder, LARGEST_SOURCE, languageOf, readFacts } from "./readFacts.ts";

type Concern = ReturnType<typeof concernOf>;

/** What is remembered of one file: `modified` is null when it may have changed again without a trace. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number | null;
  readonly digest: string;
  readonly concern: Concern;
}

/** What one run leaves to the next: every file it read, a digest of the names of all files, and the table they gave. */
export interface RouteMemory {
  readonly files: ReadonlyMap<string, FileStamp>;
  readonly names: string;
  readonly table: RouteTable | null;
  /** The facts of files that concern routes and of those they import, asked for only when something changed; null when they are lost. */
  facts(): ReadonlyMap<string, FileFacts> | null;
}

const NOTHING: RouteMemory = { files: new Map(), names: "", table: null, facts: () => new Map() };

/** Keeps the facts of a workspace up to date and builds its route table from them; calls must not overlap. */
export interface RouteReader {
  /** Reads every file that is new or changed since it was last read. */
  readAll(onProgress: (done: number, total: number) => void): Promise<void>;
  /** Reads these files again; those that are gone are forgotten. */
  readAgain(files: readonly string[]): Promise<void>;
  /** Reads a text in place of what the file holds, until it is set to null. */
  setText(file: string, text: string | null): Promise<void>;
  /** Builds the table, reading what imports lead to; the same object as before when nothing in it changed. */
  table(): Promise<RouteTable>;
  /** What is known, for the next run; null when it is what the reader was made with. */
  memory(): RouteMemory | null;
}

/** What a reader starts with: `before` is what an earlier run left, `isWanted` says where routes are looked for (everywhere unless given). */
export interface RouteReaderOptions {
  readonly before?: RouteMemory | undefined;
  readonly isWanted?: (file: string) => boolean;
}

const MOST_ROUNDS = 12;

/** File systems tell times apart by as much as this, in ms; what changed later than that before it was read may change unseen. */
const COARSEST_TIME = 2_000;

/** How many files are read between two words about the progress. */
const PROGRESS_EVERY = 256;

/** Makes a reader over a workspace. */
export function createRouteReader(
  files: SourceFiles,
  grammars: Grammars,
  options: RouteReaderOptions = {},
): RouteReader {
  return new WorkspaceRoutes(files, grammars, options);
}

interface UnsavedText {
  readonly text: string;
  readonly concern: Concern;
  facts: FileFacts | null;
}

class WorkspaceRoutes implements RouteReader {
  readonly #files: SourceFiles;
  readonly #grammars: Grammars;
  readonly #isWanted: (file: string) => boolean;
  readonly #before: RouteMemory;
  readonly #stamps: Map<string, FileStamp>;
  /** The facts of files as they stand on disk; null until something changed and they are needed. */
  #facts: Map<string, FileFacts> | null = null;
  readonly #unsaved = new Map<string, UnsavedText>();
  readonly #names = new Set<string>();
  readonly #unread = new Map<string, SkippedFile["why"]>();
  #namesBefore: string;
  /** The newest table, while it is what the facts give. */
  #table: RouteTable | null;
  /** The newest table that was given out. */
  #latest: RouteTable | null = null;
  #isNew = false;
  #mustReadAll = false;
  #ms = 0;

  constructor(files: SourceFiles, grammars: Grammars, options: RouteReaderOptions) {
    this.#files = files;
    this.#grammars = grammars;
    this.#isWanted = options.isWanted ?? (() => true);
    this.#before = options.before ?? NOTHING;
    this.#stamps = new Map(this.#before.files);
    this.#namesBefore = this.#before.names;
    this.#table = this.#before.table;
  }

  async readAll(onProgress: (done: number, total: number) => void): Promise<void> {
    const start = performance.now();
    const entries = await this.#list();
    for (const file of this.#stamps.keys()) if (!this.#names.has(file)) this.#forget(file);
    const wanted = entries.filter((entry) => this.#isRead(entry));
    do {
      this.#mustReadAll = false;
      await this.#readEntries(wanted, onProgress);
    } while (this.#mustReadAll);
    this.#ms = performance.now() - start;
    if (this.#table !== null) this.#table = this.#finish(this.#table);
  }

  async #readEntries(entries: readonly FileEntry[], onProgress: (done: number, total: number) => void): Promise<void> {
    const settled = Date.now() - COARSEST_TIME;
    for (const [index, entry] of entries.entries()) {
      const known = this.#stamps.get(entry.file);
      if (known?.size !== entry.size || known.modified !== entry.modified) await this.#readEntry(entry, settled);
      if (index % PROGRESS_EVERY === PROGRESS_EVERY - 1) onProgress(index + 1, entries.length);
    }
    onProgress(entries.length, entries.length);
  }

  async #readEntry({ file, size, modified }: FileEntry, settled: number): Promise<void> {
    const bytes = await this.#read(file);
    if (bytes === undefined) {
      this.#forget(file);
      this.#unread.set(file, "unreadable");
      this.#drop();
      return;
    }
    const digest = hash("sha1", bytes);
    const known = this.#stamps.get(file);
    const time = modified < settled ? modified : null;
    if (known?.digest !== digest) await this.#note(file, decode(bytes), { size, modified: time, digest });
    else {
      this.#isNew ||= known.modified !== time;
      this.#stamps.set(file, { ...known, size, modified: time });
    }
  }

  #isRead({ file, size }: FileEntry): boolean {
    const language = languageOf(file);
    // Configuration says what imports mean wherever it lies.
    if (language === undefined || (language !== "data" && !this.#isWanted(file))) return false;
    if (size > LARGEST_SOURCE) this.#unread.set(file, "too-large");
    return size <= LARGEST_SOURCE;
  }

  async #list(): Promise<readonly FileEntry[]> {
    const entries = (await this.#files.list()).filter((entry) => isSourceFolder(entry.file));
    this.#names.clear();
    this.#unread.clear();
    for (const entry of entries) this.#names.add(entry.file);
    this.#compareNames();
    return entries;
  }

  /** Which files there are decides what imports mean. */
  #compareNames(): void {
    const names = this.#digestOfNames();
    if (names !== this.#namesBefore) this.#drop();
    this.#namesBefore = names;
  }

  #digestOfNames(): string {
    return hash("sha1", [...this.#names].join("\n"));
  }

  #drop(): void {
    this.#table = null;
    this.#isNew = true;
  }

  #read(file: string): Promise<Uint8Array | undefined> | Uint8Array | undefined {
    return this.#files.readNow === undefined ? this.#files.read(file) : this.#files.readNow(file);
  }

  /** Files what a new or changed file holds. */
  async #note(file: string, text: string, stamp: Omit<FileStamp, "concern">): Promise<void> {
    const facts = this.#factsOnDisk();
    const before = facts.get(file) ?? null;
    const concern = concernOf(file, text);
    const isOther = concern !== (this.#stamps.get(file)?.concern ?? "nothing");
    const after = concern === "routes" || before !== null ? await this.#factsOf(file, text) : null;
    this.#stamps.set(file, { ...stamp, concern });
    if (after !== null) facts.set(file, after);
    this.#isNew = true;
    if (isOther) this.#drop();
    else if (!this.#unsaved.has(file)) this.#follow(before, after);
  }

  /** Keeps the table when a change of facts does not concern it, moves its places when only those changed, else drops it. */
  #follow(before: FileFacts | null, after: FileFacts | null): void {
    if (this.#table === null || (before === null && after === null)) return;
    const moves = before === null || after === null ? null : findMoves(before, after);
    this.#isNew = true;
    this.#table = moves === null ? null : moveRoutes(this.#table, moves);
  }

  async #factsOf(file: string, text: string): Promise<FileFacts> {
    await this.#grammars.prepare(languageOf(file) ?? "data");
    return readFacts(file, text, this.#grammars);
  }

  #factsOnDisk(): Map<string, FileFacts> {
    if (this.#facts !== null) return this.#facts;
    const before = this.#before.facts();
    if (before === null) {
      // Without its facts, a file is as good as never read.
      this.#stamps.clear();
      this.#mustReadAll = true;
      this.#drop();
    }
    this.#facts = new Map([...(before ?? [])].filter(([file]) => this.#stamps.has(file)));
    return this.#facts;
  }

  async readAgain(files: readonly string[]): Promise<void> {
    const sources = files.filter((file) => isSourceFolder(file));
    // Only a listing knows whether ignore rules let a new file through.
    if (sources.some((file) => !this.#names.has(file))) await this.#list();
    for (const file of sources) {
      const bytes = await this.#read(file);
      if (bytes === undefined) this.#forgetBelow(file);
      else if (this.#names.has(file) && this.#isRead({ file, size: bytes.length, modified: 0 })) {
        const digest = hash("sha1", bytes);
        if (this.#stamps.get(file)?.digest === digest) continue;
        await this.#note(file, decode(bytes), { size: bytes.length, modified: null, digest });
      }
    }
  }

  #forgetBelow(file: string): void {
    const isBelow = (each: string) => each === file || each.startsWith(`${file}/`);
    for (const each of this.#names) if (isBelow(each)) this.#names.delete(each);
    for (const each of this.#stamps.keys()) if (isBelow(each)) this.#forget(each);
    this.#compareNames();
  }

  #forget(file: string): void {
    this.#stamps.delete(file);
    this.#facts?.delete(file);
  }

  async setText(file: string, text: string | null): Promise<void> {
    const unsaved = this.#unsaved.get(file);
    if (languageOf(file) === undefined || (unsaved?.text ?? null) === text) return;
    const before = unsaved === undefined ? (this.#factsOnDisk().get(file) ?? null) : unsaved.facts;
    const concernBefore = unsaved?.concern ?? this.#stamps.get(file)?.concern ?? "nothing";
    let after: FileFacts | null = null;
    if (text === null) {
      // What was typed is most often what the file holds now, though nobody said so yet.
      await this.readAgain([file]);
      this.#unsaved.delete(file);
      after = this.#factsOnDisk().get(file) ?? null;
    } else {
      const concern = concernOf(file, text);
      after = concern === "routes" || before !== null ? await this.#factsOf(file, text) : null;
      this.#unsaved.set(file, { text, concern, facts: after });
    }
    const concern = this.#unsaved.get(file)?.concern ?? this.#stamps.get(file)?.concern ?? "nothing";
    if (concern === concernBefore) this.#follow(before, after);
    else this.#drop();
  }

  async table(): Promise<RouteTable> {
    if (this.#table !== null) {
      this.#latest = this.#table;
      return this.#table;
    }
    this.#factsOnDisk();
    if (this.#mustReadAll) await this.readAll(() => {});
    const start = performance.now();
    for (let round = 0; ; round++) {
      const linked = linkFacts(this.#entryFacts(), this.#names, (file) => this.#load(file));
      if (linked.needed.length === 0 || round === MOST_ROUNDS) {
        this.#ms += performance.now() - start;
        this.#table = this.#sameAsBefore(this.#finish(buildRouteTable(linked)));
        return this.#table;
      }
      for (const file of linked.needed) await this.#readImported(file);
    }
  }

  /** Most edits leave the table as it was, and whoever shows it need not know of them. */
  #sameAsBefore(table: RouteTable): RouteTable {
    const before = this.#latest;
    this.#latest = table;
    if (before === null || !isDeepStrictEqual({ ...table, stats: before.stats }, before)) return table;
    this.#latest = before;
    return before;
  }

  #finish(table: RouteTable): RouteTable {
    const unread = [...this.#unread].map(([file, why]) => ({ file, why }));
    const minified = [...this.#stamps].flatMap(([file, { concern }]) =>
      concern === "minified" ? [{ file, why: concern }] : [],
    );
    const skipped = [...(this.#files.skipped?.() ?? []), ...unread, ...minified];
    const { skipped: _, ...rest } = table;
    const stats = { ...table.stats, files: this.#names.size, ms: Math.round(this.#ms) };
    return { ...rest, ...(skipped.length > 0 ? { skipped } : {}), stats };
  }

  /** The facts of every file that concerns routes by itself, as they stand now. */
  #entryFacts(): FileFacts[] {
    const known = this.#factsOnDisk();
    const files = new Set([...this.#stamps.keys(), ...this.#unsaved.keys()]);
    return [...files].flatMap((file) => {
      const unsaved = this.#unsaved.get(file);
      const { concern } = unsaved ?? this.#stamps.get(file) ?? { concern: "nothing" };
      const facts = concern === "routes" ? (unsaved?.facts ?? known.get(file)) : undefined;
      return facts === undefined ? [] : [facts];
    });
  }

  /** The facts of a file that another one imports, if they can be had without waiting. */
  #load(file: string): FileFacts | undefined {
    const unsaved = this.#unsaved.get(file);
    const known = unsaved === undefined ? this.#factsOnDisk().get(file) : (unsaved.facts ?? undefined);
    if (known !== undefined) return known;
    const language = languageOf(file);
    if (language === undefined) return emptyFacts(file, "data");
    if (!this.#grammars.isReady(language)) return undefined;
    if (unsaved !== undefined) return this.#keep(file, unsaved.text);
    if (this.#files.readNow === undefined) return undefined;
    return this.#keep(file, textOf(this.#files.readNow(file)));
  }

  async #readImported(file: string): Promise<void> {
    const text = this.#unsaved.get(file)?.text ?? textOf(await this.#read(file));
    await this.#grammars.prepare(languageOf(file) ?? "data");
    this.#keep(file, text);
  }

  #keep(file: string, text: string): FileFacts {
    const facts = readFacts(file, text, this.#grammars);
    const unsaved = this.#unsaved.get(file);
    if (unsaved === undefined) this.#factsOnDisk().set(file, facts);
    else unsaved.facts = facts;
    return facts;
  }

  memory(): RouteMemory | null {
    if (!this.#isNew) return null;
    // A table that texts not yet saved took part in is none of the files' own.
    const table = this.#unsaved.size === 0 ? this.#table : null;
    const facts = new Map([...this.#factsOnDisk()].filter(([file]) => this.#stamps.has(file)));
    return { files: this.#stamps, names: this.#digestOfNames(), table, facts: () => facts };
  }
}

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined || bytes.length > LARGEST_SOURCE ? "" : decode(bytes);
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
