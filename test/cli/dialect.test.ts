import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, it } from "node:test";
import { runCli } from "./runCli.ts";

let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "dialect-"));
  await writeFile(join(folder, "http-client.env.json"), '{ "dev": { "id": "environment" } }');
  await writeFile(join(folder, "http-client.private.env.json"), '{ "dev": { "id": "private" } }');
  await writeFile(join(folder, "api.http"), "@id = file\n\nGET http://127.0.0.1:9/{{id}}\n");
});
after(() => rm(folder, { recursive: true }));

it("--dialect says whether the file, the shared environment or the private one wins", async () => {
  const urlOf = async (...words: readonly string[]): Promise<string> => {
    const run = await runCli(folder, "diagnose", "api.http", "--json", "--no-probes", ...words);
    return JSON.parse(run.stdout).request.url;
  };
  assert.equal(await urlOf(), "http://127.0.0.1:9/file");
  assert.equal(await urlOf("--dialect", "visual-studio"), "http://127.0.0.1:9/file");
  assert.equal(await urlOf("--dialect", "jetbrains"), "http://127.0.0.1:9/environment");
});
