import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { createExchanger } from "../../../src/engine/exchange/exchanger.ts";
import { never, realClock, request } from "./requests.ts";

test("# @unix-socket sends to the socket in place of the host, which stands in Host all the same", {
  skip: process.platform === "win32",
}, async () => {
  const folder = await mkdtemp(join(tmpdir(), "diagnose-404-socket-"));
  const path = join(folder, "a.sock");
  const seen: string[] = [];
  const server = createServer((asked, answer) => {
    seen.push(`${asked.method} ${asked.url} ${asked.headers.host}`);
    const isFirst = asked.url === "/a";
    answer.writeHead(isFirst ? 302 : 404, isFirst ? { location: "/b" } : {}).end();
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const exchanger = createExchanger({
    clock: realClock,
    // A proxy has no part in it.
    proxies: { http: "http://127.0.0.1:1", https: null, noProxy: null, loopback: "proxied" },
  });
  const asked = request("GET", "http://docker.local/a", { directives: { "unix-socket": path } });
  const exchange = await exchanger.send(asked, never);
  const gone = await exchanger.send({ ...asked, directives: { "unix-socket": join(folder, "none") } }, never);
  await exchanger.close();
  await new Promise((resolve) => server.close(resolve));
  await rm(folder, { recursive: true });
  assert.equal(exchange.response?.status, 404, JSON.stringify(exchange.failure));
  assert.deepEqual(seen, ["GET /a docker.local", "GET /b docker.local"]);
  assert.deepEqual([gone.failure?.code, gone.response], ["refused", null]);
  assert.match(gone.failure?.message ?? "", /no socket/);
});
