import { parentPort, workerData } from "node:worker_threads";
import {
  createExchangeHistory,
  type HistoryContent,
  type HistoryStore,
} from "../engine/exchange/history/exchangeHistory.ts";
import type { StoredExchange } from "../engine/exchange/history/storedExchange.ts";
import { createMask } from "../engine/secrets.ts";
import { exportCorrected, exportDiagnosis } from "../report/exports/exports.ts";
import { storedExchangeText } from "../report/exports/storedExchangeText.ts";
import type {
  ArchiverCalls,
  ArchiverData,
  ArchiverPiece,
  ArchiverReply,
  ArchiverRequest,
  EntrySummary,
  HistorySummary,
} from "./archiveProtocol.ts";
import { unpack } from "./parcels.ts";
import { createTextFile } from "./textFile.ts";

/** The calls as this thread performs them: masking megabytes and reading them back takes longer than an editor may stand still. */
type Performed = {
  readonly [Call in keyof ArchiverCalls]: (
    ...given: Parameters<ArchiverCalls[Call]>
  ) => ReturnType<ArchiverCalls[Call]> | Promise<ReturnType<ArchiverCalls[Call]>>;
};

function createCalls({ historyFile }: ArchiverData): Performed {
  const history = createExchangeHistory(historyFile === null ? createMemory() : createTextFile(historyFile));
  return {
    export(diagnosis, format) {
      const mask = createMask(diagnosis.request.secrets);
      const text = format === "corrected" ? exportCorrected(diagnosis, mask) : exportDiagnosis(diagnosis, format, mask);
      return text === null ? null : new TextEncoder().encode(text);
    },
    add: async (exchange, secrets, subject) => summarize(await history.add(exchange, createMask(secrets), subject)),
    list: async () => summarize(await history.read()),
    async print(id) {
      const { entries } = await history.read();
      const found = entries.find(({ subject }) => subject?.id === id);
      return found === undefined ? null : storedExchangeText(found);
    },
    clear: async () => summarize(await history.clear()),
  };
}

function createMemory(): HistoryStore {
  let kept: string | undefined;
  return {
    read: async () => kept,
    write: async (text) => {
      kept = text;
    },
  };
}

function summarize({ entries, damaged, problem }: HistoryContent): HistorySummary {
  return { entries: entries.toReversed().map(summarizeEntry), damaged: damaged.length, problem };
}

function summarizeEntry({ subject, hops }: StoredExchange): EntrySummary {
  const [first] = hops;
  return { subject, method: first?.method ?? "", url: first?.url ?? "", at: first?.startedAt ?? 0 };
}

function answerOf(number: number, perform: () => Promise<unknown>): Promise<ArchiverReply> {
  return perform().then(
    (answer) => ({ number, answer }),
    (error: unknown) => ({ number, error: String(error) }),
  );
}

/** What came of the contents of calls that have yet to come, by the number of the call. */
const pieces = new Map<number, Uint8Array[]>();

function takeContents(number: number, sizes: readonly number[]): readonly Uint8Array[] {
  const all = Buffer.concat(pieces.get(number) ?? []);
  pieces.delete(number);
  let end = 0;
  return sizes.map((size) => {
    end += size;
    return all.subarray(end - size, end);
  });
}

const port = parentPort;
if (port !== null) {
  const calls = createCalls(workerData as ArchiverData);
  port.on("message", async (message: ArchiverPiece | ArchiverRequest) => {
    const { number } = message;
    if ("bytes" in message) {
      pieces.set(number, [...(pieces.get(number) ?? []), message.bytes]);
      return;
    }
    const { call, given: value, sizes } = message;
    const given = unpack({ value, contents: takeContents(number, sizes) }) as readonly unknown[];
    const perform = calls[call] as (...given: readonly unknown[]) => unknown;
    const reply = await answerOf(number, async () => perform(...given));
    // What is exported is handed over, not copied.
    port.postMessage(reply, reply.answer instanceof Uint8Array ? [reply.answer.buffer as ArrayBuffer] : []);
  });
}
