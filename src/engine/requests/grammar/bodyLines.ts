import type { Range } from "../../model/place.ts";
import type { RecordedResponse, WrittenField } from "../../model/request.ts";
import { readDirective } from "./directives.ts";
import { readFileVariable } from "./fileVariables.ts";
import { skipHandler, startsHandler } from "./handlers.ts";
import { type LineReader, reportLine } from "./lineReader.ts";
import { isBlank, isComment, isMethodLine, isResponseLine, isSeparator, isVariableDefinition } from "./lineShape.ts";
import { joinLines, type Line, linesOfAStep } from "./lines.ts";
import { readRecordedResponse } from "./recordedResponse.ts";
import { bodyLineDifference, reportDifference } from "./toolDifferences.ts";

/** What stands between the headers and the end of a request. */
export interface BodyLines {
  readonly body: string | null;
  readonly bodyFile: string | null;
  readonly bodyRange: Range | null;
  readonly recorded: RecordedResponse | null;
  /** Number of the last line that is content, or 0 when there is none. */
  readonly lastLine: number;
}

/** A `< file` line, as REST Client and JetBrains read it. */
export interface FileLine {
  readonly file: string;
  /** True for `<@`, where variables inside the file are resolved. */
  readonly isTemplate: boolean;
  readonly encoding: string | null;
}

const FILE_LINE = /^\s*<(@([\w-]*))?[ \t]+(\S.*)$/;
const UNSPACED_FILE = /^(<@?)\.{1,2}[\\/]\S+$/;

/** What the body is made of, seen from its media type. */
type BodyKind = "json" | "markdown" | "multipart" | "other";

/** A place to which the reader can go back, with how much it had found there. */
interface Mark {
  readonly at: number;
  readonly variables: number;
  readonly problems: number;
}

/** The lines of a body while they are gathered. */
interface Gathering {
  readonly kind: BodyKind;
  readonly content: Line[];
  recorded: RecordedResponse | null;
  /** Right after the last line that is content: comments and directives from there on may belong to the next request. */
  lead: Mark;
  /** True where a METHOD line starts a request: at the start, and after a blank line, a comment or a script. */
  canStart: boolean;
  comments: readonly Line[];
  lastLine: number;
}

/** Reads, in steps, the body and what follows it, up to the separator or the request that a METHOD line starts. */
export function* readBodyLines(reader: LineReader, fields: readonly WrittenField[]): Generator<void, BodyLines> {
  const gathering: Gathering = {
    kind: bodyKind(fields),
    content: [],
    recorded: null,
    lead: markPlace(reader),
    canStart: true,
    comments: [],
    lastLine: 0,
  };
  let count = 0;
  while (reader.at < reader.lines.length) {
    const line = reader.lines[reader.at] as Line;
    if (isSeparator(line.text)) break;
    if (gathering.canStart && gathering.kind !== "multipart" && isMethodLine(line.text)) {
      goBack(reader, gathering.lead);
      break;
    }
    if (isResponseLine(line.text)) yield* readResponse(reader, line, gathering);
    else readBodyLine(reader, line, gathering);
    if (++count % linesOfAStep === 0) yield;
  }
  return finishBody(reader, gathering);
}

/** Reads a line such as `< ./order.json` or `<@latin1 ./order.json`; null when the line is content. */
export function readFileLine(text: string): FileLine | null {
  const match = FILE_LINE.exec(text);
  const file = match?.[3]?.trim();
  if (match === null || file === undefined || file.endsWith(">") || file.startsWith("{%")) return null;
  return { file, isTemplate: match[1] !== undefined, encoding: match[2] ? match[2] : null };
}

function bodyKind(fields: readonly WrittenField[]): BodyKind {
  const type = fields.findLast((field) => field.name.toLowerCase() === "content-type")?.value.toLowerCase() ?? "";
  if (type.includes("json")) return "json";
  if (type.includes("markdown")) return "markdown";
  return type.includes("multipart/") ? "multipart" : "other";
}

