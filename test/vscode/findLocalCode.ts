import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./openDemo.ts";

/** The `code` command of this machine when its VS Code is new enough for the extension, else undefined. */
export function findLocalCode(): string | undefined {
  const { stdout } = spawnSync("code", ["--version"], { encoding: "utf8", shell: process.platform === "win32" });
  const wanted: string = JSON.parse(readFileSync(join(root, "package.json"), "utf8")).engines.vscode;
  return isAtLeast(stdout?.split("\n")[0] ?? "", wanted.replace("^", "")) ? "code" : undefined;
}

/** Whether one version such as 1.105.2 is another or a later one; what is no version is earlier than any. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [major = -1, minor = 0, patch = 0] = numbersOf(version);
  const [wantedMajor = 0, wantedMinor = 0, wantedPatch = 0] = numbersOf(wanted);
  return (major - wantedMajor || minor - wantedMinor || patch - wantedPatch) >= 0;
}

const numbersOf = (version: string) =>
  (/^\d+\.\d+\.\d+/.exec(version)?.[0] ?? "").split(".").filter(Boolean).map(Number);
