import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { ArchiverCalls, ArchiverData, ArchiverPiece, ArchiverReply, ArchiverRequest } from "./archiveProtocol.ts";
import { cutUp, pack } from "./parcels.ts";

/** What has been sent, kept for later and written for other tools, by a worker thread; a call rejects only when the worker cannot run. */
export type Archive = {
  readonly [Call in keyof ArchiverCalls]: (
    ...given: Parameters<ArchiverCalls[Call]>
  ) => Promise<ReturnType<ArchiverCalls[Call]>>;
} & { close(): Promise<void> };

/** Starts the worker; `workerFile` is the bundled `archiver`, and without a history file what is kept ends with the worker. */
export function createArchive(options: { readonly workerFile: string; readonly historyFile: string | null }): Archive {
  const workerData: ArchiverData = { historyFile: options.historyFile };
  const worker = new Worker(options.workerFile, { workerData });
  worker.unref();
  const calls = new WorkerCalls(worker);
  return {
    export: (...given) => calls.send("export", given),
    add: (...given) => calls.send("add", given),
    list: (...given) => calls.send("list", given),
    print: (...given) => calls.send("print", given),
    clear: (...given) => calls.send("clear", given),
    close: async () => {
      await worker.terminate();
    },
  };
}

/** The calls under way, each by its number. */
class WorkerCalls {
  readonly #worker: Worker;
  readonly #open = new Map<number, PromiseWithResolvers<never>>();
  #count = 0;
  #posted: Promise<void> = Promise.resolve();
  #ended: Error | null = null;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.on("message", (reply: ArchiverReply) => this.#settle(reply));
    worker.on("error", (error) => this.#fail(error));
    worker.on("exit", () => this.#fail(new Error("The archive was closed.")));
  }

  send<Call extends keyof ArchiverCalls>(
    call: Call,
    given: Parameters<ArchiverCalls[Call]>,
  ): Promise<ReturnType<ArchiverCalls[Call]>> {
    const number = this.#count++;
    const opened = Promise.withResolvers<never>();
    if (this.#ended !== null) {
      opened.reject(this.#ended);
      return opened.promise;
    }
    this.#open.set(number, opened);
    this.#worker.ref();
    // One call after another, so that what is added is added in its order.
    this.#posted = this.#posted
      .then(() => this.#post(number, call, given))
      .catch((error: Error) => opened.reject(error));
    return opened.promise;
  }

  /** Large contents go first and in pieces, a turn for each, so that this thread is never kept long. */
  async #post(number: number, call: keyof ArchiverCalls, given: readonly unknown[]): Promise<void> {
    const { value, contents } = pack(given);
    for (const content of contents) {
      for (const bytes of cutUp(content)) {
        this.#worker.postMessage({ number, bytes } satisfies ArchiverPiece, [bytes.buffer]);
        await nextTurn();
      }
    }
    const sizes = contents.map(({ byteLength }) => byteLength);
    this.#worker.postMessage({ number, call, given: value, sizes } satisfies ArchiverRequest);
  }

  #settle({ number, answer, error }: ArchiverReply): void {
    const opened = this.#open.get(number);
    this.#open.delete(number);
    if (this.#open.size === 0) this.#worker.unref();
    if (error === undefined) opened?.resolve(answer as never);
    else opened?.reject(new Error(error));
  }

  #fail(error: Error): void {
    this.#ended = error;
    for (const { reject } of this.#open.values()) reject(error);
    this.#open.clear();
  }
}
