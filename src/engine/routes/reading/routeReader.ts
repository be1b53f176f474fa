import { hash } from "node:crypto";
import type { RouteTable, SkippedFile } from "../../model/route.ts";
import type { FileEntry, SourceFiles } from "../../ports.ts";
import type { FileFacts, FunctionFact } from "../facts.ts";
import { WorkspaceLinker } from "../linkWorkspace.ts";
import { createTableBuilder } from "../table/buildRouteTable.ts";
import { findMoves } from "../table/findMoves.ts";
import { isAlike } from "../table/isAlike.ts";
import { keepFiles } from "../table/keepFiles.ts";
import { type Moves, moveRoutes } from "../table/moveRoutes.ts";
import { unlistedEnvironments } from "./environmentFiles.ts";
import type { Grammars } from "./grammars.ts";
import { decode, type FactChange, type FileStamp, KnownFacts } from "./knownFacts.ts";
import { LARGEST_SOURCE } from "./largestSource.ts";
import { isSourceFolder, languageOf } from "./readFacts.ts";

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
  /** What is known, for the next run; null when it is what the reader was made with or last asked for, and while texts are not saved. */
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

class WorkspaceRoutes implements RouteReader {
  readonly #files: SourceFiles;
  readonly #isWanted: (file: string) => boolean;
  readonly #facts: KnownFacts;
  readonly #linker = new WorkspaceLinker();
  readonly #buildTable = createTableBuilder();
  /** Another object whenever some of the names are others. */
  #names: ReadonlySet<string> = new Set();
  readonly #unread = new Map<string, SkippedFile["why"]>();
  /** Files with a text of their own that the latest listing left out. */
  readonly #unlisted = new Set<string>();
  #digestOfNames: string;
  /** The newest table, while it is what the facts give. */
  #table: RouteTable | null;
  /** The newest table that was given out. */
  #latest: RouteTable | null = null;
  /** The functions whose bodies the newest table may depend on; null when it was made by an earlier run, which did not tell. */
  #lookedAt: Set<FunctionFact> | null = null;
  #isNew = false;
  #ms = 0;

  constructor(files: SourceFiles, grammars: Grammars, { before = NOTHING, isWanted }: RouteReaderOptions) {
    this.#files = files;
    this.#isWanted = isWanted ?? (() => true);
    this.#facts = new KnownFacts(files, grammars, before.files, () => before.facts());
    this.#digestOfNames = before.names;
    this.#table = before.table;
  }

  async readAll(onProgress: (done: number, total: number) => void): Promise<void> {
    const start = performance.now();
    const entries = await this.#list();
    const wanted = entries.filter((entry) => this.#isRead(entry));
    this.#keepOnly(new Set(wanted.map(({ file }) => file)));
    do {
      this.#facts.isLost = false;
      await this.#readEntries(wanted, onProgress);
    } while (this.#facts.isLost);
    this.#ms = performance.now() - start;
  }

  #keepOnly(files: ReadonlySet<string>): void {
    for (const file of this.#facts.stamps.keys()) {
      if (files.has(file)) continue;
      this.#facts.forget(file);
      this.#drop();
    }
  }

  async #readEntries(entries: readonly FileEntry[], onProgress: (done: number, total: number) => void): Promise<void> {
    const settled = Date.now() - COARSEST_TIME;
    for (const [index, entry] of entries.entries()) {
      const known = this.#facts.stamps.get(entry.file);
      if (known?.size !== entry.size || known.modified !== entry.modified) await this.#readEntry(entry, settled);
      if (index % PROGRESS_EVERY === PROGRESS_EVERY - 1) onProgress(index + 1, entries.length);
    }
    onProgress(entries.length, entries.length);
  }

