import { type Disposable, type TextDocumentChangeEvent, workspace } from "vscode";
import { Disposables } from "./disposables.ts";
import type { Investigations } from "./investigations.ts";

/** Keeps investigations at their request lines while documents are edited, renamed and deleted. */
export class SubjectTracking implements Disposable {
  readonly #owned = new Disposables();
  readonly #investigations: Investigations;

  constructor(investigations: Investigations) {
    this.#investigations = investigations;
    this.#owned.add(workspace.onDidChangeTextDocument((change) => this.#follow(change)));
    this.#owned.add(
      workspace.onDidDeleteFiles(({ files }) => {
        for (const file of files) {
          investigations.forget(file.toString());
        }
      }),
    );
    this.#owned.add(
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri } of files) {
          investigations.forget(oldUri.toString());
        }
      }),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #follow({ document, contentChanges }: TextDocumentChangeEvent): void {
    const changes = contentChanges.map(({ range, text }) => ({
      firstLine: range.start.line + 1,
      firstColumn: range.start.character + 1,
      lastLine: range.end.line + 1,
      text,
    }));
    this.#investigations.follow(document.uri.toString(), changes, (line) =>
      line <= document.lineCount ? document.lineAt(line - 1).text : null,
    );
  }
}
