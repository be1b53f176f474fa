import {
  CodeAction,
  CodeActionKind,
  type CodeActionProvider,
  type Disposable,
  languages,
  type Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from "vscode";
import type { Fix } from "../../engine/model/diagnosis.ts";
import { outcomeLabel } from "../../report/diagnosis/outcomeLabel.ts";
import { type Commands, commandOf, type FixArgument } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { Environments } from "../environments/environments.ts";
import { HumanError } from "../humanError.ts";
import { fileUri } from "../places.ts";
import { requestSelector } from "../requests/requestDocuments.ts";
import type { DiagnoseCommand } from "./diagnoseCommand.ts";
import { type Investigation, type Investigations, maskOf } from "./investigations.ts";

/** A fix that is an edit of one line. */
type EditFix = Fix & { readonly edit: NonNullable<Fix["edit"]> };

/** A fix that is the choice of another environment. */
type EnvironmentFix = Fix & { readonly environment: string };

/** What the fixes are built on. */
export interface QuickFixParts {
  readonly investigations: Investigations;
  readonly environments: Environments;
  readonly diagnose: DiagnoseCommand;
}

/** Fixes that edit the request line or where its variables are defined, or select an environment, then replay the request to verify. */
export class QuickFixes implements CodeActionProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #investigations: Investigations;
  readonly #environments: Environments;
  readonly #diagnose: DiagnoseCommand;

  constructor(commands: Commands, parts: QuickFixParts) {
    this.#investigations = parts.investigations;
    this.#environments = parts.environments;
    this.#diagnose = parts.diagnose;
    this.#owned.add(commands.register("diagnose404.applyFix", (subject) => this.#apply(subject)));
    this.#owned.add(
      languages.registerCodeActionsProvider([...requestSelector, { language: "markdown" }], this, {
        providedCodeActionKinds: [CodeActionKind.QuickFix],
      }),
    );
  }

  provideCodeActions(document: TextDocument, range: Range): CodeAction[] {
    const uri = document.uri.toString();
    const investigation = this.#investigations.all.find(({ subject }) => {
      const line = (subject?.line ?? 0) - 1;
      return subject?.uri === uri && subject.isUnchanged && range.start.line <= line && line <= range.end.line;
    });
    if (investigation === undefined) {
      return [];
    }
    const actions = investigation.diagnosis.fixes.map((fix, position) => actionOf(investigation, fix, position));
    return actions.filter((action) => action !== null);
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #apply({ investigation: id, fix: position }: FixArgument): Promise<void> {
    const investigation = this.#investigations.find(id);
    const fix = investigation?.diagnosis.fixes[position ?? -1];
    if (investigation === null || fix === undefined || !(await this.#change(investigation, fix))) {
      throw new HumanError("fix-gone", "This fix belongs to an earlier run. Diagnose the request again.");
    }
    if (fix.kind !== "edit-request" && fix.kind !== "edit-variable") {
      void window.showInformationMessage("Edited. Run the request again once the service serves the change.");
      return;
    }
    const replayed = await this.#diagnose.run({ kind: "investigation", id }, "quiet");
    if (replayed !== null) {
      sayVerified(replayed);
    }
  }

  /** Makes the change; false when the fix is none that can be made here. */
  async #change(investigation: Investigation, fix: Fix): Promise<boolean> {
    if (isEnvironmentFix(fix) && investigation.subject !== null) {
      await this.#environments.select(Uri.parse(investigation.subject.uri), fix.environment);
      return true;
    }
    if (!isEditFix(fix)) {
      return false;
    }
    const edit = await editOf(investigation, fix);
    if (edit !== null && !(await workspace.applyEdit(edit))) {
      throw new HumanError("fix-not-applied", "The file could not be edited. Is it read-only?");
    }
    return true;
  }
}

function sayVerified(replayed: Investigation): void {
  const { request, outcome } = replayed.diagnosis;
  const label = outcomeLabel(replayed.diagnosis);
  if (outcome === "answered") {
    void window.showInformationMessage(
      `Verified: ${maskOf(replayed)(`${request.method} ${request.url}`)} answers ${label}.`,
    );
  } else {
    void window.showWarningMessage(`Not verified: ${label}. ${maskOf(replayed)(replayed.diagnosis.verdict.summary)}`);
  }
}

/**
 * The action has a command alone, which edits: were the edit the action's own, the editor would look for actions anew while it
 * is applied, and forget what the command of this one was to be given before it runs.
 */
function actionOf(investigation: Investigation, fix: Fix, position: number): CodeAction | null {
  if (!isEditFix(fix) && !isEnvironmentFix(fix)) {
    return null;
  }
  const action = new CodeAction(maskOf(investigation)(fix.title), CodeActionKind.QuickFix);
  action.isPreferred = position === 0 && fix.verified;
  action.command = commandOf("diagnose404.applyFix", action.title, { investigation: investigation.id, fix: position });
  return action;
}

/** The edit of a fix, or null when the line already reads as the fix wants it. */
async function editOf(investigation: Investigation, { edit }: EditFix): Promise<WorkspaceEdit | null> {
  const uri = fileUri(Uri.parse(investigation.folder), edit.file);
  const document = await workspace.openTextDocument(uri);
  const { subject, diagnosis } = investigation;
  const isSubjectLine = subject?.uri === uri.toString() && edit.line === diagnosis.request.line;
  const line = isSubjectLine ? subject.line : edit.line;
  const written = line > document.lineCount ? null : document.lineAt(line - 1);
  if (written?.text === edit.newText) {
    return null;
  }
  if (written?.text !== edit.oldText) {
    throw new HumanError("fix-gone", "The file has changed since. Diagnose the request again.");
  }
  const change = new WorkspaceEdit();
  change.replace(uri, written.range, edit.newText);
  return change;
}

function isEnvironmentFix(fix: Fix): fix is EnvironmentFix {
  return fix.environment !== undefined;
}

function isEditFix(fix: Fix): fix is EditFix {
  return fix.edit !== null;
}
