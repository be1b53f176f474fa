import { type Disposable, type Event, EventEmitter, type ExtensionContext, Uri, workspace } from "vscode";
import type { RouteTable } from "../engine/model/route.ts";
import type { Clock, Files, Log } from "../engine/ports.ts";
import { Disposables } from "./disposables.ts";
import { Folder } from "./folder.ts";
import type { Settings } from "./settings.ts";

/** The clock of this machine. */
export const clock: Clock = { now: () => Date.now(), elapsed: () => performance.now() };

const noRoutes: RouteTable = { routes: [], rewrites: [], stats: { files: 0, parsed: 0, ms: 0 } };

/** The folders of the workspace, each opened when it is first asked for. */
export class Workspace implements Disposable {
  readonly #owned = new Disposables();
  readonly #context: ExtensionContext;
  readonly #settings: Settings;
  readonly #log: Log;
  readonly #folders = new Map<string, Folder>();
  readonly #routesChanged = this.#owned.add(new EventEmitter<void>());
  readonly onDidChangeRoutes: Event<void> = this.#routesChanged.event;
  readonly #folderClosed = this.#owned.add(new EventEmitter<Folder>());
  readonly onDidCloseFolder: Event<Folder> = this.#folderClosed.event;

  constructor(context: ExtensionContext, settings: Settings, log: Log) {
    this.#context = context;
    this.#settings = settings;
    this.#log = log;
    this.#owned.add(
      workspace.onDidChangeWorkspaceFolders(({ removed }) => {
        for (const folder of removed) {
          this.#close(folder.uri.toString());
        }
        this.#routesChanged.fire();
      }),
    );
  }

  /** Every folder of the workspace. */
  get folders(): readonly Folder[] {
    return (workspace.workspaceFolders ?? []).map(({ uri }) => this.#open(uri));
  }

  /** The workspace folder that holds a file, else the file's own folder, else the first of the workspace, else null. */
  folderOf(uri: Uri | null): Folder | null {
    const holding = uri === null ? undefined : workspace.getWorkspaceFolder(uri);
    if (holding !== undefined) {
      return this.#open(holding.uri);
    }
    if (uri !== null && uri.scheme !== "untitled") {
      return this.#open(Uri.joinPath(uri, ".."));
    }
    return this.folders[0] ?? null;
  }

  /** The files of a folder; without a folder there are none. */
  filesOf(folder: Folder | null): Files {
    return folder?.files ?? { read: async () => undefined, list: async () => [] };
  }

  /** The route table of a folder; without a folder it is empty. */
  async routesOf(folder: Folder | null): Promise<RouteTable> {
    return folder === null ? noRoutes : folder.routes();
  }

  dispose(): void {
    for (const folder of this.#folders.values()) {
      folder.dispose();
    }
    this.#owned.dispose();
  }

  #close(key: string): void {
    const folder = this.#folders.get(key);
    if (folder !== undefined) {
      this.#folders.delete(key);
      this.#folderClosed.fire(folder);
      folder.dispose();
    }
  }

  #open(uri: Uri): Folder {
    const key = uri.toString();
    const known = this.#folders.get(key);
    if (known !== undefined) {
      return known;
    }
    const isInWorkspace = workspace.workspaceFolders?.some((folder) => folder.uri.toString() === key) === true;
    const folder = new Folder({
      uri,
      indexing: isInWorkspace && uri.scheme === "file" ? "routes" : "nothing",
      extension: this.#context.extensionPath,
      cache: this.#context.storageUri?.fsPath ?? null,
      settings: this.#settings,
      log: this.#log,
    });
    folder.onDidChangeRoutes(() => this.#routesChanged.fire());
    this.#folders.set(key, folder);
    return folder;
  }
}
