import type { Range } from "../../model/place.ts";
import type { WrittenField, WrittenRequest } from "../../model/request.ts";
import { readCurl } from "../sources/parseCurl.ts";
import type { LineReader } from "./lineReader.ts";
import { isSeparator } from "./lineShape.ts";
import type { Line } from "./lines.ts";
import { reportDifference } from "./toolDifferences.ts";

/** What a curl command gives of a request in a file. */
export type CurlRequest = Omit<WrittenRequest, "name" | "startLine" | "endLine" | "range">;

const LONGEST_COMMAND = 256 * 1024;

/** Reads the curl command at the reader's place over all its lines; ranges are offsets into the file. */
export function readCurlLines(reader: LineReader): CurlRequest {
  const first = reader.lines[reader.at] as Line;
  const { request, problems, end } = readCommand(reader, first);
  reportDifference(reader, first, "httpYac does not know curl commands, and reads this line as a URL.");
  while (reader.at < reader.lines.length && (reader.lines[reader.at] as Line).start <= first.start + end) reader.at++;
  for (const problem of problems) {
    reader.problems.push({
      ...problem,
      line: problem.line + first.number - 1,
      range: move(problem.range, first.start),
    });
  }
  if (request === null) return { ...emptyRequest(first), urlRanges: [{ start: first.end, end: first.end }] };
  return {
    ...request,
    line: first.number,
    headers: request.headers.map((field) => moveField(field, first.start)),
    bodyRange: request.bodyRange === null ? null : move(request.bodyRange, first.start),
    methodRange: request.methodRange === null ? null : move(request.methodRange, first.start),
    urlRanges: request.urlRanges.map((range) => move(range, first.start)),
  };
}

/** Reads as far as quotes and line ends let the command go on; a separator ends it in any case. */
function readCommand(reader: LineReader, first: Line): ReturnType<typeof readCurl> {
  const read = readCurl(reader.text.slice(first.start, first.start + LONGEST_COMMAND), "as-written");
  for (let ahead = reader.at + 1; ahead < reader.lines.length; ahead++) {
    const line = reader.lines[ahead] as Line;
    if (line.start > first.start + read.end) break;
    if (isSeparator(line.text)) return readCurl(reader.text.slice(first.start, line.start), "as-written");
  }
  return read;
}

function move(range: Range, by: number): Range {
  return { start: range.start + by, end: range.end + by };
}

function moveField(field: WrittenField, by: number): WrittenField {
  return { ...field, nameRange: move(field.nameRange, by), valueRange: move(field.valueRange, by) };
}

function emptyRequest(line: Line): CurlRequest {
  return {
    method: "GET",
    url: "",
    version: null,
    headers: [],
    body: null,
    bodyFile: null,
    bodyRange: null,
    directives: {},
    recorded: null,
    line: line.number,
    methodRange: null,
    urlRanges: [],
  };
}
