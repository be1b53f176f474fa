import { type Disposable, type Event, EventEmitter, type Uri, workspace } from "vscode";
import { readExistenceChecks } from "../../engine/diagnosis/checks/readExistenceChecks.ts";
import { noChecks, type ReadyChecks, resolveChecks } from "../../engine/diagnosis/checks/resolveChecks.ts";
import type { Location } from "../../engine/model/place.ts";
import type { RequestFile, ResolvedRequest, WrittenRequest } from "../../engine/model/request.ts";
import { type EnvironmentSet, noEnvironments } from "../../engine/requests/environments/environmentSet.ts";
import { readEnvironments } from "../../engine/requests/environments/environments.ts";
import { findRequestByName } from "../../engine/requests/grammar/findRequest.ts";
import { readBodyFiles } from "../../engine/requests/resolve/bodyFiles.ts";
import type { ResolveContext } from "../../engine/requests/resolve/resolveContext.ts";
import { resolveRequest } from "../../engine/requests/resolve/resolveRequest.ts";
import { createScope } from "../../engine/requests/variables/variableScope.ts";
import type { Supplied } from "../../engine/supply.ts";
import { pause } from "../../engine/turns.ts";
import { Disposables } from "../disposables.ts";
import type { Environments } from "../environments/environments.ts";
import type { Neighbours } from "../environments/neighbours.ts";
import type { Folder } from "../folder.ts";
import type { Settings } from "../settings.ts";
import { clock, type Workspace } from "../workspace.ts";

/** A text with requests: its document, and the folder that its paths are relative to; both null for a text of no file. */
export interface RequestSource {
  readonly uri: Uri | null;
  readonly folder: Folder | null;
  readonly text: string;
  readonly parsed: RequestFile;
  /** `verbatim` for requests that were recorded rather than written. */
  readonly variables?: "resolved" | "verbatim";
}

const nothingSupplied: Supplied = { given: {}, responses: new Map() };

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
  readonly #neighbours: Neighbours;
  readonly #settings: Settings;
  readonly #read = new Map<string, Promise<EnvironmentSet>>();

  constructor(workspaceFolders: Workspace, environments: Environments, neighbours: Neighbours, settings: Settings) {
    this.#workspace = workspaceFolders;
    this.#environments = environments;
    this.#neighbours = neighbours;
    this.#settings = settings;
    this.#owned.add(settings.onDidChange(() => this.#forget()));
    this.#owned.add(neighbours.onDidChange(() => this.#forget()));
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

  /** One request as it would be sent under the environment of its file, with what it was given besides. */
  async resolve(
    written: WrittenRequest,
    source: RequestSource,
    supplied: Supplied = nothingSupplied,
  ): Promise<ResolvedRequest> {
    return (await this.open(source, supplied))(written);
  }

  /** Resolves the requests of a text one by one, all under what is chosen and defined now: a text may hold thousands. */
  async open(
    source: RequestSource,
    supplied: Supplied = nothingSupplied,
  ): Promise<(written: WrittenRequest) => Promise<ResolvedRequest>> {
    const context = await this.#contextOf(source, supplied);
    return (written) => resolveUnder(context.environment, written, source, context);
  }

  /** All requests of a text as they would be sent, in their order. */
  async resolveAll(source: RequestSource): Promise<readonly ResolvedRequest[]> {
    const resolved: ResolvedRequest[] = [];
    const resolve = await this.open(source);
    for (const written of source.parsed.requests) {
      resolved.push(await resolve(written));
      await pause();
    }
    return resolved;
  }

  /** The same request under each of the other environments of its file; responses of this environment stay out of them. */
  async resolveElsewhere(
    written: WrittenRequest,
    source: RequestSource,
    supplied: Supplied = nothingSupplied,
  ): Promise<readonly ResolvedRequest[]> {
    const context = await this.#contextOf(source, { ...supplied, responses: new Map() });
    const others = context.environments.names.filter((name) => name !== context.environment);
    return Promise.all(others.map((name) => resolveUnder(name, written, source, context)));
  }

  /** The configured existence checks of a folder under the environment of a request. */
  async resolveChecks(source: RequestSource, setting: unknown, supplied: Supplied): Promise<ReadyChecks> {
    const { folder } = source;
    if (folder === null) {
      return noChecks;
    }
    return resolveChecks(await readExistenceChecks(folder.files, setting), await this.#contextOf(source, supplied));
  }

  /** Where the value of a variable is defined, or the request that it refers to; null when nothing defines it. */
  async definitionOf(name: string, source: RequestSource): Promise<Location | null> {
    const context = await this.#contextOf(source, nothingSupplied);
    const defined = createScope(context).find(name)[0]?.location;
    if (defined != null || context.file === null) {
      return defined ?? null;
    }
    const request = findRequestByName(source.parsed, name.split(/[.[]/)[0] ?? "");
    return request === null || !/[.[]/.test(name) ? null : { file: context.file, line: request.line, column: 1 };
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #environmentsOf(uri: Uri | null, folder: Folder | null): Promise<EnvironmentSet> {
    if (uri === null || folder === null) {
      return Promise.resolve(noEnvironments);
    }
    const key = uri.toString();
    const known = this.#read.get(key) ?? this.#readEnvironments(uri, folder);
    this.#read.set(key, known);
    return known;
  }

  #readEnvironments(uri: Uri, folder: Folder): Promise<EnvironmentSet> {
    return readEnvironments(folder.files, folder.pathOf(uri), {
      dotenvNames: this.#neighbours.activeEnvironments(),
      personal: this.#neighbours.restClientVariables(uri),
    });
  }

  async #contextOf(
    { uri, folder, text, parsed, variables }: RequestSource,
    supplied: Supplied,
  ): Promise<ResolveContext> {
    const environments = await this.#environmentsOf(uri, folder);
    const environment = this.#environments.choose(uri, environments.names);
    const file = uri === null ? null : (folder?.pathOf(uri) ?? uri.fsPath);
    const dialect = this.#settings.dialect(uri);
    const context = { file, text, parsed, environments, environment, dialect, clock, ...supplied };
    return variables === undefined ? context : { ...context, variables };
  }

  #forget(): void {
    this.#read.clear();
    this.#changed.fire();
  }
}

async function resolveUnder(
  environment: string | null,
  written: WrittenRequest,
  { folder }: RequestSource,
  context: ResolveContext,
): Promise<ResolvedRequest> {
  const chosen = { ...context, environment };
  const bodyFiles = folder === null ? new Map() : await readBodyFiles(written, chosen, folder.files);
  return resolveRequest(written, { ...chosen, bodyFiles });
}
