import { hash } from "node:crypto";
import type { RouteTable } from "../model/route.ts";
import type { FileEntry, Files } from "../ports.ts";
import { buildRouteTable } from "./buildRouteTable.ts";
import type { FileFacts } from "./facts.ts";
import type { Grammars } from "./grammars.ts";
import { linkFacts } from "./linkFacts.ts";
import { emptyFacts, isCandidate, isSourceFolder, LARGEST_SOURCE, languageOf, readFacts } from "./readFacts.ts";

/** What is kept of one file between two runs; `facts` is null when nothing in it concerns routes. */
export interface KnownFile {
  readonly size: number;
  readonly modified: number;
  readonly digest: string;
  readonly facts: FileFacts | null;
}

/** What one run leaves to the next: every file, a digest of the names of all files, and the table they gave. */
export interface RouteMemory {
  readonly files: ReadonlyMap<string, KnownFile>;
  readonly names: string;
  readonly table: RouteTable | null;
}

const NOTHING: RouteMemory = { files: new Map(), names: "", table: null };

/** Keeps the facts of a workspace up to date and builds its route table from them; calls must not overlap. */
export interface RouteReader {
  /** Reads every file that is new or changed since it was last read. */
  readAll(onProgress: (done: number, total: number) => void): Promise<void>;
  /** Reads these files again; those that are gone are forgotten. */
  readAgain(files: readonly string[]): Promise<void>;
  /** Reads a text in place of what the file holds, until it is set to null. */
  setText(file: string, text: string | null): Promise<void>;
  /** Builds the table, reading what imports lead to. */
  table(): Promise<RouteTable>;
  /** What is known, for the next run; null when it is what the reader was made with. */
  memory(): RouteMemory | null;
}

const MOST_ROUNDS = 12;

/** Makes a reader over a workspace; `before` is what an earlier run left, whose facts are looked at only when something changed. */
export function createRouteReader(files: Files, grammars: Grammars, before: RouteMemory = NOTHING): RouteReader {
  return new WorkspaceRoutes(files, grammars, before);
}

class WorkspaceRoutes implements RouteReader {
  readonly #files: Files;
  readonly #grammars: Grammars;
  readonly #known: Map<string, KnownFile>;
  readonly #texts = new Map<string, string>();
  /** Facts that are wanted only because another file imports the file, and those of unsaved texts. */
  readonly #imported = new Map<string, FileFacts>();
  readonly #unsaved = new Map<string, FileFacts | null>();
  readonly #names = new Set<string>();
  #namesBefore: string;
  /** The newest table, while nothing has changed since. */
  #table: RouteTable | null;
  #isNew = false;
  #ms = 0;

  constructor(files: Files, grammars: Grammars, before: RouteMemory) {
    this.#files = files;
    this.#grammars = grammars;
    this.#known = new Map(before.files);
    this.#namesBefore = before.names;
    this.#table = before.table;
  }

