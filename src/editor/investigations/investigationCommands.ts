import { type Disposable, env, Selection, TextEditorRevealType, Uri, window, workspace } from "vscode";
import { diagnosisJson } from "../../report/diagnosis/diagnosisJson.ts";
import { diagnosisText } from "../../report/diagnosis/diagnosisText.ts";
import { plainPaint } from "../../report/terminalText.ts";
import type { Commands, InvestigationArgument } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import { HumanError } from "../humanError.ts";
import { fileUri, positionOf } from "../places.ts";
import type { DiagnoseCommand } from "./diagnoseCommand.ts";
import { type Investigation, type Investigations, maskOf } from "./investigations.ts";

/** What can be done with an investigation from the view, a lens or a link. */
export class InvestigationCommands implements Disposable {
  readonly #owned = new Disposables();
  readonly #investigations: Investigations;

  constructor(commands: Commands, investigations: Investigations, diagnose: DiagnoseCommand) {
    this.#investigations = investigations;
    const add = this.#owned.add.bind(this.#owned);
    add(
      commands.register("diagnose404.rerunInvestigation", async (subject) => {
        await diagnose.run({ kind: "investigation", id: this.#find(subject).id }, "shown");
      }),
    );
    add(
      commands.register("diagnose404.removeInvestigation", async (subject) =>
        investigations.remove(this.#find(subject).id),
      ),
    );
    add(commands.register("diagnose404.clearInvestigations", async () => investigations.clear()));
    add(commands.register("diagnose404.copyText", async (subject) => copy(textOf(this.#find(subject)))));
    add(commands.register("diagnose404.copyJson", async (subject) => copy(jsonOf(this.#find(subject)))));
    add(
      commands.register("diagnose404.openLocation", async (folder, location) => {
        const document = await workspace.openTextDocument(fileUri(Uri.parse(folder), location.file));
        const position = document.validatePosition(positionOf(location));
        const editor = await window.showTextDocument(document, { selection: new Selection(position, position) });
        editor.revealRange(new Selection(position, position), TextEditorRevealType.InCenterIfOutsideViewport);
      }),
    );
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #find(subject: InvestigationArgument | undefined): Investigation {
    const found = subject === undefined ? null : this.#investigations.find(subject.investigation);
    if (found === null) {
      throw new HumanError("no-investigation", "This investigation is gone. Diagnose the request again.");
    }
    return found;
  }
}

async function copy(text: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage("$(copy) Copied", 3000);
}

/** How wide the lines of a copied text are, in characters. */
const textWidth = 100;

function textOf(investigation: Investigation): string {
  const document = diagnosisJson(investigation.diagnosis, maskOf(investigation));
  return diagnosisText(document, { paint: plainPaint, width: textWidth });
}

function jsonOf(investigation: Investigation): string {
  return JSON.stringify(diagnosisJson(investigation.diagnosis, maskOf(investigation)), null, 2);
}
