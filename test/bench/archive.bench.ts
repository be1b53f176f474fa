import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { createArchive } from "../../src/node/archive.ts";
import { answered, movedOrder } from "../report/movedOrder.ts";

// An investigation as large as one can be, an answer of 5 MB and eleven probes of 2 MB, is kept and exported by the worker. What counts
// is the longest turn of the thread that asks for it, an editor's: against the same by one message, in the same run, in turns.

const rounds = 5;
const promisedMs = 16;

const line = '{"id":12345,"name":"an item of the list","link":"https://example.com/items/12345"}\n';

function respond(size: number) {
  const body = Buffer.from(line.repeat(Math.ceil(size / line.length)).slice(0, size));
  return { status: 404, reason: "", headers: [], body, text: body.toString("utf8"), size, truncated: false };
}

function exchangeOf(size: number) {
  const exchange = answered("http://localhost/a", 404);
  const response = respond(size);
  return { ...exchange, response, hops: exchange.hops.map((hop) => ({ ...hop, response })) };
}

const [first] = movedOrder.probes;
if (first === undefined) throw new Error("there is no probe to enlarge");
const exchanges = [5_000_000, ...new Array<number>(11).fill(2_000_000)].map(exchangeOf);
const diagnosis = {
  ...movedOrder,
  exchange: exchanges[0] ?? null,
  probes: exchanges.map((exchange) => ({ ...first, exchange })),
};
const archive = createArchive({
  workerFile: join(import.meta.dirname, "../../src/node/archiver.ts"),
  historyFile: null,
});
await archive.list();

/** The longest turn of this thread while something runs in the other, and the whole time, in ms. */
async function longestTurn(run: () => Promise<unknown>): Promise<{ longest: number; whole: number }> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const started = performance.now();
  await run();
  delay.disable();
  return { longest: delay.max / 1e6, whole: performance.now() - started };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}

const show = (values: readonly number[]) =>
  `${median(values).toFixed(1)} (${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)})`;

const copied: number[] = [];
const turns: number[] = [];
const wholes: number[] = [];
for (let round = 0; round < rounds; round++) {
  const started = performance.now();
  structuredClone(diagnosis);
  copied.push(performance.now() - started);
  const { longest, whole } = await longestTurn(() => archive.export(diagnosis, "har"));
  turns.push(longest);
  wholes.push(whole);
}
await archive.close();
console.log(`27 MB of contents exported as HAR, in ms over ${rounds} rounds: median (min to max)`);
console.log(`  copied by one message  ${show(copied)}, all of it in one turn`);
console.log(`  longest turn           ${show(turns)}; promised below ${promisedMs}`);
console.log(`  until the archive is there  ${show(wholes)}`);
process.exitCode = median(turns) < promisedMs ? 0 : 1;
