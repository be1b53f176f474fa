import { type Disposable, type Event, EventEmitter, type Memento, type Uri } from "vscode";
import { Disposables } from "../disposables.ts";
import type { Neighbours } from "./neighbours.ts";

const key = "diagnose404.environments";

/** Which environment the person chose for each request file, remembered with the workspace. */
export class Environments implements Disposable {
  readonly #owned = new Disposables();
  readonly #changed = this.#owned.add(new EventEmitter<void>());
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #memory: Memento;
  readonly #neighbours: Neighbours;

  constructor(memory: Memento, neighbours: Neighbours) {
    this.#memory = memory;
    this.#neighbours = neighbours;
    this.#owned.add(neighbours.onDidChange(() => this.#changed.fire()));
  }

  /**
   * The environment for a file: the chosen one while it exists, where nothing was chosen the one that is active in an extension
   * beside this one, else the only one there is, else null.
   */
  choose(uri: Uri | null, names: readonly string[]): string | null {
    const chosen = uri === null ? undefined : this.#all()[uri.toString()];
    if (chosen !== undefined && (chosen === null || names.includes(chosen))) {
      return names.length === 1 ? (names[0] ?? null) : chosen;
    }
    const active = this.#neighbours.activeEnvironments().find((name) => names.includes(name));
    return active ?? (names.length === 1 ? (names[0] ?? null) : null);
  }

  /** Remembers the choice for a file; null is the choice of no environment. */
  async select(uri: Uri, name: string | null): Promise<void> {
    await this.#memory.update(key, { ...this.#all(), [uri.toString()]: name });
    this.#changed.fire();
  }

  dispose(): void {
    this.#owned.dispose();
  }

  #all(): Readonly<Record<string, string | null>> {
    return this.#memory.get(key, {});
  }
}