  async readAll(onProgress: (done: number, total: number) => void): Promise<void> {
    const start = performance.now();
    const entries = await this.#list();
    for (const file of [...this.#known.keys()]) if (!this.#names.has(file)) this.#known.delete(file);
    const names = this.#digestOfNames();
    if (names !== this.#namesBefore) this.#change();
    this.#namesBefore = names;
    const wanted = entries.filter((entry) => languageOf(entry.file) !== undefined && entry.size <= LARGEST_SOURCE);
    for (const [index, entry] of wanted.entries()) {
      await this.#readEntry(entry);
      if (index % 256 === 255) onProgress(index + 1, wanted.length);
    }
    onProgress(wanted.length, wanted.length);
    this.#ms = performance.now() - start;
  }

  #change(): void {
    this.#table = null;
    this.#isNew = true;
  }

  #digestOfNames(): string {
    return hash("sha1", [...this.#names].join("\n"));
  }

  async #list(): Promise<readonly FileEntry[]> {
    const entries = (await this.#files.list()).filter((entry) => isSourceFolder(entry.file));
    this.#names.clear();
    for (const entry of entries) this.#names.add(entry.file);
    return entries;
  }

  async #readEntry(entry: FileEntry): Promise<void> {
    const known = this.#known.get(entry.file);
    if (known?.size === entry.size && known.modified === entry.modified) return;
    const bytes = await this.#files.read(entry.file);
    if (bytes === undefined) {
      if (this.#known.delete(entry.file)) this.#change();
      return;
    }
    const digest = hash("sha1", bytes);
    const isSame = known?.digest === digest;
    if (!isSame) this.#change();
    this.#isNew = true;
    const facts = isSame ? known.facts : await this.#factsOf(entry.file, decode(bytes));
    this.#known.set(entry.file, { size: entry.size, modified: entry.modified, digest, facts });
  }

  async #factsOf(file: string, text: string): Promise<FileFacts | null> {
    return isCandidate(file, text) ? readFacts(file, text, this.#grammars) : null;
  }

  async readAgain(files: readonly string[]): Promise<void> {
    const sources = files.filter(isSourceFolder);
    this.#change();
    // Only a listing knows whether ignore rules let a new file through.
    if (sources.some((file) => !this.#names.has(file))) await this.#list();
    for (const file of sources) {
      this.#imported.delete(file);
      const bytes = await this.#files.read(file);
      if (bytes === undefined) this.#forget(file);
      else if (this.#names.has(file) && languageOf(file) !== undefined && bytes.length <= LARGEST_SOURCE) {
        const facts = await this.#factsOf(file, decode(bytes));
        this.#known.set(file, { size: -1, modified: -1, digest: hash("sha1", bytes), facts });
      }
    }
  }

  #forget(file: string): void {
    const isBelow = (each: string) => each === file || each.startsWith(`${file}/`);
    for (const each of [...this.#names]) if (isBelow(each)) this.#names.delete(each);
    for (const each of [...this.#known.keys()]) if (isBelow(each)) this.#known.delete(each);
  }

  async setText(file: string, text: string | null): Promise<void> {
    this.#change();
    this.#imported.delete(file);
    if (text === null) {
      this.#texts.delete(file);
      this.#unsaved.delete(file);
    } else if (languageOf(file) !== undefined) {
      this.#texts.set(file, text);
      this.#unsaved.set(file, await this.#factsOf(file, text));
    }
  }

  async table(): Promise<RouteTable> {
    const start = performance.now();
    if (this.#table !== null) {
      return { ...this.#table, stats: { ...this.#table.stats, files: this.#names.size, ms: Math.round(this.#ms) } };
    }
    for (let round = 0; ; round++) {
      const facts = this.#allFacts();
      const linked = linkFacts([...facts.values()], this.#names);
      const wanted = linked.needed.filter((file) => !facts.has(file));
      if (wanted.length === 0 || round === MOST_ROUNDS) {
        const ms = Math.round(this.#ms + performance.now() - start);
        this.#table = buildRouteTable(linked, [...facts.values()], { files: this.#names, ms });
        return this.#table;
      }
      for (const file of wanted) this.#imported.set(file, await this.#readImported(file));
    }
  }

  async #readImported(file: string): Promise<FileFacts> {
    const text = this.#texts.get(file);
    const bytes = text === undefined ? await this.#files.read(file) : undefined;
    const whole = text ?? (bytes === undefined || bytes.length > LARGEST_SOURCE ? "" : decode(bytes));
    const language = languageOf(file);
    return language === undefined ? emptyFacts(file, "data") : readFacts(file, whole, this.#grammars);
  }

  #allFacts(): Map<string, FileFacts> {
    const facts = new Map<string, FileFacts>();
    for (const [file, known] of this.#known) if (known.facts !== null) facts.set(file, known.facts);
    for (const [file, unsaved] of this.#unsaved) {
      if (unsaved === null) facts.delete(file);
      else facts.set(file, unsaved);
    }
    for (const [file, imported] of this.#imported) if (!facts.has(file)) facts.set(file, imported);
    return facts;
  }

  memory(): RouteMemory | null {
    if (!this.#isNew) return null;
    // A table that texts not yet saved took part in is none of the files' own.
    const table = this.#unsaved.size === 0 ? this.#table : null;
    return { files: this.#known, names: this.#digestOfNames(), table };
  }
}

function decode(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
