import { createHash } from "node:crypto";
import { basename, join } from "node:path";
import {
  type Disposable,
  type Event,
  EventEmitter,
  ProgressLocation,
  RelativePattern,
  type TextDocument,
  type Uri,
  window,
  workspace,
} from "vscode";
import type { RouteTable } from "../../engine/model/route.ts";
import type { Log } from "../../engine/ports.ts";
import { LARGEST_SOURCE } from "../../engine/routes/reading/largestSource.ts";
import type { WorkspaceIndex } from "../../node/workspaceIndex.ts";
import { skippedText } from "../../report/routes/skippedFiles.ts";
import { Disposables } from "../disposables.ts";
import type { RouteScope, Settings } from "../settings.ts";

/** What an index needs: the folder, how files in it are named, where the extension lies, and a directory to keep what was read in. */
export interface RouteIndexOptions {
  readonly uri: Uri;
  readonly pathOf: (uri: Uri) => string;
  readonly extension: string;
  readonly cache: string | null;
  readonly settings: Settings;
  readonly log: Log;
}

/** How long edits and file changes are gathered before the worker hears of them, in ms. */
const gatherFor = 150;

/** How long the first reading goes on in silence, in ms. */
const silentFor = 1_500;

/** An index from its start on; `isWhole` is false when the person stopped its first reading. */
interface Reading {
  readonly index: WorkspaceIndex;
  readonly isWhole: Promise<boolean>;
}

async function wholeOf(reading: Promise<Reading>): Promise<WorkspaceIndex | null> {
  const { index, isWhole } = await reading;
  return (await isWhole) ? index : null;
}

const noRoutes: RouteTable = { routes: [], rewrites: [], stats: { files: 0, parsed: 0, ms: 0 } };

/**
 * The routes of one folder on disk, read by a worker when first asked for. They follow edits and files from then on, and are read anew
 * when the settings say to look elsewhere.
 */
export class RouteIndex implements Disposable {
  readonly #options: RouteIndexOptions;
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #changedFiles = new Set<string>();
  readonly #changedDocuments = new Set<TextDocument>();
  #reading: Promise<Reading> | null = null;
  #scope: RouteScope | null = null;
  #timer: NodeJS.Timeout | null = null;

  constructor(options: RouteIndexOptions) {
    this.#options = options;
  }

