import { parentPort, workerData } from "node:worker_threads";
import { createRouteReader, type RouteReader } from "../engine/routes/routeReader.ts";
import { createDiskFiles } from "./diskFiles.ts";
import { createDiskGrammars } from "./diskGrammars.ts";
import { readFactCache, writeFactCache } from "./factCache.ts";
import type { IndexerData, IndexerReply, IndexerRequest } from "./indexProtocol.ts";

const SETTLE_MS = 120;

/** The entry of the worker thread: reads the workspace once, then answers every burst of changes with one new table. */
async function run(
  data: IndexerData,
  reply: (message: IndexerReply) => void,
): Promise<(request: IndexerRequest) => void> {
  const before = data.cacheFile === null ? undefined : await readFactCache(data.cacheFile);
  const reader = createRouteReader(createDiskFiles(data.root), createDiskGrammars(data.grammarFolder), before);
  const publish = async () => reply({ kind: "table", table: await reader.table() });
  let waiting: IndexerRequest[] = [];
  let isRunning = true;
  let timer: NodeJS.Timeout | undefined;
  const settle = async () => {
    if (isRunning) return;
    isRunning = true;
    const requests = waiting;
    waiting = [];
    for (const request of requests) await apply(reader, request);
    await publish();
    isRunning = false;
    if (waiting.length > 0) timer = setTimeout(settle, SETTLE_MS);
  };
  void start();
  async function start(): Promise<void> {
    await reader.readAll((done, total) => reply({ kind: "progress", done, total }));
    await publish();
    const memory = reader.memory();
    if (data.cacheFile !== null && memory !== null) await writeFactCache(data.cacheFile, memory);
    isRunning = false;
    if (waiting.length > 0) await settle();
  }
  return (request) => {
    waiting.push(request);
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLE_MS);
  };
}

async function apply(reader: RouteReader, request: IndexerRequest): Promise<void> {
  if (request.kind === "changed") await reader.readAgain(request.files);
  else await reader.setText(request.file, request.text);
}

const port = parentPort;
if (port !== null) {
  const handling = run(workerData as IndexerData, (message) => port.postMessage(message));
  port.on("message", (request: IndexerRequest) => void handling.then((handle) => handle(request)));
}
