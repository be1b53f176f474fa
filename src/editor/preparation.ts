import { type TextDocument, Uri, workspace } from "vscode";
import { parseHttpFile } from "../engine/requests/parseHttpFile.ts";
import type { Prepared } from "./diagnoser.ts";
import { HumanError } from "./humanError.ts";
import type { Investigations } from "./investigations.ts";
import type { RequestDocuments } from "./requestDocuments.ts";
import type { Resolution } from "./resolution.ts";
import type { Target } from "./target.ts";
import type { Workspace } from "./workspace.ts";

/** What a preparation reads. */
export interface PreparationParts {
  readonly workspace: Workspace;
  readonly documents: RequestDocuments;
  readonly resolution: Resolution;
  readonly investigations: Investigations;
}

/** Makes a target ready to be diagnosed: reads the request as it stands now, resolves it, and gathers what surrounds it. */
export class Preparation {
  readonly #parts: PreparationParts;

  constructor(parts: PreparationParts) {
    this.#parts = parts;
  }

  /** Throws a HumanError when the target names no request. */
  async prepare(target: Target): Promise<Prepared> {
    switch (target.kind) {
      case "request":
        return this.#prepareRequest(await workspace.openTextDocument(Uri.parse(target.uri)), target.line);
      case "text":
        return this.#prepareText(target.text, target);
      case "url":
        return this.#prepareText(`${target.method} ${target.url}`, target);
      case "investigation":
        return this.prepare(this.#targetOf(target.id));
    }
  }

  #targetOf(id: string): Target {
    const investigation = this.#parts.investigations.find(id);
    if (investigation === null) {
      throw new HumanError("no-investigation", "This investigation is gone. Diagnose the request again.");
    }
    const { subject, target } = investigation;
    return subject === null ? target : { kind: "request", uri: subject.uri, line: subject.line };
  }

  async #prepareRequest(document: TextDocument, line: number): Promise<Prepared> {
    const { workspace: folders, documents, resolution } = this.#parts;
    const written = documents.requestAt(document, line);
    if (written === null) {
      throw new HumanError("no-request-here", "There is no request at this line. Put the cursor in a request.");
    }
    const { uri } = document;
    const folder = folders.folderOf(uri);
    const source = documents.sourceOf(document, folder);
    const [request, all, elsewhere] = await Promise.all([
      resolution.resolve(written, source),
      resolution.resolveAll(source),
      resolution.resolveElsewhere(written, source),
    ]);
    const siblings = all.filter((_, position) => source.parsed.requests[position] !== written);
    const text = document.lineAt(written.line - 1).text;
    const subject = { uri: uri.toString(), line: written.line, text, isUnchanged: true };
    const target: Target = { kind: "request", uri: uri.toString(), line: written.line };
    return { uri, folder, target, subject, request, siblings, elsewhere, written };
  }

  async #prepareText(text: string, target: Target): Promise<Prepared> {
    const source = { uri: null, folder: null, text, parsed: parseHttpFile(text) };
    const written = source.parsed.requests[0];
    if (written === undefined) {
      throw new HumanError("no-request-in-text", "This text holds neither a URL nor a curl command.");
    }
    const request = await this.#parts.resolution.resolve(written, source);
    const folder = this.#parts.workspace.folderOf(null);
    return { uri: null, folder, target, subject: null, request, siblings: [], elsewhere: [], written };
  }
}
