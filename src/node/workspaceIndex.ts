import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { RouteTable } from "../engine/model/route.ts";
import { toWorkspacePath } from "./diskFiles.ts";
import type { IndexerData, IndexerReply, IndexerRequest } from "./indexProtocol.ts";

/** The route table of one folder, kept up to date by a worker thread. */
export interface WorkspaceIndex {
  /** The newest table; waits for the first one. Rejects only when the worker cannot run or was closed before. */
  table(): Promise<RouteTable>;
  /** The newest table there is, which until the files were looked at is the one that an earlier run left; waits and rejects as `table` does. */
  shown(): Promise<RouteTable>;
  /** Says that files (absolute, or relative to the root) were changed, added or deleted. */
  update(files: readonly string[]): void;
  /** Reads a text in place of what the file holds, until it is given null. */
  updateText(file: string, text: string | null): void;
  /** Waits until all that was said before is in the table; rejects when the worker was closed meanwhile. */
  settled(): Promise<void>;
  /** Hears of every new table; returns how to stop hearing. */
  onDidChange(listener: (table: RouteTable) => void): () => void;
  close(): Promise<void>;
}

/**
 * How an index is set up: `workerFile` is the bundled `indexer`, with the grammars beside it; `include` and `exclude` are globs that
 * say where routes are looked for (everywhere unless given) and what is left out.
 */
export interface WorkspaceIndexOptions {
  readonly root: string;
  readonly workerFile: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly cacheFile?: string;
  readonly include?: readonly string[];
  readonly exclude?: readonly string[];
}

/** Starts the worker, which reads the workspace at once. */
export function createWorkspaceIndex(options: WorkspaceIndexOptions): WorkspaceIndex {
  const workerData: IndexerData = {
    root: options.root,
    grammarFolder: dirname(options.workerFile),
    cacheFile: options.cacheFile ?? null,
    include: options.include ?? [],
    exclude: options.exclude ?? [],
  };
  const worker = new Worker(options.workerFile, { workerData });
  worker.unref();
  return new IndexOfWorker(worker, options);
}

class IndexOfWorker implements WorkspaceIndex {
  readonly #worker: Worker;
  readonly #root: string;
  readonly #listeners = new Set<(table: RouteTable) => void>();
  readonly #first: Promise<RouteTable>;
  /** The table of an earlier run, or the first one. */
  readonly #firstShown: Promise<RouteTable>;
  readonly #settling = new Map<number, { resolve(): void; reject(error: Error): void }>();
  #asked = 0;
  #waiting = 0;
  #latest: RouteTable | undefined;

  constructor(worker: Worker, options: WorkspaceIndexOptions) {
    this.#worker = worker;
    this.#root = options.root;
    const first = Promise.withResolvers<RouteTable>();
    const shown = Promise.withResolvers<RouteTable>();
    this.#first = first.promise;
    this.#firstShown = shown.promise;
    for (const each of [first, shown]) each.promise.catch(() => {});
    const stop = (error: Error) => {
      first.reject(error);
      shown.reject(error);
      for (const waiting of this.#settling.values()) waiting.reject(error);
      this.#settling.clear();
    };
    let remembered: RouteTable | undefined;
    const hold = (table: RouteTable) => {
      this.#latest = table;
      first.resolve(table);
      shown.resolve(table);
    };
    worker.on("message", (reply: IndexerReply) => {
      if (reply.kind === "progress") options.onProgress?.(reply.done, reply.total);
      else if (reply.kind === "settled") this.#settle(reply.id);
      else if (reply.kind === "remembered") {
        remembered = reply.table;
        shown.resolve(reply.table);
      } else if (reply.kind === "confirmed") {
        if (remembered !== undefined) hold({ ...remembered, stats: reply.stats });
      } else {
        hold(reply.table);
        for (const listener of this.#listeners) listener(reply.table);
      }
    });
    worker.on("error", stop);
    worker.on("exit", () => stop(new Error("The route index was closed.")));
  }

  #settle(id: number): void {
    this.#settling.get(id)?.resolve();
    this.#settling.delete(id);
  }

  /** Keeps the process alive as long as somebody waits for the worker. */
  async #wait<Given>(promise: Promise<Given>): Promise<Given> {
    this.#waiting += 1;
    this.#worker.ref();
    try {
      return await promise;
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#worker.unref();
    }
  }

  settled(): Promise<void> {
    this.#asked += 1;
    const id = this.#asked;
    const done = new Promise<void>((resolve, reject) => {
      this.#settling.set(id, { resolve, reject });
      this.#send({ kind: "settle", id });
    });
    return this.#wait(done);
  }

  async table(): Promise<RouteTable> {
    return this.#latest ?? this.#wait(this.#first);
  }

  async shown(): Promise<RouteTable> {
    return this.#latest ?? this.#wait(this.#firstShown);
  }

  #send(request: IndexerRequest): void {
    this.#worker.postMessage(request);
  }

  update(files: readonly string[]): void {
    this.#send({ kind: "changed", files: files.map((file) => toWorkspacePath(this.#root, file)) });
  }

  updateText(file: string, text: string | null): void {
    this.#send({ kind: "text", file: toWorkspacePath(this.#root, file), text });
  }

  onDidChange(listener: (table: RouteTable) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
