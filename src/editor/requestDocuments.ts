import type { TextDocument } from "vscode";
import type { RequestFile, WrittenRequest } from "../engine/model/request.ts";
import { findRequestAtLine } from "../engine/requests/findRequest.ts";
import { parseHttpFile } from "../engine/requests/parseHttpFile.ts";
import type { Folder } from "./folder.ts";
import type { RequestSource } from "./resolution.ts";

/** The languages and endings under which request files are known; other extensions may give them a language of their own. */
export const requestSelector = [{ language: "http" }, { pattern: "**/*.{http,rest}" }] as const;

/** Whether a document is a request file. */
export function isRequestDocument(document: TextDocument): boolean {
  return document.languageId === "http" || /\.(http|rest)$/i.test(document.uri.path);
}

/** Reads request files, once for each version of a document; all features share the result. */
export class RequestDocuments {
  readonly #read = new WeakMap<TextDocument, { readonly version: number; readonly file: RequestFile }>();

  /** The requests of a document as it reads now. */
  parse(document: TextDocument): RequestFile {
    const known = this.#read.get(document);
    if (known?.version === document.version) {
      return known.file;
    }
    const file = parseHttpFile(document.getText());
    this.#read.set(document, { version: document.version, file });
    return file;
  }

  /** A document as a source of requests, within the folder that its paths are relative to. */
  sourceOf(document: TextDocument, folder: Folder | null): RequestSource {
    return { uri: document.uri, folder, text: document.getText(), parsed: this.parse(document) };
  }

  /** The request that a line belongs to, counted from 1, or null. */
  requestAt(document: TextDocument, line: number): WrittenRequest | null {
    return findRequestAtLine(this.parse(document), line);
  }
}
