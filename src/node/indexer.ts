import { parentPort, workerData } from "node:worker_threads";
import type { RouteTable } from "../engine/model/route.ts";
import { createRouteReader, type RouteReader } from "../engine/routes/reading/routeReader.ts";
import { createDiskFiles } from "./diskFiles.ts";
import { createDiskGrammars } from "./diskGrammars.ts";
import { readFactCache, writeFactCache } from "./factCache.ts";
import { createGlobTest } from "./globs.ts";
import type { IndexerData, IndexerReply, IndexerRequest } from "./indexProtocol.ts";

/** How long a burst of changes is gathered, in ms. */
const SETTLE_MS = 120;

type Reply = (message: IndexerReply) => void;

/** Reads the workspace once, then answers every burst of changes with at most one new table. */
class Indexer {
  readonly #reader: RouteReader;
  readonly #cacheFile: string | null;
  readonly #reply: Reply;
  #published: RouteTable | null = null;
  #waiting: IndexerRequest[] = [];
  #isRunning = true;
  #timer: NodeJS.Timeout | undefined;

  constructor(reader: RouteReader, cacheFile: string | null, reply: Reply) {
    this.#reader = reader;
    this.#cacheFile = cacheFile;
    this.#reply = reply;
  }

  async start(): Promise<void> {
    await this.#reader.readAll((done, total) => this.#reply({ kind: "progress", done, total }));
    await this.#publish();
    const memory = this.#reader.memory();
    if (this.#cacheFile !== null && memory !== null) await writeFactCache(this.#cacheFile, memory);
    this.#isRunning = false;
    if (this.#waiting.length > 0) await this.#settle();
  }

  handle(request: IndexerRequest): void {
    this.#waiting.push(request);
    clearTimeout(this.#timer);
    // Whoever asks to be told waits for it.
    this.#timer = setTimeout(() => void this.#settle(), request.kind === "settle" ? 0 : SETTLE_MS);
  }

  async #settle(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    const requests = this.#waiting;
    this.#waiting = [];
    for (const request of requests) await this.#apply(request);
    await this.#publish();
    for (const request of requests) {
      if (request.kind === "settle") this.#reply({ kind: "settled", id: request.id });
    }
    this.#isRunning = false;
    if (this.#waiting.length > 0) this.#timer = setTimeout(() => void this.#settle(), SETTLE_MS);
  }

  async #apply(request: IndexerRequest): Promise<void> {
    if (request.kind === "changed") await this.#reader.readAgain(request.files);
    else if (request.kind === "text") await this.#reader.setText(request.file, request.text);
  }

  async #publish(): Promise<void> {
    const table = await this.#reader.table();
    if (table === this.#published) return;
    this.#published = table;
    this.#reply({ kind: "table", table });
  }
}

/** The entry of the worker thread. */
function run(data: IndexerData, reply: Reply): Indexer {
  const before = data.cacheFile === null ? undefined : readFactCache(data.cacheFile);
  const files = createDiskFiles(data.root, createGlobTest(data.exclude));
  const isWanted = data.include.length === 0 ? undefined : createGlobTest(data.include);
  const options = { before, ...(isWanted === undefined ? {} : { isWanted }) };
  const indexer = new Indexer(
    createRouteReader(files, createDiskGrammars(data.grammarFolder), options),
    data.cacheFile,
    reply,
  );
  void indexer.start();
  return indexer;
}

const port = parentPort;
if (port !== null) {
  const indexer = run(workerData as IndexerData, (message) => port.postMessage(message));
  port.on("message", (request: IndexerRequest) => indexer.handle(request));
}
