import { createExchanger } from "../../src/engine/exchange/exchanger.ts";
import { never, realClock, request } from "../engine/exchange/requests.ts";

// A process of its own, so that what it grows by is what one hostile response costs: after some harmless responses and a collection,
// it sends one request and tells its parent the most that its memory outgrew its start, in bytes.

const [origin, name, kept] = process.argv.slice(2);
const limits = kept === undefined ? {} : { keptBytes: Number(kept) };
const exchanger = createExchanger({ clock: realClock, limits: { ...limits, totalMs: 5_000 } });
for (let count = 0; count < 30; count++) await exchanger.send(request("GET", `${origin}/status-no-reason`), never);
globalThis.gc?.();
const start = process.memoryUsage.rss();
let most = start;
const timer = setInterval(() => {
  most = Math.max(most, process.memoryUsage.rss());
}, 1);
await exchanger.send(request("GET", `${origin}/${name}`), never);
most = Math.max(most, process.memoryUsage.rss());
clearInterval(timer);
await exchanger.close();
process.send?.(most - start);
process.disconnect?.();
