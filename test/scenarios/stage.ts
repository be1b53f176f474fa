import { execFileSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FileTree, Scenario } from "./scenario.ts";
import { type Folders, fillPorts, type Ports, type RunningServer, startServers } from "./startServers.ts";

/** The root of the project; workspaces lie beneath it so that services find its installed frameworks. */
export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** A scenario set up on disk with its servers running. */
export interface Stage {
  readonly folders: Folders;
  readonly servers: readonly RunningServer[];
  readonly ports: Ports;
  close(): Promise<void>;
}

/** Writes the workspace of a scenario to a fresh folder, starts its servers, and fills their ports in; `purpose` keeps stages apart. */
export async function openStage(scenario: Scenario, purpose: string): Promise<Stage> {
  const root = join(projectRoot, "out", purpose, scenario.name);
  const folders = { workspace: join(root, "workspace"), deployed: join(root, "deployed"), logs: join(root, "logs") };
  rmSync(root, { recursive: true, force: true });
  mkdirSync(folders.logs, { recursive: true });
  writeTree(folders.workspace, scenario.files, new Map());
  writeTree(folders.deployed, scenario.deployed ?? {}, new Map());
  const servers = await startServers(scenario.servers, folders);
  const ports = new Map(servers.map((server) => [server.name, server.port]));
  writeHistory(folders.workspace, scenario, ports);
  writeTree(folders.workspace, scenario.files, ports);
  const close = async () => {
    await Promise.all(servers.map((server) => server.stop()));
  };
  return { folders, servers, ports, close };
}

function writeTree(folder: string, files: FileTree, ports: Ports): void {
  mkdirSync(folder, { recursive: true });
  for (const [path, text] of Object.entries(files)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, fillPorts(text, ports));
  }
}

function writeHistory(folder: string, scenario: Scenario, ports: Ports): void {
  const states = scenario.history ?? [];
  if (states.length === 0) {
    return;
  }
  const git = (...words: string[]) =>
    execFileSync("git", ["-c", "user.name=Dana", "-c", "user.email=dana@example.test", ...words], {
      cwd: folder,
      stdio: "pipe",
    });
  git("init", "--quiet");
  for (const state of [...states, { message: "Current state", files: scenario.files }]) {
    for (const file of Object.keys(scenario.files)) {
      rmSync(join(folder, file), { force: true });
    }
    writeTree(folder, state.files, ports);
    git("add", "--all");
    git("commit", "--quiet", "--message", state.message);
  }
}
