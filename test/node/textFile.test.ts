import assert from "node:assert/strict";
import { fork } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { createTextFile } from "../../src/node/textFile.ts";
import { temporaryFolder } from "./temporaryFolder.ts";

test("a text is absent at first, and what was written last is read", async (context) => {
  const file = join(await temporaryFolder(context, {}), "deep", "text");
  const store = createTextFile(file);
  assert.equal(await store.read(), undefined);
  await store.write("one");
  await store.write("zwei ü");
  assert.equal(await store.read(), "zwei ü");
  assert.deepEqual(await readdir(dirname(file)), ["text"]);
});

test("a process that is killed while it writes leaves the old text or the new one, and at most one file beside it", async (context) => {
  const file = join(await temporaryFolder(context, {}), "text");
  for (let round = 0; round < 12; round++) {
    const child = fork(new URL("./writeTexts.ts", import.meta.url), [file]);
    // Each message says that a text was written; the next one is under way when the process ends.
    for (let written = 0; written <= round % 3; written++) await once(child, "message");
    child.kill("SIGKILL");
    await once(child, "exit");
    const text = await readFile(file, "utf8");
    assert.equal(text, (text[0] ?? "").repeat(2_000_000), `the text of round ${round} is whole`);
    assert.ok((await readdir(dirname(file))).length <= 2);
  }
  await createTextFile(file).write("after");
  assert.deepEqual(await readdir(dirname(file)), ["text"]);
});
