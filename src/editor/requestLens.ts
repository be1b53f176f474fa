import { CodeLens, type CodeLensProvider, type Disposable, EventEmitter, languages, type TextDocument } from "vscode";
import { requestLensTitle } from "../report/lensTitle.ts";
import { commandOf } from "./commands.ts";
import { Disposables } from "./disposables.ts";
import type { Investigations } from "./investigations.ts";
import { lineRange } from "./places.ts";
import { type RequestDocuments, requestSelector } from "./requestDocuments.ts";
import type { Settings } from "./settings.ts";

/** One lens above each request of a request file: the command, and how the request last ended. */
export class RequestLens implements CodeLensProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #documents: RequestDocuments;
  readonly #investigations: Investigations;
  readonly #settings: Settings;

  constructor(documents: RequestDocuments, investigations: Investigations, settings: Settings) {
    this.#documents = documents;
    this.#investigations = investigations;
    this.#settings = settings;
    this.#owned.add(investigations.onDidChange(() => this.#changed.fire()));
    this.#owned.add(settings.onDidChange(() => this.#changed.fire()));
    this.#owned.add(languages.registerCodeLensProvider([...requestSelector], this));
  }

  provideCodeLenses(document: TextDocument): CodeLens[] {
    if (!this.#settings.showsLenses(document.uri)) {
      return [];
    }
    const uri = document.uri.toString();
    return this.#documents.parse(document).requests.map(({ line }) => {
      const last = this.#investigations.findAt(uri, line);
      const title = requestLensTitle(last?.subject?.isUnchanged === true ? last.diagnosis : null);
      return new CodeLens(lineRange(line), commandOf("diagnose404.diagnose", title, { kind: "request", uri, line }));
    });
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
