import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createPrivateKey } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { after, test } from "node:test";
import type { TLSSocket } from "node:tls";
import { createExchanger, type ExchangeOptions } from "../../src/engine/exchange/exchanger.ts";
import { never, realClock, request } from "../engine/exchange/requests.ts";
import { type Certificates, makeCertificates } from "./certificates.ts";
import { startProxy } from "./proxyServer.ts";

const made = makeCertificates();
const skip = typeof made === "string" ? made : false;
const certificates = made as Certificates;
const closing: (() => Promise<unknown>)[] = [];
after(async () => {
  for (const close of closing.toReversed()) await close();
});

/** A server that requires a certificate of its clients, and the names they showed, with each request. */
async function startStrict(maxVersion: "TLSv1.2" | "TLSv1.3" = "TLSv1.3"): Promise<{ port: number; seen: string[] }> {
  const seen: string[] = [];
  const terms = {
    ...certificates.good,
    ca: certificates.authority,
    requestCert: true,
    rejectUnauthorized: true,
    maxVersion,
  };
  const server = createServer(terms, (asked, answer) => {
    seen.push(`${(asked.socket as TLSSocket).getPeerCertificate().subject.CN} ${asked.url}`);
    answer.writeHead(302, { Location: asked.url?.split("to=")[1] ?? "/done" });
    answer.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  closing.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return { port: typeof address === "object" && address !== null ? address.port : 0, seen };
}

function exchangerWith(options: Partial<ExchangeOptions>) {
  const exchanger = createExchanger({ clock: realClock, authorities: [certificates.authority], ...options });
  closing.push(exchanger.close);
  return exchanger;
}

const noRedirect = { "no-redirect": "" };

test("a client certificate is shown to its host, with or without its port, its key locked or not", {
  skip,
}, async () => {
  const { port, seen } = await startStrict();
  const { cert, key } = certificates.wrongHost;
  const locked = createPrivateKey(key).export({
    type: "pkcs8",
    format: "pem",
    cipher: "aes-256-cbc",
    passphrase: "canary",
  });
  const own = [
    { host: "localhost", cert, key },
    { host: `LOCALHOST:${port}`, cert, key },
    { host: "localhost", cert, key: locked.toString(), passphrase: "canary" },
  ];
  for (const [index, one] of own.entries()) {
    const url = `https://localhost:${port}/${index}`;
    const exchange = await exchangerWith({ clientCertificates: [one] }).send(
      request("GET", url, { directives: noRedirect }),
      never,
    );
    assert.equal(exchange.response?.status, 302, JSON.stringify(exchange.failure));
  }
  assert.deepEqual(seen, ["other.example /0", "other.example /1", "other.example /2"]);
});

for (const version of ["TLSv1.2", "TLSv1.3"] as const) {
  test(`${version}: a server that gets no client certificate is said to want one, also when another host has one`, {
    skip,
  }, async () => {
    const { port, seen } = await startStrict(version);
    const { cert, key } = certificates.wrongHost;
    const others = [
      { host: "example", cert, key },
      { host: `localhost:${port - 1}`, cert, key },
      { host: "127.0.0.1", cert, key },
    ];
    const exchange = await exchangerWith({ clientCertificates: others }).send(
      request("GET", `https://localhost:${port}/`),
      never,
    );
    assert.equal(exchange.failure?.code, "tls", JSON.stringify(exchange.failure));
    assert.match(exchange.failure?.message ?? "", /client certificate/);
    assert.deepEqual(seen, []);
  });
}

test("TLSv1.3: a server that says that it wants a client certificate is understood", { skip }, async () => {
  const folder = mkdtempSync(join(tmpdir(), "diagnose-404-strict-"));
  for (const [name, text] of Object.entries({ ...certificates.good, authority: certificates.authority })) {
    writeFileSync(join(folder, name), text);
  }
  const words = [
    "s_server",
    "-accept",
    "127.0.0.1:0",
    "-key",
    "key",
    "-cert",
    "cert",
    "-CAfile",
    "authority",
    "-Verify",
    "1",
  ];
  const server = spawn("openssl", [...words, "-verify_return_error", "-www"], {
    cwd: folder,
    stdio: ["ignore", "pipe", "ignore"],
  });
  closing.push(async () => {
    server.kill();
    await once(server, "close");
    rmSync(folder, { recursive: true, force: true });
  });
  const port = await new Promise<string | undefined>((resolve) => {
    server.once("close", () => resolve(undefined));
    createInterface(server.stdout).on("line", (line) => {
      if (line.startsWith("ACCEPT ")) resolve(line.split(":").at(-1));
    });
  });
  const exchange = await exchangerWith({}).send(request("GET", `https://localhost:${port}/`), never);
  assert.equal(exchange.failure?.code, "tls", JSON.stringify(exchange.failure));
  assert.match(exchange.failure?.message ?? "", /may want another client certificate.*CERTIFICATE_REQUIRED/);
});

test("a redirect to another host shows it no client certificate", { skip }, async () => {
  const { port, seen } = await startStrict();
  const { cert, key } = certificates.wrongHost;
  const exchanger = exchangerWith({ clientCertificates: [{ host: "localhost", cert, key }] });
  const other = await startStrict();
  const url = `https://localhost:${port}/?to=https://127.0.0.1:${other.port}/`;
  const exchange = await exchanger.send(request("GET", url), never);
  assert.equal(exchange.hops.length, 2, JSON.stringify(exchange.failure));
  assert.equal(exchange.failure?.code, "tls", JSON.stringify(exchange.failure));
  assert.equal(seen.length, 1);
  assert.deepEqual(other.seen, []);
});

test("it is the origin, and not the proxy, that is shown the client certificate of the origin's host", {
  skip,
}, async () => {
  const { port, seen } = await startStrict();
  const proxy = await startProxy();
  closing.push(proxy.close);
  const { cert, key } = certificates.wrongHost;
  const proxies = { http: null, https: `http://${proxy.authority}`, noProxy: null, loopback: "proxied" } as const;
  const exchanger = exchangerWith({ proxies, clientCertificates: [{ host: "localhost", cert, key }] });
  const exchange = await exchanger.send(
    request("GET", `https://localhost:${port}/`, { directives: noRedirect }),
    never,
  );
  assert.equal(exchange.response?.status, 302, JSON.stringify(exchange.failure));
  assert.deepEqual(proxy.lines, [`CONNECT localhost:${port}`]);
  assert.deepEqual(seen, ["other.example /"]);
});

test("a certificate or an authority that cannot be read is a failure with advice, and says nothing of its content", {
  skip,
}, async () => {
  const { port, seen } = await startStrict();
  const { cert, key } = certificates.wrongHost;
  const broken: Partial<ExchangeOptions>[] = [
    { clientCertificates: [{ host: "localhost", cert, key: "canary" }] },
    { clientCertificates: [{ host: "localhost", cert: "canary", key }] },
    { clientCertificates: [{ host: "localhost", cert: certificates.good.cert, key }] },
  ];
  for (const options of broken) {
    const exchange = await exchangerWith(options).send(request("GET", `https://localhost:${port}/`), never);
    assert.equal(exchange.failure?.code, "tls", JSON.stringify(exchange.failure));
    assert.match(exchange.failure?.message ?? "", /client certificate for localhost cannot be used; check/);
    assert.doesNotMatch(JSON.stringify(exchange), /canary/);
  }
  assert.deepEqual(seen, []);
});
