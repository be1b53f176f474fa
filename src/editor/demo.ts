import { join } from "node:path";
import {
  commands as builtin,
  type Disposable,
  type ExtensionContext,
  type LogOutputChannel,
  Uri,
  window,
  workspace,
} from "vscode";
import type { DemoService } from "../node/demo.ts";
import type { Commands } from "./commands.ts";
import { Disposables } from "./disposables.ts";

const openKey = "diagnose404.demoWasAsked";

/** The demo: a copy of the sample workspace in the extension's own storage, and its service while that workspace is open. */
export class Demo implements Disposable {
  readonly #owned = new Disposables();
  readonly #context: ExtensionContext;
  readonly #log: LogOutputChannel;
  readonly #folder: Uri;
  #service: Promise<DemoService> | null = null;

  constructor(commands: Commands, context: ExtensionContext, log: LogOutputChannel) {
    this.#context = context;
    this.#log = log;
    this.#folder = Uri.joinPath(context.globalStorageUri, "demo");
    this.#owned.add(commands.register("diagnose404.openDemo", () => this.#open()));
    if (this.#isOpen()) {
      void this.#resume();
    }
  }

  dispose(): void {
    void this.#service?.then((service) => service.stop());
    this.#owned.dispose();
  }

  #isOpen(): boolean {
    return workspace.workspaceFolders?.some(({ uri }) => uri.toString() === this.#folder.toString()) === true;
  }

  /** Opening a folder starts the extension anew, so the service is started by the window that shows the demo. */
  async #open(): Promise<void> {
    if (this.#isOpen()) {
      await this.#start();
      await this.#showRequests();
      return;
    }
    await this.#prepare("http://localhost:3000");
    await this.#context.globalState.update(openKey, true);
    const isEmpty = workspace.workspaceFolders === undefined && window.activeTextEditor === undefined;
    await builtin.executeCommand("vscode.openFolder", this.#folder, { forceNewWindow: !isEmpty });
  }

  /** Serves the demo again in a window that was opened on it; shows its requests when the person has just asked for it. */
  async #resume(): Promise<void> {
    try {
      await this.#start();
      if (this.#context.globalState.get(openKey) === true) {
        await this.#context.globalState.update(openKey, undefined);
        await this.#showRequests();
      }
    } catch (error) {
      this.#log.error(error instanceof Error ? error : String(error));
      void window.showErrorMessage("The demo service did not start. See the log of Diagnose 404.");
    }
  }

  async #start(): Promise<void> {
    this.#service ??= this.#startService();
    await this.#service;
  }

  async #startService(): Promise<DemoService> {
    const { startDemoService } = await import("../node/demo.ts");
    const service = await startDemoService(join(this.#context.extensionPath, "dist", "demo", "service.cjs"));
    this.#log.info(`demo service on ${service.baseUrl}`);
    await this.#prepare(service.baseUrl);
    return service;
  }

  async #prepare(baseUrl: string): Promise<void> {
    const { prepareDemo } = await import("../node/demo.ts");
    const source = join(this.#context.extensionPath, "media", "demo");
    await prepareDemo({ source, target: this.#folder.fsPath, baseUrl });
  }

  async #showRequests(): Promise<void> {
    await window.showTextDocument(Uri.joinPath(this.#folder, "requests", "orders.http"));
  }
}
