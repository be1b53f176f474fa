import type { Location } from "../../../model/place.ts";
import { isTest, type Text } from "../texts.ts";

const reading =
  /\brequest\.host\b|\bget_host\s*\(|\b(?:req|request|ctx|c\.req)\.(?:hostname|subdomains)\b|\bHTTP_HOST\b|\bheaders?\b\W{0,3}(?:get\W{1,3})?host\b/i;
const choosing = /\.get\s*\(|\[|\bfind\w*\s*\(|\bfilter\w*\s*\(|\bwhere\b|\bsplit\s*\(|\bpartition\s*\(/i;
/** Where a host is only put into a URL or a log, nothing is chosen by it. */
const writing = /:\/\/|redirect|\blog(?:ger)?\b|console\./i;
/** What hands the request on to one application of several serves hosts, not tenants: `application(req, res, next)`. */
const handingOn = /\(\s*(?:req|request|ctx)\s*,\s*(?:res|response|next)\b/;
const mostLinesBelow = 3;
const source = /\.(?:py|[cm]?[jt]sx?)$/;

/** The line of the workspace that chooses something by the host of a request, as applications for several tenants do; null when there is none. */
export function findHostReader(texts: readonly Text[]): Location | null {
  for (const { file, text } of texts) {
    if (!source.test(file) || isTest(file) || !reading.test(text)) {
      continue;
    }
    const lines = text.split(/\r\n|\r|\n/);
    const index = lines.findIndex(
      (line, at) =>
        reading.test(line) &&
        !/^\s*(?:#|\/\/|\*)/.test(line) &&
        !writing.test(line) &&
        choosesData(lines.slice(at, at + mostLinesBelow).join("\n")),
    );
    if (index >= 0) {
      return { file, line: index + 1, column: (lines[index] ?? "").search(/\S/) + 1 };
    }
  }
  return null;
}

function choosesData(text: string): boolean {
  return choosing.test(text.replace(reading, "")) && !handingOn.test(text);
}
