import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { RouteTable } from "../engine/model/route.ts";
import { toWorkspacePath } from "./diskFiles.ts";
import type { IndexerData, IndexerReply, IndexerRequest } from "./indexProtocol.ts";

/** The route table of one folder, kept up to date by a worker thread. */
export interface WorkspaceIndex {
  /** The newest table; waits for the first one. Rejects only when the worker cannot run or was closed before. */
  table(): Promise<RouteTable>;
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
  readonly #settling = new Map<number, { resolve(): void; reject(error: Error): void }>();
  #asked = 0;
  #latest: RouteTable | undefined;

  constructor(worker: Worker, options: WorkspaceIndexOptions) {
    this.#worker = worker;
    this.#root = options.root;
    this.#first = new Promise((resolve, reject) => {
      const stop = (error: Error) => {
        reject(error);
        for (const waiting of this.#settling.values()) waiting.reject(error);
        this.#settling.clear();
      };
      worker.on("message", (reply: IndexerReply) => {
        if (reply.kind === "progress") options.onProgress?.(reply.done, reply.total);
        else if (reply.kind === "settled") this.#settle(reply.id);
        else {
          this.#latest = reply.table;
          resolve(reply.table);
          for (const listener of this.#listeners) listener(reply.table);
        }
      });
      worker.on("error", stop);
      worker.on("exit", () => stop(new Error("The route index was closed.")));
    });
    this.#first.catch(() => {});
  }

  #settle(id: number): void {
    this.#settling.get(id)?.resolve();
    this.#settling.delete(id);
    if (this.#settling.size === 0) this.#worker.unref();
  }

  settled(): Promise<void> {
    this.#asked += 1;
    const id = this.#asked;
    this.#worker.ref();
    return new Promise((resolve, reject) => {
      this.#settling.set(id, { resolve, reject });
      this.#send({ kind: "settle", id });
    });
  }

  async table(): Promise<RouteTable> {
    if (this.#latest !== undefined) return this.#latest;
    this.#worker.ref();
    try {
      return await this.#first;
    } finally {
      this.#worker.unref();
    }
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
