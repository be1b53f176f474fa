import { type LineReader, reportLine } from "./lineReader.ts";
import type { Line } from "./lines.ts";

/** The methods that REST Client 0.26 and httpYac 6.16 both know, and those that only one of them does. */
const KNOWN_TO_BOTH = new Set(
  (
    "GET POST PUT DELETE PATCH HEAD OPTIONS CONNECT TRACE LOCK UNLOCK PROPFIND PROPPATCH COPY MOVE MKCOL MKCALENDAR ACL " +
    "SEARCH"
  ).split(" "),
);
const KNOWN_TO_HTTPYAC = new Set(
  "CHECKOUT CHECKIN REPORT MERGE MKACTIVITY MKWORKSPACE VERSION-CONTROL BASELINE-CONTROL GRAPHQL".split(" "),
);

/** Says that other tools read a line in another way than it is read here, where nothing more particular is to be said. */
export function reportDifference(reader: LineReader, line: Line, difference: string | null): void {
  if (difference !== null) reportLine(reader, line, "tools-differ", difference);
}

/** Who does not know a method, as written. */
export function methodDifference(written: string): string | null {
  const method = written.toUpperCase();
  if (KNOWN_TO_BOTH.has(method))
    return written === method ? null : "httpYac knows methods in upper case only, and reads the whole line as a URL.";
  const who = KNOWN_TO_HTTPYAC.has(method) ? "REST Client does" : "REST Client and httpYac do";
  return `${who} not know the method ${written}, and read${who.endsWith("does") ? "s" : ""} the whole line as a URL.`;
}

/** Who does not take a line for the rest of the URL above. */
export function continuationDifference(text: string): string | null {
  if (!/^\s*[?&]/.test(text)) return "REST Client reads this line as a header, so that the URL ends above.";
  return text.includes("=")
    ? null
    : "httpYac takes a line of the query without = for the body, so that the URL ends above.";
}

/** Who does not take a comment among the headers for one, or does not see its directive. */
export function headerCommentDifference(text: string, hasName: boolean): string | null {
  if (/^\s*##/.test(text)) return "httpYac takes this line for the start of the body.";
  if (/^\s*#[!$%&'*+.^_`|~0-9A-Za-z-]+\s*:/.test(text)) return "httpYac sends this line as a header, # included.";
  return hasName ? "REST Client does not see a name below the request line." : null;
}

/** Who does not see a directive above the request line. */
export function directiveDifference(text: string): string | null {
  return /^\s*(?:#+|\/\/+)@/.test(text) ? "httpYac sees a directive only after a space." : null;
}

/** Who reads a line of the body as something else. */
export function bodyLineDifference(text: string, canStart: boolean): string | null {
  if (/^\s*<\s+\S/.test(text)) return "httpYac takes this line for the name of a file.";
  const method = canStart ? /^\s*([A-Z-]+)\s+\S/.exec(text)?.[1] : undefined;
  const startsRequest = method !== undefined && (KNOWN_TO_BOTH.has(method) || KNOWN_TO_HTTPYAC.has(method));
  return startsRequest ? "httpYac takes this line for the start of another request." : null;
}
