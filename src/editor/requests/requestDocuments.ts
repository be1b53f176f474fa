import type { TextDocument } from "vscode";
import type { RequestFile, WrittenRequest } from "../../engine/model/request.ts";
import { findRequestAtLine } from "../../engine/requests/grammar/findRequest.ts";
import { finish } from "../../engine/requests/grammar/lines.ts";
import { parseHttpFileInSteps } from "../../engine/requests/grammar/parseHttpFile.ts";
import { parseMarkdownInSteps } from "../../engine/requests/sources/parseMarkdownRequests.ts";
import type { Folder } from "../folder.ts";
import { runInSlices } from "../slices.ts";
import type { RequestSource } from "./resolution.ts";

/** The languages and endings under which request files are known; other extensions may give them a language of their own. */
export const requestSelector = [{ language: "http" }, { pattern: "**/*.{http,rest}" }] as const;

/** The scheme of the documents that show requests as they are sent; they read like request files and are none. */
export const previewScheme = "diagnose404-request";

const noRequests: RequestFile = { requests: [], variables: [], problems: [] };

/** Whether a document is a request file. */
export function isRequestDocument({ languageId, uri }: TextDocument): boolean {
  return uri.scheme !== previewScheme && (languageId === "http" || /\.(http|rest)$/i.test(uri.path));
}

/** Whether a document is Markdown, which may hold requests in its blocks. */
export function isMarkdownDocument({ languageId, uri }: TextDocument): boolean {
  return languageId === "markdown" || /\.(md|markdown)$/i.test(uri.path);
}

/** Reads request files and the blocks of Markdown, once for each version of a document; all features share the result. */
export class RequestDocuments {
  readonly #known = new WeakMap<TextDocument, { readonly version: number; readonly file: RequestFile }>();
  readonly #reading = new WeakMap<TextDocument, { readonly version: number; readonly file: Promise<RequestFile> }>();

  /** The requests of a document as it reads now, read in slices; whoever can wait asks here, for a file may hold thousands. */
  read(document: TextDocument): Promise<RequestFile> {
    const { version } = document;
    const known = this.#known.get(document);
    if (known?.version === version) {
      return Promise.resolve(known.file);
    }
    const reading = this.#reading.get(document);
    if (reading?.version === version) {
      return reading.file;
    }
    const file = this.#readInSlices(document);
    this.#reading.set(document, { version, file });
    return file;
  }

  /** The requests of a document as it reads now, read at once where they are not known. */
  parse(document: TextDocument): RequestFile {
    const known = this.#known.get(document);
    if (known?.version === document.version) {
      return known.file;
    }
    const file = finish(parseInSteps(document));
    this.#known.set(document, { version: document.version, file });
    return file;
  }

  /** A document as a source of requests, within the folder that its paths are relative to. */
  sourceOf(document: TextDocument, folder: Folder | null): RequestSource {
    return { uri: document.uri, folder, text: document.getText(), parsed: this.parse(document) };
  }

  /** The request that a line belongs to, counted from 1, or null; in Markdown only the lines of its block and the fences belong to it. */
  requestAt(document: TextDocument, line: number): WrittenRequest | null {
    const found = findRequestAtLine(this.parse(document), line);
    return found !== null && isMarkdownDocument(document) && line > found.endLine + 1 ? null : found;
  }

  async #readInSlices(document: TextDocument): Promise<RequestFile> {
    const { version } = document;
    const file = await runInSlices(parseInSteps(document), () => document.version === version);
    if (file === undefined) {
      return this.read(document);
    }
    this.#known.set(document, { version, file });
    return file;
  }
}

function* parseInSteps(document: TextDocument): Generator<void, RequestFile> {
  if (document.uri.scheme === previewScheme) {
    return noRequests;
  }
  const text = document.getText();
  return yield* isMarkdownDocument(document) ? parseMarkdownInSteps(text) : parseHttpFileInSteps(text);
}
