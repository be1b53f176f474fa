import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type Disposable,
  Location,
  languages,
  type Uri,
} from "vscode";
import { createMask } from "../../engine/secrets.ts";
import { type RouteRemark, routeRemarks } from "../../report/routes/routeRemarks.ts";
import { Disposables } from "../disposables.ts";
import type { Folder } from "../folder.ts";
import { diagnosticSource } from "../investigations/requestDiagnostics.ts";
import { rangeOf } from "../places.ts";
import type { Settings } from "../settings.ts";
import type { Workspace } from "../workspace.ts";

/** What is wrong with route definitions, among the problems of their files, where a person asked for it. */
export class RouteDiagnostics implements Disposable {
  readonly #owned = new Disposables();
  readonly #shown = this.#owned.add(languages.createDiagnosticCollection("diagnose404.routes"));
  readonly #workspace: Workspace;
  readonly #settings: Settings;
  #latest = 0;

  constructor(workspace: Workspace, settings: Settings) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#owned.add(workspace.onDidChangeRoutes(() => void this.#show()));
    this.#owned.add(settings.onDidChange(() => void this.#show()));
    void this.#show();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #show(): Promise<void> {
    this.#latest += 1;
    const own = this.#latest;
    const wanted = this.#workspace.folders.filter(({ uri }) => this.#settings.showsRouteProblems(uri));
    const found = (await Promise.all(wanted.map(diagnosticsOf))).flat();
    if (own !== this.#latest) {
      return;
    }
    const files = Map.groupBy(found, ({ uri }) => uri.toString());
    this.#shown.clear();
    for (const [first, ...others] of files.values()) {
      if (first !== undefined) {
        this.#shown.set(
          first.uri,
          [first, ...others].map(({ diagnostic }) => diagnostic),
        );
      }
    }
  }
}

async function diagnosticsOf(
  folder: Folder,
): Promise<readonly { readonly uri: Uri; readonly diagnostic: Diagnostic }[]> {
  const mask = createMask([]);
  const remarks = routeRemarks(await folder.routes(), (text) => mask.text(text));
  return remarks.map((remark) => ({
    uri: folder.uriOf(remark.location.file),
    diagnostic: diagnosticOf(remark, folder),
  }));
}

function diagnosticOf({ location, code, message, related }: RouteRemark, folder: Folder): Diagnostic {
  // VS Code widens an empty range to the word that stands there.
  const diagnostic = new Diagnostic(rangeOf(location), message, DiagnosticSeverity.Warning);
  diagnostic.source = diagnosticSource;
  diagnostic.code = code;
  if (related !== null) {
    const place = new Location(folder.uriOf(related.location.file), rangeOf(related.location));
    diagnostic.relatedInformation = [new DiagnosticRelatedInformation(place, related.message)];
  }
  return diagnostic;
}
