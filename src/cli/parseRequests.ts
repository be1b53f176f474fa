import type { RequestFile } from "../engine/model/request.ts";
import { parseHttpFile } from "../engine/requests/grammar/parseHttpFile.ts";
import { parseMarkdownRequests } from "../engine/requests/sources/parseMarkdownRequests.ts";

/** Reads the requests of a text by the name of its file: the `http` blocks of Markdown, or a request file as a whole. */
export function parseRequests(file: string, text: string): RequestFile {
  return /\.(?:md|markdown)$/i.test(file) ? parseMarkdownRequests(text) : parseHttpFile(text);
}
