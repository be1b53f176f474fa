import { globSync } from "node:fs";
import { run } from "node:test";
import { spec } from "node:test/reporters";

/** Runs the test files of the patterns given as arguments with Node's own runner; the last line adds them up. */
const files = process.argv.slice(2).flatMap((pattern) => globSync(pattern));
let counts = { passed: 0, failed: 0, skipped: 0 };

const stream = run({ files: files.toSorted(), concurrency: true });
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
