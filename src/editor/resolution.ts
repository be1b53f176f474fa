import { type Disposable, type Event, EventEmitter, type Uri, workspace } from "vscode";
import type { RequestFile, ResolvedRequest, WrittenRequest } from "../engine/model/request.ts";
import { readBodyFiles } from "../engine/requests/bodyFiles.ts";
import { type EnvironmentSet, noEnvironments } from "../engine/requests/environmentSet.ts";
import { readEnvironments } from "../engine/requests/environments.ts";
import { resolveRequest } from "../engine/requests/resolveRequest.ts";
import { Disposables } from "./disposables.ts";
import type { Environments } from "./environments.ts";
import type { Folder } from "./folder.ts";
import { clock, type Workspace } from "./workspace.ts";

/** A text with requests: its document, and the folder that its paths are relative to; both null for a text of no file. */
export interface RequestSource {
  readonly uri: Uri | null;
  readonly folder: Folder | null;
  readonly text: string;
  readonly parsed: RequestFile;
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
    return (await this.#environmentsOf(uri, this.#workspace.folderOf(uri))).names;
  }

  /** One request as it would be sent under the environment of its file. */
  async resolve(written: WrittenRequest, source: RequestSource): Promise<ResolvedRequest> {
    const environments = await this.#environmentsOf(source.uri, source.folder);
    return resolveUnder(this.#environments.choose(source.uri, environments.names), written, source, environments);
  }

  /** All requests of a text as they would be sent, in their order. */
  async resolveAll(source: RequestSource): Promise<readonly ResolvedRequest[]> {
    return Promise.all(source.parsed.requests.map((written) => this.resolve(written, source)));
  }

  /** The same request under each of the other environments of its file. */
  async resolveElsewhere(written: WrittenRequest, source: RequestSource): Promise<readonly ResolvedRequest[]> {
    const environments = await this.#environmentsOf(source.uri, source.folder);
    const current = this.#environments.choose(source.uri, environments.names);
    const others = environments.names.filter((name) => name !== current);
    return Promise.all(others.map((name) => resolveUnder(name, written, source, environments)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #environmentsOf(uri: Uri | null, folder: Folder | null): Promise<EnvironmentSet> {
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

async function resolveUnder(
  environment: string | null,
  written: WrittenRequest,
  { uri, folder, text, parsed }: RequestSource,
  environments: EnvironmentSet,
): Promise<ResolvedRequest> {
  const file = uri === null ? null : (folder?.pathOf(uri) ?? uri.fsPath);
  const context = { file, text, parsed, environments, environment, given: {}, clock };
  const bodyFiles = folder === null ? new Map() : await readBodyFiles(written, context, folder.files);
  return resolveRequest(written, { ...context, bodyFiles });
}
