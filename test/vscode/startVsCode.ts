import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { installVsCode } from "./installVsCode.ts";

/**
 * How a VS Code should start. `vsix` is a packaged extension to install into it, which makes it as a user has it; without
 * one it takes an extension under development from the address of the page, and shows no notifications. `beside` are
 * packages of other extensions to install first.
 */
export interface Setting {
  readonly theme?: "light" | "dark";
  readonly trust?: "given" | "asked";
  readonly vsix?: string;
  readonly beside?: readonly string[];
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A running VS Code server: its address, log lines and the folder of all its data, and the way to end it and remove that. */
export interface RunningVsCode {
  readonly url: string;
  readonly data: string;
  readonly log: readonly string[];
  stop(): Promise<void>;
}

/** The settings that keep a test quiet and repeatable, in the given theme. */
function quietSettings(theme: "light" | "dark"): Readonly<Record<string, unknown>> {
  return {
    "chat.disableAIFeatures": true,
    "extensions.autoCheckUpdates": false,
    "extensions.autoUpdate": false,
    "extensions.ignoreRecommendations": true,
    "telemetry.telemetryLevel": "off",
    "update.mode": "none",
    "workbench.colorTheme": theme === "light" ? "Light Modern" : "Dark Modern",
    "workbench.secondarySideBar.defaultVisibility": "hidden",
    "workbench.startupEditor": "none",
    "workbench.enableExperiments": false,
    "workbench.tips.enabled": false,
    "window.autoDetectColorScheme": false,
    "git.enabled": false,
    "npm.autoDetect": "off",
    "typescript.disableAutomaticTypeAcquisition": true,
  };
}

/** Starts the VS Code of the npm registry on a free port with data of its own, installing it first when it is missing. */
export async function startVsCode(setting: Setting = {}): Promise<RunningVsCode> {
  const program = join(await installVsCode(), "out/server-main.js");
  const data = await mkdtemp(join(tmpdir(), "vscode-"));
  const user = join(data, "data/User");
  await mkdir(user, { recursive: true });
  const settings = { ...quietSettings(setting.theme ?? "dark"), ...setting.settings };
  await writeFile(join(user, "settings.json"), JSON.stringify(settings));
  const folders = ["--server-data-dir", data, "--extensions-dir", join(data, "extensions")];
  try {
    for (const vsix of [...(setting.beside ?? []), setting.vsix]) {
      if (vsix !== undefined) {
        await installExtension(program, [...folders, "--install-extension", vsix]);
      }
    }
    const server = await serve(program, [...folders, ...modeFlags(setting)]);
    const stop = async () => {
      await server.end();
      await rm(data, { recursive: true, force: true, maxRetries: 5 });
    };
    return { url: `http://localhost:${server.port}`, data, log: server.log, stop };
  } catch (error) {
    await rm(data, { recursive: true, force: true, maxRetries: 5 });
    throw error;
  }
}

function modeFlags({ trust = "given", vsix }: Setting): readonly string[] {
  const flags = trust === "given" ? ["--disable-workspace-trust"] : [];
  return vsix === undefined ? [...flags, "--enable-smoke-test-driver"] : flags;
}

/** Without a gallery the server asks no one about extensions: nothing leaves this machine. */
const offline = { ...process.env, EXTENSIONS_GALLERY: "{}" };

async function installExtension(program: string, args: readonly string[]): Promise<void> {
  const child = spawn(process.execPath, [program, ...args, "--accept-server-license-terms"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: offline,
  });
  const output: string[] = [];
  child.stdout.on("data", (chunk) => output.push(String(chunk)));
  child.stderr.on("data", (chunk) => output.push(String(chunk)));
  const [code] = await once(child, "close");
  if (code !== 0 || !/successfully installed/.test(output.join(""))) {
    throw new Error(`VS Code could not install the extension:\n${output.join("")}`);
  }
}

async function serve(program: string, args: readonly string[]) {
  const flags = ["--host", "localhost", "--port", "0", "--without-connection-token", "--accept-server-license-terms"];
  const child = spawn(
    process.execPath,
    [program, ...flags, "--disable-telemetry", ...args],
    // Its own process group, so that the extension hosts it starts end with it.
    { stdio: ["ignore", "pipe", "pipe"], detached: process.platform !== "win32", env: offline },
  );
  const kill = () => killGroup(child);
  const killAndPass = (signal: NodeJS.Signals) => {
    kill();
    // Without this listener the signal ends this process, as it would have.
    process.kill(process.pid, signal);
  };
  process.once("exit", kill);
  process.once("SIGTERM", killAndPass);
  const ended = once(child, "close");
  const end = async () => {
    process.off("exit", kill);
    process.off("SIGTERM", killAndPass);
    kill();
    await ended;
  };
  const log: string[] = [];
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  for (const stream of [child.stdout, child.stderr]) {
    createInterface(stream).on("line", (line) => {
      log.push(line);
      const port = /agent listening on (\d+)/.exec(line)?.[1];
      if (port !== undefined) {
        resolve(port);
      }
    });
  }
  ended.then(([code]) => reject(new Error(`VS Code ended with exit code ${code}:\n${log.join("\n")}`)), reject);
  return { port: await promise, log, end };
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) {
    return;
  }
  if (process.platform === "win32") {
    child.kill();
  } else {
    process.kill(-child.pid, "SIGTERM");
  }
}
