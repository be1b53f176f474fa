import { type Disposable, type Event, EventEmitter, RelativePattern, type Uri, workspace } from "vscode";
import type { ResolvedRequest } from "../../engine/model/request.ts";
import { parseTargetUri } from "../../engine/targetUri.ts";
import { Disposables } from "../disposables.ts";
import type { Folder } from "../folder.ts";
import type { Workspace } from "../workspace.ts";
import { isRequestDocument, type RequestDocuments } from "./requestDocuments.ts";
import type { Resolution } from "./resolution.ts";

/** A request of the workspace as it would be sent now, and where it is written. */
export interface FoundRequest {
  readonly uri: Uri;
  readonly line: number;
  readonly resolved: ResolvedRequest;
}

/** How many request files of one folder are read. */
const mostFiles = 500;

/** How long changes are gathered before those who listen are told, in ms. */
const gatherFor = 200;

/** All requests of the request files of each folder, read when first asked for and again after a change. */
export class WorkspaceRequests implements Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #documents: RequestDocuments;
  readonly #resolution: Resolution;
  readonly #found = new Map<Folder, Promise<readonly FoundRequest[]>>();
  #timer: NodeJS.Timeout | null = null;

  constructor(workspaceFolders: Workspace, documents: RequestDocuments, resolution: Resolution) {
    this.#documents = documents;
    this.#resolution = resolution;
    const watcher = this.#owned.add(workspace.createFileSystemWatcher("**/*.{http,rest}"));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete, resolution.onDidChange]) {
      this.#owned.add(event(() => this.#forget()));
    }
    this.#owned.add(workspaceFolders.onDidCloseFolder((folder) => void this.#found.delete(folder)));
    this.#owned.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isRequestDocument(document)) {
          this.#forget();
        }
      }),
    );
  }

  /** The requests of all request files of a folder, in the order of the files. */
  all(folder: Folder): Promise<readonly FoundRequest[]> {
    const known = this.#found.get(folder);
    if (known !== undefined) {
      return known;
    }
    const found = this.#read(folder);
    this.#found.set(folder, found);
    return found;
  }

  dispose(): void {
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    this.#owned.dispose();
  }

  async #read(folder: Folder): Promise<readonly FoundRequest[]> {
    const pattern = new RelativePattern(folder.uri, "**/*.{http,rest}");
    const uris = await workspace.findFiles(pattern, "**/node_modules/**", mostFiles);
    const sorted = uris.sort((one, other) => (one.path < other.path ? -1 : 1));
    return (await Promise.all(sorted.map((uri) => this.#readFile(folder, uri)))).flat();
  }

  async #readFile(folder: Folder, uri: Uri): Promise<readonly FoundRequest[]> {
    try {
      const document = await workspace.openTextDocument(uri);
      await this.#documents.read(document);
      const source = this.#documents.sourceOf(document, folder);
      const resolved = await this.#resolution.resolveAll(source);
      return source.parsed.requests.flatMap(({ line }, position) => {
        const request = resolved[position];
        return request === undefined ? [] : [{ uri, line, resolved: request }];
      });
    } catch {
      // A file that was deleted meanwhile, or is no text, holds no requests.
      return [];
    }
  }

  #forget(): void {
    this.#found.clear();
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      this.#changed.fire();
    }, gatherFor);
  }
}

/** The origin that most likely serves a path of a folder with these requests: the one of the first; this machine when there is none. */
export function originOf(requests: readonly FoundRequest[]): string {
  const origins = requests.map(({ resolved }) => parseTargetUri(resolved.url)?.origin);
  return origins.find((origin) => origin !== undefined) ?? "http://localhost";
}
