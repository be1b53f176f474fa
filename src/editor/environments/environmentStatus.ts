import { type Disposable, type QuickPickItem, StatusBarAlignment, ThemeColor, window } from "vscode";
import { environmentLabel } from "../../report/requests/environmentLabel.ts";
import type { Commands } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import { HumanError } from "../humanError.ts";
import { isRequestDocument } from "../requests/requestDocuments.ts";
import type { Resolution } from "../requests/resolution.ts";
import type { Environments } from "./environments.ts";

/** The environment of the request file in front, in the status bar, and the command that picks another. */
export class EnvironmentStatus implements Disposable {
  readonly #owned = new Disposables();
  readonly #item = this.#owned.add(
    window.createStatusBarItem("diagnose404.environment", StatusBarAlignment.Right, 100),
  );
  readonly #environments: Environments;
  readonly #resolution: Resolution;
  #shows = 0;

  constructor(commands: Commands, environments: Environments, resolution: Resolution) {
    this.#environments = environments;
    this.#resolution = resolution;
    this.#item.name = "Diagnose 404: Environment";
    this.#item.command = "diagnose404.selectEnvironment";
    this.#owned.add(commands.register("diagnose404.selectEnvironment", () => this.#pick()));
    this.#owned.add(window.onDidChangeActiveTextEditor(() => void this.#show()));
    this.#owned.add(environments.onDidChange(() => void this.#show()));
    this.#owned.add(resolution.onDidChange(() => void this.#show()));
    void this.#show();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #show(): Promise<void> {
    const turn = ++this.#shows;
    const document = window.activeTextEditor?.document;
    const names =
      document !== undefined && isRequestDocument(document)
        ? await this.#resolution.environmentNames(document.uri)
        : [];
    if (turn !== this.#shows) {
      return;
    }
    if (document === undefined || names.length === 0) {
      this.#item.hide();
      return;
    }
    const name = this.#environments.choose(document.uri, names);
    const { text, tooltip, spoken, stands } = environmentLabel(name);
    this.#item.text = text;
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: spoken };
    this.#item.backgroundColor =
      stands === "production" ? new ThemeColor("statusBarItem.warningBackground") : undefined;
    this.#item.show();
  }

  async #pick(): Promise<void> {
    const document = window.activeTextEditor?.document;
    if (document === undefined || !isRequestDocument(document)) {
      throw new HumanError("no-request-file", "Open a request file first.");
    }
    const names = await this.#resolution.environmentNames(document.uri);
    if (names.length === 0) {
      throw new HumanError("no-environments", "No environment file was found, such as http-client.env.json.");
    }
    const current = this.#environments.choose(document.uri, names);
    const items: (QuickPickItem & { readonly value: string | null })[] = names.map((name) => ({
      label: name,
      description: name === current ? "current" : "",
      value: name,
    }));
    if (names.length > 1) {
      items.push({ label: "No environment", description: current === null ? "current" : "", value: null });
    }
    const picked = await window.showQuickPick(items, { title: "Environment of This File" });
    if (picked !== undefined) {
      await this.#environments.select(document.uri, picked.value);
    }
  }
}
