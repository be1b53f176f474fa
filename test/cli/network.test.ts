import assert from "node:assert/strict";
import { createPrivateKey } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer as createPlainServer } from "node:http";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { TLSSocket } from "node:tls";
import { readProxies } from "../../src/node/network.ts";
import { respond, startRecordingServer } from "../engine/exchange/recordingServer.ts";
import { type Certificates, makeCertificates } from "../hostile/certificates.ts";
import { startProxy } from "../hostile/proxyServer.ts";
import { startSocks } from "../hostile/socksServer.ts";
import { startCli } from "./runCli.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "diagnose-404-network-"));
});
after(() => rm(folder, { recursive: true, force: true }));

test("the environment names the proxies, in lower case first, and a CGI process takes none from a header", () => {
  const none = { http: null, https: null, noProxy: null };
  assert.deepEqual(readProxies({}), none);
  assert.deepEqual(readProxies({ HTTP_PROXY: "", https_proxy: "" }), none);
  assert.deepEqual(readProxies({ HTTP_PROXY: "A", http_proxy: "a", HTTPS_PROXY: "B", NO_PROXY: "C" }), {
    http: "a",
    https: "B",
    noProxy: "C",
  });
  assert.deepEqual(readProxies({ REQUEST_METHOD: "GET", HTTP_PROXY: "evil" }), none);
  assert.deepEqual(readProxies({ ALL_PROXY: "A", https_proxy: "b" }), { http: "A", https: "b", noProxy: null });
});

test("the command line goes through the proxy of its environment and never shows its credentials", async () => {
  const origin = await startRecordingServer((socket, head) =>
    socket.write(respond(404, [], `no ${head.split("\r\n")[0]}`)),
  );
  const proxy = await startProxy({ credentials: "me:canary-proxy" });
  const environment = { HTTP_PROXY: `http://me:canary-proxy@${proxy.authority}` };
  const url = `http://origin.example:${origin.port}/missing`;
  const words = ["diagnose", "--url", url, "--no-probes", "--json"];
  const run = await startCli(folder, words, environment).ended;
  const wrong = { HTTP_PROXY: `http://me:canary-wrong@${proxy.authority}` };
  const refused = await startCli(folder, words, wrong).ended;
  await proxy.close();
  await origin.close();
  assert.equal(run.status, 1, run.stderr);
  assert.ok(proxy.lines.includes(`GET ${url}`));
  assert.doesNotMatch(origin.received(), /proxy-authorization/i);
  assert.equal(refused.status, 3);
  assert.match(refused.stdout, /asks for credentials/);
  assert.doesNotMatch(run.stdout + run.stderr + refused.stdout + refused.stderr, /canary/);
});

test("an authority of NODE_EXTRA_CA_CERTS is trusted besides those of Node", async (context) => {
  const made = makeCertificates();
  if (typeof made === "string") return context.skip(made);
  const server = createServer(made.good, (_asked, answer) => answer.writeHead(404).end("gone"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const url = `https://localhost:${typeof address === "object" ? address?.port : 0}/missing`;
  const file = join(folder, "authority.pem");
  await writeFile(file, made.authority);
  const words = ["diagnose", "--url", url, "--no-probes", "--json"];
  const trusted = await startCli(folder, words, { NODE_EXTRA_CA_CERTS: file }).ended;
  const unknown = await startCli(folder, words).ended;
  await new Promise<void>((resolve) => server.close(() => resolve()));
  assert.equal(trusted.status, 1, trusted.stdout);
  assert.equal(unknown.status, 3);
  assert.match(unknown.stdout, /unknown authority \(Test Authority\)/);
});

/** An https server that wants a certificate, and what its clients showed. */
async function startStrict(made: Certificates): Promise<{ url: string; seen: string[]; close(): Promise<unknown> }> {
  const seen: string[] = [];
  const terms = { ...made.good, ca: made.authority, requestCert: true, rejectUnauthorized: true };
  const server = createServer(terms, (asked, answer) => {
    seen.push(String((asked.socket as TLSSocket).getPeerCertificate().subject.CN));
    answer.writeHead(404).end("gone");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `https://localhost:${typeof address === "object" ? address?.port : 0}/missing`,
    seen,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

test("--cert, --key, --pass and --cacert mean what they mean to curl", async (context) => {
  const made = makeCertificates();
  if (typeof made === "string") return context.skip(made);
  const { url, seen, close } = await startStrict(made);
  const { cert, key } = made.wrongHost;
  const terms = { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "canary-pass" } as const;
  const files = { "ca.pem": made.authority, "own.pem": cert, "key.pem": createPrivateKey(key).export(terms) };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  const words = ["diagnose", "--url", url, "--no-probes", "--json", "--cacert", "ca.pem"];
  const own = [...words, "--cert", "own.pem", "--key", "key.pem"];
  const shown = await startCli(folder, [...own, "--pass", "canary-pass"]).ended;
  const locked = await startCli(folder, own).ended;
  const none = await startCli(folder, words).ended;
  const missing = await startCli(folder, [...words, "--cert", "nowhere.pem"]).ended;
  await close();
  assert.equal(shown.status, 1, shown.stdout);
  assert.deepEqual(seen, ["other.example"]);
  assert.doesNotMatch(shown.stdout + shown.stderr, /canary/);
  assert.equal(locked.status, 2);
  assert.match(locked.stdout, /give its passphrase with --pass/);
  assert.equal(none.status, 3);
  assert.match(none.stdout, /client certificate/);
  assert.match(missing.stdout, /There is no file nowhere\.pem/);
});

test("a SOCKS proxy of ALL_PROXY is gone through", async () => {
  const origin = await startRecordingServer((socket) => socket.write(respond(404, [], "no")));
  const socks = await startSocks();
  const url = `http://origin.example:${origin.port}/missing`;
  const words = ["diagnose", "--url", url, "--no-probes", "--json"];
  const run = await startCli(folder, words, { ALL_PROXY: `socks5h://${socks.authority}` }).ended;
  await socks.close();
  await origin.close();
  assert.equal(run.status, 1, run.stdout);
  assert.deepEqual(socks.places, [`origin.example:${origin.port}`]);
});

test("--unix-socket sends the request to the socket", { skip: process.platform === "win32" }, async () => {
  const seen: string[] = [];
  const server = createPlainServer((asked, answer) => {
    seen.push(`${asked.headers.host}${asked.url}`);
    answer.writeHead(404).end("no");
  });
  await new Promise<void>((resolve) => server.listen(join(folder, "a.sock"), resolve));
  const words = ["diagnose", "--url", "http://docker.local/v1/info", "--no-probes", "--unix-socket", "a.sock"];
  const run = await startCli(folder, words).ended;
  await new Promise((resolve) => server.close(resolve));
  assert.equal(run.status, 1, run.stdout + run.stderr);
  assert.deepEqual(seen, ["docker.local/v1/info"]);
});
