import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { createExchanger } from "../../../src/engine/exchange/exchanger.ts";
import { realClock } from "../exchange/requests.ts";
import { diagnoseWorkspace, kindOf } from "./workspaceDiagnosis.ts";

const app = `const app = require("express")();
app.get("/api/v1/orders/:id", (q, s) => s.end());
app.listen(3000);
`;

test("one probe that is never answered ends in time and is listed, and the investigation concludes with the others", async () => {
  let held: string | null = null;
  // The first path that nothing would ask for but a control is left without an answer.
  const server = createServer(({ url = "", method }, response) => {
    const isControl = !/^\/api\/v[12]\/orders\/8472$/.test(url);
    if (held === null && isControl) {
      held = `${method} ${url}`;
      return;
    }
    response.writeHead(url.startsWith("/api/v1/orders/") ? 200 : 404).end(`Cannot GET ${url}`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const exchanger = createExchanger({ clock: realClock, limits: { totalMs: 2_000, hopMs: 2_000 } });
  const texts = {
    "package.json": '{ "dependencies": { "express": "5" } }',
    "app.js": app,
    "api.http": `GET ${base}/api/v2/orders/8472\n`,
  };
  const diagnosis = await diagnoseWorkspace(texts, null, () => ({ exchanger }));
  await exchanger.close();
  server.closeAllConnections();
  server.close();
  const unanswered = diagnosis.probes.filter(({ exchange }) => exchange.failure?.code === "timed-out");
  assert.deepEqual(
    unanswered.map(({ method, url }) => `${method} ${url}`),
    [String(held).replace(" ", ` ${base}`)],
  );
  assert.ok(diagnosis.probes.length > unanswered.length + 1, "other probes were sent after it");
  assert.equal(kindOf(diagnosis), "route-drift/version-moved");
});
