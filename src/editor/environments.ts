import { type Disposable, type Event, EventEmitter, type Memento, type Uri } from "vscode";

const key = "diagnose404.environments";

/** Which environment the person chose for each request file, remembered with the workspace. */
export class Environments implements Disposable {
  readonly #changed = new EventEmitter<void>();
  readonly onDidChange: Event<void> = this.#changed.event;
  readonly #memory: Memento;

  constructor(memory: Memento) {
    this.#memory = memory;
  }

  /** The environment for a file: the chosen one while it exists, else the only one there is, else null. */
  choose(uri: Uri | null, names: readonly string[]): string | null {
    const chosen = uri === null ? undefined : this.#all()[uri.toString()];
    if (chosen !== undefined && names.includes(chosen)) {
      return chosen;
    }
    return names.length === 1 ? (names[0] ?? null) : null;
  }

  /** Remembers the choice for a file; null forgets it. */
  async select(uri: Uri, name: string | null): Promise<void> {
    const others = Object.entries(this.#all()).filter(([file]) => file !== uri.toString());
    const chosen = name === null ? [] : [[uri.toString(), name] as const];
    await this.#memory.update(key, Object.fromEntries([...others, ...chosen]));
    this.#changed.fire();
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #all(): Readonly<Record<string, string>> {
    return this.#memory.get(key, {});
  }
}
