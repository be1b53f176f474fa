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
    const place = { uri, folder: folders.folderOf(uri) };
    const file = documents.parse(document);
    const others = { ...file, requests: file.requests.filter((other) => other !== written) };
    const [request, siblings, elsewhere] = await Promise.all([
      resolution.resolve(written, file, place),
      resolution.resolveAll(others, place),
      resolution.resolveElsewhere(written, file, place),
    ]);
    const text = document.lineAt(written.line - 1).text;
    const subject = { uri: uri.toString(), line: written.line, text, isUnchanged: true };
    const target: Target = { kind: "request", uri: uri.toString(), line: written.line };
    return { ...place, target, subject, request, siblings, elsewhere, fileText: document.getText() };
  }

  async #prepareText(text: string, target: Target): Promise<Prepared> {
    const file = parseHttpFile(text);
    const written = file.requests[0];
    if (written === undefined) {
      throw new HumanError("no-request-in-text", "This text holds neither a URL nor a curl command.");
    }
    const place = { uri: null, folder: this.#parts.workspace.folderOf(null) };
    const request = await this.#parts.resolution.resolve(written, file, { uri: null, folder: null });
    return { ...place, target, subject: null, request, siblings: [], elsewhere: [], fileText: null };
  }
}
