// Makes a fresh clone ready for the script that follows: installs what the lock file names when it is not there, then builds.
// It runs before anything is installed, so it is plain JavaScript for Node 20 and imports nothing but Node's own modules.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
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

/** What the sample apps in Python need, and the packages of Debian that bring it. */
const pythonModules = "import flask, fastapi, uvicorn, django, rest_framework, aiohttp";
const debianPackages = "flask fastapi uvicorn django djangorestframework aiohttp"
  .split(" ")
  .map((name) => `python3-${name}`);

/** Installs Debian's packages for the sample apps where that is possible and allowed; elsewhere their tests say what is missing. */
function installPythonPackages() {
  if (process.platform !== "linux" || !existsSync("/usr/bin/apt-get")) {
    return;
  }
  if (spawnSync("/usr/bin/python3", ["-c", pythonModules]).status === 0) {
    return;
  }
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync("sudo", ["-n", "true"]).status !== 0) {
    return;
  }
  console.error("Installing Flask, FastAPI, Django and aiohttp by apt-get …");
  const prefix = isRoot ? ["env"] : ["sudo", "-n", "env"];
  for (const args of [["update"], ["install", "-y", "--no-install-recommends", ...debianPackages]]) {
    const [program, ...rest] = [...prefix, "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", ...args];
    spawnSync(program, rest, { stdio: ["ignore", "ignore", "inherit"] });
  }
}

if (!isInstalled()) {
  console.error("Installing the packages of the lock file …");
  npm("ci", "--no-audit", "--no-fund");
}
npm("run", "--silent", "build");
if (process.env.npm_lifecycle_event === "pretest") {
  installPythonPackages();
}
