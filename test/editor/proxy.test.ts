import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { ConfigurationTarget, workspace } from "vscode";
import { diagnoseRequest } from "./opened.ts";
import { writeScratch } from "./scratch.ts";

describe("the proxy that VS Code is set up with", () => {
  const asked: string[] = [];
  let proxy: Server;
  let remove: () => Promise<void>;

  before(async () => {
    proxy = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.writeHead(404, { "content-type": "text/plain" }).end("nothing here");
    }).listen(0, "127.0.0.1");
    await once(proxy, "listening");
    remove = await writeScratch("proxied", { "a.http": "GET http://shop.invalid/orders/7\n" });
    await setProxy(`http://127.0.0.1:${(proxy.address() as AddressInfo).port}`);
  });

  after(async () => {
    await setProxy(undefined);
    await remove();
    proxy.close();
  });

  async function setProxy(url: string | undefined): Promise<void> {
    await workspace.getConfiguration("http").update("proxy", url, ConfigurationTarget.Global);
  }

  it("is asked for every request and probe that goes to another machine", async () => {
    const { exchange, probes } = await diagnoseRequest("proxied/a.http", "shop.invalid");
    assert.equal(exchange?.response?.status, 404);
    assert.equal(asked[0], "GET http://shop.invalid/orders/7");
    assert.equal(asked.length, probes.length);
  });

  it("is left out for what http.noProxy names, and where http.proxySupport is off", async () => {
    const http = workspace.getConfiguration("http");
    for (const [name, value] of [
      ["noProxy", ["*.invalid"]],
      ["proxySupport", "off"],
    ] as const) {
      const before = asked.length;
      await http.update(name, value, ConfigurationTarget.Global);
      const { exchange } = await diagnoseRequest("proxied/a.http", "shop.invalid");
      await http.update(name, undefined, ConfigurationTarget.Global);
      assert.equal(exchange?.failure?.code, "no-such-host", name);
      assert.equal(asked.length, before, name);
    }
  });
});
