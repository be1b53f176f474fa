import {
  type Disposable,
  Hover,
  type HoverProvider,
  languages,
  MarkdownString,
  type Position,
  Range,
  type TextDocument,
} from "vscode";
import { createMask } from "../../engine/secrets.ts";
import { registrationText } from "../../report/routes/registrationText.ts";
import { commandLink } from "../commands.ts";
import { Disposables } from "../disposables.ts";
import type { Settings } from "../settings.ts";
import type { Workspace } from "../workspace.ts";
import { routesAt } from "./routeMarks.ts";
import { findUrlIn } from "./urlIn.ts";

/** Hovers on the path of a registration: the whole path, what is wrong with it, where it is mounted and handled. */
export class RegistrationHover implements HoverProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #workspace: Workspace;
  readonly #settings: Settings;

  constructor(workspace: Workspace, settings: Settings) {
    this.#workspace = workspace;
    this.#settings = settings;
    this.#owned.add(languages.registerHoverProvider({ pattern: "**" }, this));
  }

  async provideHover(document: TextDocument, position: Position): Promise<Hover | null> {
    const folder = this.#workspace.folderOf(document.uri);
    const found = findUrlIn(document, position);
    if (folder === null || found === null || !this.#settings.showsHovers(document.uri)) {
      return null;
    }
    const { registered } = routesAt(
      await folder.routes(),
      folder.pathOf(document.uri),
      position.line + 1 - found.callsAbove,
    );
    const [route] = registered;
    if (route === undefined) {
      return null;
    }
    const uri = folder.uri.toString();
    const links = {
      open: ({ file, line, column }: { file: string; line: number; column: number }) =>
        commandLink("diagnose404.openLocation", uri, { file, line, column }),
      diagnose: commandLink("diagnose404.diagnoseRoute", { folder: uri, route }),
    };
    const mask = createMask([]);
    const markdown = new MarkdownString(registrationText(registered, links, (text) => mask.text(text)));
    markdown.isTrusted = { enabledCommands: ["diagnose404.diagnoseRoute", "diagnose404.openLocation"] };
    return new Hover(markdown, new Range(position.line, found.start, position.line, found.end));
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
