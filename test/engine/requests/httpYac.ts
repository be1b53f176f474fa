import { posix } from "node:path";
import { type HttpFile, io, store } from "httpyac";

/** One request as httpYac reads it; `line` counts from 1, `body` is null where there is none. */
export interface YacRequest {
  readonly line: number;
  readonly method: string;
  readonly url: string;
  readonly headers: readonly string[];
  readonly body: string | null;
}

const fileName = "/requests.http";
const none = () => Promise.reject(new Error("httpYac is lent no files."));

// httpYac runs the configuration, the plugins and the scripts that it finds beside a request file. Here it finds no file at all, and
// trusts none.
Object.assign(io.fileProvider, {
  EOL: "\n",
  exists: async () => false,
  isAbsolute: async (path: string) => posix.isAbsolute(path),
  dirname: (path: string) => posix.dirname(path),
  joinPath: posix.join,
  hasExtension: (path: string, ...endings: readonly string[]) => endings.some((ending) => path.endsWith(`.${ending}`)),
  fsPath: (path: string) => path,
  toString: String,
  readFile: none,
  readBuffer: none,
  readdir: async () => [],
});
Object.assign(io.javascriptProvider, { loadModule: undefined, runScript: undefined });
io.userInteractionProvider.isTrusted = () => false;

/** Reads a text with httpYac's own parser, which neither reads files nor runs code here. */
export async function parseWithHttpYac(text: string): Promise<HttpFile> {
  return new store.HttpFileStore().parse(fileName, text, { workingDir: "/" });
}

/** The requests of a file as httpYac read them, in their order. */
export function requestsOf({ httpRegions }: HttpFile): readonly YacRequest[] {
  return httpRegions.flatMap(({ request, symbol }) => {
    const requestLine = symbol.children?.find(({ kind }) => kind === "requestLine");
    if (request === undefined || requestLine === undefined) return [];
    const { method = "", url, headers = {}, body } = request;
    const text = typeof body === "string" ? body : null;
    return [{ line: requestLine.startLine + 1, method, url, headers: Object.keys(headers), body: text }];
  });
}
