import { fork } from "node:child_process";
import { once } from "node:events";
import { Agent, request as undiciRequest } from "undici";
import { createExchanger } from "../../src/engine/exchange/exchanger.ts";
import { never, realClock, request } from "../engine/exchange/requests.ts";

// One replay against bare undici.request, on the same server, in the same run, in turns: first one at a time, then 64 at once.
// The floor promised: at the median a replay costs less than 1.5 ms more than the bare request.

const rounds = 7;
const warmUp = 300;
const oneByOne = 400;
const inParallel = 64;
const parallelTotal = 1_920;
const promisedMs = 1.5;

interface Side {
  readonly name: string;
  send(): Promise<void>;
}

const child = fork(new URL("./answeringServer.ts", import.meta.url));
const [port] = (await once(child, "message")) as [number];
const url = `http://127.0.0.1:${port}/users/42?tenant=acme`;
const agent = new Agent({ connections: inParallel });
const exchanger = createExchanger({ clock: realClock });
const headers = [["Accept", "application/json"]] as const;
const asked = request("GET", url, { headers });

const bare: Side = {
  name: "undici.request",
  send: async () => {
    const { body } = await undiciRequest(url, { dispatcher: agent, headers: { Accept: "application/json" } });
    await body.text();
  },
};
const replay: Side = {
  name: "replay",
  send: async () => {
    const exchange = await exchanger.send(asked, never);
    if (exchange.response?.status !== 404) throw new Error(exchange.failure?.message ?? "no answer");
  },
};

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function spread(values: readonly number[], digits: number): string {
  const show = (value: number) => value.toFixed(digits);
  return `${show(median(values))} (${show(Math.min(...values))} to ${show(Math.max(...values))})`;
}

/** The median time of one request, in ms. */
async function timeOneByOne(side: Side): Promise<number> {
  const times: number[] = [];
  for (let index = 0; index < oneByOne; index++) {
    const started = performance.now();
    await side.send();
    times.push(performance.now() - started);
  }
  return median(times);
}

/** Requests a second with 64 under way. */
async function timeInParallel(side: Side): Promise<number> {
  let left = parallelTotal;
  const work = async () => {
    while (left-- > 0) await side.send();
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: inParallel }, work));
  return (parallelTotal * 1000) / (performance.now() - started);
}

async function compare(
  time: (side: Side) => Promise<number>,
): Promise<{ floor: number[]; ours: number[]; ratios: number[] }> {
  const floor: number[] = [];
  const ours: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? [bare, replay] : [replay, bare];
    for (const side of order) (side === bare ? floor : ours).push(await time(side));
  }
  return { floor, ours, ratios: ours.map((value, index) => value / (floor[index] ?? Number.NaN)) };
}

for (let index = 0; index < warmUp; index++) {
  await bare.send();
  await replay.send();
}
const single = await compare(timeOneByOne);
const overheads = single.ours.map((value, index) => value - (single.floor[index] ?? Number.NaN));
console.log(`one at a time, p50 in ms over ${rounds} rounds of ${oneByOne}: median (min to max)`);
console.log(`  ${bare.name}  ${spread(single.floor, 3)}`);
console.log(`  ${replay.name}          ${spread(single.ours, 3)}`);
console.log(`  ratio           ${spread(single.ratios, 2)}`);
console.log(`  overhead        ${spread(overheads, 3)} ms; promised below ${promisedMs} ms`);
const many = await compare(timeInParallel);
console.log(`${inParallel} at once, requests a second over ${rounds} rounds of ${parallelTotal}: median (min to max)`);
console.log(`  ${bare.name}  ${spread(many.floor, 0)}`);
console.log(`  ${replay.name}          ${spread(many.ours, 0)}`);
console.log(`  ratio           ${spread(many.ratios, 2)}`);
await exchanger.close();
await agent.close();
child.disconnect();
process.exitCode = median(overheads) < promisedMs ? 0 : 1;
