import { type Disposable, type Event, EventEmitter, type Uri, workspace } from "vscode";
import type { RequestFile, ResolvedRequest, WrittenRequest } from "../engine/model/request.ts";
import { type EnvironmentSet, noEnvironments } from "../engine/requests/environmentSet.ts";
import { readEnvironments } from "../engine/requests/environments.ts";
import { resolveRequest } from "../engine/requests/resolveRequest.ts";
import { Disposables } from "./disposables.ts";
import type { Environments } from "./environments.ts";
import type { Folder } from "./folder.ts";
import type { Workspace } from "./workspace.ts";

/** Where requests stand: their document, and the folder that their paths are relative to; both null for a request of no file. */
export interface RequestPlace {
  readonly uri: Uri | null;
  readonly folder: Folder | null;
}

/** The files that define environments. */
const environmentFiles =
  "**/{http-client*.json,http-client*.json.user,.httpyac.json,.env,.env.*,.vscode/settings.json}";
const isEnvironmentFile = /\/(http-client[^/]*\.json(\.user)?|\.httpyac\.json|\.env[^/]*|\.vscode\/settings\.json)$/;

/** Resolves requests under the environment of their file; environments are read once and again when their files change. */
export class Resolution implements Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  /** The environments, or the choice among them, may have changed. */
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #workspace: Workspace;
  readonly #environments: Environments;
  readonly #read = new Map<string, Promise<EnvironmentSet>>();

  constructor(workspaceFolders: Workspace, environments: Environments) {
    this.#workspace = workspaceFolders;
    this.#environments = environments;
    const watcher = this.#owned.add(workspace.createFileSystemWatcher(environmentFiles));
    for (const event of [watcher.onDidChange, watcher.onDidCreate, watcher.onDidDelete]) {
      this.#owned.add(event(() => this.#forget()));
    }
    this.#owned.add(environments.onDidChange(() => this.#changed.fire()));
    this.#owned.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        if (isEnvironmentFile.test(document.uri.path)) {
          this.#forget();
        }
      }),
    );
  }

  /** The names of the environments that a file can choose from. */
  async environmentNames(uri: Uri): Promise<readonly string[]> {
    return (await this.#environmentsOf({ uri, folder: this.#workspace.folderOf(uri) })).names;
  }

  /** One request as it would be sent under the environment of its file. */
  async resolve(written: WrittenRequest, file: RequestFile, place: RequestPlace): Promise<ResolvedRequest> {
    const set = await this.#environmentsOf(place);
    return this.#resolveUnder(this.#environments.choose(place.uri, set.names), { written, file, place, set });
  }

  /** All requests of a file as they would be sent, in their order. */
  async resolveAll(file: RequestFile, place: RequestPlace): Promise<readonly ResolvedRequest[]> {
    return Promise.all(file.requests.map((written) => this.resolve(written, file, place)));
  }

  /** The same request under each of the other environments of its file. */
  async resolveElsewhere(
    written: WrittenRequest,
    file: RequestFile,
    place: RequestPlace,
  ): Promise<readonly ResolvedRequest[]> {
    const set = await this.#environmentsOf(place);
    const current = this.#environments.choose(place.uri, set.names);
    const others = set.names.filter((name) => name !== current);
    return Promise.all(others.map((name) => this.#resolveUnder(name, { written, file, place, set })));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #resolveUnder(
    environment: string | null,
    asked: {
      readonly written: WrittenRequest;
      readonly file: RequestFile;
      readonly place: RequestPlace;
      readonly set: EnvironmentSet;
    },
  ): Promise<ResolvedRequest> {
    const { written, file, place, set } = asked;
    return resolveRequest(written, { file: pathOf(place), requestFile: file, environment, environments: set });
  }

  #environmentsOf({ uri, folder }: RequestPlace): Promise<EnvironmentSet> {
    if (uri === null || folder === null) {
      return Promise.resolve(noEnvironments);
    }
    const key = uri.toString();
    const known = this.#read.get(key) ?? readEnvironments(folder.files, folder.pathOf(uri));
    this.#read.set(key, known);
    return known;
  }

  #forget(): void {
    this.#read.clear();
    this.#changed.fire();
  }
}

function pathOf({ uri, folder }: RequestPlace): string | null {
  return uri === null ? null : (folder?.pathOf(uri) ?? uri.fsPath);
}
