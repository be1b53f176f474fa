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
  /** Hears of every new table; returns how to stop hearing. */
  onDidChange(listener: (table: RouteTable) => void): () => void;
  close(): Promise<void>;
}

/** How an index is set up: `workerFile` is the bundled `indexer`, with the grammars beside it. */
export interface WorkspaceIndexOptions {
  readonly root: string;
  readonly workerFile: string;
  readonly onProgress?: (done: number, total: number) => void;
  readonly cacheFile?: string;
}

/** Starts the worker, which reads the workspace at once. */
export function createWorkspaceIndex(options: WorkspaceIndexOptions): WorkspaceIndex {
  const workerData: IndexerData = {
    root: options.root,
    grammarFolder: dirname(options.workerFile),
    cacheFile: options.cacheFile ?? null,
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
  #latest: RouteTable | undefined;

  constructor(worker: Worker, options: WorkspaceIndexOptions) {
    this.#worker = worker;
    this.#root = options.root;
    this.#first = new Promise((resolve, reject) => {
      worker.on("message", (reply: IndexerReply) => {
        if (reply.kind === "progress") options.onProgress?.(reply.done, reply.total);
        else {
          this.#latest = reply.table;
          resolve(reply.table);
          for (const listener of this.#listeners) listener(reply.table);
        }
      });
      worker.on("error", reject);
      worker.on("exit", () => reject(new Error("The route index was closed.")));
    });
    this.#first.catch(() => {});
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
