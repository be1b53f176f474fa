import { type Disposable, type Event, EventEmitter, extensions, type Uri, window } from "vscode";
import type { PersonalVariables } from "../../engine/requests/environments/personalVariables.ts";
import { Disposables } from "../disposables.ts";
import type { Settings } from "../settings.ts";
import { readRestClientEnvironment, restClientFolders } from "./restClientEnvironment.ts";

/** What httpYac exports once it is active, as far as it is read here. */
interface HttpYac {
  readonly documentStore?: { readonly activeEnvironment?: unknown };
}

/** The environments of httpYac and REST Client, as far as these keep them; they are read, never written, and neither extension is started. */
export class Neighbours implements Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #settings: Settings;
  readonly #userSettings: Uri;
  #ofRestClient: string | null = null;

  constructor(settings: Settings, userSettings: Uri) {
    this.#settings = settings;
    this.#userSettings = userSettings;
    this.#owned.add(settings.onDidChange(() => this.#changed.fire()));
    // The person may have chosen another one there in the meantime.
    this.#owned.add(window.onDidChangeActiveTextEditor(() => void this.#refresh()));
    void this.#refresh();
  }

  /** The names of their active environments, those of httpYac first; they may name environments that do not exist here. */
  activeEnvironments(): readonly string[] {
    const httpYac = extensions.getExtension<HttpYac>("anweber.vscode-httpyac");
    const active = httpYac?.isActive === true ? httpYac.exports?.documentStore?.activeEnvironment : undefined;
    const ofHttpYac = Array.isArray(active) ? active : this.#settings.httpYacEnvironments();
    return [...ofHttpYac, this.#ofRestClient].filter((name) => typeof name === "string");
  }

  /** The environments that REST Client takes from the settings. */
  restClientVariables(scope: Uri): PersonalVariables {
    return { value: this.#settings.restClientVariables(scope), file: this.#userSettings.fsPath };
  }

  dispose(): void {
    this.#owned.dispose();
  }

  async #refresh(): Promise<void> {
    if (extensions.getExtension("humao.rest-client") === undefined) {
      return;
    }
    const name = await readRestClientEnvironment(restClientFolders(process.env));
    if (name !== this.#ofRestClient) {
      this.#ofRestClient = name;
      this.#changed.fire();
    }
  }
}
