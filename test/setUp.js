// Makes a fresh clone ready for the script that follows: installs what the lock file names when it is not there, then builds.
// It runs before anything is installed, so it is plain JavaScript for Node 20 and imports nothing but Node's own modules.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

/** The packages that a lock file names, or undefined when it cannot be read. */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(join(root, file), "utf8")).packages;
  } catch {
    return undefined;
  }
}

/** Whether every package of the lock file is installed in its version; npm writes its own record last, so half an install has none. */
function isInstalled() {
  const installed = packagesOf("node_modules/.package-lock.json");
  if (installed === undefined) {
    return false;
  }
  return Object.entries(packagesOf("package-lock.json") ?? {}).every(
    ([path, { version, optional }]) => path === "" || optional || installed[path]?.version === version,
  );
}

/** Runs npm with the given arguments and ends this process when that fails. */
function npm(...args) {
  const { npm_execpath: script } = process.env;
  const [program, ...first] = script === undefined ? ["npm"] : [process.execPath, script];
  const isShellNeeded = script === undefined && process.platform === "win32";
  const { status } = spawnSync(program, [...first, ...args], { cwd: root, stdio: "inherit", shell: isShellNeeded });
  if (status !== 0) {
    console.error(`npm ${args.join(" ")} failed; what it printed above says why.`);
    process.exit(status ?? 1);
  }
}

if (!isInstalled()) {
  console.error("Installing the packages of the lock file …");
  npm("ci", "--no-audit", "--no-fund");
}
npm("run", "--silent", "build");