  /** The routes as the files stand now; waits for the first reading, and is empty when that was stopped. */
  async table(): Promise<RouteTable> {
    return (await wholeOf(this.#read()))?.table() ?? noRoutes;
  }

  /** The routes as they were last known, at once where an earlier session left them; `onDidChange` tells when they prove to be others. */
  async shown(): Promise<RouteTable> {
    const { index } = await this.#read();
    return index.shown().catch(() => this.table());
  }

  dispose(): void {
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    this.#owned.dispose();
    void this.#reading?.then(({ index }) => index.close());
  }

  #read(): Promise<Reading> {
    if (this.#reading === null) {
      this.#watch();
      this.#reading = this.#open();
    }
    return this.#reading;
  }

  async #open(): Promise<Reading> {
    const { createWorkspaceIndex } = await import("../../node/workspaceIndex.ts");
    const { uri, extension, cache, settings } = this.#options;
    const scope = settings.routeScope(uri);
    this.#scope = scope;
    const name = createHash("sha256").update(uri.toString()).digest("hex").slice(0, 16);
    let report = (_done: number, _total: number) => {};
    const index = createWorkspaceIndex({
      root: uri.fsPath,
      workerFile: join(extension, "dist", "indexer.cjs"),
      ...scope,
      ...(cache === null ? {} : { cacheFile: join(cache, `routes-${name}`) }),
      onProgress: (done, total) => report(done, total),
    });
    index.onDidChange(() => this.#changed.fire());
    for (const document of workspace.textDocuments.filter((open) => open.isDirty)) {
      this.#noteDocument(document);
    }
    const isWhole = this.#firstReading(index, (show) => {
      report = show;
    });
    isWhole.catch(() => {});
    return { index, isWhole };
  }

  /** Waits for the first table, and shows how far it is when that takes long; false when the person stopped it. */
  async #firstReading(
    index: WorkspaceIndex,
    onShown: (show: (done: number, total: number) => void) => void,
  ): Promise<boolean> {
    const first = index.table();
    const folder = basename(this.#options.uri.fsPath);
    let isStopped = false;
    const timer = setTimeout(() => {
      const title = `Diagnose 404 reads the routes of ${folder}`;
      const shown = { location: ProgressLocation.Notification, title, cancellable: true };
      void window.withProgress(shown, async (progress, token) => {
        let before = 0;
        onShown((done, total) => {
          const increment = ((done - before) / total) * 100;
          before = done;
          progress.report({ increment, message: `${done} of ${total} files` });
        });
        token.onCancellationRequested(() => {
          isStopped = true;
          void index.close();
        });
        await first.catch(() => undefined);
      });
    }, silentFor);
    try {
      this.#tell(await first);
    } catch (error) {
      if (!isStopped) {
        throw error;
      }
      this.#options.log.warn(
        `reading the routes of ${folder} was stopped; narrow diagnose404.routes.include to read less`,
      );
    } finally {
      clearTimeout(timer);
    }
    return !isStopped;
  }

  #tell({ routes, stats, skipped = [] }: RouteTable): void {
    const { log } = this.#options;
    log.info(`${routes.length} routes in ${stats.files} files, read in ${Math.round(stats.ms)} ms`);
    if (skipped.length > 0) {
      log.info(`not read: ${skippedText(skipped)}`);
    }
  }

  #watch(): void {
    const { uri, settings } = this.#options;
    const watcher = this.#owned.add(workspace.createFileSystemWatcher(new RelativePattern(uri, "**/*")));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.#owned.add(event((file) => this.#noteFile(file)));
    }
    this.#owned.add(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        // Saving tells of a change without content.
        if (contentChanges.length > 0 || !document.isDirty) {
          this.#noteDocument(document);
        }
      }),
    );
    this.#owned.add(workspace.onDidCloseTextDocument((document) => this.#noteDocument(document)));
    this.#owned.add(settings.onDidChange(() => this.#rescope()));
  }

  #rescope(): void {
    const scope = this.#options.settings.routeScope(this.#options.uri);
    if (this.#reading === null || JSON.stringify(scope) === JSON.stringify(this.#scope)) {
      return;
    }
    const before = this.#reading;
    this.#reading = wholeOf(before)
      .then((index) => index?.close())
      .catch(() => {})
      .then(() => this.#open());
    void wholeOf(this.#reading).then(
      () => this.#changed.fire(),
      () => {},
    );
  }

  #noteFile(uri: Uri): void {
    const file = this.#options.pathOf(uri);
    if (!/(^|\/)(node_modules|\.git)(\/|$)/.test(file)) {
      this.#changedFiles.add(file);
      this.#schedule();
    }
  }

  #noteDocument(document: TextDocument): void {
    if (document.uri.scheme === "file" && document.uri.path.startsWith(`${this.#options.uri.path}/`)) {
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
    const index = this.#reading === null ? null : await wholeOf(this.#reading).catch(() => null);
    if (index === null) {
      return;
    }
    const documents = [...this.#changedDocuments];
    const files = [...this.#changedFiles];
    this.#changedDocuments.clear();
    this.#changedFiles.clear();
    if (files.length > 0) {
      index.update(files);
    }
    for (const document of documents) {
      const isOpenAndEdited = !document.isClosed && document.isDirty;
      index.updateText(this.#options.pathOf(document.uri), isOpenAndEdited ? sourceOf(document) : null);
    }
  }
}

/** The text of a document; of one that is too large to be read nothing is put together. */
function sourceOf(document: TextDocument): string {
  const end = document.lineAt(document.lineCount - 1).range.end;
  return document.offsetAt(end) > LARGEST_SOURCE ? "" : document.getText();
}
