import { spawnSync } from "node:child_process";
import { globSync } from "node:fs";
import { join } from "node:path";

/** Runs every benchmark of this folder alone and in turn; fails when one of them breaks its promise. */
for (const file of globSync("*.bench.ts", { cwd: import.meta.dirname }).toSorted()) {
  console.log(`\n${file}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], { stdio: "inherit" });
  if (status !== 0) {
    process.exitCode = 1;
  }
}
