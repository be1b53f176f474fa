import type { Position, TextDocument } from "vscode";
import { type FoundUrl, findUrlAt, linesAround } from "./urlAt.ts";

/** The URL at a place of a document, its method read from the lines around it; null when there is none. */
export function findUrlIn(document: TextDocument, { line, character }: Position): FoundUrl | null {
  const around = linesAround((each) => document.lineAt(each).text, document.lineCount, line);
  return findUrlAt(document.lineAt(line).text, character, around);
}
