import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { once } from "node:events";
import { createServer as createPlainServer, type Server } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { TLSSocket } from "node:tls";
import { ConfigurationTarget, commands, workspace } from "vscode";
import { type Certificates, makeCertificates } from "../hostile/certificates.ts";
import { type ProxyServer, startProxy } from "../hostile/proxyServer.ts";
import { activated, diagnoseRequest, fileUri } from "./opened.ts";
import { leaveQuestion } from "./picking.ts";
import { writeScratch } from "./scratch.ts";

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

describe("TLS under the settings", () => {
  const seen: string[] = [];
  const closing: (() => unknown)[] = [];
  let made: Certificates;
  let strict: Server;
  let plain: Server;
  let proxy: ProxyServer;

  before(async function () {
    await activated();
    const certificates = makeCertificates();
    if (typeof certificates === "string") {
      return this.skip();
    }
    made = certificates;
    strict = createServer({ ...made.good, ca: made.authority, requestCert: true }, (asked, answer) => {
      seen.push(String((asked.socket as TLSSocket).getPeerCertificate().subject?.CN));
      answer.writeHead(404).end("no");
    }).listen(0, "127.0.0.1");
    plain = createPlainServer((_asked, answer) => answer.writeHead(404).end("no")).listen(0, "127.0.0.1");
    await Promise.all([once(strict, "listening"), once(plain, "listening")]);
    proxy = await startProxy({ identity: made.selfSigned });
    const terms = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "canary" } as const;
    const remove = await writeScratch("tls", {
      "own.pem": made.wrongHost.cert,
      "open.key": made.wrongHost.key,
      "locked.key": String(createPrivateKey(made.wrongHost.key).export(terms)),
      "strict.http": `# @no-reject-unauthorized\nGET https://localhost:${portOf(strict)}/orders/7\n`,
      "proxied.http": `GET http://shop.invalid:${portOf(plain)}/orders/7\n`,
    });
    closing.push(
      remove,
      () => strict.close(),
      () => plain.close(),
      () => proxy.close(),
    );
  });

  after(async () => {
    await set("diagnose404", "clientCertificates", undefined);
    await set("http", "proxy", undefined);
    await set("http", "proxyStrictSSL", undefined);
    await commands.executeCommand("workbench.action.closeActiveEditor");
    for (const close of closing) {
      await close();
    }
  });

  async function set(section: string, name: string, value: unknown): Promise<void> {
    await workspace.getConfiguration(section).update(name, value, ConfigurationTarget.Global);
  }

  it("shows the client certificate that the settings name for the host", async () => {
    await set("diagnose404", "clientCertificates", {
      [`localhost:${portOf(strict)}`]: { cert: "tls/own.pem", key: fileUri("tls/open.key").fsPath },
      "other.example": { cert: "nowhere.pem" },
    });
    const { exchange } = await diagnoseRequest("tls/strict.http", "GET");
    assert.equal(exchange?.response?.status, 404, JSON.stringify(exchange?.failure));
    assert.deepEqual(new Set(seen), new Set(["other.example"]));
  });

  it("asks for the passphrase of a locked one, and sends nothing when it gets none", async () => {
    const before = seen.length;
    await commands.executeCommand("diagnose404.clearInvestigations");
    await set("diagnose404", "clientCertificates", { localhost: { cert: "tls/own.pem", key: "tls/locked.key" } });
    const uri = fileUri("tls/strict.http").toString();
    await leaveQuestion("diagnose404.diagnose", { kind: "request", uri, line: 2 });
    assert.equal(seen.length, before);
    assert.deepEqual((await activated()).investigations(), []);
  });

  it("judges the certificate of a proxy as http.proxyStrictSSL says", async () => {
    await set("http", "proxy", `https://127.0.0.1:${proxy.port}`);
    const refused = (await diagnoseRequest("tls/proxied.http", "GET")).exchange;
    assert.equal(refused?.failure?.code, "proxy");
    assert.match(refused?.failure?.message ?? "", /certificate of the proxy .* is self-signed/);
    assert.deepEqual(proxy.lines, []);
    await set("http", "proxyStrictSSL", false);
    const answered = (await diagnoseRequest("tls/proxied.http", "GET")).exchange;
    assert.equal(answered?.response?.status, 404, JSON.stringify(answered?.failure));
    assert.match(proxy.lines[0] ?? "", /^GET http:\/\/shop\.invalid/);
  });
});
