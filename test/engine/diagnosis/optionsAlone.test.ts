import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { diagnoseWorkspace } from "./workspaceDiagnosis.ts";

/** What OPTIONS answers: the methods it allows, or null for a bare 405. */
type Says = (path: string) => string | null;

const lies: readonly (readonly [string, string, Says])[] = [
  ["GET", "that every path takes GET", () => "GET, POST, DELETE"],
  ["PUT", "that every path takes other methods", () => "GET, POST, DELETE"],
  ["GET", "that this path alone takes the method that misses", (path) => (path.endsWith("/8472") ? "GET, POST" : "")],
  [
    "GET",
    "that everything below here takes other methods",
    (path) => (path.startsWith("/api/v2/orders") ? "POST, PATCH" : ""),
  ],
  [
    "PUT",
    "that this path alone takes GET, which misses as well",
    (path) => (path.endsWith("/8472") ? "GET, POST" : ""),
  ],
  ["GET", "nothing, with a 405 that names no method", () => null],
  ["PUT", "nothing, with a 405 that names no method", () => null],
];

for (const [method, what, says] of lies) {
  test(`${method}: OPTIONS says ${what}, everything else says 404, and no verdict rests on it`, async () => {
    const seen: string[] = [];
    const server = createServer(({ method: asked, url = "" }, response) => {
      seen.push(String(asked));
      const allow = asked === "OPTIONS" ? says(url) : undefined;
      const status = allow === undefined || allow === "" ? 404 : allow === null ? 405 : 204;
      response.writeHead(status, allow ? { allow } : {}).end(status === 404 ? "not found" : "");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const texts = { "api.http": `${method} http://127.0.0.1:${port}/api/v2/orders/8472\n` };
    const { verdict } = await diagnoseWorkspace(texts, null, () => ({ consent: { allows: async () => true } }));
    server.closeAllConnections();
    server.close();
    assert.ok(seen.includes("OPTIONS"), "it was asked");
    assert.equal(verdict.cause, null, verdict.summary);
  });
}

test("OPTIONS is believed where neither a path elsewhere nor one beside this is said to take what this one takes", async () => {
  const server = createServer(({ method, url }, response) => {
    const isHere = url === "/api/v2/orders/8472";
    const status = isHere && method === "OPTIONS" ? 204 : 404;
    response.writeHead(status, status === 204 ? { allow: "PATCH, DELETE" } : {}).end(status === 404 ? "not found" : "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const { verdict, probes } = await diagnoseWorkspace(
    { "api.http": `GET http://127.0.0.1:${port}/api/v2/orders/8472\n` },
    null,
  );
  server.closeAllConnections();
  server.close();
  assert.equal(`${verdict.cause}/${verdict.kind}`, "method-mismatch/wrong-method");
  assert.equal(probes.filter(({ method }) => method === "OPTIONS").length, 3, "here, elsewhere, and beside");
});
