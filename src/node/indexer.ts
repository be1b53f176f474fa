import { parentPort, workerData } from "node:worker_threads";
import type { RouteTable } from "../engine/model/route.ts";
import { createRouteReader, type RouteMemory, type RouteReader } from "../engine/routes/reading/routeReader.ts";
import { isAlike } from "../engine/routes/table/isAlike.ts";
import { createDiskFiles } from "./diskFiles.ts";
import { createDiskGrammars } from "./diskGrammars.ts";
import { readFactCache, writeFactCache } from "./factCache.ts";
import { createGlobTest } from "./globs.ts";
import type { IndexerData, IndexerReply, IndexerRequest } from "./indexProtocol.ts";

/** How long a burst of changes is gathered, in ms. */
const SETTLE_MS = 120;

/** How long nothing changes before what is known is written for the next run, in ms. */
const KEEP_MS = 10_000;

type Reply = (message: IndexerReply) => void;
/** Keeps what is known for the next run. */
type Keep = (memory: RouteMemory) => Promise<void>;

/** Reads the workspace once, then answers every burst of changes with at most one new table. */
class Indexer {
  readonly #reader: RouteReader;
  readonly #keep: Keep;
  readonly #reply: Reply;
  #published: RouteTable | null = null;
  #waiting: IndexerRequest[] = [];
  #isRunning = true;
  #timer: NodeJS.Timeout | undefined;
  #keeping: NodeJS.Timeout | undefined;

  constructor(reader: RouteReader, keep: Keep, reply: Reply) {
    this.#reader = reader;
    this.#keep = keep;
    this.#reply = reply;
  }

  /** Tells of the table that an earlier run left, and then of the files as they are. */
  async start(remembered: RouteTable | null): Promise<void> {
    if (remembered !== null) this.#reply({ kind: "remembered", table: remembered });
    await this.#reader.readAll((done, total) => this.#reply({ kind: "progress", done, total }));
    const table = await this.#reader.table();
    const { stats } = table;
    const isConfirmed = remembered !== null && isAlike({ ...table, stats: remembered.stats }, remembered);
    this.#published = table;
    this.#reply(isConfirmed ? { kind: "confirmed", stats } : { kind: "table", table });
    await this.#remember();
    this.#isRunning = false;
    if (this.#waiting.length > 0) await this.#settle();
  }

  async #remember(): Promise<void> {
    const memory = this.#reader.memory();
    if (memory !== null) await this.#keep(memory);
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
    clearTimeout(this.#keeping);
    this.#keeping = setTimeout(() => void this.#rememberLater(), KEEP_MS);
  }

  async #rememberLater(): Promise<void> {
    if (this.#isRunning) return;
    this.#isRunning = true;
    await this.#remember();
    this.#isRunning = false;
    if (this.#waiting.length > 0) await this.#settle();
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
  const { cacheFile } = data;
  const scope = JSON.stringify([data.include, data.exclude]);
  const before = cacheFile === null ? undefined : readFactCache(cacheFile, scope);
  const files = createDiskFiles(data.root, createGlobTest(data.exclude));
  const isWanted = data.include.length === 0 ? undefined : createGlobTest(data.include);
  const options = { before, ...(isWanted === undefined ? {} : { isWanted }) };
  const reader = createRouteReader(files, createDiskGrammars(data.grammarFolder), options);
  const keep: Keep = async (memory) => (cacheFile === null ? undefined : writeFactCache(cacheFile, scope, memory));
  const indexer = new Indexer(reader, keep, reply);
  void indexer.start(before?.table ?? null);
  return indexer;
}

const port = parentPort;
if (port !== null) {
  const indexer = run(workerData as IndexerData, (message) => port.postMessage(message));
  port.on("message", (request: IndexerRequest) => indexer.handle(request));
}
