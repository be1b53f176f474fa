import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  type Disposable,
  EventEmitter,
  Location,
  languages,
  type TextDocument,
  window,
} from "vscode";
import type { Route } from "../engine/model/route.ts";
import { createMask } from "../engine/secrets.ts";
import { parseTargetUri } from "../engine/targetUri.ts";
import { routeLensTitle } from "../report/lensTitle.ts";
import { askUrl } from "./askTarget.ts";
import { type Commands, commandOf } from "./commands.ts";
import type { DiagnoseCommand } from "./diagnoseCommand.ts";
import { Disposables } from "./disposables.ts";
import type { Folder } from "./folder.ts";
import { HumanError } from "./humanError.ts";
import type { Investigation, Investigations } from "./investigations.ts";
import { lineRange, positionOf } from "./places.ts";
import { placeKey, RouteReach } from "./routeReach.ts";
import type { Settings } from "./settings.ts";
import type { Target } from "./target.ts";
import type { Workspace } from "./workspace.ts";
import type { FoundRequest, WorkspaceRequests } from "./workspaceRequests.ts";

/** The languages whose files can hold routes. */
const languagesWithRoutes = ["javascript", "typescript", "javascriptreact", "typescriptreact"];

/** What the route lenses read. */
export interface RouteLensParts {
  readonly workspace: Workspace;
  readonly requests: WorkspaceRequests;
  readonly investigations: Investigations;
  readonly settings: Settings;
  readonly diagnose: DiagnoseCommand;
}

/** Lenses above each route handler: how many requests reach it and how the latest ended, and the command for it. */
export class RouteLens implements CodeLensProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #parts: RouteLensParts;
  readonly #reach: RouteReach;

  constructor(commands: Commands, parts: RouteLensParts) {
    this.#parts = parts;
    this.#reach = new RouteReach(parts.requests);
    const { workspace, requests, investigations, settings } = parts;
    for (const event of [
      workspace.onDidChangeRoutes,
      requests.onDidChange,
      investigations.onDidChange,
      settings.onDidChange,
    ]) {
      this.#owned.add(event(() => this.#changed.fire()));
    }
    this.#owned.add(languages.registerCodeLensProvider(languagesWithRoutes, this));
    this.#owned.add(
      commands.register("diagnose404.diagnoseRoute", (folder, file, line) => this.#diagnose(folder, file, line)),
    );
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    const { workspace, settings } = this.#parts;
    const folder = workspace.folderOf(document.uri);
    if (folder === null || !settings.showsLenses(document.uri)) {
      return [];
    }
    const table = await folder.routes();
    const file = folder.pathOf(document.uri);
    const routes = oneForEachLine(table.routes.filter((route) => route.file === file));
    if (routes.length === 0) {
      return [];
    }
    const reach = await this.#reach.of(folder);
    return routes.flatMap((route) =>
      this.#lensesOf(route, { document, folder, reaching: reach.get(placeKey(route)) ?? [] }),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #lensesOf(
    route: Route,
    seen: { readonly document: TextDocument; readonly folder: Folder; readonly reaching: readonly FoundRequest[] },
  ): CodeLens[] {
    const { document, folder, reaching } = seen;
    const range = lineRange(route.line);
    const title = routeLensTitle(route, reaching.length, this.#lastOf(route, folder, reaching)?.diagnosis ?? null);
    const places = reaching.map(({ uri, line }) => new Location(uri, lineRange(line)));
    const show: Command = {
      title,
      command: places.length === 0 ? "" : "editor.action.showReferences",
      arguments: [document.uri, positionOf(route), places],
    };
    const given = [folder.uri.toString(), route.file, route.line] as const;
    return [
      new CodeLens(range, show),
      new CodeLens(range, commandOf("diagnose404.diagnoseRoute", "Diagnose 404", ...given)),
    ];
  }

  /** The latest diagnosis of a request that reaches the route, or that names it as the route that was meant. */
  #lastOf(route: Route, folder: Folder, reaching: readonly FoundRequest[]): Investigation | null {
    const isReaching = ({ subject }: Investigation) =>
      subject?.isUnchanged === true &&
      reaching.some(({ uri, line }) => uri.toString() === subject.uri && line === subject.line);
    const names = ({ diagnosis, folder: its }: Investigation) =>
      its === folder.uri.toString() &&
      diagnosis.links.some(
        ({ role, file, line }) => role === "candidate-route" && file === route.file && line === route.line,
      );
    return this.#parts.investigations.all.find((found) => isReaching(found) || names(found)) ?? null;
  }

  async #diagnose(folderUri: string, file: string, line: number): Promise<void> {
    const { workspace, requests, diagnose } = this.#parts;
    const folder = workspace.folders.find(({ uri }) => uri.toString() === folderUri);
    const table = await folder?.routes();
    const route = table?.routes.find((candidate) => candidate.file === file && candidate.line === line);
    if (folder === undefined || route === undefined) {
      throw new HumanError("route-gone", "This route is gone. Save the file and try again.");
    }
    const reach = await this.#reach.of(folder);
    const target = await askRequest(route, reach.get(placeKey(route)) ?? [], await requests.all(folder));
    if (target !== null) {
      await diagnose.run(target, "shown");
    }
  }
}

/** A router that is mounted twice, or a chain of methods, gives several routes of one line; the first that is in order speaks for them. */
function oneForEachLine(routes: readonly Route[]): readonly Route[] {
  const best = new Map<number, Route>();
  for (const route of routes) {
    const known = best.get(route.line);
    if (known === undefined || (known.problems.length > 0 && route.problems.length === 0)) {
      best.set(route.line, route);
    }
  }
  return [...best.values()];
}

/** The one request that reaches the route, else one that the person picks, else a URL made of the pattern. */
async function askRequest(
  route: Route,
  reaching: readonly FoundRequest[],
  all: readonly FoundRequest[],
): Promise<Target | null> {
  const origin = all.map(({ resolved }) => parseTargetUri(resolved.url)?.origin).find((found) => found !== undefined);
  if (reaching.length === 0) {
    return askUrl(`${route.method === "ANY" ? "GET" : route.method} ${origin ?? "http://localhost"}${route.path}`);
  }
  const items = reaching.map(({ uri, line, resolved }) => ({
    label: createMask(resolved.secrets).text(`${resolved.method} ${resolved.url}`),
    description: resolved.name ?? "",
    target: { kind: "request", uri: uri.toString(), line } as const,
  }));
  const only = items.length === 1 ? items[0] : await window.showQuickPick(items, { title: "Which Request?" });
  return only?.target ?? null;
}
