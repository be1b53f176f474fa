import assert from "node:assert/strict";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { commands } from "vscode";
import type { Diagnosis } from "../../src/engine/model/diagnosis.ts";
import { activated, lineOf, openAt } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

describe("a response recorded beneath its request", () => {
  let remove: () => Promise<void>;
  let server: Server;
  let received = 0;

  before(async () => {
    await activated();
    server = createServer((_, response) => {
      received++;
      response.end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    remove = await writeScratch("recorded", {
      "api.http": `POST ${url}/a\n\n{}\n\nHTTP/1.1 404 Not Found\nX-Powered-By: Express\n\nCannot POST /a\n\n###\nWS ${url}/b\n`,
    });
  });

  after(async () => {
    server.close();
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await remove();
  });

  it("is diagnosed without anything being asked or sent", async () => {
    const { document } = await openAt("recorded/api.http", "POST");
    const target = { kind: "request", uri: document.uri.toString(), line: lineOf(document, "POST") + 1 };
    const diagnosis = await commands.executeCommand<Diagnosis>("diagnose404.diagnoseRecorded", target);
    assert.deepEqual(
      [diagnosis.outcome, diagnosis.exchange?.response?.status, diagnosis.probes.length, received],
      ["not-found", 404, 1, 0],
    );
  });

  it("is asked for where there is none, and other protocols than HTTP are never sent", async () => {
    const { document } = await openAt("recorded/api.http", "WS");
    const target = { kind: "request", uri: document.uri.toString(), line: lineOf(document, "WS") + 1 };
    assert.equal(await commands.executeCommand("diagnose404.diagnoseRecorded", target), undefined);
    assert.equal(await commands.executeCommand("diagnose404.diagnose", target), undefined);
    assert.equal(received, 0);
  });
});
