import { type Disposable, type TextDocumentChangeEvent, workspace } from "vscode";
import { Disposables } from "../disposables.ts";
import type { Investigations } from "./investigations.ts";
import type { LineChange } from "./lineTracking.ts";

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

  #follow(change: TextDocumentChangeEvent): void {
    const { document } = change;
    this.#investigations.follow(document.uri.toString(), lineChangesOf(change), (line) =>
      line <= document.lineCount ? document.lineAt(line - 1).text : null,
    );
  }
}

/** The changes of one edit by their lines. */
export function lineChangesOf({ contentChanges }: TextDocumentChangeEvent): readonly LineChange[] {
  return contentChanges.map(({ range, text }) => ({
    firstLine: range.start.line + 1,
    firstColumn: range.start.character + 1,
    lastLine: range.end.line + 1,
    text,
  }));
}
