import type { Range } from "../model/place.ts";
import type { WrittenField, WrittenRequest } from "../model/request.ts";
import type { LineReader } from "./lineReader.ts";
import { isSeparator } from "./lineShape.ts";
import type { Line } from "./lines.ts";
import { readCurl } from "./parseCurl.ts";

/** What a curl command gives of a request in a file. */
export type CurlRequest = Omit<WrittenRequest, "name" | "startLine" | "endLine" | "range">;

const MOST_LINES = 500;

/** Reads the curl command at the reader's place over all its lines; ranges are offsets into the file. */
export function readCurlLines(reader: LineReader): CurlRequest {
  const first = reader.lines[reader.at] as Line;
  const command = takeCommand(reader);
  const { request, problems, end } = readCurl(command);
  while (reader.at < reader.lines.length && (reader.lines[reader.at] as Line).start <= first.start + end) reader.at++;
  for (const problem of problems) {
    reader.problems.push({
      ...problem,
      line: problem.line + first.number - 1,
      range: move(problem.range, first.start),
    });
  }
  if (request === null) return { ...emptyRequest(first), urlRanges: [{ start: first.start, end: first.end }] };
  return {
    ...request,
    line: first.number,
    headers: request.headers.map((field) => moveField(field, first.start)),
    bodyRange: request.bodyRange === null ? null : move(request.bodyRange, first.start),
    methodRange: request.methodRange === null ? null : move(request.methodRange, first.start),
    urlRanges: request.urlRanges.map((range) => move(range, first.start)),
  };
}

/** The text from the command on, up to the next separator or as far as a command may reach. */
function takeCommand(reader: LineReader): string {
  const first = reader.lines[reader.at] as Line;
  let last = first;
  for (let ahead = reader.at + 1; ahead < reader.at + MOST_LINES; ahead++) {
    const line = reader.lines[ahead];
    if (line === undefined || isSeparator(line.text)) break;
    last = line;
  }
  return reader.text.slice(first.start, last.end);
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
    url: line.text.trim(),
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
