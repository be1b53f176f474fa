import type { WrittenRequest } from "../../model/request.ts";
import { readBodyLines } from "./bodyLines.ts";
import { readCurlLines } from "./curlLines.ts";
import { type Directive, gatherDirectives } from "./directives.ts";
import { readHeaderLines } from "./headerLines.ts";
import type { LineReader } from "./lineReader.ts";
import { isBlank, isCurlLine } from "./lineShape.ts";
import type { Line } from "./lines.ts";
import { readRequestLine } from "./requestLine.ts";

/** What stands above a request line: its separator, title, comments and directives. */
export interface Lead {
  readonly title: string | null;
  readonly separator: Line | null;
  readonly firstComment: Line | null;
  readonly directives: Directive[];
}

/** A request as its own lines give it, before its lead is known. */
interface OwnLines {
  readonly request: Omit<WrittenRequest, "name" | "startLine" | "endLine" | "range">;
  readonly directives: readonly Directive[];
  readonly lastLine: number;
}

/** Reads, in steps, the request whose request line (or curl command) is at the reader's place, with the lead that stands above it. */
export function* readRequest(reader: LineReader, lead: Lead): Generator<void, WrittenRequest> {
  const first = reader.lines[reader.at] as Line;
  const own = yield* isCurlLine(first.text) ? readCurlRequest(reader) : readPlainRequest(reader);
  const directives = [...lead.directives, ...own.directives];
  const named = directives.findLast((directive) => directive.name === "name" && directive.value !== "");
  const endLine = Math.max(own.lastLine, first.number);
  return {
    ...own.request,
    name: named?.value ?? lead.title,
    directives: { ...own.request.directives, ...gatherDirectives(directives) },
    startLine: (lead.separator ?? lead.firstComment ?? first).number,
    endLine,
    range: { start: (lead.firstComment ?? first).start, end: (reader.lines[endLine - 1] ?? first).end },
  };
}

function* readPlainRequest(reader: LineReader): Generator<void, OwnLines> {
  const requestLine = readRequestLine(reader);
  const { fields, directives } = readHeaderLines(reader);
  const headEnd = lastFilledLine(reader, requestLine.line);
  const { lastLine, ...body } = yield* readBodyLines(reader, fields);
  const request = { ...requestLine, ...body, headers: fields, directives: {} };
  return { request, directives, lastLine: Math.max(lastLine, headEnd) };
}

function* readCurlRequest(reader: LineReader): Generator<void, OwnLines> {
  const request = readCurlLines(reader);
  const headEnd = lastFilledLine(reader, request.line);
  const { recorded, lastLine } = yield* readBodyLines(reader, []);
  return { request: { ...request, recorded }, directives: [], lastLine: Math.max(lastLine, headEnd) };
}

function lastFilledLine(reader: LineReader, from: number): number {
  let last = reader.at;
  while (last > from && isBlank((reader.lines[last - 1] as Line).text)) last--;
  return last;
}
