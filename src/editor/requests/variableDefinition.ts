import {
  type DefinitionProvider,
  type Disposable,
  type LocationLink,
  languages,
  type Position,
  Range,
  type TextDocument,
} from "vscode";
import { Disposables } from "../disposables.ts";
import { rangeOf } from "../places.ts";
import type { Workspace } from "../workspace.ts";
import { isAskingOthers, isDefinedByOthers } from "./otherDefinitions.ts";
import { type RequestDocuments, requestSelector } from "./requestDocuments.ts";
import type { Resolution } from "./resolution.ts";

/** A variable as it is used in a text. */
const use = /\{\{\s*%?\s*([^{}\r\n]+?)\s*\}\}/g;

/**
 * Goes from a variable in the URL of a request to its definition: a file variable, an environment file, or the request it refers to.
 * Where another extension already does, it is left to that one.
 */
export class VariableDefinition implements DefinitionProvider, Disposable {
  readonly #owned = new Disposables();
  readonly #workspace: Workspace;
  readonly #documents: RequestDocuments;
  readonly #resolution: Resolution;

  constructor(workspaceFolders: Workspace, documents: RequestDocuments, resolution: Resolution) {
    this.#workspace = workspaceFolders;
    this.#documents = documents;
    this.#resolution = resolution;
    this.#owned.add(languages.registerDefinitionProvider([...requestSelector], this));
  }

  async provideDefinition(document: TextDocument, position: Position): Promise<LocationLink[]> {
    const folder = this.#workspace.folderOf(document.uri);
    const offset = document.offsetAt(position);
    await this.#documents.read(document);
    const written = this.#documents.requestAt(document, position.line + 1);
    const isInUrl = written?.urlRanges.some(({ start, end }) => start <= offset && offset <= end) === true;
    const line = document.lineAt(position.line).text;
    const used = [...line.matchAll(use)].find(
      ({ index, 0: text }) => index <= position.character && position.character <= index + text.length,
    );
    if (!isInUrl || used?.[1] === undefined || folder === null || isAskingOthers(document, position)) {
      return [];
    }
    const found = await this.#resolution.definitionOf(used[1], this.#documents.sourceOf(document, folder));
    if (found === null || (await isDefinedByOthers(document, position))) {
      return [];
    }
    const originSelectionRange = new Range(position.line, used.index, position.line, used.index + used[0].length);
    return [{ originSelectionRange, targetUri: folder.uriOf(found.file), targetRange: rangeOf(found) }];
  }

  dispose(): void {
    this.#owned.dispose();
  }
}
