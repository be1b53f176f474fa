import {
  CodeLens,
  type CodeLensProvider,
  type Command,
  type Disposable,
  EventEmitter,
  Location,
  languages,
  type TextDocument,
} from "vscode";
import type { Route } from "../../engine/model/route.ts";
import { createMask } from "../../engine/secrets.ts";
import { routeLensTitle } from "../../report/diagnosis/lensTitle.ts";
import { commandOf } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { Folder } from "../folder.ts";
import type { Investigation, Investigations } from "../investigations/investigations.ts";
import { lineRange, positionOf } from "../places.ts";
import type { FoundRequest, WorkspaceRequests } from "../requests/workspaceRequests.ts";
import type { Settings } from "../settings.ts";
import type { Workspace } from "../workspace.ts";
import { markRoutes, type RouteMark } from "./routeMarks.ts";
import type { RouteReach } from "./routeReach.ts";

/** The files that can hold routes: readers of more languages come, and the table knows which files hold any. */
const filesOnDisk = { scheme: "file", pattern: "**" };

/** What the route lenses read. */
export interface RouteLensParts {
  readonly workspace: Workspace;
  readonly requests: WorkspaceRequests;
  readonly reach: RouteReach;
  readonly investigations: Investigations;
  readonly settings: Settings;
}

/** Lenses above each route: how many requests reach it and how the latest ended, and the command for it. */
export class RouteLens implements CodeLensProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #parts: RouteLensParts;

  constructor(parts: RouteLensParts) {
    this.#parts = parts;
    const { workspace, requests, investigations, settings } = parts;
    for (const event of [
      workspace.onDidChangeRoutes,
      requests.onDidChange,
      investigations.onDidChange,
      settings.onDidChange,
    ]) {
      this.#owned.add(event(() => this.#changed.fire()));
    }
    this.#owned.add(languages.registerCodeLensProvider(filesOnDisk, this));
  }

  async provideCodeLenses(document: TextDocument): Promise<CodeLens[]> {
    const { workspace, settings, reach } = this.#parts;
    const folder = workspace.folderOf(document.uri);
    if (folder === null || !settings.showsLenses(document.uri)) {
      return [];
    }
    const file = folder.pathOf(document.uri);
    if (markRoutes(await folder.routes(), file).length === 0) {
      return [];
    }
    const { table, requestsOf } = await reach.of(folder);
    return markRoutes(table, file).flatMap((mark) =>
      this.#lensesOf(mark, { document, folder, reaching: mark.routes.flatMap(requestsOf) }),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #lensesOf(
    mark: RouteMark,
    seen: { readonly document: TextDocument; readonly folder: Folder; readonly reaching: readonly FoundRequest[] },
  ): CodeLens[] {
    const { document, folder, reaching } = seen;
    const [route, ...others] = mark.routes;
    if (route.page === true && reaching.length === 0) {
      return [];
    }
    const range = lineRange(mark.line);
    const last = this.#lastOf(route, folder, reaching)?.diagnosis ?? null;
    const told = { others: others.length, reaching: reaching.length, last, role: mark.role };
    const title = createMask([]).text(routeLensTitle(route, told));
    const places = reaching.map(({ uri, line }) => new Location(uri, lineRange(line)));
    const subject = { folder: folder.uri.toString(), route };
    const show: Command = {
      title,
      command: "editor.action.showReferences",
      arguments: [document.uri, positionOf({ file: route.file, line: mark.line, column: mark.column }), places],
    };
    return [
      new CodeLens(range, places.length === 0 ? commandOf("diagnose404.findRouteUses", title, subject) : show),
      new CodeLens(range, commandOf("diagnose404.diagnoseRoute", "Diagnose 404", subject)),
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
}
