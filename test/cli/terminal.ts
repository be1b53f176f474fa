import { spawn, spawnSync } from "node:child_process";
import { join } from "node:path";

const main = join(import.meta.dirname, "../../src/cli/main.ts");

/** The reason to skip tests at a terminal, or false when util-linux's `script` can lend one. */
export const skipTerminal: string | false =
  process.platform === "linux" && spawnSync("script", ["--version"]).status === 0
    ? false
    : "there is no script(1) of util-linux to lend a terminal";

/** Runs the real command line in a folder at a terminal of its own where somebody types; gives all that the terminal showed. */
export function runOnTerminal(folder: string, words: readonly string[], typed: string): Promise<string> {
  const command = [process.execPath, main, ...words].map((word) => `'${word.replaceAll("'", "'\\''")}'`).join(" ");
  const child = spawn("script", ["--quiet", "--return", "--flush", "--command", command, "/dev/null"], {
    cwd: folder,
    env: { PATH: process.env["PATH"], HOME: folder, TERM: "xterm", NO_PROXY: "*" },
    stdio: ["pipe", "pipe", "inherit"],
  });
  const shown: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => {
    const asks = Buffer.concat(shown).includes("[y/N]");
    shown.push(chunk);
    if (!asks && Buffer.concat(shown).includes("[y/N]")) child.stdin.write(typed);
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", () => resolve(Buffer.concat(shown).toString()));
  });
}
