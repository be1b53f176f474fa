import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, suite, test } from "node:test";
import { type Recorder, startRecorder } from "../engine/diagnosis/recorder.ts";
import { assertDiagnosis } from "./contract.ts";
import { runCli } from "./runCli.ts";

const ana = "ana-5f0e21c4";
const bob = "bob-77c1d490";
let folder: string;
let server: Recorder;
let far: Recorder;

before(async () => {
  server = await startRecorder(({ headers, url }, response) => {
    const isShown = url === "/notes/204" && headers.authorization === `Bearer ${ana}`;
    response.writeHead(isShown ? 200 : 404, { "content-type": "application/json" });
    response.end(isShown ? '{"id":204}' : '{"error":"note not found"}');
  });
  far = await startRecorder((_request, response) => response.writeHead(404).end());
  folder = await mkdtemp(join(tmpdir(), "masking-"));
  const environments = {
    ana: { base: server.origin, token: ana },
    bob: { base: server.origin, token: bob },
    far: { base: far.origin, token: "far-90aa3b11" },
  };
  await writeFile(join(folder, "http-client.env.json"), JSON.stringify(environments));
  await writeFile(join(folder, "api.http"), "GET {{base}}/notes/204\nAuthorization: Bearer {{token}}\n");
});

after(async () => {
  await server.close();
  await far.close();
  await rm(folder, { recursive: true, force: true });
});

suite("the masking check of diagnose", () => {
  test("proves that a note is hidden from another identity, and shows no token", async () => {
    const words = ["diagnose", "api.http", "--owner", "ana", "--identity", "bob"];
    const run = await runCli(folder, ...words, "--json");
    assert.equal(run.status, 1, run.stdout);
    const document = JSON.parse(run.stdout);
    assertDiagnosis(document);
    assert.equal(document.request.environment, "bob");
    assert.equal(`${document.verdict.cause}/${document.verdict.kind}`, "access-masking/masked-resource");
    const text = (await runCli(folder, ...words)).stdout;
    assert.match(text, /As ana: 200; for what surely does not exist: 404/);
    for (const secret of [ana, bob]) {
      assert.ok(!run.stdout.includes(secret) && !text.includes(secret));
    }
    assert.deepEqual(server.credentials(), [`Bearer ${ana}`, `Bearer ${bob}`]);
    assert.ok(!far.credentials().some((value) => value.includes(ana) || value.includes(bob)));
  });

  test("takes the environment in use for the other identity", async () => {
    const run = await runCli(folder, "diagnose", "api.http", "--env", "bob", "--owner", "ana", "--json");
    assert.equal(JSON.parse(run.stdout).verdict.kind, "masked-resource");
  });

  for (const [title, words, message] of [
    ["another host", ["--owner", "ana", "--identity", "far", "--env", "ana"], /far asks another host/],
    ["nobody besides the owner", ["--owner", "ana", "--identity", "ana"], /somebody besides ana/],
    ["an identity without an owner", ["--identity", "bob"], /--owner ENV/],
    ["an unknown owner", ["--owner", "zoe", "--identity", "bob"], /no environment zoe/],
  ] as const) {
    test(`refuses ${title} and sends nothing`, async () => {
      const seen = server.log.length + far.log.length;
      const run = await runCli(folder, "diagnose", "api.http", ...words);
      assert.equal(run.status, 2);
      assert.match(run.stderr, message);
      assert.equal(server.log.length + far.log.length, seen);
    });
  }
});
