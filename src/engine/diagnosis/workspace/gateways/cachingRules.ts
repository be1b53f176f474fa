import type { Location } from "../../../model/place.ts";
import { isTest, type Text } from "../texts.ts";

/**
 * The rules of caches that keep answers of "not found" as well: of nginx and its like by status, of Varnish by the status of the
 * origin, of CloudFront and Google's CDN by the settings that are named for errors.
 */
const ruleLine =
  /\b(?:proxy|fastcgi|uwsgi|scgi)_cache_valid\s+(?:\d{3}\s+)*(?:any|404)\b|\bberesp\.status\s*(?:==|>=)\s*40[04]\b|\bErrorCachingMinTTL\b|\berror_caching_min_ttl\b|\bnegative_?caching(?:_?policy)?\b["']?\s*[:={]|\bnegative_ttl\b/i;

/** Fields by which an application lets shared caches keep an answer; RFC 9111 section 5.2.2.10, RFC 9213. */
const fieldLine = /\bs-?maxage\b\s*[=:]\s*["']?[1-9]|\b(?:surrogate|cdn-cache)-control\b.*max-age=[1-9]/i;
/** What shows, near such a field, that it is also set on an answer of "not found": the handler of errors, or what runs for every answer. */
const errorNear =
  /\b404\b|not_?found|error_?handler|exception_?handler|\bonError\b|\(\s*err(?:or)?\s*,|\.use\(|after_request|addHook\(|process_response|middleware/i;
const linesBefore = 4;
const mostFound = 3;

/** The lines of the workspace that let caches keep a 404, rules of caches first; at most three. */
export function findCachingRules(texts: readonly Text[]): readonly Location[] {
  const rules: Location[] = [];
  const fields: Location[] = [];
  for (const { file, text } of texts) {
    if (isTest(file) || !(ruleLine.test(text) || fieldLine.test(text))) {
      continue;
    }
    const lines = text.split(/\r\n|\r|\n/);
    for (const [index, line] of lines.entries()) {
      const place = { file, line: index + 1, column: line.search(/\S/) + 1 };
      if (/^\s*(?:#|\/\/|\*)/.test(line)) {
        continue;
      }
      if (ruleLine.test(line)) {
        rules.push(place);
      } else if (
        fieldLine.test(line) &&
        errorNear.test(lines.slice(Math.max(0, index - linesBefore), index + 2).join("\n"))
      ) {
        fields.push(place);
      }
    }
  }
  return [...rules, ...fields].slice(0, mostFound);
}
