import { Position, Range, Uri } from "vscode";
import type { Location } from "../engine/model/place.ts";

/** The start of a line counted from 1, as an empty range. */
export function lineRange(line: number): Range {
  return new Range(line - 1, 0, line - 1, 0);
}

/** The position of a place counted from 1. */
export function positionOf({ line, column }: Location): Position {
  return new Position(Math.max(0, line - 1), Math.max(0, column - 1));
}

/** The place itself as an empty range. */
export function rangeOf(location: Location): Range {
  const position = positionOf(location);
  return new Range(position, position);
}

/** The place of a file that is named relative to a folder or absolutely. */
export function fileUri(folder: Uri, file: string): Uri {
  const isAbsolute = file.startsWith("/") || /^[A-Za-z]:[\\/]/.test(file);
  return isAbsolute ? Uri.file(file) : Uri.joinPath(folder, file);
}
