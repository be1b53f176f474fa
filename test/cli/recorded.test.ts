import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { runCli } from "./runCli.ts";

describe("diagnose --recorded", () => {
  let folder = "";
  let server: Server;
  let received = 0;
  before(async () => {
    server = createServer((_, response) => {
      received++;
      response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), "recorded-"));
    const request = { method: "GET", url: `${url}/har`, headers: [] };
    const response = { status: 404, headers: [], content: { text: "Cannot GET /har" } };
    await writeFile(join(folder, "site.har"), JSON.stringify({ log: { entries: [{ request, response }] } }));
    await writeFile(
      join(folder, "api.http"),
      `### a\nPOST ${url}/a\n\n{}\n\nHTTP/1.1 404 Not Found\nX-Powered-By: Express\n\n<pre>Cannot POST /a</pre>\n\n### b\nGET ${url}/b\n`,
    );
  });
  after(async () => {
    server.close();
    await rm(folder, { recursive: true });
  });

  it("diagnoses the response beneath the request, whatever its method, and sends nothing", async () => {
    const run = await runCli(folder, "diagnose", "api.http#a", "--recorded", "--json");
    assert.equal(run.status, 1, run.stderr);
    const { outcome, response, responder, probes } = JSON.parse(run.stdout);
    assert.deepEqual([outcome, response.status, responder.name, probes.length], ["not-found", 404, "Express", 1]);
    const text = await runCli(folder, "diagnose", "api.http#a", "--recorded");
    assert.match(text.stdout, /Nothing was sent: the response is the one that was recorded\./);
    assert.equal(received, 0);
  });

  it("diagnoses what a HAR file holds", async () => {
    const run = await runCli(folder, "diagnose", "site.har:1", "--recorded", "--json");
    assert.deepEqual([run.status, JSON.parse(run.stdout).response.status, received], [1, 404, 0]);
  });

  it("says when nothing is recorded", async () => {
    const run = await runCli(folder, "diagnose", "api.http#b", "--recorded", "--json");
    assert.deepEqual([run.status, JSON.parse(run.stdout).error.code, received], [2, "no-recorded-response", 0]);
  });
});
