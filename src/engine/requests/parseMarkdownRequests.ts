import type { RequestFile } from "../model/request.ts";
import { type Line, splitLines } from "./lines.ts";
import { parseHttpFile } from "./parseHttpFile.ts";

const OPENING = /^ {0,3}(`{3,}|~{3,})[ \t]*(?:http|rest)\b/i;

/** Reads the requests in the ```` ```http ```` blocks of a Markdown text; ranges and lines are those of the whole text. */
export function parseMarkdownRequests(text: string): RequestFile {
  const pieces: string[] = [];
  let copied = 0;
  let fence: string | null = null;
  for (const line of splitLines(text)) {
    pieces.push(text.slice(copied, line.start), showLine(line, fence));
    fence = nextFence(line, fence);
    copied = line.end;
  }
  return parseHttpFile(pieces.join(""));
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
