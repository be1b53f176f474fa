import { type TextDocument, Uri, workspace } from "vscode";
import type { RequestFile, WrittenRequest } from "../../engine/model/request.ts";
import { isCurlLine, isOtherProtocol } from "../../engine/requests/grammar/lineShape.ts";
import { parseHttpFile } from "../../engine/requests/grammar/parseHttpFile.ts";
import { parseCurl } from "../../engine/requests/sources/parseCurl.ts";
import { readHar } from "../../engine/requests/sources/readHar.ts";
import { HumanError } from "../humanError.ts";
import type { Investigations, Subject } from "../investigations/investigations.ts";
import type { Target } from "../investigations/target.ts";
import type { Workspace } from "../workspace.ts";
import type { RequestDocuments } from "./requestDocuments.ts";
import type { RequestSource } from "./resolution.ts";

/** The request that a target names, as it is written now; `subject` is its line where it stands in a file. */
export interface Located {
  readonly target: Target;
  readonly written: WrittenRequest;
  readonly source: RequestSource;
  readonly subject: Subject | null;
}

/** What finding a request reads. */
export interface LocatorParts {
  readonly workspace: Workspace;
  readonly documents: RequestDocuments;
  readonly investigations: Investigations;
}

/** Finds the request that a target names: in a request file or Markdown, in a text, in a HAR file, or by its investigation. */
export class Locator {
  readonly #parts: LocatorParts;

  constructor(parts: LocatorParts) {
    this.#parts = parts;
  }

  /** Throws a HumanError when the target names no request. */
  async locate(target: Target): Promise<Located> {
    switch (target.kind) {
      case "request":
        return this.#locateLine(await workspace.openTextDocument(Uri.parse(target.uri)), target.line);
      case "text":
        return locateText(target.text, target);
      case "url":
        return locateText(`${target.method} ${target.url}`, target);
      case "har":
        return this.#locateEntry(await workspace.openTextDocument(Uri.parse(target.uri)), target);
      case "investigation":
        return this.locate(this.#targetOf(target.id));
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

  async #locateLine(document: TextDocument, line: number): Promise<Located> {
    const { workspace: folders, documents } = this.#parts;
    await documents.read(document);
    const written = documents.requestAt(document, line);
    if (written === null) {
      throw new HumanError("no-request-here", "There is no request at this line. Put the cursor in a request.");
    }
    if (isOtherProtocol(written.method)) {
      throw new HumanError("not-http", `${written.method} requests are never sent; only HTTP is diagnosed.`);
    }
    const uri = document.uri.toString();
    const text = document.lineAt(written.line - 1).text;
    return {
      target: { kind: "request", uri, line: written.line },
      written,
      source: documents.sourceOf(document, folders.folderOf(document.uri)),
      subject: { uri, line: written.line, text, isUnchanged: true },
    };
  }

  /** What was recorded holds no variables and belongs to no line. */
  #locateEntry(document: TextDocument, target: Extract<Target, { kind: "har" }>): Located {
    const entry = readHar(document.getText()).entries.find(({ number }) => number === target.entry);
    if (entry === undefined) {
      throw new HumanError("no-har-entry", `This HAR file has no entry ${target.entry} that holds a request.`);
    }
    const written = { ...entry.request, recorded: entry.response };
    const parsed = { requests: [written], variables: [], problems: [] };
    const folder = this.#parts.workspace.folderOf(document.uri);
    const source = { uri: null, folder, text: "", parsed, variables: "verbatim" as const };
    return { target, written, source, subject: null };
  }
}

function locateText(text: string, target: Target): Located {
  const source = { uri: null, folder: null, text, parsed: parseText(text) };
  const written = source.parsed.requests[0];
  if (written === undefined) {
    throw new HumanError("no-request-in-text", "This text holds neither a URL nor a curl command.");
  }
  return { target, written, source, subject: null };
}

/** A curl command that stands anywhere but in a request file is meant for a shell, which puts values in. */
function parseText(text: string): RequestFile {
  if (!isCurlLine(text.trimStart().split("\n", 1)[0] ?? "")) {
    return parseHttpFile(text);
  }
  const { request, problems } = parseCurl(text.trim());
  return { requests: request === null ? [] : [request], variables: [], problems };
}
