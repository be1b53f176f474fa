import {
  commands as builtin,
  CodeLens,
  type CodeLensProvider,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  type TextDocumentContentProvider,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Diagnosis } from "../../engine/model/diagnosis.ts";
import { maskText } from "../../engine/secrets.ts";
import type { EntrySummary, HistorySummary } from "../../node/archiveProtocol.ts";
import { outcomeLabel } from "../../report/diagnosis/outcomeLabel.ts";
import { type Commands, commandOf } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import { HumanError } from "../humanError.ts";
import type { Archiving } from "./archiving.ts";
import type { Investigation, Investigations } from "./investigations.ts";
import type { Target } from "./target.ts";

/** The scheme of the documents that show an exchange of the history. */
const exchangeScheme = "diagnose404-exchange";

/** The exchanges of this workspace, kept across windows unless the request says `# @no-log`: each can be read, compared with the one before it, and diagnosed again. */
export class ExchangeHistory implements TextDocumentContentProvider, CodeLensProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #archiving: Archiving;
  readonly #kept = new WeakSet<Diagnosis>();

  constructor(commands: Commands, investigations: Investigations, archiving: Archiving) {
    this.#archiving = archiving;
    const add = this.#owned.add.bind(this.#owned);
    add(investigations.onDidChange(() => void this.#keep(investigations.all[0])));
    add(commands.register("diagnose404.showHistory", () => this.#choose()));
    add(commands.register("diagnose404.clearHistory", () => this.#clear()));
    add(commands.register("diagnose404.compareExchange", (id) => this.#compare(id)));
    add(workspace.registerTextDocumentContentProvider(exchangeScheme, this));
    add(languages.registerCodeLensProvider({ scheme: exchangeScheme }, this));
  }

  async provideTextDocumentContent({ query }: Uri): Promise<string> {
    const archive = await this.#archiving.open();
    return (await archive.print(query)) ?? "# This exchange is no longer in the history.\n";
  }

  async provideCodeLenses({ uri }: TextDocument): Promise<CodeLens[]> {
    const { entries } = await this.#list();
    const entry = entries.find(({ subject }) => subject?.id === uri.query);
    const target = entry === undefined ? null : targetOf(entry);
    const earlier = entry === undefined ? undefined : findEarlier(entries, entry);
    const top = new Range(0, 0, 0, 0);
    return [
      ...(target === null ? [] : [new CodeLens(top, commandOf("diagnose404.diagnose", "Diagnose Again", target))]),
      ...(earlier === undefined
        ? []
        : [new CodeLens(top, commandOf("diagnose404.compareExchange", "Compare with the One Before", uri.query))]),
    ];
  }

  dispose(): void {
    this.#owned.dispose();
  }

  /** What is shown first is the newest; what comes to the top again because another one was removed is known already. */
  async #keep(newest: Investigation | undefined): Promise<void> {
    if (newest === undefined || newest.diagnosis.exchange === null || this.#kept.has(newest.diagnosis)) {
      return;
    }
    const { diagnosis, subject } = newest;
    this.#kept.add(diagnosis);
    if ("no-log" in diagnosis.request.directives) {
      return;
    }
    const place = subject === null ? null : { uri: subject.uri, line: subject.line };
    const archive = await this.#archiving.open();
    const about = { id: diagnosis.id, outcome: outcomeLabel(diagnosis), place };
    await archive.add(newest.diagnosis.exchange, diagnosis.request.secrets, about);
  }

  async #list(): Promise<HistorySummary> {
    return (await this.#archiving.open()).list();
  }

  async #choose(): Promise<void> {
    const { entries, damaged, problem } = await this.#list();
    if (entries.length === 0) {
      throw new HumanError("no-history", problem ?? "Nothing was sent from this workspace yet.");
    }
    const aside = damaged > 0 ? `${damaged} damaged lines were set aside` : null;
    const title = ["Exchanges of this workspace, secrets masked", aside, problem].filter((one) => one !== null);
    const picked = await window.showQuickPick(entries.map(itemOf), {
      title: title.join(". "),
      matchOnDescription: true,
    });
    if (picked !== undefined) {
      await window.showTextDocument(await workspace.openTextDocument(uriOf(picked.entry)), { preview: true });
    }
  }

  async #compare(id: string): Promise<void> {
    const { entries } = await this.#list();
    const entry = entries.find(({ subject }) => subject?.id === id);
    const earlier = entry === undefined ? undefined : findEarlier(entries, entry);
    if (entry === undefined || earlier === undefined) {
      throw new HumanError("nothing-to-compare", "The history holds no earlier exchange of this request.");
    }
    const title = `${entry.method} ${shortUrl(entry.url)}: ${timeOf(earlier)} ↔ ${timeOf(entry)}`;
    await builtin.executeCommand("vscode.diff", uriOf(earlier), uriOf(entry), title);
  }

  async #clear(): Promise<void> {
    await (await this.#archiving.open()).clear();
    window.setStatusBarMessage("The history of exchanges is empty", 3000);
  }
}

function itemOf(entry: EntrySummary) {
  const label = `${entry.method} ${shortUrl(entry.url)}`;
  return { label, description: `${entry.subject?.outcome ?? ""} · ${timeOf(entry)}`, entry };
}

function uriOf({ subject, method, url }: EntrySummary): Uri {
  const title = `${method} ${shortUrl(url)}`.replace(/[\\/?#:]+/g, " ").trim();
  return Uri.from({ scheme: exchangeScheme, path: `/${title}.txt`, query: subject?.id ?? "" });
}

/** The request where it stands, else the URL itself as long as nothing of it is masked; null when the request cannot be had again. */
function targetOf({ subject, method, url }: EntrySummary): Target | null {
  if (subject?.place != null) {
    return { kind: "request", ...subject.place };
  }
  return url.includes(maskText) ? null : { kind: "url", method, url };
}

/** The newest exchange before this one that was for the same request: the same place, or without one the same method and URL. */
function findEarlier(entries: readonly EntrySummary[], entry: EntrySummary): EntrySummary | undefined {
  const key = (one: EntrySummary) => JSON.stringify(one.subject?.place ?? [one.method, one.url]);
  return entries.slice(entries.indexOf(entry) + 1).find((other) => key(other) === key(entry));
}

function timeOf({ at }: EntrySummary): string {
  return new Date(at).toLocaleString();
}

function shortUrl(url: string): string {
  return url.replace(/^[a-z]+:\/\/[^/?#]*(?=[/?#])/i, "");
}
