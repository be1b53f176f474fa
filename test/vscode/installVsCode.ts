import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** The npm package whose VS Code the tests run in; it carries VS Code 1.139.1. */
const codeServer = "code-server@4.139.1";

const cache = join(import.meta.dirname, "../../.vscode-test");

/** The parts without which a copy cannot start; the mark is written last. */
const parts = ["out/server-main.js", "node_modules/@vscode", "extensions/node_modules", "complete"];

/**
 * Makes sure that a real VS Code lies in the cache folder and returns the folder of its server.
 * A copy is built aside and moved into place in one step; one that lacks a part is built again.
 */
export async function installVsCode(): Promise<string> {
  const home = join(cache, codeServer.replace("@", "-"));
  const server = serverOf(home);
  if (!isComplete(server)) {
    console.error(`Installing VS Code (${codeServer} from npm, about 600 MB on disk, once) …`);
    await mkdir(cache, { recursive: true });
    const aside = await mkdtemp(join(cache, "installing-"));
    try {
      await fill(aside);
      await rm(home, { recursive: true, force: true });
      await rename(aside, home);
    } catch (error) {
      // Another run may have put its copy into place first; that one is as good.
      if (!isComplete(server)) {
        throw error;
      }
    } finally {
      await rm(aside, { recursive: true, force: true });
    }
  }
  return server;
}

const serverOf = (home: string) => join(home, "node_modules/code-server/lib/vscode");

const isComplete = (server: string) => parts.every((part) => existsSync(join(server, part)));

async function fill(home: string): Promise<void> {
  const server = serverOf(home);
  // Without install scripts nothing is compiled; the terminal is then missing, which no test needs.
  await writeFile(join(home, "package.json"), "{}");
  await npm(home, "install", "--ignore-scripts", codeServer);
  await npm(server, "install", "--omit=dev", "--ignore-scripts");
  await npm(join(server, "extensions"), "install", "--omit=dev", "--ignore-scripts");
  await writeFile(join(server, "complete"), "");
}

async function npm(cwd: string, ...args: readonly string[]): Promise<void> {
  const child = spawn("npm", [...args, "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd,
    env: withoutNpmSettings(),
    stdio: ["ignore", "ignore", "inherit"],
    shell: process.platform === "win32",
  });
  const [code] = await once(child, "close");
  if (code !== 0) {
    throw new Error(`npm ${args.join(" ")} ended with exit code ${code} in ${cwd}.`);
  }
}

/** The environment less what an npm that runs this script set for this project, such as the folder to install into. */
function withoutNpmSettings(): NodeJS.ProcessEnv {
  const own = /^npm_(package|lifecycle|command|config_(local_prefix|prefix|global_prefix|omit|include|ignore_scripts))/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}
