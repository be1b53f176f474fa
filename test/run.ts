import { spawn } from "node:child_process";
import { once } from "node:events";

/** The suites from the ground up; each script ends its output with a line that counts its tests. */
const suites = ["test:unit", "test:scenarios", "test:editor", "test:walk"];

/** Runs one script, passes its output on, and returns its exit code with its last line. */
async function runScript(name: string): Promise<{ readonly code: number; readonly lastLine: string }> {
  console.log(`\n${name}`);
  const child = spawn("npm", ["run", "--silent", name], {
    stdio: ["inherit", "pipe", "inherit"],
    shell: process.platform === "win32",
  });
  let tail = "";
  child.stdout.on("data", (chunk: Buffer) => {
    process.stdout.write(chunk);
    tail = (tail + chunk).slice(-1000);
  });
  const [code] = await once(child, "close");
  return { code: code ?? 1, lastLine: tail.trimEnd().split("\n").at(-1) ?? "" };
}

let passed = 0;
let failed = 0;
let skipped = 0;
for (const suite of suites) {
  const { code, lastLine } = await runScript(suite);
  const counts = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(lastLine);
  const suiteFailed = Number(counts?.[2] ?? 0);
  passed += Number(counts?.[1] ?? 0);
  skipped += Number(counts?.[3] ?? 0);
  // A suite that broke without counting a failure is one.
  failed += code !== 0 && suiteFailed === 0 ? 1 : suiteFailed;
}
console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exitCode = failed === 0 ? 0 : 1;
