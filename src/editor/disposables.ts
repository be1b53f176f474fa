import type { Disposable } from "vscode";

/** Owns what a feature registers, and ends all of it at once, the latest first. */
export class Disposables implements Disposable {
  readonly #owned: Disposable[] = [];

  /** Takes ownership of a disposable and returns it. */
  add<Owned extends Disposable>(owned: Owned): Owned {
    this.#owned.push(owned);
    return owned;
  }

  dispose(): void {
    for (const owned of this.#owned.splice(0).reverse()) {
      owned.dispose();
    }
  }
}
