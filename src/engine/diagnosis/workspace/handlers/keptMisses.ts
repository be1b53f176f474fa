import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import { isImported } from "./importedNames.ts";

const code = /\.(?:[cm]?[jt]sx?|py)$/;
const decorator = /^\s*@(?:\w+\.)*(?:lru_cache|alru_cache|ttl_cache|cache|cached|cachedmethod|memoi[sz]e\w*)\b/;
/** A function that is wrapped in one that keeps answers: `export const find = remember(look)`. */
const wrapping =
  /[=(,]\s*(?:\w+\.)*(?:memoi[sz]e\w*|remember\w*|cached?)\(\s*(?:async\b|function\b|\(|[A-Za-z_$][\w$.]*\s*[,)=])/;
const wholeCall = /\bcache\.(?:get_or_set|remember|wrap|getOrSet|fetch)\(/;
/** A map that is filled under the URL of a request, query included. */
const keepingByUrl =
  /\b(\w+)(?:\.set\(|\[)\s*(?:\w+\.)+(?:url|originalUrl|full_path|get_full_path\(\))(?:\s*,|\]\s*=(?!=))/;
const keeping =
  /\b(?:this\.|self\.)?(#?\w*(?:cache|memo|kept|remembered|seen|known|answers)\w*)(?:\.set\(|\[[^\]]+\]\s*=(?!=))/i;

/** The line by which code keeps what it found, and what it did not. */
export interface KeptMiss extends Location {
  /** Whether whole answers are kept, each under its URL. */
  readonly isByUrl: boolean;
}

/**
 * The line of the lookup that keeps what it found, and what it did not: a decorator, a wrapper, or a map that is asked and filled, in the handler's file or in one
 * that it imports. Null where none is seen.
 */
export function findKeptMiss(known: Known, texts: readonly Text[]): KeptMiss | null {
  const route = known.match.matched;
  const own = texts.find(({ file }) => file === (route?.handler ?? route)?.file);
  if (!own || !known.handler) {
    return null;
  }
  const near = texts.filter((one) => one !== own && code.test(one.file) && !isTest(one.file));
  for (const { file, text } of [own, ...near.filter((one) => isImported(own.text, one.file))]) {
    const lines = text.split(/\r\n|\r|\n/);
    const index = lines.findIndex((line, at) => keeps(lines, line, at, own.text));
    const line = lines[index] ?? "";
    if (index >= 0) {
      const column = Math.max(0, line.search(/\S/)) + 1;
      return { file, line: index + 1, column, isByUrl: keepingByUrl.test(line) };
    }
  }
  return null;
}

function keeps(lines: readonly string[], line: string, at: number, handlers: string): boolean {
  if (/^\s*(?:#|\/\/|\*|import\b|from\b)/.test(line)) {
    return false;
  }
  if (decorator.test(line)) {
    const name = lines.slice(at + 1, at + 4).flatMap((next) => /\bdef\s+(\w+)/.exec(next)?.[1] ?? [])[0];
    return name !== undefined && new RegExp(`\\b${name}\\(`).test(handlers);
  }
  const map = (keepingByUrl.exec(line) ?? keeping.exec(line))?.[1];
  const isAsked =
    map !== undefined &&
    lines.some(
      (other) =>
        other !== line && new RegExp(`${map}(?:\\.(?:get|has)\\(|\\[)|\\bin\\s+(?:self\\.)?${map}\\b`).test(other),
    );
  return isAsked || wholeCall.test(line) || wrapping.test(line);
}
