import {
  CodeLens,
  type CodeLensProvider,
  type Disposable,
  EventEmitter,
  languages,
  type TextDocument,
  window,
} from "vscode";
import type { WrittenRequest } from "../../engine/model/request.ts";
import { requestLensTitle } from "../../report/diagnosis/lensTitle.ts";
import { commandOf } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { Investigations } from "../investigations/investigations.ts";
import { lineRange } from "../places.ts";
import type { Settings } from "../settings.ts";
import { type RequestDocuments, requestSelector } from "./requestDocuments.ts";

// A lens that is filled in later does nothing when it is clicked while lenses are drawn anew; thousands take too long to fill in at once.
const mostFilledAtOnce = 200;

// VS Code itself is held for some tens of ms after every key by ten thousand lenses.
const mostLenses = 1_000;

/** How long scrolling must pause before lenses are drawn where it ended, in ms. */
const pause = 100;

/** The lens above one request; in a file that holds very many, its title and command are filled in when it comes into view. */
class LensOfRequest extends CodeLens {
  readonly uri: string;

  constructor(uri: string, line: number) {
    super(lineRange(line));
    this.uri = uri;
  }
}

/** The requests of a file that have lenses, by their positions in it. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * One lens above each request of a request file: the command, and how the request last ended. In a file of thousands those around what
 * is in view have one.
 */
export class RequestLens implements CodeLensProvider<LensOfRequest>, Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChangeCodeLenses = this.#changed.event;
  readonly #documents: RequestDocuments;
  readonly #investigations: Investigations;
  readonly #settings: Settings;
  /** What has lenses in documents that hold too many requests for all of them to have one. */
  readonly #stretches = new WeakMap<TextDocument, Stretch>();
  #timer: NodeJS.Timeout | null = null;

  constructor(documents: RequestDocuments, investigations: Investigations, settings: Settings) {
    this.#documents = documents;
    this.#investigations = investigations;
    this.#settings = settings;
    this.#owned.add(investigations.onDidChange(() => this.#changed.fire()));
    this.#owned.add(settings.onDidChange(() => this.#changed.fire()));
    this.#owned.add(window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#follow(textEditor.document)));
    this.#owned.add(languages.registerCodeLensProvider([...requestSelector], this));
  }

  async provideCodeLenses(document: TextDocument): Promise<LensOfRequest[]> {
    if (!this.#settings.showsLenses(document.uri)) {
      return [];
    }
    const uri = document.uri.toString();
    const { requests } = await this.#documents.read(document);
    const lenses = this.#around(document, requests).map(({ line }) => new LensOfRequest(uri, line));
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
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    this.#owned.dispose();
  }

  #around(document: TextDocument, requests: readonly WrittenRequest[]): readonly WrittenRequest[] {
    if (requests.length <= mostLenses) {
      this.#stretches.delete(document);
      return requests;
    }
    const middle = positionAt(requests, lineInView(document));
    const from = Math.max(0, Math.min(middle - mostLenses / 2, requests.length - mostLenses));
    this.#stretches.set(document, { from, to: from + mostLenses });
    return requests.slice(from, from + mostLenses);
  }

  /** Draws lenses anew once the view has left the stretch that has some. */
  #follow(document: TextDocument): void {
    if (!this.#stretches.has(document)) {
      return;
    }
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    this.#timer = setTimeout(() => {
      this.#timer = null;
      void this.#redraw(document);
    }, pause);
  }

  async #redraw(document: TextDocument): Promise<void> {
    const { requests } = await this.#documents.read(document);
    const stretch = this.#stretches.get(document);
    const position = positionAt(requests, lineInView(document));
    const margin = mostLenses / 4;
    const isNearStart = stretch !== undefined && stretch.from > 0 && position < stretch.from + margin;
    const isNearEnd = stretch !== undefined && stretch.to < requests.length && position >= stretch.to - margin;
    if (isNearStart || isNearEnd) {
      this.#changed.fire();
    }
  }
}

/** The first line in view, counted from 1; that of the first editor where several show the document. */
function lineInView(document: TextDocument): number {
  const editor = window.visibleTextEditors.find((each) => each.document === document);
  return (editor?.visibleRanges[0]?.start.line ?? 0) + 1;
}

/** The position of the last request at or above a line. */
function positionAt(requests: readonly WrittenRequest[], line: number): number {
  let [low, high] = [0, requests.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((requests[middle]?.line ?? 0) <= line) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return Math.max(0, low - 1);
}