  async #readEntry({ file, size, modified }: FileEntry, settled: number): Promise<void> {
    const bytes = await this.#read(file);
    if (bytes === undefined) {
      this.#facts.forget(file);
      this.#unread.set(file, "unreadable");
      this.#drop();
      return;
    }
    const digest = hash("sha1", bytes);
    const known = this.#facts.stamps.get(file);
    const time = modified < settled ? modified : null;
    if (known?.digest !== digest) await this.#note(file, bytes, { size, modified: time, digest });
    else {
      this.#isNew ||= known.modified !== time;
      this.#facts.stamps.set(file, { ...known, size, modified: time });
    }
  }

  /** Whether routes are looked for in a file; configuration says what imports mean wherever it lies. */
  #isEntry(file: string): boolean {
    return this.#names.has(file) && (languageOf(file) === "data" || this.#isWanted(file));
  }

  #isRead({ file, size }: FileEntry): boolean {
    if (languageOf(file) === undefined || !this.#isEntry(file)) return false;
    if (size > LARGEST_SOURCE) this.#unread.set(file, "too-large");
    return size <= LARGEST_SOURCE;
  }

  async #list(): Promise<readonly FileEntry[]> {
    const listed = (await this.#files.list()).filter((entry) => isSourceFolder(entry.file));
    const entries = [...listed, ...(await unlistedEnvironments(listed, (file) => this.#read(file)))];
    this.#unread.clear();
    this.#unlisted.clear();
    this.#setNames(entries.map((entry) => entry.file));
    return entries;
  }

  /** Which files there are decides what imports mean. */
  #setNames(names: readonly string[]): void {
    // The table that an earlier run left is none of this one's where routes are looked for elsewhere.
    const wanted = names.map((name) => (this.#isWanted(name) ? name : `${name}\0`));
    const digest = hash("sha1", wanted.join("\n"));
    if (digest !== this.#digestOfNames) this.#drop();
    if (digest !== this.#digestOfNames || this.#names.size === 0) this.#names = new Set(names);
    this.#digestOfNames = digest;
  }

  #drop(): void {
    this.#table = null;
    this.#isNew = true;
  }

  #read(file: string): Promise<Uint8Array | undefined> | Uint8Array | undefined {
    return this.#files.readNow === undefined ? this.#files.read(file) : this.#files.readNow(file);
  }

  async #note(file: string, bytes: Uint8Array, stamp: Omit<FileStamp, "concern">): Promise<void> {
    const change = await this.#facts.note(file, decode(bytes), stamp);
    this.#isNew = true;
    this.#follow(change);
  }

  /** Keeps the table when a change of facts does not concern it, moves its places when only those changed, else drops it. */
  #follow(change: FactChange): void {
    if (change === "unclear" || this.#facts.isLost) {
      this.#drop();
      return;
    }
    const { before, after } = change;
    if (this.#table === null || before === after) return;
    const moves = before === null || after === null ? null : this.#findMoves(before, after);
    this.#table = moves === null ? null : moveRoutes(this.#table, moves);
    this.#isNew = true;
  }

  #findMoves(before: FileFacts, after: FileFacts): Moves | null {
    const lookedAt = this.#lookedAt;
    const moves = findMoves(before, after, (fact) => lookedAt === null || lookedAt.has(fact));
    for (const [own, other] of moves?.functions ?? []) if (lookedAt?.has(own)) lookedAt.add(other);
    return moves;
  }

  async readAgain(files: readonly string[]): Promise<void> {
    let isListed = true;
    for (const file of files.filter((each) => isSourceFolder(each))) {
      const bytes = this.#names.has(file) ? await this.#read(file) : undefined;
      // What came, went, or is a folder is only told apart by a listing, which knows the ignore rules too.
      const isSource = bytes !== undefined && languageOf(file) !== undefined;
      if (!isSource || !this.#isRead({ file, size: bytes.length, modified: 0 })) {
        isListed &&= bytes !== undefined && !isSource && !file.endsWith(".gitignore");
        continue;
      }
      this.#unread.delete(file);
      const digest = hash("sha1", bytes);
      if (this.#facts.stamps.get(file)?.digest === digest) continue;
      await this.#note(file, bytes, { size: bytes.length, modified: null, digest });
    }
    if (!isListed) await this.readAll(() => {});
  }

  async setText(file: string, text: string | null): Promise<void> {
    // What was typed is most often what the file holds now, though nobody said so yet.
    if (text === null) await this.readAgain([file]);
    else if (!this.#names.has(file) && !this.#unlisted.has(file)) {
      // Only a listing tells a new file from one that is left out.
      await this.readAll(() => {});
      this.#unlisted.add(file);
    }
    const isTooLarge = text !== null && text.length > LARGEST_SOURCE;
    this.#follow(await this.#facts.setText(file, isTooLarge ? "" : text));
  }

  async table(): Promise<RouteTable> {
    if (this.#table === null) {
      this.#facts.onDisk();
      if (this.#facts.isLost) await this.readAll(() => {});
      this.#table = await this.#build();
    }
    this.#table = this.#sameAsBefore(this.#finish(this.#table));
    return this.#table;
  }

  async #build(): Promise<RouteTable> {
    const start = performance.now();
    for (let round = 0; ; round++) {
      const entries = this.#facts.entries().filter(({ file }) => this.#isEntry(file));
      const linked = this.#linker.link(entries, this.#names, (file) => this.#facts.load(file));
      if (linked.needed.length === 0 || round === MOST_ROUNDS) {
        const isShown = (file: string) => this.#isWanted(file) || linked.imported.has(file);
        const table = keepFiles(this.#buildTable(linked), isShown);
        this.#lookedAt = new Set(linked.lookedAt);
        this.#ms += performance.now() - start;
        return table;
      }
      for (const file of linked.needed) await this.#facts.fetch(file);
    }
  }

  /** Most edits leave the table as it was, and whoever shows it need not know of them. */
  #sameAsBefore(table: RouteTable): RouteTable {
    const before = this.#latest;
    const isSame = before !== null && isAlike({ ...table, stats: before.stats }, before);
    this.#latest = isSame ? before : table;
    return this.#latest;
  }

  #finish(table: RouteTable): RouteTable {
    const skipped = this.#skipped();
    const { skipped: _, ...rest } = table;
    const stats = { ...table.stats, files: this.#names.size, ms: Math.round(this.#ms) };
    return { ...rest, ...(skipped.length > 0 ? { skipped } : {}), stats };
  }

  #skipped(): readonly SkippedFile[] {
    const unread = [...this.#unread].map(([file, why]) => ({ file, why }));
    const minified = [...this.#facts.stamps].flatMap(([file, { concern }]) =>
      concern === "minified" ? [{ file, why: concern }] : [],
    );
    return [...(this.#files.skipped?.() ?? []), ...unread, ...minified];
  }

  memory(): RouteMemory | null {
    // A table that texts not yet saved took part in is none of the files' own.
    if (!this.#isNew || this.#facts.hasUnsaved) return null;
    this.#isNew = false;
    const table = this.#table;
    const { stamps } = this.#facts;
    const facts = new Map([...this.#facts.onDisk()].filter(([file]) => stamps.has(file)));
    return { files: stamps, names: this.#digestOfNames, table, facts: () => facts };
  }
}
