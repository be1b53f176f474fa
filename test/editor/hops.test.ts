import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { commands } from "vscode";
import { activated, diagnoseRequest } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

describe("the hops of a request", () => {
  let server: Server;
  let remove: () => Promise<void>;

  before(async () => {
    await activated();
    await commands.executeCommand("diagnose404.clearInvestigations");
    server = createServer((asked, answer) => {
      const isOld = asked.url?.startsWith("/api/");
      answer.writeHead(isOld ? 301 : 404, isOld ? { location: "/orders/7/" } : { refresh: "0; url=/login" }).end();
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    remove = await writeScratch("hops", { "a.http": `GET http://127.0.0.1:${port}/api/orders/7\n` });
  });

  after(async () => {
    await commands.executeCommand("workbench.action.closeActiveEditor");
    await remove();
    server.close();
  });

  it("stand beneath the capture, each with its times, what it changed and where it would lead", async () => {
    const { treeText } = await activated();
    await diagnoseRequest("hops/a.http", "GET");
    const capture = treeText().split("\n  Existence")[0] ?? "";
    assert.match(capture, /\n {4}Hop 1: GET http:\S+\/api\/orders\/7 {2}301 · [\d.]+ ms\n/);
    assert.match(capture, /\n {6}.*connect [\d.]+ ms, .*first byte [\d.]+ ms/);
    assert.match(capture, /\n {6}The redirect drops the prefix \/api\n {6}The redirect adds a trailing slash\n/);
    assert.match(capture, /\n {4}Hop 2: GET http:\S+\/orders\/7\/ {2}404 · [\d.]+ ms\n/);
    assert.match(capture, /\n {6}A Refresh field leads to \/login; it was not followed\./);
  });
});
