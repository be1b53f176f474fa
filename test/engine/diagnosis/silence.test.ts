import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { diagnoseWorkspace, findingsOf } from "./workspaceDiagnosis.ts";

/** Diagnoses against a server that answers all with 404, and the n-th request besides with fields of its own. */
async function diagnoseAt(path: string, fieldsOf: (count: number) => Readonly<Record<string, string>>) {
  const seen: string[] = [];
  const server = createServer(({ method, url }, response) => {
    seen.push(`${method} ${url}`);
    response.writeHead(404, fieldsOf(seen.length)).end(`Cannot ${method} ${url}`);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const diagnosis = await diagnoseWorkspace({ "api.http": `GET ${origin}${path}\n` }, null);
  server.closeAllConnections();
  server.close();
  return { diagnosis, seen, origin };
}

test("a host that asks for silence in its first answer is not probed, and that is said", async () => {
  const { diagnosis, seen, origin } = await diagnoseAt("/api/orders/8472", () => ({ "retry-after": "20" }));
  assert.deepEqual(seen, ["GET /api/orders/8472"]);
  const said = `${origin} asked not to be sent more for 20 s; probe again later.`;
  assert.ok(findingsOf(diagnosis, "capture").includes(said), findingsOf(diagnosis, "capture").join("\n"));
});

test("one that asks for it in answer to a probe gets no other", async () => {
  const asks = (count: number): Readonly<Record<string, string>> => (count === 3 ? { "retry-after": "20" } : {});
  const { diagnosis, seen } = await diagnoseAt("/api/orders/8472", asks);
  assert.equal(seen.length, 3);
  assert.equal(diagnosis.probes.length, 3);
  assert.match(findingsOf(diagnosis, "capture").join("\n"), /asked not to be sent more/);
});

test("a path that may change something is not probed around, and that is said", async () => {
  const { diagnosis, seen } = await diagnoseAt("/api/session/logout", () => ({}));
  assert.deepEqual(
    seen.filter((request) => request === "GET /api/session/logout"),
    ["GET /api/session/logout"],
  );
  assert.match(findingsOf(diagnosis, "capture").join("\n"), /reads as if even a GET changes something/);
});
