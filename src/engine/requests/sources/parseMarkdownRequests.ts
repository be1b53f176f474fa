import type { RequestFile } from "../../model/request.ts";
import { finish, type Line, splitLinesInSteps } from "../grammar/lines.ts";
import { parseHttpFileInSteps } from "../grammar/parseHttpFile.ts";

const LINES_OF_A_STEP = 2_000;
const OPENING = /^ {0,3}(`{3,}|~{3,})[ \t]*(?:http|rest)\b/i;

/** Reads the requests in the ```` ```http ```` blocks of a Markdown text; ranges and lines are those of the whole text. */
export function parseMarkdownRequests(text: string): RequestFile {
  return finish(parseMarkdownInSteps(text));
}

/** The same in steps, between which other work can be done. */
export function* parseMarkdownInSteps(text: string): Generator<void, RequestFile> {
  const pieces: string[] = [];
  let copied = 0;
  let fence: string | null = null;
  for (const line of yield* splitLinesInSteps(text)) {
    if (line.number % LINES_OF_A_STEP === 0) yield;
    pieces.push(text.slice(copied, line.start), showLine(line, fence));
    fence = nextFence(line, fence);
    copied = line.end;
  }
  return yield* parseHttpFileInSteps(pieces.join(""));
}

/** Everything outside the blocks becomes white space of the same length, and each fence a separator, so that offsets stay true. */
function showLine(line: Line, fence: string | null): string {
  const isFence = fence === null ? OPENING.test(line.text) : isClosing(line.text, fence);
  if (isFence) return "###".padEnd(line.text.length, " ").slice(0, line.text.length);
  return fence === null ? " ".repeat(line.text.length) : line.text;
}

function nextFence(line: Line, fence: string | null): string | null {
  if (fence !== null) return isClosing(line.text, fence) ? null : fence;
  return OPENING.exec(line.text)?.[1] ?? null;
}

function isClosing(text: string, fence: string): boolean {
  const trimmed = text.trim();
  return trimmed.length >= fence.length && trimmed === (fence[0] as string).repeat(trimmed.length);
}
