import type { Fix } from "../../model/diagnosis.ts";
import type { Location } from "../../model/place.ts";
import type { ResolvedPart } from "../../model/request.ts";
import type { Files } from "../../ports.ts";
import type { Known } from "../known.ts";

/** Where an edit goes: the request itself, or the variable that the wrong stretch of the URL came from. */
export interface UrlEdit {
  readonly kind: "edit-request" | "edit-variable";
  readonly edit: NonNullable<Fix["edit"]>;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The edit of one line that turns the resolved URL into `corrected`, at the place where the changed stretch was written.
 * Null when the stretch lies in no file, spans several places, or its line does not hold the text any more.
 */
export async function editUrl(known: Known, corrected: string, files: Files): Promise<UrlEdit | null> {
  const change = findChange(known.request.url, corrected);
  const found = findPart(known.request.urlParts, change);
  if (!found) {
    return null;
  }
  const { part, offset } = found;
  const location = placeOf(part);
  const line = location && (await readLine(files, location));
  if (!location || line === null || line === undefined) {
    return null;
  }
  const column = line.indexOf(part.text, Math.max(0, location.column - 1));
  const start = column < 0 ? line.indexOf(part.text) : column;
  if (start < 0) {
    return null;
  }
  const text = part.text.slice(0, change.start - offset) + change.text + part.text.slice(change.end - offset);
  return {
    kind: part.from.kind === "written" ? "edit-request" : "edit-variable",
    edit: {
      file: location.file,
      line: location.line,
      newText: line.slice(0, start) + text + line.slice(start + part.text.length),
    },
  };
}

/** The shortest stretch of `from` whose replacement gives `to`. */
function findChange(from: string, to: string): Change {
  let start = 0;
  while (start < from.length && start < to.length && from[start] === to[start]) {
    start += 1;
  }
  let end = 0;
  while (end < from.length - start && end < to.length - start && from.at(-1 - end) === to.at(-1 - end)) {
    end += 1;
  }
  return { start, end: from.length - end, text: to.slice(start, to.length - end) };
}

function findPart(
  parts: readonly ResolvedPart[],
  change: Change,
): { readonly part: ResolvedPart; readonly offset: number } | null {
  let offset = 0;
  const holding = [];
  for (const part of parts) {
    if (offset <= change.start && change.end <= offset + part.text.length) {
      holding.push({ part, offset });
    }
    offset += part.text.length;
  }
  // An insertion at a border belongs to the request itself rather than to a variable that others use too.
  return holding.find(({ part }) => part.from.kind === "written") ?? holding[0] ?? null;
}

function placeOf(part: ResolvedPart): Location | null {
  switch (part.from.kind) {
    case "written":
    case "file-variable":
    case "environment":
      return part.from.location;
    default:
      return null;
  }
}

async function readLine(files: Files, location: Location): Promise<string | null> {
  const bytes = await files.read(location.file);
  return bytes ? (new TextDecoder().decode(bytes).split(/\r\n|\r|\n/)[location.line - 1] ?? null) : null;
}
