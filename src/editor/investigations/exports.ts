import { type Disposable, env, Uri, window, workspace } from "vscode";
import type { ExportFormat } from "../../report/exports/exports.ts";
import type { Commands, InvestigationArgument } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import { HumanError } from "../humanError.ts";
import type { Archiving } from "./archiving.ts";
import { chooseInvestigation } from "./investigationChoice.ts";
import type { Investigation, Investigations } from "./investigations.ts";

/** What can be written to a file: an export in its format, or the request as the best fix changes it. */
type Saved = Exclude<ExportFormat, "curl"> | "corrected";

const kinds: Readonly<Record<Saved, { readonly ending: string; readonly filter: string }>> = {
  har: { ending: "har", filter: "HTTP Archive" },
  http: { ending: "http", filter: "HTTP requests" },
  corrected: { ending: "http", filter: "HTTP requests" },
};

/** Hands investigations on to other tools: as files where the person says, or as a curl command. Every secret in them is masked. */
export class Exports implements Disposable {
  readonly #owned = new Disposables();
  readonly #investigations: Investigations;
  readonly #archiving: Archiving;

  constructor(commands: Commands, investigations: Investigations, archiving: Archiving) {
    this.#investigations = investigations;
    this.#archiving = archiving;
    const add = this.#owned.add.bind(this.#owned);
    add(commands.register("diagnose404.exportHar", (subject, to) => this.#save("har", subject, to)));
    add(commands.register("diagnose404.exportHttp", (subject, to) => this.#save("http", subject, to)));
    add(commands.register("diagnose404.saveCorrectedRequest", (subject, to) => this.#save("corrected", subject, to)));
    add(commands.register("diagnose404.copyCurl", (subject) => this.#copyCurl(subject)));
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #save(kind: Saved, subject: InvestigationArgument | undefined, to: unknown): Promise<void> {
    const investigation = await chooseInvestigation(this.#investigations, subject);
    if (investigation === null) {
      return;
    }
    const content = await this.#compose(investigation, kind);
    const place = to instanceof Uri ? to : await askPlace(investigation, kind);
    if (place === undefined) {
      return;
    }
    await workspace.fs.writeFile(place, content);
    await offerToOpen(place);
  }

  async #copyCurl(subject: InvestigationArgument | undefined): Promise<void> {
    const investigation = await chooseInvestigation(this.#investigations, subject);
    if (investigation !== null) {
      await env.clipboard.writeText(new TextDecoder().decode(await this.#compose(investigation, "curl")));
      window.setStatusBarMessage("$(copy) Copied, secrets masked", 3000);
    }
  }

  async #compose({ diagnosis }: Investigation, kind: Saved | "curl"): Promise<Uint8Array> {
    const archive = await this.#archiving.open();
    const content = await archive.export(diagnosis, kind);
    if (content === null) {
      throw new HumanError("no-corrected-request", "No fix of this investigation changes the request.");
    }
    return content;
  }
}

function askPlace({ folder, diagnosis }: Investigation, kind: Saved): Thenable<Uri | undefined> {
  const { ending, filter } = kinds[kind];
  const { name, method } = diagnosis.request;
  const title = `${name ?? method}${kind === "corrected" ? " corrected" : ""}`.replace(/[^\p{L}\p{N} ._-]+/gu, "-");
  return window.showSaveDialog({
    defaultUri: Uri.joinPath(Uri.parse(folder), `${title}.${ending}`),
    filters: { [filter]: [ending] },
    title: "Secrets are masked in this file",
  });
}

async function offerToOpen(place: Uri): Promise<void> {
  const open = "Open";
  const message = `Saved ${workspace.asRelativePath(place)}. Its secrets are masked.`;
  void window.showInformationMessage(message, open).then(async (choice) => {
    if (choice === open) {
      await window.showTextDocument(place);
    }
  });
}
