import { globSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { parseArgs } from "node:util";

/**
 * Runs the test files of the patterns given as arguments with Node's own runner, pattern by pattern; the last line adds them up.
 * With `--heavy` each file keeps a core busy by itself.
 */

// Every test file and every command line that one starts is a process of its own; none need compile again what has not changed.
process.env["NODE_COMPILE_CACHE"] ??= join(import.meta.dirname, "../out/compiled");

const { positionals, values } = parseArgs({ allowPositionals: true, options: { heavy: { type: "boolean" } } });
const files = positionals.flatMap((pattern) => globSync(pattern).toSorted());
let counts = { passed: 0, failed: 0, skipped: 0 };

// Most files wait half of their time for servers, timers and what they have started.
const cores = availableParallelism();
const stream = run({ files, concurrency: values.heavy ? Math.max(2, cores - 1) : 2 * cores });
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
