import { CodeLens, type CodeLensProvider, type Disposable, EventEmitter, languages, type TextDocument } from "vscode";
import { requestLensTitle } from "../../report/diagnosis/lensTitle.ts";
import { commandOf } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { Investigations } from "../investigations/investigations.ts";
import { lineRange } from "../places.ts";
import type { Settings } from "../settings.ts";
import { type RequestDocuments, requestSelector } from "./requestDocuments.ts";

// A lens that is filled in later does nothing when it is clicked while lenses are drawn anew; thousands take too long to fill in at once.
const mostFilledAtOnce = 200;

/** The lens above one request; in a file that holds very many, its title and command are filled in when it comes into view. */
class LensOfRequest extends CodeLens {
  readonly uri: string;

  constructor(uri: string, line: number) {
    super(lineRange(line));
    this.uri = uri;
  }
}

/** One lens above each request of a request file: the command, and how the request last ended. */
export class RequestLens implements CodeLensProvider<LensOfRequest>, Disposable {
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

  async provideCodeLenses(document: TextDocument): Promise<LensOfRequest[]> {
    if (!this.#settings.showsLenses(document.uri)) {
      return [];
    }
    const uri = document.uri.toString();
    const { requests } = await this.#documents.read(document);
    const lenses = requests.map(({ line }) => new LensOfRequest(uri, line));
    return lenses.length > mostFilledAtOnce ? lenses : lenses.map((lens) => this.resolveCodeLens(lens));
  }

  resolveCodeLens(lens: LensOfRequest): LensOfRequest {
    const { uri, range } = lens;
    const line = range.start.line + 1;
    const last = this.#investigations.findAt(uri, line);
    const title = requestLensTitle(last?.subject?.isUnchanged === true ? last.diagnosis : null);
    lens.command = commandOf("diagnose404.diagnose", title, { kind: "request", uri, line });
    return lens;
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
