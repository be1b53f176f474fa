import { join } from "node:path";
import type { Disposable, ExtensionContext } from "vscode";
import type { Archive } from "../../node/archive.ts";

/** Opens the archive of this workspace, whose worker starts when it is first needed and ends with the extension. */
export class Archiving implements Disposable {
  readonly #context: ExtensionContext;
  #archive: Promise<Archive> | null = null;

  constructor(context: ExtensionContext) {
    this.#context = context;
  }

  /** The archive; where no folder is open it forgets its history with the window. */
  open(): Promise<Archive> {
    this.#archive ??= this.#start();
    return this.#archive;
  }

  dispose(): void {
    void this.#archive?.then((archive) => archive.close());
  }

  async #start(): Promise<Archive> {
    const { createArchive } = await import("../../node/archive.ts");
    const storage = this.#context.storageUri?.fsPath;
    return createArchive({
      workerFile: join(this.#context.extensionPath, "dist", "archiver.cjs"),
      historyFile: storage === undefined ? null : join(storage, "exchanges.jsonl"),
    });
  }
}
