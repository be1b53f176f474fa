import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { readProxies } from "../../src/node/network.ts";
import { respond, startRecordingServer } from "../engine/exchange/recordingServer.ts";
import { makeCertificates } from "../hostile/certificates.ts";
import { startProxy } from "../hostile/proxyServer.ts";
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
