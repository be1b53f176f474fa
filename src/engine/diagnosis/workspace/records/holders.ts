import type { Location } from "../../../model/place.ts";
import type { RequestFile } from "../../../model/request.ts";
import type { FileEntry, Files } from "../../../ports.ts";
import { parseHttpFile } from "../../../requests/grammar/parseHttpFile.ts";
import { decodeSegment } from "../../../routes/match/segmentLikeness.ts";
import { inTurns } from "../../../turns.ts";
import { namesModule } from "../handlers/importedNames.ts";
import { isBuilt } from "../texts.ts";
import { isRecordPlace } from "./recordPlace.ts";

/** What kind of place holds an identifier besides the request that failed. */
export type HolderKind = "response" | "fixture" | "variable" | "log" | "document" | "request" | "code";

/** The kinds in plain words, those that tell most of an identifier first. */
export const holderWords: Readonly<Record<HolderKind, string>> = {
  response: "an earlier response",
  fixture: "a data file",
  variable: "a variable of an environment",
  log: "a log",
  document: "a document",
  request: "another request",
  code: "code",
};

/** A place of the workspace that holds the same text. */
export interface Holder {
  readonly kind: HolderKind;
  readonly location: Location;
  /** True where the place only records the text, so that there is nothing to correct. */
  readonly isRecord: boolean;
}

const largestFile = 512 * 1024;
const mostFiles = 4000;
const mostHolders = 24;

/**
 * The places that hold an identifier or a path, in path order, at most 24; `apart` are those that are known already. Nothing is looked for
 * when the text is so short that it stands for much else. Never rejects.
 */
export async function findHolders(value: string, files: Files, apart: readonly Location[]): Promise<readonly Holder[]> {
  const wanted = decodeSegment(value);
  if (!isTelling(wanted)) {
    return [];
  }
  const needle = Buffer.from(wanted, "utf8");
  const holders: Holder[] = [];
  for await (const { file } of inTurns((await files.list()).filter(isSearched).slice(0, mostFiles))) {
    const bytes = await files.read(file);
    if (
      bytes !== undefined &&
      !isBinary(bytes) &&
      Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(needle)
    ) {
      holders.push(...findInFile(file, new TextDecoder().decode(bytes), wanted));
    }
    if (holders.length > mostHolders) {
      break;
    }
  }
  const isApart = ({ location: { file, line } }: Holder) => apart.some((one) => one.file === file && one.line === line);
  return holders.filter((holder) => !isApart(holder)).slice(0, mostHolders);
}

/** What holds a zero byte near its start is written by a program: a database, an archive, a picture. */
function isBinary(bytes: Uint8Array): boolean {
  return bytes.subarray(0, 8192).includes(0);
}

/** Short numbers and words are everywhere. */
function isTelling(text: string): boolean {
  return /^\d+$/.test(text) ? text.length >= 4 : text.length >= 5 && !/^[a-z]{1,7}$/.test(text);
}

const unsearched =
  /\.(min\.js|map|png|jpe?g|gif|webp|ico|pdf|zip|gz|wasm|woff2?|lock)$|(^|\/)(package-lock\.json|yarn\.lock|pnpm-lock\.yaml)$/i;

function isSearched({ file, size }: FileEntry): boolean {
  return size <= largestFile && !unsearched.test(file) && !isBuilt(file);
}

/** One holder a line; a file that repeats itself says nothing more after the third. */
function findInFile(file: string, text: string, wanted: string): readonly Holder[] {
  const escaped = wanted.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
  // A number is not part of a longer one, a decimal included; a slug is not part of a longer slug; a path stands behind any host.
  const isNumber = /^\d+$/.test(wanted);
  const before = isNumber ? "(?<!\\w|\\d\\.|[A-Z]-)" : /^\w/.test(wanted) ? "(?<![\\w-])" : "";
  const whole = new RegExp(`${before}${escaped}(?!${isNumber ? "\\w|\\.\\d" : "[\\w-]"})`);
  const parsed = /\.(http|rest)$/i.test(file) ? parseHttpFile(text) : null;
  return text
    .split(/\r\n|\r|\n/)
    .flatMap((line, index) => {
      const at = whole.exec(line)?.index;
      if (at === undefined) {
        return [];
      }
      const kind = kindOf(file, parsed, text, index + 1);
      if (kind === "code" && namesModule(line)) {
        return [];
      }
      const isRecord = kind === "response" || kind === "log" || isRecordPlace(file, line, wanted);
      return [{ kind, location: { file, line: index + 1, column: at + 1 }, isRecord }];
    })
    .slice(0, 3);
}

function kindOf(file: string, parsed: RequestFile | null, text: string, line: number): HolderKind {
  if (parsed !== null) {
    return isRecorded(parsed, text, line) ? "response" : "request";
  }
  if (/\.har$/i.test(file)) {
    return "response";
  }
  if (/\.log(\.\d+)?$/i.test(file)) {
    return "log";
  }
  if (/\.(md|mdx|txt|rst|adoc|html?|eml|mjml|hbs|ejs|liquid|njk|pug)$/i.test(file)) {
    return "document";
  }
  if (/\.env\.json(?:\.user)?$|(?:^|\/)\.env[\w.-]*$/i.test(file)) {
    return "variable";
  }
  const isData = /\.(jsonl?|ndjson|ya?ml|csv|sql|xml)$/i.test(file);
  return isData || /(^|\/)(__)?(fixtures?|seeds?|mocks?|testdata)(__)?\//i.test(file) ? "fixture" : "code";
}

/** Whether a line lies in a response that was recorded beneath its request. */
function isRecorded(parsed: RequestFile, text: string, line: number): boolean {
  const lineOf = (offset: number) => text.slice(0, offset).split(/\r\n|\r|\n/).length;
  return parsed.requests.some(
    ({ recorded }) => recorded !== null && lineOf(recorded.range.start) <= line && line <= lineOf(recorded.range.end),
  );
}
