import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";

/** Runs the test files of the patterns given as arguments with Node's own runner; the last line adds them up. */

// Every test file and every command line that one starts is a process of its own; none need compile again what has not changed.
process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "../out/compiled");

const files = process.argv.slice(2).flatMap((pattern) => globSync(pattern));
let counts = { passed: 0, failed: 0, skipped: 0 };

// The runner would leave a core free, which on a machine of two is half of it; most files wait for what they have started.
const concurrency = Math.max(2, availableParallelism() - 1);
const stream = run({ files: files.toSorted(), concurrency });
stream.on("test:summary", (summary) => {
  if (summary.file === undefined) {
    const { tests, passed, skipped, todo } = summary.counts;
    counts = { passed, failed: tests - passed - skipped - todo, skipped: skipped + todo };
  }
});
for await (const text of stream.compose(new spec())) {
  process.stdout.write(text);
}
console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exitCode = counts.failed === 0 && counts.passed > 0 ? 0 : 1;
