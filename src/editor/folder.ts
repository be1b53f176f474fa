import { createHash } from "node:crypto";
import { join } from "node:path";
import {
  type Disposable,
  type Event,
  EventEmitter,
  RelativePattern,
  type TextDocument,
  type Uri,
  workspace,
} from "vscode";
import type { RouteTable } from "../engine/model/route.ts";
import type { Files, Log } from "../engine/ports.ts";
import type { WorkspaceIndex } from "../node/workspaceIndex.ts";
import { Disposables } from "./disposables.ts";
import { fileUri } from "./places.ts";
import { createWorkspaceFiles } from "./workspaceFiles.ts";

/** What a folder needs; `indexing` says whether its routes are read, `cache` is a directory to keep them in. */
export interface FolderOptions {
  readonly uri: Uri;
  readonly indexing: "routes" | "nothing";
  readonly extension: string;
  readonly cache: string | null;
  readonly log: Log;
}

/** How long edits and file changes are gathered before the index hears of them, in ms. */
const gatherFor = 150;

const noRoutes: RouteTable = { routes: [], rewrites: [], stats: { files: 0, parsed: 0, ms: 0 } };

/** One folder: its files, and its route table, which is read when first asked for and follows edits and files from then on. */
export class Folder implements Disposable {
  readonly uri: Uri;
  readonly files: Files;
  readonly #options: FolderOptions;
  readonly #owned = new Disposables();
  readonly #routesChanged = this.#owned.add(new EventEmitter<void>());
  readonly onDidChangeRoutes: Event<void> = this.#routesChanged.event;
  readonly #changedFiles = new Set<string>();
  readonly #changedDocuments = new Set<TextDocument>();
  #index: Promise<WorkspaceIndex> | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: FolderOptions) {
    this.#options = options;
    this.uri = options.uri;
    this.files = createWorkspaceFiles(options.uri, (file) => this.uriOf(file));
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
    if (this.#options.indexing === "nothing") {
      return noRoutes;
    }
    this.#index ??= this.#openIndex();
    return (await this.#index).table();
  }

  dispose(): void {
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    this.#owned.dispose();
    void this.#index?.then((index) => index.close());
  }

  async #openIndex(): Promise<WorkspaceIndex> {
    const { createWorkspaceIndex } = await import("../node/workspaceIndex.ts");
    const { extension, cache, log } = this.#options;
    const name = createHash("sha256").update(this.uri.toString()).digest("hex").slice(0, 16);
    const index = createWorkspaceIndex({
      root: this.uri.fsPath,
      workerFile: join(extension, "dist", "indexer.cjs"),
      ...(cache === null ? {} : { cacheFile: join(cache, `routes-${name}.json`) }),
    });
    index.onDidChange(() => this.#routesChanged.fire());
    this.#watch();
    const { stats, routes } = await index.table();
    log.info(`${routes.length} routes in ${stats.files} files, read in ${Math.round(stats.ms)} ms`);
    return index;
  }

  #watch(): void {
    const watcher = this.#owned.add(workspace.createFileSystemWatcher(new RelativePattern(this.uri, "**/*")));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.#owned.add(event((uri) => this.#noteFile(uri)));
    }
    this.#owned.add(workspace.onDidChangeTextDocument(({ document }) => this.#noteDocument(document)));
    this.#owned.add(workspace.onDidCloseTextDocument((document) => this.#noteDocument(document)));
    for (const document of workspace.textDocuments.filter((open) => open.isDirty)) {
      this.#noteDocument(document);
    }
  }

  #noteFile(uri: Uri): void {
    const file = this.pathOf(uri);
    if (!/(^|\/)(node_modules|\.git)(\/|$)/.test(file)) {
      this.#changedFiles.add(file);
      this.#schedule();
    }
  }

  #noteDocument(document: TextDocument): void {
    if (document.uri.scheme === "file" && document.uri.path.startsWith(`${this.uri.path}/`)) {
      this.#changedDocuments.add(document);
      this.#schedule();
    }
  }

  #schedule(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      void this.#tellIndex();
    }, gatherFor);
  }

  async #tellIndex(): Promise<void> {
    const index = await this.#index;
    if (index === null) {
      return;
    }
    const documents = [...this.#changedDocuments];
    const files = [...this.#changedFiles];
    this.#changedDocuments.clear();
    this.#changedFiles.clear();
    for (const document of documents) {
      const isOpenAndEdited = !document.isClosed && document.isDirty;
      index.updateText(this.pathOf(document.uri), isOpenAndEdited ? document.getText() : null);
    }
    if (files.length > 0) {
      index.update(files);
    }
  }
}
