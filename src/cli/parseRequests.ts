import type { RequestFile } from "../engine/model/request.ts";
import { parseHttpFile } from "../engine/requests/grammar/parseHttpFile.ts";
import { parseMarkdownRequests } from "../engine/requests/sources/parseMarkdownRequests.ts";
import { harRequests, readHar } from "../engine/requests/sources/readHar.ts";

/** Reads the requests of a text by the name of its file: the `http` blocks of Markdown, the entries of a HAR file, or a request file as a whole. */
export function parseRequests(file: string, text: string): RequestFile {
  if (/\.har$/i.test(file)) {
    return harRequests(readHar(text));
  }
  return /\.(?:md|markdown)$/i.test(file) ? parseMarkdownRequests(text) : parseHttpFile(text);
}
