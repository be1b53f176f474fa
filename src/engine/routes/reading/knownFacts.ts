import type { SourceFiles } from "../../ports.ts";
import type { FileFacts } from "../facts.ts";
import type { Grammars } from "./grammars.ts";
import { LARGEST_SOURCE } from "./largestSource.ts";
import { concernOf, emptyFacts, languageOf, readFacts } from "./readFacts.ts";

type Concern = ReturnType<typeof concernOf>;

/** What is remembered of one file: `modified` is null when it may have changed again without a trace. */
export interface FileStamp {
  readonly size: number;
  readonly modified: number | null;
  readonly digest: string;
  readonly concern: Concern;
}

/** What became of the facts that tables are made with: those of one file before and after, or more than that. */
export type FactChange = { readonly before: FileFacts | null; readonly after: FileFacts | null } | "unclear";

/** The facts an earlier run left; null when they are lost. */
export type LeftFacts = () => ReadonlyMap<string, FileFacts> | null;

interface UnsavedText {
  readonly text: string;
  readonly concern: Concern;
  facts: FileFacts | null;
}

const UNCHANGED: FactChange = { before: null, after: null };

/** The facts of a workspace's files: as they stand on disk, with what is typed and not saved in their place. */
export class KnownFacts {
  readonly stamps: Map<string, FileStamp>;
  readonly #files: SourceFiles;
  readonly #grammars: Grammars;
  readonly #left: LeftFacts;
  /** The facts of files as they stand on disk; null until something changed and they are needed. */
  #facts: Map<string, FileFacts> | null = null;
  readonly #unsaved = new Map<string, UnsavedText>();
  /** True when what an earlier run left proved lost, so that every file must be read. */
  isLost = false;

  constructor(files: SourceFiles, grammars: Grammars, stamps: ReadonlyMap<string, FileStamp>, left: LeftFacts) {
    this.#files = files;
    this.#grammars = grammars;
    this.stamps = new Map(stamps);
    this.#left = left;
  }

  /** True while a text that is not saved stands in the place of a file. */
  get hasUnsaved(): boolean {
    return this.#unsaved.size > 0;
  }

  /** The facts as the files on disk give them. */
  onDisk(): Map<string, FileFacts> {
    if (this.#facts !== null) return this.#facts;
    const left = this.#left();
    if (left === null) {
      // Without its facts, a file is as good as never read.
      this.stamps.clear();
      this.isLost = true;
    }
    this.#facts = new Map([...(left ?? [])].filter(([file]) => this.stamps.has(file)));
    return this.#facts;
  }

  /** Files what a new or changed file holds. */
  async note(file: string, text: string, stamp: Omit<FileStamp, "concern">): Promise<FactChange> {
    const facts = this.onDisk();
    const before = facts.get(file) ?? null;
    const concern = concernOf(file, text);
    const isOther = concern !== this.#concernOnDisk(file);
    const after = concern === "routes" || before !== null ? await this.#read(file, text) : null;
    this.stamps.set(file, { ...stamp, concern });
    if (after !== null) facts.set(file, after);
    if (isOther) return "unclear";
    return this.#unsaved.has(file) ? UNCHANGED : { before, after };
  }

  forget(file: string): void {
    this.stamps.delete(file);
    this.#facts?.delete(file);
  }

  /** Puts a text in the place of a file, or takes it away when it is null. */
  async setText(file: string, text: string | null): Promise<FactChange> {
    const unsaved = this.#unsaved.get(file);
    if (languageOf(file) === undefined || (unsaved?.text ?? null) === text) return UNCHANGED;
    const onDisk = this.onDisk().get(file) ?? null;
    const before = unsaved === undefined ? onDisk : unsaved.facts;
    const concernBefore = unsaved?.concern ?? this.#concernOnDisk(file);
    if (text === null) {
      this.#unsaved.delete(file);
      return this.#concernOnDisk(file) === concernBefore ? { before, after: onDisk } : "unclear";
    }
    const concern = concernOf(file, text);
    const after = concern === "routes" || before !== null ? await this.#read(file, text) : null;
    this.#unsaved.set(file, { text, concern, facts: after });
    return concern === concernBefore ? { before, after } : "unclear";
  }

  /** The facts of every file that concerns routes by itself, as they stand now. */
  entries(): FileFacts[] {
    const known = this.onDisk();
    const files = new Set([...this.stamps.keys(), ...this.#unsaved.keys()]);
    return [...files].flatMap((file) => {
      const unsaved = this.#unsaved.get(file);
      const concern = unsaved?.concern ?? this.#concernOnDisk(file);
      const facts = concern === "routes" ? (unsaved?.facts ?? known.get(file)) : undefined;
      return facts === undefined ? [] : [facts];
    });
  }

  /** The facts of a file that another one imports, if they can be had without waiting. */
  load(file: string): FileFacts | undefined {
    const unsaved = this.#unsaved.get(file);
    const known = unsaved === undefined ? this.onDisk().get(file) : (unsaved.facts ?? undefined);
    if (known !== undefined) return known;
    const language = languageOf(file);
    if (language === undefined) return emptyFacts(file, "data");
    if (!this.#grammars.isReady(language)) return undefined;
    if (unsaved !== undefined) return this.#keep(file, unsaved.text);
    if (this.#files.readNow === undefined) return undefined;
    return this.#keep(file, textOf(this.#files.readNow(file)));
  }

  /** Reads a file that another one imports, so that it can be loaded. */
  async fetch(file: string): Promise<void> {
    const text = this.#unsaved.get(file)?.text ?? textOf(await this.#files.read(file));
    await this.#grammars.prepare(languageOf(file) ?? "data");
    this.#keep(file, text);
  }

  #concernOnDisk(file: string): Concern {
    return this.stamps.get(file)?.concern ?? "nothing";
  }

  async #read(file: string, text: string): Promise<FileFacts> {
    await this.#grammars.prepare(languageOf(file) ?? "data");
    return readFacts(file, text, this.#grammars);
  }

  #keep(file: string, text: string): FileFacts {
    const facts = readFacts(file, text, this.#grammars);
    const unsaved = this.#unsaved.get(file);
    if (unsaved === undefined) this.onDisk().set(file, facts);
    else unsaved.facts = facts;
    return facts;
  }
}

/** The text of a file; bytes that are not UTF-8 become replacement characters. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

const decoder = new TextDecoder();

function textOf(bytes: Uint8Array | undefined): string {
  return bytes === undefined || bytes.length > LARGEST_SOURCE ? "" : decode(bytes);
}
