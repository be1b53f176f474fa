import type { RecordedResponse } from "../../model/request.ts";
import type { LineReader } from "./lineReader.ts";
import { isBlank, isMethodLine, isSeparator } from "./lineShape.ts";
import { joinLines, type Line, linesOfAStep } from "./lines.ts";

/**
 * Reads, in steps, a response written in the file (status line, fields, content) up to the next separator, or the request that starts
 * after a blank line.
 */
export function* readRecordedResponse(reader: LineReader): Generator<void, RecordedResponse> {
  const statusLine = reader.lines[reader.at] as Line;
  reader.at++;
  const headers = readFields(reader);
  const content = yield* readContent(reader);
  const last = reader.lines[reader.at - 1] ?? statusLine;
  return {
    status: Number(/\s(\d{3})/.exec(statusLine.text)?.[1]),
    headers,
    body: joinLines(reader.text, content),
    range: { start: statusLine.start, end: content.at(-1)?.end ?? last.end },
  };
}

function readFields(reader: LineReader): readonly (readonly [string, string])[] {
  const fields: (readonly [string, string])[] = [];
  for (; reader.at < reader.lines.length; reader.at++) {
    const { text } = reader.lines[reader.at] as Line;
    if (isBlank(text) || isSeparator(text)) break;
    const colon = text.indexOf(":");
    if (colon > 0) fields.push([text.slice(0, colon).trim(), text.slice(colon + 1).trim()]);
  }
  return fields;
}

function* readContent(reader: LineReader): Generator<void, readonly Line[]> {
  const content: Line[] = [];
  for (; reader.at < reader.lines.length; reader.at++) {
    const line = reader.lines[reader.at] as Line;
    if (isSeparator(line.text)) break;
    if (isMethodLine(line.text) && isBlank(reader.lines[reader.at - 1]?.text ?? "")) break;
    if (content.length > 0 || !isBlank(line.text)) content.push(line);
    if (content.length % linesOfAStep === linesOfAStep - 1) yield;
  }
  while (content.length > 0 && isBlank((content.at(-1) as Line).text)) content.pop();
  return content;
}
