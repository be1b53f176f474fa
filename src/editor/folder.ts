import type { Disposable, Event, Uri } from "vscode";
import type { RouteTable } from "../engine/model/route.ts";
import type { Files, Log } from "../engine/ports.ts";
import { fileUri } from "./places.ts";
import { RouteIndex } from "./routes/routeIndex.ts";
import type { Settings } from "./settings.ts";
import { createWorkspaceFiles } from "./workspaceFiles.ts";

/** What a folder needs; `indexing` says whether its routes are read, `cache` is a directory to keep them in. */
export interface FolderOptions {
  readonly uri: Uri;
  readonly indexing: "routes" | "nothing";
  readonly extension: string;
  readonly cache: string | null;
  readonly settings: Settings;
  readonly log: Log;
}

const noRoutes: RouteTable = { routes: [], rewrites: [], stats: { files: 0, parsed: 0, ms: 0 } };

/** One folder: its files, and its route table, which is read when first asked for and follows edits and files from then on. */
export class Folder implements Disposable {
  readonly uri: Uri;
  readonly files: Files;
  readonly #index: RouteIndex | null;
  readonly onDidChangeRoutes: Event<void>;

  constructor(options: FolderOptions) {
    const { indexing, ...others } = options;
    this.uri = options.uri;
    this.files = createWorkspaceFiles(options.uri, (file) => this.uriOf(file));
    this.#index = indexing === "routes" ? new RouteIndex({ ...others, pathOf: (uri) => this.pathOf(uri) }) : null;
    this.onDidChangeRoutes = this.#index?.onDidChange ?? (() => ({ dispose: () => {} }));
  }

  /** The path of a file relative to this folder, or its absolute path when it lies outside. */
  pathOf(uri: Uri): string {
    return uri.path.startsWith(`${this.uri.path}/`) ? uri.path.slice(this.uri.path.length + 1) : uri.fsPath;
  }

  /** The place of a file that is named relative to this folder or absolutely. */
  uriOf(file: string): Uri {
    return fileUri(this.uri, file);
  }

  /** The routes of this folder as its files stand now; waits for the first reading. */
  async routes(): Promise<RouteTable> {
    return this.#index === null ? noRoutes : this.#index.table();
  }

  /** The routes of this folder as they were last known, which `onDidChangeRoutes` corrects; waits only where nothing is known. */
  async shownRoutes(): Promise<RouteTable> {
    return this.#index === null ? noRoutes : this.#index.shown();
  }

  dispose(): void {
    this.#index?.dispose();
  }
}
