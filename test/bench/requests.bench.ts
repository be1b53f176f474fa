import { parseHttpFile } from "../../src/engine/requests/grammar/parseHttpFile.ts";
import { parseWithHttpYac, requestsOf } from "../engine/requests/httpYac.ts";

// Reading a request file against httpYac's own parser, on the same text, in the same run, in turns.
// Promised: 1,000 requests are read at least 20 times faster, and ten times as many take about ten times as long.

const rounds = 9;
const warmUp = 10;
const few = 1_000;
const many = 10_000;
const promisedRatio = 20;
/** What one request of many may cost of one of few; memory makes large texts a little dearer. */
const promisedGrowth = 2;

/** What people write: a title, variables, a few fields, a query over lines, now and then a body. */
function write(count: number): string {
  const requests = Array.from({ length: count }, (_, at) => {
    const lead = `### order ${at}\n# @name order${at}\n`;
    const fields = "Accept: application/json\nAuthorization: Bearer {{token}}\nX-Tenant: acme\n";
    return at % 3 === 0
      ? `${lead}POST {{host}}/api/v2/orders/${at}/items HTTP/1.1\n${fields}Content-Type: application/json\n\n{\n  "sku": "A-${at}",\n  "count": 2\n}\n`
      : `${lead}GET {{host}}/api/v2/orders/${at}\n  ?page=1\n  &sort=date\n${fields}`;
  });
  return `@host = http://localhost:3000\n\n${requests.join("\n")}`;
}

/** What one reading costs a processor in ms, whatever else the machine is doing: the mean of some readings one after another. */
async function time(count: number, readings: number, read: () => Promise<number> | number): Promise<number> {
  const started = process.threadCpuUsage();
  for (let reading = 0; reading < readings; reading++) {
    const found = await read();
    if (found !== count) throw new Error(`${found} of ${count} requests were read.`);
  }
  const { user, system } = process.threadCpuUsage(started);
  return (user + system) / 1000 / readings;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function spread(values: readonly number[], digits: number): string {
  const show = (value: number) => value.toFixed(digits);
  return `${show(median(values))} (${show(Math.min(...values))} to ${show(Math.max(...values))})`;
}

const fewText = write(few);
const manyText = write(many);
const ours = () => parseHttpFile(fewText).requests.length;
const theirs = async () => requestsOf(await parseWithHttpYac(fewText)).length;

for (let round = 0; round < warmUp; round++) {
  await time(few, 20, ours);
  await time(few, 1, theirs);
}

const oursMs: number[] = [];
const theirsMs: number[] = [];
const manyMs: number[] = [];
for (let round = 0; round < rounds; round++) {
  if (round % 2 === 0) theirsMs.push(await time(few, 1, theirs));
  oursMs.push(await time(few, 20, ours));
  if (round % 2 === 1) theirsMs.push(await time(few, 1, theirs));
  manyMs.push(await time(many, 2, () => parseHttpFile(manyText).requests.length));
}
const ratios = theirsMs.map((value, at) => value / (oursMs[at] ?? Number.NaN));
const growth = manyMs.map((value, at) => value / many / ((oursMs[at] ?? Number.NaN) / few));

console.log(
  `${few} requests, ${(fewText.length / 1000).toFixed(0)} kB, ${rounds} rounds in turns: median (min to max)`,
);
console.log(`  httpYac         ${spread(theirsMs, 1)} ms`);
console.log(`  ours            ${spread(oursMs, 2)} ms`);
console.log(`  ratio           ${spread(ratios, 0)} times faster; promised ${promisedRatio}`);
console.log(`${many} requests, ${(manyText.length / 1000).toFixed(0)} kB`);
console.log(`  ours            ${spread(manyMs, 1)} ms`);
console.log(`  one request     ${spread(growth, 2)} times one of ${few}; promised below ${promisedGrowth}`);
process.exitCode = median(ratios) >= promisedRatio && median(growth) < promisedGrowth ? 0 : 1;
