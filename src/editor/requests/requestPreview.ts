import {
  type Disposable,
  EventEmitter,
  type TextDocumentChangeEvent,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Commands } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import { HumanError } from "../humanError.ts";
import { findTargetAt, previewedTarget } from "../investigations/askTarget.ts";
import { followLine } from "../investigations/lineTracking.ts";
import { lineChangesOf } from "../investigations/subjectTracking.ts";
import { isTarget, type Target } from "../investigations/target.ts";
import type { Located, Locator } from "./locator.ts";
import { previewScheme, type RequestDocuments } from "./requestDocuments.ts";
import type { Resolution } from "./resolution.ts";
import type { Supply } from "./supply.ts";

/** How long changes are gathered before open previews are made anew, in ms. */
const gatherFor = 250;

/** What a preview is made of. */
export interface RequestPreviewParts {
  readonly locator: Locator;
  readonly documents: RequestDocuments;
  readonly resolution: Resolution;
  readonly supply: Supply;
}

/** A request as it will be sent, in a document that cannot be edited and follows the request; nothing is asked or sent for it. */
export class RequestPreview implements TextDocumentContentProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<Uri>());
  readonly onDidChange = this.#changed.event;
  readonly #parts: RequestPreviewParts;
  /** The line of each shown request, which moves while its file is edited. */
  readonly #lines = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;

  constructor(commands: Commands, parts: RequestPreviewParts) {
    this.#parts = parts;
    const add = this.#owned.add.bind(this.#owned);
    add(workspace.registerTextDocumentContentProvider(previewScheme, this));
    add(
      commands.register("diagnose404.previewRequest", async (argument) => this.#show(await this.#targetOf(argument))),
    );
    add(parts.resolution.onDidChange(() => this.#refresh()));
    add(workspace.onDidChangeTextDocument((change) => this.#follow(change)));
    add(workspace.onDidCloseTextDocument(({ uri }) => this.#lines.delete(uri.toString())));
  }

  async provideTextDocumentContent(uri: Uri): Promise<string> {
    const target = previewedTarget(uri.query);
    try {
      if (target === null) {
        throw new HumanError("no-request-here", "This address names no request.");
      }
      return await this.#describe(await this.#parts.locator.locate(this.#current(uri, target)));
    } catch (error) {
      if (error instanceof HumanError) {
        return `# ${error.message}\n`;
      }
      throw error;
    }
  }

  dispose(): void {
    if (this.#timer !== null) {
      clearTimeout(this.#timer);
    }
    this.#owned.dispose();
  }

  /** Nodes of the tree name their investigation; without an argument the request at the cursor is meant. */
  async #targetOf(argument: unknown): Promise<Target> {
    if (isTarget(argument)) {
      return argument;
    }
    if (typeof argument === "object" && argument !== null && "investigation" in argument) {
      return { kind: "investigation", id: String(argument.investigation) };
    }
    const editor = window.activeTextEditor;
    const target = editor === undefined ? null : await findTargetAt(editor, this.#parts.documents);
    if (target === null) {
      throw new HumanError("no-request-here", "There is no request at this line. Put the cursor in a request.");
    }
    return target;
  }

  async #show(target: Target): Promise<void> {
    const located = await this.#parts.locator.locate(target);
    const { name, method } = located.written;
    const title = (name ?? method).replace(/[\\/?#:]+/g, " ").trim();
    const uri = Uri.from({
      scheme: previewScheme,
      path: `/${title} as sent.http`,
      query: JSON.stringify(located.target),
    });
    this.#changed.fire(uri);
    await window.showTextDocument(await workspace.openTextDocument(uri), { preview: true });
  }

  async #describe({ written, source }: Located): Promise<string> {
    const [{ previewRequest }, { supplied, session }] = await Promise.all([
      import("../../report/requests/requestPreview.ts"),
      this.#parts.supply.recall(written, source),
    ]);
    const request = await this.#parts.resolution.resolve(written, source, supplied);
    return previewRequest(written, session.give(request));
  }

  #current(uri: Uri, target: Target): Target {
    return target.kind === "request" ? { ...target, line: this.#lines.get(uri.toString()) ?? target.line } : target;
  }

  #follow(change: TextDocumentChangeEvent): void {
    const edited = change.document.uri.toString();
    const followed = this.#open().filter(({ target }) => "uri" in target && target.uri === edited);
    for (const { uri, target } of followed) {
      if (target.kind === "request") {
        const line = this.#lines.get(uri.toString()) ?? target.line;
        this.#lines.set(uri.toString(), followLine(line, lineChangesOf(change)));
      }
    }
    if (followed.length > 0) {
      this.#refresh();
    }
  }

  #refresh(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = null;
      for (const { uri } of this.#open()) {
        this.#changed.fire(uri);
      }
    }, gatherFor);
  }

  #open(): readonly { readonly uri: Uri; readonly target: Target }[] {
    const previews = workspace.textDocuments.filter(({ uri }) => uri.scheme === previewScheme);
    return previews.flatMap(({ uri }) => {
      const target = previewedTarget(uri.query);
      return target === null ? [] : [{ uri, target }];
    });
  }
}
