import type { Location } from "../../../model/place.ts";
import type { Known } from "../../known.ts";
import { isTest, type Text } from "../texts.ts";
import { isImported } from "./importedNames.ts";

const code = /\.(?:[cm]?[jt]sx?|py)$/;
const asking =
  /\b(?:fetch|ofetch|ky|got|axios|urlopen)(?:\.\w+)?\(|\b(?:requests|httpx|client|session|http)\.(?:get|post|request)\(/;
const nothing = String.raw`(?:null|undefined|None|false|False|\[\]|\{\}|)`;
/** A failure that is caught, on the line itself or on the next. */
const caught = new RegExp(
  String.raw`\.catch\(\s*(?:\(\w*\)|\w+)\s*=>\s*\(?${nothing}\)?\s*\)|(?:\bcatch\b[^{]*\{|\bexcept\b[^:]*:)\s*(?:return\b\s*${nothing};?\s*\}?|pass|\})\s*$`,
);
/** An answer that is not a success, be it that the service failed. */
const refused = new RegExp(
  String.raw`\.ok\s*\?.*:\s*${nothing}\s*[;,)]|if\s*\(?\s*(?:!\s*\w+\.ok|not\s+\w+\.(?:ok|is_success)|\w+\.status(?:_code)?\s*!==?\s*200)\s*\)?\s*:?\s*\{?\s*return\s*${nothing};?\s*\}?\s*$`,
);

/**
 * The line at which what the handler looks things up by, in its own file or in one that it imports, asks another service and makes nothing of a failure, so that a service
 * that is down looks like a thing that does not exist. Null where none is seen.
 */
export function findSwallowedFailure(known: Known, texts: readonly Text[]): Location | null {
  const route = known.match.matched;
  const own = texts.find(({ file }) => file === (route?.handler ?? route)?.file);
  if (!own) {
    return null;
  }
  const near = texts.filter(({ file }) => code.test(file) && !isTest(file) && isImported(own.text, file));
  const found = [own, ...near].flatMap(({ file, text }) => {
    const lines = asking.test(text) ? text.split(/\r\n|\r|\n/) : [];
    const index = lines.findIndex((line, at) => swallows(line, lines[at + 1] ?? ""));
    return index < 0 ? [] : [{ file, line: index + 1, column: (lines[index] ?? "").search(/\S/) + 1 }];
  });
  return found[0] ?? null;
}

function swallows(line: string, next: string): boolean {
  const isCatching = /\b(?:catch|except)\b[^{:]*[{:]\s*$/.test(line);
  return refused.test(line) || caught.test(isCatching ? `${line} ${next.trim()}` : line);
}
