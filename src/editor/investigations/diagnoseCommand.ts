import { commands as builtin, type Disposable, ProgressLocation, window, workspace } from "vscode";
import type { Commands } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { RequestDocuments } from "../requests/requestDocuments.ts";
import { askTarget } from "./askTarget.ts";
import type { Diagnoser, Prepared } from "./diagnoser.ts";
import { type Investigation, maskOf } from "./investigations.ts";
import type { InvestigationTree } from "./investigationTree.ts";
import type { Preparation } from "./preparation.ts";
import { isTarget, type Target } from "./target.ts";

/** How a result is shown: in the view and by a message where it needs one, or not at all because the caller says it. */
export type Showing = "shown" | "quiet";

/** The command Diagnose 404: finds out what is meant, runs the diagnosis with progress that can be cancelled, shows the result. */
export class DiagnoseCommand implements Disposable {
  readonly #owned = new Disposables();
  readonly #preparation: Preparation;
  readonly #diagnoser: Diagnoser;
  readonly #tree: InvestigationTree;

  constructor(
    commands: Commands,
    parts: {
      readonly preparation: Preparation;
      readonly documents: RequestDocuments;
      readonly diagnoser: Diagnoser;
      readonly tree: InvestigationTree;
    },
  ) {
    this.#preparation = parts.preparation;
    this.#diagnoser = parts.diagnoser;
    this.#tree = parts.tree;
    this.#owned.add(
      commands.register("diagnose404.diagnose", async (argument) => {
        const target = isTarget(argument) ? argument : await askTarget(window.activeTextEditor, parts.documents);
        const investigation = target === null ? null : await this.run(target, "shown");
        return investigation?.diagnosis;
      }),
    );
    this.#owned.add(
      commands.register("diagnose404.diagnoseRecorded", async (argument) => {
        const target = isTarget(argument) ? argument : await askTarget(window.activeTextEditor, parts.documents);
        const prepared = target === null ? null : await this.#preparation.prepare(target, "recorded");
        const title = "Diagnose Recorded Response";
        const investigation = prepared === null ? null : await this.runPrepared(prepared, "shown", title);
        return investigation?.diagnosis;
      }),
    );
  }

  /** Diagnoses a target; null when the person cancelled. */
  async run(target: Target, showing: Showing): Promise<Investigation | null> {
    const prepared = await this.#preparation.prepare(target);
    return prepared === null ? null : this.runPrepared(prepared, showing, "Diagnose 404");
  }

  /** Diagnoses what was made ready, with progress under that title; null when the person cancelled. */
  async runPrepared(prepared: Prepared, showing: Showing, title: string): Promise<Investigation | null> {
    const investigation = await this.#runWithProgress(prepared, title);
    if (investigation !== null && showing === "shown") {
      await this.#tree.show();
      sayResult(investigation);
    }
    return investigation;
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #runWithProgress(prepared: Prepared, title: string): Thenable<Investigation | null> {
    return window.withProgress(
      { location: ProgressLocation.Notification, title, cancellable: true },
      async (progress, token) => {
        const abort = new AbortController();
        token.onCancellationRequested(() => abort.abort());
        return this.#diagnoser.run(prepared, abort.signal, (message) => progress.report({ message }));
      },
    );
  }
}

/** Says what the view alone does not: that there is nothing to diagnose, that no answer came, or why nothing was sent. */
function sayResult(investigation: Investigation): void {
  const { outcome, verdict } = investigation.diagnosis;
  const summary = maskOf(investigation)(verdict.summary);
  switch (outcome) {
    case "answered":
      void window.showInformationMessage(summary);
      break;
    case "unreachable":
      void window.showErrorMessage(summary);
      break;
    case "refused-by-policy":
      if (!workspace.isTrusted) {
        void sayUntrusted();
      }
      break;
    case "not-found":
    case "soft-not-found":
    case "not-sent":
      break;
  }
}

async function sayUntrusted(): Promise<void> {
  const manage = "Manage Workspace Trust";
  const message = "Nothing was sent: this workspace is not trusted. The routes were read.";
  if ((await window.showWarningMessage(message, manage)) === manage) {
    await builtin.executeCommand("workbench.trust.manage");
  }
}
