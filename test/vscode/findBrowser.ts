import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = [
  "chromium",
  "chromium-browser",
  "google-chrome",
  "google-chrome-stable",
  "chrome",
  "microsoft-edge",
  "msedge",
];

const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

const advice =
  "No browser was found. Install Chromium, Google Chrome or Microsoft Edge (on Debian and Ubuntu: " +
  "sudo apt-get update && sudo apt-get install -y chromium), or set CHROME_PATH to the program of one.";

/** What a search for a browser depends on: variables such as PATH and CHROME_PATH, and the fixed places to look in. */
export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly places: readonly string[];
}

/** The program of an installed browser of the Chromium family, or undefined; throws when CHROME_PATH names no program. */
export function lookForBrowser({ env, places }: Surroundings): string | undefined {
  const named = env["CHROME_PATH"];
  if (named !== undefined && named !== "") {
    if (!isProgram(named)) {
      throw new Error(`CHROME_PATH is ${named}, and that is no program.`);
    }
    return named;
  }
  const folders = (env["PATH"] ?? "").split(delimiter).filter((folder) => folder !== "");
  const suffix = process.platform === "win32" ? ".exe" : "";
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...candidates, ...places].find(isProgram);
}

/** The program of a browser of the Chromium family; installs Debian's when there is none and that is allowed, else throws saying what to install. */
export function findBrowser(): string {
  const surroundings = { env: process.env, places: applications };
  const found = lookForBrowser(surroundings);
  if (found !== undefined) {
    return found;
  }
  installByApt();
  const installed = lookForBrowser(surroundings);
  if (installed === undefined) {
    throw new Error(advice);
  }
  return installed;
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function installByApt(): void {
  const isRoot = process.getuid?.() === 0;
  const isAllowed = isRoot || spawnSync("sudo", ["-n", "true"]).status === 0;
  if (!existsSync("/usr/bin/apt-get") || !isAllowed) {
    return;
  }
  console.error("Installing Chromium by apt-get …");
  const prefix = isRoot ? ["env"] : ["sudo", "-n", "env"];
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    const [program = "env", ...rest] = [...prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args];
    spawnSync(program, rest, { stdio: ["ignore", "ignore", "inherit"] });
  }
}