function markPlace(reader: LineReader): Mark {
  return { at: reader.at, variables: reader.variables.length, problems: reader.problems.length };
}

function goBack(reader: LineReader, mark: Mark): void {
  reader.at = mark.at;
  reader.variables.length = mark.variables;
  reader.problems.length = mark.problems;
}

function readBodyLine(reader: LineReader, line: Line, gathering: Gathering): void {
  if (isBlank(line.text)) {
    if (gathering.content.length > 0) gathering.content.push(line);
    reader.at++;
    gathering.canStart = true;
  } else if (isCommentInBody(line, gathering)) {
    gathering.comments = [...gathering.comments.slice(-1), line];
    reader.at++;
    gathering.canStart = true;
  } else if (gathering.canStart && gathering.kind !== "multipart" && isVariableDefinition(line.text)) {
    readFileVariable(reader, line);
    reader.at++;
  } else readContentLine(reader, line, gathering);
}

function isCommentInBody(line: Line, gathering: Gathering): boolean {
  if (!isComment(line.text)) return false;
  return gathering.kind !== "markdown" || readDirective(line) !== null;
}

function* readResponse(reader: LineReader, line: Line, gathering: Gathering): Generator<void, void> {
  reportDifference(reader, line, "REST Client sends the recorded response below as the body.");
  gathering.recorded = yield* readRecordedResponse(reader);
  gathering.canStart = true;
  endContent(reader, gathering);
}

function readContentLine(reader: LineReader, line: Line, gathering: Gathering): void {
  if (startsHandler(line.text)) {
    skipHandler(reader, line);
    gathering.canStart = true;
  } else {
    reportComments(reader, gathering);
    reportFileWithoutSpace(reader, line);
    reportDifference(reader, line, differenceIn(line.text, gathering));
    gathering.content.push(line);
    gathering.canStart = false;
    reader.at++;
  }
  endContent(reader, gathering);
}

function differenceIn(text: string, { kind, canStart }: Gathering): string | null {
  if (kind === "markdown" && isComment(text)) return "REST Client takes this line for a comment and does not send it.";
  const difference = kind === "multipart" ? null : bodyLineDifference(text, canStart);
  return difference === null || readFileLine(text) !== null ? null : difference;
}

function endContent(reader: LineReader, gathering: Gathering): void {
  gathering.comments = [];
  gathering.lastLine = reader.at;
  gathering.lead = markPlace(reader);
}

function reportComments(reader: LineReader, gathering: Gathering): void {
  const comment = gathering.comments[0];
  if (comment === undefined || gathering.content.length === 0 || gathering.kind === "json") return;
  reportLine(
    reader,
    comment,
    "comment-in-body",
    "Lines that start with # or // are comments inside a body too, and are not sent.",
  );
}

function finishBody(reader: LineReader, gathering: Gathering): BodyLines {
  const { content, recorded, lastLine } = gathering;
  while (content.length > 0 && isBlank((content.at(-1) as Line).text)) content.pop();
  const [first, last] = [content[0], content.at(-1)];
  if (first === undefined || last === undefined)
    return { body: null, bodyFile: null, bodyRange: null, recorded, lastLine };
  const bodyRange = { start: first.start, end: last.end };
  const file = content.length === 1 ? readFileLine(first.text) : null;
  if (file !== null) return { body: null, bodyFile: file.file, bodyRange, recorded, lastLine };
  return { body: joinLines(reader.text, content), bodyFile: null, bodyRange, recorded, lastLine };
}

function reportFileWithoutSpace(reader: LineReader, line: Line): void {
  if (!line.text.startsWith("<")) return;
  const mark = UNSPACED_FILE.exec(line.text)?.[1];
  if (mark === undefined) return;
  const at = line.start + mark.length;
  reportLine(
    reader,
    line,
    "file-body-without-space",
    "Without a space after `<` this line is sent as text, not as the content of the file.",
    { title: "Add the space", newText: " ", range: { start: at, end: at } },
  );
}
